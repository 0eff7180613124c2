// What was written in any version is written to the same bytes and read as today's shape, for ever.
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import type { EventMeta, Json } from '../../domain/envelope.ts';
import { canonicalJson } from '../../infra/event-store/canonical-json.ts';
import { decodeEvent, type EventRow, encodeEvent } from '../../infra/event-store/codec.ts';
import { contentHash } from '../../infra/event-store/content-hash.ts';
import { noUpcasters, type Upcasters, upcast } from '../../infra/event-store/upcasters.ts';
import { type GoldenEvent, goldenFiles } from './codec/golden-events.ts';

const files = goldenFiles(join(import.meta.dirname, 'codec'));

const fields = (data: Json): Readonly<Record<string, Json>> => {
  if (typeof data !== 'object' || data === null) throw new Error('no object');
  return Object.fromEntries(Object.entries(data));
};

/** A registry as the catalogue will give one; its event exists in this test only. */
const upcasters: Upcasters = {
  'SampleReported@1': (data) => {
    const { amount, ...rest } = fields(data);
    return { ...rest, amountIdr: `${String(amount)}` };
  },
  'SampleReported@2': (data) => ({ ...fields(data), channel: 'UNKNOWN' }),
};

/** The row as jsonb gives it back: the canonical bytes, parsed. */
const storedRow = ({ canonical, streamId, category }: GoldenEvent): EventRow => {
  const parsed: {
    type: string;
    schemaVersion: number;
    effectiveAt: string;
    eventId: string;
    data: Json;
    meta: EventMeta;
  } = JSON.parse(canonical);
  return {
    pos: '1',
    stream: streamId,
    category,
    version: 1,
    event_id: parsed.eventId,
    type: parsed.type,
    schema_version: parsed.schemaVersion,
    effective_at: parsed.effectiveAt,
    recorded_at: '2026-03-01 02:03:04.567891+00',
    data: parsed.data,
    meta: parsed.meta,
  };
};

test('there is a golden file for each version of the sample event', () => {
  expect(files.map(({ name }) => name)).toEqual([
    'SampleReported@1.json',
    'SampleReported@2.json',
    'SampleReported@3.json',
  ]);
});

describe.each(files)('$name', ({ name, golden }) => {
  test('is named after its type and version', () => {
    expect(name).toBe(`${golden.event.type}@${golden.event.schemaVersion}.json`);
  });

  test('is written to the same canonical bytes', () => {
    expect(encodeEvent(golden.event, 0, golden).toString('utf8')).toBe(golden.canonical);
    expect(canonicalize(JSON.parse(golden.canonical))).toBe(golden.canonical);
  });

  test('is read as today’s shape', () => {
    const read = decodeEvent(storedRow(golden), upcasters);
    expect({ schemaVersion: read.schemaVersion, data: read.data }).toEqual(golden.read);
    expect(read.effectiveAt).toBe(golden.event.effectiveAt);
    expect(read.recordedAt).toBe('2026-03-01T02:03:04.567Z');
  });

  test('is left as it was by a reader without upcasters', () => {
    const read = decodeEvent(storedRow(golden), noUpcasters);
    expect(read).toMatchObject({
      type: golden.event.type,
      schemaVersion: golden.event.schemaVersion,
      data: golden.event.data,
      meta: golden.event.meta,
    });
  });
});

describe('the canonical form', () => {
  test('follows RFC 8785: keys by UTF-16 code units, shortest numbers, no spaces', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\u{1f600}":5,"\ufb33":3}',
    );
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 0.002, 1e-27, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
    expect(canonicalJson({ b: [true, null], a: 'é"\\\n' })).toBe(
      '{"a":"é\\"\\\\\\n","b":[true,null]}',
    );
  });

  test('refuses what jsonb would refuse or what is no JSON', () => {
    for (const value of ['a\u0000', '\\\u0000', '\ud800', Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => canonicalJson({ value })).toThrow(/cannot be stored/);
    expect(canonicalJson('\\u0000')).toBe('"\\\\u0000"');
  });

  test('makes a command’s hash independent of key order, and of nothing else', () => {
    const hex = (value: Json) => Buffer.from(contentHash(value)).toString('hex');
    expect(hex({ a: 1, b: { c: 2, d: 3 } })).toBe(hex({ b: { d: 3, c: 2 }, a: 1 }));
    expect(hex({ a: [1, 2] })).not.toBe(hex({ a: [2, 1] }));
    expect(hex({ a: '1' })).not.toBe(hex({ a: 1 }));
    expect(hex({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});

test('upcasters go one version at a time and stop at today’s', () => {
  const stored = { schemaVersion: 1, data: { amount: 5 } };
  expect(upcast(upcasters, 'SampleReported', stored)).toEqual({
    schemaVersion: 3,
    data: { amountIdr: '5', channel: 'UNKNOWN' },
  });
  expect(upcast(upcasters, 'OtherReported', stored)).toEqual(stored);
});
