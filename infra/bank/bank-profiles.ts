// Paying banks of the region and the limits of their rails, as data that an office can edit.
import type { BankProfile, Rail, RailRule, TransferColumn } from './bank-port.ts';
import { transactionsPerFileMax } from './bank-port.ts';

/**
 * Limits of `domain-rules.md` §6.3 (BI-FAST and SKNBI: confidence P, RTGS: K). Above BI-FAST the
 * rule names RTGS, so it stands before SKNBI; a bank without RTGS falls through to SKNBI.
 */
export const nationalRails: readonly RailRule[] = [
  { rail: 'BI_FAST', codeAtBank: 'BI-FAST', upToIdr: 250_000_000n },
  { rail: 'RTGS', codeAtBank: 'RTGS', aboveIdr: 100_000_000n },
  { rail: 'SKNBI', codeAtBank: 'SKNBI', upToIdr: 1_000_000_000n },
];

/** BPD Kaltim Kaltara pays for Bontang and Kutai Timur (BIC: confidence P). */
export const bankaltimtara: BankProfile = {
  code: 'bankaltimtara',
  bic: 'PDKTIDJ1',
  name: 'BPD KALTIM KALTARA',
  amountStyle: 'two-decimals',
  rails: nationalRails,
  transactionsMax: transactionsPerFileMax,
};

/** BPD Kalsel pays for Kotabaru, which lies in Kalimantan Selatan (BIC: confidence P). */
export const bankKalsel: BankProfile = {
  code: 'bank-kalsel',
  bic: 'PDKSIDJ1',
  name: 'BPD KALSEL',
  amountStyle: 'two-decimals',
  rails: nationalRails,
  transactionsMax: transactionsPerFileMax,
};

const tableColumns: readonly TransferColumn[] = [
  { header: 'NO', field: 'NUMBER' },
  { header: 'NO REKENING', field: 'ACCOUNT' },
  { header: 'NAMA PENERIMA', field: 'NAME' },
  { header: 'KODE BANK', field: 'BANK_CODE' },
  { header: 'JUMLAH', field: 'AMOUNT' },
  { header: 'LAYANAN', field: 'RAIL' },
  { header: 'BERITA', field: 'REMITTANCE' },
  { header: 'NO REFERENSI', field: 'PAYMENT_ID' },
];

/**
 * The same bank by its upload table, for an office without host-to-host: a payer names this code as
 * its bank. The columns are ours to begin with (confidence K); the bank's own form goes here.
 */
export const bankaltimtaraTable: BankProfile = {
  ...bankaltimtara,
  code: 'bankaltimtara-csv',
  amountStyle: 'whole',
  template: { form: 'csv', delimiter: ';', columns: tableColumns },
};

/** The same as a worksheet. */
export const bankaltimtaraSheet: BankProfile = {
  ...bankaltimtaraTable,
  code: 'bankaltimtara-xlsx',
  template: { form: 'xlsx', sheet: 'TRANSFER', columns: tableColumns },
};

/** Lines of fixed width, as older upload programs take them (widths: confidence K). */
export const bankKalselLines: BankProfile = {
  ...bankKalsel,
  code: 'bank-kalsel-txt',
  amountStyle: 'whole',
  template: {
    form: 'fixed-width',
    columns: [
      { field: 'NUMBER', width: 6, align: 'right', fill: '0' },
      { field: 'BANK_CODE', width: 11, align: 'left', fill: ' ' },
      { field: 'ACCOUNT', width: 34, align: 'left', fill: ' ' },
      { field: 'NAME', width: 35, align: 'left', fill: ' ', shorten: true },
      { field: 'AMOUNT', width: 16, align: 'right', fill: '0' },
      { field: 'RAIL', width: 8, align: 'left', fill: ' ' },
      { field: 'REMITTANCE', width: 40, align: 'left', fill: ' ', shorten: true },
      { field: 'PAYMENT_ID', width: 35, align: 'left', fill: ' ' },
    ],
  },
};

export const bankProfiles: readonly BankProfile[] = [
  ...[bankaltimtara, bankKalsel],
  ...[bankaltimtaraTable, bankaltimtaraSheet, bankKalselLines],
];

const admits = (rule: RailRule, amountIdr: bigint): boolean =>
  (rule.aboveIdr === undefined || amountIdr > rule.aboveIdr) &&
  (rule.upToIdr === undefined || amountIdr <= rule.upToIdr);

/** The first rail of the profile that takes the amount; `undefined` when none does. */
export const railFor = (profile: BankProfile, amountIdr: bigint): RailRule | undefined =>
  profile.rails.find((rule) => admits(rule, amountIdr));

/** For screens that show which way a payment will go. */
export const railNameFor = (profile: BankProfile, amountIdr: bigint): Rail | undefined =>
  railFor(profile, amountIdr)?.rail;
