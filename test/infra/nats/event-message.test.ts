// An event on the bus: same event back, marks in the headers, few subjects, sealed fields sealed.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { asJson } from '../../../activities/stored-events.ts';
import { systemActor } from '../../../domain/actor.ts';
import type { Json } from '../../../domain/envelope.ts';
import { canonicalJson } from '../../../infra/event-store/canonical-json.ts';
import type { Position, StoredEvent } from '../../../infra/event-store/event-store.ts';
import { isDue } from '../../../infra/nats/due-events.ts';
import { eventOf, markOf, SUBJECT_SLOTS, toMessage } from '../../../infra/nats/event-message.ts';

const commandId = randomUUID();
const event: StoredEvent = {
  position: '9007199254740993' as Position,
  streamId: randomUUID(),
  category: 'claim',
  version: 3,
  eventId: randomUUID(),
  type: 'DeathReported',
  schemaVersion: 2,
  data: {
    reporter: { subject: 'x', field: 'reporter.name', ciphertext: 'c2VhbGVk', commitment: 'ab' },
    amountIdr: '42000000',
  },
  meta: { actor: systemActor, commandId, correlationId: commandId, origin: 'live' },
  effectiveAt: '2026-03-01T02:03:04.567Z',
  recordedAt: '2026-03-01T02:03:05.567Z',
};
const canonicalOf = (stored: StoredEvent) => ({
  ...{ ...stored, correlationId: stored.meta.correlationId },
  text: canonicalJson(asJson(stored)),
});
const messageOf = (stored: StoredEvent, isDue = true) =>
  toMessage(canonicalOf(stored), { ...context, isDue });
const context = { previousPosition: '9007199254740991' as Position, epoch: randomUUID() };

test('an event comes back as it was sent, positions beyond 2^53 included', () => {
  const message = messageOf(event);
  expect(eventOf(message)).toEqual(event);
  expect(markOf(message)).toEqual({ type: 'DeathReported', position: event.position, ...context });
});

test('a message from before an upgrade is read in today’s shape', () => {
  const upcasters = {
    'DeathReported@2': (data: Json) => ({ ...(data as object), channel: 'KELURAHAN' }),
  };
  const read = eventOf(messageOf(event), upcasters);
  expect(read).toMatchObject({ schemaVersion: 3, data: { channel: 'KELURAHAN' } });
  expect(read.data).toMatchObject(event.data as object);
});

test('the same event makes the same bytes', () => {
  const shuffled = Object.fromEntries(Object.entries(event).reverse()) as unknown as StoredEvent;
  expect(messageOf(shuffled).body).toEqual(messageOf(event).body);
});

test('subjects carry no id and are few, however many streams there are', () => {
  const ids = Array.from({ length: 2_000 }, () => randomUUID());
  const subjectsWhere = (isDue: boolean): ReadonlySet<string> =>
    new Set(ids.map((streamId) => messageOf({ ...event, streamId }, isDue).subject));
  const [plain, due] = [subjectsWhere(false), subjectsWhere(true)];
  expect([plain.size, due.size]).toEqual([SUBJECT_SLOTS, SUBJECT_SLOTS]);
  for (const subject of plain) expect(subject).toMatch(/^evt\.claim\.(\d|1[0-5])$/);
  for (const subject of due) expect(subject).toMatch(/^evt\.claim\.(\d|1[0-5])\.due$/);
});

test('a message whose body and headers disagree is not believed', () => {
  const message = messageOf(event);
  const forged = { ...message, headers: { ...message.headers, 'Evt-Position': '7' } };
  expect(() => eventOf(forged)).toThrow(/disagree/);
  expect(() => markOf({ ...message, headers: {} })).toThrow(/lacks header/);
});

test('due is what obliges a workflow; a hand-over by list is its batch’s, not the consumer’s', () => {
  const asType = (type: string, data: Json = {}) => isDue(canonicalOf({ ...event, type, data }));
  expect(asType('DeathReported')).toBe(true);
  expect(asType('WorkerEnrolled')).toBe(false);
  expect(asType('CardHandedOver', { method: 'SCAN' })).toBe(true);
  expect(asType('CardHandedOver', { method: 'LIST' })).toBe(false);
  // Somebody may write those letters into a field: they are no field.
  expect(asType('CardHandedOver', { method: 'SCAN', note: '"method":"LIST"' })).toBe(true);
});
