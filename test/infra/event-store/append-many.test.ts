// What a batch promises: one transaction, all or nothing, what was answered before is skipped.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APPEND_MANY, appendManyValues } from '../../../infra/event-store/append-statement.ts';
import type { AppendRequest } from '../../../infra/event-store/event-store.ts';
import {
  appendRaw,
  eventOf,
  everyTable,
  openStoreFixture,
  requestOf,
  type StoreFixture,
} from './store-fixture.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await openStoreFixture();
});
afterAll(() => fixture.close());

const batchOf = (size: number): AppendRequest[] => Array.from({ length: size }, () => requestOf());

const untouchedBy = async (work: () => Promise<unknown>): Promise<void> => {
  const before = await everyTable(fixture.owner);
  await work();
  expect(await everyTable(fixture.owner)).toEqual(before);
};

test('a batch of 1,000 streams is recorded in the order of its requests', async () => {
  const { store } = fixture;
  const batch = batchOf(1_000).map((request, index) => ({
    ...request,
    events: Array.from({ length: (index % 3) + 1 }, (_, n) => eventOf({ index, n })),
  }));
  const after = await store.safePosition();
  const result = await store.appendMany(batch);
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  expect(result.results.map(({ version }) => version)).toEqual(batch.map((r) => r.events.length));
  const events = await store.readAfter(after, 5_000);
  const expected = batch.flatMap(({ streamId, events: given }) =>
    given.map(({ data }, index) => ({ streamId, data, version: index + 1 })),
  );
  expect(events.map(({ streamId, data, version }) => ({ streamId, data, version }))).toEqual(
    expected,
  );
  const last = new Map(events.map((event) => [event.streamId, event.position]));
  expect(result.results.map(({ position }) => position)).toEqual(
    batch.map(({ streamId }) => last.get(streamId)),
  );
});

test('new, exact and any stand side by side, and flags come back', async () => {
  const { store } = fixture;
  const [exact, any] = [requestOf(), requestOf()];
  await store.append(exact);
  await store.append(any);
  await store.setWorkflowFlag(exact.streamId, true);
  const result = await store.appendMany([
    requestOf(),
    requestOf({ streamId: exact.streamId, expected: 1, events: [eventOf(), eventOf()] }),
    requestOf({ streamId: any.streamId, expected: 'any' }),
    requestOf({ expected: 'any' }),
  ]);
  expect(result).toMatchObject({
    status: 'ok',
    results: [
      { version: 1, hasWorkflow: false },
      { version: 3, hasWorkflow: true },
      { version: 2, hasWorkflow: false },
      { version: 1, hasWorkflow: false },
    ],
  });
  expect((await store.loadStream(exact.streamId)).map(({ version }) => version)).toEqual([1, 2, 3]);
});

test('a batch sent again is answered as before and adds nothing, flags as they are now', async () => {
  const { store } = fixture;
  const batch = batchOf(20);
  const first = await store.appendMany(batch);
  const carried = batch[3]?.streamId ?? '';
  await store.setWorkflowFlag(carried, true);
  await untouchedBy(async () => {
    const again = await store.appendMany(batch);
    if (first.status !== 'ok' || again.status !== 'ok') throw new Error('batch failed');
    const flags = again.results.map(({ hasWorkflow }) => hasWorkflow);
    expect(flags).toEqual(batch.map(({ streamId }) => streamId === carried));
    const withoutFlags = ({ version, position }: { version: number; position: string }) => ({
      version,
      position,
    });
    expect(again.results.map(withoutFlags)).toEqual(first.results.map(withoutFlags));
  });
  const mixed = await store.appendMany([...batch.slice(0, 5), ...batchOf(5)]);
  expect(mixed).toMatchObject({ status: 'ok' });
  expect(mixed.status === 'ok' && mixed.results).toHaveLength(10);
});

test('one obstacle stops the batch, is named, and leaves nothing', async () => {
  const { store } = fixture;
  const nik = { kind: 'nik', keyedHash: randomBytes(32) };
  const known = requestOf({ reservations: [nik] });
  await store.append(known);
  const obstacles: readonly [AppendRequest, object][] = [
    [requestOf({ streamId: known.streamId }), { status: 'conflict' }],
    [requestOf({ streamId: known.streamId, expected: 7 }), { status: 'conflict' }],
    [requestOf({ expected: 1 }), { status: 'conflict' }],
    [
      requestOf({ streamId: known.streamId, category: 'claim', expected: 1 }),
      { status: 'conflict' },
    ],
    [requestOf({ commandId: known.commandId }), { status: 'reused' }],
    [requestOf({ reservations: [nik] }), { status: 'taken', streamId: known.streamId }],
  ];
  for (const [obstacle, result] of obstacles) {
    const fresh = { kind: 'nik', keyedHash: randomBytes(32) };
    const batch = [requestOf({ reservations: [fresh] }), requestOf(), obstacle, requestOf()];
    await untouchedBy(async () => {
      expect(await store.appendMany(batch)).toEqual({ status: 'failed', index: 2, result });
    });
    expect(await store.findIdentity(fresh)).toBeUndefined();
  }
});

