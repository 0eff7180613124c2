// Help texts of the reports: payments counted by any side, and the list of one run.
import { reportAxes, reportFormats } from '../report-phrases.ts';
import type { HelpTexts } from './command-help.ts';

const FILE = {
  options: {
    '--format': ['bentuk laporan', 'form of the report'],
    '--output': ['tulis ke berkas ini', 'write it to this file'],
  },
  choices: { '--format': reportFormats },
} as const;

export const reportHelp: HelpTexts = {
  report: {
    about: ['laporan uang: layar, CSV, XLSX, PDF', 'reports of money: screen, CSV, XLSX, PDF'],
  },
  'report payments': {
    about: [
      'pembayaran menurut program, sumber, kelurahan, jenis, atau bulan (yang belum dibayar: bulan terutangnya)',
      'payments by programme, source, kelurahan, kind or month (unpaid ones: the month they became owed)',
    ],
    options: {
      ...FILE.options,
      '--by': ['menurut apa', 'by what'],
      '--payer': ['hanya pembayar ini', 'only this payer'],
      '--flow': ['hanya arus uang ini', 'only this flow of money'],
      '--from': ['sejak hari ini', 'from this day on'],
      '--to': ['sampai hari ini', 'up to this day'],
    },
    choices: { ...FILE.choices, '--by': reportAxes },
    example: 'report payments --by kelurahan --format xlsx -o pembayaran.xlsx',
  },
  'report run': {
    about: [
      'daftar pembayaran satu run; dengan --names menjadi daftar nominatif',
      'the payments of one run; with --names, by name and account',
    ],
    options: {
      ...FILE.options,
      '--names': [
        'buka nama dan rekening, dengan alasan; tercatat pada run',
        'open names and accounts, with a reason; recorded with the run',
      ],
    },
    choices: FILE.choices,
    example: [
      "report run {id} --names 'daftar nominatif SP2D' --format pdf -o run.pdf --as keuangan-citra",
      "report run {id} --names 'list by name for the auditors' --format pdf -o run.pdf --as keuangan-citra",
    ],
  },
};
