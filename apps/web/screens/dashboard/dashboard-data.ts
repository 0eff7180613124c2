// What the dashboard shows one person: the day and the areas asked for, and the figures of them.
import { isLocalDate, type LocalDate, officeDay } from '../../../../domain/calendar.ts';
import { FIGURE_READERS } from '../../../../domain/office/reading-acts.ts';
import { sightOf } from '../../../../domain/office/visibility.ts';
import { isWithin } from '../../../../domain/region.ts';
import { type AreaFigures, areaFigures } from '../../../../projections/area-figures.ts';
import { type CardBoardRow, cardBoard } from '../../../../projections/card-board.ts';
import { type ClaimCount, countClaims } from '../../../../projections/claim-queue.ts';
import { type PaymentReportRow, paymentReport } from '../../../../projections/payment-report.ts';
import type { ProgrammeRow } from '../../../../projections/programme-summary/programme-row.ts';
import {
  type ContributionMonth,
  contributionMonths,
  listProgrammes,
} from '../../../../projections/programme-summary.ts';
import { type TrancheOnBoard, trancheBoard } from '../../../../projections/tranche-board.ts';
import { shownPositions } from '../../../../projections/wait-for-position.ts';
import { areasOf } from '../../cases/own-area.ts';
import type { Desk, Visit } from '../../house.ts';

export const DASHBOARD = '/dasbor';

export const placePath = (kelurahan: string): string => `${DASHBOARD}/kelurahan/${kelurahan}`;

/** The read models that the figures come from. */
export const FIGURE_PROJECTIONS = [
  'programme-summary',
  'claim-queue',
  'member-roster',
  'card-board',
  'payout-ledger',
  'tranche-board',
] as const;

export type DashboardWish = {
  readonly asOf: LocalDate;
  readonly isToday: boolean;
  /** A day was asked for that is none, or lies ahead. */
  readonly isWrongDay: boolean;
  readonly areas: readonly string[];
  /** Programmes whose whole region lies in these areas. */
  readonly programmes: readonly ProgrammeRow[];
  readonly programmeId: string | undefined;
  readonly seesMoney: boolean;
};

export type Dashboard = {
  readonly wish: DashboardWish;
  readonly figures: AreaFigures;
  /** Of today: nobody asks the queue of a past day. */
  readonly waiting: readonly ClaimCount[];
  /** Of today, like the queue. */
  readonly cards: readonly CardBoardRow[];
  readonly months: readonly ContributionMonth[];
  readonly tranches: readonly TrancheOnBoard[];
  /** Of today: a payment shows the stage that it has now. */
  readonly payments: readonly PaymentReportRow[];
};

/** The one programme that is meant: chosen, or the only one this person sees where there are more. */
const programmeOf = (
  chosen: string | null,
  seen: readonly ProgrammeRow[],
  all: readonly ProgrammeRow[],
): string | undefined => {
  const named = seen.find(({ programmeId }) => programmeId === chosen);
  if (named !== undefined) return named.programmeId;
  return seen.length === 1 && all.length > 1 ? seen[0]?.programmeId : undefined;
};

export const dashboardWish = async (visit: Visit): Promise<DashboardWish> => {
  const { desk, visitor, query } = visit;
  const today = officeDay(desk.now());
  const asked = query.get('per') ?? '';
  const isFit = isLocalDate(asked) && asked <= today;
  const areas = areasOf(visitor, FIGURE_READERS);
  const all = await listProgrammes(desk.db);
  const programmes = all.filter(({ region }) => areas.some((area) => isWithin(region, area)));
  const asOf = isFit ? asked : today;
  return {
    ...{ asOf, areas, programmes, isToday: asOf === today },
    isWrongDay: asked !== '' && !isFit,
    programmeId: programmeOf(query.get('program'), programmes, all),
    seesMoney: sightOf(visitor.office, 'MONEY') !== 'NONE',
  };
};

type Counting = Pick<Desk, 'db'>;

const ofProgramme = ({ programmeId }: DashboardWish) =>
  programmeId === undefined ? {} : { programmeId };

/** Contributions and payouts belong to a programme: only whoever sees its whole region sees them. */
const programmeFigures = async ({ db }: Counting, wish: DashboardWish) => {
  const { asOf, isToday, programmes, seesMoney } = wish;
  if (programmes.length === 0) return { months: [], tranches: [], payments: [] };
  const own = programmes.filter(
    ({ programmeId }) => wish.programmeId === undefined || programmeId === wish.programmeId,
  );
  const payers = new Set(own.flatMap((one) => one.payers.map(({ payerId }) => payerId)));
  const programmeIds = own.map(({ programmeId }) => programmeId);
  // Who was on no list is of no programme: counted with all of them, under none by its name.
  const ofNone = wish.programmeId === undefined ? ['-'] : [];
  const seen = { by: 'month', to: asOf, programmeIds: [...programmeIds, ...ofNone] } as const;
  const paid = seesMoney && isToday ? await paymentReport(db, seen) : [];
  return {
    months: seesMoney ? await contributionMonths(db, { asOf, programmeIds }) : [],
    tranches: await trancheBoard(db, { on: asOf, programmeIds }),
    payments: paid.filter(({ payerId }) => payers.has(payerId)),
  };
};

const gather = async (desk: Counting, wish: DashboardWish): Promise<Counted> => {
  const { asOf, areas, isToday } = wish;
  const of = ofProgramme(wish);
  const cards = isToday ? await cardBoard(desk.db) : [];
  return {
    figures: await areaFigures(desk.db, { asOf, areas, ...of }),
    waiting: isToday ? await countClaims(desk.db, { areas, open: true, ...of }) : [],
    cards: cards.filter(({ kelurahan }) => areas.some((area) => isWithin(kelurahan, area))),
    ...(await programmeFigures(desk, wish)),
  };
};

type Counted = Omit<Dashboard, 'wish'>;
type Kept = { readonly state: string; readonly counted: Promise<Counted> };
const KEPT_MAX = 64;
const kept = new WeakMap<object, Map<string, Kept>>();

/** A page, its charts and its files ask the same: counted once while no read model moves. */
export const dashboardOf = async (
  { desk }: { readonly desk: Counting },
  wish: DashboardWish,
): Promise<Dashboard> => {
  const mine = kept.get(desk.db) ?? new Map<string, Kept>();
  kept.set(desk.db, mine);
  const { asOf, areas, programmeId, seesMoney } = wish;
  const key = JSON.stringify([asOf, [...areas].toSorted(), programmeId, seesMoney]);
  const state = await shownPositions(desk.db, FIGURE_PROJECTIONS);
  const known = mine.get(key);
  if (known?.state === state) return { wish, ...(await known.counted) };
  if (mine.size >= KEPT_MAX) mine.clear();
  const counted = gather(desk, wish);
  mine.set(key, { state, counted });
  // A question that failed is asked again by the next page.
  counted.catch(() => mine.delete(key));
  return { wish, ...(await counted) };
};

/** The same wish in the address of a chart or of a file. */
export const wishQuery = ({ asOf, programmeId }: DashboardWish): string =>
  new URLSearchParams({
    per: asOf,
    ...(programmeId !== undefined && { program: programmeId }),
  }).toString();
