// The port to the broker: an ordered, rebuildable copy of the log. Adapter: jetstream-event-bus.ts.

export type BusMessage = {
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

export type DeliveredMessage = BusMessage & { readonly sequence: number };

export type StreamFacts = {
  readonly incarnation: string;
  readonly epoch: string;
  /** Which events its subjects call due (see due-events.ts). */
  readonly due: string;
  readonly firstSequence: number;
  readonly lastSequence: number;
};

export type NewStreamWish = { readonly firstSequence?: number; readonly due?: string };

/** `fenced`: another publisher was here, or the stream lost its tail; resync before going on. */
export type PublishOutcome =
  | { readonly status: 'ok'; readonly lastSequence: number }
  | { readonly status: 'fenced' };

export type DurableMessage = DeliveredMessage & {
  /** How often the broker has handed this message out, this time included. */
  readonly deliveries: number;
  ack(): Promise<void>;
  retry(delayMs: number): Promise<void>;
  /** Still at it: the time in hand begins anew. */
  extend(): Promise<void>;
  /** Never again: the broker reports it as a dead letter. */
  reject(reason: string): Promise<void>;
};

/** A message that a durable consumer gave up: too many deliveries, or rejected. */
export type DeadMessage = {
  readonly sequence: number;
  readonly deliveries: number;
  readonly reason: string;
  /** Absent when retention has already removed it. */
  readonly message: DeliveredMessage | undefined;
  ack(): Promise<void>;
};

export type EventBus = {
  streamFacts(): Promise<StreamFacts | undefined>;
  /**
   * Creates the stream anew (dropping any old one) with a fresh incarnation. Sequences of the new
   * one begin at `firstSequence`: above every old one, no late publish of the past fits its fence.
   */
  recreateStream(epoch: string, wish?: NewStreamWish): Promise<StreamFacts>;
  /** Publishes a window in order, each message expecting the sequence before it. */
  publishFenced(messages: readonly BusMessage[], lastSequence: number): Promise<PublishOutcome>;
  /** One stored message, read from the leader. */
  messageAt(sequence: number): Promise<DeliveredMessage | undefined>;
  /** Batches in order from a sequence on, without a hole; throws when the stream is replaced or away. */
  consumeOrdered(
    fromSequence: number,
    signal: AbortSignal,
  ): AsyncIterable<readonly DeliveredMessage[]>;
  /** A named durable pull consumer of the due subjects, with explicit acknowledgement. */
  consumeDurable(name: string, signal: AbortSignal): AsyncIterable<DurableMessage>;
  /** The highest sequence up to which the durable consumer has settled everything. */
  durableFloor(name: string): Promise<number | undefined>;
  /** Messages this durable consumer gave up; each is reported until it is acknowledged. */
  consumeDead(name: string, signal: AbortSignal): AsyncIterable<DeadMessage>;
  /** Lossy hints on core NATS: pokes and change notices. */
  hint(subject: string, body?: string): void;
  onHint(subject: string, listener: (body: string) => void): () => void;
  /** Called on every lost connection: what was in flight may or may not have arrived. */
  onDisconnect(listener: () => void): () => void;
  close(): Promise<void>;
};

/** Hint subjects. A lost hint costs milliseconds, never an event. */
export const HINT = {
  /** Something was appended: the relay should look now. */
  appended: 'es.poke',
  /** The stream was created anew: consumers should begin again. */
  streamReplaced: 'es.stream-replaced',
  /** A new checkpoint of the log, its body the signed note: for auditors who keep them elsewhere. */
  sealed: 'log.checkpoint',
  /** `rm.changed.<view>`, body = position: a screen may be stale. */
  changed: (view: string): string => `rm.changed.${view}`,
} as const;
