// How a stored event travels on the bus: subject, headers and canonical body, and back again.
import type { CanonicalEvent, Position, StoredEvent } from '../event-store/event-store.ts';
import { productUpcasters, type Upcasters, upcast } from '../event-store/upcasters.ts';
import type { BusMessage } from './event-bus.ts';

export const EVENT_HEADER = {
  id: 'Evt-Id',
  type: 'Evt-Type',
  position: 'Evt-Position',
  previousPosition: 'Evt-Prev-Position',
  epoch: 'Evt-Epoch',
  stream: 'Evt-Stream',
  version: 'Evt-Version',
  schema: 'Evt-Schema',
  correlation: 'Evt-Correlation',
} as const;

/** What an ordered consumer must know before it opens the body. */
export type EventMark = {
  readonly type: string;
  readonly position: Position;
  readonly previousPosition: Position;
  readonly epoch: string;
};

export const SUBJECT_SLOTS = 16;

/** FNV-1a, 32 bits: the slot only spreads load, ids never stand in a subject. */
const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
};

const subjectOf = (category: string, streamId: string): string =>
  `evt.${category}.${fnv1a(streamId) % SUBJECT_SLOTS}`;

/** Where the obligations consumer listens: most events of a list oblige nothing, and spare it. */
export const DUE_SUBJECTS = 'evt.*.*.due';
export const EVENT_SUBJECTS = ['evt.*.*', DUE_SUBJECTS];

const decoder = new TextDecoder();

export type MessageContext = {
  readonly previousPosition: Position;
  readonly epoch: string;
  /** Goes to the obligations consumer too. */
  readonly isDue: boolean;
};

/** The event as read (upcast then); its personal fields are sealed inside `data`. */
export const toMessage = (event: CanonicalEvent, context: MessageContext): BusMessage => {
  const subject = subjectOf(event.category, event.streamId);
  return {
    subject: context.isDue ? `${subject}.due` : subject,
    headers: {
      [EVENT_HEADER.id]: event.eventId,
      [EVENT_HEADER.type]: event.type,
      [EVENT_HEADER.position]: event.position,
      [EVENT_HEADER.previousPosition]: context.previousPosition,
      [EVENT_HEADER.epoch]: context.epoch,
      [EVENT_HEADER.stream]: event.streamId,
      [EVENT_HEADER.version]: String(event.version),
      [EVENT_HEADER.schema]: String(event.schemaVersion),
      [EVENT_HEADER.correlation]: event.correlationId,
    },
    // Out of a pool: an encoder makes memory of its own for each, which costs three times as much.
    body: Buffer.from(event.text, 'utf8'),
  };
};

const header = (message: BusMessage, name: string): string => {
  const value = message.headers[name];
  if (value === undefined) throw new Error(`message on ${message.subject} lacks header ${name}`);
  return value;
};

const isPosition = (text: string): text is Position => /^\d{1,19}$/.test(text);

const positionHeader = (message: BusMessage, name: string): Position => {
  const value = header(message, name);
  if (!isPosition(value)) throw new Error(`header ${name} is no position on ${message.subject}`);
  return value;
};

export const markOf = (message: BusMessage): EventMark => ({
  type: header(message, EVENT_HEADER.type),
  position: positionHeader(message, EVENT_HEADER.position),
  previousPosition: positionHeader(message, EVENT_HEADER.previousPosition),
  epoch: header(message, EVENT_HEADER.epoch),
});

const isStoredEvent = (value: unknown): value is StoredEvent =>
  typeof value === 'object' &&
  value !== null &&
  'position' in value &&
  typeof value.position === 'string' &&
  'streamId' in value &&
  typeof value.streamId === 'string' &&
  'version' in value &&
  typeof value.version === 'number' &&
  'type' in value &&
  typeof value.type === 'string' &&
  'schemaVersion' in value &&
  typeof value.schemaVersion === 'number' &&
  'data' in value &&
  'meta' in value &&
  typeof value.meta === 'object';

/** In today's shape: a message may have been sent before an upgrade of this house. */
export const eventOf = (
  message: BusMessage,
  upcasters: Upcasters = productUpcasters,
): StoredEvent => {
  const value: unknown = JSON.parse(decoder.decode(message.body));
  if (!isStoredEvent(value) || value.position !== header(message, EVENT_HEADER.position)) {
    throw new Error(`body and headers disagree at ${header(message, EVENT_HEADER.position)}`);
  }
  return { ...value, ...upcast(upcasters, value.type, value) };
};
