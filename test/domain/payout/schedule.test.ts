// A payout schedule: in one person's name, paused with a reason, and no run time without a word.
import { describe, expect, test } from 'vitest';
import type { HolidayCalendar } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { payoutScheduleDecider } from '../../../domain/payout/schedule-decider.ts';
import type {
  LeftOut,
  PayoutScheduleCommand,
  PayoutScheduleEvent,
  ScheduledOutcome,
} from '../../../domain/payout/schedule-events.ts';
import {
  countedAt,
  payoutScheduleStage,
  unaccounted,
} from '../../../domain/payout/schedule-state.ts';
import { scheduleTasks } from '../../../domain/payout/schedule-tasks.ts';
import { at, person, specify } from '../specification.ts';

const schedule = specify(payoutScheduleDecider);
const holidays: HolidayCalendar = { version: 'none', holidays: [] };

const CITRA = person('citra', 'assemble-run');
const on = (day: string, time = '00:00') => `2026-06-${day}T${time}:00.000Z`;
const citra = (now = on('01')) => at(CITRA, now);
/** 10:00 WITA. */
const ten = (day: string) => on(day, '02:00');

type SetWish = Extract<PayoutScheduleCommand, { type: 'SetPayoutSchedule' }>['data'];
const set = (own: Partial<SetWish> = {}): PayoutScheduleCommand => ({
  type: 'SetPayoutSchedule',
  data: {
    ...{ scheduleId: 's', programmeId: 'p', payerId: 'payer-1', flow: 'BENEFIT' },
    calendar: {
      ...{ daysOfMonth: [], weekdays: [1, 2, 3, 4, 5, 6, 7], time: '10:00' },
      nonWorkingDays: 'RUN',
    },
    cutOffHours: 4,
    payer: { known: true, mode: 'DISBURSES' },
    ...own,
  },
});
const steer = (
  type: 'PausePayoutSchedule' | 'ResumePayoutSchedule' | 'RemovePayoutSchedule',
  reason = 'rekening diperiksa',
): PayoutScheduleCommand => ({ type, data: { reason } });
const trigger = (triggerId = 't-1'): PayoutScheduleCommand => ({
  type: 'TriggerPayoutSchedule',
  data: { triggerId },
});
const slot = (day: string) =>
  ({ scheduleId: 's', cause: 'CALENDAR', slot: ten(day), scheduledAt: ten(day) }) as const;
const empty = (day: string): ScheduledOutcome => ({
  type: 'ScheduledRunEmpty',
  data: { ...slot(day), left: 0 },
});
const missed = (day: string): ScheduledOutcome => ({
  type: 'ScheduledRunMissed',
  data: { ...slot(day), why: 'LATE', runId: null },
});
const recordOutcome = (outcome: ScheduledOutcome): PayoutScheduleCommand => ({
  type: 'RecordScheduledRun',
  data: { outcome },
});

const active = schedule.after([set(), citra()]);
const paused = schedule.after([set(), citra()], [steer('PausePayoutSchedule'), citra(on('03'))]);
const removed = schedule.after([set(), citra()], [steer('RemovePayoutSchedule'), citra(on('03'))]);

const stateAfter = (...past: readonly PayoutScheduleEvent[]) => fold(payoutScheduleDecider, past);

test('every stage has its name', () => {
  const stages = [[], active, paused, removed].map((past) =>
    payoutScheduleStage(stateAfter(...past)),
  );
  expect(stages).toEqual(['UNKNOWN', 'ACTIVE', 'PAUSED', 'REMOVED']);
});

