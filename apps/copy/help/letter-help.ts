// Help texts of the letters of a claim.
import { letterKinds } from '../letter-phrases.ts';
import type { HelpTexts } from './command-help.ts';

export const letterHelp: HelpTexts = {
  letter: { about: ['surat-surat sebuah klaim', 'letters of a claim'] },
  'letter list': {
    about: ['surat yang dapat dicetak untuk satu klaim', 'letters that a claim can print'],
    example: 'letter list {id} --as verifikator-ani',
  },
  'letter print': {
    about: [
      'cetak satu surat sebagai teks (KONSEP: nomor dan tanda tangan diisi di kertas; PDF belum ada)',
      'print a letter as text (a draft: number and signature are put on paper; no PDF yet)',
    ],
    options: {
      '--kind': ['jenis surat', 'kind of letter'],
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
