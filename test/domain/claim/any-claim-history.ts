// Arbitrary histories of one claim: whatever anybody can bring about, by the claim's own decider.
import fc from 'fast-check';
import { expect } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { SUPERIOR_ACTS } from '../../../domain/claim/clock/escalation.ts';
import { claimDecider } from '../../../domain/claim/decider.ts';
import { DOCUMENT_KINDS } from '../../../domain/claim/documents/document-events.ts';
import type { ClaimCommand, ClaimEvent } from '../../../domain/claim/events.ts';
import { CLAIM_REFUSALS } from '../../../domain/claim/refusals.ts';
import type { ClaimState } from '../../../domain/claim/state.ts';
import { type Context, fold } from '../../../domain/decider.ts';
import { missingDocuments } from '../../../domain/rules/document-list.ts';
import { at, person } from '../specification.ts';
import {
  approveClaim,
  because,
  checkClaim,
  coverFacts,
  determinedBy,
  determineHeirs,
  heir,
  idr,
  inArrears,
  mandate,
  passDeadline,
  receiveDocument,
  recommendClaim,
  rejectClaim,
  reportDeath,
  returnDocument,
  sealed,
  settleClaim,
} from './claim-facts.ts';
import { concludeDeath, determineDeath, foundAlive, reportMissing } from './death/death-facts.ts';
import { awaitCourt, recordVisit } from './field/field-facts.ts';
import {
  approveBill,
  dispute,
  guaranteeCare,
  receiveBill,
  returnBill,
  verifyBill,
} from './hospital/hospital-facts.ts';
import {
  accidentCover,
  claimCosts,
  conclude,
  concludeDeadline,
  determinePayee,
  linkCases,
  loss,
  reportAccident,
  reportIncident,
  secondStage,
  statement,
} from './incident-facts.ts';

const determination = determinedBy('42000000', localDate('2024-07-01'));
const organiser = heir({ ref: 'p1', relation: 'FUNERAL_ORGANISER' });

const inspectorSays = (amount: string, reference: string): ClaimCommand => ({
  type: 'RecordBindingDetermination',
  data: {
    ...{ authority: 'LABOUR_INSPECTOR', reference, determinedOn: localDate('2024-07-05') },
    ...{ entitledIdr: idr(amount), basis: 'PP 44/2015 Pasal 49', evidenceSha256: 'sha-pw' },
  },
});

const met = {
  ...{ from: 'rules', to: 'rules+1', before: null, after: null },
  cause: { streamId: 'book', position: '9' },
};
const noteRules: ClaimCommand = { type: 'NoteRuleVersion', data: { ...met, treatment: 'REVIEW' } };
const chooseRules = (choice: 'PIN' | 'MIGRATE'): ClaimCommand => ({
  type: 'ChooseRuleVersion',
  data: { choice, reason: 'surat', rules: null },
});

