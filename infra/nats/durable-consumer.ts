// Durable consumers with explicit acknowledgement, and the messages they gave up.
import { AckPolicy, type ConsumerConfig, DeliverPolicy, type Msg, nanos } from 'nats';
import { busFailure } from './bus-failure.ts';
import type { DeadMessage, DurableMessage } from './event-bus.ts';
import { DUE_SUBJECTS } from './event-message.ts';
import { ADVISORY_STREAM, EVENT_STREAM, messageAt } from './event-stream.ts';
import {
  isConsumerChanged,
  isConsumerNotFound,
  isStreamNotFound,
  type NatsLink,
  natsFailure,
} from './nats-connection.ts';
import { deliveryOf, guardPull, toDelivered } from './ordered-consumer.ts';
import { openPull } from './pull-loop.ts';

/** Tries of a receiver before it gives up by itself. */
export const TRIES_MAX = 8;
/**
 * The server's own limit stands above it: it only reports a message whose receiver died each time
 * before it could even record the dead letter, and such a message holds the floor (measured).
 */
const MAX_DELIVERIES = TRIES_MAX + 2;
const ACK_PENDING_MAX = 64;
/**
 * How long a crashed receiver keeps a message: the n-th entry is the wait of the n-th delivery. A
 * message often reaches a receiver that is just dying (measured), so the first wait is short.
 */
const ACK_WAITS_MS = [10_000, 10_000, 30_000, 120_000, 300_000];

const ACK = new TextEncoder().encode('+ACK');

export type DurableTuning = { readonly ackWaitsMs?: readonly number[] };

const durableConfig = (name: string, tuning: DurableTuning): Partial<ConsumerConfig> => ({
  durable_name: name,
  ack_policy: AckPolicy.Explicit,
  deliver_policy: DeliverPolicy.All,
  filter_subject: DUE_SUBJECTS,
  max_deliver: MAX_DELIVERIES,
  max_ack_pending: ACK_PENDING_MAX,
  backoff: (tuning.ackWaitsMs ?? ACK_WAITS_MS).map((wait) => nanos(wait)),
});

/** Same name, other tuning: what it has delivered and settled stays. */
const changeConsumer = async (
  link: NatsLink,
  stream: string,
  config: Partial<ConsumerConfig>,
): Promise<void> => {
  const { durable_name: name = '', ack_policy: _, deliver_policy: __, ...tuning } = config;
  try {
    await link.request((manager) => manager.consumers.update(stream, name, tuning));
  } catch (error) {
    throw natsFailure(error, `changing the durable consumer ${name}`);
  }
};

const ensureConsumer = async (
  link: NatsLink,
  stream: string,
  config: Partial<ConsumerConfig>,
): Promise<void> => {
  try {
    await link.request((manager) => manager.consumers.add(stream, config));
  } catch (error) {
    if (isConsumerChanged(error)) return changeConsumer(link, stream, config);
    throw natsFailure(error, `creating the durable consumer ${config.durable_name ?? ''}`);
  }
};

const answer = (link: NatsLink, message: Msg, word: string): Promise<void> => {
  if (message.reply === undefined) throw new Error('a durable message has no reply subject');
  if (!link.isConnected()) {
    throw busFailure('Infra.BusAway', 'acknowledging: the connection is lost');
  }
  link.connection.publish(message.reply, word);
  return Promise.resolve();
};

type Acknowledge = (message: Msg) => Promise<void>;

/**
 * What is settled in one turn of the event loop goes out in one write: most events oblige nothing, and
 * a list makes a hundred thousand of them. One that is lost on the way is handed out again.
 */
const acknowledging = (link: NatsLink): Acknowledge => {
  let settled: Msg[] = [];
  const send = (): void => {
    const now = settled;
    settled = [];
    if (link.isConnected()) for (const message of now) message.respond(ACK);
  };
  return (message) => {
    if (message.reply === undefined) throw new Error('a durable message has no reply subject');
    if (!link.isConnected()) {
      throw busFailure('Infra.BusAway', 'acknowledging: the connection is lost');
    }
    if (settled.length === 0) setImmediate(send);
    settled.push(message);
    return Promise.resolve();
  };
};

