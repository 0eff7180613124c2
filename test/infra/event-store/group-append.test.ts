// What a group promises each of its callers: its own answer, whatever befalls the neighbours.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppendRequest } from '../../../infra/event-store/event-store.ts';
import { appendEachRaw, openOtherStore } from './group-fixture.ts';
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

const nameOf = () => ({ kind: 'nik', keyedHash: randomBytes(32) });

/** One request for every answer there is, between neighbours that meet nothing. */
const everyAnswer = async () => {
  const { store } = fixture;
  const nik = nameOf();
  const known = requestOf({ reservations: [nik] });
  const carried = requestOf();
  const first = await store.append(known);
  await store.append(carried);
  await store.setWorkflowFlag(carried.streamId, true);
  const position = first.status === 'ok' ? first.position : '';
  const ok = (version: number, hasWorkflow = false) =>
    ({ status: 'ok', version, hasWorkflow }) as const;
  const duplicate = {
    status: 'duplicate',
    streamId: known.streamId,
    version: 1,
    position,
  } as const;
  const cases: readonly [AppendRequest, object][] = [
    [requestOf({ events: [eventOf({ n: 1 }), eventOf({ n: 2 })] }), ok(2)],
    [{ ...known, streamId: randomUUID() }, duplicate],
    [requestOf({ reservations: [nameOf(), nameOf()] }), ok(1)],
    [requestOf({ reservations: [nameOf(), nik] }), { status: 'taken', streamId: known.streamId }],
    [requestOf({ streamId: carried.streamId, expected: 1 }), ok(2, true)],
    [requestOf({ streamId: known.streamId, expected: 7 }), { status: 'conflict' }],
    [requestOf({ expected: 3 }), { status: 'conflict' }],
    [requestOf({ expected: 'any' }), ok(1)],
  ];
  const reused = requestOf({ commandId: known.commandId, expected: 'any' });
  return { cases, known, reused, duplicate };
};

describe('in one group', () => {
  test('every answer stands beside every other', async () => {
    const client = await fixture.connectAsApp();
    const { cases, known, reused } = await everyAnswer();
    const rows = await appendEachRaw(
      client,
      cases.map(([request]) => request),
    );
    expect(rows.map(({ status }) => status)).toEqual([
      'ok',
      'duplicate',
      'ok',
      'taken',
      'ok',
      'conflict',
      'conflict',
      'ok',
    ]);
    expect(rows.map(({ version }) => version)).toEqual([2, 1, 1, null, 2, null, null, 1]);
    expect(rows[3]?.stream).toBe(known.streamId);
    expect(rows[4]?.has_workflow).toBe(true);
    const second = await appendEachRaw(client, [requestOf(), reused, requestOf()]);
    expect(second.map(({ status }) => status)).toEqual(['ok', 'reused', 'ok']);
    for (const [index, [request]] of cases.entries()) {
      if (rows[index]?.status !== 'ok') continue;
      const events = await fixture.store.loadStream(request.streamId);
      expect(events.at(-1)).toMatchObject({
        position: rows[index]?.position,
        version: rows[index]?.version,
        data: request.events.at(-1)?.data,
      });
      expect(await fixture.store.findCommand(request.commandId)).toMatchObject({
        position: rows[index]?.position,
        streamId: request.streamId,
      });
    }
  });

  test('the same comes out of concurrent appends', async () => {
    const { cases, reused } = await everyAnswer();
    const { store } = fixture;
    const results = await Promise.all(cases.map(([request]) => store.append(request)));
    expect(results).toEqual(cases.map(([, result]) => expect.objectContaining(result)));
    const second = await Promise.all([requestOf(), requestOf(), reused].map(store.append));
    expect(second.map(({ status }) => status)).toEqual(['ok', 'ok', 'reused']);
  });

  test('those that are not ok leave no trace', async () => {
    const client = await fixture.connectAsApp();
    const { cases, reused } = await everyAnswer();
    const refused = cases.filter(([, result]) => 'status' in result && result.status !== 'ok');
    const before = await everyTable(fixture.owner);
    const rows = await appendEachRaw(
      client,
      refused.map(([request]) => request),
    );
    expect(rows.map(({ status }) => status)).not.toContain('ok');
    await appendEachRaw(client, [reused]);
    expect(await everyTable(fixture.owner)).toEqual(before);
  });

  test('one that is refused, malformed or too large fails by itself', async () => {
    const { store } = fixture;
    const known = requestOf();
    await store.append(known);
    const before = await everyTable(fixture.owner);
    const odd = [
      requestOf({ streamId: known.streamId, category: 'claim', expected: 1 }),
      requestOf({ streamId: known.streamId, category: 'claim', expected: 'any' }),
      requestOf({ events: [eventOf({ note: 'Bu\u0000Siti' })] }),
      requestOf({ events: [eventOf({ pad: 'x'.repeat(70_000) })] }),
      requestOf({ commandId: 'x' }),
      requestOf({ events: [] }),
    ];
    const codes = [
      'Store.Refused',
      'Store.Refused',
      'Store.CharacterRefused',
      'Store.EventTooLarge',
      'Store.RequestMalformed',
      'Store.RequestMalformed',
    ];
    const results = await Promise.allSettled(
      odd.flatMap((request) => [store.append(request), store.append(requestOf())]),
    );
    const rejected = results.filter((_, index) => index % 2 === 0);
    expect(rejected).toEqual(
      codes.map((code) => ({ status: 'rejected', reason: expect.objectContaining({ code }) })),
    );
    const beside = results.filter((_, index) => index % 2 === 1);
    expect(beside.map(({ status }) => status)).toEqual(odd.map(() => 'fulfilled'));
    const after = await everyTable(fixture.owner);
    expect(after['events']).toMatch(
      new RegExp(`^${Number(before['events']?.split(':')[0]) + odd.length}:`),
    );
    expect(await store.loadStream(known.streamId)).toHaveLength(1);
  });

  test('appends to one stream keep the order in which they were asked for', async () => {
    const { store } = fixture;
    const streamId = randomUUID();
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, n) => [
        store.append(requestOf({ streamId, expected: n, events: [eventOf({ n })] })),
        store.append(requestOf()),
      ]).flat(),
    );
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['ok']));
    const events = await store.loadStream(streamId);
    expect(events.map(({ data }) => data)).toEqual(events.map((_, n) => ({ n })));
    expect(events).toHaveLength(60);
  });

  test('of two with one command or one name, the first that came has it', async () => {
    const { store } = fixture;
    for (let round = 0; round < 10; round += 1) {
      const nik = nameOf();
      const holder = requestOf({ reservations: [nik] });
      const twin = requestOf();
      const results = await Promise.all(
        [
          holder,
          requestOf({ reservations: [nik] }),
          twin,
          { ...twin, streamId: randomUUID(), expected: 'any' as const },
        ].map(store.append),
      );
      expect(results).toMatchObject([
        { status: 'ok' },
        { status: 'taken', streamId: holder.streamId },
        { status: 'ok' },
        { status: 'duplicate', streamId: twin.streamId },
      ]);
    }
  });
});

