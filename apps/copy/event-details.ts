// What matters of one event in a line of words: which paper, sum, cause or field; never a sealed value.

import { isLocalDate } from '../../domain/calendar.ts';
import type { EventType } from '../../domain/catalogue.ts';
import { areaName } from '../../domain/region.ts';
import { refusalText } from './catalogue.ts';
import {
  benefits,
  checkCodes,
  checkVerdicts,
  coverageStates,
  deadlines,
  documentForms,
  heirRanks,
  lateParties,
  noDeathGrounds,
  paperKinds,
  reportChannels,
  reporterRelations,
} from './claim-words.ts';
import {
  acts,
  cardMethods,
  claimOutcomes,
  flows,
  mandateModes,
  receivers,
  type Words,
  wordOf,
} from './code-words.ts';
import { factNames } from './fact-words.ts';
import { formatDay, formatRupiah, type Language } from './format.ts';
import { conclusions } from './incident-phrases.ts';
import { letterKinds } from './letter-phrases.ts';
import { claimFields, foundBy, workerFields } from './look-phrases.ts';
import { paymentOutcomes } from './money-words.ts';
import { malwareChecks } from './paper-phrases.ts';
import { inLanguage, type Text } from './text.ts';

/** A field of the data and, where it is a code, its words. */
type Part = readonly [path: string, words?: Words];

/** Reasons that the engine itself gives, by code; a person's own words stay as they are. */
const REASONS: Words = {
  DEATH_CONCLUDED: ['asal kematian disimpulkan lain', 'the death was concluded otherwise'],
  DEATH_DATE_CORRECTED: ['tanggal meninggal dibetulkan', 'the day of death was put right'],
  NEW_DEATH_REPORT: ['ada laporan kematian baru', 'another death was reported'],
};
const REASON: Part = ['reason', REASONS];
const KIND: Part = ['kind', paperKinds];
const AMOUNT: Part = ['amountIdr'];
const ATTEMPT: Part = ['endToEndId'];
const REPORT: readonly Part[] = [
  ['deathDate'],
  ['channel', reportChannels],
  ['relation', reporterRelations],
  ['workAccidentSuspected'],
];
const COVER: readonly Part[] = [
  ['before.state', coverageStates],
  ['now.state', coverageStates],
];

