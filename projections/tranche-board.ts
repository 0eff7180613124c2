// Where every tranche stands: months paid, cards against the quorum, gate, clock, persons at risk.
import { sql } from 'kysely';
import { endOfOfficeDay, type LocalDate } from '../domain/calendar.ts';
import type { TrancheMembers } from '../domain/programme/gate-events.ts';
import { type TrancheStanding, trancheStanding } from '../domain/programme/tranche-standing.ts';
import { type ReadModels, rowsByKey, selectRows } from './keyed-table.ts';
import { memberTable } from './member-roster/member-row.ts';
import { equals, isOneOf, whereAll } from './page.ts';
import { claimStandingTable } from './programme-summary/claim-standing.ts';
import { memberStandingTable } from './programme-summary/member-standing.ts';
import { paymentsKnownOn } from './programme-summary/paid-months.ts';
import type { ProjectionDb } from './projection.ts';
import {
  type PassedMilestone,
  type TrancheBoardRow,
  trancheBoardTable,
} from './tranche-board/tranche-row.ts';
import { shownPosition } from './wait-for-position.ts';

export type MemberCounts = Omit<TrancheMembers, 'position'>;

const NOBODY: MemberCounts = { registered: 0, alive: 0, handedOver: 0 };

/** One pass over the members: nothing is kept per member and month. */
const countsByTranche = async (
  db: ReadModels,
  wish: { readonly asOf: LocalDate; readonly trancheId?: string },
): Promise<ReadonlyMap<string, MemberCounts>> => {
  const end = sql`${endOfOfficeDay(wish.asOf)}::timestamptz`;
  const registered = sql`t.enrolled_at < ${end}`;
  const alive = sql`(t.death_known_at is null or t.death_known_at >= ${end})`;
  const answer = await sql<MemberCounts & { trancheId: string }>`select t.tranche_id as "trancheId",
      count(*) filter (where ${registered})::int as registered,
      count(*) filter (where ${registered} and ${alive})::int as alive,
      count(*) filter (where t.card_handed_over_at < ${end})::int as "handedOver"
    from ${sql.table(memberTable.name)} as t
    ${whereAll([equals(sql`t.tranche_id`, wish.trancheId)])} group by t.tranche_id`.execute(db);
  return new Map(answer.rows.map(({ trancheId, ...counts }) => [trancheId, counts]));
};

export type TrancheOnBoard = TrancheStanding & {
  readonly passed: readonly PassedMilestone[];
};

type Wish = {
  readonly on: LocalDate;
  readonly programmeId?: string;
  readonly programmeIds?: readonly string[];
};

const onBoard = async (
  db: ReadModels,
  rows: readonly TrancheBoardRow[],
  on: LocalDate,
): Promise<readonly TrancheOnBoard[]> => {
  const [only] = rows;
  const one = rows.length === 1 && only !== undefined ? { trancheId: only.trancheId } : {};
  const counts = await countsByTranche(db, { asOf: on, ...one });
  const payments = await paymentsKnownOn(db, { knownOn: on, ...one });
  return rows.flatMap(({ trancheId, facts, passed }) => {
    const { tranche, gate } = facts;
    if (tranche === null) return [];
    const members = { ...(counts.get(trancheId) ?? NOBODY), position: '0' };
    const paid = payments.get(trancheId)?.paid ?? [];
    const standing = trancheStanding({ tranche, gate }, { paid, members }, on);
    return [{ ...standing, passed }];
  });
};

export const trancheBoard = async (
  db: ReadModels,
  { on, programmeId, programmeIds }: Wish,
): Promise<readonly TrancheOnBoard[]> => {
  const where = whereAll([
    equals(sql`t.programme_id`, programmeId),
    isOneOf(sql`t.programme_id`, programmeIds),
  ]);
  const rows = await selectRows(
    db,
    trancheBoardTable,
    sql`${where} order by t.facts -> 'tranche' ->> 'coverFrom', t.tranche_id`,
  );
  return onBoard(db, rows, on);
};

export const trancheOnBoard = async (
  db: ReadModels,
  trancheId: string,
  on: LocalDate,
): Promise<TrancheOnBoard | undefined> => {
  const row = (await rowsByKey(db, trancheBoardTable, [trancheId])).get(trancheId);
  return row === undefined ? undefined : (await onBoard(db, [row], on))[0];
};

/** What the gate counts, and how far the read model had come. */
export const trancheMembers = async (
  db: ProjectionDb,
  trancheId: string,
  asOf: LocalDate,
): Promise<TrancheMembers> => {
  const position = (await shownPosition(db, 'member-roster')) ?? '0';
  const counts = await countsByTranche(db, { asOf, trancheId });
  return { ...(counts.get(trancheId) ?? NOBODY), position };
};

/** Claims of the tranche's members that are open, or were refused: a late fact may move them. */
export const claimsOfTranche = async (
  db: ProjectionDb,
  trancheId: string,
): Promise<{ readonly claimIds: readonly string[]; readonly position: string }> => {
  // Asked for first: what is read after it is as new, or newer.
  const position = (await shownPosition(db, 'programme-summary')) ?? '0';
  const answer = await sql<{ claimId: string }>`select t.claim_id as "claimId"
    from ${sql.table(claimStandingTable.name)} as t
    join ${sql.table(memberStandingTable.name)} as m on m.worker_id = t.worker_id
    where m.tranche_id = ${trancheId}
      and t.steps -> -1 ->> 'standing' in ('IN_VERIFICATION', 'REJECTED')
    order by t.claim_id`.execute(db);
  return { claimIds: answer.rows.map(({ claimId }) => claimId), position };
};
