// Cover of one worker at a day, from the worker, the tranche and its bills, at one safe position.
import {
  addMonthsTo,
  type LocalDate,
  type Month,
  monthOf,
  monthsBetween,
} from '../domain/calendar.ts';
import type { CoverFacts } from '../domain/claim/events.ts';
import type { RupiahText } from '../domain/money.ts';
import { coverOn, GRACE_MONTHS } from '../domain/rules/cover.ts';
import type { EventStore, Position, StoredEvent } from '../infra/event-store/event-store.ts';
import type { StreamIds } from '../infra/ids/stream-ids.ts';
import { lastOf } from './stored-events.ts';

type Ports = { readonly store: EventStore; readonly ids: StreamIds };

const ZERO = '0' as RupiahText;

const upTo = (history: readonly StoredEvent[], position: Position): readonly StoredEvent[] =>
  history.filter((event) => BigInt(event.position) <= BigInt(position));

const monthsFrom = (first: Month, last: Month): readonly Month[] =>
  Array.from({ length: Math.max(0, monthsBetween(first, last) + 1) }, (_, index) =>
    addMonthsTo(first, index),
  );

type Read = {
  readonly streamId: string;
  readonly history: readonly StoredEvent[];
};

const readAt = async (
  { store }: Ports,
  streamIds: readonly string[],
  position: Position,
): Promise<readonly Read[]> => {
  const loaded = await store.loadStreams(streamIds);
  return streamIds.map((streamId) => ({
    streamId,
    history: upTo(loaded.get(streamId) ?? [], position),
  }));
};

/** A later event on one of these is a late fact. */
const sourcesOf = (reads: readonly Read[]): CoverFacts['sources'] =>
  reads.flatMap(({ streamId, history }) => {
    const version = history.at(-1)?.version;
    return version === undefined ? [] : [{ streamId, version }];
  });

/**
 * M-15: after a lapse the membership begins anew, so its three-month clock does too. A gap of more
 * than three unpaid months is a lapse (C-09).
 */
const membershipFrom = (coverStart: LocalDate, paid: readonly Month[]): LocalDate => {
  let start = coverStart;
  let last = addMonthsTo(monthOf(coverStart), -1);
  for (const month of paid) {
    const unpaid = monthsBetween(last, month) - 1;
    if (unpaid > GRACE_MONTHS) start = `${month}-01` as LocalDate;
    last = month;
  }
  return start;
};

/** The facts that `CheckClaim` and `ApproveClaim` rest on. */
export const coverFacts = async (
  ports: Ports,
  workerId: string,
  on: LocalDate,
): Promise<CoverFacts> => {
  const position = await ports.store.safePosition();
  const [worker] = await readAt(ports, [workerId], position);
  const enrolled = lastOf(worker?.history ?? [], 'WorkerEnrolled')?.data;
  const trancheId = lastOf(worker?.history ?? [], 'WorkerNominated')?.data.trancheId;
  const coverStart = enrolled?.coverStart;
  const months = coverStart === undefined ? [] : monthsFrom(monthOf(coverStart), monthOf(on));
  const billIds =
    trancheId === undefined
      ? []
      : months.map((month) => ports.ids.contributionBill(trancheId, month));
  const rest = trancheId === undefined ? [] : [trancheId, ...billIds];
  const [tranche, ...bills] = await readAt(ports, rest, position);
  const paid = bills.flatMap(({ history }) => {
    const confirmed = lastOf(history, 'ContributionConfirmed');
    return confirmed === null ? [] : [confirmed.data.month];
  });
  const paidThrough = paid.at(-1) ?? null;
  const membershipStart = coverStart === undefined ? null : membershipFrom(coverStart, paid);
  const reads = [worker, tranche, ...bills].filter((read) => read !== undefined);
  return {
    enrolled: enrolled !== undefined,
    membershipStart,
    paidThrough,
    contributionMonths: paid.length,
    monthlyContributionIdr:
      lastOf(tranche?.history ?? [], 'TrancheOpened')?.data.monthlyContributionIdr ?? ZERO,
    ...coverOn({ membershipStart, paidThrough, on }),
    position,
    sources: sourcesOf(reads),
  };
};
