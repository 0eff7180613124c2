// Words of what does not fit with the bank: its kinds, its ends, its list.
import type { ExceptionKind, ExceptionResult } from '../../domain/bank-exception/events.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const exceptionKinds: Words<ExceptionKind> = {
  OTHER_AMOUNT: ['jumlah berbeda', 'other amount'],
  DUPLICATE_LINE: ['baris ganda', 'duplicate line'],
  SECOND_BOOKING: ['dibukukan dua kali', 'booked twice'],
  UNKNOWN_REFERENCE: ['nomor acuan tidak dikenal', 'unknown reference'],
  MISSING_LINE: ['baris bank belum ada', 'missing line'],
  CONTRADICTION: ['bertentangan dengan jawaban sebelumnya', 'contradicts an earlier answer'],
  UNCLEAR_LINE: ['baris tidak terbaca', 'line not understood'],
};

export const exceptionResults: Words<ExceptionResult> = {
  PAYMENT_CLEARED: ['pembayarannya sudah jelas', 'the payment is cleared'],
  LINE_CAME: ['barisnya sudah masuk dan cocok', 'the line came and fits'],
  BANK_CORRECTED: ['dibetulkan bank', 'corrected by the bank'],
  MONEY_BACK: ['uang sudah kembali', 'the money is back'],
  NOT_OURS: ['bukan pembayaran dari sini', 'no payment of this house'],
};

export const exceptionPhrases = {
  count: [
    '{count} selisih dengan bank, yang tertua {days} hari',
    '{count} exceptions with the bank, the oldest {days} days old',
  ],
  none: ['Tidak ada selisih dengan bank.', 'Nothing differs with the bank.'],
  days: ['{days} hari', '{days} days'],
  differs: ['{amount} (seharusnya {expected})', '{amount} (expected {expected})'],
  exception: ['Selisih {id}', 'Exception {id}'],
  ended: ['{result}: {reason}', '{result}: {reason}'],
  inFile: ['berkas {sha256}', 'file {sha256}'],
  colAge: ['umur', 'age'],
  colAmount: ['jumlah di bank', 'amount at the bank'],
  colEnd: ['penyelesaian', 'resolution'],
  colException: ['selisih', 'exception'],
  colKind: ['jenis', 'kind'],
  colOwner: ['penanggung jawab', 'owner'],
  colPayment: ['pembayaran', 'payment'],
  colReference: ['acuan', 'reference'],
} as const satisfies Readonly<Record<string, Text>>;
