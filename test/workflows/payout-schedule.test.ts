// Runs by schedule on the real servers: Temporal keeps the time, the log says what came of it.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { answerRegistration } from '../../apps/demo/registration-office.ts';
import { reviveWorkflows } from '../../apps/gateway/repair-workflows.ts';
import type { CommandEnvelope, CommandsByCategory } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import { nextRunTimes, type PayoutCalendar } from '../../domain/payout/schedule-calendar.ts';
import { NATIONAL_HOLIDAYS } from '../../domain/rules/holidays.ts';
import { createDataConverter, PAYLOAD_KEY_ID } from '../../infra/temporal/data-converter.ts';
import { createPayloadCodec } from '../../infra/temporal/payload-codec.ts';
import {
  approval,
  COVER_FROM,
  envelope,
  foundOffice,
  must,
  type Office,
  payContributions,
  receiveRoster,
  reportDeath,
  rosterCsv,
  verifyClaim,
} from '../activities/office-story.ts';
import { keepHistory } from '../histories/keep-history.ts';
import './quiet-temporal.ts';
import { type RunningEngine, startEngine } from './engine-on-temporal.ts';

const WORKERS = 4;

let engine: RunningEngine;
let office: Office;
let workers: readonly string[];
let owedSoFar = 0;
/** What the calendar started, kept for the replay test. */
let firedWorkflow = '';

const send = (wish: CommandEnvelope) => engine.gateway.send(wish);
const stream = (id: string) => engine.ports.store.loadStream(id);
const scheduleId = () => engine.ports.ids.payoutSchedule(office.payerId, 'BENEFIT');
const handle = () => engine.place.client.schedule.getHandle(`payout-schedule/${scheduleId()}`);
const inTemporal = () => engine.gateway.payoutScheduleInTemporal(scheduleId());

const until = async <T>(
  look: () => Promise<T>,
  fits: (seen: T) => boolean,
  limitMs = 90_000,
): Promise<T> => {
  const limit = Date.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (fits(seen)) return seen;
    if (Date.now() > limit) throw new Error(`never came true: ${JSON.stringify(seen)}`);
    await sleep(50);
  }
};

const enrolTown = async (): Promise<readonly string[]> => {
  const received = await receiveRoster(engine.ports, office, rosterCsv(WORKERS));
  const rosterId = received.streamId;
  const wish = (as: string, command: CommandsByCategory['roster']) =>
    envelope('roster', rosterId, { command, as }) as CommandEnvelope<'roster'>;
  const step = (name: 'NOMINATION' | 'DECREE' | 'REGISTRATION' | 'CARDS') =>
    until(
      () => engine.gateway.batchProgress('roster', rosterId, name),
      (seen) => seen?.state === 'COMPLETED',
    );
  await must(engine.gateway.startRoster(received));
  await step('NOMINATION');
  const decree = { decreeNumber: 'SK 1', decreeDate: '2026-02-20' as never };
  await must(send(wish('kadis-yusuf', { type: 'ApproveRoster', data: decree })));
  await step('DECREE');
  const submit = { type: 'SubmitRoster', data: { workers: 0, fileSha256: '' } } as const;
  const { bytes } = await engine.gateway.exportRegistration(wish('cabang-gita', submit));
  const answer = answerRegistration(bytes, { coverStart: COVER_FROM });
  const { sha256 } = await engine.ports.documents.put(new TextEncoder().encode(answer));
  const data = { fileSha256: sha256, accepted: 0, refused: 0 };
  const answered = wish('cabang-gita', { type: 'AnswerRegistration', data });
  await must(engine.gateway.answerRegistration(answered));
  await step('CARDS');
  await payContributions(send, engine.ports, { trancheId: office.trancheId, workers: WORKERS });
  const events = await engine.ports.store.readAfter('0' as never, 5_000);
  return allOf(events, 'CardIssued').map(({ workerId }) => workerId);
};

/** One more payable that is due, by the ordinary way through its claim's workflow. */
const owe = async (): Promise<string> => {
  const workerId = workers[owedSoFar] ?? '';
  owedSoFar += 1;
  const report = await reportDeath(engine.ports, workerId);
  await must(send(report));
  await verifyClaim(send, engine.ports, report.streamId);
  await must(send(approval(report.streamId)));
  const payableId = engine.ports.ids.payable(report.streamId, 1, 'istri');
  await until(
    () => stream(payableId),
    (history) => history.length > 0,
  );
  return payableId;
};

const wish = (command: CommandsByCategory['payout_schedule']) =>
  envelope('payout_schedule', scheduleId(), { command, as: 'keuangan-citra' });

