// Help texts of what happens outside the office: visits in the field, a court that is awaited.
import { signerParts, visitResults } from '../field-phrases.ts';
import type { HelpTexts } from './command-help.ts';

export const fieldHelp: HelpTexts = {
  'claim verify-field': {
    about: [
      'verifikasi lapangan: petugas datang, melihat, dan membuat berita acara',
      'field verification: an officer goes, sees, and writes minutes',
    ],
  },
  'claim verify-field open': {
    about: [
      'minta verifikasi lapangan karena ada yang diragukan (yang diwajibkan aturan terbuka sendiri)',
      'ask for a visit because something is in doubt (what the rules ask for opens by itself)',
    ],
    example: [
      "claim verify-field open {id} --why 'alamat tidak cocok' --as verifikator-ani",
      "claim verify-field open {id} --why 'the address does not fit' --as verifikator-ani",
    ],
  },
  'claim verify-field waive': {
    about: [
      'tiadakan verifikasi lapangan yang menunggu, dengan alasan; yang meniadakan tidak ikut memutus klaim itu',
      'let a waiting visit be, with a reason; whoever does so takes no decision on that claim',
    ],
    options: { '--why': ['alasannya; dicatat', 'why; recorded'] },
    example: [
      "claim verify-field waive {id} --why 'keluarga pindah ke luar pulau' --as penetap-budi",
      "claim verify-field waive {id} --why 'the family moved to another island' --as penetap-budi",
    ],
  },
  'claim verify-field assign': {
    about: ['tugaskan petugas untuk datang', 'send an officer'],
    options: { '--to': ['akun petugas', 'account of the officer'] },
    example: 'claim verify-field assign {id} --to kelurahan-eko --as verifikator-ani',
  },
  'claim verify-field done': {
    about: [
      'catat berita acara yang ditandatangani; hasilnya masuk pemeriksaan',
      'record the signed minutes; the result goes into the checks',
    ],
    options: {
      '--visited-on': ['tanggal kunjungan (YYYY-MM-DD)', 'day of the visit (YYYY-MM-DD)'],
      '--result': ['hasilnya', 'what was found'],
      '--minutes': ['isi berita acara (disegel)', 'the minutes (sealed)'],
      '--signed': [
        'penanda tangan, BAGIAN:nama (nama disegel); ulangi untuk tiap orang; perlu petugas dan saksi',
        'who signed, PART:name (the name is sealed); once for each; officer and witness are needed',
      ],
      '--evidence': [
        'pindaian berita acara bertanda tangan (disimpan tersegel)',
        'scan of the signed minutes (kept encrypted)',
      ],
    },
    choices: { '--result': visitResults, '--signed': signerParts },
    example: [
      'claim verify-field done {id} --visited-on 2026-09-12 --result CONFIRMED ' +
        "--minutes 'Rumah didatangi, tetangga membenarkan' --signed 'OFFICER:Eko Prasetyo' " +
        "--signed 'WITNESS:Nur Hayati' --evidence berita-acara.pdf --as kelurahan-eko",
      'claim verify-field done {id} --visited-on 2026-09-12 --result CONFIRMED ' +
        "--minutes 'Went to the house, the neighbour confirms' --signed 'OFFICER:Eko Prasetyo' " +
        "--signed 'WITNESS:Nur Hayati' --evidence minutes.pdf --as kelurahan-eko",
    ],
  },
  'claim court': {
    about: [
      'menunggu pengadilan: penetapan ahli waris, atau kematian orang hilang',
      'waiting for a court: who the heirs are, or the death of somebody missing',
    ],
  },
  'claim court await': {
    about: [
      'catat bahwa keluarga sudah mengajukan ke pengadilan; jam kantor berhenti sampai ada penetapan',
      'record that the family went to court; the clock of the office stands until it has spoken',
    ],
    options: {
      '--court': ['nama pengadilan', 'name of the court'],
      '--reference': ['nomor perkara', 'number of the case'],
      '--filed-on': ['tanggal diajukan (YYYY-MM-DD)', 'day of filing (YYYY-MM-DD)'],
    },
    example: [
      "claim court await {id} --court 'PA Bontang' --reference 12/Pdt.P/2026/PA.Botg " +
        '--filed-on 2026-09-12 --as kelurahan-eko',
      "claim court await {id} --court 'Religious Court of Bontang' --reference 12/Pdt.P/2026/PA.Botg " +
        '--filed-on 2026-09-12 --as kelurahan-eko',
    ],
  },
  'claim court end': {
    about: [
      'pengadilan tidak ditunggu lagi (penetapannya sendiri diterima dengan `claim documents add`)',
      'the court is awaited no more (its own determination comes by `claim documents add`)',
    ],
    example: [
      "claim court end {id} --why 'permohonan dicabut keluarga' --as kelurahan-eko",
      "claim court end {id} --why 'the family withdrew it' --as kelurahan-eko",
    ],
  },
};
