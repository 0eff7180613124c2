// A word for every code of money out: payables, attempts, runs, answers of the bank.
import type { PayableStage } from '../../domain/payout/events.ts';
import type { BankAnswerKind } from '../../domain/payout/payment-events.ts';
import type { PaymentOutcome } from '../../domain/payout/resolution.ts';
import type { MandateMode } from '../../domain/programme/events.ts';
import type {
  AnswerProblemCode,
  PaymentProblemCode,
  PaymentWarningCode,
  UnreadableCode,
} from '../../infra/bank/bank-port.ts';
import type { AttemptState } from '../../projections/payout-ledger/payable-row.ts';
import type { RunShare } from '../../projections/payout-ledger/reconciliation.ts';
import type { RunRow } from '../../projections/payout-ledger/run-row.ts';
import type { Words } from './code-words.ts';

export const payableStages: Words<PayableStage> = {
  UNKNOWN: ['tidak dikenal', 'unknown'],
  DUE: ['terutang', 'due'],
  CANCELLED: ['dibatalkan', 'cancelled'],
  HELD: ['ditahan', 'held'],
  SELECTED: ['dalam run', 'in a run'],
  INTENDED: ['siap dikirim', 'about to be sent'],
  SENT: ['dikirim ke bank', 'sent to the bank'],
  ANSWER_UNKNOWN: ['jawaban bank hilang', 'answer of the bank lost'],
  DISPUTED: ['jawaban bank tidak cocok', 'answer of the bank does not fit'],
  SETTLED: ['dibayar', 'paid'],
  RETURNED: ['kembali dari bank', 'came back from the bank'],
  RETAINED: ['tetap di dana', 'stays in the fund'],
  TRACKED: ['dipantau', 'followed'],
  REPORTED_PAID: ['dilaporkan dibayar', 'reported paid'],
  RECEIPT_CONFIRMED: ['diterima ahli waris', 'received by the heirs'],
};

/** Who pays a sum that is owed, seen from the office that keeps these books. */
export const payableModes: Words<MandateMode> = {
  DISBURSES: ['dibayar dari sini', 'paid from here'],
  TRACKS: ['dibayar pihak lain, dipantau', 'paid by another house, followed'],
};

/** One try to pay; `dibayar` only where the bank booked it. */
export const attemptStates: Words<AttemptState> = {
  SELECTED: ['dibekukan dalam run', 'frozen in a run'],
  DESELECTED: ['dilepas dari run', 'let go by the run'],
  INTENDED: ['siap dikirim', 'about to be sent'],
  SENT: ['dikirim ke bank', 'sent to the bank'],
  ACCEPTED: ['diterima bank', 'accepted by the bank'],
  UNKNOWN: ['tanpa jawaban bank', 'without an answer of the bank'],
  REJECTED: ['ditolak bank', 'rejected by the bank'],
  SETTLED: ['dibukukan (dibayar)', 'booked (paid)'],
  RETURNED: ['kembali (retur)', 'returned'],
  DISPUTED: ['tidak cocok', 'does not fit'],
  VOIDED: ['batal, tidak pernah dikirim', 'void, never sent'],
};

export const runStages: Words<RunRow['stage']> = {
  GATHERING: ['sedang disusun', 'being assembled'],
  ASSEMBLED: ['disusun, menunggu dilepas', 'assembled, waiting for release'],
  CANCELLED: ['dibatalkan', 'cancelled'],
  RELEASED: ['dilepas', 'released'],
  FILE_PREPARED: ['berkas bank dibuat', 'bank file made'],
  FILE_DROPPED: ['diserahkan ke bank', 'handed to the bank'],
  RECONCILED: ['selesai dicocokkan', 'reconciled'],
};

export const runShares: Words<RunShare> = {
  settled: ['dibayar', 'paid'],
  returned: ['kembali', 'returned'],
  rejected: ['ditolak bank', 'rejected by the bank'],
  unknown: ['tanpa jawaban', 'without an answer'],
  disputed: ['tidak cocok', 'disputed'],
  open: ['belum selesai', 'open'],
};

export const answerKinds: Words<BankAnswerKind> = {
  accepted: ['diterima bank', 'accepted by the bank'],
  rejected: ['ditolak bank', 'rejected by the bank'],
  settled: ['dibukukan (dibayar)', 'booked (paid)'],
  returned: ['kembali (retur)', 'returned'],
};

export const paymentOutcomes: Words<PaymentOutcome> = {
  PAID: ['sudah diterima', 'was received'],
  NOT_PAID: ['belum diterima', 'was not received'],
};

/** What did not fit in an answer of the bank; codes of refusals have sentences of their own. */
export const answerProblems: Words<
  AnswerProblemCode | UnreadableCode | 'Disputed' | 'NotAnAnswerFile' | 'UnknownPayment'
