// What the safe read promises in each corner where a simpler one breaks.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { APPEND, appendValues } from '../../../infra/event-store/append-statement.ts';
import type { Position } from '../../../infra/event-store/event-store.ts';
import { createTestDatabase } from '../../support/postgres.ts';
import { appendRaw, openStoreFixture, requestOf, type StoreFixture } from './store-fixture.ts';

let fixture: StoreFixture;
/** The safe position before a test: what it writes is counted from here. */
let start: Position;
beforeAll(async () => {
  fixture = await openStoreFixture();
});
beforeEach(async () => {
  start = await fixture.store.safePosition();
});
afterAll(() => fixture.close());

const fromStart = (position: string): number => Number(BigInt(position) - BigInt(start));
const safe = async (): Promise<number> => fromStart(await fixture.store.safePosition());
const positionsRead = async (): Promise<readonly number[]> =>
  (await fixture.store.readAfter(start, 1_000)).map(({ position }) => fromStart(position));

// First in the file: only a database without any event has a fresh sequence.
test('on a fresh sequence position 1 is not safe before it exists', async () => {
  const { store } = fixture;
  expect(await store.safePosition()).toBe('0');
  const slow = await fixture.connectAsApp();
  await slow.query('begin');
  await appendRaw(slow, requestOf());
  await store.append(requestOf());
  expect(await store.safePosition()).toBe('0');
  expect(await positionsRead()).toEqual([]);
  await slow.query('commit');
  expect(await positionsRead()).toEqual([1, 2]);
});

test('an open append holds back what was committed after it, and nothing is skipped', async () => {
  const { store } = fixture;
  await store.append(requestOf());
  const slow = await fixture.connectAsApp();
  await slow.query('begin');
  await appendRaw(slow, requestOf());
  await store.append(requestOf());
  expect(await positionsRead()).not.toContain(3);
  await slow.query('commit');
  expect(await positionsRead()).toEqual([1, 2, 3]);
  expect(await safe()).toBe(3);
});

test('a rollback leaves a gap and releases the mark', async () => {
  const { store } = fixture;
  const client = await fixture.connectAsApp();
  await client.query('begin');
  await appendRaw(client, requestOf());
  await client.query('rollback');
  await store.append(requestOf());
  expect(await positionsRead()).toEqual([2]);
});

test('an append after ROLLBACK TO SAVEPOINT is locked again', async () => {
  const { store } = fixture;
  const client = await fixture.connectAsApp();
  await client.query('begin');
  await client.query('savepoint a');
  await appendRaw(client, requestOf());
  await client.query('rollback to savepoint a');
  await store.append(requestOf()); // 2
  await appendRaw(client, requestOf()); // 3, still open
  await store.append(requestOf()); // 4
  expect(await positionsRead()).not.toContain(4);
  await client.query('commit');
  expect(await positionsRead()).toEqual([2, 3, 4]);
});

test('a refused append inside a transaction does not end it', async () => {
  const { store } = fixture;
  const known = requestOf();
  await store.append(known);
  const client = await fixture.connectAsApp();
  await client.query('begin');
  expect(await appendRaw(client, requestOf({ streamId: known.streamId }))).toMatch(/^\(conflict/);
  expect(await appendRaw(client, known)).toMatch(/^\(duplicate/);
  expect(await appendRaw(client, requestOf())).toMatch(/^\(ok/);
  await client.query('commit');
  expect(await positionsRead()).toHaveLength(2);
});

test('a prepared transaction pins the mark until it is committed', async () => {
  const { store } = fixture;
  const name = randomUUID();
  const client = await fixture.connectAsApp();
  await client.query('begin');
  await appendRaw(client, requestOf());
  await client.query(`prepare transaction '${name}'`);
  await store.append(requestOf());
  expect(await positionsRead()).toEqual([]);
  await client.query(`commit prepared '${name}'`);
  expect(await positionsRead()).toEqual([1, 2]);
});

test('neither another database nor a one-key advisory lock pins the mark', async () => {
  const { store } = fixture;
  const neighbour = await createTestDatabase();
  const other = new pg.Client({ connectionString: neighbour.ownerUrl });
  await other.connect();
  await other.query('select pg_advisory_lock_shared(7301, 0)');
  const own = await fixture.connectAsApp();
  await own.query('select pg_advisory_lock_shared((7301::bigint << 32) | 0)');
  await store.append(requestOf());
  await store.append(requestOf());
  expect(await safe()).toBe(2);
  await other.end();
  await neighbour.drop();
});

test('an older snapshot is refused, for reading and for appending', async () => {
  const client = await fixture.connectAsApp();
  for (const level of ['repeatable read', 'serializable']) {
    await client.query(`begin isolation level ${level}`);
    await expect(client.query('select es.safe_position()')).rejects.toMatchObject({
      code: '25000',
    });
    await client.query('rollback');
    await client.query(`begin isolation level ${level}`);
    await expect(client.query('select * from es.read_after(0, 1)')).rejects.toMatchObject({
      code: '25000',
    });
    await client.query('rollback');
  }
  await client.query('begin isolation level repeatable read');
  await client.query('select 1 from es.commands');
  const request = requestOf();
  await fixture.store.append(request);
  const repeat = { ...request, streamId: randomUUID() };
  await expect(appendRaw(client, repeat)).rejects.toMatchObject({ code: '40001' });
  await client.query('rollback');
});

test('reading is bounded and goes on where it stopped', async () => {
  const { store } = fixture;
  await store.appendMany(Array.from({ length: 25 }, () => requestOf()));
  const read: number[] = [];
  for (let after = start; ; ) {
    const events = await store.readAfter(after, 10);
    const last = events.at(-1);
    if (last === undefined) break;
    expect(events.length).toBeLessThanOrEqual(10);
    read.push(...events.map(({ position }) => fromStart(position)));
    after = last.position;
  }
  expect(read).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});

test('an append left open by a dead program ends by itself after two seconds', async () => {
  const dead = await fixture.pools.hot.connect();
  dead.on('error', () => undefined);
  await dead.query('begin');
  await dead.query({ text: APPEND, values: appendValues(requestOf()) });
  await fixture.store.append(requestOf());
  expect(await positionsRead()).toEqual([]);
  const opened = performance.now();
  while ((await safe()) < 2 && performance.now() - opened < 6_000) await sleep(50);
  expect(await positionsRead()).toEqual([2]);
  expect(performance.now() - opened).toBeGreaterThan(1_000);
  dead.release(true);
});
