// Help texts of local aid: the sponsor's own money for heirs, apart from any benefit of BPJS.
import { aidPapers, aidStandings } from '../aid-phrases.ts';
import type { HelpTexts } from './command-help.ts';

export const aidHelp: HelpTexts = {
  aid: {
    about: [
      'santunan daerah: uang pemda sendiri untuk ahli waris, terpisah dari JKM',
      'local aid: the sponsor’s own money for heirs, apart from JKM',
    ],
  },
  'aid propose': {
    about: [
      'usulkan ketentuan menurut Perwali: tarif, batas pengajuan, syarat, berkas',
      'propose the terms of a Perwali: tariff, filing limit, conditions, papers',
    ],
    options: {
      '--perwali': ['nomor Perwali', 'number of the Perwali'],
      '--perwali-date': ['tanggal Perwali', 'day of the Perwali'],
      '--from': ['untuk wafat sejak hari ini', 'for deaths from this day on'],
      '--filing-days': ['diajukan paling lambat sekian hari', 'to be filed within so many days'],
      '--paper': ['berkas yang diminta (dapat diulang)', 'paper that is asked for (repeatable)'],
      '--poor-only': ['hanya warga yang terdata miskin', 'only those registered as poor'],
      '--residents-only': ['hanya penduduk daerah ini', 'only residents of this region'],
    },
    choices: { '--paper': aidPapers },
    example:
      'aid propose --programme {id} --payer {id} --perwali 9/2022 --perwali-date 2022-01-03 --from 2022-01-03 --amount 3000000 --filing-days 100 --paper DEATH_CERTIFICATE --paper FAMILY_CARD --poor-only --residents-only --as dinas-rahma',
  },
  'aid confirm': {
    about: ['berlakukan ketentuan (orang kedua)', 'put the terms in force (second person)'],
    arguments: { terms: ['nomor ketentuan', 'id of the terms'] },
    example: 'aid confirm {id} --payer {id} --as kadis-yusuf',
  },
  'aid budget': {
    about: [
      'tetapkan pagu satu tahun; yang menunggu langsung dilayani menurut urutan. Pagu tahun depan baru melayani sejak 1 Januari: ulangi perintah ini',
      'set the budget of a year; whoever waits is served at once, in order. Next year’s serves from 1 January on: repeat this command then',
    ],
    options: {
      '--year': ['tahun anggaran', 'fiscal year'],
      '--document': ['nomor DPA', 'number of the budget document'],
    },
    example:
      'aid budget --payer {id} --year 2026 --amount 651000000 --document DPA-4.01/2026 --as dinas-rahma',
  },
  'aid template': {
    about: ['contoh daftar permohonan (CSV)', 'an example of the list of requests (CSV)'],
    options: { '--output': ['simpan ke berkas ini', 'write it to this file'] },
    example: 'aid template',
  },
  'aid import': {
    about: [
      'terima permohonan dari daftar; urutan baris adalah urutan penerimaan',
      'receive requests from a list; the order of rows is the order of receipt',
    ],
    arguments: { file: ['daftar permohonan (CSV)', 'list of requests (CSV)'] },
    example: 'aid import permohonan.csv --programme {id} --payer {id} --as kelurahan-eko',
  },
  'aid paper': {
    about: ['terima satu berkas permohonan', 'receive a paper of a request'],
    options: {
      '--kind': ['berkas yang mana', 'which paper'],
      '--file': [
        'salinannya; tanpa ini berkas asli dilihat dan dikembalikan',
        'its copy; without it the original was seen and given back',
      ],
    },
    choices: { '--kind': aidPapers },
    example: 'aid paper {id} --kind POVERTY_STATEMENT --as kelurahan-eko',
  },
  'aid verify': {
    about: [
      'verifikasi menurut Perwali; dana disisihkan, atau menunggu giliran bila pagu habis',
      'verify by the Perwali; money is set aside, or waits its turn where the budget is exhausted',
    ],
    arguments: { requests: ['nomor permohonan, satu atau lebih', 'ids of requests'] },
    example: 'aid verify {id} --as verifikator-ani',
  },
  'aid withdraw': {
    about: [
      'tarik permohonan; dananya untuk yang berikut',
      'take a request back; its money goes to the next',
    ],
    example: [
      "aid withdraw {id} --why 'ahli waris menarik permohonan' --as kelurahan-eko",
      "aid withdraw {id} --why 'the heir takes it back' --as kelurahan-eko",
    ],
  },
  'aid list': {
    about: [
      'permohonan menurut urutan penerimaan',
      'requests in the order in which they were received',
    ],
    options: { '--standing': ['hanya yang begini keadaannya', 'only those that stand so'] },
    choices: { '--standing': aidStandings },
    example: 'aid list --payer {id} --standing WAITING',
  },
  'aid show': { about: ['satu permohonan', 'one request'], example: 'aid show {id}' },
  'aid decree': {
    about: [
      'catat SK nama penerima; baru sejak itu santunan terutang',
      'record the decree of names; only from then on the aid is owed',
    ],
    options: {
      '--number': ['nomor SK', 'number of the decree'],
      '--date': ['tanggal SK', 'day of the decree'],
      '--request': [
        'hanya permohonan ini (dapat diulang); tanpa ini semua yang dananya disisihkan',
        'only this request (repeatable); else all for whom money is set aside',
      ],
    },
    example: 'aid decree --payer {id} --number 188.45/101/2022 --date 2022-03-31 --as penetap-budi',
  },
  'aid fund': {
    about: ['ketentuan, pagu, dan antrean satu pembayar', 'terms, budgets and queue of a payer'],
    example: 'aid fund --payer {id}',
  },
};