const PARTS: Readonly<Partial<Record<EventType, readonly Part[]>>> = {
  WorkerNominated: [['rosterRow'], ['kelurahan']],
  WorkerNamedInDecree: [['decreeNumber'], ['decreeDate']],
  WorkerEnrolled: [['coverStart']],
  WorkerRegistrationRefused: [REASON],
  CardIssued: [['validFrom']],
  CardHandedOver: [['method', cardMethods], ['receivedBy', receivers], ['place']],
  PaidThroughReported: [['paidThrough']],
  WorkerIncidentReported: [['eventDate']],
  WorkerReportedDead: [['deathDate']],
  WorkerDeathDateCorrected: [['deathDate']],
  DeathReportWithdrawn: [['ground', noDeathGrounds]],
  WorkerClaimSettled: [['outcome', claimOutcomes]],
  WorkerFound: [['by', foundBy], REASON],
  WorkerFieldsRevealed: [['fields', workerFields], REASON],
  DeathReported: REPORT,
  DeathReportLinked: [...REPORT, ['deathDateDiffers']],
  TopUpProposed: [['amountIdr']],
  RecoveryProposed: [['amountIdr']],
  DeathDateCorrected: [['before'], ['deathDate'], REASON, ['decisionFell']],
  DeathConcluded: [['conclusion', conclusions], ['accidentDate'], REASON, ['decisionFell']],
  BenefitConverted: [['from', benefits], ['to', benefits], ['totalIdr']],
  DeathDisproved: [['ground', noDeathGrounds]],
  DocumentReceived: [
    ...[KIND, ['form', documentForms] as const],
    ...[['file.malware', malwareChecks] as const, ['seen.by'] as const],
  ],
  DocumentAccepted: [KIND],
  DocumentReturned: [KIND, REASON],
  DocumentRead: [KIND, REASON],
  HeirsDetermined: [['rank', heirRanks], ['payee.ref'], ['payee.bic']],
  BenefitsDetermined: [['benefit', benefits], ['totalIdr'], ['lawVersion'], ['paymentBlocked']],
  ClaimRecommended: [['decision'], ['totalIdr'], REASON],
  ClaimApproved: [['decision'], ['totalIdr']],
  DeterminationReported: [['determinedIdr'], ['reference'], ['determinedOn'], ['differs']],
  ClaimReturned: [REASON],
  ClaimRejected: [REASON, ['article'], ['cure']],
  ClaimWithdrawn: [REASON],
  ClaimReopened: [REASON],
  LateFactFound: [...COVER, ['cause.position']],
  DeadlinePassed: [['code', deadlines], ['dueOn']],
  DeadlineEscalated: [['code', deadlines], ['dueOn'], ['late', lateParties], ['to', acts]],
  EscalationAnswered: [['code', deadlines], ['measure']],
  ClaimSettled: [['paidIdr'], ['retainedIdr']],
  ClaimTakenOver: [['agendaNumber'], ['completeOn']],
  ClaimPaidBefore: [['paidIdr'], ['paidOn'], ['paymentReference']],
  ClaimFieldsRevealed: [['fields', claimFields], REASON],
  LetterheadSet: [['head.name'], ['head.code']],
  SignerNamed: [['actorId'], ['title']],
  LetterIssued: [['reference'], ['kind', letterKinds]],
  LetterSigned: [['signer'], ['title']],
  LetterVoided: [REASON],
  PayableCreated: [AMOUNT, ['flow', flows], ['mode', mandateModes], ['dueOn']],
  PayableHeld: [REASON],
  PayableReleased: [REASON],
  PayableCancelled: [REASON],
  PayableSelected: [['attempt']],
  PayeeCorrectionProposed: [['bic'], REASON],
  PayeeAccountCorrected: [['bic'], REASON],
  PaymentIntended: [AMOUNT, ['attempt'], ATTEMPT],
  PaymentSent: [ATTEMPT],
  PaymentAccepted: [ATTEMPT, ['bankReference']],
  PaymentUnknown: [ATTEMPT],
  PaymentRejected: [ATTEMPT, ['reasonCode']],
  PaymentSettled: [AMOUNT, ['bankReference'], ['bookedOn']],
  PaymentReturned: [AMOUNT, ['bankReference'], ['reasonCode']],
  PaymentDisputed: [AMOUNT, ATTEMPT],
  PaymentVoided: [ATTEMPT],
  PaymentResolved: [['outcome', paymentOutcomes], REASON],
  PaymentReported: [AMOUNT, ['paidOn'], ['reference'], ['differs']],
  ReceiptConfirmed: [['confirmedOn']],
};

/** Names of fields that no refusal has: those that have stand in `fact-words.ts`. */
const NAMES: Readonly<Record<string, Text>> = {
  late: ['terlambat pada', 'late at'],
  measure: ['tindakan', 'measure'],
  to: ['dinaikkan kepada', 'sent up to'],
  agendaNumber: ['nomor agenda', 'agenda number'],
  article: ['pasal', 'article'],
  attempt: ['percobaan', 'attempt'],
  bankReference: ['rujukan bank', 'bank reference'],
  before: ['semula', 'before'],
  'before.state': ['perlindungan semula', 'cover before'],
  benefit: ['manfaat', 'benefit'],
  bic: ['bank', 'bank'],
  bookedOn: ['dibukukan', 'booked on'],
  by: ['cara', 'how'],
  'cause.position': ['sebab #', 'cause #'],
  channel: ['saluran', 'channel'],
  code: ['tenggat', 'deadline'],
  completeOn: ['berkas lengkap', 'papers complete on'],
  cure: ['jalan keluar', 'what can be done'],
  deathDateDiffers: ['tanggalnya berbeda', 'another day of death'],
  decision: ['keputusan ke', 'decision'],
  decisionFell: ['keputusan gugur', 'the decision fell'],
  determinedIdr: ['ditetapkan', 'determined'],
  determinedOn: ['tanggal penetapan', 'determined on'],
  differs: ['berbeda dari hitungan kita', 'unlike our sum'],
  'file.malware': ['malware', 'malware'],
  fields: ['yang dibuka', 'opened'],
  flow: ['arus', 'flow'],
  form: ['bentuk', 'form'],
  ground: ['sebab', 'ground'],
  'head.code': ['kode kantor', 'code of the office'],
  'head.name': ['kantor', 'office'],
  kelurahan: ['kelurahan', 'kelurahan'],
  lawVersion: ['versi hukum', 'law version'],
  method: ['cara', 'by'],
  mode: ['peran', 'role'],
  'now.state': ['perlindungan kini', 'cover now'],
  paidIdr: ['dibayar', 'paid'],
  paidThrough: ['lunas sampai', 'paid through'],
  'payee.bic': ['bank penerima', 'bank of the payee'],
  'payee.ref': ['penerima', 'payee'],
  paymentBlocked: ['pembayaran tertahan', 'payment blocked'],
  paymentReference: ['bukti bayar', 'payment reference'],
  place: ['tempat', 'place'],
  reason: ['alasan', 'reason'],
  reasonCode: ['kode alasan bank', 'reason code of the bank'],
  receivedBy: ['penerima kartu', 'received by'],
  relation: ['pelapor', 'reporter'],
  retainedIdr: ['tetap di dana', 'kept in the fund'],
  rosterRow: ['baris daftar', 'row of the list'],
  'seen.by': ['asli dilihat', 'original seen by'],
  signer: ['penanda tangan', 'signer'],
  title: ['jabatan', 'title'],
  validFrom: ['berlaku sejak', 'valid from'],
  workAccidentSuspected: ['dugaan kecelakaan kerja', 'work accident suspected'],
};

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

