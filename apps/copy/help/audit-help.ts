// Help texts of the audit: what happened, that it was not changed, and how to prove it to others.
import type { HelpTexts } from './command-help.ts';

export const auditHelp: HelpTexts = {
  audit: { about: ['pemeriksaan sejarah', 'audit of history'] },
  'audit timeline': {
    about: [
      'sejarah satu aliran: siapa, apa, kapan, atas dasar apa',
      'history of a stream: who, what, when, on which basis',
    ],
    arguments: {
      stream: [
        'nomor klaim, pekerja, pembayaran, run, daftar, …; boleh didahului jenisnya (claim-…)',
        'id of a claim, worker, payment, run, list, …; its kind may stand before it (claim-…)',
      ],
    },
    example: 'audit timeline claim-{id} --as auditor-fajar',
  },
  'audit verify': {
    about: [
      'periksa seluruh catatan: letak tepat yang diubah, dihapus, disisipkan atau ditukar',
      'examine the whole log: the exact place of what was changed, dropped, inserted or swapped',
    ],
    options: {
      '--checkpoint': [
        'titik periksa yang Anda simpan sendiri: berkas atau foldernya; boleh berulang',
        'a checkpoint that you kept yourself: a file or a folder; may be repeated',
      ],
    },
    example: ['audit verify --checkpoint simpanan-bpk', 'audit verify --checkpoint kept-by-bpk'],
  },
  'audit key': {
    about: [
      'kunci publik segel; berikan sekali kepada pemeriksa',
      'public key of the seals; give it to auditors once',
    ],
    example: 'audit key',
  },
  'audit checkpoint': {
    about: ['titik periksa terakhir yang ditandatangani', 'the last signed checkpoint'],
    options: { '--output': ['berkas tujuan', 'file to write'] },
    example: ['audit checkpoint -o titik-periksa.txt', 'audit checkpoint -o checkpoint.txt'],
  },
  'audit prove': {
    about: [
      'bukti bahwa satu peristiwa ada dalam pohon yang ditandatangani',
      'proof that an event stands in the signed tree',
    ],
    arguments: {
      position: ['posisinya, seperti di `audit timeline`', 'its position, as in `audit timeline`'],
    },
    options: { '--output': ['berkas tujuan', 'file to write'] },
    example: ['audit prove 1250 -o bukti.json', 'audit prove 1250 -o proof.json'],
  },
  'audit consistency': {
    about: [
      'bukti bahwa catatan hanya bertambah sejak titik periksa itu',
      'proof that the log only grew since that checkpoint',
    ],
    arguments: {
      file: ['titik periksa yang Anda simpan', 'the checkpoint that you kept'],
    },
    example: ['audit consistency titik-periksa.txt', 'audit consistency checkpoint.txt'],
  },
};
