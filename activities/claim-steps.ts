// What a claim's workflow asks for: where it stands, what follows, and the steps themselves.

import { type Hold, holdOf } from '../domain/claim/adjustment/hold.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import { claimStage } from '../domain/claim/stage.ts';
import type { ClaimState } from '../domain/claim/state.ts';
import { payableDecider } from '../domain/payout/payable-decider.ts';
import { payableStage } from '../domain/payout/payable-state.ts';
import { workerDecider } from '../domain/worker/decider.ts';
import type { WorkerClaimSettled } from '../domain/worker/events.ts';
import type { WorkerState } from '../domain/worker/stage.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { Activities, ClaimFacts, ClaimFollowUp } from './activities.ts';
import { versionOf } from './append-decision.ts';
import { nextDeadline, passDeadlines } from './claim-clocks.ts';
import { withCorrectedAccount } from './corrected-account.ts';
import { stateOf } from './deciders.ts';
import { followUp, mustFollow } from './follow-up.ts';
import { followVisibly } from './follow-visibly.ts';
import { lacksLinks, linkCases } from './linked-cases.ts';
import { endsOf, type OwedStreams, owedStreams } from './payable-ends.ts';
import { payablesOfBills } from './payables-of-bills.ts';
import { payablesOfClaim, verdictOf } from './payables-of-claim.ts';
import type { DecisionPorts } from './ports.ts';
import { type Companions, openCompanions } from './read-once.ts';
import type { ListPorts } from './received-list.ts';
import { createDecideWithFacts } from './record-decision.ts';
import { isBefore, lastOf } from './stored-events.ts';

type ClaimSteps = Pick<
  Activities,
  | 'decideClaim'
  | 'hydrateClaim'
  | 'noteDeath'
  | 'noteNoDeath'
  | 'createPayables'
  | 'settleClaim'
  | 'noteOutcome'
  | 'passDeadline'
  | 'linkCases'
>;

type Outcome = WorkerClaimSettled['data']['outcome'];

/** How the claim ended for its worker; a withdrawn claim says nothing about the benefit. */
const outcomeOf = ({ closed }: ClaimState): Outcome | null =>
  closed === 'WITHDRAWN' ? null : closed;

/** Due, or frozen into a run that may not be released yet: it can still be made to wait. */
const canWait = (payable: readonly StoredEvent[]): boolean =>
  ['DUE', 'SELECTED'].includes(payableStage(stateOf(payableDecider, payable)));

/** The payables stand as the claim says: each there, and none due that must wait. */
const payableSteps = (state: ClaimState, owed: OwedStreams): readonly ClaimFollowUp[] => {
  if (state.verdict === null || state.closed !== null) return [];
  const payables = [...owed.values()];
  if (payables.some((history) => history.length === 0)) return ['CREATE_PAYABLES'];
  if (holdOf(state) !== null && payables.some(canWait)) return ['CREATE_PAYABLES'];
  const isEnded = owed.size > 0 && endsOf(owed).every(({ end }) => end !== 'OPEN');
  return isEnded ? ['SETTLE'] : [];
};

/** What the membership should know of this death, and does not yet. */
const deathSteps = (
  { claimId, deathDate, noDeath }: ClaimState,
  { death }: WorkerState,
): readonly ClaimFollowUp[] => {
  if (noDeath !== null) return death?.claimId === claimId ? ['NOTE_NO_DEATH'] : [];
  if (death === null) return ['NOTE_DEATH'];
  return death.claimId === claimId && death.date !== deathDate ? ['NOTE_DEATH'] : [];
};

const workerSteps = (
  state: ClaimState,
  worker: WorkerState,
  outcome: Outcome | null,
): readonly ClaimFollowUp[] => {
  if (state.deathDate === null) return [];
  const steps = deathSteps(state, worker);
  if (steps.length > 0 || worker.death?.claimId !== state.claimId) return steps;
  const isTold = outcome === null || worker.outcome === outcome;
  return isTold ? [] : ['NOTE_OUTCOME'];
};

const unknownClaim: ClaimFacts = {
  exists: false,
  workerId: '',
  version: 0,
  stage: 'UNKNOWN',
  follows: [],
  deadline: null,
  ended: false,
};

const billsToPay = async (ports: DecisionPorts, history: readonly StoredEvent[]) => {
  const owed = payablesOfBills(history, ports.ids);
  if (owed.length === 0) return [];
  const known = await ports.store.loadStreams(owed.map(({ payable }) => payable.payableId));
  return owed.filter(({ payable }) => (known.get(payable.payableId)?.length ?? 0) === 0);
};

