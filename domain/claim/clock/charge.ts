// Every minute of a claim is charged to one party: from the report to the end, without gap or overlap.
import type { PayableStage } from '../../payout/events.ts';
import type { ClaimStage } from '../events.ts';
import { isEndStage } from '../open-task.ts';
import { type PayableMark, payingStep } from './payable-time.ts';
import type { ClaimMark, Standing } from './standing.ts';

export type Charge = Standing & {
  readonly stage: ClaimStage;
  readonly from: string;
  readonly to: string;
  readonly ms: number;
  /** Whole minutes since the report, from edge to edge: they add up too. */
  readonly minutes: number;
  /** The clock of the law had run out. */
  readonly late: boolean;
};

type AnyMark = ClaimMark | PayableMark;
const isOfPayable = (mark: AnyMark): mark is PayableMark => 'payableId' in mark;

const inOrder = (marks: readonly AnyMark[]): readonly AnyMark[] =>
  marks.toSorted((a, b) => (BigInt(a.position) < BigInt(b.position) ? -1 : 1));

const ms = (instant: string): number => Date.parse(instant);
const instant = (at: number): string => new Date(at).toISOString();
const MINUTE_MS = 60_000;
const minutesBetween = (start: number, from: number, to: number): number =>
  Math.floor((to - start) / MINUTE_MS) - Math.floor((from - start) / MINUTE_MS);

type Walk = {
  readonly start: number;
  readonly charges: Charge[];
  cursor: number;
  claim: ClaimMark;
  readonly payables: Map<string, PayableStage>;
};

const isSameCharge = (a: Charge, b: Charge): boolean =>
  a.party === b.party &&
  a.cause === b.cause &&
  a.clock === b.clock &&
  a.stage === b.stage &&
  a.late === b.late;

const push = (charges: Charge[], charge: Charge): void => {
  const last = charges.at(-1);
  if (last === undefined || !isSameCharge(last, charge)) charges.push(charge);
  else
    charges[charges.length - 1] = {
      ...last,
      to: charge.to,
      ms: last.ms + charge.ms,
      minutes: last.minutes + charge.minutes,
    };
};

/** Charges the time up to an instant as the claim has stood until then; never backwards. */
const chargeUntil = (walk: Walk, until: number): void => {
  if (until <= walk.cursor) return;
  const { start, claim, payables, cursor, charges } = walk;
  const { stage, standing, lateFrom, isPaying } = claim;
  const step = isPaying ? payingStep(payables) : standing;
  const late = lateFrom === null || standing.clock === null ? until : ms(lateFrom);
  const edge = Math.min(Math.max(late, cursor), until);
  for (const [from, to, isLate] of [
    [cursor, edge, false],
    [edge, until, true],
  ] as const) {
    if (from === to) continue;
    const { party, cause } = step;
    const charge = { party, cause, clock: standing.clock, stage, late: isLate };
    const minutes = minutesBetween(start, from, to);
    push(charges, { ...charge, from: instant(from), to: instant(to), ms: to - from, minutes });
  }
  walk.cursor = until;
};

export type ChargedTime = {
  readonly from: string;
  /** The end of the claim, or the instant of the question. */
  readonly to: string;
  readonly isOver: boolean;
  /** Wall time; the charges add up to exactly this. */
  readonly ms: number;
  readonly minutes: number;
  readonly charges: readonly Charge[];
};

/** Facts count in the order of the log; one that is dated back moves no time that was charged. */
export const chargeTime = (
  marks: { readonly claim: readonly ClaimMark[]; readonly payables: readonly PayableMark[] },
  now: string,
): ChargedTime | null => {
  const [first] = marks.claim;
  if (first === undefined) return null;
  const start = ms(first.at);
  const walk: Walk = { start, charges: [], cursor: start, claim: first, payables: new Map() };
  for (const mark of inOrder([...marks.claim, ...marks.payables])) {
    const isClosed = isEndStage(walk.claim.stage);
    // After the end nothing is awaited any more; only a claim opened again goes on.
    if (isOfPayable(mark)) {
      if (!isClosed) chargeUntil(walk, ms(mark.at));
      walk.payables.set(mark.payableId, mark.stage);
      continue;
    }
    if (!isClosed || !isEndStage(mark.stage)) chargeUntil(walk, ms(mark.at));
    walk.claim = mark;
  }
  const isOver = isEndStage(walk.claim.stage);
  if (!isOver) chargeUntil(walk, ms(now));
  const { charges, cursor } = walk;
  const minutes = minutesBetween(start, start, cursor);
  return {
    from: instant(start),
    to: instant(cursor),
    isOver,
    ms: cursor - start,
    minutes,
    charges,
  };
};

export type Sum = { readonly ms: number; readonly minutes: number; readonly lateMinutes: number };

/** What each party, cause or stage had of the time. */
export const sumsBy = <Key extends string>(
  charges: readonly Charge[],
  keyOf: (charge: Charge) => Key,
): ReadonlyMap<Key, Sum> => {
  const sums = new Map<Key, Sum>();
  for (const charge of charges) {
    const before = sums.get(keyOf(charge)) ?? { ms: 0, minutes: 0, lateMinutes: 0 };
    sums.set(keyOf(charge), {
      ms: before.ms + charge.ms,
      minutes: before.minutes + charge.minutes,
      lateMinutes: before.lateMinutes + (charge.late ? charge.minutes : 0),
    });
  }
  return sums;
};
