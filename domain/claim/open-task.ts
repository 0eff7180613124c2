// What is to be done next on a claim, by whom, and on what legal basis; the decider has the say.
import type { Act } from '../actor.ts';
import { parseRupiah } from '../money.ts';
import { outstanding } from './adjustment/repayment.ts';
import { isStatementAwaited } from './adjustment/top-up.ts';
import { type PersonsCommand, possibleForAnybody } from './claim-acts.ts';
import { isDecisionInDoubt } from './death/death-state.ts';
import { openObjection } from './decision/objection.ts';
import { missingPapers, presentKinds } from './documents/papers.ts';
import type { ClaimStage } from './events.ts';
import { openVisits } from './field/field-state.ts';
import type { ClaimRefusal } from './refusals.ts';
import { claimStage } from './stage.ts';
import type { ClaimState } from './state.ts';

/** Whose move it is. */
export type WaitingFor =
  | 'FAMILY'
  | 'SPONSOR'
  | 'VERIFIER'
  | 'APPROVER'
  | 'BPJS_BRANCH'
  | 'TREASURER'
  | 'SUPERIOR'
  | 'COURT'
  | 'FIELD_OFFICER'
  | 'HOSPITAL'
  | 'NOBODY';

/** One code per thing to do; its words live in the copy catalogues. */
export const OPEN_TASKS = [
  'CONCLUDE_INCIDENT',
  'CONCLUDE_DEATH',
  'DETERMINE_DEATH',
  'REPORT_SECOND_STAGE',
  'RECORD_STATEMENT',
  'DETERMINE_PAYEE',
  'BRING_PAPERS',
  'COMPLETE_PAPERS',
  'REPLACE_RETURNED_PAPERS',
  'CHECK_COVER',
  'DETERMINE_HEIRS',
  'RECOMMEND',
  'ANSWER_RETURN',
  'DECIDE_ON_FAILED_CHECK',
  'PAY_ARREARS',
  'APPROVE',
  'AWAIT_DETERMINATION',
  'PAY',
  'AWAIT_PAYMENT_REPORT',
  'RECOMMEND_TOP_UP',
  'APPROVE_TOP_UP',
  'DECIDE_RECOVERY',
  'CHOOSE_RULES',
  'ANSWER_ESCALATION',
  'ANSWER_OBJECTION',
  'AWAIT_COURT',
  'ASSIGN_VISIT',
  'VISIT',
  'VERIFY_BILL',
  'APPROVE_BILL',
  'COLLECT_RECOVERY',
] as const;
export type OpenTask = (typeof OPEN_TASKS)[number];

export type TaskOf = {
  readonly task: OpenTask;
  readonly party: WaitingFor;
  readonly legalBasis: string;
  /** The role that records it when it is done. */
  readonly act: Act;
  /** The act on the claim that does it; null where it is done on another stream. */
  readonly command: PersonsCommand | null;
};

/** Papers of JKM and who brings them (domain-rules §4.2, P). */
const PAPERS = 'Permenaker 5/2021';
/** T-07: three working days from complete papers. */
const CLOCK = 'Permenaker 1/2025 Pasal 79 ayat (2)';
/** Heirs in the order of the law (domain-rules §4.1, V). */
const HEIRS = 'PP 44/2015 Pasal 37 ayat (5)';
/** T-05: the application follows the word of the doctor. */
const STAGE_TWO = 'Permenaker 1/2025 Pasal 19';
/** What was paid is never overwritten: a difference is an entry of its own. */
const DIFFERENCE = 'X-03';
/** C-16: cover in grace is cover, and the payment waits for the arrears (K). */
const ARREARS = 'Permenaker 5/2021';

const papers = (task: OpenTask): TaskOf => ({
  ...{ task, party: 'FAMILY', legalBasis: PAPERS },
  ...{ act: 'handle-documents', command: 'ReceiveDocument' },
});

const CHECK_COVER: TaskOf = {
  ...{ task: 'CHECK_COVER', party: 'VERIFIER', legalBasis: CLOCK },
  ...{ act: 'check-claim', command: 'CheckClaim' },
};

const recommending = (task: OpenTask): TaskOf => ({
  ...{ task, party: 'VERIFIER', legalBasis: CLOCK },
  ...{ act: 'recommend-claim', command: 'RecommendClaim' },
});