/** Every kind of wish at least once, in ordinary and in odd forms. */
export const WISHES: readonly ClaimCommand[] = [
  reportDeath(),
  reportDeath({ reportId: 'report-2' }),
  reportDeath({ reportId: 'report-3', deathDate: localDate('2024-03-02') }),
  reportDeath({ reportId: 'report-4', workAccidentSuspected: true }),
  reportIncident(),
  reportIncident({ reportId: 'report-5', channel: 'HOSPITAL' }),
  reportAccident(),
  reportAccident({ reportId: 'report-6', kind: 'DISEASE' }),
  conclude(),
  conclude('OCCUPATIONAL_DISEASE'),
  conclude('NOT_FROM_WORK'),
  reportMissing(),
  reportMissing({ reportId: 'missing-2', missingSince: localDate('2024-02-25') }),
  determineDeath(),
  foundAlive(),
  concludeDeath(),
  concludeDeath('SUDDEN_DEATH', { accidentDate: localDate('2024-03-01') }),
  concludeDeath('ON_THE_WAY', { accidentDate: localDate('2023-09-01') }),
  concludeDeath('NOT_FROM_WORK'),
  secondStage(),
  secondStage('PARTIAL_DISABILITY'),
  secondStage('TOTAL_DISABILITY'),
  statement(),
  statement({ losses: [loss('D05')] }),
  statement({ losses: [loss('D01')] }),
  secondStage('DIED'),
  linkCases([{ claimId: 'death-1', kind: 'DEATH', day: localDate('2024-07-07') }]),
  linkCases([{ claimId: 'accident-1', kind: 'INCIDENT', day: localDate('2024-02-20') }], true),
  linkCases([]),
  determinePayee('p1', 'p1'),
  ...(['FIRST', 'SECOND'] as const).map(
    (stage): ClaimCommand => ({
      type: 'ExplainLateness',
      data: { stage, because: 'NOT_KNOWN', note: '' },
    }),
  ),
  claimCosts(['JKK.TRANSPORT_LAND', '6200000']),
  determinePayee(),
  ...DOCUMENT_KINDS.map((kind) => receiveDocument(kind)),
  { type: 'AcceptDocument', data: { documentId: 'doc-FAMILY_CARD' } },
  returnDocument('doc-FAMILY_CARD'),
  guaranteeCare,
  receiveBill(),
  verifyBill(),
  verifyBill([dispute(1, '100000')]),
  returnBill,
  approveBill('1000000'),
  approveBill('650000'),
  awaitCourt,
  { type: 'EndCourtWait', data: { reason: 'permohonan dicabut' } },
  { type: 'OpenFieldVisit', data: { reason: 'alamat tidak cocok' } },
  { type: 'WaiveFieldVisit', data: { reason: 'keluarga pindah' } },
  { type: 'AssignFieldVisit', data: { officer: 'eko', mayVisit: true } },
  recordVisit('CONFIRMED', 'sha-minutes-1'),
  recordVisit('DOUBTFUL', 'sha-minutes-2'),
  recordVisit('REFUTED', 'sha-minutes-3'),
  checkClaim(),
  checkClaim(inArrears),
  checkClaim(coverFacts({ membershipStart: localDate('2024-01-15') })),
  checkClaim(coverFacts({ state: 'LAPSED', unpaidMonths: 4 })),
  checkClaim(coverFacts({ enrolled: false, membershipStart: null, state: 'NOT_STARTED' })),
  determineHeirs(),
  determineHeirs([organiser], 'p1'),
  recommendClaim({ reason: 'ada alasan' }),
  recommendClaim({ mandate: mandate('TRACKS'), reason: 'ada alasan' }),
  approveClaim(),
  approveClaim({ determination }),
  approveClaim({ totalIdr: idr('10000000') }),
  because('ReturnClaim'),
  rejectClaim(),
  {
    type: 'CorrectDeathDate',
    data: {
      deathDate: localDate('2024-03-03'),
      evidenceSha256: 'sha-akta',
      reason: 'menurut akta kematian',
      cover: coverFacts(),
    },
  },
  {
    type: 'ObjectToDecision',
    data: {
      objectionId: 'objection-1',
      relation: 'SPOUSE',
      objector: sealed('objection.objector'),
      grounds: sealed('objection.grounds'),
      evidenceSha256: null,
      objectedOn: localDate('2024-07-08'),
    },
  },
  ...(['UPHELD', 'DISMISSED'] as const).map(
    (outcome): ClaimCommand => ({
      type: 'AnswerObjection',
      data: { outcome, reason: 'ditinjau', article: 'PP 82/2019' },
    }),
  ),
  {
    type: 'AssignClaim',
    data: { assignee: 'ani', from: null, reason: null, isVerifier: true },
  },
  { type: 'ReleaseClaim', data: { reason: 'kembali ke antrean' } },
  { type: 'EscalateClaim', data: { reason: 'kasus meragukan' } },
  { type: 'ProposeCompensation', data: { reason: 'dibayar terlambat' } },
  {
    type: 'SettleClaim',
    data: {
      ...{ payerIsBpjs: true },
      payables: [
        {
          ...{ payableId: 'payable-0', amountIdr: idr('42000000'), end: 'SETTLED' },
          paidOn: localDate('2024-07-20'),
        },
      ],
    },
  },
  ...(['PAY_WITHIN_3_WORKING_DAYS', 'CONCLUDE_WITHIN_30_DAYS'] as const).map(
    (code): ClaimCommand => ({
      type: 'AnswerEscalation',
      data: { code, measure: 'didampingi hari ini', holds: SUPERIOR_ACTS },
    }),
  ),
  inspectorSays('48000000', 'PW-1/2024'),
  inspectorSays('30000000', 'PW-2/2024'),
  ...(['6000000', '6400000', '25700000', '28000000', '70000000'] as const).flatMap((amount) => [
    approveClaim({ totalIdr: idr(amount) }),
    settleClaim([amount, 'SETTLED']),
  ]),
  ...(['6000000', '12000000', '18000000', '28000000', '42000000'] as const).map(
    (amount): ClaimCommand => ({
      type: 'DecideRecovery',
      data: { outcome: 'DEMAND', amountIdr: idr(amount), legalBasis: 'KUHPerdata', reason: 'x' },
    }),
  ),
  ...(['6000000', '1000000'] as const).map(
    (amount, place): ClaimCommand => ({
      type: 'RecordRepayment',
      data: {
        ...{ amountIdr: idr(amount), paidOn: localDate('2024-07-08') },
        ...{ reference: `BKM-${place}`, evidenceSha256: `sha-bkm-${place}` },
      },
    }),
  ),
  noteRules,
  chooseRules('PIN'),
  chooseRules('MIGRATE'),
  because('WithdrawClaim'),
  because('ReopenClaim'),
  passDeadline,
  concludeDeadline,
  settleClaim(['42000000', 'SETTLED']),
  settleClaim(['10000000', 'REPORTED_PAID'], ['32000000', 'RETAINED']),
];

