// Months of each tranche seen paid, and arrears the branch accepted: what cover on a day rests on.
import { sql } from 'kysely';
import type { LocalDate, Month } from '../../domain/calendar.ts';
import type { CoverageState } from '../../domain/claim/assessment/assessment-events.ts';
import { acceptedMonths, type GateFacts } from '../../domain/programme/gate-state.ts';
import type { PaidMonth } from '../../domain/programme/paid-month.ts';
import { coverAt } from '../../domain/rules/cover.ts';
import { type ReadModels, selectRows } from '../keyed-table.ts';
import { equals, whereAll } from '../page.ts';
import { trancheBoardTable } from '../tranche-board/tranche-row.ts';
import { billTable } from './programme-row.ts';

export type TranchePayments = {
  readonly paid: readonly PaidMonth[];
  readonly acceptedArrears: readonly Month[];
};
export type PaymentsByTranche = ReadonlyMap<string, TranchePayments>;

/** As known on the day: a payment that was seen later did not count then. */
export const paymentsOf = (
  bills: readonly (PaidMonth & { readonly trancheId: string })[],
  gates: ReadonlyMap<string, GateFacts>,
  knownOn: LocalDate,
): PaymentsByTranche => {
  const payments = new Map<string, TranchePayments>();
  for (const { trancheId, month, paidOn } of bills) {
    const gate = gates.get(trancheId);
    const known = payments.get(trancheId) ?? {
      paid: [],
      acceptedArrears: gate === undefined ? [] : acceptedMonths(gate, knownOn),
    };
    payments.set(trancheId, { ...known, paid: [...known.paid, { month, paidOn }] });
  }
  return payments;
};

export const paymentsKnownOn = async (
  db: ReadModels,
  wish: { readonly knownOn: LocalDate; readonly trancheId?: string },
): Promise<PaymentsByTranche> => {
  const where = whereAll([
    sql`t.paid_on is not null`,
    sql`t.confirmed_on <= ${wish.knownOn}::date`,
    equals(sql`t.tranche_id`, wish.trancheId),
  ]);
  const answer = await sql<PaidMonth & { trancheId: string }>`select t.tranche_id as "trancheId",
      t.month, t.paid_on::text as "paidOn" from ${sql.table(billTable.name)} as t ${where}
    order by t.tranche_id, t.month`.execute(db);
  const own = whereAll([equals(sql`t.tranche_id`, wish.trancheId)]);
  const rows = await selectRows(db, trancheBoardTable, own);
  const gates = new Map(rows.map(({ trancheId, facts }) => [trancheId, facts.gate]));
  return paymentsOf(answer.rows, gates, wish.knownOn);
};

/** Cover on a day of members of a tranche whose cover began on the same day. */
export type CoverOfGroup = (trancheId: string, coverStart: LocalDate | null) => CoverageState;

/** Computed once per tranche and first day, never per member. */
export const coverOfGroups = (payments: PaymentsByTranche, on: LocalDate): CoverOfGroup => {
  const known = new Map<string, CoverageState>();
  return (trancheId, coverStart) => {
    const key = `${trancheId}/${coverStart}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const facts = payments.get(trancheId) ?? { paid: [], acceptedArrears: [] };
    const { state } = coverAt({ coverStart, ...facts }, on);
    known.set(key, state);
    return state;
  };
};
