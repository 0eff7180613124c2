// The facts of a refusal in words: `stage: REPORTED` becomes `tahap: menunggu berkas`.
import { isLocalDate } from '../../domain/calendar.ts';
import { areaName } from '../../domain/region.ts';
import { aidPapers } from './aid-phrases.ts';
import { batchBoardStates } from './batch-phrases.ts';
import { billListProblems, treasurySigners, treasurySteps } from './bill-phrases.ts';
import {
  checkCodes,
  claimStages,
  coverageStates,
  documentKinds,
  heirRanks,
  takeOverStamps,
} from './claim-words.ts';
import {
  acts,
  batchSteps,
  claimOutcomes,
  officeStages,
  offices,
  streamKinds,
  type Words,
  wordOf,
  workerStages,
} from './code-words.ts';
import { formatBytes, formatDay, formatInstant, formatRupiah, type Language } from './format.ts';
import { personalKinds, plainFields } from './free-text-words.ts';
import { conclusions } from './incident-phrases.ts';
import { letterKinds } from './letter-phrases.ts';
import { answerProblems, payableStages, paymentProblems, runStages } from './money-words.ts';
import { scheduleStages } from './payout-schedule.ts';
import { rowFaults } from './rule-words.ts';
import { inLanguage, numberText, type Text } from './text.ts';
import { trancheWords } from './tranche-words.ts';

