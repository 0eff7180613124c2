// "What can I do now, and why not the rest": asked of the decider itself, with a well-formed wish.
import type { ActedBy } from '../actor.ts';
import { addDays, officeDay } from '../calendar.ts';
import type { Context, Decision } from '../decider.ts';
import type { RupiahText } from '../money.ts';
import type { Sealed } from '../sealed.ts';
import type { Heir, Payee } from './assessment/assessment-events.ts';
import { SUPERIOR_ACTS } from './clock/escalation.ts';
import { claimDecider } from './decider.ts';
import type { ClaimMandate } from './decision/decision-events.ts';
import { missingPapers, presentKinds } from './documents/papers.ts';
import type { ClaimCommand, ClaimEvent } from './events.ts';
import { deathAfter } from './intake/link-cases.ts';
import type { DeathReport } from './intake/report-events.ts';
import type { ClaimRefusal, ClaimWish } from './refusals.ts';
import type { ClaimState } from './state.ts';
import type { TakeOverFacts } from './take-over/take-over-events.ts';

/** Steps that the engine takes itself: no person can ask for them. */
type FollowUpCommand =
  | 'NoteLateFact'
  | 'NoteRuleVersion'
  | 'PassDeadline'
  | 'NoteFollowUp'
  | 'LinkCases'
  | 'SettleClaim';
/** A look into the file is no act on the case: it moves nothing. */
type LookCommand = 'NoteClaimRevealed' | 'NoteDocumentRead';
export type PersonsCommand = Exclude<ClaimCommand['type'], FollowUpCommand | LookCommand>;

const PROBE = 'probe';
const sealed: Sealed = { subject: PROBE, field: PROBE, ciphertext: '', commitment: '' };

const someHeir: Heir = { ref: PROBE, relation: 'SPOUSE', name: sealed, minor: false };
const somePayee: Payee = {
  ref: PROBE,
  name: sealed,
  account: sealed,
  accountIndex: PROBE,
  bic: PROBE,
};

const someReport = (state: ClaimState, { now }: Context): DeathReport => ({
  claimId: state.claimId,
  workerId: state.workerId,
  reportId: PROBE,
  deathDate: state.deathDate ?? officeDay(now),
  channel: 'KELURAHAN',
  relation: 'OFFICER',
  reporterName: sealed,
  reporterContact: sealed,
  circumstances: sealed,
  workAccidentSuspected: false,
});

/** What was recommended upon, as long as no newer fact is known to whoever asks. */
const mandateOf = ({ recommendation, topUp }: ClaimState): ClaimMandate =>
  (topUp?.recommended ?? recommendation)?.mandate ?? {
    payerId: PROBE,
    mandateId: PROBE,
    mode: 'DISBURSES',
    programmeId: PROBE,
  };

const approval = (state: ClaimState, { now }: Context): ClaimWish<'ApproveClaim'> => {
  const { cover } = state;
  const recommendation = state.topUp?.recommended ?? state.recommendation;
  const totalIdr = recommendation?.totalIdr ?? ('0' as RupiahText);
  const determination = { determinedIdr: totalIdr, reference: PROBE, determinedOn: officeDay(now) };
  return recommendation?.mandate.mode === 'TRACKS'
    ? { totalIdr, cover, determination }
    : { totalIdr, cover };
};

const noPast: TakeOverFacts = {
  workerKnown: true,
  cover: null,
  mandate: null,
  recommender: null,
  decider: null,
};

const billOf = (
  { hospital }: ClaimState,
  wanted: ClaimState['hospital']['bills'][number]['status'],
): string | undefined => hospital.bills.find(({ status }) => status === wanted)?.billId;

type Probes = {
  readonly [T in PersonsCommand]: (state: ClaimState, context: Context) => ClaimWish<T>;
};

/**
 * For every command of a person a wish that nothing but the state of the claim, or who asks, can
 * refuse: free texts are filled in, ids are those of the file. A command without one does not compile.
 */
