// `lindung payout schedule list|show`: when the next runs are, and what a person must deal with.
import type { Command } from 'commander';
import { stateOf } from '../../../activities/deciders.ts';
import { holidaysKnownUntil, nextRunTimes } from '../../../domain/payout/schedule-calendar.ts';
import { payoutScheduleDecider } from '../../../domain/payout/schedule-decider.ts';
import type { ScheduledOutcome } from '../../../domain/payout/schedule-events.ts';
import type { PayoutScheduleState } from '../../../domain/payout/schedule-state.ts';
import { scheduleTasks } from '../../../domain/payout/schedule-tasks.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import type { SeenSchedule } from '../../../infra/temporal/schedules.ts';
import { listRuns } from '../../../projections/payout-ledger.ts';
import { listProgrammes } from '../../../projections/programme-summary.ts';
import { formatDay } from '../../copy/format.ts';
import { type ScheduleWords, scheduleWords } from '../../copy/payout-schedule.ts';
import type { Cli } from '../cli.ts';
import { idOption } from '../option-values.ts';
import { done, type Outcome, refusedWith, table } from '../outcome.ts';
import { pastDue } from '../past-due.ts';
import { calendarLine, nextLines, outcomeLine, setLines, timeLine } from '../schedule-lines.ts';
import type { Session } from '../session.ts';

const NEXT_SHOWN = 5;
const OUTCOMES_SHOWN = 10;

export const scheduleOf = async (
  session: Session,
  payerId: string,
): Promise<PayoutScheduleState> => {
  const scheduleId = streamIds.payoutSchedule(payerId, 'BENEFIT');
  return stateOf(payoutScheduleDecider, await session.store.loadStream(scheduleId));
};

export const nextOf = (session: Session, { set, stage }: PayoutScheduleState) =>
  set === null || stage !== 'ACTIVE'
    ? []
    : nextRunTimes(set.calendar, { after: session.now(), count: NEXT_SHOWN }, NATIONAL_HOLIDAYS);

const tasksOf = async (session: Session, state: PayoutScheduleState, payerId: string) => {
  const { rows: runs } = await listRuns(session.db, { payerId });
  const lastRunAt = runs.find(({ flow }) => flow === state.set?.flow)?.assembledAt ?? null;
  return scheduleTasks(state, { now: session.now(), holidays: NATIONAL_HOLIDAYS, lastRunAt });
};

/** Only where the data end before the last time shown: elsewhere it would be noise. */
const holidayLines = (next: readonly string[], session: Session): readonly string[] => {
  const known = holidaysKnownUntil(NATIONAL_HOLIDAYS);
  const last = next.at(-1);
  if (known === null || last === undefined || last <= `${known}T16:00:00.000Z`) return [];
  const { language } = session;
  return [scheduleWords[language].holidaysUntil(formatDay(known, language))];
};

const serverLine = (
  seen: SeenSchedule | 'AWAY' | undefined,
  { stage }: PayoutScheduleState,
  words: ScheduleWords,
): string => {
  if (seen === 'AWAY') return words.serverAway;
  const wanted = stage === 'REMOVED' ? undefined : stage === 'PAUSED';
  return seen?.paused === wanted ? words.serverHolds : words.serverHoldsNone;
};

const cureOf = (task: ScheduledOutcome, { cures }: ScheduleWords): string => {
  if (task.type === 'ScheduledRunRefused') return cures.refused;
  if (task.type === 'ScheduledRunAssembled') return cures.leftOut;
  const waits = task.type === 'ScheduledRunMissed' && task.data.why === 'EARLIER_RUN_WAITS';
  return waits ? cures.waits : cures.other;
};

const show = async (session: Session, payerId: string): Promise<Outcome> => {
  const words = scheduleWords[session.language];
  const state = await scheduleOf(session, payerId);
  const { set, stage, pausedFor } = state;
  if (set === null) return refusedWith('ScheduleNotFound', words.none, { payerId, found: false });
  const next = nextOf(session, state);
  const tasks = await tasksOf(session, state, payerId);
  const past = await pastDue(session, set);
  const outcomes = state.outcomes.slice(-OUTCOMES_SHOWN).toReversed();
  const server = await session.gateway.payoutScheduleInTemporal(set.scheduleId);
  const { language } = session;
  const json = { ...set, stage, pausedFor, next, tasks, past, outcomes, server: server ?? null };
  return done(json, [
    `${words.stages[stage]}${pausedFor === null ? '' : `: ${pausedFor}`}`,
    ...setLines(set, language),
    ...nextLines(next, language),
    ...holidayLines(next, session),
    ...(tasks.length === 0 && past.length === 0
      ? [words.noTasks]
      : [
          `${words.tasks}:`,
          ...tasks.flatMap((task) => [
            `  ${outcomeLine(task, language)}`,
            `  → ${cureOf(task, words)}`,
          ]),
          ...(past.length === 0 ? [] : [`  ${words.past(past)}`, `  → ${words.cures.past}`]),
        ]),
    ...(outcomes.length === 0 ? [] : [`${words.lastOutcomes}:`]),
    ...outcomes.map((outcome) => `  ${outcomeLine(outcome, language)}`),
    serverLine(server, state, words),
  ]);
};

const list = async (session: Session): Promise<Outcome> => {
  const words = scheduleWords[session.language];
  const programmes = await listProgrammes(session.db);
  const payers = programmes.flatMap((programme) => programme.payers);
  const rows = [];
  for (const { payerId, legalEntity, fund } of payers) {
    const state = await scheduleOf(session, payerId);
    if (state.set === null) continue;
    const next = nextOf(session, state)[0] ?? null;
    const past = (await pastDue(session, state.set)).length > 0 ? 1 : 0;
    const tasks = (await tasksOf(session, state, payerId)).length + past;
    rows.push({ ...{ payerId, legalEntity, fund, next, tasks }, ...state.set, stage: state.stage });
  }
  if (rows.length === 0) return done([], [words.none]);
  return done(
    rows,
    table([
      words.heads,
      ...rows.map((row) => [
        row.payerId,
        row.legalEntity,
        words.stages[row.stage],
        row.next === null ? '-' : timeLine(row.next, session.language),
        String(row.tasks),
        calendarLine(row.calendar, session.language),
      ]),
    ]),
  );
};

export const registerScheduleViews = (schedule: Command, cli: Cli): void => {
  schedule.command('list').action(() => cli.perform(list));
  schedule
    .command('show')
    .requiredOption('--payer <id>', '', idOption)
    .action((options: { payer: string }) => cli.perform((session) => show(session, options.payer)));
};
