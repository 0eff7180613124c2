// Every minute of a claim is charged to one party: from the report to the end, without gap or overlap.
import { type HolidayCalendar, officeDay } from '../calendar.ts';
import type { PayableEvent, PayableStage } from '../payout/events.ts';
import {
  evolvePayable,
  initialPayable,
  type PayableState,
  payableStage,
} from '../payout/payable-state.ts';
import {
  conclusionDueDate,
  type DueDate,
  dueAt,
  jkkPaymentDueDate,
  paymentDueDate,
} from '../rules/due-dates.ts';
import type { ClaimEvent, ClaimStage } from './events.ts';
import { evolveClaim } from './evolve.ts';
import { isJkk } from './kind.ts';
import { isEndStage, type OpenTask, openTaskOf, type WaitingFor } from './open-task.ts';
import { claimStage } from './stage.ts';
import { type ClaimState, initialClaim } from './state.ts';

/** Whoever moves next, and those whom a claim passes on its way without a task of ours. */
export const TIME_PARTIES = [
  'FAMILY',
  'KELURAHAN',
  'SPONSOR',
  'VERIFIER',
  'APPROVER',
  'BPJS_BRANCH',
  'TREASURER',
  'BANK',
  'SYSTEM',
  'NOBODY',
] as const satisfies readonly (WaitingFor | 'KELURAHAN' | 'BANK' | 'SYSTEM')[];
export type TimeParty = (typeof TIME_PARTIES)[number];

/** What is awaited of the party: a task of the claim, or a step of its money. */
export type TimeCause =
  | OpenTask
  | 'HAND_REPORT_ON'
  | 'RELEASE_RUN'
  | 'LIFT_HOLD'
  | 'DEAL_WITH_RETURN'
  | 'RESOLVE_DISPUTE'
  | 'RESOLVE_LOST_ANSWER'
  | 'SEND_FILE'
  | 'ANSWER_OF_BANK'
  | 'CONFIRM_RECEIPT'
  | 'FOLLOW_UP'
  | 'CLOSED';

/**
 * The clock of the law that runs meanwhile. The office's (T-07) stands still while papers are with
 * the family, whose own clock runs then (domain-rules §4.2); the law sets it no last day.
 */
export type TimeClock = DueDate['code'] | 'FAMILY_COMPLETES_PAPERS';

export type Standing = {
  readonly party: TimeParty;
  readonly cause: TimeCause;
  readonly clock: TimeClock | null;
};

/** From this fact on the claim stands so; `position` orders facts of several streams. */
export type ClaimMark = {
  readonly at: string;
  readonly position: string;
  readonly stage: ClaimStage;
  readonly standing: Standing;
  /** The step awaited is one of its payments. */
  readonly isPaying: boolean;
  /** The instant from which the running clock of the law counts as missed. */
  readonly lateFrom: string | null;
};

export type PayableMark = {
  readonly at: string;
  readonly position: string;
  readonly payableId: string;
  readonly stage: PayableStage;
};

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

type Told<Event> = { readonly event: Event; readonly at: string; readonly position: string };

const clockOf = (state: ClaimState): TimeClock | null => {
  const { documentsComplete, closed, settledOnce } = state;
  // The law sets a first payment its day, a difference found later none.
  if (closed !== null || settledOnce) return null;
  if (claimStage(state) === 'SUSPECTED') return 'CONCLUDE_WITHIN_30_DAYS';
  if (!documentsComplete) return 'FAMILY_COMPLETES_PAPERS';
  return isJkk(state) ? 'PAY_WITHIN_7_WORKING_DAYS' : 'PAY_WITHIN_3_WORKING_DAYS';
};

const standingOf = (state: ClaimState, at: string): Standing => {
  const open = openTaskOf(state, at);
  const clock = clockOf(state);
  return open === null
    ? { party: 'NOBODY', cause: 'CLOSED', clock: null }
    : { party: open.party, cause: open.task, clock };
};

/** What the next mark of a claim needs to know of its past. */
export type ClaimTime = {
  readonly facts: ClaimState;
  readonly lateFrom: string | null;
  readonly marks: readonly ClaimMark[];
};

export const initialClaimTime: ClaimTime = { facts: initialClaim, lateFrom: null, marks: [] };