const PROBES: Probes = {
  ReportDeath: someReport,
  ReportIncident: ({ claimId, workerId, incident }, { now }) => ({
    ...{ claimId, workerId, reportId: PROBE, ordinal: 1 },
    ...{ kind: incident?.kind ?? 'ILLNESS', eventDate: incident?.eventDate ?? officeDay(now) },
    ...{ channel: 'KELURAHAN', relation: 'OFFICER' },
    ...{ reporterName: sealed, reporterContact: sealed, circumstances: sealed },
  }),
  ConcludeIncident: () => ({
    ...{ conclusion: 'NOT_FROM_WORK', evidenceSha256: PROBE, reason: PROBE, traffic: false },
  }),
  ReportMissing: (state, context) => {
    const { deathDate: missingSince, ...report } = someReport(state, context);
    return { ...report, missingSince };
  },
  DetermineDeath: ({ missing }, { now }) => ({
    deathDate: missing?.report.missingSince ?? officeDay(now),
    ...{ authority: 'COURT', reference: PROBE, determinedOn: officeDay(now) },
    evidenceSha256: PROBE,
  }),
  RecordFoundAlive: (_, { now }) => ({
    ...{ foundOn: officeDay(now), evidenceSha256: PROBE, reason: PROBE },
  }),
  ConcludeDeath: ({ deathDate, origin, cover }) => ({
    ...(origin.conclusion?.fromWork === true || deathDate === null
      ? { conclusion: 'NOT_FROM_WORK', accidentDate: null }
      : { conclusion: 'AT_WORK', accidentDate: deathDate }),
    ...{ evidenceSha256: PROBE, reason: PROBE, traffic: false, accidentClaimId: null, cover },
  }),
  ReportSecondStage: (state, { now }) => ({
    outcome: deathAfter(state) === null ? 'HEALED' : 'DIED',
    declaredOn: officeDay(now),
  }),
  RecordMedicalStatement: ({ incident }) => ({
    ...{ daysOff: 0, handedness: 'RIGHT', evidenceSha256: PROBE },
    losses:
      incident?.secondStage?.outcome === 'PARTIAL_DISABILITY'
        ? [{ code: 'D05', count: 1, functionLost: null, measure: null }]
        : [],
  }),
  ClaimCosts: () => ({
    bills: [{ code: 'JKK.GLASSES', amountIdr: '1' as RupiahText, referencePriceIdr: null }],
  }),
  ExplainLateness: ({ incident }) => ({
    ...{ because: 'NOT_KNOWN', note: PROBE },
    stage: incident?.late === true ? 'FIRST' : 'SECOND',
  }),
  DeterminePayee: () => ({ payee: somePayee, heir: { accountIndex: PROBE } }),
  ReceiveDocument: (state) => ({
    documentId: PROBE,
    kind: missingPapers(state, presentKinds(state.documents))[0] ?? 'POWER_OF_ATTORNEY',
    sha256: PROBE,
    form: 'COPY',
  }),
  GuaranteeCare: ({ incident }, { now }) => ({
    ...{ hospital: { code: PROBE, name: PROBE }, payee: somePayee },
    from: incident?.eventDate ?? officeDay(now),
  }),
  ReceiveHospitalBill: ({ hospital, incident }, { now }) => ({
    ...{ billId: PROBE, guarantee: hospital.guarantees[0]?.guarantee ?? 1, number: PROBE },
    ...{ billedOn: officeDay(now), evidenceSha256: PROBE },
    lines: [
      {
        ...{ line: 1, item: 'ROOM', servedOn: incident?.eventDate ?? officeDay(now) },
        ...{ amountIdr: '1' as RupiahText, tariffIdr: null, referencePriceIdr: null },
      },
    ],
  }),
  VerifyHospitalBill: (state) => ({
    billId: billOf(state, 'RECEIVED') ?? billOf(state, 'VERIFIED') ?? PROBE,
    ...{ disputes: [], mandate: mandateOf(state) },
  }),
  ReturnHospitalBill: (state) => ({
    billId: billOf(state, 'VERIFIED') ?? billOf(state, 'RECEIVED') ?? PROBE,
    reason: PROBE,
  }),
  ApproveHospitalBill: (state) => {
    const billId = billOf(state, 'VERIFIED') ?? billOf(state, 'APPROVED') ?? PROBE;
    const bill = state.hospital.bills.find((one) => one.billId === billId);
    return { billId, acceptedIdr: bill?.verified?.acceptedIdr ?? ('0' as RupiahText) };
  },
  AwaitCourt: (_, { now }) => ({ court: PROBE, reference: PROBE, filedOn: officeDay(now) }),
  EndCourtWait: () => ({ reason: PROBE }),
  OpenFieldVisit: () => ({ reason: PROBE }),
  WaiveFieldVisit: () => ({ reason: PROBE }),
  AssignFieldVisit: () => ({ officer: PROBE, mayVisit: true }),
  RecordFieldVisit: (_, { now }) => ({
    ...{ visitedOn: officeDay(now), result: 'CONFIRMED', minutes: sealed },
    signers: [
      { part: 'OFFICER', name: sealed },
      { part: 'WITNESS', name: sealed },
    ],
    evidenceSha256: PROBE,
  }),
  AcceptDocument: ({ documents }) => ({
    documentId:
      documents.find(({ returned, accepted }) => !returned && !accepted)?.documentId ??
      documents.find(({ returned }) => !returned)?.documentId ??
      PROBE,
  }),
  ReturnDocument: ({ documents }) => ({
    documentId: documents.find(({ returned }) => !returned)?.documentId ?? PROBE,
    reason: PROBE,
  }),
  CheckClaim: ({ cover }) => ({
    cover: cover ?? {
      enrolled: true,
      membershipStart: null,
      paidThrough: null,
      unpaidMonths: 0,
      contributionMonths: 0,
      monthlyContributionIdr: '0' as RupiahText,
      state: 'ACTIVE',
      position: '0',
      sources: [],
    },
  }),
  DetermineHeirs: ({ heirs }) => ({
    heirs: [...(heirs?.heirs.filter(({ ref }) => ref !== PROBE) ?? []), someHeir],
    payee: somePayee,
  }),
  ChooseRuleVersion: () => ({ choice: 'PIN', reason: PROBE, rules: null }),
  RecommendClaim: (state) => ({
    mandate: mandateOf(state),
    reason: PROBE,
  }),
  ApproveClaim: approval,
  ReturnClaim: () => ({ reason: PROBE }),
  RejectClaim: () => ({ reason: PROBE, article: PROBE, cure: PROBE }),
  ObjectToDecision: (_, { now }) => ({
    objectionId: PROBE,
    relation: 'SPOUSE',
    objector: sealed,
    grounds: sealed,
    evidenceSha256: null,
    objectedOn: officeDay(now),
  }),
  AnswerObjection: () => ({ outcome: 'DISMISSED', reason: PROBE, article: PROBE }),
  EscalateClaim: () => ({ reason: PROBE }),
  ProposeCompensation: () => ({ reason: PROBE }),
  AnswerEscalation: ({ escalations }) => ({
    code: escalations[0]?.code ?? 'PAY_WITHIN_3_WORKING_DAYS',
    ...{ measure: PROBE, holds: SUPERIOR_ACTS },
  }),
  AssignClaim: ({ assignee }, { by }) => ({
    ...{ assignee: by.id, from: assignee, reason: PROBE, isVerifier: true },
  }),
  ReleaseClaim: () => ({ reason: PROBE }),
  RecordBindingDetermination: (_, { now }) => ({
    ...{ authority: 'LABOUR_INSPECTOR', reference: PROBE, determinedOn: officeDay(now) },
    ...{ entitledIdr: '1' as RupiahText, basis: PROBE, evidenceSha256: PROBE },
  }),
  DecideRecovery: ({ recovery }) => ({
    outcome: recovery?.decided ?? 'DEMAND',
    amountIdr: recovery?.amountIdr ?? ('0' as RupiahText),
    ...{ legalBasis: PROBE, reason: PROBE },
  }),
  RecordRepayment: (_, { now }) => ({
    ...{ amountIdr: '1' as RupiahText, paidOn: officeDay(now) },
    ...{ reference: PROBE, evidenceSha256: PROBE },
  }),
  CorrectDeathDate: ({ deathDate, cover, origin }, { now }) => ({
    // The day of an accident is the first on which somebody can have died of it.
    deathDate:
      deathDate === null
        ? officeDay(now)
        : addDays(deathDate, origin.conclusion?.accidentDate === deathDate ? 1 : -1),
    evidenceSha256: PROBE,
    reason: PROBE,
    cover,
  }),
  WithdrawClaim: () => ({ reason: PROBE }),
  ReopenClaim: () => ({ reason: PROBE }),
  TakeOverClaim: (state, context) => ({
    report: someReport(state, context),
    agendaNumber: null,
    stage: 'REPORTED',
    papers: [],
    reportedOn: state.deathDate ?? officeDay(context.now),
    receivedOn: null,
    completeOn: null,
    checkedOn: null,
    heirs: null,
    recommendedOn: null,
    recommendedBy: null,
    decidedOn: null,
    decidedBy: null,
    decidedIdr: null,
    decisionReference: null,
    reason: null,
    article: null,
    cure: null,
    payment: null,
    facts: noPast,
  }),
};