const REQUIRED = missingDocuments(localDate('2024-03-01'), []);

type Turn = { readonly wish: ClaimCommand; readonly context: Context };

const nearlyReady: readonly ClaimCommand[] = [
  reportDeath(),
  ...DOCUMENT_KINDS.map((kind) => receiveDocument(kind)),
  checkClaim(),
  determineHeirs(),
];
const injured: readonly ClaimCommand[] = [
  reportAccident(),
  conclude(),
  secondStage(),
  statement(),
  ...DOCUMENT_KINDS.map((kind) => receiveDocument(kind)),
];
const paid: readonly ClaimCommand[] = [
  ...[...nearlyReady, recommendClaim(), approveClaim()],
  settleClaim(['42000000', 'SETTLED']),
];

const paidHurt: readonly ClaimCommand[] = [
  ...[reportAccident(), conclude(), secondStage('PARTIAL_DISABILITY')],
  statement({ losses: [loss('D05')] }),
  ...DOCUMENT_KINDS.map((kind) => receiveDocument(kind)),
  ...[checkClaim(accidentCover), determinePayee(), recommendClaim()],
  approveClaim({ totalIdr: idr('25700000'), cover: accidentCover }),
  settleClaim(['25700000', 'SETTLED']),
];

const diedAtWork: readonly ClaimCommand[] = [
  reportDeath({ workAccidentSuspected: true }),
  concludeDeath(),
  ...DOCUMENT_KINDS.map((kind) => receiveDocument(kind)),
  checkClaim(),
  determineHeirs(),
];

