// Words of benefit calculations, in both languages: lines, flags, reviews, what a field should hold.
import type { Words } from '../../domain/rules/book/rule.ts';
import type { Expectation, Problem } from '../../domain/rules/cases/fields.ts';
import type { Flag } from '../../domain/rules/flags.ts';
import type { Language } from './format.ts';

const LINE_NAMES: Readonly<Record<string, Words>> = {
  'COMP.LATE_PAYMENT': { id: 'Ganti rugi keterlambatan', en: 'Late payment compensation' },
  'CONTRIB.JKK': { id: 'Iuran JKK', en: 'JKK contribution' },
  'CONTRIB.JKM': { id: 'Iuran JKM', en: 'JKM contribution' },
  'EDU.PT': { id: 'Beasiswa perguruan tinggi', en: 'Scholarship, university' },
  'EDU.SD': { id: 'Beasiswa SD', en: 'Scholarship, primary school' },
  'EDU.SMA': { id: 'Beasiswa SMA', en: 'Scholarship, senior secondary' },
  'EDU.SMP': { id: 'Beasiswa SMP', en: 'Scholarship, junior secondary' },
  'EDU.TK': { id: 'Beasiswa TK', en: 'Scholarship, kindergarten' },
  'JKK.DEATH': { id: 'Santunan kematian JKK', en: 'JKK death benefit' },
  'JKK.DENTURES': { id: 'Gigi tiruan', en: 'Dentures' },
  'JKK.DIAGNOSTIC': { id: 'Pemeriksaan diagnostik', en: 'Diagnostics' },
  'JKK.DISABILITY_PARTIAL': { id: 'Santunan cacat sebagian', en: 'Partial disability' },
  'JKK.DISABILITY_TOTAL': { id: 'Santunan cacat total tetap', en: 'Total permanent disability' },
  'JKK.FUNERAL': { id: 'Biaya pemakaman', en: 'Burial cost' },
  'JKK.GLASSES': { id: 'Kacamata', en: 'Glasses' },
  'JKK.HEARING_AID': { id: 'Alat bantu dengar', en: 'Hearing aid' },
  'JKK.HOME_CARE': { id: 'Perawatan di rumah', en: 'Home care' },
  'JKK.MEDICAL': { id: 'Perawatan', en: 'Treatment' },
  'JKK.PERIODIC': { id: 'Santunan berkala', en: 'Periodic benefit' },
  'JKK.REHABILITATION': { id: 'Rehabilitasi', en: 'Rehabilitation' },
  'JKK.STMB': { id: 'Sementara tidak mampu bekerja', en: 'Temporarily unable to work' },
  'JKK.TRANSPORT_AIR': { id: 'Angkutan udara', en: 'Transport by air' },
  'JKK.TRANSPORT_LAND': { id: 'Angkutan darat', en: 'Transport by land' },
  'JKK.TRANSPORT_SEA': { id: 'Angkutan laut', en: 'Transport by sea' },
  'JKM.FUNERAL': { id: 'Biaya pemakaman', en: 'Burial cost' },
  DETERMINED: { id: 'Menurut penetapan yang mengikat', en: 'By a binding determination' },
  LOCAL_AID: { id: 'Santunan daerah', en: 'Local aid' },
  TOP_UP: { id: 'Kekurangan', en: 'Top-up' },
  'JKM.LUMP': { id: 'Santunan sekaligus', en: 'Lump sum' },
  'JKM.PERIODIC': { id: 'Santunan berkala', en: 'Periodic benefit' },
};

export const lineName = (code: string, language: Language): string =>
  LINE_NAMES[code]?.[language] ?? code;

const FIGURE_NAMES: Readonly<Record<string, Words>> = {
  arrears_due: { id: 'Tunggakan iuran', en: 'Arrears' },
  band: { id: 'Lapis', en: 'Band' },
  calendar: { id: 'Kalender hari libur', en: 'Holiday calendar' },
  coverage_state: { id: 'Kepesertaan', en: 'Cover' },
  difference: { id: 'Selisih dengan berita', en: 'Difference from the published figure' },
  disability_basis_points: { id: 'Cacat (seperseratus persen)', en: 'Disability, basis points' },
  discount_percent: { id: 'Potongan %', en: 'Discount %' },
  due_date: { id: 'Tenggat', en: 'Due' },
  eligible: { id: 'Berhak', en: 'Eligible' },
  expires_on: { id: 'Gugur pada', en: 'Expires on' },
  headline_total: { id: 'Angka “sampai dengan”, bukan uang tunai', en: '“Up to” figure, not cash' },
  incurred_deaths: { id: 'Kematian seluruhnya', en: 'Deaths in all' },
  last_claim_date: { id: 'Hari terakhir mengajukan', en: 'Last day to claim' },
  late_days: { id: 'Hari terlambat', en: 'Days late' },
  max_children: { id: 'Anak paling banyak', en: 'Children at most' },
  payable_this_year: { id: 'Dibayar tahun ini', en: 'Payable this year' },
  payer: { id: 'Yang membayar', en: 'Payer' },
  payment_rail: { id: 'Jalur kirim', en: 'Payment rail' },
  per_worker: { id: 'Per pekerja sebulan', en: 'Per worker a month' },
  reason: { id: 'Sebab', en: 'Reason' },
  reconciliation: { id: 'Kecocokan dengan berita', en: 'Reconciliation' },
  reference_wage: { id: 'Upah rujukan', en: 'Reference wage' },
  reported_total: { id: 'Angka berita', en: 'Published figure' },
  selected_children: { id: 'Anak yang dipilih', en: 'Chosen children' },
  total_by_payee: { id: 'Per penerima', en: 'By payee' },
  unpaid_months: { id: 'Bulan belum dibayar', en: 'Unpaid months' },
};