describe('a group', () => {
  const advisory = `select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`;

  test('takes one lock, also where it had to begin again', async () => {
    const client = await fixture.connectAsApp();
    const { cases } = await everyAnswer();
    await client.query('begin');
    await appendEachRaw(
      client,
      cases.map(([request]) => request),
    );
    const { rowCount } = await client.query(advisory);
    await client.query('rollback');
    expect(rowCount).toBe(1);
  });

  test('waits for the disk even where its connection would not', async () => {
    const client = await fixture.connectAsApp();
    await client.query('begin');
    await client.query(`set local synchronous_commit = off`);
    await appendEachRaw(client, [requestOf(), requestOf()]);
    const { rows } = await client.query<{ synchronous_commit: string }>('show synchronous_commit');
    await client.query('commit');
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
  });

  test('refuses by itself what no caller of ours sends', async () => {
    const client = await fixture.connectAsApp();
    const before = await everyTable(fixture.owner);
    const twice = requestOf();
    const refused = (requests: readonly AppendRequest[], code: string) =>
      expect(appendEachRaw(client, requests)).rejects.toMatchObject({ code });
    await refused(
      Array.from({ length: 65 }, () => requestOf()),
      '54000',
    );
    await refused([twice, requestOf({ streamId: twice.streamId })], '22000');
    await client.query('begin isolation level repeatable read');
    await client.query('select from es.commands');
    await fixture.store.append(twice);
    await refused([requestOf(), { ...twice, streamId: randomUUID() }], '40001');
    await client.query('rollback');
    await client.query(`select 1`);
    const after = await everyTable(fixture.owner);
    expect(after['commands']?.split(':')[0]).toBe(
      String(Number(before['commands']?.split(':')[0]) + 1),
    );
  });

  test('is not held up for long by another process that holds one of its streams', async () => {
    const { store } = fixture;
    const held = requestOf();
    await store.append(held);
    const holder = await fixture.connectAsApp();
    await holder.query('begin');
    await appendRaw(holder, requestOf({ streamId: held.streamId, expected: 1 }));
    const late = requestOf({ streamId: held.streamId, expected: 1 });
    let hasEnded = false;
    const neighbours = Array.from({ length: 10 }, () => store.append(requestOf()));
    const blocked = store.append(late);
    neighbours.push(...Array.from({ length: 10 }, () => store.append(requestOf())));
    const stopped = expect(blocked)
      .rejects.toMatchObject({ code: 'Infra.StoreBusy', retryable: true })
      .finally(() => {
        hasEnded = true;
      });
    const results = await Promise.all(neighbours);
    // They were answered while it still waited for the holder.
    expect(hasEnded).toBe(false);
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['ok']));
    await stopped;
    await holder.query('rollback');
    expect(await store.append(late)).toMatchObject({ status: 'ok', version: 2 });
  });

  test('whose store is being closed is answered first', async () => {
    const other = openOtherStore(fixture.appUrl);
    const requests = Array.from({ length: 200 }, () => requestOf());
    const answers = Promise.all(requests.map(other.append));
    await other.close();
    expect(new Set((await answers).map(({ status }) => status))).toEqual(new Set(['ok']));
  });
});
