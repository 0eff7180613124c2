// Events between the program and the log: canonical bytes on the way in, today's shape on the way out.
import type { EventMeta, Json } from '../../domain/envelope.ts';
import { failure } from '../failure.ts';
import { uuidV5 } from '../ids/uuid-v5.ts';
import { canonicalJson } from './canonical-json.ts';
import type { EventStore, NewEvent, Position, StoredEvent } from './event-store.ts';
import { type Upcasters, upcast } from './upcasters.ts';

/** The log refuses more; a NATS message beyond its limit would wedge the relay for ever. */
export const EVENT_BYTES_MAX = 65_536;

export type EventPlace = {
  readonly commandId: string;
  readonly streamId: string;
  readonly category: string;
};

const tooLarge = (type: string, bytes: number): Error =>
  failure({
    code: 'Store.EventTooLarge',
    retryable: false,
    sentence: {
      id: `Peristiwa ${type} berukuran ${bytes} bita; batasnya ${EVENT_BYTES_MAX}. Pecah menjadi satu peristiwa per anggota.`,
      en: `The event ${type} has ${bytes} bytes; the limit is ${EVENT_BYTES_MAX}. Split it into one event per member.`,
    },
  });

const instant = (type: string, effectiveAt: string): string => {
  const date = new Date(effectiveAt);
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  throw failure({
    code: 'Store.InstantRefused',
    retryable: false,
    sentence: {
      id: `Waktu berlaku peristiwa ${type} bukan waktu ISO 8601.`,
      en: `The effective instant of the event ${type} is not an ISO 8601 instant.`,
    },
  });
};

/**
 * The same command makes the same event ids, however often it is tried: uuidv5 of the index under the
 * command's id.
 */
export const eventId = (commandId: string, index: number): string =>
  uuidV5(Buffer.from(commandId.replaceAll('-', ''), 'hex'), String(index));

const metaTexts = new WeakMap<EventMeta, string>();

/** The events of one command share one meta. */
const metaText = (meta: EventMeta): string => {
  const known = metaTexts.get(meta);
  if (known !== undefined) return known;
  const text = canonicalJson(meta as EventMeta & Json);
  metaTexts.set(meta, text);
  return text;
};

/**
 * The RFC 8785 bytes of all that we say; version, position and recordedAt are the log's to say.
 * Written by hand in the key order RFC 8785 asks for: no second object, no second walk.
 */
export const encodeEvent = (event: NewEvent, index: number, place: EventPlace): Buffer => {
  const canonical = Buffer.from(
    `{"category":${canonicalJson(place.category)},"data":${canonicalJson(event.data)},` +
      `"effectiveAt":"${instant(event.type, event.effectiveAt)}",` +
      `"eventId":"${eventId(place.commandId, index)}","meta":${metaText(event.meta)},` +
      `"schemaVersion":${event.schemaVersion},"streamId":"${place.streamId}",` +
      `"type":${canonicalJson(event.type)}}`,
    'utf8',
  );
  if (canonical.byteLength > EVENT_BYTES_MAX) throw tooLarge(event.type, canonical.byteLength);
  return canonical;
};

export const appendedEvents: EventStore['appended'] = (request, at) => {
  const { commandId, streamId, category, events } = request;
  return events.map((event, index) => ({
    ...{ ...event, streamId, category, position: at.position, recordedAt: at.now },
    version: at.version - events.length + 1 + index,
    eventId: eventId(commandId, index),
  }));
};

/** One row of the log as pg gives it: int8 and timestamptz as text, jsonb parsed. */
export type EventRow = {
  readonly pos: string;
  readonly stream: string;
  readonly category: string;
  readonly version: number;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly effective_at: string;
  readonly recorded_at: string;
  readonly data: Json;
  readonly meta: EventMeta;
};

export const decodeEvent = (row: EventRow, upcasters: Upcasters): StoredEvent => {
  const { schemaVersion, data } = upcast(upcasters, row.type, {
    schemaVersion: row.schema_version,
    data: row.data,
  });
  return {
    position: row.pos as Position,
    streamId: row.stream,
    category: row.category,
    version: row.version,
    eventId: row.event_id,
    type: row.type,
    schemaVersion,
    data,
    meta: row.meta,
    effectiveAt: new Date(row.effective_at).toISOString(),
    recordedAt: new Date(row.recorded_at).toISOString(),
  };
};
