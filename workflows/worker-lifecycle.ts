// One worker, `worker/<id>`, from first touch on: card, report, decision, settlement in turn.
import {
  condition,
  continueAsNew,
  ParentClosePolicy,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  startChild,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import type { Activities, Decided, WorkerFacts } from '../activities/activities.ts';
import type { CommandEnvelope } from '../domain/command.ts';
import { patient, quick } from './activity-options.ts';
import type { claim } from './claim.ts';
import { openDesk } from './command-desk.ts';
import { claimMoved, validatorFor, waiting, workerCommand } from './messages.ts';
import { insist, isHistoryLong, leave, listenFor, read } from './news.ts';

const local = proxyLocalActivities<Activities>(quick);
const following = proxyActivities<Activities>(patient);

export type LifecycleInput = {
  readonly workerId: string;
  /** Carried over to a new history: the workflow of this claim was started already. */
  readonly startedClaim?: string;
  readonly historyEventsMax?: number;
};

/** From B2: lifecycles are many and wake seldom, so each replay must be short. */
const HISTORY_EVENTS_MAX = 100;

const unknown: Decided<WorkerFacts> = {
  answer: { status: 'refused', code: 'WorkerUnknown', facts: {} },
  facts: null,
};

const reportedWorker = (envelope: CommandEnvelope): string | undefined =>
  envelope.category === 'claim' && envelope.command.type === 'ReportDeath'
    ? envelope.command.data.workerId
    : undefined;

const isAlreadyStarted = (error: unknown): boolean =>
  error instanceof Error && error.name === 'WorkflowExecutionAlreadyStartedError';

/** The claim outlives this workflow and may be open already; then nothing is left to do. */
const startClaim = async (claimId: string): Promise<void> => {
  try {
    await startChild<typeof claim>('claim', {
      workflowId: `claim/${claimId}`,
      args: [{ claimId }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
      workflowTaskTimeout: '5 seconds',
    });
  } catch (error) {
    if (!isAlreadyStarted(error)) throw error;
  }
};

const VERDICTS = ['APPROVED', 'DETERMINED_BY_BRANCH'];
const CLOSINGS = ['SETTLED', 'REPORTED_PAID', 'REJECTED', 'WITHDRAWN'];

/** What a life waits for while its claim stands here; papers and checks are the claim's own. */
const claimPhase = (stage: string | null | undefined): 'DECISION' | 'SETTLEMENT' | 'OUTCOME' => {
  if (VERDICTS.includes(stage ?? '')) return 'SETTLEMENT';
  return CLOSINGS.includes(stage ?? '') ? 'OUTCOME' : 'DECISION';
};

/** What the life waits for, in turn. */
const waitingFor = (facts: WorkerFacts | undefined): string => {
  if (facts === undefined || facts.ended) return 'NOTHING';
  if (facts.claimId === null) return facts.card === 'HANDED_OVER' ? 'REPORT' : 'CARD';
  return claimPhase(facts.claimStage);
};

export const workerLifecycle = async (input: LifecycleInput): Promise<void> => {
  const { workerId, historyEventsMax = HISTORY_EVENTS_MAX } = input;
  let facts: WorkerFacts | undefined;
  let startedClaim = input.startedClaim;
  const news = listenFor<WorkerFacts>(workerId);
  const desk = openDesk({
    update: workerCommand,
    validator: validatorFor(
      { worker: ['HandOverCard'], claim: ['ReportDeath'] },
      (envelope) => envelope.streamId === workerId || reportedWorker(envelope) === workerId,
    ),
    isOpen: ({ category }) => facts !== undefined || category === 'worker',
    async decide(envelope) {
      if (envelope.category !== 'claim')
        return facts?.exists === true ? local.decideWorker(envelope) : local.beginWorker(envelope);
      if (facts?.exists !== true) return unknown;
      const answer = await local.recordDecision(envelope);
      // The report stands on the claim's stream; here the membership hears of it.
      if (answer.status === 'recorded') await following.noteDeath(envelope.streamId);
      return { answer, facts: null };
    },
    recorded: news.told,
  });
  setHandler(claimMoved, ({ stage }) => {
    if (claimPhase(facts?.claimStage) !== claimPhase(stage)) news.mark();
  });
  setHandler(waiting, () => ({
    stage: facts?.stage ?? 'UNKNOWN',
    waitingFor: waitingFor(facts),
  }));

  const catchUp = async (): Promise<WorkerFacts> => {
    const now = await read(news, desk, {
      quickly: () => local.hydrateWorker(workerId),
      patiently: () => following.hydrateWorker(workerId),
    });
    facts = now;
    news.learned(now.version);
    // There was no death: a later report begins its claim anew.
    if (now.claimId === null) startedClaim = undefined;
    if (now.claimId !== null && now.claimId !== startedClaim && !now.ended) {
      await startClaim(now.claimId);
      startedClaim = now.claimId;
    }
    return now;
  };

  for (;;) {
    const now = await insist(news, catchUp);
    await desk.whenIdle();
    if (news.isStale()) continue;
    const isOver = !now.exists || now.ended;
    if (isOver && (await leave(news, () => following.leaveStream(workerId), desk.isIdle))) return;
    if (isHistoryLong(historyEventsMax)) {
      const carried = startedClaim === undefined ? {} : { startedClaim };
      return continueAsNew<typeof workerLifecycle>({ ...input, ...carried });
    }
    await condition(news.isStale);
  }
};
