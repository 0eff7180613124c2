// Runs by schedule on a real PostgreSQL, at times that the test sets: made, empty, refused or missed.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { assembleRun } from '../../activities/assemble-run.ts';
import { stateOf } from '../../activities/deciders.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { dueUntil } from '../../activities/scheduled-members.ts';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { administrator } from '../../apps/demo/cast.ts';
import { addDays, type LocalDate, officeDay } from '../../domain/calendar.ts';
import type { Answer, CommandsByCategory } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import { payoutScheduleDecider } from '../../domain/payout/schedule-decider.ts';
import { scheduleTasks } from '../../domain/payout/schedule-tasks.ts';
import { NATIONAL_HOLIDAYS } from '../../domain/rules/holidays.ts';
import { enrol, owedTo } from './approved-claims.ts';
import { type EngineFixture, openEngineFixture } from './engine-fixture.ts';
import {
  approval,
  envelope,
  foundOffice,
  must,
  type Office,
  reportDeath,
  type Send,
  verifyClaim,
} from './office-story.ts';

const WORKERS = 11;
const HOUR_MS = 3_600_000;

let engine: EngineFixture;
let office: Office;
let send: Send;
let workers: readonly string[];
let owedSoFar = 0;
/** What the read model would name; null: every payable there is. */
let onlyDue: readonly string[] | null = null;
/** Days go on from test to test, as a log does. */
let today: LocalDate;

const scheduleId = () => engine.ports.ids.payoutSchedule(office.payerId, 'BENEFIT');
const stream = (id: string) => engine.ports.store.loadStream(id);

/** 10:00 by the office's clock. */
const tenOf = (day: LocalDate): string => `${day}T02:00:00.000Z`;
const after = (instant: string, ms: number): string =>
  new Date(Date.parse(instant) + ms).toISOString();

const wish = (command: CommandsByCategory['payout_schedule'], as = 'keuangan-citra') =>
  envelope('payout_schedule', scheduleId(), { command, as });

const daily = (own: { readonly cutOffHours?: number } = {}) => {
  const { programmeId, payerId } = office;
  return {
    type: 'SetPayoutSchedule' as const,
    data: {
      ...{ scheduleId: scheduleId(), programmeId, payerId, flow: 'BENEFIT' as const },
      calendar: {
        ...{ daysOfMonth: [], weekdays: [1, 2, 3, 4, 5, 6, 7] },
        ...{ time: '10:00', nonWorkingDays: 'RUN' as const },
      },
      cutOffHours: own.cutOffHours ?? 0,
    },
  };
};

const owe = async (): Promise<string> => {
  owedSoFar += 1;
  return owedTo({ engine, send, office }, workers[owedSoFar - 1] ?? '');
};

/** The calendar fires at a day's ten o'clock, and reaches the engine so many milliseconds later. */
const fire = (day: LocalDate, lateMs = 1_000): Promise<string> => {
  engine.setClock(after(tenOf(day), lateMs));
  return engine.activities.runScheduled({
    ...{ scheduleId: scheduleId(), triggerId: null },
    firedAt: tenOf(day),
  });
};

const lastEvent = async () => (await stream(scheduleId())).at(-1);

const releaseAll = async (): Promise<void> => {
  for (const { runId, sumIdr } of allOf(await stream(scheduleId()), 'ScheduledRunAssembled')) {
    if (lastOf(await stream(runId), 'RunReleased') !== null) continue;
    const command = { type: 'ReleaseRun' as const, data: { sumIdr } };
    await must(send(envelope('payout_run', runId, { command, as: 'kepala-dewi' })));
  }
};

beforeAll(async () => {
  const known: { ports?: EngineFixture['ports'] } = {};
  engine = await openEngineFixture({
    // Each is asked again on its own stream.
    async duePayables() {
      const events = (await known.ports?.store.readAfter('0' as never, 5_000)) ?? [];
      const created = allOf(events, 'PayableCreated').map(({ payableId }) => payableId);
      return onlyDue === null ? created : created.filter((one) => onlyDue?.includes(one));
    },
  });
  known.ports = engine.ports;
  send = createRecordDecision(engine.ports);
  office = await foundOffice(send, engine.ports);
  workers = await enrol({ engine, send, office }, WORKERS);
  today = addDays(officeDay(new Date().toISOString()), 1);
}, 60_000);
afterAll(() => engine?.close());