/** The figure's name; one without words keeps the name it has in the JSON document. */
export const figureName = (name: string, language: Language): string =>
  FIGURE_NAMES[name]?.[language] ?? name;

const FLAG_WORDS: Readonly<Record<Exclude<Flag, `CAPPED:${string}`>, Words>> = {
  ABOVE_BIFAST_LIMIT: {
    id: 'melebihi batas sekali kirim BI-FAST; kirim dengan RTGS',
    en: 'above the BI-FAST limit; send by RTGS',
  },
  ARREARS_DUE: {
    id: 'tunggakan iuran dilunasi dulu, baru dibayar',
    en: 'arrears are settled first, then the benefit is paid',
  },
  CHILD_SELECTION_RECORDED: {
    id: 'pilihan anak penerima beasiswa tercatat',
    en: 'the choice of children is recorded',
  },
  EXPIRED: { id: 'hak sudah gugur karena lewat waktu', en: 'the right has expired' },
  EXTERNAL_LINES_NOT_COMPUTED: {
    id: 'ada jumlah program lain yang tidak dihitung di sini',
    en: 'sums of other programmes are not computed here',
  },
  LAPSED: {
    id: 'kepesertaan berakhir: lebih dari tiga bulan iuran tidak dibayar',
    en: 'cover has ended: more than three months unpaid',
  },
  NO_HEIR: {
    id: 'tidak ada ahli waris: pemakaman kepada yang mengurus, sisanya tetap di dana',
    en: 'no heir: burial cost to whoever arranged it, the rest stays in the fund',
  },
  PAID_LATE: { id: 'dibayar lewat tenggat', en: 'paid after the due day' },
  PRESS_FIGURE_NOT_REPRODUCED: {
    id: 'angka berita tidak sama dengan hitungan',
    en: 'the published figure is not reproduced',
  },
  REVIEW_THREE_MONTH_BOUNDARY: {
    id: 'dekat batas tiga bulan: perlu dilihat orang',
    en: 'close to the three-month boundary: a person must look',
  },
  SLA_BREACH_CONCLUSION: {
    id: 'kesimpulan melewati 30 hari',
    en: 'the conclusion is later than 30 days',
  },
  WITHIN_FIRST_THREE_MONTHS: {
    id: 'meninggal dalam tiga bulan pertama: hanya biaya pemakaman',
    en: 'died in the first three months: burial cost only',
  },
};

const isPlainFlag = (flag: Flag): flag is keyof typeof FLAG_WORDS =>
  Object.hasOwn(FLAG_WORDS, flag);

export const flagText = (flag: Flag, language: Language): string => {
  if (isPlainFlag(flag)) return FLAG_WORDS[flag][language];
  const name = lineName(flag.slice('CAPPED:'.length), language);
  return language === 'id' ? `${name}: dipotong sampai batas` : `${name}: cut to the ceiling`;
};