const setTo = (calendar: PayoutCalendar) => {
  const { programmeId, payerId } = office;
  const of = { scheduleId: scheduleId(), programmeId, payerId, flow: 'BENEFIT' as const };
  const data = { ...of, calendar, cutOffHours: 0 };
  return must(send(wish({ type: 'SetPayoutSchedule', data })));
};

const daily = (time: string): PayoutCalendar => ({
  ...{ daysOfMonth: [], weekdays: [1, 2, 3, 4, 5, 6, 7], time, nonWorkingDays: 'RUN' },
});

/** `HH:MM` of the office at a full minute 15 to 75 s from now: far enough to be set before. */
const soon = (): string =>
  new Date(Date.now() + 75_000 + 8 * 3_600_000).toISOString().slice(11, 16);

const trigger = async (): Promise<string> => {
  const triggerId = randomUUID();
  await must(send(wish({ type: 'TriggerPayoutSchedule', data: { triggerId } })));
  return triggerId;
};

const outcomeFor = (slot: string, limitMs?: number) =>
  until(
    async () =>
      (await stream(scheduleId())).find(
        ({ type, data }) =>
          type.startsWith('ScheduledRun') && (data as { slot?: string }).slot === slot,
      ),
    (found) => found !== undefined,
    limitMs,
  );

const release = async (runId: string, as = 'kepala-dewi') => {
  const sumIdr = lastOf(await stream(runId), 'RunAssembled')?.data.sumIdr ?? ('0' as RupiahText);
  const command = { type: 'ReleaseRun' as const, data: { sumIdr } };
  return send(envelope('payout_run', runId, { command, as }));
};

beforeAll(async () => {
  const known: { ports?: RunningEngine['ports'] } = {};
  engine = await startEngine({
    async duePayables() {
      const events = (await known.ports?.store.readAfter('0' as never, 5_000)) ?? [];
      return allOf(events, 'PayableCreated').map(({ payableId }) => payableId);
    },
  });
  known.ports = engine.ports;
  office = await foundOffice(send, engine.ports);
  workers = await enrolTown();
}, 120_000);

afterAll(async () => {
  if (process.env['LINDUNG_RECORD_HISTORIES'] === '1') {
    const codec = createPayloadCodec(engine.ports.keys, PAYLOAD_KEY_ID);
    const fired = engine.place.client.workflow.getHandle(firedWorkflow);
    await keepHistory(fired, 'scheduled-payout', codec);
    const { client, taskQueue } = engine.place;
    const night = { workflowId: 'self-audit/recorded', taskQueue, args: [] };
    const audit = await client.workflow.start('selfAudit', night);
    await audit.result();
    await keepHistory(client.workflow.getHandle(audit.workflowId), 'self-audit', codec);
  }
  // The server is shared by the test files: a schedule that stays would fire into nothing.
  await handle()
    .delete()
    .catch(() => undefined);
  await engine?.stop();
});

test('what is set in the log stands in Temporal: one at a time, and no catching up', async () => {
  const calendar: PayoutCalendar = {
    ...{ daysOfMonth: [5, 20], weekdays: [1], time: '10:00', nonWorkingDays: 'RUN' },
  };
  await setTo(calendar);
  const seen = await until(inTemporal, (found) => found !== undefined);
  if (seen === undefined || seen === 'AWAY') throw new Error('not there');
  const after = new Date().toISOString();
  const own = nextRunTimes(calendar, { after, count: 5 }, NATIONAL_HOLIDAYS);
  expect(seen.paused).toBe(false);
  expect(seen.next.slice(0, 5)).toEqual(own);
  const { policies, action } = await handle().describe();
  expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 10_000 });
  expect(action).toMatchObject({ taskQueue: engine.settings.taskQueue });
});

test('a trigger makes its run now, which waits for another person as any run does', async () => {
  const payableId = await owe();
  const triggerId = await trigger();
  const runId = engine.ports.ids.payoutRun(office.payerId, triggerId);
  expect((await outcomeFor(triggerId))?.data).toMatchObject({ runId, count: 1 });
  expect(lastOf(await stream(runId), 'RunMemberAdded')?.data.payableId).toBe(payableId);
  expect(await release(runId, 'keuangan-citra')).toMatchObject({ code: 'AssemblerCannotRelease' });
  expect(await release(runId)).toMatchObject({ status: 'recorded' });
  await until(
    () => stream(runId),
    (history) => lastOf(history, 'PaymentFileDropped') !== null,
  );
});