const approving = (task: OpenTask, party: WaitingFor): TaskOf => ({
  ...{ task, party, legalBasis: CLOCK },
  ...{ act: 'approve-claim', command: 'ApproveClaim' },
});

const REPORT_SECOND_STAGE: TaskOf = {
  ...{ task: 'REPORT_SECOND_STAGE', party: 'FAMILY', legalBasis: STAGE_TWO },
  ...{ act: 'handle-documents', command: 'ReportSecondStage' },
};

const RECORD_STATEMENT: TaskOf = {
  ...{ task: 'RECORD_STATEMENT', party: 'FAMILY', legalBasis: STAGE_TWO },
  ...{ act: 'check-claim', command: 'RecordMedicalStatement' },
};

const DETERMINE_PAYEE: TaskOf = {
  ...{ task: 'DETERMINE_PAYEE', party: 'VERIFIER', legalBasis: 'PP 44/2015 Pasal 37' },
  ...{ act: 'check-claim', command: 'DeterminePayee' },
};

const CONCLUDE_DEATH: TaskOf = {
  ...{ task: 'CONCLUDE_DEATH', party: 'VERIFIER', legalBasis: 'PP 49/2023 Pasal 25A' },
  ...{ act: 'check-claim', command: 'ConcludeDeath' },
};

/** What an accident needs at a stage that it shares with a death, or in two steps. */
const ofIncident = (stage: ClaimStage, state: ClaimState): TaskOf | null => {
  const { incident, hospital } = state;
  if (incident === null) return stage === 'SUSPECTED' ? CONCLUDE_DEATH : null;
  if (stage === 'CHECKED') return DETERMINE_PAYEE;
  // What differs is computed anew from the doctor's next word.
  if (stage === 'TOP_UP_PROPOSED' && isStatementAwaited(state)) return RECORD_STATEMENT;
  if (stage !== 'IN_TREATMENT') return null;
  const task = incident.secondStage === null ? REPORT_SECOND_STAGE : RECORD_STATEMENT;
  // Treated on our guarantee, the time is the hospital's, and so is the word of its doctor.
  return hospital.guarantees.length === 0 ? task : { ...task, party: 'HOSPITAL' };
};

const DETERMINE_DEATH: TaskOf = {
  ...{ task: 'DETERMINE_DEATH', party: 'FAMILY', legalBasis: 'T-11' },
  ...{ act: 'check-claim', command: 'DetermineDeath' },
};

const PAPER_STAGES: readonly ClaimStage[] = ['REPORTED', 'PAPERS_INCOMPLETE', 'PAPERS_RETURNED'];

const DECIDE_ON_FAILED_CHECK: TaskOf = {
  ...{ task: 'DECIDE_ON_FAILED_CHECK', party: 'APPROVER', legalBasis: CLOCK },
  ...{ act: 'approve-claim', command: 'RejectClaim' },
};

const PAY_ARREARS: TaskOf = {
  ...{ task: 'PAY_ARREARS', party: 'SPONSOR', legalBasis: ARREARS },
  ...{ act: 'record-contribution', command: null },
};

/** A new version of the rules changes the result: a person says which rules hold (ADR 24). */
const CHOOSE_RULES: TaskOf = {
  ...{ task: 'CHOOSE_RULES', party: 'VERIFIER', legalBasis: CLOCK },
  ...{ act: 'check-claim', command: 'ChooseRuleVersion' },
};

/** H-01: a file that lacks nothing but the word of a court waits for nobody else. */
const AWAIT_COURT: TaskOf = {
  ...{ task: 'AWAIT_COURT', party: 'COURT', legalBasis: 'Permenaker 1/2025 (H-01)' },
  ...{ act: 'handle-documents', command: 'ReceiveDocument' },
};

const FIELD = 'F-01';
const ASSIGN_VISIT: TaskOf = {
  ...{ task: 'ASSIGN_VISIT', party: 'VERIFIER', legalBasis: FIELD },
  ...{ act: 'check-claim', command: 'AssignFieldVisit' },
};
const VISIT: TaskOf = {
  ...{ task: 'VISIT', party: 'FIELD_OFFICER', legalBasis: FIELD },
  ...{ act: 'check-claim', command: 'RecordFieldVisit' },
};

