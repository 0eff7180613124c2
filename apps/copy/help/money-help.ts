// Help texts of the payout commands: what is due, runs of four persons, answers of the bank.

import { exceptionKinds, exceptionResults } from '../exception-phrases.ts';
import { paymentOutcomes } from '../money-words.ts';
import type { HelpTexts } from './command-help.ts';

export const moneyHelp: HelpTexts = {
  payout: { about: ['pembayaran', 'payments'] },
  'payout due': {
    about: [
      'yang terutang, yang ditahan beserta alasannya, dan yang harus ditanyakan ke bank',
      'what is due, what is held and why, and what to ask the bank about',
    ],
    options: {
      '--payer': ['hanya pembayar ini', 'only this payer'],
      '--claim': ['hanya klaim ini', 'only this claim'],
      '--held': ['hanya yang ditahan', 'only what is held'],
    },
    example: 'payout due --held',
  },
  'payout runs': {
    about: ['semua run, yang terbaru di atas', 'every run, the newest first'],
    options: { '--payer': ['hanya pembayar ini', 'only this payer'] },
    example: 'payout runs --limit 20',
  },
  'payout status': {
    about: [
      'satu run: siapa, berkas, dan ke mana setiap rupiahnya',
      'one run: who, its file, and where every rupiah went',
    ],
    example: 'payout status {id}',
  },
  'payout certificate': {
    about: [
      'bukti satu pembayaran dari berkas bank, catatan, dan jurnal: paling banyak satu kredit',
      'one payment proved from bank files, log and books: at most one credit',
    ],
    example: 'payout certificate {id}',
  },
  'payout read-line': {
    about: [
      'bank tanpa berkas balasan: catat satu baris mutasi; berlaku setelah orang kedua menegaskannya',
      'a bank without return files: record one line of the statement; it counts once a second person confirms it',
    ],
    options: {
      '--booked-on': [
        'tanggal buku di mutasi (YYYY-MM-DD)',
        'booking date in the statement (YYYY-MM-DD)',
      ],
      '--evidence': ['salinan mutasi (PDF atau foto)', 'copy of the statement (PDF or photo)'],
      '--payment': [
        'nomor pembayaran bank; tanpa ini yang terakhir',
        'end-to-end id; without it the last one',
      ],
      '--reference': ['nomor referensi bank di baris itu', 'reference of the bank in that line'],
      '--returned': ['uangnya kembali (retur)', 'the money came back'],
    },
    example:
      'payout read-line {id} --amount 42000000 --booked-on 2026-11-20 --reference FT26325001 --evidence mutasi.pdf --as keuangan-citra',
  },
  'payout confirm-line': {
    about: [
      'orang kedua membaca baris yang sama di mutasi; jumlah, tanggal dan arahnya (keluar atau kembali) harus sama',
      'a second person reads the same line in the statement; sum, day and direction (out or back) must be the same',
    ],
    options: {
      '--booked-on': [
        'tanggal buku di mutasi (YYYY-MM-DD)',
        'booking date in the statement (YYYY-MM-DD)',
      ],
      '--returned': ['uangnya kembali (retur)', 'the money came back'],
    },
    example: 'payout confirm-line {id} --amount 42000000 --booked-on 2026-11-20 --as pemantau-hadi',
  },
  'payout exception': {
    about: [
      'selisih dengan bank, masing-masing dengan penanggung jawab',
      'what does not fit with the bank, each with its owner',
    ],
  },
  'payout exception list': {
    about: [
      'selisih yang terbuka, yang tertua di atas: jumlah berbeda, baris ganda, acuan tidak dikenal, baris yang tidak datang',
      'open exceptions, the oldest first: other amounts, duplicate lines, unknown references, lines that did not come',
    ],
    options: {
      '--owner': ['hanya milik orang ini', 'only of this person'],
      '--kind': ['hanya jenis ini', 'only this kind'],
      '--all': ['juga yang sudah selesai, beserta alasannya', 'resolved ones too, with the reason'],
    },
    choices: { '--kind': exceptionKinds },
    example: 'payout exception list --owner keuangan-citra',
  },
  'payout exception assign': {
    about: ['alihkan satu selisih kepada orang lain', 'pass an exception to another person'],
    arguments: { exception: ['nomor selisih', 'id of the exception'] },
    options: { '--to': ['akun penanggung jawab baru', 'account of the new owner'] },
    example: [
      "payout exception assign {id} --to pemantau-hadi --why 'cuti bersama' --as keuangan-citra",
      "payout exception assign {id} --to pemantau-hadi --why 'on leave' --as keuangan-citra",
    ],
  },
  'payout exception resolve': {
    about: [
      'selesaikan satu selisih; pembayaran yang masih diragukan diselesaikan dulu (`payout resolve`)',
      'end an exception; a payment still in doubt is resolved first (`payout resolve`)',
    ],
    arguments: { exception: ['nomor selisih', 'id of the exception'] },
    options: { '--result': ['bagaimana berakhirnya', 'how it ended'] },
    choices: { '--result': exceptionResults },
    example: [
      "payout exception resolve {id} --result BANK_CORRECTED --why 'surat bank 12/2026' --as keuangan-citra",
      "payout exception resolve {id} --result BANK_CORRECTED --why 'letter 12/2026 of the bank' --as keuangan-citra",
    ],
  },
  'payout run': {
    about: [
      'susun yang terutang dari satu pembayar ke dalam satu run (orang ketiga)',
      'assemble what is due from one payer into a run (third person)',
    ],
    options: {
      '--flow': ['arus uang', 'flow of money'],
      '--dry-run': [
        'tidak mencatat apa pun: jumlah, yang tidak ikut dan sebabnya, pagu, dan yang perlu dilihat dulu',
        'records nothing: the sum, who is left out and why, the budget, and what to look at first',
      ],
      '--payable': [
        'hanya pembayaran ini (dapat diulang); perlu bagi yang berasal dari riwayat',
        'only this payment (repeatable); needed for one that comes from an entered history',
      ],
    },
    example: 'payout run --payer {id} --as keuangan-citra',
  },
  'payout release': {
    about: ['lepaskan satu run (orang keempat)', 'release a run (fourth person)'],
    options: {
      '--sum': ['jumlah yang Anda lihat di `payout status`', 'the sum you saw in `payout status`'],
    },
    example: 'payout release {id} --sum 42000000 --as kepala-dewi',
  },
  'payout cancel': {
    about: [
      'batalkan satu run sebelum berkasnya diserahkan ke bank',
      'cancel a run before its file is handed to the bank',
    ],
    example: [
      "payout cancel {id} --why 'rekening penerima diperiksa lagi' --as keuangan-citra",
      "payout cancel {id} --why 'the account is looked at again' --as keuangan-citra",
    ],
  },
  'payout hold': {
    about: ['tahan satu pembayaran', 'hold a payment'],
    example: [
      "payout hold {id} --why 'ahli waris bersengketa' --as pemantau-hadi",
      "payout hold {id} --why 'the heirs are in dispute' --as pemantau-hadi",
    ],
  },
  'payout unhold': {
    about: [
      'lepas penahanan, atau izinkan bayar ulang yang kembali dari bank',
      'lift the hold, or let what came back from the bank be paid again',
    ],
    example: [
      "payout unhold {id} --why 'sengketa selesai' --as pemantau-hadi",
      "payout unhold {id} --why 'the dispute is settled' --as pemantau-hadi",
    ],
  },
  'payout resolve': {
    about: [
      'nyatakan pembayaran yang tidak cocok atau tanpa jawaban: sudah atau belum diterima',
      'say of a payment that is disputed or without an answer whether it was received',
    ],
    options: {
      '--outcome': ['sudah atau belum diterima', 'received or not'],
      '--payment': ['nomor pembayaran bank yang sampai', 'end-to-end id of the one that arrived'],
    },
    choices: { '--outcome': paymentOutcomes },
    example: [
      "payout resolve {id} --outcome NOT_PAID --why 'bank: tidak pernah dibukukan' --as pemantau-hadi",
      "payout resolve {id} --outcome NOT_PAID --why 'bank: never booked' --as pemantau-hadi",
    ],
  },
  'payout ingest': {
    about: [
      'baca jawaban bank; tanpa nama berkas: semua di kotak masuk',
      'read answers of the bank; without a file: everything in the inbox',
    ],
    arguments: {
      file: [
        'pain.002, camt.053, camt.054, atau tabel mutasi (CSV)',
        'pain.002, camt.053, camt.054, or a statement table (CSV)',
      ],
    },
    options: {
      '--watch': ['awasi kotak masuk sampai dihentikan', 'watch the inbox until stopped'],
    },
    example: 'payout ingest --as keuangan-citra',
  },
  'payout report': {
    about: [
      'catat: pihak lain melaporkan sudah membayar',
      'record that another house reports having paid',
    ],
    options: {
      '--by': ['siapa yang melaporkan', 'who reports it'],
      '--reference': ['nomor bukti bayar', 'number of the voucher'],
    },
    example:
      "payout report {id} --by 'BPJS Bontang' --amount 42000000 --paid-on 2026-10-02 " +
      '--reference BPJS-17 --as pemantau-hadi',
  },
  'payout receipt': {
    about: ['keluarga menyatakan sudah menerima', 'the family confirms that it received'],
    options: { '--on': ['tanggal diterima (YYYY-MM-DD)', 'day of receipt (YYYY-MM-DD)'] },
    example: 'payout receipt {id} --on 2026-10-05 --as pemantau-hadi',
  },
};
