// How far the payables of a decided claim have come: each at its end, or still open.
import type { ClaimCommand } from '../domain/claim/events.ts';
import { payableDecider } from '../domain/payout/payable-decider.ts';
import { type PayableState, payableStage } from '../domain/payout/payable-state.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { stateOf } from './deciders.ts';
import { payablesOfClaim } from './payables-of-claim.ts';
import type { DecisionPorts } from './ports.ts';
import { lastOf } from './stored-events.ts';

type SettleData = Extract<ClaimCommand, { type: 'SettleClaim' }>['data'];
export type PayableEnd = SettleData['payables'][number];

/** A report whose sum differs from ours is an exception until the family confirms the receipt. */
const endOf = (state: PayableState): PayableEnd['end'] => {
  switch (payableStage(state)) {
    case 'SETTLED':
      return 'SETTLED';
    case 'RETAINED':
      return 'RETAINED';
    case 'RECEIPT_CONFIRMED':
      return 'REPORTED_PAID';
    case 'REPORTED_PAID':
      return state.report?.differs === false ? 'REPORTED_PAID' : 'OPEN';
    default:
      return 'OPEN';
  }
};

export type OwedStreams = ReadonlyMap<string, readonly StoredEvent[]>;

/** The payables that the claim's decision owes, with their streams (empty where not created yet). */
export const owedStreams = async (
  ports: Pick<DecisionPorts, 'store' | 'ids'>,
  claim: readonly StoredEvent[],
): Promise<OwedStreams> =>
  ports.store.loadStreams(payablesOfClaim(claim, ports.ids).map((payable) => payable.payableId));

export const endsOf = (owed: OwedStreams): readonly PayableEnd[] =>
  [...owed].map(([payableId, history]) => {
    const state = stateOf(payableDecider, history);
    const amountIdr = state.report?.amountIdr ?? state.created?.amountIdr;
    const end = amountIdr === undefined ? 'OPEN' : endOf(state);
    const paidOn = lastOf(history, 'PaymentSettled')?.data.bookedOn ?? state.report?.paidOn ?? null;
    return { payableId, amountIdr: amountIdr ?? ('0' as PayableEnd['amountIdr']), end, paidOn };
  });

export const payableEnds = async (
  ports: Pick<DecisionPorts, 'store' | 'ids'>,
  claimId: string,
): Promise<readonly PayableEnd[]> =>
  endsOf(await owedStreams(ports, await ports.store.loadStream(claimId)));
