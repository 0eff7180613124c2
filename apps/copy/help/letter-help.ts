// Help texts of the letters of a claim and of the offices that write them.
import { offices } from '../code-words.ts';
import { letterKinds } from '../letter-phrases.ts';
import type { Text } from '../text.ts';
import type { HelpTexts } from './command-help.ts';

const NUMBER: Text = [
  'nomor surat, mis. 014/PEN/BPJS-BTG/XI/2026',
  'number of the letter, e.g. 014/PEN/BPJS-BTG/XI/2026',
];
const WHICH: Text = [
  'klaimnya, jika dua kantor memakai nomor yang sama',
  'its claim, where two offices write the same number',
];

const heads: HelpTexts = {
  'letter head': {
    about: [
      'tetapkan kop surat satu kantor, berlaku sejak satu hari',
      'set the letterhead of an office, from a day on',
    ],
    options: {
      '--office': ['kantornya', 'the office'],
      '--name': ['nama kantor di kop surat', 'name of the office on the letterhead'],
      '--address': ['alamat', 'address'],
      '--contact': ['telepon atau surel', 'telephone or mail'],
      '--place': ['kota di atas tanda tangan', 'town above the signature'],
      '--code': ['kode kantor dalam nomor surat', 'code of the office in its numbers'],
      '--from': ['hari pertama; bawaan: hari ini', 'first day; default: today'],
    },
    choices: { '--office': offices },
    example:
      "letter head --office BPJS_BRANCH --area 64.74 --name 'BPJS Ketenagakerjaan Cabang Bontang' " +
      "--address 'Jalan MT Haryono 1' --contact 0548-1234 --place Bontang --code BPJS-BTG --as admin-nur",
  },
  'letter signer': {
    about: [
      'tunjuk penanda tangan surat satu kantor; kewenangannya sign-letter',
      'name who signs the letters of an office; the act is sign-letter',
    ],
    arguments: { actor: ['nama akun, mis. penetap-budi', 'account, e.g. penetap-budi'] },
    options: {
      '--office': ['kantornya', 'the office'],
      '--title': ['jabatan di bawah tanda tangan', 'title under the signature'],
      '--from': ['hari pertama; bawaan: hari ini', 'first day; default: today'],
      '--to': ['hari terakhir', 'last day'],
    },
    choices: { '--office': offices },
    example:
      "letter signer penetap-budi --office BPJS_BRANCH --area 64.74 --title 'Kepala Cabang' --as admin-nur",
  },
};

export const letterHelp: HelpTexts = {
  letter: { about: ['surat-surat klaim dan nomornya', 'letters of claims and their numbers'] },
  ...heads,
  'letter list': {
    about: [
      'surat satu klaim; tanpa klaim: seri nomor satu kantor, yang batal tetap tampak',
      'letters of a claim; without one: the numbers of an office, void ones stay visible',
    ],
    options: {
      '--office': ['kantornya', 'the office'],
      '--kind': ['jenis surat', 'kind of letter'],
      '--year': ['tahun', 'year'],
    },
    choices: { '--kind': letterKinds, '--office': offices },
    example: 'letter list {id} --as verifikator-ani',
  },
  'letter show': {
    about: [
      'satu surat: jenis, klaim, keadaan, penanda tangan',
      'a letter: kind, claim, state, signer',
    ],
    arguments: { letter: NUMBER },
    options: { '--claim': WHICH },
    example: 'letter show 014/PEN/BPJS-BTG/XI/2026 --as verifikator-ani',
  },
  'letter issue': {
    about: [
      'beri surat nomor berikutnya dari seri kantornya (masih KONSEP sampai ditandatangani)',
      'give a letter the next number of its office (a draft until it is signed)',
    ],
    options: { '--kind': ['jenis surat', 'kind of letter'] },
    choices: { '--kind': letterKinds },
    example: 'letter issue {id} --kind DETERMINATION --as penetap-budi',
  },
  'letter sign': {
    about: [
      'tandatangani surat bernomor; teksnya disimpan utuh, pembukaan nama dicatat',
      'sign a numbered letter; its text is kept whole, opening the name is recorded',
    ],
    arguments: { letter: NUMBER },
    options: { '--claim': WHICH },
    example: 'letter sign 014/PEN/BPJS-BTG/XI/2026 --as penetap-budi',
  },
  'letter void': {
    about: [
      'batalkan surat dengan alasan; nomornya tidak dipakai lagi',
      'make a letter void, with a reason; its number is not used again',
    ],
    arguments: { letter: NUMBER },
    options: { '--claim': WHICH },
    example: [
      "letter void 014/PEN/BPJS-BTG/XI/2026 --why 'nama penerima salah' --as penetap-budi",
      "letter void 014/PEN/BPJS-BTG/XI/2026 --why 'wrong name' --as penetap-budi",
    ],
  },
  'letter print': {
    about: [
      'cetak surat bernomor, atau konsep dari satu klaim (--kind), sebagai teks',
      'print a numbered letter, or a draft of a claim (--kind), as text',
    ],
    arguments: {
      letter: [
        'nomor surat, atau nomor klaim untuk konsep',
        'number of a letter, or id of a claim',
      ],
    },
    options: {
      '--kind': ['jenis surat, untuk konsep', 'kind of letter, for a draft'],
      '--claim': WHICH,
      '--reveal': [
        'buka nama penerima dengan alasan; tindakan ini dicatat',
        'open the name of the payee, with a reason; this is recorded',
      ],
    },
    choices: { '--kind': letterKinds },
    example: [
      "letter print {id} --kind DETERMINATION --reveal 'surat untuk keluarga' --as penetap-budi",
      "letter print {id} --kind DETERMINATION --reveal 'letter to the family' --as penetap-budi",
    ],
  },
};