const at = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isData(value) ? value[key] : undefined), data);

const PLACES = ['kelurahan', 'place'];

const shown = (value: unknown, path: string, words: Words, language: Language): string => {
  if (Array.isArray(value)) return value.map((one) => shown(one, path, words, language)).join(', ');
  const text = String(value);
  if (path.endsWith('Idr')) return formatRupiah(text);
  if (isLocalDate(text)) return formatDay(text, language);
  if (PLACES.includes(path)) return areaName(text);
  return wordOf(words, text, language);
};

const nameOf = (path: string, language: Language): string => {
  const name = NAMES[path] ?? factNames[path];
  return name === undefined ? path : inLanguage(language, name);
};

/** Nothing is said of what is not there, and a plain no says nothing. */
const isSilent = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false || value === '0';

const partText = ([path, words = {}]: Part, data: Data, language: Language): readonly string[] => {
  const value = at(data, path);
  if (isSilent(value)) return [];
  const name = nameOf(path, language);
  return value === true ? [name] : [`${name}: ${shown(value, path, words, language)}`];
};

const ALL_HOLD: Text = ['semua pemeriksaan terpenuhi', 'every check holds'];
const PRECHECK: Text = ['verifikasi awal (bukan penetapan)', 'precheck (no determination)'];
const RECOMMENDATION: Text = ['usulan persetujuan', 'recommendation to approve'];
const HEIRS: Text = ['ahli waris', 'heirs'];
const NEEDED: Text = ['daftar berkas penuh', 'the checklist is full'];

const checksText = (data: Data, language: Language): string => {
  const checks = Array.isArray(data['checks']) ? data['checks'].filter(isData) : [];
  const open = checks.filter(({ verdict }) => verdict !== 'HOLDS');
  if (open.length === 0) return inLanguage(language, ALL_HOLD);
  return open
    .map(({ code, verdict }) => {
      const check = wordOf(checkCodes, String(code), language);
      return `${check}: ${wordOf(checkVerdicts, String(verdict), language)}`;
    })
    .join('; ');
};

/** What a list of fields cannot say. */
const sayings: Readonly<Partial<Record<EventType, (data: Data, language: Language) => string>>> = {
  ChecksRecorded: checksText,
  ClaimRecommended: (data, language) =>
    inLanguage(language, data['precheck'] === true ? PRECHECK : RECOMMENDATION),
  DocumentsCompleted: (_data, language) => inLanguage(language, NEEDED),
  FollowUpRefused: ({ code }, language) =>
    refusalText({ status: 'refused', code: String(code), facts: {} }, language),
  HeirsDetermined: ({ heirs }, language) =>
    `${inLanguage(language, HEIRS)}: ${Array.isArray(heirs) ? heirs.length : 0}`,
};

/** Empty for events of which the name alone says everything. */
export const eventDetail = (type: string, data: unknown, language: Language): string => {
  if (!isData(data) || !Object.hasOwn({ ...PARTS, ...sayings }, type)) return '';
  const known = type as EventType;
  const saying = sayings[known]?.(data, language);
  const parts = (PARTS[known] ?? []).flatMap((part) => partText(part, data, language));
  return [...(saying === undefined ? [] : [saying]), ...parts].join('; ');
};
