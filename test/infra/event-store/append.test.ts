// What an append promises, on real PostgreSQL: every answer, and that all but `ok` leave no trace.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventId } from '../../../infra/event-store/codec.ts';
import { contentHash } from '../../../infra/event-store/content-hash.ts';
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

const untouchedBy = async (work: () => Promise<unknown>): Promise<void> => {
  const before = await everyTable(fixture.owner);
  await work();
  expect(await everyTable(fixture.owner)).toEqual(before);
};

const reservationOf = () => ({ kind: 'nik', keyedHash: randomBytes(32) });

describe('an append', () => {
  test('records its events in order, under ids that follow from the command', async () => {
    const { store } = fixture;
    const request = requestOf({ events: [eventOf({ n: 1 }), eventOf({ n: 2 })] });
    const result = await store.append(request);
    expect(result).toMatchObject({ status: 'ok', version: 2, hasWorkflow: false });
    const events = await store.loadStream(request.streamId);
    expect(events.map(({ version, data, eventId: id }) => ({ version, data, id }))).toEqual([
      { version: 1, data: { n: 1 }, id: eventId(request.commandId, 0) },
      { version: 2, data: { n: 2 }, id: eventId(request.commandId, 1) },
    ]);
    expect(events[1]).toMatchObject({
      position: result.status === 'ok' ? result.position : '',
      category: 'worker',
      type: 'WorkerNominated',
      schemaVersion: 1,
      meta: request.events[1]?.meta,
      effectiveAt: '2026-03-01T02:03:04.567Z',
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
  });

  test('of the same command is answered for ever as it was recorded, also after a reload', async () => {
    const { store } = fixture;
    const request = requestOf();
    const first = await store.append(request);
    const next = requestOf({ streamId: request.streamId, expected: 1 });
    await store.append(next);
    const { streamId } = request;
    const position = first.status === 'ok' ? first.position : '';
    const recorded = { status: 'duplicate', streamId, version: 1, position };
    await untouchedBy(async () => {
      expect(await store.append(request)).toEqual(recorded);
      expect(await store.append({ ...request, expected: 2 })).toEqual(recorded);
      expect(await store.append({ ...request, expected: 'any' })).toEqual(recorded);
      expect(await store.append({ ...request, streamId: randomUUID() })).toEqual(recorded);
    });
    expect(await store.findCommand(request.commandId)).toEqual({
      contentHash: Buffer.from(request.contentHash),
      streamId,
      version: 1,
      position,
    });
  });

  test('with a known command id and other content is refused', async () => {
    const { store } = fixture;
    const request = requestOf();
    await store.append(request);
    const other = { ...request, contentHash: contentHash({ other: 'content' }) };
    await untouchedBy(async () => {
      expect(await store.append(other)).toEqual({ status: 'reused' });
      expect(await store.append({ ...other, expected: 1 })).toEqual({ status: 'reused' });
      expect(await store.append({ ...other, expected: 'any' })).toEqual({ status: 'reused' });
    });
  });

  test('holds the expected version: none, exact, any', async () => {
    const { store } = fixture;
    const streamId = randomUUID();
    const at = (expected: AppendRequest['expected']) =>
      store.append(requestOf({ streamId, expected }));
    await untouchedBy(async () => {
      expect(await at(1)).toEqual({ status: 'conflict' });
    });
    expect(await at(0)).toMatchObject({ status: 'ok', version: 1 });
    await untouchedBy(async () => {
      expect(await at('none')).toEqual({ status: 'conflict' });
      expect(await at(0)).toEqual({ status: 'conflict' });
      expect(await at(2)).toEqual({ status: 'conflict' });
    });
    expect(await at(1)).toMatchObject({ status: 'ok', version: 2 });
    await untouchedBy(async () => {
      expect(await at(1)).toEqual({ status: 'conflict' });
    });
    expect(await at('any')).toMatchObject({ status: 'ok', version: 3 });
    expect(await store.append(requestOf({ expected: 'any' }))).toMatchObject({
      status: 'ok',
      version: 1,
    });
  });

  test('that reserves a name another stream holds is told who holds it', async () => {
    const { store } = fixture;
    const [nik, other] = [reservationOf(), reservationOf()];
    const holder = requestOf({ reservations: [nik] });
    expect(await store.append(holder)).toMatchObject({ status: 'ok' });
    expect(await store.findIdentity(nik)).toBe(holder.streamId);
    await untouchedBy(async () => {
      const late = requestOf({ reservations: [other, nik] });
      expect(await store.append(late)).toEqual({ status: 'taken', streamId: holder.streamId });
      expect(await store.append(holder)).toMatchObject({ status: 'duplicate' });
    });
    expect(await store.findIdentity(other)).toBeUndefined();
    const again = requestOf({ streamId: holder.streamId, expected: 1, reservations: [nik] });
    expect(await store.append(again)).toMatchObject({ status: 'ok', version: 2 });
  });

  test('to a stream of another category is refused and leaves nothing', async () => {
    const request = requestOf();
    await fixture.store.append(request);
    await untouchedBy(async () => {
      const wrong = requestOf({ streamId: request.streamId, category: 'claim', expected: 1 });
      await expect(fixture.store.append(wrong)).rejects.toMatchObject({ code: 'Store.Refused' });
    });
  });

  test('returns whether a workflow carries the stream', async () => {
    const { store } = fixture;
    const request = requestOf();
    await store.append(request);
    await store.setWorkflowFlag(request.streamId, true);
    const next = requestOf({ streamId: request.streamId, expected: 1 });
    expect(await store.append(next)).toMatchObject({ status: 'ok', hasWorkflow: true });
  });

  test('waits for the disk even where its connection would not', async () => {
    const client = await fixture.connectAsApp();
    await client.query('begin');
    await client.query(`set local synchronous_commit = off`);
    await appendRaw(client, requestOf());
    const { rows } = await client.query<{ synchronous_commit: string }>('show synchronous_commit');
    await client.query('commit');
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
  });
});

describe('what cannot be stored is refused before it reaches a neighbour', () => {
  const padded = (bytes: number) => eventOf({ pad: 'x'.repeat(bytes) });

  test('an event of 64 kB is stored, one byte more is not', async () => {
    const { store, owner } = fixture;
    const empty = requestOf({ events: [padded(0)] });
    await store.append(empty);
    const { rows } = await owner.query<{ bytes: number }>(
      'select octet_length(canonical) as bytes from es.events where stream_id = $1',
      [empty.streamId],
    );
    const room = 65_536 - (rows[0]?.bytes ?? 0);
    expect(await store.append(requestOf({ events: [padded(room)] }))).toMatchObject({
      status: 'ok',
    });
    await untouchedBy(async () => {
      const tooLarge = requestOf({ events: [eventOf(), padded(room + 1)] });
      const refused = { code: 'Store.EventTooLarge', retryable: false };
      await expect(store.append(tooLarge)).rejects.toMatchObject(refused);
      await expect(store.appendMany([requestOf(), tooLarge])).rejects.toMatchObject(refused);
    });
  });

  test('the database refuses a large event by itself', async () => {
    const client = await fixture.connectAsApp();
    await untouchedBy(async () => {
      const canonical = Buffer.alloc(65_537, 0x20);
      const values = [randomUUID(), randomBytes(32), randomUUID(), 'worker', -1, [canonical]];
      await expect(
        client.query('select es.append($1, $2, $3, $4, $5, $6)', values),
      ).rejects.toMatchObject({ code: '54000' });
      await expect(
        client.query(
          `select es.append_many(array[$1::uuid], array[$2::bytea], array[$3::uuid], array[$4],
             array[$5::int], array[1], array[1], array[0], $6, '{}', '{}', '{}')`,
          values,
        ),
      ).rejects.toMatchObject({ code: '54000' });
    });
  });

  test.each([
    ['NUL', 'Bu\u0000Siti'],
    ['NUL after a backslash', 'a\\\u0000'],
    ['a lone surrogate', 'a\ud800b'],
  ])('%s', async (_, note) => {
    const { store } = fixture;
    await untouchedBy(async () => {
      const bad = requestOf({ events: [eventOf({ note })] });
      const refused = { code: 'Store.CharacterRefused', retryable: false };
      await expect(store.append(bad)).rejects.toMatchObject(refused);
      await expect(store.appendMany([requestOf(), bad])).rejects.toMatchObject(refused);
      const key = requestOf({ events: [eventOf({ [note]: 1 })] });
      await expect(store.append(key)).rejects.toMatchObject(refused);
    });
  });

  test('a backslash before "u0000" is only text, and comes back as it was', async () => {
    const note = 'a\\u0000 \\\\u0000 \u{1F33E} é "quoted"\n';
    const request = requestOf({ events: [eventOf({ note })] });
    await fixture.store.append(request);
    const [event] = await fixture.store.loadStream(request.streamId);
    expect(event?.data).toEqual({ note });
  });

  test('malformed ids, instants and empty commands', async () => {
    const { store } = fixture;
    const malformed = { code: 'Store.RequestMalformed' };
    await untouchedBy(async () => {
      await expect(store.append(requestOf({ commandId: 'x' }))).rejects.toMatchObject(malformed);
      await expect(store.append(requestOf({ streamId: 'x' }))).rejects.toMatchObject(malformed);
      await expect(store.append(requestOf({ events: [] }))).rejects.toMatchObject(malformed);
      const undated = { ...eventOf(), effectiveAt: 'yesterday' };
      await expect(store.append(requestOf({ events: [undated] }))).rejects.toMatchObject({
        code: 'Store.InstantRefused',
      });
    });
  });
});

describe('two writers', () => {
  const rounds = Array.from({ length: 40 }, (_, round) => round);

  test('at the same version: one is recorded, the other told of the conflict', async () => {
    const { store } = fixture;
    const streamId = randomUUID();
    await store.append(requestOf({ streamId }));
    for (const round of rounds) {
      const both = [1, 2].map(() => store.append(requestOf({ streamId, expected: round + 1 })));
      const statuses = (await Promise.all(both)).map(({ status }) => status);
      expect(statuses.toSorted()).toEqual(['conflict', 'ok']);
    }
    expect(await store.loadStream(streamId)).toHaveLength(rounds.length + 1);
  });

  test('with the same command, on one stream or two: recorded once, answered twice', async () => {
    const { store } = fixture;
    for (const round of rounds) {
      const expected = round % 3 === 0 ? 'any' : 'none';
      const request = requestOf({ expected });
      const twin = round % 2 === 0 ? request : { ...request, streamId: randomUUID() };
      const results = await Promise.all([store.append(request), store.append(twin)]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['duplicate', 'ok']);
      const streams = await Promise.all(
        [...new Set([request.streamId, twin.streamId])].map((id) => store.loadStream(id)),
      );
      expect(streams.flat()).toHaveLength(1);
    }
  });

  test('reserving the same names in opposite order: one holds both, the other none', async () => {
    const { store } = fixture;
    for (const _ of rounds) {
      const names = [reservationOf(), reservationOf()];
      const results = await Promise.all([
        store.append(requestOf({ reservations: names })),
        store.append(requestOf({ reservations: names.toReversed() })),
      ]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['ok', 'taken']);
    }
  });
});
