// A row of the log as the canonical text of its stored event: spliced together, not parsed.
import type { EventMeta, Json } from '../../domain/envelope.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CanonicalEvent, Position } from './event-store.ts';
import { type Upcasters, upcast, versionOfSameShape } from './upcasters.ts';

/** As pg gives it: int8 and timestamptz as text. */
export type CanonicalRow = {
  readonly pos: string;
  readonly stream: string;
  readonly category: string;
  readonly version: number;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly recorded_at: string;
  readonly correlation: string;
  readonly canonical: string;
};

/** What encodeEvent wrote; version, position and recordedAt are the log's to say. */
type Written = {
  readonly category: string;
  readonly data: Json;
  readonly effectiveAt: string;
  readonly eventId: string;
  readonly meta: EventMeta & { readonly [key: string]: Json };
  readonly schemaVersion: number;
  readonly streamId: string;
  readonly type: string;
};

/**
 * As `new Date(…).toISOString()`, which is several times slower. PostgreSQL writes an instant in UTC as
 * `2026-03-01 02:03:04.567891+00`; one with a shorter fraction or another zone goes the slow way.
 */
export const isoInstant = (text: string): string => {
  const isUsual = text[19] === '.' && text.length > 25 && text.endsWith('+00') && text[10] === ' ';
  if (!isUsual) return new Date(text).toISOString();
  return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
};

const parsed = (row: CanonicalRow, upcasters: Upcasters): CanonicalEvent => {
  const written: Written = JSON.parse(row.canonical);
  const { schemaVersion, data } = upcast(upcasters, row.type, written);
  const text = canonicalJson({
    ...{ ...written, schemaVersion, data },
    ...{ position: row.pos, recordedAt: isoInstant(row.recorded_at), version: row.version },
  });
  return { ...partsOf(row), schemaVersion, text };
};

const partsOf = (row: CanonicalRow): Omit<CanonicalEvent, 'text'> => ({
  position: row.pos as Position,
  streamId: row.stream,
  category: row.category,
  version: row.version,
  eventId: row.event_id,
  type: row.type,
  schemaVersion: row.schema_version,
  correlationId: row.correlation,
});

const endOf = (row: CanonicalRow, schemaVersion: number): string =>
  `"schemaVersion":${schemaVersion},"streamId":"${row.stream}","type":${JSON.stringify(row.type)}}`;

/**
 * The keys of RFC 8785 stand in alphabetical order, so position and recordedAt belong before
 * schemaVersion, and version at the end. Whatever does not end as it must is parsed instead, and so
 * is what an upcaster changes.
 */
export const canonicalEvent = (row: CanonicalRow, upcasters: Upcasters): CanonicalEvent => {
  const { canonical, type, schema_version } = row;
  const schemaVersion = versionOfSameShape(upcasters, type, schema_version);
  const end = endOf(row, schema_version);
  if (schemaVersion === undefined || !canonical.endsWith(end)) return parsed(row, upcasters);
  const today = schemaVersion === schema_version ? end : endOf(row, schemaVersion);
  const text =
    `${canonical.slice(0, -end.length)}"position":"${row.pos}",` +
    `"recordedAt":"${isoInstant(row.recorded_at)}",${today.slice(0, -1)},"version":${row.version}}`;
  return { ...partsOf(row), schemaVersion, text };
};