const factsOf = async (ports: DecisionPorts, claimId: string): Promise<ClaimFacts> => {
  const history = await ports.store.loadStream(claimId);
  if (history.length === 0) return unknownClaim;
  const state = stateOf(claimDecider, history);
  const stage = claimStage(state);
  const [worker, owed, bills] = await Promise.all([
    ports.store.loadStream(state.workerId),
    owedStreams(ports, history),
    billsToPay(ports, history),
  ]);
  const person = stateOf(workerDecider, worker);
  const follows: readonly ClaimFollowUp[] = [
    ...workerSteps(state, person, outcomeOf(state)),
    ...((await lacksLinks(ports, state, person)) ? (['LINK_CASES'] as const) : []),
    ...(bills.length > 0 ? (['CREATE_PAYABLES'] as const) : payableSteps(state, owed)),
  ];
  const deadline = nextDeadline(history, state, ports.clock());
  const isClosed = state.closed !== null || stage === 'ROUTED_TO_JKN';
  return {
    exists: true,
    workerId: state.workerId,
    version: versionOf(history),
    stage,
    follows,
    deadline,
    // Paid and then suspected of work, it is waited for until its day.
    ended: isClosed && follows.length === 0 && deadline === null,
  };
};

/** Whoever looks at a claim has read what the next decision on it asks for first. */
const hydrate = async (
  ports: DecisionPorts,
  companions: Companions,
  claimId: string,
): Promise<ClaimFacts> => {
  await ports.store.setWorkflowFlag(claimId, true);
  const facts = await factsOf(ports, claimId);
  if (facts.exists && companions.of(claimId).length === 0)
    companions.learn(claimId, [facts.workerId, ports.ids.ruleBook()]);
  return facts;
};

const noteDeath = async (ports: DecisionPorts, claimId: string): Promise<void> => {
  const history = await ports.store.loadStream(claimId);
  const { workerId, deathDate } = stateOf(claimDecider, history);
  const cause = (
    lastOf(history, 'DeathDateCorrected') ??
    lastOf(history, 'ClaimReopened') ??
    lastOf(history, 'DeathReported')
  )?.stored;
  if (cause === undefined || deathDate === null) return;
  await followVisibly(
    ports,
    {
      category: 'worker',
      streamId: workerId,
      command: { type: 'NoteDeathReport', data: { workerId, claimId, deathDate } },
      // Over the fact it follows from: withdrawn and reported again, it is another command.
      commandId: ports.ids.command('note-death', claimId, versionOf(history), deathDate),
    },
    { claimId, step: 'NOTE_DEATH', cause },
  );
};

const noteNoDeath = async (ports: DecisionPorts, claimId: string): Promise<void> => {
  const disproved = lastOf(await ports.store.loadStream(claimId), 'DeathDisproved');
  if (disproved === null) return;
  const { workerId, ground } = disproved.data;
  const cause = disproved.stored;
  await followVisibly(
    ports,
    {
      category: 'worker',
      streamId: workerId,
      command: { type: 'WithdrawDeathReport', data: { workerId, claimId, ground } },
      commandId: ports.ids.command('note-no-death', claimId, cause.version),
    },
    { claimId, step: 'NOTE_DEATH', cause },
  );
};

/** What the hold follows from, and its reason in words of the log. */
const heldOver = (history: readonly StoredEvent[], hold: Hold) => {
  if (hold.because === 'RECOVERY_PROPOSED')
    return {
      cause: lastOf(history, 'RecoveryProposed')?.stored,
      reason: `${hold.because} ${hold.proposal}`,
      of: hold.proposal,
    };
  const suspected = lastOf(history, 'CareGuaranteed') ?? lastOf(history, 'DeathReportLinked');
  return { cause: suspected?.stored, reason: hold.because, of: hold.because };
};

/** Once for each proposal or suspicion: the hold is lifted by a person, who then answers for it. */
const holdWhatMustWait = async (
  ports: DecisionPorts,
  history: readonly StoredEvent[],
): Promise<void> => {
  const hold = holdOf(stateOf(claimDecider, history));
  if (hold === null) return;
  const { cause, reason, of } = heldOver(history, hold);
  if (cause === undefined) return;
  for (const [payableId, payable] of await owedStreams(ports, history)) {
    // In a run it stops the release; with its intent recorded it is too late, and it is recovered.
    if (!canWait(payable)) continue;
    await followUp(
      ports,
      {
        category: 'payable',
        streamId: payableId,
        command: { type: 'HoldPayable', data: { reason } },
        commandId: ports.ids.command('hold-payable', payableId, of),
      },
      { cause },
    );
  }
};