test('at its time the run assembles itself, once, under an id that follows from the time', async () => {
  const payableId = await owe();
  const time = soon();
  await setTo(daily(time));
  const [slot = ''] = nextRunTimes(
    daily(time),
    { after: new Date(Date.now() - 1_000).toISOString(), count: 1 },
    NATIONAL_HOLIDAYS,
  );
  const runId = engine.ports.ids.payoutRun(office.payerId, slot);
  const found = await outcomeFor(slot, 90_000);
  expect(found?.data).toMatchObject({ cause: 'CALENDAR', runId, count: 1, left: 0 });
  expect(lastOf(await stream(runId), 'RunMemberAdded')?.data.payableId).toBe(payableId);
  const { info } = await handle().describe();
  firedWorkflow = info.recentActions.at(-1)?.action.workflow.workflowId ?? '';
  expect(firedWorkflow).toContain(scheduleId());
  await must(release(runId));
}, 120_000);

test('paused it rests in Temporal too, and nobody can trigger it; resumed it goes on', async () => {
  const reason = 'rekening diperiksa';
  await must(send(wish({ type: 'PausePayoutSchedule', data: { reason } })));
  await until(inTemporal, (seen) => seen !== 'AWAY' && seen?.paused === true);
  const early = wish({ type: 'TriggerPayoutSchedule', data: { triggerId: randomUUID() } });
  expect(await send(early)).toMatchObject({ code: 'ScheduleIsPaused' });
  // A reason may name somebody: it never leaves the log.
  expect(JSON.stringify((await handle().describe()).state)).not.toContain(reason);
  await must(send(wish({ type: 'ResumePayoutSchedule', data: { reason: 'selesai' } })));
  await until(inTemporal, (seen) => seen !== 'AWAY' && seen?.paused === false);
});

test('what Temporal lost is rebuilt from the events; what the log does not know is deleted', async () => {
  await handle().delete();
  expect(await inTemporal()).toBeUndefined();
  const stranger = randomUUID();
  const { client, taskQueue } = engine.place;
  const ofTaskQueue = (queue: string, id: string, on = client) =>
    on.schedule.create({
      scheduleId: `payout-schedule/${id}`,
      spec: { calendars: [{ hour: 3 }] },
      action: {
        type: 'startWorkflow',
        workflowType: 'scheduledPayout',
        taskQueue: queue,
        args: [{}],
      },
    });
  await ofTaskQueue(taskQueue, stranger);
  const neighbour = randomUUID();
  // Another installation seals what it starts by a key that is not ours.
  const another = new Client({
    ...{ connection: client.connection, namespace: client.options.namespace },
    dataConverter: createDataConverter({
      encrypt: (_context, bytes) => bytes,
      decrypt: (_context, bytes) => bytes,
    }),
  });
  const theirs = await ofTaskQueue('another installation', neighbour, another);
  // The server lists a new schedule a moment after it was made.
  await sleep(2_000);
  const report = await reviveWorkflows(engine.place, engine.ports.store, () => undefined);
  expect(report.schedules).toBe(1);
  const seen = await inTemporal();
  expect(seen).toMatchObject({ paused: false });
  expect(await engine.gateway.payoutScheduleInTemporal(stranger)).toBeUndefined();
  await theirs.describe();
  await theirs.delete();
});

test('with the worker down at the time, the run is missed and said, and not made late', async () => {
  const payableId = await owe();
  const startAgain = await engine.stopWorker();
  const triggerId = await trigger();
  await until(
    async () => {
      const id = `scheduled-payout/${scheduleId()}/${triggerId}`;
      const described = await engine.place.client.workflow
        .getHandle(id)
        .describe()
        .catch(() => null);
      return described?.status.name;
    },
    (status) => status === 'RUNNING',
  );
  engine.setClock(new Date(Date.now() + 6 * 60_000).toISOString());
  await startAgain();
  expect(await outcomeFor(triggerId)).toMatchObject({
    ...{ type: 'ScheduledRunMissed', data: { why: 'LATE', cause: 'TRIGGER' } },
  });
  engine.setClock(undefined);
  expect(allOf(await stream(payableId), 'PayableSelected')).toHaveLength(0);
}, 60_000);

test('removed it is gone from Temporal as well, and may be set again', async () => {
  await must(send(wish({ type: 'RemovePayoutSchedule', data: { reason: 'dengan tangan' } })));
  await until(inTemporal, (seen) => seen === undefined);
  await setTo(daily('10:00'));
  await until(inTemporal, (seen) => seen !== undefined);
});
