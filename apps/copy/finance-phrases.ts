// What the finance commands say, and a word for every account of a payer's book.
import type { Account } from '../../domain/ledger/accounts.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const accounts: Words<Account> = {
  EXPENSE: ['beban', 'expense'],
  PAYABLE: ['utang', 'owed'],
  RETAINED: ['tetap di dana', 'kept by the fund'],
  IN_TRANSIT: ['perintah bayar beredar', 'ordered, on its way'],
  UNANSWERED: ['tanpa jawaban bank', 'without an answer of the bank'],
  BANK: ['rekening pembayar', 'account of the payer'],
  CONTESTED: ['pembukuan bank yang dipersoalkan', 'bookings of the bank in dispute'],
  RECEIVABLE: ['tagihan pengembalian', 'demanded back'],
  TAKEN_OVER: ['saldo awal ambil alih', 'opening balance of the take-over'],
  TRACKED: ['dipantau: hak', 'followed: entitlement'],
  TRACKED_OWED: ['dipantau: belum dibayar', 'followed: not paid yet'],
  TRACKED_RETAINED: ['dipantau: tetap di dana', 'followed: kept by the fund'],
  TRACKED_REPORTED: ['dipantau: dilaporkan dibayar', 'followed: reported paid'],
  TRACKED_RECEIVED: ['dipantau: diterima', 'followed: received'],
  TRACKED_RECEIVABLE: ['dipantau: tagihan pengembalian', 'followed: demanded back'],
  TRACKED_TAKEN_OVER: ['dipantau: saldo awal ambil alih', 'followed: opening balance'],
};

export const financePhrases = {
  book: ['{payer}, arus {flow}', '{payer}, flow {flow}'],
  closing: [
    'Penutupan {from} s.d. {to}, sebagaimana tercatat sampai posisi {position}',
    'Closing {from} to {to}, as recorded up to position {position}',
  ],
  entries: [
    '{entries} jurnal, di antaranya {historic} dari riwayat',
    '{entries} entries, {historic} of them from an entered history',
  ],
  nobody: ['pembayar belum ditunjuk', 'nobody named to pay yet'],
  none: [
    'Tidak ada jurnal pada masa itu, sebagaimana tercatat sampai posisi {position}.',
    'No entry in that time, as recorded up to position {position}.',
  ],
  periodMissing: [
    'Sebut --month atau --year, salah satu.',
    'Name --month or --year, one of the two.',
  ],
  seal: ['Sidik isi (SHA-256): {sha256}', 'Hash of the contents (SHA-256): {sha256}'],
  total: ['jumlah', 'total'],
  trialBalance: [
    'Neraca saldo per {at}, sebagaimana tercatat sampai posisi {position}',
    'Trial balance on {at}, as recorded up to position {position}',
  ],
} as const satisfies Readonly<Record<string, Text>>;

export const financeColumns = {
  account: ['akun', 'account'],
  balance: ['saldo', 'balance'],
  credit: ['kredit', 'credit'],
  debit: ['debet', 'debit'],
  opening: ['saldo awal', 'opening'],
} as const satisfies Readonly<Record<string, Text>>;