/** A hospital is owed what was approved of its bill, whatever becomes of the claim. */
const createBillPayables = async (
  ports: DecisionPorts,
  history: readonly StoredEvent[],
): Promise<void> => {
  for (const { payable, cause } of await billsToPay(ports, history))
    await mustFollow(
      ports,
      {
        category: 'payable',
        streamId: payable.payableId,
        command: { type: 'CreatePayable', data: payable },
        commandId: ports.ids.command('create-payable', payable.payableId),
      },
      { cause },
    );
};

const createPayables = async (ports: DecisionPorts, claimId: string): Promise<void> => {
  const history = await ports.store.loadStream(claimId);
  await createBillPayables(ports, history);
  const verdict = verdictOf(history);
  // A decision that fell owes nothing any more.
  if (verdict === null || stateOf(claimDecider, history).verdict === null) return;
  const owed = await owedStreams(ports, history);
  for (const payable of payablesOfClaim(history, ports.ids)) {
    // Created under an older calendar it stays as it is: its id says that it is the same payable.
    if ((owed.get(payable.payableId)?.length ?? 0) > 0) continue;
    await mustFollow(
      ports,
      {
        category: 'payable',
        streamId: payable.payableId,
        command: {
          type: 'CreatePayable',
          data: await withCorrectedAccount(ports, history, payable),
        },
        commandId: ports.ids.command('create-payable', payable.payableId),
      },
      { cause: verdict.stored },
    );
    ports.fault('worker.after-payables');
  }
  await holdWhatMustWait(ports, history);
};

/** The last event that any of the payables saw: what settled the claim. */
const lastMove = (owed: OwedStreams): StoredEvent | undefined =>
  [...owed.values()]
    .flatMap((history) => history.slice(-1))
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
    .at(-1);

const settleClaim = async (ports: DecisionPorts, claimId: string): Promise<void> => {
  const history = await ports.store.loadStream(claimId);
  const verdict = verdictOf(history);
  const cause = lastMove(await owedStreams(ports, history));
  if (verdict === null || cause === undefined) return;
  await mustFollow(
    ports,
    {
      category: 'claim',
      streamId: claimId,
      command: { type: 'SettleClaim', data: { payables: [] } },
      commandId: ports.ids.command('settle-claim', claimId, verdict.data.decision),
    },
    { cause },
  );
};

const noteOutcome = async (ports: DecisionPorts, claimId: string): Promise<void> => {
  const history = await ports.store.loadStream(claimId);
  const { workerId, ...state } = stateOf(claimDecider, history);
  const outcome = outcomeOf({ workerId, ...state });
  const cause = (
    lastOf(history, outcome === 'REJECTED' ? 'ClaimRejected' : 'ClaimSettled') ??
    lastOf(history, 'ClaimPaidBefore')
  )?.stored;
  if (outcome === null || cause === undefined) return;
  await followVisibly(
    ports,
    {
      category: 'worker',
      streamId: workerId,
      command: { type: 'NoteClaimOutcome', data: { workerId, claimId, outcome } },
      commandId: ports.ids.command('note-outcome', claimId, cause.version),
    },
    { claimId, step: 'NOTE_OUTCOME', cause },
  );
};

const claimSteps = (ports: DecisionPorts & ListPorts, companions: Companions): ClaimSteps => ({
  decideClaim: createDecideWithFacts(ports, factsOf, companions),
  hydrateClaim: (claimId) => hydrate(ports, companions, claimId),
  noteDeath: (claimId) => noteDeath(ports, claimId),
  noteNoDeath: (claimId) => noteNoDeath(ports, claimId),
  createPayables: (claimId) => createPayables(ports, claimId),
  settleClaim: (claimId) => settleClaim(ports, claimId),
  noteOutcome: (claimId) => noteOutcome(ports, claimId),
  linkCases: (claimId) => linkCases(ports, claimId),
  passDeadline: (claimId) => passDeadlines(ports, claimId),
});

export const createClaimSteps = (ports: DecisionPorts & ListPorts): ClaimSteps =>
  claimSteps(ports, openCompanions());
