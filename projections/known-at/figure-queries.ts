// Every figure that can be asked on two axes: what it counts, from rows as they were known.
import type { LocalDate } from '../../domain/calendar.ts';
import type { Flow } from '../../domain/programme/events.ts';
import { REPORT_AXES, type ReportAxis } from '../payment-report.ts';
import { FIGURE_KEYS, figuresOf, groupsIn, kelurahanOf } from '../programme-summary/figures.ts';
import type { MoneyRow } from '../programme-summary/money-standing.ts';
import type { CoverOfGroup } from '../programme-summary/paid-months.ts';
import {
  allRows,
  type CountedRows,
  coverOn,
  groupsOf,
} from '../programme-summary/replayed-figures.ts';
import type { KnownRows } from './known-rows.ts';

export const FIGURE_QUERIES = [
  'programme',
  'kelurahan',
  'purses',
  ...REPORT_AXES.map((axis) => `payments-by-${axis}` as const),
  'trial-balance',
] as const;
export type FigureQuery = (typeof FIGURE_QUERIES)[number];

export type FigureWish = {
  readonly query: FigureQuery;
  /** What took effect up to and including this day. */
  readonly at: LocalDate;
  readonly programmeId?: string;
  readonly trancheId?: string;
  readonly kelurahan?: string;
  readonly payerId?: string;
  readonly flow?: Flow;
};

/** Key: whose and what, parts between bars, e.g. `<payer>|BENEFIT|DISBURSES|settledIdr`. */
export type FigureLines = ReadonlyMap<string, bigint>;

export const keyOf = (...parts: readonly (string | null)[]): string =>
  parts.map((part) => part ?? '-').join('|');

/** A sum of rupiah or a count, as the last part of the key names it. */
export const isRupiah = (key: string): boolean => /(?:Idr|_total)$/.test(key);

type Counted = { readonly counted: CountedRows; readonly coverOf: CoverOfGroup };

const without = (lines: Map<string, bigint>): FigureLines =>
  new Map([...lines].filter(([, value]) => value !== 0n));

const add = (lines: Map<string, bigint>, key: string, value: bigint): void => {
  lines.set(key, (lines.get(key) ?? 0n) + value);
};

const programmeLines = (rows: KnownRows, wish: FigureWish, over: Counted): FigureLines => {
  const groups = groupsOf(rows, { ...wish, asOf: wish.at }, over);
  const lines = new Map<string, bigint>();
  if (wish.query === 'programme')
    for (const [key, value] of Object.entries(figuresOf(groups))) lines.set(key, value);
  else
    for (const place of kelurahanOf(groups)) {
      const figures = figuresOf(groupsIn(groups, place));
      for (const key of FIGURE_KEYS) lines.set(keyOf(place, key), figures[key]);
    }
  return without(lines);
};

const purseLines = (rows: KnownRows, wish: FigureWish, over: Counted): FigureLines => {
  const lines = new Map<string, bigint>();
  for (const group of groupsOf(rows, { ...wish, asOf: wish.at }, over).money) {
    const { payerId, flow, mode, standing } = group;
    if (!isOfPurse(wish, { payerId, flow })) continue;
    add(lines, keyOf(payerId, flow, mode, standing, 'payables'), BigInt(group.payables));
    add(lines, keyOf(payerId, flow, mode, standing, 'amountIdr'), BigInt(group.amountIdr));
  }
  return without(lines);
};

type Purse = { readonly payerId: string | null; readonly flow: string };

const isOfPurse = (wish: FigureWish, { payerId, flow }: Purse): boolean =>
  (wish.payerId === undefined || wish.payerId === payerId) &&
  (wish.flow === undefined || wish.flow === flow);

/** Booked by the bank and not by a person's word afterwards. */
const bookedOn = (rows: KnownRows, { payableId }: MoneyRow): string | undefined =>
  rows.payables
    .get(payableId)
    ?.attempts.filter(({ state, reason }) => state === 'SETTLED' && reason === null)
    .flatMap((attempt) => attempt.bookedOn ?? [])
    .toSorted()
    .at(-1);

type Step = MoneyRow['steps'][number];

/** As the report says: the bank's day, the day it is said to be paid, or the day it became owed. */
const dayOf = (rows: KnownRows, row: MoneyRow, step: Step): string => {
  if (step.standing === 'SETTLED') return bookedOn(rows, row) ?? step.on;
  const paidOn = rows.payables.get(row.payableId)?.reported?.paidOn;
  if (step.standing === 'REPORTED_PAID' && paidOn !== undefined) return paidOn;
  return row.steps[0]?.on ?? step.on;
};