/** Each test begins at nine of a new day with the schedule as it is, and no run left waiting. */
beforeEach(async () => {
  await releaseAll();
  today = addDays(today, 1);
  engine.setClock(after(tenOf(today), -HOUR_MS));
});

test('a schedule needs the act that assembles runs, a payer that is ours, and days', async () => {
  const refused = (code: string) => expect.objectContaining({ status: 'refused', code });
  expect(await send(wish(daily(), 'penetap-budi'))).toEqual(refused('ActNotHeld'));
  const { data, type } = daily();
  const other = randomUUID();
  const elsewhere = { ...data, payerId: other, scheduleId: scheduleId() };
  expect(await send(wish({ type, data: elsewhere }))).toEqual(refused('StreamMismatch'));
  const otherId = engine.ports.ids.payoutSchedule(other, 'BENEFIT');
  const ofNobody = { ...data, payerId: other, scheduleId: otherId };
  const unknown = envelope('payout_schedule', otherId, {
    ...{ command: { type, data: ofNobody }, as: 'keuangan-citra' },
  });
  expect(await send(unknown)).toEqual(refused('PayerUnknown'));
  const calendar = { ...data.calendar, weekdays: [] };
  expect(await send(wish({ type, data: { ...data, calendar } }))).toEqual(
    refused('ScheduleDaysInvalid'),
  );
  expect(await stream(scheduleId())).toEqual([]);
});

test('at its time everything due becomes one run in the name of whoever set it', async () => {
  await must(send(wish(daily())));
  const payables = [await owe(), await owe()];
  engine.setClock(after(tenOf(today), -HOUR_MS));
  // A full run leaves the rest behind, and says how many.
  const of = { payerId: office.payerId, flow: 'BENEFIT' as const };
  const one = await dueUntil(engine.ports, of, { until: tenOf(today), max: 1 });
  expect(one).toEqual({ picked: [payables[0]], left: 1 });
  expect(await fire(today)).toBe('ScheduledRunAssembled');
  const runId = engine.ports.ids.payoutRun(office.payerId, tenOf(today));
  const run = await stream(runId);
  expect(lastOf(run, 'RunAssembled')?.data).toMatchObject({
    ...{ count: 2, sumIdr: '84000000', assembledBy: ['keuangan-citra'] },
  });
  expect(lastOf(run, 'RunAssembled')?.stored.meta.actor).toMatchObject({
    ...{ id: 'keuangan-citra', act: 'assemble-run' },
  });
  const members = allOf(run, 'RunMemberAdded').map(({ payableId }) => payableId);
  expect([...members].sort()).toEqual([...payables].sort());
  expect((await lastEvent())?.data).toMatchObject({ runId, count: 2, left: 0, slot: tenOf(today) });
  // The same start once more is the same run, and not a second word about it.
  const before = (await lastEvent())?.position;
  expect(await fire(today)).toBe('ScheduledRunAssembled');
  expect((await lastEvent())?.position).toBe(before);
  const release = { type: 'ReleaseRun', data: { sumIdr: '84000000' as RupiahText } } as const;
  const asSetter = envelope('payout_run', runId, { command: release, as: 'keuangan-citra' });
  expect(await send(asSetter)).toMatchObject({ code: 'AssemblerCannotRelease' });
});

test('a run that was assembled before its outcome was written is found, not made twice', async () => {
  const payableId = await owe();
  engine.setClock(after(tenOf(today), 500));
  const runId = engine.ports.ids.payoutRun(office.payerId, tenOf(today));
  // As a try that died between the two appends would leave it.
  const commandId = engine.ports.ids.command('scheduled-run', scheduleId(), tenOf(today));
  const command = {
    type: 'AssembleRun' as const,
    data: {
      ...{ runId, payerId: office.payerId, flow: 'BENEFIT' as const, mode: 'DISBURSES' as const },
      ...{ members: [], membersSha256: '' },
    },
  };
  const sent = envelope('payout_run', runId, { command, as: 'keuangan-citra' }, { commandId });
  await must(assembleRun(engine.ports, sent, [payableId]));
  expect(lastOf(await stream(runId), 'RunMemberAdded')?.data.payableId).toBe(payableId);
  // Even long after: what is there is said as what it is, and not as late.
  expect(await fire(today, HOUR_MS)).toBe('ScheduledRunAssembled');
  expect(allOf(await stream(runId), 'RunAssembled')).toHaveLength(1);
});

