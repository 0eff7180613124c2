// Reads the stream in order from a sequence on, without acknowledgements and without a hole.
import { AckPolicy, DeliverPolicy, type Msg, nanos } from 'nats';
import { busFailure } from './bus-failure.ts';
import { type DeliveredMessage, HINT } from './event-bus.ts';
import { EVENT_STREAM } from './event-stream.ts';
import { type NatsLink, natsFailure } from './nats-connection.ts';
import { openPull, type Pull } from './pull-loop.ts';
import { receivedHeaders } from './wire-headers.ts';

const CREDIT_MAX = 1_000;
const BATCH_MAX = 500;
const INACTIVE_MS = 60_000;

export type Delivery = { readonly sequence: number; readonly deliveries: number };

/**
 * `$JS.ACK.<stream>.<consumer>.<deliveries>.<sequence>.<…>.<time>.<pending>`, or from server 2.15
 * the same with domain and account in front (and possibly a token behind).
 */
export const deliveryOf = (message: Msg): Delivery => {
  const tokens = (message.reply ?? '').split('.');
  const shift = tokens.length === 9 ? 0 : 2;
  return { deliveries: Number(tokens[4 + shift]), sequence: Number(tokens[5 + shift]) };
};

export const toDelivered = (message: Msg, sequence: number): DeliveredMessage => ({
  subject: message.subject,
  headers: receivedHeaders(message),
  body: message.data,
  sequence,
});

const addConsumer = async (link: NatsLink, fromSequence: number): Promise<string> => {
  try {
    const info = await link.request((manager) =>
      manager.consumers.add(EVENT_STREAM, {
        ack_policy: AckPolicy.None,
        deliver_policy: DeliverPolicy.StartSequence,
        opt_start_seq: fromSequence,
        inactive_threshold: nanos(INACTIVE_MS),
        mem_storage: true,
        num_replicas: 1,
      }),
    );
    return info.name;
  } catch (error) {
    throw natsFailure(error, 'creating an ordered consumer');
  }
};

/** Ends the pull when the connection drops, the stream is replaced, or the caller has enough. */
export const guardPull = (link: NatsLink, pull: Pull, signal: AbortSignal): (() => void) => {
  const replaced = link.connection.subscribe(HINT.streamReplaced, {
    callback: () => pull.fail(busFailure('Infra.StreamReplaced', 'consuming: a new stream')),
  });
  const forget = link.onDisconnect(() =>
    pull.fail(busFailure('Infra.BusAway', 'consuming: the connection was lost')),
  );
  signal.addEventListener('abort', pull.close, { once: true });
  if (signal.aborted) pull.close();
  return () => {
    signal.removeEventListener('abort', pull.close);
    forget();
    if (!link.connection.isClosed()) replaced.unsubscribe();
    pull.close();
  };
};

/** Sequences have no gaps inside one incarnation (nothing may be deleted), so a gap is a new one. */
const inOrder = (messages: readonly Msg[], after: number | undefined): DeliveredMessage[] => {
  let last = after;
  return messages.map((message) => {
    const { sequence } = deliveryOf(message);
    if (last !== undefined && sequence !== last + 1) {
      throw busFailure('Infra.StreamReplaced', `consuming: ${last} was followed by ${sequence}`);
    }
    last = sequence;
    return toDelivered(message, sequence);
  });
};

export const consumeOrdered = async function* (
  link: NatsLink,
  fromSequence: number,
  signal: AbortSignal,
): AsyncGenerator<readonly DeliveredMessage[]> {
  const consumer = await addConsumer(link, fromSequence);
  const pull = openPull(link.connection, { consumer, creditMax: CREDIT_MAX });
  const release = guardPull(link, pull, signal);
  let last: number | undefined;
  try {
    while (!signal.aborted) {
      const messages = await pull.take(BATCH_MAX);
      if (messages.length === 0) return;
      const batch = inOrder(messages, last);
      last = batch.at(-1)?.sequence;
      yield batch;
    }
  } finally {
    release();
    link
      .request((manager) => manager.consumers.delete(EVENT_STREAM, consumer))
      .catch(() => {
        // The server removes it by itself after a minute without requests.
      });
  }
};