const axisKey = (
  rows: KnownRows,
  axis: ReportAxis,
  { row, step }: { readonly row: MoneyRow; readonly step: Step },
): string => {
  const place = rows.aid.get(row.claimId) ?? rows.members.get(row.workerId);
  switch (axis) {
    case 'programme':
      return place?.programmeId ?? '-';
    case 'kelurahan':
      return place?.kelurahan ?? '-';
    case 'source':
      return row.payerId;
    case 'kind':
      return rows.payables.get(row.payableId)?.lineCodes.join(' + ') ?? '-';
    case 'month':
      return dayOf(rows, row, step).slice(0, 7);
  }
};

const isWished = (rows: KnownRows, wish: FigureWish, row: MoneyRow): boolean => {
  const member = rows.members.get(row.workerId);
  const place = rows.aid.get(row.claimId) ?? member;
  return (
    isOfPurse(wish, row) &&
    (wish.programmeId === undefined || place?.programmeId === wish.programmeId) &&
    (wish.kelurahan === undefined || place?.kelurahan === wish.kelurahan) &&
    (wish.trancheId === undefined || member?.trancheId === wish.trancheId)
  );
};

/** What was paid before the take-over never was a payment of ours, and is in no report of payments. */
const paymentLines = (rows: KnownRows, wish: FigureWish, { counted }: Counted): FigureLines => {
  const lines = new Map<string, bigint>();
  const axis = REPORT_AXES.find((each) => wish.query === `payments-by-${each}`) ?? 'source';
  for (const row of counted.money) {
    const step = row.steps.findLast(({ on }) => on <= wish.at);
    const isCounted = step !== undefined && step.standing !== 'CANCELLED';
    if (!isCounted || !rows.payables.has(row.payableId) || !isWished(rows, wish, row)) continue;
    const own = [row.payerId, row.flow, row.mode, axisKey(rows, axis, { row, step })];
    const amount = BigInt(step.amountIdr);
    add(lines, keyOf(...own, 'payables'), 1n);
    add(lines, keyOf(...own, 'owedIdr'), BigInt(row.owedIdr));
    if (step.standing === 'SETTLED') {
      add(lines, keyOf(...own, 'settled'), 1n);
      add(lines, keyOf(...own, 'settledIdr'), amount);
    } else if (step.standing === 'REPORTED_PAID') {
      add(lines, keyOf(...own, 'reported'), 1n);
      add(lines, keyOf(...own, 'reportedIdr'), amount);
    } else if (step.standing === 'OPEN') add(lines, keyOf(...own, 'openIdr'), amount);
  }
  return without(lines);
};

export type KnownEntry = { readonly position: string; readonly lines: FigureLines };

/** Every entry of the books up to the day, with the event that made it. */
export const ledgerEntries = (rows: KnownRows, wish: FigureWish): readonly KnownEntry[] =>
  [...rows.ledger.values()]
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.on <= wish.at && isOfPurse(wish, entry))
    .map(({ payerId, flow, position, lines: posted }) => {
      const lines = new Map<string, bigint>();
      for (const { account, amountIdr } of posted) {
        const amount = BigInt(amountIdr);
        const side = amount > 0n ? 'debitIdr' : 'creditIdr';
        add(lines, keyOf(payerId, flow, account, side), amount > 0n ? amount : -amount);
        add(lines, keyOf(payerId, flow, account, 'balanceIdr'), amount);
      }
      return { position, lines: without(lines) };
    });

export const summed = (parts: Iterable<FigureLines>): FigureLines => {
  const lines = new Map<string, bigint>();
  for (const part of parts) for (const [key, value] of part) add(lines, key, value);
  return without(lines);
};

/** `over`: of a few persons only, or under other cover; absent: everything, on the day itself. */
export const figureLines = (
  rows: KnownRows,
  wish: FigureWish,
  over: Partial<Counted> = {},
): FigureLines => {
  if (wish.query === 'trial-balance')
    return summed(ledgerEntries(rows, wish).map(({ lines }) => lines));
  const counted = over.counted ?? allRows(rows);
  const coverOf = over.coverOf ?? coverOn(rows, { knownOn: wish.at, day: wish.at });
  if (wish.query === 'purses') return purseLines(rows, wish, { counted, coverOf });
  const isProgramme = wish.query === 'programme' || wish.query === 'kelurahan';
  const lines = isProgramme ? programmeLines : paymentLines;
  return lines(rows, wish, { counted, coverOf });
};

/** Figures that depend on who is covered: they may move with the calendar alone. */
export const restsOnCover = ({ query }: FigureWish): boolean =>
  query === 'programme' || query === 'kelurahan';