const REVIEW_WORDS: Readonly<Record<string, Words>> = {
  NPWP_ASKED: { id: 'NPWP diminta di atas Rp50 juta', en: 'NPWP is asked for above Rp50 million' },
  REPORTED_LATE: { id: 'dilaporkan lewat 2 × 24 jam', en: 'reported after 2 × 24 hours' },
  BIRTH_DATE_MISSING: { id: 'tanggal lahir anak belum ada', en: 'a child’s birth date is missing' },
  CHILD_SELECTION_MISSING: {
    id: 'lebih banyak anak daripada yang boleh: catat pilihan ahli waris (selected_children)',
    en: 'more children than may be paid: record the heirs’ choice (selected_children)',
  },
  CLAIMED_LONG_AFTER_DEATH: {
    id: 'diajukan lebih dari lima tahun sesudah meninggal',
    en: 'claimed more than five years after the death',
  },
  CONTRIBUTION_OF_NO_BAND: {
    id: 'iuran itu bukan iuran lapis mana pun',
    en: 'that contribution is the price of no band',
  },
  COVER_NOT_STARTED: {
    id: 'belum satu bulan pun dibayar: perlindungan belum mulai',
    en: 'no month was ever paid: cover has not started',
  },
  DATE_MISSING: {
    id: 'tanggal tidak disebut; dihitung menurut hukum yang berlaku sekarang',
    en: 'no date is said; calculated by the law in force now',
  },
  DOUBTFUL_RULE: { id: 'aturan ini diragukan', en: 'this rule is doubtful' },
  EVENT_BEFORE_MEMBERSHIP: {
    id: 'peristiwa sebelum kepesertaan mulai',
    en: 'the event lies before membership',
  },
  FUNERAL_ORGANISER_UNKNOWN: {
    id: 'yang mengurus pemakaman belum disebut',
    en: 'nobody is named who arranged the funeral',
  },
  GUARDIAN_MISSING: { id: 'wali anak belum disebut', en: 'the guardian of a minor is missing' },
  HANDEDNESS_MISSING: {
    id: 'kidal atau tidak belum disebut; dianggap tidak kidal',
    en: 'handedness is not said; taken as right-handed',
  },
  HEIR_NOT_LISTED_IN_LAW: {
    id: 'ahli waris di luar daftar: perlu penetapan pengadilan',
    en: 'an heir the law does not list: needs a court’s determination',
  },
  MEMBERSHIP_START_MISSING: {
    id: 'mulai kepesertaan tidak diketahui; tiga bulan pertama tidak diuji',
    en: 'start of membership is unknown; the first three months are not tested',
  },
  NOT_A_FULL_TEN: {
    id: 'hanya puluhan penuh yang dihitung; sisanya dinilai dokter',
    en: 'only full tens count; the rest is for the physician',
  },
  NOT_A_WORK_ACCIDENT: {
    id: 'bukan kecelakaan kerja: tanpa JKK; bila meninggal, JKM',
    en: 'no work accident: no JKK; a death from it is JKM',
  },
  NOT_KNOWN_TO_THAT_LAW: {
    id: 'manfaat ini belum ada pada hukum yang berlaku hari itu',
    en: 'the law of that day did not know this benefit',
  },
  PARTS_ABOVE_WHOLE: {
    id: 'jumlah bagian melebihi seluruh anggota badan: dinilai dokter',
    en: 'the parts exceed the whole limb or organ: for the physician',
  },
  REVIEW_EARLIER_MEMBER: {
    id: 'peserta sejak sebelum aturan tiga bulan',
    en: 'a member from before the three-month rule',
  },
  SELECTED_CHILD_NOT_ELIGIBLE: {
    id: 'anak yang dipilih tidak memenuhi syarat',
    en: 'a chosen child is not eligible',
  },
  WILL_IS_NO_NOTARIAL_DEED: {
    id: 'wasiat bukan akta notaris, jadi tidak berlaku',
    en: 'the will is no notarial deed and does not count',
  },
};

export const reviewText = (code: string, language: Language): string =>
  REVIEW_WORDS[code]?.[language] ?? code;

const EXPECTED: Readonly<Record<Expectation, Words>> = {
  AMOUNT: { id: 'rupiah bulat, nol atau lebih', en: 'whole rupiah, zero or more' },
  AT_MOST: { id: 'paling banyak', en: 'at most' },
  BOOLEAN: { id: 'true atau false', en: 'true or false' },
  CONSISTENT_WITH: {
    id: 'nilai yang cocok dengan isian lain, yaitu',
    en: 'a value that fits the other fields, namely',
  },
  COUNT: { id: 'bilangan bulat', en: 'a whole number' },
  DATE: { id: 'tanggal YYYY-MM-DD yang ada di kalender', en: 'a calendar day YYYY-MM-DD' },
  KNOWN_REF: { id: 'ref anak yang ada, masing-masing sekali:', en: 'refs of children, each once:' },
  LIST: { id: 'daftar [ … ]', en: 'a list [ … ]' },
  MEASURE: {
    id: 'angka dengan paling banyak dua desimal',
    en: 'a number with two decimals at most',
  },
  MONTH: { id: 'bulan YYYY-MM', en: 'a month YYYY-MM' },
  NOT_A_WORK_ACCIDENT: {
    id: 'sebab yang bukan kecelakaan kerja (pakai jkk_death); dasar',
    en: 'a cause other than work (use jkk_death); rule',
  },
  OBJECT: { id: 'satu objek { … }', en: 'an object { … }' },
  ONE_OF: { id: 'salah satu dari', en: 'one of' },
  ON_OR_AFTER: { id: 'tidak sebelum', en: 'not before' },
  REQUIRED_WITH: { id: 'isian yang wajib bersama', en: 'a field that is needed with' },
  TEXT: { id: 'teks yang tidak kosong', en: 'a text that is not empty' },
};

/** `E10: death_date: diharapkan tanggal YYYY-MM-DD …`. */
export const problemText = (caseId: string, problem: Problem, language: Language): string => {
  const expected = EXPECTED[problem.expected][language];
  const detail = problem.detail === '' ? '' : ` ${problem.detail}`;
  const verb = language === 'id' ? 'diharapkan' : 'expected';
  return `${caseId}: ${problem.field}: ${verb} ${expected}${detail}.`;
};
