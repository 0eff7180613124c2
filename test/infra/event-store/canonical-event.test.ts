// An event passed on unopened is, byte for byte, what opening and writing it again would give.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../../domain/envelope.ts';
import { isoInstant } from '../../../infra/event-store/canonical-event.ts';
import { canonicalJson } from '../../../infra/event-store/canonical-json.ts';
import type { EventStore, Position } from '../../../infra/event-store/event-store.ts';
import { createPostgresEventStore } from '../../../infra/event-store/postgres-event-store.ts';
import { sameShape, type Upcaster, type Upcasters } from '../../../infra/event-store/upcasters.ts';
import { eventOf, openStoreFixture, requestOf, type StoreFixture } from './store-fixture.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await openStoreFixture();
});
afterAll(() => fixture.close());

const START = '0' as Position;

const bothWays = async (store: EventStore) => {
  const opened = await store.readAfter(START, 100);
  const unopened = await store.readCanonical(START, await store.safePosition(), 100);
  return { opened, unopened };
};

const awkward: readonly Json[] = [
  { amountIdr: '42000000' },
  { name: 'Siti “Nur” – 東京 😀', path: 'C:\\x', quote: '"', nested: { b: [1, 2.5, -0], a: null } },
  { schemaVersion: 9, streamId: 'x', type: 'Y"}', position: '1', version: 7 },
  {},
];

test('the text is the canonical form of the stored event, whatever its data', async () => {
  for (const data of awkward)
    await fixture.store.append(requestOf({ events: [eventOf(data), eventOf(data)] }));
  const { opened, unopened } = await bothWays(fixture.store);
  expect(unopened).toHaveLength(2 * awkward.length);
  expect(unopened.map(({ text }) => text)).toEqual(
    opened.map((event) => canonicalJson(event as unknown as Json)),
  );
  expect(unopened.map(({ text: _text, correlationId, ...parts }) => parts)).toMatchObject(
    opened.map(({ data: _d, meta: _m, effectiveAt: _e, recordedAt: _r, ...parts }) => parts),
  );
  expect(unopened.map(({ correlationId }) => correlationId)).toEqual(
    opened.map(({ meta }) => meta.correlationId),
  );
});

const moved: Upcaster = (data) => ({ ...(data as object), place: 'unknown' });

test.each<[string, Upcasters, number]>([
  ['changed by its upcaster', { 'WorkerNominated@1': moved }, 2],
  ['that reads the same', { 'WorkerNominated@1': sameShape }, 2],
  [
    'first the same, then changed',
    { 'WorkerNominated@1': sameShape, 'WorkerNominated@2': moved },
    3,
  ],
])('an old shape %s is passed on as today’s', async (_name, upcasters, schemaVersion) => {
  const today = createPostgresEventStore({ pools: fixture.pools, upcasters });
  const { opened, unopened } = await bothWays(today);
  expect(unopened.map(({ text }) => text)).toEqual(
    opened.map((event) => canonicalJson(event as unknown as Json)),
  );
  expect(unopened[0]).toMatchObject({ schemaVersion });
});

test('nothing above the mark is read', async () => {
  const all = await fixture.store.readCanonical(START, await fixture.store.safePosition(), 100);
  const third = all[2]?.position ?? START;
  const some = await fixture.store.readCanonical(START, third, 100);
  expect(some).toEqual(all.slice(0, 3));
});

test.each([
  '2026-03-01 02:03:04.567891+00',
  '2026-03-01 02:03:04.5+00',
  '2026-03-01 02:03:04.56+00',
  '2026-03-01 02:03:04.567+00',
  '2026-03-01 02:03:04+00',
  '2026-03-01 09:03:04.567891+07',
  '2026-03-01 07:33:04.567891+05:30',
])('the instant %s is read as Date reads it', (text) => {
  expect(isoInstant(text)).toBe(new Date(text).toISOString());
});