test('with nothing due there is a note, and no empty run', async () => {
  expect(await fire(today)).toBe('ScheduledRunEmpty');
  expect((await lastEvent())?.data).toMatchObject({ slot: tenOf(today), left: 0 });
  expect(await stream(engine.ports.ids.payoutRun(office.payerId, tenOf(today)))).toEqual([]);
});

test('what became due after the cut-off waits for the next run', async () => {
  await must(send(wish(daily({ cutOffHours: 4 }))));
  const payableId = await owe();
  expect(await fire(today)).toBe('ScheduledRunEmpty');
  expect((await lastEvent())?.data).toMatchObject({ left: 1 });
  today = addDays(today, 1);
  expect(await fire(today)).toBe('ScheduledRunAssembled');
  const runId = engine.ports.ids.payoutRun(office.payerId, tenOf(today));
  expect(lastOf(await stream(runId), 'RunMemberAdded')?.data.payableId).toBe(payableId);
  await must(send(wish(daily())));
});

/** Approved in a past that is being entered: its payable is owed, and may have been paid before. */
const owePast = async (): Promise<string> => {
  owedSoFar += 1;
  const report = await reportDeath(engine.ports, workers[owedSoFar - 1] ?? '');
  const claimId = report.streamId;
  await must(send(report));
  await verifyClaim(send, engine.ports, claimId);
  const history = { effectiveAt: engine.ports.clock(), source: 'Buku agenda' };
  engine.setClock(after(history.effectiveAt, 1_000));
  await must(send({ ...approval(claimId), history, reason: 'riwayat' }));
  await engine.activities.createPayables(claimId);
  return engine.ports.ids.payable(claimId, 1, 'istri');
};

test('what an entered past owes waits for a word: named as a task, then by hand or let go', async () => {
  for (const act of ['record-history', 'hold-payment'] as const) {
    const terms = { from: '2026-01-02' as LocalDate, to: null, letter: 'SK 9' };
    const data = { actorId: 'penetap-budi', act, area: '64.74', ...terms };
    const command = { type: 'AppointRole' as const, data };
    const budi = engine.ports.ids.actor('penetap-budi');
    await must(send(envelope('actor', budi, { command, as: administrator.id })));
  }
  const [named, letGo] = [await owePast(), await owePast()];
  expect((await stream(named))[0]?.meta.origin).toBe('historic');
  expect(await fire(today)).toBe('ScheduledRunEmpty');
  expect((await lastEvent())?.data).toMatchObject({ left: 2 });
  onlyDue = [named, letGo];
  // By hand it is the same answer, until somebody names the payment.
  const byHand = (payables: readonly string[]) => {
    const runId = engine.ports.ids.payoutRun(office.payerId, randomUUID());
    const members = payables.map((payableId) => ({
      ...{ payableId, claimId: '', amountIdr: '0' as RupiahText, payerId: office.payerId },
      ...{ mode: 'DISBURSES' as const, decidedBy: [] },
    }));
    const data = { runId, payerId: office.payerId, flow: 'BENEFIT' as const };
    const command = {
      type: 'AssembleRun' as const,
      data: { ...data, mode: 'DISBURSES' as const, members, membersSha256: '' },
    };
    return assembleRun(
      engine.ports,
      envelope('payout_run', runId, { command, as: 'keuangan-citra' }),
    );
  };
  expect(await byHand([])).toMatchObject({ code: 'OnlyPastIsDue', facts: { count: 2 } });
  onlyDue = null;
  const made = await byHand([named]);
  if (made.status === 'refused') throw new Error(made.code);
  expect(lastOf(await stream(made.streamId), 'RunMemberAdded')?.data.payableId).toBe(named);
  const sumIdr = '42000000' as RupiahText;
  const release = { type: 'ReleaseRun' as const, data: { sumIdr } };
  await must(send(envelope('payout_run', made.streamId, { command: release, as: 'kepala-dewi' })));
  const reason = 'belum dibayar menurut rekening koran';
  for (const type of ['HoldPayable', 'ReleasePayable'] as const) {
    const command = { type, data: { reason } };
    await must(send(envelope('payable', letGo, { command, as: 'penetap-budi' })));
  }
  today = addDays(today, 1);
  expect(await fire(today)).toBe('ScheduledRunAssembled');
  expect((await lastEvent())?.data).toMatchObject({ count: 1, left: 0 });
});

