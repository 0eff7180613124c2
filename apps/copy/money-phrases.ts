// What the payout commands say: what is due or held, runs, answers of the bank.
import type { Text } from './text.ts';

export const moneyPhrases = {
  dryBudget: [
    'Pagu {year}: {budget}, terpakai atau disisihkan {taken}, sisa {left}',
    'Budget {year}: {budget}, spent or set aside {taken}, left {left}',
  ],
  dryFit: [
    'Akan dibayar: {count} pembayaran, {sum}. Belum ada yang dicatat.',
    'Would be paid: {count} payments, {sum}. Nothing is recorded yet.',
  ],
  dryLeft: ['Tidak ikut: {count} pembayaran', 'Left out: {count} payments'],
  dryNext: ['{count} lagi untuk run berikutnya.', '{count} more for the next run.'],
  dryShared: [
    'rekeningnya dipakai juga pada {claims} klaim orang lain',
    'its account is named in {claims} claims of other people too',
  ],
  dryWarnings: ['Lihat dulu:', 'Look at these first:'],
  correctionWaits: [
    'Menunggu orang kedua: lindung payout correct-payee confirm {id}',
    'Waits for a second person: lindung payout correct-payee confirm {id}',
  ],
  dueCount: ['Terutang: {count} pembayaran, {sum}', 'Due: {count} payments, {sum}'],
  dueNone: ['Tidak ada pembayaran yang terutang.', 'No payment is due.'],
  duePage: ['(jumlah halaman ini)', '(sum of this page)'],
  enquire: ['Tanyakan ke bank', 'Ask the bank about'],
  held: ['Ditahan', 'Held'],
  heldNone: ['Tidak ada pembayaran yang ditahan.', 'No payment is held.'],
  ingestCount: [
    '{files} berkas jawaban, {lines} baris, {problems} masalah',
    '{files} answer files, {lines} lines, {problems} problems',
  ],
  ingestWatched: ['Berhenti; {files} berkas dibaca.', 'Stopped; {files} files were read.'],
  ingestWatching: [
    'Folder masuk dari bank diawasi; tekan Ctrl-C untuk berhenti.',
    'The inbox of the bank is being watched; Ctrl-C stops it.',
  ],
  ingestNone: [
    'Tidak ada jawaban baru di kotak masuk bank.',
    'No new answer in the inbox of the bank.',
  ],
  ingestRun: ['Run {run}:', 'Run {run}:'],
  ingestOutcome: ['{outcome}: {count} pembayaran, {sum}', '{outcome}: {count} payments, {sum}'],
  ingestProblem: ['{file}: {problem}', '{file}: {problem}'],
  ingestProblemOf: [
    '{file}, pembayaran {payment}: {problem}',
    '{file}, payment {payment}: {problem}',
  ],
  lineConfirmed: [
    'Baris {on}, {amount}: dibaca dua orang. Pembayaran kini: {stage}.',
    'Line of {on}, {amount}: read by two persons. The payment is now: {stage}.',
  ],
  lineWaits: [
    'Menunggu orang kedua, yang membaca mutasinya sendiri: lindung payout confirm-line {id} --amount … --booked-on … [--returned]',
    'Waits for a second person, who reads the statement for themself: lindung payout confirm-line {id} --amount … --booked-on … [--returned]',
  ],
  pastLeft: [
    'Tidak ikut: {count} pembayaran dari riwayat ambil alih, mungkin sudah dibayar dulu; periksa, lalu sebut (`payout run --payable {id}`)',
    'Left out: {count} payments of the taken-over history, which may have been paid before; look, then name them (`payout run --payable {id}`)',
  ],
  released: ['{sum} dilepas untuk dibayar.', '{sum} released for payment.'],
  run: ['Run {run}', 'Run {run}'],
  runAnswers: ['jawaban bank: {count} berkas', 'answers of the bank: {count} files'],
  runAssembled: ['disusun oleh {by}, {at}', 'assembled by {by}, {at}'],
  runCancelled: ['dibatalkan: {reason}', 'cancelled: {reason}'],
  runCount: ['{count} pembayaran, {sum}', '{count} payments, {sum}'],
  runFile: ['berkas bank: {name}', 'bank file: {name}'],
  runMembers: ['pembayaran di dalamnya:', 'payments in it:'],
  runMembersMore: ['  … {count} lagi; semua: --json', '  … {count} more; all: --json'],
  runOnlyForward: [
    'Run disusun untuk yang jatuh tempo sekarang; tanpa --effective-at. Pembayaran masa lalu masuk lewat `claim import`.',
    'A run takes what is due now; leave out --effective-at. Payments of the past are entered by `claim import`.',
  ],
  runReleased: ['dilepas oleh {by}, {at}', 'released by {by}, {at}'],
  runsNone: ['Belum ada run.', 'There is no run yet.'],
} as const satisfies Readonly<Record<string, Text>>;

export const moneyColumns = {
  amount: ['jumlah', 'amount'],
  assembled: ['disusun', 'assembled'],
  claim: ['klaim', 'claim'],
  due: ['tenggat', 'due'],
  payable: ['pembayaran', 'payment'],
  payments: ['banyaknya', 'payments'],
  reason: ['alasan', 'reason'],
  run: ['run', 'run'],
  stage: ['tahap', 'stage'],
  sum: ['jumlah', 'sum'],
} as const satisfies Readonly<Record<string, Text>>;