const toDurable = (link: NatsLink, message: Msg, acknowledge: Acknowledge): DurableMessage => {
  const { sequence, deliveries } = deliveryOf(message);
  return {
    ...toDelivered(message, sequence),
    deliveries,
    ack: () => acknowledge(message),
    retry: (delayMs) => answer(link, message, `-NAK ${JSON.stringify({ delay: nanos(delayMs) })}`),
    extend: () => answer(link, message, '+WPI'),
    reject: (reason) => answer(link, message, `+TERM ${reason}`),
  };
};

const pullEach = async function* (
  link: NatsLink,
  source: { readonly stream: string; readonly consumer: string },
  signal: AbortSignal,
): AsyncGenerator<Msg> {
  const pull = openPull(link.connection, { ...source, creditMax: ACK_PENDING_MAX });
  const release = guardPull(link, pull, signal);
  try {
    while (!signal.aborted) {
      const messages = await pull.take(1);
      const message = messages[0];
      if (message === undefined) return;
      yield message;
    }
  } finally {
    release();
  }
};

export const consumeDurable = async function* (
  link: NatsLink,
  wanted: { readonly name: string; readonly tuning: DurableTuning },
  signal: AbortSignal,
): AsyncGenerator<DurableMessage> {
  const { name, tuning } = wanted;
  await ensureConsumer(link, EVENT_STREAM, durableConfig(name, tuning));
  const acknowledge = acknowledging(link);
  for await (const message of pullEach(link, { stream: EVENT_STREAM, consumer: name }, signal)) {
    yield toDurable(link, message, acknowledge);
  }
};

export const durableFloor = async (link: NatsLink, name: string): Promise<number | undefined> => {
  try {
    const info = await link.request((manager) => manager.consumers.info(EVENT_STREAM, name));
    return info.ack_floor.stream_seq;
  } catch (error) {
    if (isConsumerNotFound(error) || isStreamNotFound(error)) return undefined;
    throw natsFailure(error, `reading the durable consumer ${name}`);
  }
};

type Advisory = {
  readonly consumer: string;
  readonly stream_seq: number;
  readonly deliveries: number;
  readonly reason?: string;
};

const isAdvisory = (value: unknown): value is Advisory =>
  typeof value === 'object' &&
  value !== null &&
  'stream_seq' in value &&
  typeof value.stream_seq === 'number' &&
  'deliveries' in value &&
  typeof value.deliveries === 'number';

const toDead = async (link: NatsLink, message: Msg): Promise<DeadMessage | undefined> => {
  const value: unknown = JSON.parse(new TextDecoder().decode(message.data));
  if (!isAdvisory(value)) return undefined;
  return {
    sequence: value.stream_seq,
    deliveries: value.deliveries,
    reason: value.reason ?? 'handed out too often without an answer',
    message: await messageAt(link, value.stream_seq),
    ack: () => answer(link, message, '+ACK'),
  };
};

export const consumeDead = async function* (
  link: NatsLink,
  name: string,
  signal: AbortSignal,
): AsyncGenerator<DeadMessage> {
  const consumer = `${name}-dead`;
  await ensureConsumer(link, ADVISORY_STREAM, {
    durable_name: consumer,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    filter_subjects: ['MAX_DELIVERIES', 'MSG_TERMINATED'].map(
      (kind) => `$JS.EVENT.ADVISORY.CONSUMER.${kind}.${EVENT_STREAM}.${name}`,
    ),
  });
  for await (const message of pullEach(link, { stream: ADVISORY_STREAM, consumer }, signal)) {
    const dead = await toDead(link, message);
    if (dead !== undefined) yield dead;
    else await answer(link, message, '+TERM not an advisory');
  }
};