/** Whoever is missing is declared dead by a court, where one was asked. */
const waitingForCourt = (stage: ClaimStage, state: ClaimState): TaskOf | null => {
  if (state.court === null) return null;
  if (stage === 'MISSING') return { ...DETERMINE_DEATH, party: 'COURT' };
  if (!PAPER_STAGES.includes(stage)) return null;
  const missing = missingPapers(state, presentKinds(state.documents));
  return missing.every((kind) => kind === 'COURT_DETERMINATION') ? AWAIT_COURT : null;
};

/** A stage without an entry does not compile; `null` is an end. */
const AT_STAGE: Readonly<Record<ClaimStage, TaskOf | null>> = {
  UNKNOWN: null,
  SUSPECTED: {
    ...{ task: 'CONCLUDE_INCIDENT', party: 'VERIFIER', legalBasis: 'PP 49/2023 Pasal 25A, 25B' },
    ...{ act: 'check-claim', command: 'ConcludeIncident' },
  },
  SUSPECTED_AFTER_PAYMENT: CONCLUDE_DEATH,
  MISSING: DETERMINE_DEATH,
  IN_TREATMENT: REPORT_SECOND_STAGE,
  REPORTED: papers('BRING_PAPERS'),
  PAPERS_INCOMPLETE: papers('COMPLETE_PAPERS'),
  PAPERS_RETURNED: papers('REPLACE_RETURNED_PAPERS'),
  DOCUMENTS_COMPLETE: CHECK_COVER,
  CHECKED: {
    ...{ task: 'DETERMINE_HEIRS', party: 'VERIFIER', legalBasis: HEIRS },
    ...{ act: 'check-claim', command: 'DetermineHeirs' },
  },
  READY_TO_RECOMMEND: recommending('RECOMMEND'),
  RETURNED_TO_VERIFIER: recommending('ANSWER_RETURN'),
  RECOMMENDED: approving('APPROVE', 'APPROVER'),
  APPROVED: {
    ...{ task: 'PAY', party: 'TREASURER', legalBasis: CLOCK },
    ...{ act: 'assemble-run', command: null },
  },
  DETERMINED_BY_BRANCH: {
    ...{ task: 'AWAIT_PAYMENT_REPORT', party: 'BPJS_BRANCH', legalBasis: CLOCK },
    ...{ act: 'report-payment', command: null },
  },
  TOP_UP_PROPOSED: { ...recommending('RECOMMEND_TOP_UP'), legalBasis: DIFFERENCE },
  TOP_UP_RECOMMENDED: { ...approving('APPROVE_TOP_UP', 'APPROVER'), legalBasis: DIFFERENCE },
  RECOVERY_PROPOSED: {
    ...{ task: 'DECIDE_RECOVERY', party: 'APPROVER', legalBasis: DIFFERENCE },
    ...{ act: 'approve-claim', command: 'DecideRecovery' },
  },
  REJECTED: null,
  WITHDRAWN: null,
  ROUTED_TO_JKN: null,
  SETTLED: null,
  REPORTED_PAID: null,
};

/** What stands in the way of the next act, as the decider names it, is the task before it. */
const FIRST: Readonly<Partial<Record<ClaimRefusal, TaskOf>>> = {
  ArrearsDue: PAY_ARREARS,
  CheckFails: DECIDE_ON_FAILED_CHECK,
  ChecksMissing: CHECK_COVER,
  ChecksOutdated: CHECK_COVER,
  CoverChanged: CHECK_COVER,
  RulesUnderReview: CHOOSE_RULES,
};

const isTracked = ({ recommendation }: ClaimState): boolean =>
  recommendation?.mandate.mode === 'TRACKS';

/** Whoever is no member has no benefit, whichever heirs there are: somebody must decide on that. */
const isWithoutBenefit = ({ cover }: ClaimState): boolean =>
  cover !== null && (!cover.enrolled || cover.membershipStart === null);

/** A benefit that was converted asks for papers of its own before more of it is paid. */
const beforeTopUp = (code: ClaimRefusal, state: ClaimState): TaskOf | null => {
  if (code !== 'CheckFails') return null;
  const missing = missingPapers(state, presentKinds(state.documents));
  return missing.length > 0 ? papers('COMPLETE_PAPERS') : CHECK_COVER;
};

