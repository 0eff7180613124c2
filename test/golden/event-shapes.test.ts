// No event changes its shape unnoticed: what was written in any version is read as today's, for ever.
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { stageOf } from '../../activities/deciders.ts';
import { fieldsOf } from '../../docs/reference/event-fields.ts';
import { systemActor } from '../../domain/actor.ts';
import { catalogue, isEventType } from '../../domain/catalogue.ts';
import type { EventMeta, Json } from '../../domain/envelope.ts';
import { canonicalJson } from '../../infra/event-store/canonical-json.ts';
import { decodeEvent, encodeEvent } from '../../infra/event-store/codec.ts';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import { productUpcasters, type Upcasters, upcast } from '../../infra/event-store/upcasters.ts';
import { eventGoldens, goldenName, goldenNames, goldenText, samplesIn } from './event-goldens.ts';
import { ids } from './event-sample-parts.ts';
import { shownEvents } from './event-samples.ts';
import { shapeFaults } from './event-shape-faults.ts';

const commandId = '018f3b1c-7d2a-7c11-9f00-0a1b2c3d4e5f';
const effectiveAt = '2026-06-03T02:00:00.000Z';
const meta: EventMeta = {
  actor: systemActor,
  commandId,
  correlationId: commandId,
  origin: 'live',
};

const versionsUpTo = (last: number): readonly number[] =>
  Array.from({ length: last }, (_, index) => index + 1);

type Written = {
  readonly type: string;
  readonly category: string;
  readonly schemaVersion: number;
  readonly data: Json;
};

const bytesOf = ({ category, ...event }: Written): string => {
  const place = { commandId, streamId: ids.claim, category };
  return encodeEvent({ ...event, meta, effectiveAt }, 0, place).toString('utf8');
};

/** As the log gives it back: the canonical bytes parsed by jsonb, then upcast. */
const stored = (written: Written, upcasters: Upcasters = productUpcasters): StoredEvent => {
  const parsed: { data: Json; eventId: string } = JSON.parse(bytesOf(written));
  return decodeEvent(
    {
      pos: '1',
      stream: ids.claim,
      category: written.category,
      version: 1,
      event_id: parsed.eventId,
      type: written.type,
      schema_version: written.schemaVersion,
      effective_at: effectiveAt,
      recorded_at: '2026-06-03 02:00:00.123456+00',
      data: parsed.data,
      meta,
    },
    upcasters,
  );
};

/** Every sample of a category in the order of the catalogue, up to the last one of this type. */
const historyUpTo = (type: string, category: string): readonly StoredEvent[] => {
  const last = shownEvents.findIndex((shown) => shown.type === type);
  return shownEvents
    .slice(0, last + 1)
    .filter((shown) => catalogue[shown.type].category === category)
    .flatMap(({ samples, ...shown }) =>
      samples.map((data) => stored({ ...shown, category, data })),
    );
};

test('every event that was ever recorded is still known, at no later version than today’s', () => {
  const strangers = goldenNames(eventGoldens).filter((name) => {
    const [, type, version] = /^(\w+)@(\d+)\.json$/.exec(name) ?? [];
    const known = type !== undefined && isEventType(type);
    return !known || !versionsUpTo(catalogue[type].schemaVersion).includes(Number(version));
  });
  expect(strangers).toEqual([]);
  expect(shownEvents.length).toBe(Object.keys(catalogue).length);
});

test('every upcaster starts from a version that was left behind', () => {
  const known = shownEvents.flatMap(({ type, schemaVersion }) =>
    versionsUpTo(schemaVersion - 1).map((version) => `${type}@${version}`),
  );
  expect(Object.keys(productUpcasters).toSorted()).toEqual(known.toSorted());
});

describe.each(shownEvents)('$type', ({ type, schemaVersion, samples }) => {
  const { category } = catalogue[type];
  const goldens = versionsUpTo(schemaVersion).map((version) => {
    const text = goldenText(eventGoldens, goldenName(type, version));
    return { version, text, samples: text === undefined ? [] : samplesIn(text) };
  });

  test('has a golden file for today’s version and every older one', () => {
    const lacking = goldens.filter(({ text }) => text === undefined);
    expect(lacking.map(({ version }) => goldenName(type, version))).toEqual([]);
  });

  test('has a sample that is byte for byte its golden file', () => {
    // It differs? Raise the schemaVersion, write the upcaster, run test/golden/record-events.ts.
    expect(canonicalJson(samples)).toBe(goldens.at(-1)?.text);
  });

  test('is read from every version as today’s shape', () => {
    const today = fieldsOf(samples);
    for (const golden of goldens) {
      const read = golden.samples.map((data) =>
        upcast(productUpcasters, type, { schemaVersion: golden.version, data }),
      );
      expect(read.map((shaped) => shaped.schemaVersion)).toEqual(read.map(() => schemaVersion));
      expect(shapeFaults(fieldsOf(read.map(({ data }) => data)), today)).toEqual([]);
    }
  });

  test('is written to canonical bytes that give back what was written', () => {
    expect.hasAssertions();
    for (const golden of goldens) {
      for (const data of golden.samples) {
        const written = { type, category, schemaVersion: golden.version, data };
        expect(canonicalize(JSON.parse(bytesOf(written)))).toBe(bytesOf(written));
        expect(stored(written, {}).data).toEqual(data);
      }
    }
  });

  test('is understood by the fold of its stream', () => {
    expect(stageOf(category, historyUpTo(type, category))).toMatch(/^[A-Z_]+$/);
    expect(historyUpTo(type, category).at(-1)?.type).toBe(type);
  });
});

test('a fold throws on an event of another stream', () => {
  const [first] = historyUpTo('ActorRegistered', 'actor');
  if (first === undefined) throw new Error('no sample');
  expect(() => stageOf('claim', [first])).toThrow(/unexpected claim event/);
  expect(() => stageOf('actor', [{ ...first, type: 'ActorSeen' }])).toThrow(/unknown event/);
});

describe('a shape that is not today’s', () => {
  const today = fieldsOf([
    { id: 'a', sum: '1', heirs: [{ ref: 'x', note: 'n' }, { ref: 'y' }], payee: { bic: 'B' } },
    { id: 'a', sum: '1', heirs: [], payee: null },
  ]);
  const faultsOf = (data: Json) => shapeFaults(fieldsOf([data]), today);

  test('is no fault where only what may be absent is absent', () => {
    expect(faultsOf({ id: 'a', sum: '1', heirs: [], payee: null })).toEqual([]);
    expect(faultsOf({ id: 'a', sum: '1', heirs: [{ ref: 'x' }], payee: { bic: 'B' } })).toEqual([]);
  });

  test.each([
    ['a field that is missing', { id: 'a', heirs: [], payee: null }, ['sum is missing']],
    [
      'a field of another kind',
      { id: 'a', sum: 1, heirs: [], payee: null },
      ['sum is number, today string'],
    ],
    [
      'a field that nobody reads any more',
      { id: 'a', sum: '1', heirs: [], payee: null, amount: 1 },
      ['amount is unknown today'],
    ],
    [
      'a field missing further down',
      { id: 'a', sum: '1', heirs: [{ note: 'n' }], payee: {} },
      ['heirs[].ref is missing', 'payee.bic is missing'],
    ],
    [
      'a field that some have and some lack',
      { id: 'a', sum: '1', heirs: [{ ref: 'x' }, { note: 'n' }], payee: null },
      ['heirs[].ref may be absent, today it may not'],
    ],
  ])('is named: %s', (_, data, faults) => {
    expect(faultsOf(data)).toEqual(faults);
  });
});
