// Leaves follow one another without anyone noticing, and an epoch never repeats a position.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { maintainPartitions, startNewEpoch } from '../../../infra/database/migrate.ts';
import type { Position } from '../../../infra/event-store/event-store.ts';
import { appendRaw, openStoreFixture, requestOf, type StoreFixture } from './store-fixture.ts';

const LEAF = 10;
let fixture: StoreFixture;
beforeEach(async () => {
  fixture = await openStoreFixture({ leafPositions: LEAF });
});
afterEach(() => fixture.close());

const leaves = async (): Promise<readonly (readonly [string, string])[]> => {
  const { rows } = await fixture.owner.query<{ lower_bound: string; upper_bound: string }>(
    'select lower_bound, upper_bound from es.leaves order by lower_bound',
  );
  return rows.map((row) => [row.lower_bound, row.upper_bound]);
};

test('two leaves stand ahead from the start, and are kept ahead', async () => {
  expect(await leaves()).toEqual([
    ['1', '11'],
    ['11', '21'],
    ['21', '31'],
  ]);
  expect(await maintainPartitions(fixture.ownerUrl, LEAF)).toEqual({ made: 0, ahead: 2 });
  for (let n = 0; n < 11; n += 1) await fixture.store.append(requestOf());
  expect(await maintainPartitions(fixture.ownerUrl, LEAF)).toEqual({ made: 1, ahead: 2 });
  const client = await fixture.connectAsApp();
  const { rows } = await client.query('select es.leaves_ahead() as ahead');
  expect(rows).toEqual([{ ahead: 2 }]);
});

test('one stream across five leaves keeps each version once, in order', async () => {
  const { store } = fixture;
  const streamId = randomUUID();
  for (let n = 0; n < 45; n += 1) {
    const expected = n === 0 ? 'none' : n;
    expect(await store.append(requestOf({ streamId, expected }))).toMatchObject({ status: 'ok' });
    if (n % 8 === 0) await maintainPartitions(fixture.ownerUrl, LEAF);
  }
  const versions = (await store.loadStream(streamId)).map(({ version }) => version);
  expect(versions).toEqual(Array.from({ length: 45 }, (_, index) => index + 1));
  const { rows } = await fixture.owner.query<{ used: string }>(
    'select count(distinct tableoid) as used from es.events',
  );
  expect(rows).toEqual([{ used: '5' }]);
  expect(await store.readAfter('0' as Position, 100)).toHaveLength(45);
});

test('every leaf is unique by position and by stream and version', async () => {
  const { rows } = await fixture.owner.query<{ leaf: string; keys: string[] }>(
    `select l.name as leaf, array_agg(pg_get_constraintdef(c.oid) order by 1) as keys
     from es.leaves l join pg_constraint c on c.conrelid = l.leaf and c.contype = 'u'
     group by l.name`,
  );
  const keys = ['UNIQUE (stream_id, version)', 'UNIQUE ("position")'];
  expect(rows.map((row) => row.keys.toSorted())).toEqual(
    (await leaves()).map(() => keys.toSorted()),
  );
});

test('an append beyond the last leaf is refused, leaves nothing, and succeeds once it is made', async () => {
  const { store } = fixture;
  for (let n = 0; n < 30; n += 1) await store.append(requestOf());
  const request = requestOf();
  await expect(store.append(request)).rejects.toMatchObject({
    code: 'Infra.StoreOutOfRoom',
    retryable: true,
  });
  expect(await store.findCommand(request.commandId)).toBeUndefined();
  expect(await store.loadStream(request.streamId)).toEqual([]);
  await maintainPartitions(fixture.ownerUrl, LEAF);
  expect(await store.append(request)).toMatchObject({ status: 'ok', version: 1 });
});

test('a leaf is made while appends are open', async () => {
  const slow = await fixture.connectAsApp();
  await slow.query('begin');
  await appendRaw(slow, requestOf());
  for (let n = 0; n < 12; n += 1) await fixture.store.append(requestOf());
  expect(await maintainPartitions(fixture.ownerUrl, LEAF)).toEqual({ made: 1, ahead: 2 });
  await slow.query('commit');
});

test('a new epoch has another name and stands above everything published', async () => {
  const { store, ownerUrl } = fixture;
  await store.append(requestOf());
  const before = await store.epoch();
  const facts = { publishedPosition: '1234', reason: 'restored', leafPositions: LEAF };
  const epoch = await startNewEpoch(ownerUrl, facts);
  expect(epoch).not.toBe(before);
  expect(await store.epoch()).toBe(epoch);
  expect(await store.append(requestOf())).toMatchObject({ status: 'ok', position: '1235' });
  expect(await store.safePosition()).toBe('1235');
  const positions = (await store.readAfter('0' as Position, 10)).map(({ position }) => position);
  expect(positions).toEqual(['1', '1235']);
  expect(await leaves()).toContainEqual(['1231', '1241']);
  // A lower published position never lowers the sequence.
  await startNewEpoch(ownerUrl, { ...facts, publishedPosition: '3' });
  expect(await store.append(requestOf())).toMatchObject({ status: 'ok', position: '1236' });
});

test('a new epoch waits for no one: with an append open it is refused', async () => {
  const slow = await fixture.connectAsApp();
  await slow.query('begin');
  await appendRaw(slow, requestOf());
  const facts = { publishedPosition: '0', reason: 'restored', leafPositions: LEAF };
  await expect(startNewEpoch(fixture.ownerUrl, facts)).rejects.toMatchObject({ code: '55006' });
  await slow.query('rollback');
});
