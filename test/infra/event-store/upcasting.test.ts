// Old shapes are read as today's; what lies in the log is never rewritten.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../../domain/envelope.ts';
import type { Position } from '../../../infra/event-store/event-store.ts';
import { createPostgresEventStore } from '../../../infra/event-store/postgres-event-store.ts';
import type { Upcasters } from '../../../infra/event-store/upcasters.ts';
import {
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

const withField = (data: Json, field: Readonly<Record<string, Json>>): Json => ({
  ...(typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {}),
  ...field,
});
const upcasters: Upcasters = {
  'WorkerNominated@1': (data) => withField(data, { place: 'unknown' }),
  'WorkerNominated@2': (data) => withField(data, { source: 'LIST' }),
};

test('an event of version 1 is read as version 3, by stream and by position', async () => {
  const request = requestOf({ events: [eventOf({ n: 1 })] });
  await fixture.store.append(request);
  const before = await everyTable(fixture.owner);
  const today = createPostgresEventStore({ pools: fixture.pools, upcasters });
  const read = { schemaVersion: 3, data: { n: 1, place: 'unknown', source: 'LIST' } };
  expect(await today.loadStream(request.streamId)).toMatchObject([read]);
  expect(await today.readAfter('0' as Position, 10)).toMatchObject([read]);
  expect(await everyTable(fixture.owner)).toEqual(before);
  expect(await fixture.store.loadStream(request.streamId)).toMatchObject([
    { schemaVersion: 1, data: { n: 1 } },
  ]);
});

test('an event of version 2 takes only the later step, today’s shape none', async () => {
  const events = [2, 3].map((schemaVersion) => ({ ...eventOf({ n: 2 }), schemaVersion }));
  const request = requestOf({ events });
  await fixture.store.append(request);
  const today = createPostgresEventStore({ pools: fixture.pools, upcasters });
  expect(await today.loadStream(request.streamId)).toMatchObject([
    { schemaVersion: 3, data: { n: 2, source: 'LIST' } },
    { schemaVersion: 3, data: { n: 2 } },
  ]);
});