export const factNames: Readonly<Record<string, Text>> = {
  accepted: ['diterima', 'accepted'],
  act: ['kewenangan', 'act'],
  actor: ['orang', 'person'],
  actorId: ['akun', 'account'],
  acts: ['kewenangan', 'acts'],
  advised: ['sebaiknya ada', 'advisable'],
  against: ['bertentangan', 'against'],
  ageFrom: ['usia dari', 'age from'],
  ageTo: ['usia sampai', 'age to'],
  amountIdr: ['jumlah', 'amount'],
  answers: ['jawaban', 'answers'],
  leftIdr: ['sisa', 'left'],
  year: ['tahun', 'year'],
  takenIdr: ['sudah terpakai', 'taken'],
  requestId: ['permohonan', 'request'],
  area: ['wilayah', 'area'],
  barOn: ['tenggat keberatan', 'time bar'],
  basedOn: ['dibuat di atas', 'made over'],
  assignee: ['pada', 'with'],
  bookedOn: ['dibukukan', 'booked on'],
  to: ['sampai', 'to'],
  itemId: ['butir', 'item'],
  auditee: ['yang menjawab', 'auditee'],
  findingNumber: ['temuan', 'finding'],
  ownerId: ['penanggung jawab', 'owner'],
  result: ['hasil', 'result'],
  before: ['sudah diterima', 'received before'],
  benefit: ['manfaat', 'benefit'],
  bytes: ['ukuran', 'size'],
  bytesMax: ['paling banyak', 'at most'],
  card: ['kartu', 'card'],
  cards: ['kartu', 'cards'],
  cardsMax: ['paling banyak', 'at most'],
  category: ['jenis', 'kind'],
  check: ['pemeriksaan', 'check'],
  claim: ['klaim', 'claim'],
  claimId: ['klaim', 'claim'],
  commandId: ['perintah', 'command'],
  conclusion: ['kesimpulan', 'conclusion'],
  confirmedOn: ['tanggal diterima', 'day of receipt'],
  count: ['banyaknya', 'count'],
  coverStart: ['perlindungan sejak', 'cover since'],
  day: ['tanggal', 'day'],
  deathDate: ['tanggal meninggal', 'day of death'],
  doubtful: ['meragukan', 'doubtful'],
  hospital: ['rumah sakit', 'hospital'],
  line: ['butir', 'line'],
  missingSince: ['hilang sejak', 'missing since'],
  foundOn: ['ditemukan', 'found on'],
  disabilityIdr: ['santunan cacat', 'disability benefit'],
  decidedOn: ['tanggal surat', 'day of the letter'],
  declaredOn: ['tanggal pernyataan dokter', 'day of the declaration'],
  decreeDate: ['tanggal SK', 'day of the decree'],
  decreeNumber: ['nomor SK', 'decree'],
  deliveryNote: ['nomor surat jalan', 'delivery note'],
  differing: ['dengan tanggal lain', 'with another day'],
  done: ['selesai', 'done'],
  dueOn: ['tenggat', 'due'],
  effectiveAt: ['waktu', 'time'],
  event: ['peristiwa', 'event'],
  eventDate: ['tanggal kejadian', 'day of the event'],
  endToEndId: ['nomor pembayaran', 'end-to-end id'],
  expected: ['seharusnya', 'expected'],
  expectedIdr: ['seharusnya', 'expected'],
  fault: ['yang salah', 'what is wrong'],
  field: ['isian', 'field'],
  from: ['sejak', 'from'],
  holds: ['berisi', 'holds'],
  id: ['nomor', 'id'],
  inField: ['isian', 'field'],
  inForce: ['yang berlaku', 'in force'],
  isKind: ['ini', 'it is'],
  kind: ['jenis berkas', 'kind of paper'],
  kept: ['disimpan sebagai', 'kept as'],
  letter: ['surat', 'letter'],
  letterCode: ['kode dalam nomor surat', 'code in the numbers of letters'],
  limitIdr: ['batas Anda', 'your limit'],
  lists: ['daftar belum selesai', 'lists not finished'],
  members: ['pembayaran', 'payments'],
  membersMax: ['paling banyak', 'at most'],
  missing: ['kurang', 'missing'],
  office: ['kantor', 'office'],
  on: ['tanggal', 'day'],
  open: ['belum dijawab', 'not answered'],
  outcome: ['akhirnya', 'outcome'],
  paidOn: ['tanggal bayar', 'day of payment'],
  payable: ['pembayaran', 'payment'],
  payout_run: ['run', 'run'],
  problem: ['sebab', 'cause'],
  quota: ['kuota', 'quota'],
  rank: ['peringkat ahli waris', 'rank of heirs'],
  receivedOn: ['tanggal diterima', 'day of receipt'],
  reference: ['nomor rujukan', 'reference'],
  refused: ['ditolak', 'refused'],
  region: ['daerah', 'region'],
  reports: ['laporan', 'reports'],
  review: ['perlu ditinjau', 'to be looked at'],
  row: ['baris', 'row'],
  rows: ['baris', 'rows'],
  rowsMax: ['paling banyak', 'at most'],
  rule: ['aturan', 'rule'],
  ruleset: ['versi aturan', 'version of the rules'],
  runSumIdr: ['jumlah run', 'sum of the run'],
  seen: ['yang Anda sebut', 'what you named'],
  setBy: ['ditetapkan oleh', 'set by'],
  setFor: ['atas nama', 'in the name of'],
  sharePercent: ['persen', 'percent'],
  skipped: ['dilewati', 'skipped'],
  stage: ['tahap', 'stage'],
  stamp: ['cap tanggal', 'stamp'],
  state: ['keadaan', 'state'],
  step: ['langkah', 'step'],
  streamId: ['aliran', 'stream'],
  sumIdr: ['jumlah', 'sum'],
  suspecting: ['menduga kecelakaan kerja', 'suspect a work accident'],
  taken: ['terpakai', 'taken'],
  through: ['sampai', 'through'],
  throughMonth: ['sampai bulan', 'through month'],
  totalIdr: ['jumlah', 'total'],
  tranche: ['gelombang', 'tranche'],
  unpaidMonths: ['bulan belum dibayar', 'months not paid'],
  version: ['versi', 'version'],
  visit: ['kunjungan ke', 'visit'],
  visitedOn: ['dikunjungi', 'visited on'],
  visits: ['kunjungan', 'visits'],
  wanted: ['diminta', 'wanted'],
  wantedKind: ['yang diminta', 'what is asked for'],
  worker: ['pekerja', 'worker'],
  workers: ['orang', 'workers'],
  document: ['dokumen anggaran', 'budget document'],
  month: ['bulan', 'month'],
  number: ['nomor', 'number'],
  signers: ['ditandatangani oleh', 'signed by'],
};