export const PERSONS_COMMANDS = Object.keys(PROBES) as readonly PersonsCommand[];

/** The wish with which a command is tried; an activity puts newer facts of other streams into it. */
export const probeOf = (type: PersonsCommand, state: ClaimState, context: Context): ClaimCommand =>
  ({ type, data: PROBES[type](state, context) }) as ClaimCommand;

export type Possibility =
  | { readonly answer: 'POSSIBLE' }
  /** It would be accepted and change nothing. */
  | { readonly answer: 'ALREADY_SO' }
  | {
      readonly answer: 'REFUSED';
      readonly code: ClaimRefusal;
      readonly facts: Readonly<Record<string, string | number | boolean>>;
    };

export const possibilityOf = (decision: Decision<ClaimEvent, ClaimRefusal>): Possibility => {
  if ('refused' in decision) return { answer: 'REFUSED', ...decision.refused };
  return { answer: decision.accepted.length === 0 ? 'ALREADY_SO' : 'POSSIBLE' };
};

export const tryCommand = (
  command: ClaimCommand,
  state: ClaimState,
  context: Context,
): Possibility => possibilityOf(claimDecider.decide(command, state, context));

/** Somebody who has had no part in the claim: what they cannot do, nobody can. */
const anybody: ActedBy = { id: '', office: 'SYSTEM', act: 'follow-up', letter: '' };

/** Whether the state of the claim itself allows it, whoever asks. */
export const possibleForAnybody = (
  type: PersonsCommand,
  state: ClaimState,
  now: string,
): Possibility => {
  const context = { by: anybody, now };
  return tryCommand(probeOf(type, state, context), state, context);
};
