// Help texts of outreach: families of the dead must know, and nobody pays for the dead.
import {
  closingGrounds,
  deathSources,
  knownDeathStates,
  visitOutcomes,
} from '../outreach-phrases.ts';
import type { Text } from '../text.ts';
import type { HelpTexts } from './command-help.ts';

const DOUBT: Text = [
  'nomor keraguan, seperti di `outreach review`',
  'id of the doubt, as in `outreach review`',
];

export const outreachHelp: HelpTexts = {
  outreach: {
    about: [
      'keluarga harus tahu: daftar kematian, kunjungan, kematian tanpa klaim',
      'families must know: lists of the dead, visits, deaths without a claim',
    ],
  },
  'outreach match': {
    about: [
      'cocokkan daftar kematian dengan peserta; yang pasti dicatat, yang ragu menunggu orang',
      'compare a list of the dead with the members; the certain are recorded, doubts wait for a person',
    ],
    arguments: {
      file: [
        'daftar kematian (CSV): NIK, NAMA, TANGGAL_LAHIR, TANGGAL_MENINGGAL, KELURAHAN',
        'list of the dead (CSV): NIK, NAMA, TANGGAL_LAHIR, TANGGAL_MENINGGAL, KELURAHAN',
      ],
    },
    options: {
      '--area': [
        'wilayah daftar: kota, kecamatan atau kelurahan; hanya peserta di situ dibandingkan',
        'area of the list: city, district or kelurahan; only members there are compared',
      ],
      '--sender': ['siapa yang mengirim daftar', 'who sent the list'],
      '--dry-run': ['periksa saja, tidak mencatat apa pun', 'only check, record nothing'],
      '--refused-to': [
        'simpan baris yang ditolak, untuk diperbaiki dan dikirim lagi',
        'write the refused rows, to be corrected and sent again',
      ],
    },
    choices: { '--sender': deathSources },
    example:
      'outreach match kematian-juni.csv --area 64.74 --sender CIVIL_REGISTRY --dry-run --as kelurahan-eko',
  },
  'outreach review': {
    about: [
      'keraguan yang menunggu keputusan orang',
      'doubts that wait for the decision of a person',
    ],
    example: 'outreach review --as verifikator-ani',
  },
  'outreach compare': {
    about: [
      'orang di daftar dan peserta, berdampingan; tanpa --reveal hanya inisial',
      'the person of the list and the member, side by side; initials only without --reveal',
    ],
    arguments: { doubt: DOUBT },
    options: {
      '--reveal': [
        'buka nama dan tanggal lahir; alasannya dicatat',
        'open names and birth dates; the reason is recorded',
      ],
    },
    example: [
      "outreach compare {id} {id} --reveal 'memeriksa daftar kematian' --as verifikator-ani",
      "outreach compare {id} {id} --reveal 'checking the list of the dead' --as verifikator-ani",
    ],
  },
  'outreach accept': {
    about: ['orang yang sama: kematiannya diketahui', 'the same person: the death is known'],
    arguments: { doubt: DOUBT },
    example: [
      "outreach accept {id} {id} --why 'alamat dan nama ibu cocok' --as verifikator-ani",
      "outreach accept {id} {id} --why 'address and mother agree' --as verifikator-ani",
    ],
  },
  'outreach dismiss': {
    about: ['orang lain: keraguan selesai', 'somebody else: the doubt is settled'],
    arguments: { doubt: DOUBT },
    example: [
      "outreach dismiss {id} {id} --why 'pekerja ini ditemui sehat' --as verifikator-ani",
      "outreach dismiss {id} {id} --why 'this worker was met in good health' --as verifikator-ani",
    ],
  },
  'outreach list': {
    about: [
      'kematian yang diketahui dan belum selesai, umurnya dalam hari',
      'known deaths that are not finished, aged in days',
    ],
    options: { '--state': ['hanya yang begini keadaannya', 'only those that stand so'] },
    choices: { '--state': knownDeathStates },
    example: 'outreach list --area 64.74.02 --state NO_CLAIM --as kelurahan-eko',
  },
  'outreach count': {
    about: ['kematian yang diketahui per kelurahan', 'known deaths per kelurahan'],
    example: 'outreach count --area 64.74',
  },
  'outreach visit': {
    about: ['catat kunjungan kepada keluarga', 'record a visit to the family'],
    options: {
      '--on': ['tanggal kunjungan', 'day of the visit'],
      '--result': ['hasilnya', 'what came of it'],
      '--note': ['catatan; disegel', 'a note; it is sealed'],
    },
    choices: { '--result': visitOutcomes },
    example: 'outreach visit {id} --on 2026-06-20 --result INFORMED --as kelurahan-eko',
  },
  'outreach close': {
    about: [
      'tutup kematian tanpa klaim, dengan alasannya; ALIVE: iuran berjalan lagi',
      'close a death without a claim, with its ground; ALIVE: contributions go on',
    ],
    options: { '--ground': ['mengapa', 'why'] },
    choices: { '--ground': closingGrounds },
    example: [
      "outreach close {id} --ground NO_HEIR --why 'hidup sendiri, tanpa keluarga' --as verifikator-ani",
      "outreach close {id} --ground NO_HEIR --why 'lived alone, no family' --as verifikator-ani",
    ],
  },
};
