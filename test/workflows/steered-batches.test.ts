// Batches under a person's hand on real servers: paused, resumed, cancelled, lost, and nothing lost.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { reviveWorkflows } from '../../apps/gateway/repair-workflows.ts';
import type { Answer, CommandEnvelope } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { enrol } from '../activities/approved-claims.ts';
import {
  COVER_FROM,
  envelope,
  foundOffice,
  KELURAHAN,
  must,
  type Office,
  receiveRoster,
  rosterCsv,
} from '../activities/office-story.ts';
import './quiet-temporal.ts';
import { type RunningEngine, startEngine } from './engine-on-temporal.ts';

const WORKERS = 12;

let engine: RunningEngine;
let office: Office;
let cardIds: readonly string[];
let workers: readonly string[];

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

const statusOf = async (workflowId: string): Promise<string> => {
  try {
    return (await engine.place.client.workflow.getHandle(workflowId).describe()).status.name;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'UNKNOWN';
    throw error;
  }
};

const steer = (kind: 'roster' | 'cards', id: string, act: 'pause' | 'resume' | 'cancel') => {
  const actorId = kind === 'roster' ? 'dinas-rahma' : 'kelurahan-eko';
  const reason = 'server dirawat';
  return engine.gateway.controlBatch({ kind, id, act, actorId, reason, commandId: randomUUID() });
};

const ended = (workflowId: string) =>
  until(
    () => statusOf(workflowId),
    (status) => status === 'COMPLETED',
  );

/** A list of the given cards; the text makes each list another file. */
const listOf = async (cards: readonly string[], text: string): Promise<string> => {
  const bytes = new TextEncoder().encode(
    `KARTU,CATATAN\n${cards.map((id) => `${id},${text}`).join('\n')}\n`,
  );
  return (await engine.ports.documents.put(bytes)).sha256;
};

const handOver = async (fileSha256: string): Promise<string> => {
  const request = { fileSha256, place: KELURAHAN, actorId: 'kelurahan-eko' };
  const begun = await engine.gateway.handOverCards({ ...request, correlationId: randomUUID() });
  if (begun.status === 'refused') throw new Error(begun.code);
  return begun.batchId;
};

const handedOver = async (): Promise<number> => {
  const histories = await engine.ports.store.loadStreams(workers);
  return [...histories.values()].flatMap((history) => allOf(history, 'CardHandedOver')).length;
};

/** Chunks that may still begin; at none left the next one waits until it is let go. */
const gate = { left: Number.POSITIVE_INFINITY, isHeld: false };

const atGate = async (): Promise<void> => {
  gate.left -= 1;
  for (gate.isHeld = gate.left < 0; gate.left < 0; ) await sleep(20);
  gate.isHeld = false;
};
const close = (left: number): void => {
  gate.left = left;
};
const open = (): void => close(Number.POSITIVE_INFINITY);
const held = () =>
  until(
    async () => gate.isHeld,
    (isHeld) => isHeld,
  );

/** The chunk at the gate is let through while the person's wish waits for its end. */
const steerInTheMiddle = async (...of: Parameters<typeof steer>): Promise<Answer> => {
  await held();
  const wish = steer(...of);
  await sleep(500);
  close(1);
  return must(wish);
};

beforeAll(async () => {
  engine = await startEngine({
    between: (real) => ({
      ...real,
      async runRosterChunk(chunk) {
        await atGate();
        return real.runRosterChunk(chunk);
      },
      async runHandOverChunk(...of) {
        await atGate();
        return real.runHandOverChunk(...of);
      },
    }),
  });
  office = await foundOffice(send, engine.ports);
  workers = await enrol({ engine, send, office }, WORKERS);
  cardIds = workers.map((workerId) => engine.ports.ids.card(workerId, 1));
}, 90_000);
afterAll(async () => {
  open();
  await engine?.stop();
});

/** Chunks hold 1,000 rows: the real cards lie among others that are nobody's. */
const longList = (text: string): Promise<string> =>
  listOf(
    Array.from({ length: 1_200 }, (_, at) =>
      at % 100 === 0 ? (cardIds[at / 100] ?? '') : streamIds.derived(text, String(at)),
    ),
    text,
  );