describe('setting', () => {
  test('records the calendar and in whose name, with everybody behind a delegate', () => {
    const forDewi = at(person('citra', 'assemble-run', 'dewi'), on('01'));
    schedule
      .given()
      .when(set(), forDewi)
      .thenRecords({
        type: 'PayoutScheduleSet',
        data: { actorId: 'citra', setBy: ['citra', 'dewi'], cutOffHours: 4, at: on('01') },
      });
  });

  test('is refused for a purse that is not ours, and for days, hours or flows that are none', () => {
    const days = (daysOfMonth: readonly number[], weekdays: readonly number[], time = '10:00') =>
      set({ calendar: { daysOfMonth, weekdays, time, nonWorkingDays: 'RUN' } });
    const faults = [
      [set({ payer: { known: false, mode: null } }), 'PayerUnknown'],
      [set({ payer: { known: true, mode: 'TRACKS' } }), 'PayerNotOurs'],
      [set({ payer: { known: true, mode: null } }), 'PayerNotOurs'],
      [set({ flow: 'CONTRIBUTION' }), 'ScheduleFlowNotBenefit'],
      [set({ cutOffHours: -1 }), 'CutOffInvalid'],
      [set({ cutOffHours: 169 }), 'CutOffInvalid'],
      [set({ cutOffHours: 1.5 }), 'CutOffInvalid'],
      [days([], []), 'ScheduleDaysInvalid'],
      [days([0], []), 'ScheduleDaysInvalid'],
      [days([32], []), 'ScheduleDaysInvalid'],
      [days([5, 5], []), 'ScheduleDaysInvalid'],
      [days([], [8]), 'ScheduleDaysInvalid'],
      [days([5], [], '24:00'), 'ScheduleTimeInvalid'],
      [days([5], [], '9:00'), 'ScheduleTimeInvalid'],
    ] as const;
    for (const [command, code] of faults) schedule.given().when(command, citra()).thenRefuses(code);
    // What the caller says of the payer is collected anew; without it nothing is believed.
    const { payer: _payer, ...bare } = set().data as SetWish;
    schedule
      .given()
      .when({ type: 'SetPayoutSchedule', data: bare }, citra())
      .thenRefuses('PayerUnknown');
  });

  test('has no place in an entered past', () => {
    const past = { ...citra(), origin: 'historic' } as const;
    schedule.given().when(set(), past).thenRefuses('ScheduleOnlyForward');
  });

  test('the same again is nothing; by another person it is in another name', () => {
    schedule
      .given(...active)
      .when(set(), citra(on('02')))
      .thenNothing();
    schedule
      .given(...active)
      .when(set(), at(person('gita', 'assemble-run'), on('02')))
      .thenRecords({ type: 'PayoutScheduleSet', data: { actorId: 'gita' } });
    schedule
      .given(...removed)
      .when(set(), citra(on('05')))
      .thenRecords({ type: 'PayoutScheduleSet', data: { actorId: 'citra', at: on('05') } });
  });

  test('anew while it is paused, it stays paused', () => {
    const changed = schedule.after(
      [set(), citra()],
      [steer('PausePayoutSchedule'), citra(on('03'))],
      [set({ cutOffHours: 0 }), citra(on('04'))],
    );
    expect(payoutScheduleStage(stateAfter(...changed))).toBe('PAUSED');
    expect(unaccounted(stateAfter(...changed), on('09'), holidays)).toEqual([ten('01'), ten('02')]);
  });
});

describe('steering', () => {
  test('needs a schedule and a reason', () => {
    for (const type of [
      'PausePayoutSchedule',
      'ResumePayoutSchedule',
      'RemovePayoutSchedule',
    ] as const) {
      schedule.given().when(steer(type), citra()).thenRefuses('ScheduleUnknown');
      schedule
        .given(...active)
        .when(steer(type, '  '), citra())
        .thenRefuses('ReasonMissing');
    }
    schedule
      .given(...removed)
      .when(steer('PausePayoutSchedule'), citra())
      .thenRefuses('ScheduleUnknown');
  });

  test('records what is new, and nothing when it is so already', () => {
    const { given } = schedule;
    given(...active)
      .when(steer('PausePayoutSchedule'), citra(on('02')))
      .thenRecords({ type: 'PayoutSchedulePaused', data: { reason: 'rekening diperiksa' } });
    given(...paused)
      .when(steer('PausePayoutSchedule'), citra())
      .thenNothing();
    given(...paused)
      .when(steer('ResumePayoutSchedule'), citra(on('04')))
      .thenRecords({ type: 'PayoutScheduleResumed', data: { at: on('04') } });
    given(...active)
      .when(steer('ResumePayoutSchedule'), citra())
      .thenNothing();
    given(...paused)
      .when(steer('RemovePayoutSchedule'), citra())
      .thenRecords({ type: 'PayoutScheduleRemoved', data: { scheduleId: 's' } });
    given(...removed)
      .when(steer('RemovePayoutSchedule'), citra())
      .thenNothing();
  });
});

describe('triggering', () => {
  test('is for whoever set it: nobody’s name is used by another hand', () => {
    schedule
      .given(...active)
      .when(trigger(), citra(on('02')))
      .thenRecords({ type: 'PayoutScheduleTriggered', data: { triggerId: 't-1', at: on('02') } });
    const other = at(person('gita', 'assemble-run'));
    schedule
      .given(...active)
      .when(trigger(), other)
      .thenRefuses('ScheduleOfAnotherPerson', { setBy: 'citra' });
  });

  test('is refused without a schedule or while it is paused, and once is enough', () => {
    schedule.given().when(trigger(), citra()).thenRefuses('ScheduleUnknown');
    schedule
      .given(...removed)
      .when(trigger(), citra())
      .thenRefuses('ScheduleUnknown');
    schedule
      .given(...paused)
      .when(trigger(), citra())
      .thenRefuses('ScheduleIsPaused');
    const triggered = schedule.after([set(), citra()], [trigger(), citra(on('02'))]);
    schedule
      .given(...triggered)
      .when(trigger(), citra(on('03')))
      .thenNothing();
    const outcome: ScheduledOutcome = {
      type: 'ScheduledRunEmpty',
      data: { ...slot('02'), cause: 'TRIGGER', slot: 't-1', left: 0 },
    };
    schedule
      .given(...triggered, outcome)
      .when(trigger(), citra(on('03')))
      .thenNothing();
    expect(stateAfter(...triggered).triggers).toHaveLength(1);
    expect(stateAfter(...triggered, outcome).triggers).toHaveLength(0);
    // A trigger says nothing about the run times of the calendar.
    const after = stateAfter(...triggered, outcome);
    expect(unaccounted(after, ten('03'), holidays)).toEqual([ten('01'), ten('02')]);
  });
});