/** Somebody is sent first; then the time is theirs. */
const beforeVisit = (code: ClaimRefusal, state: ClaimState): TaskOf | null => {
  if (code !== 'FieldVisitOpen') return null;
  return openVisits(state)[0]?.officer == null ? ASSIGN_VISIT : VISIT;
};

/** Null when nothing is open. */
export const openTaskOf = (state: ClaimState, now: string): TaskOf | null => {
  const stage = claimStage(state);
  if (stage === 'CHECKED' && isWithoutBenefit(state)) return DECIDE_ON_FAILED_CHECK;
  // What is due is held: nothing is paid before somebody said where the death comes from.
  if (isDecisionInDoubt(state)) return CONCLUDE_DEATH;
  const task =
    stage === 'RECOMMENDED' && isTracked(state)
      ? approving('AWAIT_DETERMINATION', 'BPJS_BRANCH')
      : (ofIncident(stage, state) ?? waitingForCourt(stage, state) ?? AT_STAGE[stage]);
  if (task === null || task.command === null) return task;
  const possibility = possibleForAnybody(task.command, state, now);
  if (possibility.answer !== 'REFUSED') return task;
  return (
    (stage === 'TOP_UP_PROPOSED' ? beforeTopUp(possibility.code, state) : null) ??
    beforeVisit(possibility.code, state) ??
    FIRST[possibility.code] ??
    task
  );
};

/** Beside its next step: a due day passed, and a superior must say what is done about it. */
export const escalationTasksOf = ({ escalations }: ClaimState): readonly TaskOf[] =>
  escalations.map(({ to }) => ({
    ...{ task: 'ANSWER_ESCALATION', party: 'SUPERIOR', legalBasis: CLOCK },
    ...{ act: to, command: 'AnswerEscalation' },
  }));

const VERIFY_BILL: TaskOf = {
  ...{ task: 'VERIFY_BILL', party: 'VERIFIER', legalBasis: 'K-10' },
  ...{ act: 'check-claim', command: 'VerifyHospitalBill' },
};
const APPROVE_BILL: TaskOf = {
  ...{ task: 'APPROVE_BILL', party: 'APPROVER', legalBasis: 'K-10' },
  ...{ act: 'approve-claim', command: 'ApproveHospitalBill' },
};

/** Beside its next step, also after its end: a hospital bills when it bills. */
export const billTasksOf = ({ hospital }: Pick<ClaimState, 'hospital'>): readonly TaskOf[] =>
  hospital.bills.flatMap(({ status }) => {
    if (status === 'APPROVED') return [];
    return status === 'RECEIVED' ? [VERIFY_BILL] : [APPROVE_BILL];
  });

const ANSWER_OBJECTION: TaskOf = {
  ...{ task: 'ANSWER_OBJECTION', party: 'APPROVER', legalBasis: 'UU 30/2014 Pasal 77 (X-04)' },
  ...{ act: 'approve-claim', command: 'AnswerObjection' },
};

/** What was granted stands meanwhile; others than who decided answer within their days. */
export const objectionTasksOf = (state: ClaimState): readonly TaskOf[] =>
  openObjection(state) === null ? [] : [ANSWER_OBJECTION];

/** Paid, and the doctor spoke again: what follows from it is computed from the statement. */
export const lateStatementTasksOf = (state: ClaimState): readonly TaskOf[] =>
  state.settledOnce && isStatementAwaited(state) ? [RECORD_STATEMENT] : [];

const COLLECT_RECOVERY: TaskOf = {
  ...{ task: 'COLLECT_RECOVERY', party: 'TREASURER', legalBasis: DIFFERENCE },
  ...{ act: 'ingest-bank-answer', command: 'RecordRepayment' },
};

/** Also beside an end: what was demanded is looked for until it is back. */
export const recoveryTasksOf = (
  state: Pick<ClaimState, 'demanded' | 'repaid'>,
): readonly TaskOf[] => (parseRupiah(outstanding(state)) > 0n ? [COLLECT_RECOVERY] : []);

/** Stages at which a claim has come to its end. */
export const isEndStage = (stage: ClaimStage): boolean =>
  stage !== 'UNKNOWN' && AT_STAGE[stage] === null;

export const END_STAGES: readonly ClaimStage[] = (Object.keys(AT_STAGE) as ClaimStage[]).filter(
  isEndStage,
);
