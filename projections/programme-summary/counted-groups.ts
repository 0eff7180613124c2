// Counts the rows of the summary as they stood on a day, in SQL: four statements for any figure.
import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../domain/calendar.ts';
import type { ReadModels } from '../keyed-table.ts';
import { equals, whereAll } from '../page.ts';
import { claimStandingTable } from './claim-standing.ts';
import type { ClaimGroup, Groups, MemberGroup, MoneyGroup } from './figures.ts';
import { memberStandingTable } from './member-standing.ts';
import { moneyTable } from './money-standing.ts';
import { coverOfGroups, paymentsKnownOn } from './paid-months.ts';

export type FigureWish = {
  /** Rows with an effective day up to here count; the fold itself is never cut. */
  readonly asOf: LocalDate;
  readonly programmeId?: string;
  readonly trancheId?: string;
  readonly kelurahan?: string;
};

const memberConditions = (wish: FigureWish): readonly (RawBuilder<unknown> | null)[] => [
  equals(sql`m.programme_id`, wish.programmeId),
  equals(sql`m.tranche_id`, wish.trancheId),
  equals(sql`m.kelurahan`, wish.kelurahan),
];

export const memberGroups = async (
  db: ReadModels,
  wish: FigureWish,
): Promise<readonly MemberGroup[]> => {
  const day = sql`${wish.asOf}::date`;
  const alive = sql`(m.death_known_on is null or m.death_known_on > ${day})`;
  const answer = await sql<MemberGroup>`select m.kelurahan, m.tranche_id as "trancheId",
      m.cover_start::text as "coverStart",
      count(*) filter (where m.nominated_on <= ${day})::int as nominated,
      count(*) filter (where m.named_on <= ${day})::int as named,
      count(*) filter (where m.refused_on <= ${day}
        and (m.enrolled_on is null or m.enrolled_on > ${day}))::int as refused,
      count(*) filter (where m.enrolled_on <= ${day})::int as registered,
      count(*) filter (where m.enrolled_on <= ${day} and not ${alive})::int as ended,
      count(*) filter (where not ${alive})::int as "deathsKnown",
      count(*) filter (where m.enrolled_on <= ${day} and m.cover_start <= ${day} and ${alive})::int
        as started
    from ${sql.table(memberStandingTable.name)} as m ${whereAll(memberConditions(wish))}
    group by m.kelurahan, m.tranche_id, m.cover_start`.execute(db);
  return answer.rows;
};

// The last step on or before the day, in the order of the log.
const lastStep = (day: LocalDate): RawBuilder<unknown> => sql`cross join lateral (
    select e.step ->> 'standing' as standing, (e.step ->> 'amountIdr')::numeric as amount
    from jsonb_array_elements(t.steps) with ordinality as e(step, n)
    where (e.step ->> 'on')::date <= ${day}::date order by e.n desc limit 1) as s
  left join ${sql.table(memberStandingTable.name)} as m on m.worker_id = t.worker_id`;

const claims = async (db: ReadModels, wish: FigureWish): Promise<readonly ClaimGroup[]> => {
  const answer = await sql<ClaimGroup>`select m.kelurahan, s.standing, count(*)::int as claims,
      coalesce(sum(s.amount), 0)::text as "amountIdr"
    from ${sql.table(claimStandingTable.name)} as t ${lastStep(wish.asOf)}
    ${whereAll(memberConditions(wish))} group by m.kelurahan, s.standing`.execute(db);
  return answer.rows;
};

const money = async (db: ReadModels, wish: FigureWish): Promise<readonly MoneyGroup[]> => {
  const answer = await sql<MoneyGroup>`select m.kelurahan, t.payer_id as "payerId", t.flow, t.mode,
      s.standing, count(*)::int as payables, sum(s.amount)::text as "amountIdr"
    from ${sql.table(moneyTable.name)} as t ${lastStep(wish.asOf)}
    ${whereAll(memberConditions(wish))}
    group by m.kelurahan, t.payer_id, t.flow, t.mode, s.standing`.execute(db);
  return answer.rows;
};

export const countedGroups = async (db: ReadModels, wish: FigureWish): Promise<Groups> => ({
  members: await memberGroups(db, wish),
  claims: await claims(db, wish),
  money: await money(db, wish),
  coverOf: coverOfGroups(await paymentsKnownOn(db, { knownOn: wish.asOf }), wish.asOf),
});
