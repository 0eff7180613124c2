// One claim, `claim/<id>`: documents, checks, recommendation, approval, payables, settled.
import {
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type { Activities, ClaimFacts, Decided } from '../activities/activities.ts';
import type { ClaimCommand, ClaimStage } from '../domain/claim/events.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import { durable, patient, quick } from './activity-options.ts';
import { openDesk } from './command-desk.ts';
import { claimCommand, claimMoved, phaseAttribute, validatorFor, waiting } from './messages.ts';
import { insist, isHistoryLong, leave, listenFor, read } from './news.ts';
import { createOneTimer } from './one-timer.ts';

const local = proxyLocalActivities<Activities>(quick);
const careful = proxyActivities<Activities>(durable);
const following = proxyActivities<Activities>(patient);

export type ClaimInput = {
  readonly claimId: string;
  /** Lowered by tests: how long a history may grow before the workflow begins a new one. */
  readonly historyEventsMax?: number;
};

/** From B2: a claim is replayed from its history whenever it wakes after a rest. */
const HISTORY_EVENTS_MAX = 900;

const PERSONS_COMMANDS: readonly ClaimCommand['type'][] = [
  'ReportDeath',
  'ReportIncident',
  'ConcludeIncident',
  'ConcludeDeath',
  'ReportMissing',
  'DetermineDeath',
  'RecordFoundAlive',
  'ReportSecondStage',
  'RecordMedicalStatement',
  'ClaimCosts',
  'DeterminePayee',
  'ReceiveDocument',
  'ReturnDocument',
  'AwaitCourt',
  'EndCourtWait',
  'OpenFieldVisit',
  'WaiveFieldVisit',
  'RecordFieldVisit',
  'GuaranteeCare',
  'ApproveHospitalBill',
  'CheckClaim',
  'DetermineHeirs',
  'RecommendClaim',
  'ApproveClaim',
  'ReturnClaim',
  'RejectClaim',
  'ObjectToDecision',
  'AnswerObjection',
  'EscalateClaim',
  'AnswerEscalation',
  'ProposeCompensation',
  'RecordBindingDetermination',
  'DecideRecovery',
  'CorrectDeathDate',
  'WithdrawClaim',
  'ReopenClaim',
  'TakeOverClaim',
  'ChooseRuleVersion',
];

const WAITING_FOR: Readonly<Record<ClaimStage, string>> = {
  UNKNOWN: 'NOTHING',
  SUSPECTED: 'CONCLUSION',
  SUSPECTED_AFTER_PAYMENT: 'CONCLUSION',
  IN_TREATMENT: 'SECOND_STAGE',
  MISSING: 'CERTAINTY',
  REPORTED: 'DOCUMENTS',
  PAPERS_INCOMPLETE: 'DOCUMENTS',
  PAPERS_RETURNED: 'DOCUMENTS',
  DOCUMENTS_COMPLETE: 'CHECKS',
  CHECKED: 'HEIRS',
  READY_TO_RECOMMEND: 'RECOMMENDATION',
  RETURNED_TO_VERIFIER: 'RECOMMENDATION',
  RECOMMENDED: 'APPROVAL',
  APPROVED: 'PAYMENT',
  DETERMINED_BY_BRANCH: 'REPORTED_PAYMENT',
  REJECTED: 'NOTHING',
  WITHDRAWN: 'NOTHING',
  ROUTED_TO_JKN: 'NOTHING',
  SETTLED: 'NOTHING',
  TOP_UP_PROPOSED: 'RECOMMENDATION',
  TOP_UP_RECOMMENDED: 'APPROVAL',
  RECOVERY_PROPOSED: 'RECOVERY_DECISION',
  REPORTED_PAID: 'NOTHING',
};

/** What an approval owes follows from it. */
const OWES: readonly string[] = ['ApproveClaim', 'TakeOverClaim', 'ApproveHospitalBill'];

const withoutFacts = (answer: Answer): Decided<ClaimFacts> => ({ answer, facts: null });

/** Payables follow from an approval: it must be durable before it is recorded (B3). */
const decide = (envelope: CommandEnvelope): Promise<Decided<ClaimFacts>> => {
  const { type } = envelope.command;
  if (type === 'CorrectDeathDate') return careful.correctDeathDate(envelope).then(withoutFacts);
  if (type === 'ConcludeDeath') return careful.concludeDeath(envelope).then(withoutFacts);
  if (type === 'RecordFoundAlive') return careful.recordFoundAlive(envelope).then(withoutFacts);
  if (type === 'AnswerObjection') return careful.answerObjection(envelope).then(withoutFacts);
  return OWES.includes(type) ? careful.decideClaim(envelope) : local.decideClaim(envelope);
};

const tellLifecycle = async (claimId: string, { workerId, stage }: ClaimFacts): Promise<void> => {
  upsertSearchAttributes([{ key: phaseAttribute, value: stage }]);
  try {
    await getExternalWorkflowHandle(`worker/${workerId}`).signal(claimMoved, { claimId, stage });
  } catch {
    // No lifecycle is open: the obligations consumer starts one if something concerns it.
  }
};

const takeSteps = async (claimId: string, { follows }: ClaimFacts): Promise<void> => {
  if (follows.includes('NOTE_DEATH')) await following.noteDeath(claimId);
  if (follows.includes('NOTE_NO_DEATH')) await following.noteNoDeath(claimId);
  if (follows.includes('LINK_CASES')) await following.linkCases(claimId);
  if (follows.includes('CREATE_PAYABLES')) await following.createPayables(claimId);
  if (follows.includes('SETTLE')) await following.settleClaim(claimId);
  if (follows.includes('NOTE_OUTCOME')) await following.noteOutcome(claimId);
};

export const claim = async (input: ClaimInput): Promise<void> => {
  const { claimId, historyEventsMax = HISTORY_EVENTS_MAX } = input;
  let facts: ClaimFacts | undefined;
  let toldStage = '';
  const news = listenFor<ClaimFacts>(claimId);
  const dueTimer = createOneTimer();
  const desk = openDesk({
    update: claimCommand,
    validator: validatorFor({ claim: PERSONS_COMMANDS }, (e) => e.streamId === claimId),
    isOpen: () => facts !== undefined,
    decide,
    recorded: news.told,
  });
  setHandler(waiting, () => ({
    stage: facts?.stage ?? 'UNKNOWN',
    waitingFor: WAITING_FOR[facts?.stage ?? 'UNKNOWN'],
  }));

  /** What no retry mends stands where operators search, until news or the next hour. */
  const showStuck = (code: string): void => {
    toldStage = '';
    upsertSearchAttributes([{ key: phaseAttribute, value: `STUCK:${code}` }]);
  };

  /** Reads, takes the steps that follow, and reads again until nothing new follows. */
  const catchUp = async (): Promise<ClaimFacts> => {
    for (let tried = ''; ; ) {
      const now = await read(news, desk, {
        quickly: () => local.hydrateClaim(claimId),
        patiently: () => following.hydrateClaim(claimId),
      });
      facts = now;
      news.learned(now.version);
      if (now.exists && now.stage !== toldStage) await tellLifecycle(claimId, now);
      toldStage = now.stage;
      // A step that was taken and changed nothing waits for new facts, not for another try.
      const wanted = `${now.version}:${now.follows.join()}`;
      if (now.follows.length === 0 || wanted === tried) return now;
      tried = wanted;
      await takeSteps(claimId, now);
      news.mark(); // the steps moved other streams too
    }
  };

  const waitForNews = async ({ deadline }: ClaimFacts): Promise<void> => {
    if (deadline === null) {
      dueTimer.drop();
      return condition(news.isStale);
    }
    if (!(await dueTimer.waitFor(news.isStale, deadline.waitMs))) return;
    // A timer never decides: the activity asks the stream whether the due day ran out.
    await insist(news, () => following.passDeadline(claimId), showStuck);
    news.mark();
  };

  for (;;) {
    const now = await insist(news, catchUp, showStuck);
    await desk.whenIdle();
    if (news.isStale()) continue;
    const isOver = !now.exists || now.ended;
    if (isOver && (await leave(news, () => following.leaveStream(claimId), desk.isIdle))) return;
    if (isHistoryLong(historyEventsMax)) return continueAsNew<typeof claim>(input);
    await waitForNews(now);
  }
};
