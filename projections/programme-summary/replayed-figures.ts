// The same figures from the log itself, in memory: what `audit replay` holds against the tables.
import type { LocalDate } from '../../domain/calendar.ts';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import type { PositionedRow } from '../keyed-table.ts';
import { type RecordedEvent, recordedEvent } from '../recorded-event.ts';
import { foldRows, type RowFold } from '../row-fold.ts';
import { type TrancheBoardRow, trancheBoardFold } from '../tranche-board/tranche-row.ts';
import { type ClaimStandingRow, claimStandingFold } from './claim-standing.ts';
import type { FigureWish } from './counted-groups.ts';
import {
  type ClaimGroup,
  type Figures,
  figuresOf,
  type Groups,
  type MemberGroup,
  type MoneyGroup,
} from './figures.ts';
import { type MemberStanding, memberStandingFold } from './member-standing.ts';
import { type MoneyRow, moneyFold } from './money-standing.ts';
import {
  type CoverOfGroup,
  coverOfGroups,
  type PaymentsByTranche,
  paymentsOf,
} from './paid-months.ts';
import { type BillRow, billFold } from './programme-row.ts';

export type ProgrammeRows = {
  readonly members: Map<string, MemberStanding>;
  readonly claims: Map<string, ClaimStandingRow>;
  readonly money: Map<string, MoneyRow>;
  readonly bills: Map<string, BillRow>;
  readonly tranches: Map<string, TrancheBoardRow>;
};

export const noProgrammeRows = (): ProgrammeRows => ({
  ...{ members: new Map(), claims: new Map(), money: new Map() },
  ...{ bills: new Map(), tranches: new Map() },
});

export const absorb = <Row extends PositionedRow>(
  rowFold: RowFold<Row>,
  rows: Map<string, Row>,
  batch: readonly RecordedEvent[],
): void => {
  for (const [key, row] of foldRows(rowFold, rows, batch)) rows.set(key, row);
};

export const absorbProgramme = (rows: ProgrammeRows, batch: readonly RecordedEvent[]): void => {
  absorb(memberStandingFold, rows.members, batch);
  absorb(claimStandingFold, rows.claims, batch);
  absorb(moneyFold, rows.money, batch);
  absorb(billFold, rows.bills, batch);
  absorb(trancheBoardFold, rows.tranches, batch);
};

/** Folds a log, up to a position if one is asked for: what was known then. */
const replayRows = async (
  log: AsyncIterable<readonly StoredEvent[]>,
  knownAt?: string,
): Promise<ProgrammeRows> => {
  const rows = noProgrammeRows();
  for await (const events of log) {
    const known = events.filter(
      (event) => knownAt === undefined || BigInt(event.position) <= BigInt(knownAt),
    );
    absorbProgramme(rows, known.map(recordedEvent));
    if (known.length < events.length) break;
  }
  return rows;
};

const reached = (day: LocalDate | null, asOf: LocalDate): boolean => day !== null && day <= asOf;

const memberGroup = (row: MemberStanding, asOf: LocalDate): MemberGroup => {
  const registered = reached(row.enrolledOn, asOf);
  const dead = reached(row.deathKnownOn, asOf);
  return {
    kelurahan: row.kelurahan,
    trancheId: row.trancheId,
    coverStart: row.coverStart,
    nominated: Number(reached(row.nominatedOn, asOf)),
    named: Number(reached(row.namedOn, asOf)),
    refused: Number(reached(row.refusedOn, asOf) && !registered),
    registered: Number(registered),
    ended: Number(registered && dead),
    deathsKnown: Number(dead),
    started: Number(registered && reached(row.coverStart, asOf) && !dead),
  };
};

type Step = { readonly on: LocalDate };
const lastOn = <S extends Step>(steps: readonly S[], asOf: LocalDate): S | undefined =>
  steps.findLast((step) => step.on <= asOf);

