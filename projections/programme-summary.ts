// The programme in figures: who is covered, what is claimed and paid, what the months cost.
import { sql } from 'kysely';
import type { LocalDate, Month } from '../domain/calendar.ts';
import { type ReadModels, rowsByKey, selectRows } from './keyed-table.ts';
import { equals, isOneOf, whereAll } from './page.ts';
import {
  countedGroups,
  type FigureWish,
  memberGroups,
} from './programme-summary/counted-groups.ts';
import {
  type Figures,
  figuresOf,
  type Groups,
  groupsIn,
  kelurahanOf,
  type TrancheMemberFigures,
  trancheMemberFigures,
} from './programme-summary/figures.ts';
import { memberStandingTable } from './programme-summary/member-standing.ts';
import { coverOfGroups, paymentsKnownOn } from './programme-summary/paid-months.ts';
import {
  billTable,
  type ProgrammeRow,
  programmeTable,
  type TrancheRow,
  trancheTable,
} from './programme-summary/programme-row.ts';

/** Figures of one day; benefits and local aid are never added up. */
export const figures = async (db: ReadModels, wish: FigureWish): Promise<Figures> =>
  figuresOf(await countedGroups(db, wish));

/** One pass over the members for every tranche; without claims and money. */
export const memberFiguresByTranche = async (
  db: ReadModels,
  wish: FigureWish,
): Promise<ReadonlyMap<string, TrancheMemberFigures>> => {
  const payments = await paymentsKnownOn(db, { knownOn: wish.asOf });
  const coverOf = coverOfGroups(payments, wish.asOf);
  const members = await memberGroups(db, wish);
  const tranches = [...new Set(members.map(({ trancheId }) => trancheId))];
  return new Map(
    tranches.map((trancheId) => [trancheId, trancheMemberFigures({ members, coverOf }, trancheId)]),
  );
};

export type KelurahanFigures = {
  /** Null: claims of persons who were on no list of ours. */
  readonly kelurahan: string | null;
  readonly figures: Figures;
};

export const linesByKelurahan = (groups: Groups): readonly KelurahanFigures[] =>
  kelurahanOf(groups).map((kelurahan) => ({
    kelurahan,
    figures: figuresOf(groupsIn(groups, kelurahan)),
  }));

/** The lines add up to `figures` of the same wish. */
export const figuresByKelurahan = async (
  db: ReadModels,
  wish: FigureWish,
): Promise<readonly KelurahanFigures[]> => {
  return linesByKelurahan(await countedGroups(db, wish));
};

export type PurseFigures = {
  readonly payerId: string;
  readonly flow: string;
  readonly mode: string;
  readonly standing: string;
  readonly payables: number;
  readonly amountIdr: string;
};

/** One line per purse, flow, mode and standing. */
export const linesByPurse = ({ money }: Pick<Groups, 'money'>): readonly PurseFigures[] => {
  const lines = new Map<string, PurseFigures>();
  for (const { kelurahan: _, ...group } of money) {
    const { payerId, flow, mode, standing, payables, amountIdr } = group;
    const key = [payerId, flow, mode, standing].join('/');
    const known = lines.get(key);
    lines.set(key, {
      ...group,
      payables: payables + (known?.payables ?? 0),
      amountIdr: (BigInt(amountIdr) + BigInt(known?.amountIdr ?? '0')).toString(),
    });
  }
  return [...lines.entries()].toSorted(([a], [b]) => a.localeCompare(b)).map(([, line]) => line);
};

export const moneyByPurseOn = async (
  db: ReadModels,
  wish: FigureWish,
): Promise<readonly PurseFigures[]> => linesByPurse(await countedGroups(db, wish));

export type ContributionMonth = {
  readonly month: Month;
  readonly billedWorkers: number;
  readonly billedIdr: string;
  /** C-21: the month of death is owed, later months are not. */
  readonly owedWorkers: number;
  readonly owedIdr: string;
  readonly confirmedIdr: string;
  readonly bills: number;
  readonly billsConfirmed: number;
};

/** Members per tranche, first month of cover and month of death, as known on the day. */
const monthsOfMembers = (asOf: LocalDate) => sql`select m.tranche_id,
    to_char(m.cover_start, 'YYYY-MM') as first_month,
    case when m.death_known_on <= ${asOf}::date then to_char(m.death_date, 'YYYY-MM') end
      as last_month,
    count(*) as members
  from ${sql.table(memberStandingTable.name)} as m where m.enrolled_on <= ${asOf}::date
  group by 1, 2, 3`;

/**
 * Per month: what BPJS billed, what is owed by our own list once the dead are taken off, what was
 * seen paid. The sums are those of one purse, the sponsor's contributions.
 */
export const contributionMonths = async (
  db: ReadModels,
  wish: Omit<FigureWish, 'kelurahan'> & { readonly programmeIds?: readonly string[] },
): Promise<readonly ContributionMonth[]> => {
  const day = sql`${wish.asOf}::date`;
  const where = whereAll([
    sql`b.billed_on <= ${day}`,
    equals(sql`r.programme_id`, wish.programmeId),
    isOneOf(sql`r.programme_id`, wish.programmeIds),
    equals(sql`b.tranche_id`, wish.trancheId),
  ]);
  const answer = await sql<ContributionMonth>`with g as (${monthsOfMembers(wish.asOf)})
    select b.month,
      sum(b.workers)::int as "billedWorkers", sum(b.billed_idr)::text as "billedIdr",
      sum(o.owed)::int as "owedWorkers",
      sum(o.owed * r.monthly_contribution_idr)::text as "owedIdr",
      coalesce(sum(b.confirmed_idr) filter (where b.confirmed_on <= ${day}), 0)::text
        as "confirmedIdr",
      count(*)::int as bills,
      count(*) filter (where b.confirmed_on <= ${day})::int as "billsConfirmed"
    from ${sql.table(billTable.name)} as b
    join ${sql.table(trancheTable.name)} as r on r.tranche_id = b.tranche_id
    cross join lateral (select coalesce(sum(g.members), 0) as owed from g
      where g.tranche_id = b.tranche_id and g.first_month <= b.month
        and (g.last_month is null or g.last_month >= b.month)) as o
    ${where} group by b.month order by b.month`.execute(db);
  return answer.rows;
};

export const programmeById = async (
  db: ReadModels,
  programmeId: string,
): Promise<ProgrammeRow | undefined> =>
  (await rowsByKey(db, programmeTable, [programmeId])).get(programmeId);

export const listProgrammes = (db: ReadModels): Promise<readonly ProgrammeRow[]> =>
  selectRows(db, programmeTable, sql`order by t.name, t.programme_id`);

export const trancheById = async (
  db: ReadModels,
  trancheId: string,
): Promise<TrancheRow | undefined> =>
  (await rowsByKey(db, trancheTable, [trancheId])).get(trancheId);

export const listTranches = (
  db: ReadModels,
  filter: { readonly programmeId?: string } = {},
): Promise<readonly TrancheRow[]> => {
  const where = whereAll([equals(sql`t.programme_id`, filter.programmeId)]);
  return selectRows(db, trancheTable, sql`${where} order by t.cover_from, t.tranche_id`);
};
