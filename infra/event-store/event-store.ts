// The port to the append-only event store: the only truth. Adapter: postgres-event-store.ts.
import type { EventMeta, Json } from '../../domain/envelope.ts';

/** Position in the log as a decimal string: JSON-safe, and wider than 2^53. Compare by BigInt. */
export type Position = string & { readonly __brand: 'Position' };

/** `none`: the stream must not exist. `any`: no check. A number: the exact current version. */
export type ExpectedVersion = 'none' | 'any' | number;

export type NewEvent = {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Json;
  readonly meta: EventMeta;
  /** ISO instant (UTC): our act's now, or the receipt of a report. */
  readonly effectiveAt: string;
};

/** A name that only one stream may ever hold, e.g. a NIK. `keyedHash` = HMAC by the key service. */
export type Reservation = { readonly kind: string; readonly keyedHash: Uint8Array };

export type AppendRequest = {
  readonly commandId: string;
  /** SHA-256 over the canonical command: the same id with other content is refused. */
  readonly contentHash: Uint8Array;
  readonly streamId: string;
  readonly category: string;
  readonly expected: ExpectedVersion;
  readonly events: readonly NewEvent[];
  readonly reservations?: readonly Reservation[];
};

export type AppendResult =
  | { status: 'ok'; version: number; position: Position; hasWorkflow: boolean }
  | { status: 'duplicate'; streamId: string; version: number; position: Position }
  | { status: 'reused' }
  | { status: 'conflict' }
  | { status: 'taken'; streamId: string };

/** The result of append_many: all or nothing; the first obstacle is named. */
export type AppendManyResult =
  | {
      status: 'ok';
      results: readonly { version: number; position: Position; hasWorkflow: boolean }[];
    }
  | { status: 'failed'; index: number; result: Exclude<AppendResult, { status: 'ok' }> };

export type StoredEvent = {
  readonly position: Position;
  readonly streamId: string;
  readonly category: string;
  readonly version: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Json;
  readonly meta: EventMeta;
  readonly effectiveAt: string;
  readonly recordedAt: string;
};

export type RecordedCommand = {
  readonly contentHash: Uint8Array;
  readonly streamId: string;
  readonly version: number;
  readonly position: Position;
};

/** An event as its canonical JSON, without parsing it: for whoever only passes it on. */
export type CanonicalEvent = {
  readonly position: Position;
  readonly streamId: string;
  readonly category: string;
  readonly version: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly correlationId: string;
  /** RFC 8785 text of the `StoredEvent`, upcast. */
  readonly text: string;
};

export type EventStore = {
  append(request: AppendRequest): Promise<AppendResult>;
  /**
   * What a reader would find of a request that was just appended, without reading it. Position and
   * `recordedAt` are those of the answer: the log's own may lie a little before.
   */
  appended(
    request: AppendRequest,
    at: { readonly version: number; readonly position: Position; readonly now: string },
  ): readonly StoredEvent[];
  /** One lock, one transaction, ≤ 1,000 streams. A request answered before ('duplicate') is skipped, not an obstacle. */
  appendMany(requests: readonly AppendRequest[]): Promise<AppendManyResult>;
  /** The recorded answer of a command, for ever. */
  findCommand(commandId: string): Promise<RecordedCommand | undefined>;
  findIdentity(reservation: Reservation): Promise<string | undefined>;
  /** Many names of one kind in one round trip: each one's stream, in the order asked. */
  findIdentities(
    kind: string,
    keyedHashes: readonly Uint8Array[],
  ): Promise<readonly (string | undefined)[]>;
  /** All events of a stream in version order, upcast. */
  loadStream(streamId: string): Promise<readonly StoredEvent[]>;
  /** The same for many streams in one round trip; a stream without events is an empty list. */
  loadStreams(streamIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredEvent[]>>;
  /** Every stream of a category, in the order of their ids. */
  streamsOf(category: string): Promise<readonly string[]>;
  /** What each stream holds; a stream that does not exist is left out. */
  categoriesOf(streamIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Those of the streams that an open workflow carries. */
  carriedOf(streamIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Both in one round trip: what a decision begins with. */
  loadForCommand(
    commandId: string,
    streamIds: readonly string[],
  ): Promise<{
    readonly recorded: RecordedCommand | undefined;
    readonly streams: ReadonlyMap<string, readonly StoredEvent[]>;
  }>;
  /** Events after a position in position order, never past the safe position. Upcast. */
  readAfter(position: Position, limit: number): Promise<readonly StoredEvent[]>;
  /** The same events, unopened, up to a position that was safe when it was asked for. */
  readCanonical(after: Position, upTo: Position, limit: number): Promise<readonly CanonicalEvent[]>;
  /** The highest position below which every event that will ever exist is visible. */
  safePosition(): Promise<Position>;
  /** UUID of this incarnation of the log; new after a restore or promotion. */
  epoch(): Promise<string>;
  setWorkflowFlag(streamId: string, hasWorkflow: boolean): Promise<void>;
  /** Close the pools. */
  close(): Promise<void>;
};
