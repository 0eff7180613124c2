// Help texts of offices and programmes: people, payers, mandates, tranches, contributions.
import { mandateModes } from '../code-words.ts';
import type { HelpTexts } from './command-help.ts';
import { trancheHelp } from './tranche-help.ts';

const people: HelpTexts = {
  actor: { about: ['petugas, kewenangan, pelimpahan', 'people, their acts, delegation'] },
  'actor add': {
    about: ['daftarkan petugas dan kewenangannya', 'register a person and their acts'],
    arguments: { actor: ['nama akun, mis. verifikator-ani', 'account, e.g. verifikator-ani'] },
    options: {
      '--office': ['kantornya', 'their office'],
      '--name': ['nama orangnya (disegel)', 'name of the person (sealed)'],
      '--act': ['kewenangan; beberapa dipisah koma', 'acts; several separated by commas'],
      '--first': [
        'administrator pertama pemasangan ini',
        'first administrator of this installation',
      ],
    },
    example:
      'actor add verifikator-ani --office BPJS_BRANCH --name Ani --act check-claim,recommend-claim ' +
      "--area 64.74 --letter 'ST 12/2026' --as admin-nur",
  },
  'actor delegate': {
    about: ['limpahkan satu kewenangan untuk sementara', 'delegate an act for a time'],
    arguments: {
      principal: ['akun yang melimpahkan', 'account that delegates'],
      delegate: ['akun yang menerima', 'account that receives'],
    },
    options: { '--act': ['kewenangan yang dilimpahkan', 'the act that is delegated'] },
    example:
      'actor delegate penetap-budi verifikator-ani --act approve-claim --area 64.74 ' +
      "--from 2026-12-01 --to 2026-12-14 --letter 'ST 15/2026' --as admin-nur",
  },
  'actor appoint': {
    about: ['beri petugas satu kewenangan lagi', 'give a person a further act'],
    arguments: { actor: ['nama akun, mis. verifikator-ani', 'account, e.g. verifikator-ani'] },
    options: {
      '--act': ['kewenangan yang diberikan', 'the act that is given'],
      '--limit': [
        'memutus paling banyak sebesar ini (hanya untuk menyetujui klaim)',
        'decides up to this sum (for approving claims only)',
      ],
      '--benefit': [
        'hanya manfaat ini: JKM, JKK, atau keduanya dengan koma',
        'these benefits only: JKM, JKK, or both with a comma',
      ],
    },
    example:
      "actor appoint penetap-budi --act check-claim --area 64.74 --letter 'ST 16/2026' --as admin-nur",
  },
  'actor end': {
    about: ['akhiri satu kewenangan petugas', 'end an act of a person'],
    arguments: { actor: ['nama akun, mis. verifikator-ani', 'account, e.g. verifikator-ani'] },
    options: {
      '--act': ['kewenangan yang diakhiri', 'the act that ends'],
      '--on': [
        'hari pertama tanpa kewenangan itu; bawaan: hari ini',
        'first day without it; default: today',
      ],
    },
    example: "actor end penetap-budi --act approve-claim --why 'pindah tugas' --as admin-nur",
  },
  'actor show': {
    about: [
      'semua kewenangan seorang petugas: wilayah, masa, surat',
      'every act of a person: area, dates, letter',
    ],
    arguments: { actor: ['nama akun, mis. verifikator-ani', 'account, e.g. verifikator-ani'] },
    example: 'actor show penetap-budi',
  },
  'actor list': {
    about: ['semua petugas, kantor, dan kewenangannya', 'all people, their offices and acts'],
    example: 'actor list',
  },
};

