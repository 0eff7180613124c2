// Words of figures on two axes: what was asked, as known where, and which events explain a difference.
import type { FigureQuery } from '../../projections/known-at/figure-queries.ts';
import type { FigureKey } from '../../projections/programme-summary/figures.ts';
import type { MoneyStanding } from '../../projections/programme-summary/money-standing.ts';
import type { Words } from './code-words.ts';
import { accounts, financeColumns } from './finance-phrases.ts';
import { reportColumns } from './report-phrases.ts';
import type { Text } from './text.ts';

export const figureQueries: Words<FigureQuery> = {
  programme: ['angka program', 'figures of the programme'],
  kelurahan: ['angka program menurut kelurahan', 'figures of the programme by kelurahan'],
  purses: ['uang menurut pembayar dan keadaan', 'money by payer and standing'],
  'payments-by-programme': ['pembayaran menurut program', 'payments by programme'],
  'payments-by-source': ['pembayaran menurut sumber dana', 'payments by source of money'],
  'payments-by-kelurahan': ['pembayaran menurut kelurahan', 'payments by kelurahan'],
  'payments-by-kind': ['pembayaran menurut jenis', 'payments by kind'],
  'payments-by-month': ['pembayaran menurut bulan', 'payments by month'],
  'trial-balance': ['neraca saldo', 'trial balance'],
};

export type FigureBasis = 'office' | 'log';

export const figureBases: Words<FigureBasis> = {
  office: [
    'kantor (menurut hari berlakunya, juga riwayat yang dimasukkan belakangan)',
    'office (by the day it took effect, an entered past too)',
  ],
  log: [
    'catatan (hanya yang sudah tercatat pada hari itu)',
    'log (only what was recorded by that day)',
  ],
};

const figureNames: Words<FigureKey> = {
  nominated: ['diusulkan', 'nominated'],
  named_in_decree: ['tercantum dalam SK', 'named in a decree'],
  refused: ['ditolak BPJS', 'refused by BPJS'],
  registered_cumulative: ['terdaftar, kumulatif', 'registered, ever'],
  active_now: ['terlindungi', 'covered'],
  not_started_now: ['perlindungan belum mulai', 'cover not begun'],
  lapsed_now: ['perlindungan terputus', 'cover lapsed'],
  ended: ['berakhir (meninggal)', 'ended (died)'],
  deaths_known: ['kematian diketahui', 'deaths known'],
  claims_reported: ['klaim dilaporkan', 'claims reported'],
  claims_in_verification: ['klaim dalam verifikasi', 'claims in verification'],
  claims_decided: ['klaim diputus', 'claims decided'],
  claims_rejected: ['klaim ditolak', 'claims rejected'],
  claims_withdrawn: ['klaim ditarik', 'claims withdrawn'],
  claims_paid: ['klaim dibayar', 'claims paid'],
  claims_reported_paid: ['klaim dilaporkan dibayar', 'claims reported paid'],
  paid_total: ['manfaat dibayar', 'benefits paid'],
  reported_paid_total: ['manfaat dilaporkan dibayar', 'benefits reported paid'],
  retained_total: ['tetap di dana', 'kept by the fund'],
  open_total: ['manfaat belum selesai', 'benefits not finished'],
  payables_open_total: ['manfaat diputus, belum dibayar', 'benefits decided, not paid yet'],
  local_aid_paid_total: ['santunan daerah dibayar', 'local aid paid'],
  local_aid_open_total: ['santunan daerah belum dibayar', 'local aid not paid yet'],
};

const standings: Words<MoneyStanding> = {
  OPEN: ['belum dibayar', 'not paid yet'],
  SETTLED: ['dibayar', 'paid'],
  REPORTED_PAID: ['dilaporkan dibayar', 'reported paid'],
  RETAINED: ['tetap di dana', 'kept by the fund'],
  CANCELLED: ['dibatalkan', 'cancelled'],
};

const { owed, settled, settledIdr, reported, reportedIdr, open, payables, amount } = reportColumns;

/** Every code that stands between the bars of a figure's key. */
export const figureParts: Words = {
  ...figureNames,
  ...standings,
  ...accounts,
  ...{ owedIdr: owed, settled, settledIdr, reported, reportedIdr, openIdr: open },
  ...{ payables, amountIdr: amount },
  ...{ debitIdr: financeColumns.debit, creditIdr: financeColumns.credit },
  balanceIdr: financeColumns.balance,
};

export const figurePhrases = {
  title: ['{query}, per {at}', '{query}, on {at}'],
  known: [
    'Diketahui sampai posisi {position} ({size} peristiwa), akar {root}',
    'Known up to position {position} ({size} events), root {root}',
  ],
  basis: ['Dasar: {basis}', 'Basis: {basis}'],
  again: ['Angka yang sama lagi: {command}', 'The same figure again: {command}'],
  nothing: [
    'Tidak ada angka: belum ada yang tercatat saat itu.',
    'No figure: nothing was on record then.',
  ],
  beyond: [
    'Posisi itu belum tersegel atau belum ada; yang terakhir tersegel: {position}.',
    'That position is not sealed yet, or does not exist; the last one sealed: {position}.',
  ],
  before: [
    'Saat itu belum ada segel: catatan ini baru disegel sejak {first}.',
    'Nothing was sealed by then: this log is sealed since {first}.',
  ],
  otherRoot: [
    'AKAR BERBEDA. Anda menyebut {given}; pada posisi {position} akarnya {root}. Catatan ini bukan yang dipakai angka Anda: jalankan `lindung audit verify --checkpoint`.',
    'ANOTHER ROOT. You gave {given}; at position {position} it is {root}. This is not the log of your figure: run `lindung audit verify --checkpoint`.',
  ],
  diffTitle: [
    '{query}: dari {from} (posisi {fromPosition}) ke {to} (posisi {toPosition})',
    '{query}: from {from} (position {fromPosition}) to {to} (position {toPosition})',
  ],
  same: ['Tidak ada perbedaan.', 'No difference.'],
  explainedBy: [
    'Penjelasan, {count} peristiwa atau kelompok peristiwa:',
    'Explained by {count} events or groups of events:',
  ],
  byTime: [
    'Karena hari berjalan, tanpa peristiwa (perlindungan mulai atau terputus):',
    'By the calendar alone, without an event (cover began or lapsed):',
  ],
  addsUp: [
    'Jumlah penjelasan sama dengan selisihnya.',
    'The explanations add up to the difference.',
  ],
  doesNotAddUp: [
    'Jumlah penjelasan TIDAK sama dengan selisihnya; laporkan kepada pengelola.',
    'The explanations do NOT add up to the difference; tell the operator.',
  ],
  showTitle: ['{kind} {id} per {at}: {stage}', '{kind} {id} on {at}: {stage}'],
  showEvents: [
    '{count} peristiwa berlaku saat itu; dicatat sesudahnya: {later}',
    '{count} events in force then; recorded later: {later}',
  ],
  notBegun: [
    'Belum ada apa-apa tentang {id} pada hari dan posisi itu.',
    'There was nothing about {id} on that day and position.',
  ],
  factLine: ['#{position} {day}, {actor}', '#{position} {day}, {actor}'],
} as const satisfies Readonly<Record<string, Text>>;

export const figureColumns = {
  figure: ['angka', 'figure'],
  value: ['nilai', 'value'],
  before: ['semula', 'before'],
  after: ['menjadi', 'after'],
  delta: ['selisih', 'difference'],
} as const satisfies Readonly<Record<string, Text>>;
