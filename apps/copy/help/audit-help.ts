// Help texts of the audit: what happened, that it was not changed, and how to prove it to others.
import { claimFields } from '../look-phrases.ts';
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
  'audit bundle': {
    about: [
      'satu klaim dengan bukti lengkap, dapat diperiksa tanpa Lindung',
      'one claim with all its proofs, verifiable without Lindung',
    ],
    options: {
      '--output': ['berkas tujuan', 'file to write'],
      '--open': [
        'isian yang dibuka untuk penerima, dipisahkan koma; lainnya tetap tertutup',
        'fields opened for whoever receives it, comma-separated; all others stay closed',
      ],
      '--why': [
        'alasan membuka isian; dicatat untuk selamanya',
        'why fields are opened; recorded for ever',
      ],
    },
    choices: { '--open': claimFields },
    example: [
      "audit bundle {id} -o klaim.json --open PAYEE_NAME --why 'permintaan BPK' --as auditor-fajar",
      "audit bundle {id} -o claim.json --open PAYEE_NAME --why 'asked by BPK' --as auditor-fajar",
    ],
  },
  'audit receipt': {
    about: [
      'tanda terima bagi pelapor: bukti bahwa klaim dilaporkan, dan kapan',
      'receipt for whoever reported: proof that the claim was filed, and when',
    ],
    options: { '--output': ['berkas tujuan', 'file to write'] },
    example: [
      'audit receipt {id} -o tanda-terima.json --as auditor-fajar',
      'audit receipt {id} -o receipt.json --as auditor-fajar',
    ],
  },
  'audit verify-bundle': {
    about: [
      'periksa bundel atau tanda terima dengan program pemeriksa mandiri',
      'verify a bundle or a receipt with the independent verifier',
    ],
    arguments: { file: ['bundel atau tanda terima', 'the bundle or the receipt'] },
    options: {
      '--key': [
        'kunci publik atau berkasnya (bila kosong: kunci instalasi ini)',
        'public key or its file (left out: the key of this installation)',
      ],
      '--documents': [
        'folder berkas asli yang dicocokkan dengan sidiknya',
        'folder of the papers, to be compared with their digests',
      ],
    },
    example: ['audit verify-bundle klaim.json', 'audit verify-bundle claim.json'],
  },
  'audit verifier': {
    about: [
      'tulis program pemeriksa mandiri: satu berkas JavaScript, hanya memerlukan Node',
      'write the independent verifier: one file of JavaScript that needs Node alone',
    ],
    options: { '--output': ['berkas tujuan', 'file to write'] },
    example: 'audit verifier -o verify-bundle.mjs',
  },
};