test('a hand-over paused in the middle goes on where it stood, as if it had never been paused', async () => {
  close(0);
  const id = await handOver(await longList('a'));
  await steerInTheMiddle('cards', id, 'pause');
  const paused = lastOf(await stream(id), 'HandOverPaused');
  expect(paused?.data).toMatchObject({
    ...{ step: 'HAND_OVER', done: 10, skipped: 990, left: 200, reason: 'server dirawat' },
  });
  expect(paused?.stored.meta.actor).toMatchObject({ id: 'kelurahan-eko', act: 'hand-over-card' });
  await until(
    () => engine.gateway.batchProgress('cards', id),
    (seen) => seen?.state === 'PAUSED',
  );
  open();
  await sleep(300);
  expect(await handedOver()).toBe(10);
  await must(steer('cards', id, 'resume'));
  await ended(`cards/${id}`);
  expect(lastOf(await stream(id), 'HandOverCompleted')?.data).toMatchObject({
    ...{ done: WORKERS, skipped: 1_200 - WORKERS },
  });
  expect(await handedOver()).toBe(WORKERS);
}, 60_000);

test('a batch that Temporal lost is rebuilt from the log alone, its list included', async () => {
  close(0);
  const fileSha256 = await longList('b');
  const id = await handOver(fileSha256);
  await held();
  await engine.place.client.workflow.getHandle(`cards/${id}`).terminate('lost');
  await sleep(1_000);
  open();
  expect(lastOf(await stream(id), 'HandOverCompleted')).toBeNull();
  const { started } = await reviveWorkflows(engine.place, engine.ports.store, () => undefined);
  expect(started).toBeGreaterThanOrEqual(1);
  await ended(`cards/${id}`);
  expect(lastOf(await stream(id), 'HandOverCompleted')?.data).toMatchObject({ done: WORKERS });
  expect(await handedOver()).toBe(WORKERS);
}, 60_000);

test('a cancelled hand-over keeps what it noted, names the rest, and comes back with its list', async () => {
  close(0);
  const fileSha256 = await longList('c');
  const id = await handOver(fileSha256);
  await steerInTheMiddle('cards', id, 'cancel');
  await ended(`cards/${id}`);
  open();
  const { done, skipped, left } = lastOf(await stream(id), 'HandOverCancelled')?.data ?? {};
  expect([done, skipped, left]).toEqual([10, 990, 200]);
  const from = (done ?? 0) + (skipped ?? 0);
  const rest = await engine.gateway.batchRest('cards', id, { step: 'HAND_OVER', from });
  expect([rest.items.length, rest.items[0]]).toEqual([200, cardIds[10]]);
  expect(await steer('cards', id, 'resume')).toMatchObject({ code: 'BatchIsCancelled' });
  expect(await handOver(fileSha256)).toBe(id);
  await until(
    async () => lastOf(await stream(id), 'HandOverCompleted'),
    (completed) => completed !== null,
  );
  expect(allOf(await stream(id), 'HandOverReopened')).toHaveLength(1);
}, 60_000);

test('a roster paused and cancelled in the middle nominates everybody once when it comes back', async () => {
  const trancheId = randomUUID();
  const tranche = {
    type: 'OpenTranche' as const,
    data: {
      ...{ trancheId, programmeId: office.programmeId, name: 'Gelombang II', quota: 2_000 },
      ...{ coverFrom: COVER_FROM, monthlyContributionIdr: '16800' as RupiahText },
    },
  };
  await must(send(envelope('tranche', trancheId, { command: tranche, as: 'dinas-rahma' })));
  const list = rosterCsv(1_040, 'second');
  close(0);
  const received = await receiveRoster(engine.ports, { ...office, trancheId }, list);
  const id = received.streamId;
  await must(engine.gateway.startRoster(received));
  await steerInTheMiddle('roster', id, 'pause');
  expect(lastOf(await stream(id), 'RosterPaused')?.data).toMatchObject({
    ...{ step: 'NOMINATION', done: 1_000, left: 40 },
  });
  await must(steer('roster', id, 'cancel'));
  await ended(`roster/${id}`);
  open();
  await must(send(await receiveRoster(engine.ports, { ...office, trancheId }, list)));
  await until(
    async () => lastOf(await stream(id), 'RosterStepCompleted')?.data,
    (step) => step !== undefined,
  );
  expect(lastOf(await stream(id), 'RosterStepCompleted')?.data).toMatchObject({
    ...{ step: 'NOMINATION', done: 1_040, skipped: 0 },
  });
  const log = await engine.ports.store.readAfter('0' as never, 20_000);
  const nominated = allOf(log, 'WorkerNominated').filter(({ rosterId }) => rosterId === id);
  expect(new Set(nominated.map(({ rosterRow }) => rosterRow)).size).toBe(1_040);
  expect(nominated).toHaveLength(1_040);
}, 90_000);
