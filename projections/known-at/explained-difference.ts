// Why a figure differs between two points: every event that moved it, with deltas that add up.
import { addDays, type LocalDate, officeDay } from '../../domain/calendar.ts';
import type { CoverOfGroup } from '../programme-summary/paid-months.ts';
import { allRows, coverOn } from '../programme-summary/replayed-figures.ts';
import type { RecordedEvent } from '../recorded-event.ts';
import {
  type FigureLines,
  type FigureWish,
  figureLines,
  ledgerEntries,
  restsOnCover,
  summed,
} from './figure-queries.ts';
import {
  absorbKnown,
  isAfter,
  type KnownLog,
  type KnownRows,
  noKnownRows,
  personsOf,
  readKnown,
  rowsOfPersons,
} from './known-rows.ts';

/** `at`: what took effect by then. `position`: what the log knew. */
export type FigurePoint = { readonly at: LocalDate; readonly position: string };

export type Cause = {
  readonly position: string;
  readonly streamId: string;
  readonly category: string;
  readonly type: string;
  readonly effectiveAt: string;
};

export type Explained = {
  /** Several events of one person on one day move a figure together. */
  readonly causes: readonly Cause[];
  readonly deltas: FigureLines;
};

export type ExplainedDifference = {
  readonly before: FigureLines;
  readonly after: FigureLines;
  readonly explained: readonly Explained[];
  /** What moved by the calendar alone: cover that began, or lapsed, on a day without any event. */
  readonly byTime: FigureLines;
};

const negated = (lines: FigureLines): FigureLines =>
  new Map([...lines].map(([key, value]) => [key, -value]));

export const difference = (before: FigureLines, after: FigureLines): FigureLines =>
  summed([after, negated(before)]);

const causeOf = (event: RecordedEvent): Cause => {
  const { position, streamId, category, type, effectiveAt } = event;
  return { position, streamId, category, type, effectiveAt };
};

/** Events that change what is covered, for everybody of a tranche. */
const movesCover = ({ category }: RecordedEvent): boolean =>
  category === 'contribution_bill' || category === 'tranche';

type DayEvents = Map<string, Map<LocalDate, RecordedEvent[]>>;

const COVER = '';

const noteDay = (days: DayEvents, owner: string, event: RecordedEvent): void => {
  const own = days.get(owner) ?? new Map<LocalDate, RecordedEvent[]>();
  const day = officeDay(event.effectiveAt);
  own.set(day, [...(own.get(day) ?? []), event]);
  days.set(owner, own);
};

type Walk = {
  readonly wish: FigureWish;
  readonly from: FigurePoint;
  readonly to: FigurePoint;
  readonly rows: KnownRows;
  readonly explained: Explained[];
  readonly days: DayEvents;
  /** Cover on the first day, as known so far. */
  cover: CoverOfGroup;
};

const push = ({ explained }: Walk, causes: readonly Cause[], deltas: FigureLines): void => {
  if (deltas.size > 0) explained.push({ causes, deltas });
};

const linesAtFirstDay = (walk: Walk, persons: readonly string[] | 'all'): FigureLines => {
  const { rows, wish, cover: coverOf, from } = walk;
  const counted = persons === 'all' ? allRows(rows) : rowsOfPersons(rows, persons);
  return figureLines(rows, { ...wish, at: from.at }, { counted, coverOf });
};

/** One event more is known: what the figure of the first day says before and after it. */
const learn = (walk: Walk, event: RecordedEvent): void => {
  const { rows, from, wish } = walk;
  const isForAll = movesCover(event);
  if (isForAll && !restsOnCover(wish)) {
    absorbKnown(rows, [event]);
    return;
  }
  const known = isForAll ? [] : personsOf(rows, event);
  const before = linesAtFirstDay(walk, isForAll ? 'all' : known);
  absorbKnown(rows, [event]);
  if (isForAll) walk.cover = coverOn(rows, { knownOn: from.at, day: from.at });
  const late = isForAll ? [] : personsOf(rows, event).filter((one) => !known.includes(one));
  const after = linesAtFirstDay(walk, isForAll ? 'all' : [...known, ...late]);
  push(walk, [causeOf(event)], difference(before, after));
};

/** In which order of days: backwards when the second day is the earlier one. */
const span = ({ from, to }: Walk) => {
  const isBack = to.at < from.at;
  return { isBack, first: isBack ? to.at : from.at, last: isBack ? from.at : to.at };
};

const noteDays = (walk: Walk, event: RecordedEvent): void => {
  const { first, last } = span(walk);
  const day = officeDay(event.effectiveAt);
  if (day <= first || day > last) return;
  if (movesCover(event)) noteDay(walk.days, COVER, event);
  else for (const person of new Set(personsOf(walk.rows, event))) noteDay(walk.days, person, event);
};

const signed = (lines: FigureLines, isBack: boolean): FigureLines =>
  isBack ? negated(lines) : lines;

