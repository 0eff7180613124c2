// What an entered past owes and nobody let go: no run takes it by itself, so a person must hear of it.
import { standingOf } from '../../activities/run-standing.ts';
import type { Flow } from '../../domain/programme/events.ts';
import { listPayables } from '../../projections/payout-ledger.ts';
import type { Session } from './session.ts';

/** So many are looked at: the first of them are the first to be dealt with. */
const LOOKED_AT = 500;

export const pastDue = async (
  session: Session,
  { payerId, flow }: { readonly payerId: string; readonly flow: Flow },
): Promise<readonly string[]> => {
  const wish = { stages: ['DUE'], payerId, flow, limit: LOOKED_AT } as const;
  const { rows } = await listPayables(session.db, wish);
  const named = rows.map(({ payableId }) => payableId);
  const histories = await session.store.loadStreams(named);
  return named.filter((payableId) => standingOf(histories.get(payableId) ?? []) === 'PAST');
};