describe('run times', () => {
  test('have one outcome each, whatever happened since', () => {
    const { given } = schedule;
    given(...removed)
      .when(recordOutcome(empty('02')), citra())
      .thenRecords(empty('02'));
    given(...active, empty('02'))
      .when(recordOutcome(missed('02')), citra())
      .thenNothing();
    given()
      .when(recordOutcome(empty('02')), citra())
      .thenRefuses('ScheduleUnknown');
  });

  test('without an outcome are found five minutes later, and not a moment before', () => {
    const state = stateAfter(...active);
    expect(unaccounted(state, on('01', '02:04'), holidays)).toEqual([]);
    expect(unaccounted(state, on('01', '02:05'), holidays)).toEqual([ten('01')]);
    expect(unaccounted(stateAfter(...active, empty('01')), on('03'), holidays)).toEqual([
      ten('02'),
    ]);
  });

  test('count from the setting on, not while paused, and again from the resuming', () => {
    const lived = schedule.after(
      [set(), citra(on('02', '03:00'))],
      [steer('PausePayoutSchedule'), citra(on('04', '03:00'))],
      [steer('ResumePayoutSchedule'), citra(on('06', '03:00'))],
    );
    const state = stateAfter(...lived);
    expect(unaccounted(state, on('08'), holidays)).toEqual([ten('03'), ten('04'), ten('07')]);
    expect(countedAt(state, ten('02'))).toBeUndefined();
    expect(countedAt(state, ten('04'))).toBeDefined();
    expect(countedAt(state, ten('05'))).toBeUndefined();
  });

  test('of a calendar that was changed count until the change by the old one', () => {
    const rest = { weekdays: [], time: '10:00', nonWorkingDays: 'RUN' } as const;
    const calendar = { daysOfMonth: [10], ...rest };
    const lived = schedule.after([set(), citra()], [set({ calendar }), citra(on('03'))]);
    expect(unaccounted(stateAfter(...lived), on('12'), holidays)).toEqual([
      ten('01'),
      ten('02'),
      ten('10'),
    ]);
  });
});

describe('tasks for a person', () => {
  const tasksOf = (past: readonly PayoutScheduleEvent[], now: string, lastRunAt?: string) =>
    scheduleTasks(stateAfter(...past), { now, holidays, lastRunAt: lastRunAt ?? null }).map(
      (task) => task.data.slot,
    );

  test('are runs that were missed, refused, or never started', () => {
    expect(tasksOf([...active, missed('01')], on('03'))).toEqual([ten('01'), ten('02')]);
  });

  test('end with the next run time that went well, or with a run by hand', () => {
    expect(tasksOf([...active, missed('01'), empty('02')], on('03'))).toEqual([]);
    expect(tasksOf([...active, missed('01'), missed('02')], on('03'), on('01', '05:00'))).toEqual([
      ten('02'),
    ]);
  });

  test('are payments that a run left out, until a later run time leaves none', () => {
    const named = [{ payableId: 'p', code: 'DeciderCannotAssemble' }];
    const assembled = (day: string, leftOut?: LeftOut): ScheduledOutcome => ({
      type: 'ScheduledRunAssembled',
      data: {
        ...{ ...slot(day), runId: `run ${day}`, count: 1, sumIdr: '42000000' as RupiahText },
        ...{ left: 0, ...(leftOut && { leftOut }) },
      },
    });
    const first = assembled('01', { count: 1, named });
    // Its own run is newer than its time, and deals with nothing of what it left.
    const ranAt = on('01', '02:01');
    expect(tasksOf([...active, first], ten('02'), ranAt)).toEqual([ten('01')]);
    expect(tasksOf([...active, missed('01'), assembled('02')], ten('03'), ranAt)).toEqual([]);
    expect(tasksOf([...active, first, missed('02')], ten('03'), ranAt)).toEqual([
      ten('01'),
      ten('02'),
    ]);
    expect(tasksOf([...active, first, assembled('02')], ten('03'))).toEqual([]);
  });

  test('are none before anything was set', () => {
    expect(tasksOf([], on('03'))).toEqual([]);
  });
});
