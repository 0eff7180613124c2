// Help texts of the payout commands: what is due, runs of four persons, answers of the bank.
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
  'payout run': {
    about: [
      'susun yang terutang dari satu pembayar ke dalam satu run (orang ketiga)',
      'assemble what is due from one payer into a run (third person)',
    ],
    options: {
      '--flow': ['arus uang', 'flow of money'],
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
