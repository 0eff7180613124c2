// Payments of one tranche as the log knows them at a position, and the figures its decisions rest on.
import { systemActor } from '../domain/actor.ts';
import {
  addDays,
  addMonthsTo,
  type HolidayCalendar,
  isWorkingDay,
  type LocalDate,
  type Month,
  monthOf,
  officeDay,
} from '../domain/calendar.ts';
import type { TrancheFacts } from '../domain/programme/gate-events.ts';
import { acceptedMonths, monthsFromTo } from '../domain/programme/gate-state.ts';
import { lapseClock } from '../domain/programme/lapse-clock.ts';
import type { PaidMonth } from '../domain/programme/paid-month.ts';
import { trancheDecider } from '../domain/programme/tranche-decider.ts';
import type { TrancheState } from '../domain/programme/tranche-state.ts';
import { NATIONAL_HOLIDAYS } from '../domain/rules/holidays.ts';
import type { EventStore, Position, StoredEvent } from '../infra/event-store/event-store.ts';
import type { StreamIds } from '../infra/ids/stream-ids.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';
import { lastOf } from './stored-events.ts';

export type LogPorts = { readonly store: EventStore; readonly ids: StreamIds };

export type Read = { readonly streamId: string; readonly history: readonly StoredEvent[] };

/** A year may be paid in advance. */
const MONTHS_AHEAD = 12;

/** A fold is cut at a position, never at a date: what the log held when we knew it. */
export const readAt = async (
  { store }: LogPorts,
  streamIds: readonly string[],
  position: Position,
): Promise<readonly Read[]> => {
  const loaded = await store.loadStreams(streamIds);
  return streamIds.map((streamId) => ({
    streamId,
    history: (loaded.get(streamId) ?? []).filter(
      (event) => BigInt(event.position) <= BigInt(position),
    ),
  }));
};

export type TrancheLog = {
  readonly tranche: Read;
  readonly state: TrancheState;
  /** Bills that exist, in the order of their months. */
  readonly bills: readonly Read[];
  readonly paid: readonly PaidMonth[];
};

/** `through`: the office's day of the question; `since`: a member covered before the tranche. */
export const trancheLog = async (
  ports: LogPorts,
  trancheId: string,
  at: { readonly position: Position; readonly through: LocalDate; readonly since?: LocalDate },
): Promise<TrancheLog> => {
  const [read] = await readAt(ports, [trancheId], at.position);
  const tranche = read ?? { streamId: trancheId, history: [] };
  const state = stateOf(trancheDecider, tranche.history);
  const starts = [state.tranche?.coverFrom, at.since].filter((day) => day !== undefined);
  const first = starts.toSorted()[0];
  const months: readonly Month[] =
    first === undefined
      ? []
      : monthsFromTo(monthOf(first), addMonthsTo(monthOf(at.through), MONTHS_AHEAD));
  const billIds = months.map((month) => ports.ids.contributionBill(trancheId, month));
  const bills = (await readAt(ports, billIds, at.position)).filter(
    ({ history }) => history.length > 0,
  );
  const paid = bills.flatMap(({ history }) => {
    const confirmed = lastOf(history, 'ContributionConfirmed')?.data;
    return confirmed === undefined ? [] : [{ month: confirmed.month, paidOn: confirmed.paidOn }];
  });
  return { tranche, state, bills, paid };
};

/** What people recorded or entered; what the engine itself said about it is no news of them. */
const factsOf = ({ tranche, bills }: TrancheLog): readonly StoredEvent[] =>
  [tranche, ...bills]
    .flatMap(({ history }) => history)
    .filter(({ meta }) => meta.actor.id !== systemActor.id);

/** The last fact of the tranche or its bills: what a step follows from. */
export const lastFact = (log: TrancheLog): StoredEvent | undefined =>
  factsOf(log)
    .toSorted((a, b) => (BigInt(a.position) < BigInt(b.position) ? -1 : 1))
    .at(-1);

/** What took effect last, in whatever order it was entered: a step that follows is as old. */
export const latestFact = (log: TrancheLog): StoredEvent | undefined =>
  factsOf(log)
    .toSorted((a, b) => (a.effectiveAt < b.effectiveAt ? -1 : 1))
    .at(-1);

/** The office's day since which this house carries the tranche: the last entry of its past. */
const carriedSince = (log: TrancheLog, now: string): LocalDate => {
  const entered = factsOf(log)
    .filter(({ meta }) => meta.origin === 'historic')
    .map(({ recordedAt }) => recordedAt);
  const opened = lastOf(log.tranche.history, 'TrancheOpened')?.stored.effectiveAt;
  return officeDay(entered.toSorted().at(-1) ?? opened ?? now);
};

/** Money must be there before cover ends, and banks rest on days that are no working days. */
export const lastWorkingDayBefore = (day: LocalDate, calendar: HolidayCalendar): LocalDate => {
  let date = addDays(day, -1);
  while (!isWorkingDay(date, calendar)) date = addDays(date, -1);
  return date;
};

export const trancheHistory = ({ state, paid }: TrancheLog) =>
  state.tranche === null
    ? null
    : { coverStart: state.tranche.coverFrom, paid, acceptedArrears: acceptedMonths(state.gate) };

/** Null for a tranche that nobody opened. */
export const trancheFacts = async (
  ports: DecisionPorts,
  trancheId: string,
  now: string,
): Promise<TrancheFacts | null> => {
  const today = officeDay(now);
  const position = await ports.store.safePosition();
  const log = await trancheLog(ports, trancheId, { position, through: today });
  const history = trancheHistory(log);
  if (history === null) return null;
  const { lapsesOn } = lapseClock(history, today);
  return {
    members: await ports.tranches.members(trancheId),
    paid: log.paid,
    carriedSince: carriedSince(log, now),
    payBy: lastWorkingDayBefore(lapsesOn, NATIONAL_HOLIDAYS),
    calendarVersion: NATIONAL_HOLIDAYS.version,
  };
};
