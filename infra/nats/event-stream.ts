// The stream CLAIMS_EVT itself: its configuration, its facts, its re-creation, single messages.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DiscardPolicy,
  nanos,
  RetentionPolicy,
  StorageType,
  StoreCompression,
  type StreamConfig,
  type StreamInfo,
} from 'nats';
import type { DeliveredMessage, StreamFacts } from './event-bus.ts';
import { EVENT_SUBJECTS } from './event-message.ts';
import {
  headersOf,
  isMessageNotFound,
  isStoreNotCreated,
  isStreamNotFound,
  type NatsLink,
  natsFailure,
} from './nats-connection.ts';

export const EVENT_STREAM = 'CLAIMS_EVT';
/** Advisories are core messages, lost while nobody listens; a stream of their own keeps them. */
export const ADVISORY_STREAM = 'CLAIMS_EVT_ADVISORY';
const ADVISORY_SUBJECTS = ['MAX_DELIVERIES', 'MSG_TERMINATED'].map(
  (kind) => `$JS.EVENT.ADVISORY.CONSUMER.${kind}.${EVENT_STREAM}.>`,
);

const EPOCH_KEY = 'lindung-epoch';
const INCARNATION_KEY = 'lindung-incarnation';
const DUE_KEY = 'lindung-due';
const DAY_MS = 86_400_000;

export type StreamLimits = { readonly retentionDays: number };

const eventStreamConfig = (
  metadata: Record<string, string>,
  firstSequence: number,
  limits: StreamLimits,
): Partial<StreamConfig> => ({
  name: EVENT_STREAM,
  subjects: EVENT_SUBJECTS,
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  discard: DiscardPolicy.Old,
  max_age: nanos(limits.retentionDays * DAY_MS), // PostgreSQL keeps everything
  deny_delete: true,
  deny_purge: true,
  allow_direct: false, // a direct get may be answered by a replica that is behind
  compression: StoreCompression.S2,
  num_replicas: 1,
  first_seq: firstSequence,
  metadata,
});

const factsOf = (info: StreamInfo): StreamFacts => ({
  incarnation: info.config.metadata?.[INCARNATION_KEY] ?? '',
  epoch: info.config.metadata?.[EPOCH_KEY] ?? '',
  due: info.config.metadata?.[DUE_KEY] ?? '',
  firstSequence: info.state.first_seq,
  lastSequence: info.state.last_seq,
});

export const streamFacts = async (link: NatsLink): Promise<StreamFacts | undefined> => {
  try {
    return factsOf(await link.request((manager) => manager.streams.info(EVENT_STREAM)));
  } catch (error) {
    if (isStreamNotFound(error)) return undefined;
    throw natsFailure(error, 'reading the facts of the stream');
  }
};

const dropStream = async (link: NatsLink, name: string): Promise<void> => {
  try {
    await link.request((manager) => manager.streams.delete(name));
  } catch (error) {
    if (!isStreamNotFound(error)) throw error;
  }
};

const CREATE_TRIES = 20;
const CREATE_PAUSE_MS = 150;

/** The server answers a deletion before it has cleared the folder; until then a creation fails. */
const addStream = async (
  link: NatsLink,
  config: Partial<StreamConfig>,
  tries = CREATE_TRIES,
): Promise<StreamInfo> => {
  try {
    return await link.request((manager) => manager.streams.add(config));
  } catch (error) {
    if (!isStoreNotCreated(error) || tries <= 1) throw error;
    await sleep(CREATE_PAUSE_MS);
    return addStream(link, config, tries - 1);
  }
};

export type NewStream = StreamLimits & {
  readonly epoch: string;
  readonly firstSequence: number;
  readonly due: string;
};

/** Sequences in old advisories name messages of the old stream, so they go with it. */
export const recreateStream = async (link: NatsLink, fresh: NewStream): Promise<StreamFacts> => {
  try {
    await dropStream(link, EVENT_STREAM);
    await dropStream(link, ADVISORY_STREAM);
    await addStream(link, {
      name: ADVISORY_STREAM,
      subjects: ADVISORY_SUBJECTS,
      storage: StorageType.File,
      max_age: nanos(fresh.retentionDays * DAY_MS),
    });
    const metadata = {
      ...{ [EPOCH_KEY]: fresh.epoch, [DUE_KEY]: fresh.due },
      [INCARNATION_KEY]: randomUUID(),
    };
    const config = eventStreamConfig(metadata, fresh.firstSequence, fresh);
    return factsOf(await addStream(link, config));
  } catch (error) {
    throw natsFailure(error, 'creating the stream');
  }
};

export const messageAt = async (
  link: NatsLink,
  sequence: number,
): Promise<DeliveredMessage | undefined> => {
  if (sequence < 1) return undefined; // an empty stream names 0 as its last; the server refuses it
  try {
    const stored = await link.request((manager) =>
      manager.streams.getMessage(EVENT_STREAM, { seq: sequence }),
    );
    return {
      subject: stored.subject,
      headers: headersOf(stored.header),
      body: stored.data,
      sequence: stored.seq,
    };
  } catch (error) {
    if (isMessageNotFound(error) || isStreamNotFound(error)) return undefined;
    throw natsFailure(error, `reading message ${sequence}`);
  }
};
