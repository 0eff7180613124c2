// Where the money of a later decision goes: the account that two persons put right meanwhile.
import { payableDecider } from '../domain/payout/payable-decider.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { stateOf } from './deciders.ts';
import type { OwedPayable } from './payables-of-claim.ts';
import type { DecisionPorts } from './ports.ts';
import { isBefore, lastOf } from './stored-events.ts';

type Account = Pick<OwedPayable, 'payee' | 'correctedBy'>;

/** What was said last counts: the papers of the claim, or two persons' correction of a payable. */
const accountAfter = (
  claim: readonly StoredEvent[],
  { payee }: OwedPayable,
  earlier: readonly StoredEvent[],
): Account | null => {
  const corrected = lastOf(earlier, 'PayeeAccountCorrected');
  const read = lastOf(claim, 'HeirsDetermined') ?? lastOf(claim, 'PayeeDetermined');
  if (corrected === null || read === null || isBefore(corrected.stored, read.stored)) return null;
  const state = stateOf(payableDecider, earlier);
  if (payee === null || state.payee?.ref !== payee.ref) return null;
  return { payee: state.payee, correctedBy: state.correctedBy };
};

/** An account that was found wrong once is never paid by a later decision of the same claim. */
export const withCorrectedAccount = async (
  ports: Pick<DecisionPorts, 'store' | 'ids'>,
  claim: readonly StoredEvent[],
  payable: OwedPayable,
): Promise<OwedPayable> => {
  const { claimId, decision, payee } = payable;
  if (payee === null || decision === 1) return payable;
  const before = Array.from({ length: decision - 1 }, (_, index) =>
    ports.ids.payable(claimId, index + 1, payee.ref),
  );
  const histories = await ports.store.loadStreams(before);
  const accounts = before.map((id) => accountAfter(claim, payable, histories.get(id) ?? []));
  return { ...payable, ...accounts.findLast((account) => account !== null) };
};
