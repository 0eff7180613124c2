// Cover of one worker at a day, from the worker, the tranche and its bills, at one position.
import { type LocalDate, type Month, officeDay } from '../domain/calendar.ts';
import type { CoverFacts } from '../domain/claim/assessment/assessment-events.ts';
import type { RupiahText } from '../domain/money.ts';
import { acceptedMonths } from '../domain/programme/gate-state.ts';
import { type CoverRules, coverAt } from '../domain/rules/cover.ts';
import type { Position } from '../infra/event-store/event-store.ts';
import type { DecisionPorts } from './ports.ts';
import { lastOf } from './stored-events.ts';
import { type Read, readAt, type TrancheLog, trancheLog } from './tranche-facts.ts';

type Ports = Pick<DecisionPorts, 'store' | 'ids' | 'clock'>;

const ZERO = '0' as RupiahText;

/** A later event on one of these is a late fact. */
const sourcesOf = (reads: readonly Read[]): CoverFacts['sources'] =>
  reads.flatMap(({ streamId, history }) => {
    const version = history.at(-1)?.version;
    return version === undefined ? [] : [{ streamId, version }];
  });

/** The tranche's payments up to the office's day; null for a person of no tranche. */
const logOf = async (
  ports: Ports,
  trancheId: string | undefined,
  at: {
    readonly position: Position;
    readonly on: LocalDate;
    readonly coverStart: LocalDate | null;
  },
): Promise<TrancheLog | null> => {
  if (trancheId === undefined) return null;
  const { coverStart, on, position } = at;
  const today = officeDay(ports.clock());
  return trancheLog(ports, trancheId, {
    position,
    through: [today, on].sort().at(-1) ?? on,
    ...(coverStart !== null && { since: coverStart }),
  });
};

/** What a take-over list vouched for: paid in time through this month. */
const declaredThrough = (worker: Read | undefined): Month | null =>
  lastOf(worker?.history ?? [], 'PaidThroughReported')?.data.paidThrough ?? null;

/**
 * The facts that `CheckClaim` and `ApproveClaim` rest on. Payments made after the day count for
 * their months too (C-08, C-20), so the bills are read up to the office's day.
 */
export const coverFacts = async (
  ports: Ports,
  workerId: string,
  on: LocalDate,
  known: { readonly at?: Position | undefined; readonly rules?: CoverRules } = {},
): Promise<CoverFacts> => {
  const position = known.at ?? (await ports.store.safePosition());
  const [worker] = await readAt(ports, [workerId], position);
  const enrolled = lastOf(worker?.history ?? [], 'WorkerEnrolled')?.data;
  const trancheId = lastOf(worker?.history ?? [], 'WorkerNominated')?.data.trancheId;
  const coverStart = enrolled?.coverStart ?? null;
  const log = await logOf(ports, trancheId, { position, on, coverStart });
  const { flags: _, ...cover } = coverAt(
    {
      coverStart,
      paid: log?.paid ?? [],
      acceptedArrears: log === null ? [] : acceptedMonths(log.state.gate),
      declaredThrough: declaredThrough(worker),
    },
    on,
    known.rules,
  );
  const reads = [worker, log?.tranche, ...(log?.bills ?? [])].filter((read) => read !== undefined);
  return {
    enrolled: enrolled !== undefined,
    monthlyContributionIdr: log?.state.tranche?.monthlyContributionIdr ?? ZERO,
    ...cover,
    position,
    sources: sourcesOf(reads),
  };
};