/** Day after day, as far as one person's own acts go; cover is held as it was on the first day. */
const personDays = (walk: Walk, person: string, coverOf: CoverOfGroup): void => {
  const { isBack } = span(walk);
  const counted = rowsOfPersons(walk.rows, [person]);
  const on = (at: LocalDate): FigureLines =>
    figureLines(walk.rows, { ...walk.wish, at }, { counted, coverOf });
  const days = [...(walk.days.get(person) ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [day, events] of days)
    push(walk, events.map(causeOf), signed(difference(on(addDays(day, -1)), on(day)), isBack));
};

/** Months that were seen paid on a day, and what that did to the cover of the last day. */
const coverDays = (walk: Walk): void => {
  const { isBack, first, last } = span(walk);
  const on = (knownOn: LocalDate): FigureLines =>
    figureLines(
      walk.rows,
      { ...walk.wish, at: last },
      { coverOf: coverOn(walk.rows, { knownOn, day: last }) },
    );
  let [before, known] = [first, undefined as FigureLines | undefined];
  for (const [day, events] of [...(walk.days.get(COVER) ?? [])].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    known ??= on(before);
    const next = on(day);
    push(walk, events.map(causeOf), signed(difference(known, next), isBack));
    [before, known] = [day, next];
  }
};

const inBooks = async (
  log: KnownLog,
  wish: FigureWish,
  [from, to]: readonly [FigurePoint, FigurePoint],
): Promise<ExplainedDifference> => {
  const rows = noKnownRows();
  const causes = new Map<string, Cause>();
  const upTo = isAfter(to.position, from.position) ? to.position : from.position;
  await readKnown(log, upTo, (batch) => {
    absorbKnown(rows, batch);
    for (const event of batch)
      if (['payable', 'claim', 'contribution_bill'].includes(event.category))
        causes.set(event.position, causeOf(event));
  });
  const at = ({ at: day, position }: FigurePoint) =>
    ledgerEntries(rows, { ...wish, at: day }).filter((one) => !isAfter(one.position, position));
  const [before, after] = [at(from), at(to)];
  const moved = (entries: typeof before, others: typeof before, sign: 1 | -1) => {
    const known = new Map(others.map((one) => [one.position, one.lines]));
    return entries
      .filter(({ position }) => !known.has(position))
      .map(({ position, lines }): Explained => {
        const cause = causes.get(position);
        return { causes: cause === undefined ? [] : [cause], deltas: signed(lines, sign < 0) };
      });
  };
  return {
    before: summed(before.map(({ lines }) => lines)),
    after: summed(after.map(({ lines }) => lines)),
    explained: [...moved(after, before, 1), ...moved(before, after, -1)],
    byTime: new Map(),
  };
};

const reversed = (known: ExplainedDifference): ExplainedDifference => ({
  before: known.after,
  after: known.before,
  explained: known.explained.map(({ causes, deltas }) => ({ causes, deltas: negated(deltas) })),
  byTime: negated(known.byTime),
});

/**
 * From one point to the other: first everything that was learnt in between, still on the first day;
 * then the days. One pass over the log.
 */
export const explainedDifference = async (
  log: KnownLog,
  wish: FigureWish,
  [from, to]: readonly [FigurePoint, FigurePoint],
): Promise<ExplainedDifference> => {
  if (wish.query === 'trial-balance') return inBooks(log, wish, [from, to]);
  if (isAfter(from.position, to.position))
    return reversed(await explainedDifference(log, wish, [to, from]));
  const rows = noKnownRows();
  const walk: Walk = {
    ...{ wish, from, to, rows, explained: [], days: new Map() },
    cover: () => 'NOT_STARTED',
  };
  let before: FigureLines | undefined;
  const arrive = (): FigureLines => {
    walk.cover = coverOn(rows, { knownOn: from.at, day: from.at });
    return linesAtFirstDay(walk, 'all');
  };
  await readKnown(log, to.position, (batch) => {
    const cut = batch.findIndex(({ position }) => isAfter(position, from.position));
    const known = before === undefined ? batch.slice(0, cut < 0 ? batch.length : cut) : [];
    absorbKnown(rows, known);
    for (const event of known) noteDays(walk, event);
    for (const event of batch.slice(known.length)) {
      before ??= arrive();
      learn(walk, event);
      noteDays(walk, event);
    }
  });
  before ??= arrive();
  const heldCover = coverOn(rows, { knownOn: span(walk).first, day: span(walk).first });
  for (const person of walk.days.keys()) if (person !== COVER) personDays(walk, person, heldCover);
  if (restsOnCover(wish)) coverDays(walk);
  const after = figureLines(rows, { ...wish, at: to.at });
  const byEvents = summed(walk.explained.map(({ deltas }) => deltas));
  return {
    ...{ before, after, explained: walk.explained },
    byTime: difference(byEvents, difference(before, after)),
  };
};
