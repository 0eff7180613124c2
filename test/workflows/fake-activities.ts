// Activities for workflow tests: the answers a test sets, and a record of what was asked.
import type {
  Activities,
  ClaimFacts,
  RunFacts,
  TrancheLook,
  WorkerFacts,
} from '../../activities/activities.ts';
import type { Answer, CommandEnvelope } from '../../domain/command.ts';

export const recorded = (streamId: string, version: number, stage: string): Answer => ({
  status: 'recorded',
  streamId,
  version,
  position: String(version),
  stage,
  repeated: false,
});

export const claimFacts = (facts: Partial<ClaimFacts> = {}): ClaimFacts => ({
  exists: true,
  workerId: 'w-1',
  version: 1,
  stage: 'REPORTED',
  follows: [],
  deadline: null,
  ended: false,
  ...facts,
});

export const workerFacts = (facts: Partial<WorkerFacts> = {}): WorkerFacts => ({
  exists: true,
  version: 5,
  stage: 'ENROLLED',
  card: 'ISSUED',
  claimId: null,
  claimStage: null,
  ended: false,
  ...facts,
});

export const runFacts = (facts: Partial<RunFacts> = {}): RunFacts => ({
  exists: true,
  version: 1,
  stage: 'ASSEMBLED',
  released: false,
  ended: false,
  ...facts,
});

export const trancheLook = (facts: Partial<TrancheLook> = {}): TrancheLook => ({
  exists: true,
  version: 1,
  stage: 'OPEN',
  waitingFor: 'CONTRIBUTION',
  payments: '',
  next: null,
  ...facts,
});

const nothing = async (): Promise<void> => undefined;

export type Asked = { readonly activity: string; readonly args: readonly unknown[] };

/** Every activity the test does not set answers with nothing; `asked` says what was called. */
export const fakeActivities = (
  own: Partial<Activities>,
): { readonly activities: Activities; readonly asked: Asked[] } => {
  const asked: Asked[] = [];
  const recordDecision =
    own.recordDecision ??
    (async (envelope: CommandEnvelope) => recorded(envelope.streamId, 2, 'REPORTED'));
  const decide = async (envelope: CommandEnvelope) => ({
    answer: await recordDecision(envelope),
    facts: null,
  });
  const base: Activities = {
    recordDecision,
    ...{ decideClaim: decide, decideWorker: decide, decideRoster: decide },
    beginWorker: decide,
    hydrateWorker: async () => workerFacts(),
    leaveStream: nothing,
    hydrateClaim: async () => claimFacts(),
    noteDeath: nothing,
    noteNoDeath: nothing,
    linkCases: nothing,
    correctDeathDate: async (envelope) => recorded(envelope.streamId, 2, 'CHECKED'),
    recordFoundAlive: async (envelope) => recorded(envelope.streamId, 2, 'WITHDRAWN'),
    answerObjection: async (envelope) => recorded(envelope.streamId, 2, 'SETTLED'),
    concludeDeath: async (envelope) => recorded(envelope.streamId, 2, 'CHECKED'),
    createPayables: nothing,
    settleClaim: nothing,
    noteOutcome: nothing,
    passDeadline: nothing,
    hydrateRoster: async () => ({
      ...{ exists: true, version: 1, stage: 'RECEIVED', next: null, waitingFor: 'DECREE' },
      ...{ total: 0, ended: true, control: 'RUNNING' },
    }),
    runRosterChunk: async ({ count }) => ({ done: count, skipped: 0 }),
    completeStep: nothing,
    hydrateHandOver: async () => ({
      ...{ exists: true, version: 1, stage: 'COMPLETED', total: 0, ended: true },
      control: 'RUNNING',
    }),
    runHandOverChunk: async (_id, _from, count) => ({ done: count, skipped: 0 }),
    completeHandOver: nothing,
    steerBatch: async (envelope) => recorded(envelope.streamId, 2, 'PAUSED'),
    lookAtTranche: async () => trancheLook(),
    recheckCover: nothing,
    meetOpenClaims: async () => ({ version: 1, stage: 'RULES_ACTIVE' }),
    assembleRun: async (envelope) => recorded(envelope.streamId, 1, 'ASSEMBLED'),
    cancelRun: async (envelope) => recorded(envelope.streamId, 2, 'CANCELLED'),
    hydrateRun: async () => runFacts(),
    intendPayments: nothing,
    prepareFile: nothing,
    dropFile: nothing,
    recordSent: nothing,
    followRun: async () => ({ open: 0, overdue: false, waitMs: 1_000 }),
    recordUnknown: nothing,
    reconcileRun: nothing,
    auditSelf: async () => 0,
    runScheduled: async () => 'ScheduledRunEmpty',
    ...own,
  };
  const watched = Object.fromEntries(
    Object.entries(base).map(([activity, answer]) => [
      activity,
      (...args: never[]) => {
        asked.push({ activity, args });
        return (answer as (...args: never[]) => unknown)(...args);
      },
    ]),
  );
  return { activities: watched as unknown as Activities, asked };
};
