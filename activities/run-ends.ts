// Where the payments of a run have come to, and whether its reconciliation still says so.
import { sameFacts } from '../domain/claim/assessment/same-facts.ts';
import { type RupiahText, sumTexts } from '../domain/money.ts';
import { payoutRunDecider } from '../domain/payout/run-decider.ts';
import type { RunReconciled } from '../domain/payout/run-events.ts';
import type { PayoutRunState } from '../domain/payout/run-state.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';
import { attemptIn, type Member, membersOfRun } from './run-members.ts';

export type Run = {
  readonly runId: string;
  readonly history: readonly StoredEvent[];
  readonly state: PayoutRunState;
  readonly members: readonly Member[];
};

export const loadRun = async (ports: Pick<DecisionPorts, 'store'>, runId: string): Promise<Run> => {
  const history = await ports.store.loadStream(runId);
  const state = stateOf(payoutRunDecider, history);
  return { runId, history, state, members: await membersOfRun(ports, history) };
};

/** Where a payment of the run has come to. */
type End = 'OPEN' | 'SETTLED' | 'RETURNED' | 'UNKNOWN';

export const endOf = (member: Member, runId: string): End => {
  // A dispute is for a person: the run does not wait for it, and does not call it settled.
  if (member.state.disputed) return 'UNKNOWN';
  switch (attemptIn(member, runId)?.status) {
    case 'SETTLED':
      return 'SETTLED';
    case 'RETURNED':
    case 'REJECTED':
      return 'RETURNED';
    case 'ANSWER_UNKNOWN':
      return 'UNKNOWN';
    default:
      return 'OPEN';
  }
};

type Reconciliation = Omit<RunReconciled['data'], 'runId'>;

export const reconciliationOf = ({ members, runId }: Run): Reconciliation => {
  const amountsAt = (end: End): readonly RupiahText[] =>
    members.flatMap((member) => {
      const amountIdr = member.state.created?.amountIdr;
      return amountIdr !== undefined && endOf(member, runId) === end ? [amountIdr] : [];
    });
  const [settled, returned, unknown] = [
    amountsAt('SETTLED'),
    amountsAt('RETURNED'),
    amountsAt('UNKNOWN'),
  ];
  return {
    settled: settled.length,
    settledIdr: sumTexts(settled),
    returned: returned.length,
    returnedIdr: sumTexts(returned),
    unknown: unknown.length,
    unknownIdr: sumTexts(unknown),
  };
};

/** A late answer after the closing moves the figures: then the run is reconciled once more. */
export const isClosed = (run: Run): boolean => {
  const { reconciled, cancelled } = run.state;
  if (reconciled === null) return cancelled;
  const { runId } = reconciled;
  // The sums too: two members of different sums may have changed places.
  return sameFacts(reconciled, { ...reconciliationOf(run), runId });
};
