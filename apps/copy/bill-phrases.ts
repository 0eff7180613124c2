// What the contribution commands say of a bill on its way to its payment, and a word for every code.
import type { DifferenceOutcome } from '../../domain/programme/bill-events.ts';
import type { DifferenceKind } from '../../domain/programme/bill-match.ts';
import type { TreasurySigner, TreasuryStep } from '../../domain/programme/treasury-steps.ts';
import type { BillListReading } from '../../infra/rosters/bill-csv.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const differenceKinds: Words<DifferenceKind> = {
  DOUBLE: ['ditagih dua kali', 'billed twice'],
  NOT_REGISTERED: ['KPJ tidak dikenal di sini', 'nobody here has this KPJ'],
  OTHER_TRANCHE: ['peserta gelombang lain', 'member of another tranche'],
  DEAD: ['meninggal sebelum bulan itu', 'died before that month'],
  WAGE_EARNER: ['penerima upah (PU)', 'wage earner (PU)'],
  OVER_AGE: ['melewati batas umur', 'over the age limit'],
  MOVED: ['pindah ke daerah lain', 'moved to another region'],
  NOT_ON_DECREE: ['tidak disebut dalam SK', 'not named in the decree'],
  NOT_COVERED_YET: ['perlindungan belum mulai', 'cover has not begun'],
  OTHER_AMOUNT: ['iurannya bukan tarif', 'not the rate'],
  MISSING_ON_BILL: ['aktif tetapi tidak ditagih', 'active but not on the bill'],
};

export const differenceOutcomes: Words<DifferenceOutcome> = {
  DEDUCT: ['dipotong, tidak dibayar', 'deducted, not paid'],
  DISPUTE: ['dibayar dulu, disengketakan', 'paid now, disputed'],
  ACCEPT: ['ternyata benar', 'right after all'],
};

export const treasurySteps: Words<TreasuryStep> = {
  SPP_LS: ['SPP-LS', 'payment request (SPP-LS)'],
  SPM_LS: ['SPM-LS', 'order to pay (SPM-LS)'],
  SP2D: ['SP2D', 'disbursement order (SP2D)'],
};

export const treasurySigners: Words<TreasurySigner> = {
  BENDAHARA_PENGELUARAN: ['bendahara pengeluaran', 'expenditure treasurer'],
  PPTK: ['PPTK', 'activity officer (PPTK)'],
  PENGGUNA_ANGGARAN: ['pengguna anggaran', 'budget user'],
  KUASA_PENGGUNA_ANGGARAN: ['kuasa pengguna anggaran', 'deputy of the budget user'],
  BUD: ['bendahara umum daerah', 'general treasurer'],
  KUASA_BUD: ['kuasa BUD', 'deputy of the general treasurer'],
};

export const billListProblems: Words<Extract<BillListReading, { status: 'refused' }>['code']> = {
  KPJ_INVALID: ['KPJ bukan sebelas angka', 'a KPJ that is not eleven digits'],
  AMOUNT_INVALID: ['iuran bukan rupiah bulat', 'a contribution that is not whole rupiah'],
  FileTooLarge: ['berkas terlalu besar', 'the file is too large'],
  FileTooManyRows: ['baris terlalu banyak', 'too many rows'],
  FileEmpty: ['berkas kosong', 'the file is empty'],
  FileNotText: ['bukan teks CSV UTF-8', 'no UTF-8 CSV text'],
  FileNotCsv: ['bukan tabel CSV', 'no CSV table'],
  ColumnsMissing: ['kolom KPJ atau IURAN tidak ada', 'no column KPJ or IURAN'],
  ColumnTwice: ['kolom yang sama dua kali', 'the same column twice'],
};

export const billPhrases = {
  billed: [
    'Ditagih: {workers} orang, {amount}; kode iuran {code}',
    'Billed: {workers} workers, {amount}; payment code {code}',
  ],
  confirmed: ['BPJS: lunas {on} ({reference})', 'BPJS: paid on {on} ({reference})'],
  codeUntil: ['kode berlaku s.d. {on}', 'the code is taken until {on}'],
  decided: [
    'Dipotong {deducted}; yang dibayar {payable}.',
    'Deducted {deducted}; to be paid {payable}.',
  ],
  kind: ['{kind}: {count} ({open} belum diputuskan)', '{kind}: {count} ({open} open)'],
  matched: [
    'Dicocokkan: {rows} baris, {matched} cocok; {active} aktif, {decreed} dalam SK; {differences} selisih',
    'Compared: {rows} rows, {matched} agree; {active} active, {decreed} on the decree; {differences} differ',
  ],
  minutes: ['Berita acara {number}, {on}: {offices}', 'Minutes {number}, {on}: {offices}'],
  noBill: [
    'Belum ada tagihan untuk gelombang dan bulan itu; catat dengan `lindung contribution bill`.',
    'There is no bill for that tranche and month; record it with `lindung contribution bill`.',
  ],
  notMatched: ['Belum dicocokkan per orang.', 'Not matched by person yet.'],
  payable: ['Yang dibayar: {amount}', 'To be paid: {amount}'],
  proof: ['Bukti bank: {on} ({reference})', 'Proof of the bank: {on} ({reference})'],
  returned: [
    'SP2D {number} retur {on}: {reason}; perlu SP2D pengganti',
    'SP2D {number} returned {on}: {reason}; another one must replace it',
  ],
  sp2dDone: [
    '{rows} baris: {ordered} SP2D dicatat, {paid} cair, {returned} retur, {known} sudah ada, {others} bukan iuran di sini, {left} tidak dapat dipakai.',
    '{rows} rows: {ordered} SP2D recorded, {paid} paid, {returned} returned, {known} known before, {others} no contribution of this house, {left} not usable.',
  ],
  sp2dRow: ['baris {row}, SP2D {number}: {text}', 'row {row}, SP2D {number}: {text}'],
  sp2dNoSpm: [
    'SPM itu tidak tercatat pada satu tagihan pun; bukan iuran, atau SPM-nya belum dicatat (`contribution voucher`)',
    'that SPM stands on no bill; it is no contribution, or its SPM is not recorded yet (`contribution voucher`)',
  ],
  sp2dManySpm: [
    'nomor SPM itu ada pada lebih dari satu tagihan; catat sendiri pada tagihannya (`contribution voucher`, `contribution prove`)',
    'that SPM number stands on more than one bill; record it on the right one yourself (`contribution voucher`, `contribution prove`)',
  ],
  sp2dCell: ['kolom {column} tidak terbaca', 'column {column} cannot be read'],
  refund: ['Kembali {on}: {amount} ({reference})', 'Came back {on}: {amount} ({reference})'],
  disputed: [
    'Disengketakan: {amount}, sudah kembali {refunded}',
    'Disputed: {amount}, came back {refunded}',
  ],
  stage: ['Tagihan {month}: {stage}', 'Bill of {month}: {stage}'],
  voucher: [
    '{step} {number}, {on}, {signer}; {account}, {budget}, {fund}',
    '{step} {number}, {on}, {signer}; {account}, {budget}, {fund}',
  ],
  whichDifference: [
    'Sebut selisihnya: --kind atau --difference.',
    'Say which: --kind or --difference.',
  ],
} as const satisfies Readonly<Record<string, Text>>;

export const differenceColumns = {
  amount: ['jumlah', 'amount'],
  kind: ['selisih', 'difference'],
  number: ['no.', 'no.'],
  outcome: ['keputusan', 'decision'],
  row: ['baris', 'row'],
  worker: ['pekerja', 'worker'],
} as const satisfies Readonly<Record<string, Text>>;