test('a batch that reserves one name twice takes neither', async () => {
  const nik = { kind: 'nik', keyedHash: randomBytes(32) };
  const batch = [requestOf({ reservations: [nik] }), requestOf({ reservations: [nik] })];
  await untouchedBy(async () => {
    const result = await fixture.store.appendMany(batch);
    expect(result).toMatchObject({ status: 'failed', result: { status: 'taken' } });
  });
});

test('1,001 streams, a stream twice, or a command twice are refused', async () => {
  const { store } = fixture;
  const request = requestOf();
  const malformed = { code: 'Store.RequestMalformed' };
  await expect(store.appendMany(batchOf(1_001))).rejects.toMatchObject(malformed);
  const sameStream = requestOf({ streamId: request.streamId });
  await expect(store.appendMany([request, sameStream])).rejects.toMatchObject(malformed);
  const sameCommand = requestOf({ commandId: request.commandId });
  await expect(store.appendMany([request, sameCommand])).rejects.toMatchObject(malformed);
  expect(await store.appendMany([])).toEqual({ status: 'ok', results: [] });
});

test('a batch takes one lock, however many streams it has', async () => {
  const client = await fixture.connectAsApp();
  await client.query('begin');
  const before = await client.query(
    `select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
  );
  const { rowCount } = await client.query(APPEND_MANY, appendManyValues(batchOf(500)));
  const locks = await client.query(
    `select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
  );
  await client.query('rollback');
  expect([before.rowCount, rowCount, locks.rowCount]).toEqual([0, 500, 1]);
});

test('a batch does not wait for ever for another writer, and can be tried again', async () => {
  const { store } = fixture;
  const first = requestOf();
  await store.append(first);
  const holder = await fixture.connectAsApp();
  await holder.query('begin');
  await appendRaw(holder, requestOf({ streamId: first.streamId, expected: 1 }));
  const batch = [requestOf(), requestOf({ streamId: first.streamId, expected: 1 })];
  await expect(store.appendMany(batch)).rejects.toMatchObject({
    code: 'Infra.StoreBusy',
    retryable: true,
  });
  await holder.query('rollback');
  expect(await store.appendMany(batch)).toMatchObject({ status: 'ok' });
});

test('the same batch sent by two writers at once is recorded once', async () => {
  const { store } = fixture;
  for (let round = 0; round < 15; round += 1) {
    const batch = batchOf(30).map((request, index) => ({
      ...request,
      expected: index % 2 === 0 ? ('none' as const) : ('any' as const),
      reservations: [{ kind: 'nik', keyedHash: randomBytes(32) }],
    }));
    const single = batch[round];
    const results = await Promise.all([
      store.appendMany(batch),
      store.appendMany(batch.toReversed()),
      ...(single === undefined ? [] : [store.append(single)]),
    ]);
    expect(results.map(({ status }) => status).filter((s) => s !== 'duplicate')).not.toContain(
      'failed',
    );
    const { rows } = await fixture.owner.query<{ events: string; commands: string }>(
      `select (select count(*) from es.events where stream_id = any ($1)) as events,
        (select count(*) from es.commands where stream_id = any ($1)) as commands`,
      [batch.map(({ streamId }) => streamId)],
    );
    expect(rows).toEqual([{ events: '30', commands: '30' }]);
  }
});

test('one command on two streams at once is recorded once, in batches too', async () => {
  const { store } = fixture;
  for (let round = 0; round < 15; round += 1) {
    const shared = requestOf();
    const twin = { ...shared, streamId: randomUUID() };
    const results = await Promise.all([
      store.appendMany([requestOf(), shared]),
      store.appendMany([twin, requestOf()]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['ok', 'ok']);
    const { rowCount } = await fixture.owner.query(
      'select from es.events where stream_id = any ($1)',
      [[shared.streamId, twin.streamId]],
    );
    expect(rowCount).toBe(1);
  }
});