const lateAfter = (
  { facts, lateFrom }: ClaimTime,
  { event, at }: Told<ClaimEvent>,
  calendar: HolidayCalendar,
): string | null => {
  if (event.type === 'CareGuaranteed') return dueAt(conclusionDueDate(event.data.concludeBy));
  if (event.type === 'DocumentsCompleted') {
    const dueDate = isJkk(facts) ? jkkPaymentDueDate : paymentDueDate;
    return dueAt(dueDate(officeDay(at), calendar));
  }
  return facts.documentsComplete || claimStage(facts) === 'SUSPECTED' ? lateFrom : null;
};

const isSameStanding = (a: ClaimMark | undefined, b: ClaimMark): boolean =>
  a !== undefined &&
  a.stage === b.stage &&
  a.isPaying === b.isPaying &&
  a.lateFrom === b.lateFrom &&
  a.standing.party === b.standing.party &&
  a.standing.cause === b.standing.cause &&
  a.standing.clock === b.standing.clock;

/** A file that was taken over lay elsewhere until the day on which the office received it. */
const untilReceived = (marks: readonly ClaimMark[]): readonly ClaimMark[] =>
  marks.map((mark) => ({
    ...mark,
    standing: { party: 'KELURAHAN', cause: 'HAND_REPORT_ON', clock: mark.standing.clock },
  }));

/** Only what moves the claim to another party, cause or clock leaves a mark. */
export const foldClaimTime = (
  time: ClaimTime,
  told: Told<ClaimEvent>,
  calendar: HolidayCalendar,
): ClaimTime => {
  const { event, at, position } = told;
  const facts = evolveClaim(time.facts, event);
  const lateFrom = lateAfter({ ...time, facts }, told, calendar);
  const stage = claimStage(facts);
  const mark: ClaimMark = {
    ...{ at, position, stage, lateFrom },
    standing: standingOf(facts, at),
    isPaying: stage === 'APPROVED' || stage === 'DETERMINED_BY_BRANCH',
  };
  const isEntry = event.type === 'ClaimTakenOver' && time.marks.length === 1;
  const before = isEntry ? untilReceived(time.marks) : time.marks;
  const marks = isSameStanding(before.at(-1), mark) ? before : [...before, mark];
  return { facts, lateFrom, marks };
};

export type PayableTime = {
  readonly facts: PayableState;
  readonly marks: readonly PayableMark[];
};

export const initialPayableTime: PayableTime = { facts: initialPayable, marks: [] };

export const foldPayableTime = (
  time: PayableTime,
  { event, at, position }: Told<PayableEvent>,
): PayableTime => {
  const facts = evolvePayable(time.facts, event);
  const stage = payableStage(facts);
  if (time.marks.at(-1)?.stage === stage) return { ...time, facts };
  const { payableId } = event.data;
  return { facts, marks: [...time.marks, { at, position, payableId, stage }] };
};

type Step = { readonly party: TimeParty; readonly cause: TimeCause };

/** A stage of a payable without an entry does not compile; `null`: nothing is awaited any more. */
const OF_PAYABLE: Readonly<Record<PayableStage, Step | null>> = {
  UNKNOWN: { party: 'SYSTEM', cause: 'FOLLOW_UP' },
  DISPUTED: { party: 'TREASURER', cause: 'RESOLVE_DISPUTE' },
  ANSWER_UNKNOWN: { party: 'TREASURER', cause: 'RESOLVE_LOST_ANSWER' },
  HELD: { party: 'TREASURER', cause: 'LIFT_HOLD' },
  RETURNED: { party: 'TREASURER', cause: 'DEAL_WITH_RETURN' },
  DUE: { party: 'TREASURER', cause: 'PAY' },
  SELECTED: { party: 'TREASURER', cause: 'RELEASE_RUN' },
  INTENDED: { party: 'TREASURER', cause: 'SEND_FILE' },
  SENT: { party: 'BANK', cause: 'ANSWER_OF_BANK' },
  TRACKED: { party: 'BPJS_BRANCH', cause: 'AWAIT_PAYMENT_REPORT' },
  REPORTED_PAID: { party: 'FAMILY', cause: 'CONFIRM_RECEIPT' },
  SETTLED: null,
  RETAINED: null,
  CANCELLED: null,
  RECEIPT_CONFIRMED: null,
};

const ORDER = Object.keys(OF_PAYABLE) as readonly PayableStage[];

/** Several payables: the one that is furthest behind says who keeps the claim waiting. */
const payingStep = (stages: ReadonlyMap<string, PayableStage>): Step => {
  const open = ORDER.find(
    (stage) => OF_PAYABLE[stage] !== null && [...stages.values()].includes(stage),
  );
  return (open === undefined ? null : OF_PAYABLE[open]) ?? { party: 'SYSTEM', cause: 'FOLLOW_UP' };
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
