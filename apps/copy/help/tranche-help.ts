// Help texts of tranches: opening, what stands, the premium gate, cards received, arrears and budget.
import { gateBases, gateWholes } from '../tranche-words.ts';
import type { HelpTexts } from './command-help.ts';

const saying: HelpTexts = {
  'tranche gate': {
    about: [
      'lihat gerbang iuran, atau tetapkan syaratnya',
      'look at the premium gate, or set its rule',
    ],
    options: {
      '--basis': ['kartu mana yang dihitung', 'which cards are counted'],
      '--share': ['berapa persen kartu yang harus ada', 'percent of the cards that must be there'],
      '--of': ['persen dari apa', 'percent of what'],
    },
    choices: { '--basis': gateBases, '--of': gateWholes },
    example: 'tranche gate {id} --basis HANDED_OVER --share 80 --of REGISTERED --as dinas-rahma',
  },
  'tranche override': {
    about: [
      'buka gerbang iuran sebelum kartu cukup; alasannya lewat --reason',
      'open the premium gate before there are enough cards; say why by --reason',
    ],
    example: [
      "tranche override {id} --reason 'kartu menyusul bulan depan' --as sekda-rizal",
      "tranche override {id} --reason 'cards follow next month' --as sekda-rizal",
    ],
  },
  'tranche cards': {
    about: [
      'catat kartu yang diterima pemda dari cabang',
      'record cards that the sponsor received from the branch',
    ],
    options: {
      '--received': ['jumlah kartu', 'number of cards'],
      '--note': ['nomor surat jalan atau BAST', 'number of the delivery note'],
      '--on': ['tanggal diterima (YYYY-MM-DD)', 'day of receipt (YYYY-MM-DD)'],
    },
    example: 'tranche cards {id} --received 500 --note BAST-12 --on 2026-03-02 --as dinas-rahma',
  },
  'tranche arrears': {
    about: [
      'catat: cabang menerima tunggakan yang terlambat (C-10)',
      'record that the branch accepts late arrears (C-10)',
    ],
    options: {
      '--from': ['bulan pertama (YYYY-MM)', 'first month (YYYY-MM)'],
      '--through': ['bulan terakhir (YYYY-MM)', 'last month (YYYY-MM)'],
      '--letter': ['nomor surat cabang', 'number of the branch’s letter'],
      '--decided-on': ['tanggal surat itu (YYYY-MM-DD)', 'day of that letter (YYYY-MM-DD)'],
    },
    example:
      'tranche arrears {id} --from 2026-01 --through 2026-02 --letter B/77/2026 ' +
      '--decided-on 2026-07-01 --as cabang-gita',
  },
  'tranche budget': {
    about: [
      'sebut DPA yang membayar bulan-bulan ini (C-24)',
      'name the budget that pays these months (C-24)',
    ],
    options: {
      '--from': ['bulan pertama (YYYY-MM)', 'first month (YYYY-MM)'],
      '--through': ['bulan terakhir (YYYY-MM)', 'last month (YYYY-MM)'],
      '--document': ['nomor DPA atau APBD-P', 'number of the budget document'],
    },
    example:
      'tranche budget {id} --from 2026-01 --through 2026-12 --document DPA-2026-14 --as dinas-rahma',
  },
};

export const trancheHelp: HelpTexts = {
  tranche: { about: ['gelombang kepesertaan', 'tranches of members'] },
  'tranche open': {
    about: ['buka gelombang dengan kuota', 'open a tranche with its quota'],
    options: {
      '--name': ['nama gelombang', 'name of the tranche'],
      '--cover-from': ['hari pertama perlindungan (YYYY-MM-DD)', 'first day of cover (YYYY-MM-DD)'],
      '--quota': ['jumlah pekerja paling banyak', 'most workers it may hold'],
      '--contribution': ['iuran sebulan per orang', 'contribution a month and person'],
      '--gate': [
        'iuran menunggu kartu: kartu mana yang dihitung',
        'the contribution waits for cards: which cards are counted',
      ],
      '--gate-share': [
        'berapa persen kartu yang harus ada',
        'percent of the cards that must be there',
      ],
      '--gate-of': ['persen dari apa', 'percent of what'],
    },
    choices: { '--gate': gateBases, '--gate-of': gateWholes },
    example:
      "tranche open --programme {id} --name 'Gelombang I' --cover-from 2026-03-01 --quota 5000 " +
      '--as dinas-rahma',
  },
  'tranche list': {
    about: [
      'semua gelombang: anggota, iuran, kartu, gerbang, sisa hari',
      'all tranches: members, contribution, cards, gate, days left',
    ],
    options: { '--programme': ['hanya program ini', 'only this programme'] },
    example: 'tranche list',
  },
  'tranche show': {
    about: [
      'satu gelombang: bulan lunas, kartu, gerbang, jam tunggakan',
      'one tranche: months paid, cards, gate, lapse clock',
    ],
    options: {
      '--at': ['keadaan pada hari ini (YYYY-MM-DD)', 'as it stood on this day (YYYY-MM-DD)'],
      '--known-at': [
        'menurut catatan sampai posisi ini',
        'as known by the log up to this position',
      ],
    },
    example: 'tranche show {id} --at 2026-03-31',
  },
  ...saying,
};
