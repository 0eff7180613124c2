// Words of reports: titles, columns, and the seal that stands on every printed sheet.
import type { ReportAxis } from '../../projections/payment-report.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const reportAxes: Words<ReportAxis> = {
  programme: ['program', 'programme'],
  source: ['sumber dana', 'source of money'],
  kelurahan: ['kelurahan', 'kelurahan'],
  kind: ['jenis', 'kind'],
  month: ['bulan', 'month'],
};

export const reportFormats = {
  text: ['di layar', 'on the screen'],
  csv: ['CSV', 'CSV'],
  xlsx: ['lembar kerja XLSX', 'XLSX worksheet'],
  pdf: ['PDF', 'PDF'],
} as const satisfies Readonly<Record<string, Text>>;

export const reportPhrases = {
  payments: ['Pembayaran menurut {axis}', 'Payments by {axis}'],
  period: ['Masa: {from} s.d. {to}', 'Period: {from} to {to}'],
  wholePeriod: ['Masa: seluruhnya', 'Period: everything'],
  nominative: ['Daftar nominatif run {run}', 'Payments by name, run {run}'],
  members: ['Daftar pembayaran run {run}', 'Payments of run {run}'],
  written: ['Laporan ditulis ke {path}.', 'The report was written to {path}.'],
  outputMissing: [
    'Sebut berkasnya dengan --output untuk bentuk selain teks.',
    'Name the file with --output for any form but text.',
  ],
  sealed: [
    'Log: posisi {position}, {size} peristiwa, akar {root}, disegel {at}',
    'Log: position {position}, {size} events, root {root}, sealed {at}',
  ],
  notSealed: ['Log belum disegel.', 'The log is not sealed yet.'],
} as const satisfies Readonly<Record<string, Text>>;

export const reportColumns = {
  payer: ['pembayar', 'payer'],
  flow: ['arus', 'flow'],
  mode: ['mandat', 'mandate'],
  payables: ['banyaknya', 'count'],
  owed: ['terutang', 'owed'],
  settled: ['dibayar', 'paid'],
  settledIdr: ['jumlah dibayar', 'sum paid'],
  reported: ['dilaporkan dibayar', 'reported paid'],
  reportedIdr: ['jumlah dilaporkan', 'sum reported'],
  open: ['belum', 'open'],
  place: ['no', 'no'],
  name: ['penerima', 'payee'],
  account: ['rekening', 'account'],
  payable: ['pembayaran', 'payment'],
  claim: ['perkara', 'case'],
  payment: ['nomor di bank', 'id at the bank'],
  amount: ['jumlah', 'sum'],
  stage: ['keadaan', 'state'],
} as const satisfies Readonly<Record<string, Text>>;
