// `lindung payout schedule …`: runs that assemble themselves at set times, in one person's name.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { stateOf } from '../../../activities/deciders.ts';
import { NON_WORKING_DAYS, type NonWorkingDays } from '../../../domain/payout/schedule-calendar.ts';
import { payoutScheduleDecider } from '../../../domain/payout/schedule-decider.ts';
import type { ScheduledOutcome } from '../../../domain/payout/schedule-events.ts';
import { outcomeOf } from '../../../domain/payout/schedule-state.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { scheduleWords } from '../../copy/payout-schedule.ts';
import type { Cli } from '../cli.ts';
import { collect, countOption, expected, idOption, oneOf } from '../option-values.ts';
import type { Outcome } from '../outcome.ts';
import { nextLines, outcomeLine, setLines } from '../schedule-lines.ts';
import { answerOutcome, envelope, isRefused, newCommandId, type Session } from '../session.ts';
import { nextOf, registerScheduleViews, scheduleOf } from './payout-schedule-views.ts';

const FLOW = 'BENEFIT';
const OUTCOME_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 200;

const WEEKDAYS = [
  ['MON', 'SEN'],
  ['TUE', 'SEL'],
  ['WED', 'RAB'],
  ['THU', 'KAM'],
  ['FRI', 'JUM'],
  ['SAT', 'SAB'],
  ['SUN', 'MIN'],
] as const;

/** `MON`, `Senin`, `thursday`: the first three letters count. */
const weekdayOption = (text: string): number => {
  const name = text.slice(0, 3).toUpperCase();
  const at = WEEKDAYS.findIndex((names) => names.some((known) => known === name));
  if (at < 0) throw expected('weekday');
  return at + 1;
};

const dayOfMonthOption = (text: string): number => {
  const day = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (day < 1 || day > 31) throw expected('dayOfMonth');
  return day;
};

const timeOption = (text: string): string => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw expected('time');
  return text;
};

type SetOptions = {
  readonly payer: string;
  readonly days?: readonly number[];
  readonly weekdays?: readonly number[];
  readonly time: string;
  readonly nonWorking: NonWorkingDays;
  readonly cutOff: number;
};

const sorted = (days: readonly number[] = []): readonly number[] =>
  [...new Set(days)].toSorted((a, b) => a - b);

const programmeOf = (session: Session, payerId: string): Promise<string | undefined> =>
  session.store.findIdentity({
    kind: 'payer',
    keyedHash: session.keys.keyedHash('payer', payerId),
  });

const set = async (session: Session, options: SetOptions): Promise<Outcome> => {
  const { payer: payerId, time, nonWorking: nonWorkingDays, cutOff: cutOffHours } = options;
  const programmeId = await programmeOf(session, payerId);
  if (programmeId === undefined)
    return answerOutcome(session, { status: 'refused', code: 'PayerUnknown', facts: {} }, []);
  const scheduleId = streamIds.payoutSchedule(payerId, FLOW);
  const calendar = {
    ...{ daysOfMonth: sorted(options.days), weekdays: sorted(options.weekdays) },
    ...{ time, nonWorkingDays },
  };
  const answer = await session.gateway.send(
    envelope(session, 'payout_schedule', scheduleId, {
      type: 'SetPayoutSchedule',
      data: { scheduleId, programmeId, payerId, flow: FLOW, calendar, cutOffHours },
    }),
  );
  if (isRefused(answer)) return answerOutcome(session, answer, []);
  const state = await scheduleOf(session, payerId);
  const next = nextOf(session, state);
  const { language } = session;
  const lines = state.set === null ? [] : setLines(state.set, language);
  return answerOutcome(session, answer, [...lines, ...nextLines(next, language)], {
    scheduleId,
    next,
  });
};

const registerSet = (schedule: Command, cli: Cli): void => {
  schedule
    .command('set')
    .requiredOption('--payer <id>', '', idOption)
    .option('--days <list>', '', collect(dayOfMonthOption))
    .option('--weekdays <list>', '', collect(weekdayOption))
    .requiredOption('--time <time>', '', timeOption)
    .option('--non-working <choice>', '', oneOf(NON_WORKING_DAYS), 'NEXT' as NonWorkingDays)
    .option('--cut-off <hours>', '', countOption, 0)
    .action((options: SetOptions) => cli.act((session) => set(session, options)));
};

const registerSteering = (schedule: Command, cli: Cli): void => {
  for (const [name, type] of [
    ['pause', 'PausePayoutSchedule'],
    ['resume', 'ResumePayoutSchedule'],
    ['remove', 'RemovePayoutSchedule'],
  ] as const) {
    schedule
      .command(name)
      .requiredOption('--payer <id>', '', idOption)
      .requiredOption('--why <text>')
      .action((options: { payer: string; why: string }) =>
        cli.act(async (session) => {
          const scheduleId = streamIds.payoutSchedule(options.payer, FLOW);
          const command = { type, data: { reason: options.why } };
          const answer = await session.gateway.send(
            envelope(session, 'payout_schedule', scheduleId, command),
          );
          const next = nextOf(session, await scheduleOf(session, options.payer));
          const lines = isRefused(answer) ? [] : nextLines(next, session.language);
          return answerOutcome(session, answer, lines, { scheduleId, next });
        }),
      );
  }
};

/** The engine makes the run; whoever asked waits a moment for what came of it. */
const awaitOutcome = async (
  session: Session,
  scheduleId: string,
  triggerId: string,
): Promise<ScheduledOutcome | undefined> => {
  const until = Date.now() + OUTCOME_WITHIN_MS;
  for (;;) {
    const history = await session.store.loadStream(scheduleId);
    const outcome = outcomeOf(stateOf(payoutScheduleDecider, history), triggerId);
    if (outcome !== undefined || Date.now() > until) return outcome;
    await sleep(LOOK_EVERY_MS);
  }
};

const trigger = async (session: Session, payerId: string): Promise<Outcome> => {
  const scheduleId = streamIds.payoutSchedule(payerId, FLOW);
  // The same command is the same trigger, and so the same run.
  const triggerId = newCommandId(session);
  const answer = await session.gateway.send({
    ...envelope(session, 'payout_schedule', scheduleId, {
      type: 'TriggerPayoutSchedule',
      data: { triggerId },
    }),
    ...{ commandId: triggerId, correlationId: triggerId },
  });
  if (isRefused(answer)) return answerOutcome(session, answer, []);
  const outcome = await awaitOutcome(session, scheduleId, triggerId);
  const words = scheduleWords[session.language];
  const made = outcome?.type === 'ScheduledRunAssembled' ? outcome.data : undefined;
  const lines = [
    outcome === undefined ? words.stillWorking : outcomeLine(outcome, session.language),
    ...(made === undefined ? [] : [words.release(made.runId, made.sumIdr)]),
  ];
  const extra = { scheduleId, triggerId, runId: made?.runId ?? null, outcome: outcome ?? null };
  const answered = await answerOutcome(session, answer, lines, extra);
  const isRefusedRun = outcome?.type === 'ScheduledRunRefused';
  return isRefusedRun ? { ...answered, exitCode: 1 } : answered;
};

export const registerPayoutSchedule = (payout: Command, cli: Cli): void => {
  const schedule = payout.command('schedule');
  registerScheduleViews(schedule, cli);
  registerSet(schedule, cli);
  registerSteering(schedule, cli);
  schedule
    .command('trigger')
    .requiredOption('--payer <id>', '', idOption)
    .action((options: { payer: string }) => cli.act((session) => trigger(session, options.payer)));
};
