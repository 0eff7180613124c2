// The clocks of the law of one claim as a ledger: who must act, by when, running, standing or over.
import { addDays, type LocalDate } from '../../calendar.ts';
import type { ClockCode, DueDate } from '../../rules/due-dates.ts';
import type { TimeParty } from './standing.ts';

/** A family's papers have no last day of the law: the office asks for them every week. */
export type LedgerCode = ClockCode | 'FAMILY_COMPLETES_PAPERS';

/** `MET`: what was awaited came in time. `LATE`: it came after the day. `CLOSED`: nobody waits. */
export type ClockEnd = 'MET' | 'LATE' | 'CLOSED';

export type LegalClock = {
  readonly code: LedgerCode;
  /** A second objection has a second day of answer. */
  readonly number: number;
  readonly party: TimeParty;
  readonly ruleId: string | null;
  readonly article: string | null;
  readonly calendarVersion: string | null;
  readonly startedOn: LocalDate;
  /** When something last happened to the claim; a family without papers is asked a week later. */
  readonly actOn: LocalDate;
  readonly dueOn: LocalDate | null;
  /** It stands still since that day: papers are with the family. */
  readonly stoppedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly ended: ClockEnd | null;
  /** A due day that ran out, as it was recorded. */
  readonly passed: readonly LocalDate[];
  /** The last fact that moved it. */
  readonly position: string;
};

export type Clocks = readonly LegalClock[];

export const isPayment = ({ code }: LegalClock): boolean =>
  code === 'PAY_WITHIN_3_WORKING_DAYS' || code === 'PAY_WITHIN_7_WORKING_DAYS';
export const isOpen = ({ ended }: LegalClock): boolean => ended === null;

type Start = Pick<LegalClock, 'code' | 'party' | 'startedOn'> & {
  readonly due: Omit<DueDate, 'code'> | null;
};

export const started = (
  clocks: Clocks,
  { code, party, startedOn, due }: Start,
  position: string,
): Clocks => [
  ...clocks,
  {
    ...{ code, party, startedOn, actOn: startedOn, position },
    number: clocks.filter((clock) => clock.code === code).length + 1,
    ...{ ruleId: due?.ruleId ?? null, article: due?.article || null },
    ...{ calendarVersion: due?.calendarVersion ?? null, dueOn: due?.dueOn ?? null },
    ...{ stoppedOn: null, endedOn: null, ended: null, passed: [] },
  },
];

export const changed = (
  clocks: Clocks,
  which: (clock: LegalClock) => boolean,
  change: (clock: LegalClock) => Partial<LegalClock>,
): Clocks => clocks.map((clock) => (which(clock) ? { ...clock, ...change(clock) } : clock));

/** What was awaited came on that day. */
export const kept =
  (on: LocalDate, position: string) =>
  (clock: LegalClock): Partial<LegalClock> => ({
    ...{ endedOn: on, stoppedOn: null, position },
    ended: clock.dueOn !== null && on > clock.dueOn ? 'LATE' : 'MET',
  });

export const closed = (on: LocalDate, position: string) => (): Partial<LegalClock> => ({
  ...{ endedOn: on, stoppedOn: null, position, ended: 'CLOSED' },
});

export const isCode =
  (code: LedgerCode) =>
  (clock: LegalClock): boolean =>
    clock.code === code && isOpen(clock);

/** The payable says on which day it is due, by the calendar of the day on which it was created. */
export const withPayableDue = (clocks: Clocks, dueOn: LocalDate, position: string): Clocks =>
  changed(
    clocks,
    (clock) => isPayment(clock) && isOpen(clock),
    () => ({ dueOn, position }),
  );

/** A family that lacks papers is asked again every week, counted from the last act; a house rule. */
const FAMILY_REMINDER_DAYS = 7;
export const nextReminder = (from: LocalDate, today: LocalDate): LocalDate => {
  let day = addDays(from, FAMILY_REMINDER_DAYS);
  while (day < today) day = addDays(day, FAMILY_REMINDER_DAYS);
  return day;
};

export type ClockState = 'RUNNING' | 'STOPPED' | 'MET' | 'PASSED' | 'CLOSED';

export const clockStateOn = (
  { ended: end, stoppedOn, dueOn }: Pick<LegalClock, 'ended' | 'stoppedOn' | 'dueOn'>,
  today: LocalDate,
): ClockState => {
  if (end !== null) return end === 'LATE' ? 'PASSED' : end;
  if (stoppedOn !== null) return 'STOPPED';
  return dueOn !== null && dueOn < today ? 'PASSED' : 'RUNNING';
};
