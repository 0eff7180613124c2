// The members of a payout run, as their own streams say it now.
import type { Origin } from '../domain/envelope.ts';
import { payableDecider } from '../domain/payout/payable-decider.ts';
import type { Attempt, PayableState } from '../domain/payout/payable-state.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { stateOf } from './deciders.ts';
import type { DuePayment } from './payment-order.ts';
import type { DecisionPorts } from './ports.ts';
import { allOf } from './stored-events.ts';

export type Member = {
  readonly payableId: string;
  readonly state: PayableState;
  /** Owed now, or by a past that was entered? */
  readonly owedIn: Origin;
};

export const loadPayables = async (
  { store }: Pick<DecisionPorts, 'store'>,
  payableIds: readonly string[],
): Promise<readonly Member[]> => {
  const histories = await store.loadStreams(payableIds);
  return payableIds.map((payableId) => {
    const history = histories.get(payableId) ?? [];
    const owedIn = history[0]?.meta.origin ?? 'live';
    return { payableId, state: stateOf(payableDecider, history), owedIn };
  });
};

/** In the order in which the run froze them. */
export const membersOfRun = (
  ports: Pick<DecisionPorts, 'store'>,
  run: readonly StoredEvent[],
): Promise<readonly Member[]> =>
  loadPayables(
    ports,
    allOf(run, 'RunMemberAdded').map(({ payableId }) => payableId),
  );

/** The attempt that this run made for a member, once its intent is recorded. */
export const attemptIn = ({ state }: Member, runId: string): Attempt | undefined =>
  state.attempts.find((attempt) => attempt.runId === runId);

/** The id under which the bank will know a payment of this run, before or after the intent. */
export const paymentIn = (
  ports: Pick<DecisionPorts, 'ids'>,
  member: Member,
  runId: string,
): DuePayment | undefined => {
  const { created, payee, attempts } = member.state;
  if (created === null) return undefined;
  const attempt = attemptIn(member, runId)?.attempt ?? attempts.length + 1;
  return { created, payee, endToEndId: ports.ids.endToEnd(member.payableId, attempt) };
};