test('a start that comes too late makes no run: it is missed, and said', async () => {
  await owe();
  expect(await fire(today, 6 * 60_000)).toBe('ScheduledRunMissed');
  expect((await lastEvent())?.data).toMatchObject({ why: 'LATE', slot: tenOf(today) });
  expect(await stream(engine.ports.ids.payoutRun(office.payerId, tenOf(today)))).toEqual([]);
  // The next one takes it along.
  today = addDays(today, 1);
  expect(await fire(today)).toBe('ScheduledRunAssembled');
});

test('run times that nothing started are named before the next run is made', async () => {
  const first = today;
  today = addDays(today, 3);
  await fire(today);
  const missed = allOf(await stream(scheduleId()), 'ScheduledRunMissed').slice(-3);
  expect(missed.map(({ slot, why }) => [slot, why])).toEqual(
    [0, 1, 2].map((days) => [tenOf(addDays(first, days)), 'NOT_STARTED']),
  );
});

test('while a run of the schedule waits for its release, the next one stands back', async () => {
  await owe();
  expect(await fire(today)).toBe('ScheduledRunAssembled');
  const waits = engine.ports.ids.payoutRun(office.payerId, tenOf(today));
  today = addDays(today, 1);
  expect(await fire(today)).toBe('ScheduledRunMissed');
  expect((await lastEvent())?.data).toMatchObject({ why: 'EARLIER_RUN_WAITS', runId: waits });
  await releaseAll();
  today = addDays(today, 1);
  expect(await fire(today)).toBe('ScheduledRunEmpty');
});

test('an instant that is no run time of the calendar makes and says nothing', async () => {
  const before = (await lastEvent())?.position;
  const at = after(tenOf(today), -60_000);
  engine.setClock(at);
  const wished = { scheduleId: scheduleId(), triggerId: null, firedAt: at };
  expect(await engine.activities.runScheduled(wished)).toBe('NO_RUN_TIME');
  const unknown = { ...wished, scheduleId: randomUUID() };
  expect(await engine.activities.runScheduled(unknown)).toBe('NO_RUN_TIME');
  expect((await lastEvent())?.position).toBe(before);
});

const steer = (type: 'PausePayoutSchedule' | 'ResumePayoutSchedule' | 'RemovePayoutSchedule') =>
  must(send(wish({ type, data: { reason: 'rekening diperiksa' } })));

test('paused it makes nothing and misses nothing; paused in the last moment it is said', async () => {
  engine.setClock(after(tenOf(today), 500));
  await steer('PausePayoutSchedule');
  expect(await fire(today)).toBe('ScheduledRunRefused');
  expect((await lastEvent())?.data).toMatchObject({ code: 'ScheduleIsPaused' });
  today = addDays(today, 1);
  expect(await fire(today)).toBe('NO_RUN_TIME');
  await steer('ResumePayoutSchedule');
  today = addDays(today, 1);
  const missedBefore = allOf(await stream(scheduleId()), 'ScheduledRunMissed').length;
  expect(await fire(today)).toBe('ScheduledRunEmpty');
  expect(allOf(await stream(scheduleId()), 'ScheduledRunMissed')).toHaveLength(missedBefore);
});

const trigger = (triggerId: string, as?: string): Promise<Answer> =>
  send({
    ...wish({ type: 'TriggerPayoutSchedule', data: { triggerId } }, as),
    ...{ commandId: triggerId, correlationId: triggerId },
  });

test('a trigger makes a run of its own at once, by whoever set it and by nobody else', async () => {
  const payableId = await owe();
  const triggerId = randomUUID();
  const now = after(tenOf(today), -HOUR_MS);
  engine.setClock(now);
  const appoint = {
    type: 'AppointRole' as const,
    data: {
      ...{ actorId: 'penetap-budi', act: 'assemble-run' as const, area: '64.74' },
      ...{ from: '2026-01-02' as LocalDate, to: null, letter: 'ST 99' },
    },
  };
  const budi = engine.ports.ids.actor('penetap-budi');
  await must(send(envelope('actor', budi, { command: appoint, as: administrator.id })));
  expect(await trigger(randomUUID(), 'penetap-budi')).toMatchObject({
    code: 'ScheduleOfAnotherPerson',
  });
  await must(trigger(triggerId));
  const wished = { scheduleId: scheduleId(), triggerId, firedAt: now };
  expect(await engine.activities.runScheduled(wished)).toBe('ScheduledRunAssembled');
  const runId = engine.ports.ids.payoutRun(office.payerId, triggerId);
  expect(lastOf(await stream(runId), 'RunMemberAdded')?.data.payableId).toBe(payableId);
  // The same command again asks for nothing new.
  expect(await trigger(triggerId)).toMatchObject({ repeated: true });
  expect(await engine.activities.runScheduled(wished)).toBe('NO_RUN_TIME');
});