const claimGroups = (row: ClaimStandingRow, kelurahan: string | null, asOf: LocalDate) =>
  [lastOn(row.steps, asOf)].flatMap((step): ClaimGroup[] =>
    step === undefined
      ? []
      : [{ kelurahan, standing: step.standing, claims: 1, amountIdr: step.amountIdr ?? '0' }],
  );

const moneyGroups = (row: MoneyRow, kelurahan: string | null, asOf: LocalDate): MoneyGroup[] => {
  const step = lastOn(row.steps, asOf);
  const { payerId, flow, mode } = row;
  if (step === undefined) return [];
  const { standing, amountIdr } = step;
  return [{ kelurahan, payerId, flow, mode, standing, payables: 1, amountIdr }];
};

/** What the payments that were seen by a day give on a day. */
export const coverOn = (
  rows: Pick<ProgrammeRows, 'bills' | 'tranches'>,
  { knownOn, day }: { readonly knownOn: LocalDate; readonly day: LocalDate },
): CoverOfGroup => coverOfGroups(payments(rows, knownOn), day);

const payments = (
  { bills, tranches }: Pick<ProgrammeRows, 'bills' | 'tranches'>,
  asOf: LocalDate,
): PaymentsByTranche => {
  const paid = [...bills.values()].flatMap(({ trancheId, month, paidOn, confirmedOn }) =>
    paidOn !== null && reached(confirmedOn, asOf) ? [{ trancheId, month, paidOn }] : [],
  );
  const gates = new Map([...tranches].map(([trancheId, { facts }]) => [trancheId, facts.gate]));
  return paymentsOf(paid, gates, asOf);
};

const isWished = (row: MemberStanding | undefined, wish: FigureWish): boolean =>
  (wish.programmeId === undefined || row?.programmeId === wish.programmeId) &&
  (wish.trancheId === undefined || row?.trancheId === wish.trancheId) &&
  (wish.kelurahan === undefined || row?.kelurahan === wish.kelurahan);

/** Rows that are counted: all of them, or those of a few persons. */
export type CountedRows = {
  readonly members: Iterable<MemberStanding>;
  readonly claims: Iterable<ClaimStandingRow>;
  readonly money: Iterable<MoneyRow>;
};

export const groupsOf = (
  rows: ProgrammeRows,
  wish: FigureWish,
  { coverOf, counted }: { readonly coverOf: CoverOfGroup; readonly counted: CountedRows },
): Groups => {
  const { asOf } = wish;
  const member = (workerId: string) => rows.members.get(workerId);
  const wished = (workerId: string) => isWished(member(workerId), wish);
  const place = (workerId: string) => member(workerId)?.kelurahan ?? null;
  return {
    members: [...counted.members]
      .filter((row) => isWished(row, wish))
      .map((row) => memberGroup(row, asOf)),
    claims: [...counted.claims]
      .filter(({ workerId }) => wished(workerId))
      .flatMap((row) => claimGroups(row, place(row.workerId), asOf)),
    money: [...counted.money]
      .filter(({ workerId }) => wished(workerId))
      .flatMap((row) => moneyGroups(row, place(row.workerId), asOf)),
    coverOf,
  };
};

export const allRows = (rows: ProgrammeRows): CountedRows => ({
  members: rows.members.values(),
  claims: rows.claims.values(),
  money: rows.money.values(),
});

export type ReplayedLog = { figures(wish: FigureWish): Figures };

/** One pass over the log answers for any number of days. */
export const replayFigures = async (
  log: AsyncIterable<readonly StoredEvent[]>,
  knownAt?: string,
): Promise<ReplayedLog> => {
  const rows = await replayRows(log, knownAt);
  return {
    figures(wish) {
      const coverOf = coverOn(rows, { knownOn: wish.asOf, day: wish.asOf });
      return figuresOf(groupsOf(rows, wish, { coverOf, counted: allRows(rows) }));
    },
  };
};