/** Histories begin empty or further on, so that the late stages are met as often as the early. */
const OPENINGS: readonly (readonly ClaimCommand[])[] = [
  [],
  nearlyReady,
  [...nearlyReady, recommendClaim()],
  [reportDeath(), ...REQUIRED.map((kind) => receiveDocument(kind)), awaitCourt],
  [...nearlyReady, { type: 'OpenFieldVisit', data: { reason: 'alamat tidak cocok' } }],
  [...nearlyReady, noteRules],
  [...nearlyReady, recommendClaim(), noteRules],
  [...nearlyReady, recommendClaim({ mandate: mandate('TRACKS') })],
  [
    ...[...nearlyReady, recommendClaim({ mandate: mandate('TRACKS') })],
    ...[approveClaim({ determination }), settleClaim(['42000000', 'REPORTED_PAID'])],
  ],
  [...nearlyReady, recommendClaim(), because('ReturnClaim')],
  injured,
  [reportAccident(), conclude(), guaranteeCare, receiveBill()],
  [...injured, guaranteeCare, receiveBill(), verifyBill()],
  [...injured, checkClaim(accidentCover), determinePayee()],
  paid,
  paidHurt,
  [...paid, inspectorSays('48000000', 'PW-1/2024')],
  [
    ...[...paid, inspectorSays('30000000', 'PW-2/2024')],
    {
      type: 'DecideRecovery',
      data: {
        ...{ outcome: 'DEMAND', amountIdr: idr('12000000') },
        ...{ legalBasis: 'KUHPerdata', reason: 'dibayar lebih' },
      },
    },
  ],
  [...paid, reportDeath({ reportId: 'report-4', workAccidentSuspected: true })],
  [...paid, concludeDeath()],
  [reportMissing({ workAccidentSuspected: true })],
  [reportMissing(), determineDeath()],
  diedAtWork,
  [...diedAtWork, recommendClaim(), approveClaim({ totalIdr: idr('70000000') })],
  [
    ...[...diedAtWork, recommendClaim(), approveClaim({ totalIdr: idr('70000000') })],
    settleClaim(['70000000', 'SETTLED']),
  ],
];
export const clerk = at(person('rina', 'handle-documents'));

const DECIDED_BY_ANOTHER: readonly string[] = ['ApproveClaim', 'DecideRecovery'];

const another = at(person('dewi', 'approve-claim'));

const REFUSALS: ReadonlySet<string> = new Set(CLAIM_REFUSALS);

const acceptedIn = ({ wish, context }: Turn, state: ClaimState): readonly ClaimEvent[] => {
  const decision = claimDecider.decide(wish, state, context);
  if ('accepted' in decision) return decision.accepted;
  const { code } = decision.refused;
  // Asked a million times: a matcher would cost more than the decisions.
  if (!REFUSALS.has(code)) expect.fail(`${code} is no refusal of a claim`);
  return [];
};

export const accepted = (turn: Turn, past: readonly ClaimEvent[]): readonly ClaimEvent[] =>
  acceptedIn(turn, fold(claimDecider, past));

/** A blind pick takes any wish, a seeing one a wish that would change something, an eager one a verdict. */
const anyPick = fc.record({
  number: fc.nat({ max: 9999 }),
  mood: fc.constantFrom('blind', 'seeing', 'eager'),
  who: fc.constantFrom('ani', 'budi', 'citra'),
});
type Pick = { readonly number: number; readonly mood: string; readonly who: string };

const LEADS_ON: readonly ClaimCommand['type'][] = [
  'RecommendClaim',
  'ApproveClaim',
  'SettleClaim',
  'CheckClaim',
];

const choose = (pick: Pick, state: ClaimState): Turn => {
  const context = at(person(pick.who, 'check-claim'));
  const all = WISHES.map((wish) => ({ wish, context }));
  const seen = pick.mood === 'eager' ? all.filter((one) => LEADS_ON.includes(one.wish.type)) : all;
  const fruitful =
    pick.mood === 'blind' ? all : seen.filter((turn) => acceptedIn(turn, state).length > 0);
  const pool = fruitful.length === 0 ? all : fruitful;
  return pool[pick.number % pool.length] ?? { wish: reportDeath(), context };
};

type History = { readonly opening: readonly ClaimCommand[]; readonly picks: readonly Pick[] };
export const anyHistory: fc.Arbitrary<History> = fc.record({
  opening: fc.constantFrom(...OPENINGS),
  picks: fc.array(anyPick, { maxLength: 20 }),
});

/** Shows each turn that changed something, with the past it left behind. */
export const play = (
  { opening, picks }: History,
  look: (turn: Turn, past: readonly ClaimEvent[]) => void = () => {},
): readonly ClaimEvent[] => {
  const past: ClaimEvent[] = [];
  let state = claimDecider.initial;
  const take = (turn: Turn): void => {
    const events = acceptedIn(turn, state);
    past.push(...events);
    state = events.reduce(claimDecider.evolve, state);
    if (events.length > 0) look(turn, past);
  };
  for (const wish of opening)
    take({ wish, context: DECIDED_BY_ANOTHER.includes(wish.type) ? another : clerk });
  for (const pick of picks) take(choose(pick, state));
  return past;
};
