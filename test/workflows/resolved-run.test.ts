// A person ends a payment whose answer was lost: the run that was closed with it follows, on real servers.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { administrator } from '../../apps/demo/cast.ts';
import { reviveWorkflows } from '../../apps/gateway/repair-workflows.ts';
import type { CommandEnvelope, CommandsByCategory } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import { factsChanged } from '../../workflows/messages.ts';
import { enrol, owedTo } from '../activities/approved-claims.ts';
import { envelope, foundOffice, must, type Office } from '../activities/office-story.ts';
import './quiet-temporal.ts';
import { type RunningEngine, startEngine } from './engine-on-temporal.ts';

let engine: RunningEngine;
let office: Office;
let payableIds: readonly string[];
const runId = randomUUID();

const send = (wish: CommandEnvelope) => engine.gateway.send(wish);
const stream = (id: string) => engine.ports.store.loadStream(id);

const until = async <T>(look: () => Promise<T>, fits: (seen: T) => boolean): Promise<T> => {
  const limit = Date.now() + 90_000;
  for (;;) {
    const seen = await look();
    if (fits(seen)) return seen;
    if (Date.now() > limit) throw new Error(`never came true: ${JSON.stringify(seen)}`);
    await sleep(50);
  }
};

const figures = async () => {
  const said = allOf(await stream(runId), 'RunReconciled').at(-1);
  return said && { settled: said.settled, returned: said.returned, unknown: said.unknown };
};

const runWish = (as: string, command: CommandsByCategory['payout_run']) =>
  send(envelope('payout_run', runId, { command, as }));

const resolve = (payableId: string, endToEndId: string | null) =>
  must(
    send(
      envelope('payable', payableId, {
        as: 'dinas-rahma',
        command: {
          type: 'ResolvePayment',
          data: { outcome: endToEndId === null ? 'NOT_PAID' : 'PAID', endToEndId, reason: 'surat' },
        },
      }),
    ),
  );

const closed = () =>
  until(
    async () =>
      (await engine.place.client.workflow.getHandle(`payout-run/${runId}`).describe()).status.name,
    (status) => status === 'COMPLETED',
  );

beforeAll(async () => {
  engine = await startEngine();
  office = await foundOffice(send, engine.ports);
  const workers = await enrol({ engine, send, office }, 2);
  const owed = [];
  for (const worker of workers) owed.push(await owedTo({ engine, send, office }, worker));
  payableIds = owed;
  const appointment = {
    ...{ actorId: 'dinas-rahma', act: 'hold-payment' as const, area: '64.74', letter: 'SK 9' },
    ...{ from: '2026-01-02' as never, to: null },
  };
  const command = { type: 'AppointRole' as const, data: appointment };
  const target = engine.ports.ids.actor('dinas-rahma');
  await must(send(envelope('actor', target, { command, as: administrator.id })));
}, 90_000);
afterAll(() => engine?.stop());

test('a run whose answers were lost closes with what is unknown', async () => {
  const members = payableIds.map((payableId) => ({
    ...{ payableId, claimId: '', amountIdr: '1' as RupiahText, mode: 'DISBURSES' as const },
    ...{ payerId: office.payerId, decidedBy: [] },
  }));
  const purse = { payerId: office.payerId, flow: 'BENEFIT', mode: 'DISBURSES' } as const;
  const data = { runId, ...purse, members, membersSha256: '' };
  await must(runWish('keuangan-citra', { type: 'AssembleRun', data }));
  const sumIdr = '84000000' as RupiahText;
  await must(runWish('kepala-dewi', { type: 'ReleaseRun', data: { sumIdr } }));
  for (const id of payableIds)
    await until(
      () => stream(id),
      (history) => lastOf(history, 'PaymentSent') !== null,
    );
  await engine.activities.recordUnknown(runId);
  const handle = engine.place.client.workflow.getHandle(`payout-run/${runId}`);
  await handle.signal(factsChanged, { streamId: runId, version: null });
  await closed();
  expect(await figures()).toEqual({ settled: 0, returned: 0, unknown: 2 });
}, 60_000);

test('the word of a person moves the figures of the closed run', async () => {
  const [paid = '', unpaid = ''] = payableIds;
  await resolve(paid, engine.ports.ids.endToEnd(paid, 1));
  await until(figures, (now) => now?.settled === 1 && now.unknown === 1);
  await resolve(unpaid, null);
  await until(figures, (now) => now?.returned === 1);
  expect(await figures()).toEqual({ settled: 1, returned: 1, unknown: 0 });
  await closed();
}, 60_000);

test('a run that has said so already is not opened again by a repair', async () => {
  const lived = async () =>
    (await engine.place.client.workflow.getHandle(`payout-run/${runId}`).describe()).runId;
  const before = await lived();
  await reviveWorkflows(engine.place, engine.ports.store, () => undefined);
  expect(await lived()).toBe(before);
});
