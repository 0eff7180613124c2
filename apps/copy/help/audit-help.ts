// Help texts of the audit: what happened, that it was not changed, and how to prove it to others.
import { figureBases, figureQueries } from '../figure-phrases.ts';
import { claimFields } from '../look-phrases.ts';
import { reportFormats } from '../report-phrases.ts';
import type { Text } from '../text.ts';
import type { HelpTexts } from './command-help.ts';

const KNOWN_AT: Text = [
  'sebagaimana tercatat sampai posisi, hari atau waktu ini; waktu berarti segel terakhir sebelumnya',
  'as on record up to this position, day or instant; an instant means the last seal before it',
];

const FIGURE = {
  options: {
    '--query': ['angka yang mana', 'which figure'],
    '--basis': [
      'office: menurut hari berlakunya; log: hanya yang sudah tercatat pada hari itu',
      'office: by the day it took effect; log: only what was on record by that day',
    ],
    '--kelurahan': ['hanya kelurahan ini', 'only this kelurahan'],
    '--flow': ['hanya arus uang ini', 'only this flow of money'],
  },
  choices: { '--query': figureQueries, '--basis': figureBases },
} as const;

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
  'audit show': {
    about: [
      'satu klaim, pekerja, pembayaran, … pada suatu hari, sebagaimana diketahui saat itu',
      'one claim, worker, payment, … on a day, as it was known then',
    ],
    arguments: {
      stream: [
        'nomor klaim, pekerja, pembayaran, run, daftar, …; boleh didahului jenisnya (claim-…)',
        'id of a claim, worker, payment, run, list, …; its kind may stand before it (claim-…)',
      ],
    },
    options: {
      '--at': ['yang berlaku sampai hari ini', 'what took effect up to this day'],
      '--known-at': KNOWN_AT,
    },
    example: 'audit show claim-{id} --at 2026-01-31 --known-at 2026-02-15 --as auditor-fajar',
  },
  'audit figures': {
    about: [
      'angka mana pun pada suatu hari, sebagaimana diketahui saat itu; dapat diketik ulang',
      'any figure on a day, as it was known then; it can be typed in again',
    ],
    options: {
      ...FIGURE.options,
      '--at': ['yang berlaku sampai hari ini', 'what took effect up to this day'],
      '--known-at': KNOWN_AT,
      '--root': [
        'akar yang menyertai angka Anda; ditolak bila catatannya lain',
        'the root that came with your figure; refused if the log is another',
      ],
      '--format': ['bentuk laporan', 'form of the report'],
      '--output': ['tulis ke berkas ini', 'write it to this file'],
    },
    choices: { ...FIGURE.choices, '--format': reportFormats },
    example: 'audit figures --query payments-by-kelurahan --at 2026-01-31 --known-at 2026-02-15',
  },
  'audit diff': {
    about: [
      'mengapa satu angka berbeda di antara dua titik: peristiwanya, dengan selisih yang genap',
      'why a figure differs between two points: the events, with deltas that add up',
    ],
    options: {
      ...FIGURE.options,
      '--from': ['hari pertama', 'the first day'],
      '--to': ['hari kedua', 'the second day'],
      '--from-known-at': [
        'titik catatan untuk hari pertama; tanpa ini: sekarang',
        'point of the log for the first day; without it: now',
      ],
      '--to-known-at': [
        'titik catatan untuk hari kedua; tanpa ini: sekarang',
        'point of the log for the second day; without it: now',
      ],
    },
    choices: FIGURE.choices,
    example: 'audit diff --query programme --from 2026-01-31 --to 2026-02-28',
  },
  'audit recompute': {
    about: [
      'ambil ulang setiap keputusan dari fakta dan aturan yang dipakainya; yang berbeda disebut',
      'take every decision again from the facts and the rules that it used; what differs is named',
    ],
    options: {
      '--claim': ['hanya klaim ini', 'only this claim'],
      '--alter': [
        'seandainya satu parameter lain: ATURAN@HARI:ISIAN=NILAI; disebut keputusan yang memakainya',
        'had one parameter been another: RULE@DAY:FIELD=VALUE; names the decisions that used it',
      ],
    },
    example: 'audit recompute --alter M-01@2019-12-02:idr=21000000',
  },
  'audit what-if': {
    about: [
      'kasus yang sama menurut aturan lain: selisih per klaim dan pembayar; tidak ada yang ditulis',
      'the same cases by another law: differences per claim and payer; nothing is written',
    ],
    options: {
      '--rules': [
        'versi aturan seperti di `rules versions`, atau berkas usulan seperti `rules propose`',
        'a version as in `rules versions`, or a file as for `rules propose`',
      ],
      '--law-date': ['hukum yang berlaku pada hari ini', 'the law in force on this day'],
      '--known-at': KNOWN_AT,
    },
    example: 'audit what-if --law-date 2019-11-30',
  },
  'audit without': {
    about: [
      'pembayaran yang kehilangan dasarnya tanpa orang, berkas atau daftar ini, dalam rupiah',
      'payouts that lose their basis without this person, paper or list, in rupiah',
    ],
    options: {
      '--actor': [
        'tanpa usulan, persetujuan, penetapan dan pelepasan orang ini; boleh berulang',
        'without what this person recommended, approved, determined or released; may be repeated',
      ],
      '--document': [
        'tanpa berkas ini: nomornya, atau SHA-256 isinya; boleh berulang',
        'without this paper: its id, or the SHA-256 of its bytes; may be repeated',
      ],
      '--import': [
        'tanpa daftar pekerja ini; boleh berulang',
        'without this list of workers; may be repeated',
      ],
      '--known-at': KNOWN_AT,
    },
    example: 'audit without --actor verifikator-ani',
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
