// The programme in figures for the areas that somebody may see: whole, per kelurahan, per purse.
import { type RawBuilder, sql } from 'kysely';
import { isWithin } from '../domain/region.ts';
import type { ReadModels } from './keyed-table.ts';
import { equals, whereAll } from './page.ts';
import { claimStandingTable } from './programme-summary/claim-standing.ts';
import { countedGroups, type FigureWish } from './programme-summary/counted-groups.ts';
import { type Figures, figuresOf, type Groups } from './programme-summary/figures.ts';
import { memberStandingTable } from './programme-summary/member-standing.ts';
import {
  type KelurahanFigures,
  linesByKelurahan,
  linesByPurse,
  type PurseFigures,
} from './programme-summary.ts';

export type AreaWish = Omit<FigureWish, 'kelurahan'> & {
  /** Areas whose figures are wished for: of a person's roles. */
  readonly areas: readonly string[];
};

/** Deaths that are known and of which nobody has reported a claim. */
export type UnclaimedDeaths = {
  readonly kelurahan: string;
  readonly deaths: number;
  /** Days since the first of them became known. */
  readonly oldestDays: number;
};

/** Days from the report of a claim to its first decision. */
export type DecisionTime = {
  readonly decided: number;
  readonly median: number | null;
  readonly ninetieth: number | null;
};

export type AreaFigures = {
  readonly total: Figures;
  /** They add up to the total. */
  readonly places: readonly KelurahanFigures[];
  readonly purses: readonly PurseFigures[];
  readonly unclaimed: readonly UnclaimedDeaths[];
  readonly decisions: DecisionTime;
};

/** A regency, a city or a province: claims of persons on no list of ours lie in it, too. */
const REGENCY_CHARS = 5;

const seesNowhere = (areas: readonly string[]): boolean =>
  areas.some((area) => area.length <= REGENCY_CHARS);

const isSeen = (kelurahan: string | null, areas: readonly string[]): boolean =>
  kelurahan === null ? seesNowhere(areas) : areas.some((area) => isWithin(kelurahan, area));

const groupsWithin = (groups: Groups, areas: readonly string[]): Groups => ({
  members: groups.members.filter(({ kelurahan }) => isSeen(kelurahan, areas)),
  claims: groups.claims.filter(({ kelurahan }) => isSeen(kelurahan, areas)),
  money: groups.money.filter(({ kelurahan }) => isSeen(kelurahan, areas)),
  coverOf: groups.coverOf,
});

const within = (areas: readonly string[]): RawBuilder<unknown> => {
  const each = areas.map((area) => sql`m.kelurahan = ${area} or m.kelurahan like ${`${area}.%`}`);
  const nowhere = seesNowhere(areas) ? [sql`m.kelurahan is null`] : [];
  return each.length === 0 ? sql`false` : sql`(${sql.join([...each, ...nowhere], sql` or `)})`;
};

const unclaimedDeaths = async (
  db: ReadModels,
  { asOf, areas, programmeId }: AreaWish,
): Promise<readonly UnclaimedDeaths[]> => {
  const day = sql`${asOf}::date`;
  const where = whereAll([
    within(areas),
    equals(sql`m.programme_id`, programmeId),
    sql`m.death_known_on <= ${day}`,
    sql`not exists (select 1 from ${sql.table(claimStandingTable.name)} as t
      where t.worker_id = m.worker_id and (t.steps -> 0 ->> 'on')::date <= ${day})`,
  ]);
  const answer = await sql<UnclaimedDeaths>`select m.kelurahan, count(*)::int as deaths,
      (${day} - min(m.death_known_on))::int as "oldestDays"
    from ${sql.table(memberStandingTable.name)} as m ${where}
    group by m.kelurahan order by m.kelurahan`.execute(db);
  return answer.rows;
};

const decisionTime = async (
  db: ReadModels,
  { asOf, areas, programmeId }: AreaWish,
): Promise<DecisionTime> => {
  const on = sql`(e.step ->> 'on')::date`;
  const isDecided = sql`e.step ->> 'standing' not in ('IN_VERIFICATION', 'WITHDRAWN')`;
  const where = whereAll([
    within(areas),
    equals(sql`m.programme_id`, programmeId),
    sql`${on} <= ${asOf}::date`,
  ]);
  const answer = await sql<DecisionTime>`with c as (
      select min(${on}) filter (where ${isDecided}) - min(${on}) as days
      from ${sql.table(claimStandingTable.name)} as t
      cross join lateral jsonb_array_elements(t.steps) as e(step)
      left join ${sql.table(memberStandingTable.name)} as m on m.worker_id = t.worker_id
      ${where} group by t.claim_id)
    select count(*)::int as decided,
      percentile_disc(0.5) within group (order by c.days)::int as median,
      percentile_disc(0.9) within group (order by c.days)::int as ninetieth
    from c where c.days is not null`.execute(db);
  return answer.rows[0] ?? { decided: 0, median: null, ninetieth: null };
};

export const areaFigures = async (db: ReadModels, wish: AreaWish): Promise<AreaFigures> => {
  const { areas, ...all } = wish;
  const groups = groupsWithin(await countedGroups(db, all), areas);
  return {
    total: figuresOf(groups),
    places: linesByKelurahan(groups),
    purses: linesByPurse(groups),
    unclaimed: await unclaimedDeaths(db, wish),
    decisions: await decisionTime(db, wish),
  };
};
