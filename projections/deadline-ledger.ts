// Which due days of the law are near, met, or passed: of claims (T-07) and of tranches (C-23).
import { sql } from 'kysely';
import { type LocalDate, officeDay } from '../domain/calendar.ts';
import { claimKindOf, isJkk } from '../domain/claim/kind.ts';
import { claimStage } from '../domain/claim/stage.ts';
import type { ClaimState } from '../domain/claim/state.ts';
import type { LapseMilestone } from '../domain/programme/paid-month.ts';
import type { DueDate } from '../domain/rules/due-dates.ts';
import { dueDayOf, workingDaysLeft } from './claim-queue/due-day.ts';
import type { OfficeDay } from './claim-queue.ts';
import {
  type DeadlineRow,
  deadlineTable,
  type PassedDeadline,
} from './deadline-ledger/deadline-row.ts';
import { type ReadModels, rowsByKey, selectRows } from './keyed-table.ts';
import { trancheBoard } from './tranche-board.ts';

/** `CLOSED`: rejected, withdrawn or led to another house, so that nothing was to be paid any more. */
export type DeadlineState = 'NOT_RUNNING' | 'RUNNING' | 'PASSED' | 'MET' | 'CLOSED';

export type Deadline = {
  readonly claimId: string;
  readonly code: DueDate['code'];
  readonly state: DeadlineState;
  readonly startedAt: string | null;
  readonly dueOn: LocalDate | null;
  readonly workingDaysLeft: number | null;
  readonly endedAt: string | null;
  readonly passed: readonly PassedDeadline[];
  /** Until when an objection is to be answered; null when none waits. */
  readonly answerDueOn: LocalDate | null;
};

const stateOf = (row: DeadlineRow, dueOn: LocalDate | null, today: LocalDate): DeadlineState => {
  if (row.ended !== null && row.ended !== 'PAID') return 'CLOSED';
  if (dueOn === null) return 'NOT_RUNNING';
  const day = row.endedAt === null ? today : officeDay(row.endedAt);
  if (day > dueOn) return 'PASSED';
  return row.endedAt === null ? 'RUNNING' : 'MET';
};

const codeOf = (facts: ClaimState): DueDate['code'] => {
  if (claimStage(facts) === 'SUSPECTED') return 'CONCLUDE_WITHIN_30_DAYS';
  return isJkk(facts) ? 'PAY_WITHIN_7_WORKING_DAYS' : 'PAY_WITHIN_3_WORKING_DAYS';
};

const deadlineOf = (row: DeadlineRow, { today, calendar }: OfficeDay): Deadline => {
  const { claimId, startedAt, recordedDueOn, endedAt, passed } = row;
  const kind = claimKindOf(row.facts) ?? 'JKM_DEATH';
  const dueOn = dueDayOf({ documentsCompleteAt: startedAt, recordedDueOn, kind }, calendar);
  const open = row.ended === null && dueOn !== null;
  return {
    claimId,
    code: codeOf(row.facts),
    state: stateOf(row, dueOn, today),
    startedAt,
    dueOn,
    workingDaysLeft: open ? workingDaysLeft(today, dueOn, calendar) : null,
    endedAt,
    passed,
    answerDueOn: row.facts.answerDueOn,
  };
};

export const deadlineOfClaim = async (
  db: ReadModels,
  claimId: string,
  office: OfficeDay,
): Promise<Deadline | undefined> => {
  const row = (await rowsByKey(db, deadlineTable, [claimId])).get(claimId);
  return row && deadlineOf(row, office);
};

/** Clocks that run, the nearest due day first: those already passed lead the list. */
export const runningDeadlines = async (
  db: ReadModels,
  office: OfficeDay,
): Promise<readonly Deadline[]> => {
  const rows = await selectRows(
    db,
    deadlineTable,
    sql`where t.ended is null and t.started_at is not null order by t.started_at, t.claim_id`,
  );
  return rows
    .map((row) => deadlineOf(row, office))
    .toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
};

/** How the law was kept: how many clocks were met, passed, or run. */
export const deadlineRecord = async (
  db: ReadModels,
  office: OfficeDay,
): Promise<Readonly<Record<DeadlineState, number>>> => {
  const rows = await selectRows(db, deadlineTable, sql``);
  const count = { NOT_RUNNING: 0, RUNNING: 0, PASSED: 0, MET: 0, CLOSED: 0 };
  for (const row of rows) count[deadlineOf(row, office).state] += 1;
  return count;
};

export type TrancheDeadline = {
  readonly trancheId: string;
  readonly name: string;
  readonly code: LapseMilestone;
  readonly dueOn: LocalDate;
  readonly daysLeft: number;
  readonly state: 'RUNNING' | 'PASSED';
  readonly personsAtRisk: number;
  /** Cards for which the gate waits meanwhile. */
  readonly cardsMissing: number;
};

/** The days of every running lapse clock, the nearest first. */
export const trancheDeadlines = async (
  db: ReadModels,
  on: LocalDate,
): Promise<readonly TrancheDeadline[]> => {
  const running = (await trancheBoard(db, { on })).filter(({ clock }) => clock.unpaidMonths > 0);
  return running
    .flatMap(({ trancheId, name, clock, personsAtRisk, gate }) =>
      clock.milestones.map(({ code, dueOn, daysLeft }) => ({
        ...{ trancheId, name, code, dueOn, daysLeft, personsAtRisk },
        state: daysLeft > 0 ? ('RUNNING' as const) : ('PASSED' as const),
        cardsMissing: gate.cardsMissing,
      })),
    )
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
};