const payers: HelpTexts = {
  payer: { about: ['pembayar dan mandat', 'payers and mandates'] },
  'payer add': {
    about: ['daftarkan pembayar: badan, dana, rekening', 'register a payer: body, fund, account'],
    options: {
      '--entity': ['badan hukum', 'legal entity'],
      '--fund': ['sumber dana', 'the fund'],
      '--legal-basis': ['dasar hukum', 'legal basis'],
      '--account': ['nomor rekening dana (disegel)', 'number of the funding account (sealed)'],
      '--bank': [
        'BIC bank, mis. PDKTIDJ1, atau kode profilnya, mis. bankaltimtara-csv',
        'BIC of the bank, e.g. PDKTIDJ1, or the code of its profile, e.g. bankaltimtara-csv',
      ],
    },
    example:
      "payer add --programme {id} --entity 'BPJS Bontang' --fund 'DJS JKM' --legal-basis 'PP 44/2015' " +
      '--account 1240018000777 --bank PDKTIDJ1 --from 2026-01-02 --as dinas-rahma',
  },
  'payer list': {
    about: ['semua pembayar', 'all payers'],
    options: { '--programme': ['hanya program ini', 'only this programme'] },
    example: 'payer list',
  },
  'payer mandate': {
    about: [
      'mandat membayar sendiri atau memantau, oleh dua orang',
      'mandate to pay or to follow, by two persons',
    ],
  },
  'payer mandate propose': {
    about: ['orang pertama mengusulkan mandat', 'the first person proposes a mandate'],
    options: {
      '--flow': ['arus uang', 'flow of money'],
      '--mode': ['membayar sendiri atau memantau', 'pays itself, or follows'],
    },
    choices: { '--mode': mandateModes },
    example:
      'payer mandate propose --programme {id} --payer {id} --flow BENEFIT --mode DISBURSES ' +
      '--from 2026-01-02 --as dinas-rahma',
  },
  'payer mandate confirm': {
    about: ['orang kedua mengesahkan mandat', 'the second person confirms a mandate'],
    arguments: {
      mandate: ['nomor mandat, seperti di `payer mandate list`', 'id, as in `payer mandate list`'],
    },
    example: 'payer mandate confirm {id} --programme {id} --as kadis-yusuf',
  },
  'payer mandate list': {
    about: [
      'semua mandat: siapa membayar apa, sejak kapan',
      'all mandates: who pays what, since when',
    ],
    options: { '--programme': ['hanya program ini', 'only this programme'] },
    example: 'payer mandate list',
  },
};

export const officeHelp: HelpTexts = {
  ...people,
  programme: { about: ['program perlindungan', 'protection programmes'] },
  'programme create': {
    about: ['buat program dengan dasar hukum', 'create a programme on a legal basis'],
    options: {
      '--name': ['nama program', 'name of the programme'],
      '--sponsor': ['penyelenggara', 'the sponsor'],
      '--region': ['kode kabupaten/kota, mis. 64.74', 'code of the regency or city, e.g. 64.74'],
      '--legal-basis': ['dasar hukum, mis. Perwali 23/2023', 'legal basis, e.g. Perwali 23/2023'],
      '--age-from': ['usia terendah', 'lowest age'],
      '--age-to': ['usia tertinggi', 'highest age'],
    },
    example:
      "programme create --name 'Pekerja Rentan' --sponsor 'Kota Bontang' --region 64.74 " +
      "--legal-basis 'Perwali 23/2023' --as dinas-rahma",
  },
  'programme list': { about: ['semua program', 'all programmes'], example: 'programme list' },
  'programme show': {
    about: [
      'satu program dengan pembayar, mandat, dan gelombangnya',
      'one programme with its payers, mandates and tranches',
    ],
    arguments: { programme: ['nomor program', 'id of the programme'] },
    example: 'programme show {id}',
  },
  ...payers,
  ...trancheHelp,
  contribution: { about: ['iuran', 'contributions'] },
  'contribution bill': {
    about: ['catat tagihan satu bulan dari BPJS', 'record the bill of a month from BPJS'],
    options: {
      '--workers': ['jumlah orang dalam tagihan', 'persons on the bill'],
      '--payment-code': ['kode iuran', 'payment code'],
      '--code-expires': [
        'hari terakhir kode iuran berlaku (YYYY-MM-DD)',
        'last day of the payment code (YYYY-MM-DD)',
      ],
    },
    example:
      'contribution bill --tranche {id} --month 2026-03 --workers 60 --amount 1008000 ' +
      '--payment-code 88888 --as dinas-rahma',
  },
  'contribution confirm': {
    about: ['catat: iuran terlihat lunas di BPJS', 'record that BPJS shows the contribution paid'],
    options: { '--reference': ['nomor SP2D', 'number of the payment order (SP2D)'] },
    example:
      'contribution confirm --tranche {id} --month 2026-03 --amount 1008000 --paid-on 2026-03-01 ' +
      '--reference SP2D-17 --as dinas-rahma',
  },
};