test('a trigger after missed run times names them, and deals with them', async () => {
  // The day before had a trigger at nine, and nothing at ten.
  const lost = [-1, 0, 1].map((days) => tenOf(addDays(today, days)));
  today = addDays(today, 2);
  const now = after(tenOf(today), -HOUR_MS);
  engine.setClock(now);
  const tasks = async () => {
    const state = stateOf(payoutScheduleDecider, await stream(scheduleId()));
    const known = { now, holidays: NATIONAL_HOLIDAYS, lastRunAt: null };
    return scheduleTasks(state, known).map(({ data }) => data.slot);
  };
  expect(await tasks()).toEqual(lost);
  const triggerId = randomUUID();
  await must(trigger(triggerId));
  const wished = { scheduleId: scheduleId(), triggerId, firedAt: now };
  expect(await engine.activities.runScheduled(wished)).toBe('ScheduledRunEmpty');
  expect(await tasks()).toEqual([]);
  const missed = allOf(await stream(scheduleId()), 'ScheduledRunMissed').slice(-3);
  expect(missed.map(({ slot }) => slot)).toEqual(lost);
});

test('whoever decided a claim cannot have its run made in their name', async () => {
  await owe();
  await must(send(wish(daily(), 'penetap-budi')));
  expect(await fire(today)).toBe('ScheduledRunRefused');
  expect((await lastEvent())?.data).toMatchObject({ code: 'DeciderCannotAssemble' });
  await must(send(wish(daily())));
});

test('everybody behind the setting stands behind the run, or there is none', async () => {
  const gita = engine.ports.ids.actor('cabang-gita');
  const lent = { actorId: 'cabang-gita', act: 'assemble-run' as const, area: '64.74' };
  const asAdmin = (command: CommandsByCategory['actor']) =>
    must(send(envelope('actor', gita, { command, as: administrator.id })));
  const days = { from: addDays(today, -9), to: addDays(today, 9) };
  const delegation = { ...lent, ...days, principalId: 'keuangan-citra', principalHolds: true };
  await asAdmin({ type: 'DelegateRole', data: { ...delegation, letter: 'ST 77' } });
  await must(send(wish(daily(), 'cabang-gita')));
  await owe();
  expect(await fire(today)).toBe('ScheduledRunAssembled');
  const runId = engine.ports.ids.payoutRun(office.payerId, tenOf(today));
  // Citra lent her role: she stands behind the run, and cannot release it.
  expect(lastOf(await stream(runId), 'RunAssembled')?.data.assembledBy).toEqual([
    'cabang-gita',
    'keuangan-citra',
  ]);
  await releaseAll();
  await asAdmin({
    type: 'AppointRole',
    data: { ...lent, from: days.from, to: null, letter: 'ST 78' },
  });
  today = addDays(today, 1);
  expect(await fire(today)).toBe('ScheduledRunRefused');
  expect((await lastEvent())?.data).toMatchObject({
    ...{ code: 'ScheduleDelegationEnded', facts: { setFor: 'keuangan-citra' } },
  });
  await must(send(wish(daily())));
});

test('once the role is gone there is no run, and a person sees why', async () => {
  const endRole = {
    type: 'EndRole' as const,
    data: {
      ...{ actorId: 'keuangan-citra', act: 'assemble-run' as const },
      ...{ on: addDays(today, -1), reason: 'mutasi' },
    },
  };
  const citra = engine.ports.ids.actor('keuangan-citra');
  await must(send(envelope('actor', citra, { command: endRole, as: administrator.id })));
  expect(await fire(today)).toBe('ScheduledRunRefused');
  expect((await lastEvent())?.data).toMatchObject({
    ...{ code: 'ActNotHeld', facts: { act: 'assemble-run' } },
  });
  expect(await stream(engine.ports.ids.payoutRun(office.payerId, tenOf(today)))).toEqual([]);
});