/** A stage is one of a claim, a worker, a payable or a run: their codes agree where they meet. */
const stages: Words = {
  ...batchBoardStates,
  ...scheduleStages,
  ...officeStages,
  ...runStages,
  ...payableStages,
  ...workerStages,
  ...claimStages,
};

/** What an answer says of where its stream stands now. */
export const stageWord = (stage: string, language: Language): string =>
  wordOf(stages, stage, language);

const dictionaries: Readonly<Record<string, Words>> = {
  act: acts,
  check: checkCodes,
  conclusion: conclusions,
  expected: treasurySteps,
  fault: rowFaults,
  holds: personalKinds,
  inField: plainFields,
  isKind: streamKinds,
  kind: documentKinds,
  letter: letterKinds,
  office: offices,
  outcome: claimOutcomes,
  problem: { ...answerProblems, ...paymentProblems, ...billListProblems },
  rank: heirRanks,
  stage: stages,
  stamp: takeOverStamps,
  state: coverageStates,
  step: batchSteps,
  wantedKind: streamKinds,
};

/** Flags of a cover, a blank between them. */
const flagsText = (value: string, language: Language): string => {
  const words: Readonly<Record<string, string>> = trancheWords[language].flag;
  return value
    .split(' ')
    .map((flag) => words[flag] ?? flag)
    .join('; ');
};

/** Kinds of papers, a blank between them. */
const LISTS: readonly string[] = ['advised', 'missing'];

const isRupiah = (name: string, value: string): boolean =>
  (name.endsWith('Idr') || name === 'seen') && /^\d+$/.test(value);

/** `Bontang (64.74)`; the code alone where its name is not listed here. */
const areaText = (code: string): string => {
  const name = areaName(code);
  return name === code ? code : `${name} (${code})`;
};

const valueText = (name: string, value: string, language: Language): string => {
  if (name === 'bytes' || name === 'bytesMax') return formatBytes(Number(value), language);
  if (isRupiah(name, value)) return formatRupiah(value, language);
  if (name === 'area' || name === 'kelurahan') return areaText(value);
  if (isLocalDate(value)) return formatDay(value, language);
  if (name === 'effectiveAt' && !Number.isNaN(Date.parse(value)))
    return formatInstant(value, language);
  if (name === 'review') return flagsText(value, language);
  if (name === 'signers')
    return value
      .split(', ')
      .map((signer) => wordOf(treasurySigners, signer, language))
      .join(', ');
  if (LISTS.includes(name))
    return value
      .split(' ')
      .map((kind) => wordOf({ ...documentKinds, ...aidPapers }, kind, language))
      .join(', ');
  return wordOf(dictionaries[name] ?? {}, value, language);
};

const truth = (value: boolean, language: Language): string =>
  inLanguage(language, value ? ['ya', 'yes'] : ['tidak', 'no']);

export const factText = (
  name: string,
  value: string | number | boolean,
  language: Language,
): string => {
  if (typeof value === 'boolean') return truth(value, language);
  const isSize = name === 'bytes' || name === 'bytesMax';
  return typeof value === 'number' && !isSize
    ? numberText(name, value, language)
    : valueText(name, String(value), language);
};

/** `tahap: menunggu berkas, tanggal: 03-10-2026`; an empty fact says nothing. */
export const factsText = (
  facts: Readonly<Record<string, string | number | boolean>>,
  language: Language,
): string =>
  Object.entries(facts)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => {
      const label = factNames[name];
      const shown = factText(name, value, language);
      return `${label === undefined ? name : inLanguage(language, label)}: ${shown}`;
    })
    .join(', ');