> = {
  AmountMissing: ['jumlah tidak disebut', 'the amount is missing'],
  AmountUnreadable: ['jumlah tidak terbaca', 'the amount cannot be read'],
  BookingDateMissing: ['tanggal buku tidak disebut', 'the booking date is missing'],
  ColumnsShifted: [
    'kolomnya lebih atau kurang dari judul tabel; periksa barisnya di berkas bank',
    "more or fewer columns than the table's head; look at the row in the bank's file",
  ],
  ContradictsInFile: [
    'diterima dan ditolak sekaligus; tanyakan ke bank',
    'accepted and rejected at once; ask the bank',
  ],
  CreditWithoutReturn: ['kredit yang bukan retur', 'a credit that is no return'],
  CurrencyNotIdr: ['mata uangnya bukan rupiah', 'the currency is not rupiah'],
  Disputed: [
    'tidak cocok dengan yang dikirim; periksa lalu `payout resolve`',
    'does not fit what was sent; look, then `payout resolve`',
  ],
  DoctypeRefused: ['berkas memuat DOCTYPE', 'the file holds a DOCTYPE'],
  EntrySumDiffers: ['jumlah rinciannya berbeda', 'the sum of the details differs'],
  NoEndToEndId: ['tanpa nomor pembayaran', 'without an end-to-end id'],
  NotAnAnswerFile: ['bukan berkas jawaban bank', 'not an answer file of the bank'],
  NotBooked: ['belum dibukukan', 'not booked yet'],
  NotUtf8: ['bukan teks UTF-8', 'not UTF-8 text'],
  NotWellFormed: ['XML-nya tidak utuh', 'the XML is not well-formed'],
  RejectedAsAWhole: ['seluruh berkas ditolak bank', 'the bank rejected the whole file'],
  RejectedAsDuplicate: ['bank menganggapnya ganda', 'the bank took it for a duplicate'],
  RepeatedInFile: ['disebut dua kali dalam berkas', 'named twice in the file'],
  SenNotZero: ['memuat sen', 'holds cents'],
  StatusNotFinal: ['belum jawaban akhir', 'not a final answer'],
  TooLarge: ['berkas terlalu besar', 'the file is too large'],
  TooManyLines: ['baris terlalu banyak', 'too many lines'],
  UnknownFormat: [
    'bukan pain.002, camt.053, camt.054, atau tabel mutasi yang dikenal',
    'not pain.002, camt.053, camt.054 or a known statement table',
  ],
  UnknownPayment: ['bukan pembayaran dari sini', 'no payment of this house'],
  UnknownStatus: ['statusnya tidak dikenal', 'its status is unknown'],
};

/** Not refused by the bank, but worth a look. */
export const paymentWarnings: Words<PaymentWarningCode> = {
  AccountLengthUnusual: ['panjang nomor rekening tidak biasa', 'unusual length of the account'],
  NameHoldsUnknownLetters: [
    'nama memuat huruf yang tidak dikenal bank',
    'the name holds letters that the bank does not know',
  ],
  NameShortened: ['nama dipotong di berkas bank', 'the name is shortened in the bank file'],
};

/** Why no bank file could be made. */
export const paymentProblems: Words<PaymentProblemCode> = {
  AccountInvalid: ['nomor rekening penerima', 'account number of the payee'],
  AmountAboveEveryRail: ['jumlah melebihi batas bank', 'the amount is above the bank’s limits'],
  AmountNotPositive: ['jumlah tidak lebih dari nol', 'the amount is not above zero'],
  BicInvalid: ['BIC bank penerima', 'BIC of the payee’s bank'],
  CreatedAtInvalid: ['waktu pembuatan', 'time of creation'],
  EndToEndIdInvalid: ['nomor pembayaran', 'end-to-end id'],
  EndToEndIdRepeated: ['nomor pembayaran dipakai dua kali', 'an end-to-end id is used twice'],
  ExecutionDateInvalid: ['tanggal pelaksanaan', 'day of execution'],
  FundingAccountInvalid: ['rekening dana pembayar', 'funding account of the payer'],
  MessageIdInvalid: ['nomor berkas', 'id of the file'],
  NameUnreadable: ['nama penerima tidak terbaca bank', 'the bank cannot read the payee’s name'],
  NoInstructions: ['tidak ada pembayaran', 'no payments'],
  RemittanceHoldsNik: ['berita transfer memuat NIK', 'the remittance text holds a NIK'],
  TooLongForTemplate: [
    'isi tidak muat di kolom bank; tidak pernah dipotong',
    'it does not fit the bank’s column; it is never cut',
  ],
  TooManyInstructions: ['pembayaran terlalu banyak', 'too many payments'],
};
