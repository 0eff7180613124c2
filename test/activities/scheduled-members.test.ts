// What a scheduled run takes and leaves: a corrected account waits for the cut-off, an unfit payment
// stops nobody else's.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { administrator } from '../../apps/demo/cast.ts';
import type { Act } from '../../domain/actor.ts';
import { addDays, type LocalDate, officeDay } from '../../domain/calendar.ts';
import type { CommandsByCategory } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import { enrol, owedTo } from './approved-claims.ts';
import { type EngineFixture, openEngineFixture, uuid } from './engine-fixture.ts';
import { envelope, foundOffice, must, type Office, type Send } from './office-story.ts';

const WORKERS = 6;
const CUT_OFF_HOURS = 4;
const BIC = 'PDKTIDJ1';

let engine: EngineFixture;
let office: Office;
let send: Send;
let workers: readonly string[];
let today: LocalDate;

const scheduleId = () => engine.ports.ids.payoutSchedule(office.payerId, 'BENEFIT');
const stream = (id: string) => engine.ports.store.loadStream(id);
/** By the office's clock 10:00 is 02:00 in Greenwich. */
const clock = (day: LocalDate, time: string): string => `${day}T${time}.000Z`;
const lastOutcome = async () => (await stream(scheduleId())).at(-1)?.data;

const fire = (day: LocalDate): Promise<string> => {
  engine.setClock(clock(day, '02:00:01'));
  return engine.activities.runScheduled({
    ...{ scheduleId: scheduleId(), triggerId: null, firedAt: clock(day, '02:00:00') },
  });
};

const owe = (place: number): Promise<string> =>
  owedTo({ engine, send, office }, workers[place] ?? '');

const membersOf = async (day: LocalDate) => {
  const runId = engine.ports.ids.payoutRun(office.payerId, clock(day, '02:00:00'));
  return allOf(await stream(runId), 'RunMemberAdded').map(({ payableId }) => payableId);
};

const releaseRun = async (day: LocalDate): Promise<void> => {
  const runId = engine.ports.ids.payoutRun(office.payerId, clock(day, '02:00:00'));
  const sumIdr = lastOf(await stream(runId), 'RunAssembled')?.data.sumIdr ?? ('0' as RupiahText);
  const command = { type: 'ReleaseRun' as const, data: { sumIdr } };
  await must(send(envelope('payout_run', runId, { command, as: 'kepala-dewi' })));
};

const appoint = async (actorId: string, act: Act): Promise<void> => {
  const appointment = { actorId, act, area: '64.74', letter: 'SK 9', to: null };
  const command = {
    type: 'AppointRole' as const,
    data: { ...appointment, from: '2026-01-02' as LocalDate },
  };
  const target = engine.ports.ids.actor(actorId);
  await must(send(envelope('actor', target, { command, as: administrator.id })));
};

/** One person proposes an account, another confirms it. */
const correct = async (payableId: string, account: string, proposer: string): Promise<void> => {
  const { ports } = engine;
  const { payee } = lastOf(await stream(payableId), 'PayableCreated')?.data ?? {};
  const paper = new TextEncoder().encode(`buku ${payableId} ${account}`);
  const { sha256: evidenceSha256 } = await ports.documents.put(paper);
  const sealed = await ports.keys.seal({
    ...{ subject: payee?.account.subject ?? '', field: 'payee.account', value: account },
    commandId: uuid(),
  });
  const accountIndex = Buffer.from(ports.keys.keyedHash('account', `${BIC}|${account}`)).toString(
    'hex',
  );
  const say = (as: string, command: CommandsByCategory['payable']) =>
    must(send(envelope('payable', payableId, { command, as })));
  const reason = 'rekening lama ditutup';
  await say(proposer, {
    type: 'ProposePayeeCorrection',
    data: { account: sealed, accountIndex, bic: BIC, evidenceSha256, reason },
  });
  await say('dinas-rahma', { type: 'ConfirmPayeeCorrection', data: { accountIndex, bic: BIC } });
};

beforeAll(async () => {
  const known: { ports?: EngineFixture['ports'] } = {};
  engine = await openEngineFixture({
    async duePayables() {
      const events = (await known.ports?.store.readAfter('0' as never, 5_000)) ?? [];
      return allOf(events, 'PayableCreated').map(({ payableId }) => payableId);
    },
  });
  known.ports = engine.ports;
  send = createRecordDecision(engine.ports);
  office = await foundOffice(send, engine.ports);
  workers = await enrol({ engine, send, office }, WORKERS);
  await appoint('dinas-rahma', 'hold-payment');
  await appoint('keuangan-citra', 'check-claim');
  today = addDays(officeDay(new Date().toISOString()), 2);
  engine.setClock(clock(addDays(today, -1), '03:00:00'));
  const { programmeId, payerId } = office;
  const calendar = { daysOfMonth: [], weekdays: [1, 2, 3, 4, 5, 6, 7], time: '10:00' };
  const command = {
    type: 'SetPayoutSchedule' as const,
    data: {
      ...{ scheduleId: scheduleId(), programmeId, payerId, flow: 'BENEFIT' as const },
      calendar: { ...calendar, nonWorkingDays: 'RUN' as const },
      cutOffHours: CUT_OFF_HOURS,
    },
  };
  await must(send(envelope('payout_schedule', scheduleId(), { command, as: 'keuangan-citra' })));
}, 60_000);
afterAll(() => engine?.close());

test('an account corrected a minute ago waits for the cut-off like everything else', async () => {
  const payableId = await owe(0);
  engine.setClock(clock(today, '01:59:00'));
  await correct(payableId, '1240099887766', 'verifikator-ani');
  expect(await fire(today)).toBe('ScheduledRunEmpty');
  expect(await lastOutcome()).toMatchObject({ left: 1 });
  today = addDays(today, 1);
  expect(await fire(today)).toBe('ScheduledRunAssembled');
  expect(await membersOf(today)).toEqual([payableId]);
  await releaseRun(today);
});

test('who decided on one payment, or a bad account, keeps only that one out, by name', async () => {
  const [good, theirs, bad, other] = [await owe(1), await owe(2), await owe(3), await owe(4)];
  // Who sets the run said where this money goes.
  await correct(theirs, '1240011112222', 'keuangan-citra');
  await correct(bad, 'REK/1240', 'verifikator-ani');
  today = addDays(today, 1);
  expect(await fire(today)).toBe('ScheduledRunAssembled');
  expect([...(await membersOf(today))].sort()).toEqual([good, other].sort());
  expect(await lastOutcome()).toMatchObject({
    ...{ count: 2, left: 0 },
    leftOut: {
      count: 2,
      named: [
        { payableId: theirs, code: 'DeciderCannotAssemble' },
        { payableId: bad, code: 'PaymentNotRenderable' },
      ],
    },
  });
  await releaseRun(today);
});

test('where nothing else is due the run is refused, and still names them', async () => {
  today = addDays(today, 1);
  expect(await fire(today)).toBe('ScheduledRunRefused');
  expect(await lastOutcome()).toMatchObject({
    ...{ code: 'DeciderCannotAssemble', leftOut: { count: 2 } },
  });
});
