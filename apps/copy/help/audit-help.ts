// Help texts of the audit: what happened, that it was not changed, and how to prove it to others.
import { itemConclusions, populations } from '../examination-phrases.ts';
import { figureBases, figureQueries } from '../figure-phrases.ts';
import { claimFields } from '../look-phrases.ts';
import { reportFormats } from '../report-phrases.ts';
import type { Text } from '../text.ts';
import type { HelpTexts } from './command-help.ts';

const KNOWN_AT: Text = [
  'sebagaimana tercatat sampai posisi, hari atau waktu ini; waktu berarti segel terakhir sebelumnya',
  'as on record up to this position, day or instant; an instant means the last seal before it',
];

const EXAMINATION: Text = [
  'nomor pemeriksaan, seperti di `audit examination list`',
  'id of the examination, as in `audit examination list`',
];
const FINDING: Text = ['nomor temuan', 'number of the finding'];

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
  'audit self': {
    about: [
      'cocokkan layar, keputusan, pembukuan, berkas bank dan pekerjaan berjalan dengan catatan; tiap malam juga',
      'compare screens, decisions, books, bank files and running work with the log; every night, too',
    ],
    example: 'audit self',
  },
  'audit examination': {
    about: [
      'pemeriksaan dengan surat tugas: sampel, kesimpulan, temuan sampai selesai',
      'examinations by a letter of assignment: samples, conclusions, findings to their end',
    ],
  },
  'audit examination open': {
    about: [
      'buka pemeriksaan: hanya timnya, hanya selama surat tugas berlaku',
      'open an examination: only its team, only while the letter is in force',
    ],
    options: {
      '--number': ['nomor surat tugas', 'number of the letter of assignment'],
      '--team': ['akun anggota tim; boleh berulang', 'accounts of the team; may be repeated'],
      '--from': ['hari pertama surat tugas', 'first day of the letter'],
      '--to': ['hari terakhir surat tugas', 'last day of the letter'],
      '--office': ['kantor yang memeriksa', 'the office that audits'],
      '--scope': ['lingkup pemeriksaan', 'scope of the examination'],
    },
    example: [
      "audit examination open --number 700/12/2026 --office INSPEKTORAT --team auditor-fajar --from 2026-11-01 --to 2026-12-31 --area 64.74 --scope 'santunan triwulan empat' --as auditor-fajar",
      "audit examination open --number 700/12/2026 --office INSPEKTORAT --team auditor-fajar --from 2026-11-01 --to 2026-12-31 --area 64.74 --scope 'benefits of quarter four' --as auditor-fajar",
    ],
  },
  'audit examination list': {
    about: [
      'semua pemeriksaan dan temuannya yang terbuka',
      'every examination and its open findings',
    ],
    example: 'audit examination list --as auditor-fajar',
  },
  'audit examination show': {
    about: [
      'surat tugas, sampel, kesimpulan dan temuan',
      'letter, samples, conclusions and findings',
    ],
    arguments: { examination: EXAMINATION },
    example: 'audit examination show {id} --as auditor-fajar',
  },
  'audit examination sample': {
    about: [
      'tarik sampel menurut benih: siapa pun dapat menariknya lagi dan mendapat yang sama',
      'draw a sample by a seed: anybody can draw it again and get the same',
    ],
    arguments: { examination: EXAMINATION },
    options: {
      '--population': ['dari apa', 'of what'],
      '--size': ['berapa', 'how many'],
      '--seed': ['benih, mis. nomor surat tugas', 'the seed, e.g. the number of the letter'],
    },
    choices: { '--population': populations },
    example:
      'audit examination sample {id} --population CLAIMS --size 10 --seed 700/12 --as auditor-fajar',
  },
  'audit examination conclude': {
    about: ['simpulkan satu butir sampel', 'conclude on one item of the sample'],
    arguments: {
      examination: EXAMINATION,
      item: ['nomor klaim atau pembayaran dari sampel', 'a claim or payment of the sample'],
    },
    options: {
      '--conclusion': ['kesimpulannya', 'the conclusion'],
      '--note': ['catatan pemeriksa', "the auditor's note"],
      '--evidence': [
        'bukti yang Anda simpan sendiri; hanya sidiknya yang dicatat',
        'evidence that you keep; only its hash is recorded',
      ],
    },
    choices: { '--conclusion': itemConclusions },
    example: [
      "audit examination conclude {id} {id} --conclusion IN_ORDER --note 'berkas lengkap' --as auditor-fajar",
      "audit examination conclude {id} {id} --conclusion IN_ORDER --note 'papers complete' --as auditor-fajar",
    ],
  },
  'audit examination finding': {
    about: [
      'catat temuan: kondisi, kriteria, sebab, akibat, rekomendasi, rupiah dan peristiwanya',
      'record a finding: condition, criterion, cause, effect, recommendation, rupiah and events',
    ],
    arguments: { examination: EXAMINATION },
    options: {
      '--condition': ['kondisi: apa yang ditemukan', 'condition: what was found'],
      '--criterion': [
        'kriteria: yang seharusnya, dengan dasarnya',
        'criterion: what should be, and why',
      ],
      '--cause': ['sebab', 'cause'],
      '--effect': ['akibat', 'effect'],
      '--recommendation': ['rekomendasi', 'recommendation'],
      '--event': [
        'posisi peristiwa pendukung; boleh berulang',
        'position of an event it rests on; may be repeated',
      ],
      '--auditee': ['akun yang menjawab', 'account that answers for it'],
      '--due': ['dijawab paling lambat', 'to be answered by'],
    },
    example: [
      "audit examination finding {id} --condition 'dibayar tanpa kunjungan' --criterion 'Perwali 23/2023' --recommendation 'kunjungi dulu' --amount 42000000 --event 828 --auditee verifikator-ani --due 2026-12-31 --as auditor-fajar",
      "audit examination finding {id} --condition 'paid without a visit' --criterion 'Perwali 23/2023' --recommendation 'visit first' --amount 42000000 --event 828 --auditee verifikator-ani --due 2026-12-31 --as auditor-fajar",
    ],
  },
  'audit examination answer': {
    about: ['jawab temuan terhadap Anda', 'answer a finding that is yours to answer'],
    arguments: { examination: EXAMINATION, finding: FINDING },
    options: {
      '--answer': ['jawaban', 'the answer'],
      '--agree': ['setuju dengan temuan', 'agrees with the finding'],
    },
    example: [
      "audit examination answer {id} 1 --answer 'akan dikunjungi' --agree --as verifikator-ani",
      "audit examination answer {id} 1 --answer 'will be visited' --agree --as verifikator-ani",
    ],
  },
  'audit examination follow-up': {
    about: ['catat tindak lanjut temuan', 'record what was done about a finding'],
    arguments: { examination: EXAMINATION, finding: FINDING },
    options: {
      '--note': ['apa yang dilakukan', 'what was done'],
      '--evidence': [
        'bukti yang Anda simpan sendiri; hanya sidiknya yang dicatat',
        'evidence that you keep; only its hash is recorded',
      ],
    },
    example: [
      "audit examination follow-up {id} 1 --note 'sudah dikunjungi' --as verifikator-ani",
      "audit examination follow-up {id} 1 --note 'visited now' --as verifikator-ani",
    ],
  },
  'audit examination close-finding': {
    about: ['tutup temuan yang sudah dijawab', 'close a finding that was answered'],
    arguments: { examination: EXAMINATION, finding: FINDING },
    example: [
      "audit examination close-finding {id} 1 --why 'tindak lanjut memadai' --as auditor-fajar",
      "audit examination close-finding {id} 1 --why 'the follow-up is enough' --as auditor-fajar",
    ],
  },
  'audit examination close': {
    about: [
      'tutup pemeriksaan; temuannya tetap dijawab dan ditutup sendiri-sendiri',
      'close the examination; its findings are still answered and closed one by one',
    ],
    arguments: { examination: EXAMINATION },
    example: 'audit examination close {id} --as auditor-fajar',
  },
  'audit examination export': {
    about: [
      'temuan sebagai CSV, XLSX, PDF dan JSON, dengan sidik setiap berkas',
      'the findings as CSV, XLSX, PDF and JSON, with the hash of every file',
    ],
    arguments: { examination: EXAMINATION },
    options: { '--output': ['folder tujuan', 'folder to write to'] },
    example: [
      'audit examination export {id} -o temuan --as auditor-fajar',
      'audit examination export {id} -o findings --as auditor-fajar',
    ],
  },
};
