// Publishes a window of messages in flight together, each fenced by the sequence before it.
import { createInbox, type Msg, type NatsConnection } from 'nats';
import type { Failure } from '../failure.ts';
import { busFailure } from './bus-failure.ts';
import type { BusMessage, PublishOutcome } from './event-bus.ts';
import { EVENT_STREAM } from './event-stream.ts';
import { fencedHeaders } from './wire-headers.ts';

export const WINDOW_MAX = 256;
const ACK_TIMEOUT_MS = 10_000;
const WRONG_LAST_SEQUENCE = 10071;
const STREAM_MISSING = 10059;

export type WindowPublisher = {
  publish(messages: readonly BusMessage[], lastSequence: number): Promise<PublishOutcome>;
  /** Fails every open window: after a lost connection nobody knows what arrived. */
  abandon(): void;
};

type OpenWindow = {
  readonly lastSequence: number;
  readonly count: number;
  acknowledged: number;
  settle(outcome: PublishOutcome | Failure): void;
};

type PubAck = { readonly seq?: number; readonly error?: { readonly err_code?: number } };

const isPubAck = (value: unknown): value is PubAck => typeof value === 'object' && value !== null;

const decoder = new TextDecoder();

const readAck = (message: Msg): PubAck => {
  if (message.headers?.code === 503) return { error: { err_code: STREAM_MISSING } };
  const value: unknown = JSON.parse(decoder.decode(message.data));
  return isPubAck(value) ? value : {};
};

const refusal = (errorCode: number | undefined): PublishOutcome | Failure => {
  if (errorCode === WRONG_LAST_SEQUENCE) return { status: 'fenced' };
  if (errorCode === STREAM_MISSING) {
    return busFailure('Infra.StreamMissing', 'publishing: the stream is missing');
  }
  return busFailure('Infra.BusRefused', `publishing: refused with code ${errorCode ?? 'unknown'}`);
};

/**
 * Each message is accepted only at one sequence, so a full count of acknowledgements inside the
 * window's range means: all stored, in order. Any refusal settles the window at once.
 */
const receive = (window: OpenWindow, message: Msg): void => {
  const ack = readAck(message);
  if (ack.seq === undefined) {
    window.settle(refusal(ack.error?.err_code));
    return;
  }
  const offset = ack.seq - window.lastSequence;
  if (offset < 1 || window.count < offset) {
    window.settle({ status: 'fenced' });
    return;
  }
  window.acknowledged += 1;
  if (window.acknowledged === window.count) {
    window.settle({ status: 'ok', lastSequence: window.lastSequence + window.count });
  }
};

const headersOf = fencedHeaders();

const send = (
  connection: NatsConnection,
  message: BusMessage,
  fence: { readonly sequence: number; readonly reply: string },
): void => {
  const headers = headersOf(message.headers, {
    stream: EVENT_STREAM,
    lastSequence: fence.sequence,
  });
  connection.publish(message.subject, message.body, { headers, reply: fence.reply });
};

/** One inbox for all windows: `<inbox>.<window>` tells late answers of an old window apart. */
export const createWindowPublisher = (
  connection: NatsConnection,
  ackTimeoutMs = ACK_TIMEOUT_MS,
): WindowPublisher => {
  const inbox = createInbox();
  const open = new Map<string, OpenWindow>();
  let lastWindow = 0;
  connection.subscribe(`${inbox}.*`, {
    callback: (error, message) => {
      const window = open.get(message.subject.slice(inbox.length + 1));
      if (window === undefined) return;
      if (error === null) receive(window, message);
      else window.settle(busFailure('Infra.BusAway', 'publishing: no permission to hear', error));
    },
  });

  const publish: WindowPublisher['publish'] = (messages, lastSequence) => {
    if (messages.length === 0) return Promise.resolve({ status: 'ok', lastSequence });
    lastWindow += 1;
    const name = lastWindow.toString(36);
    return new Promise((resolve, reject) => {
      const settle: OpenWindow['settle'] = (outcome) => {
        clearTimeout(timer);
        open.delete(name);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      const timer = setTimeout(() => {
        settle(busFailure('Infra.BusAway', 'publishing: not acknowledged in time'));
      }, ackTimeoutMs);
      open.set(name, { lastSequence, count: messages.length, acknowledged: 0, settle });
      try {
        let sequence = lastSequence;
        for (const message of messages) {
          send(connection, message, { sequence, reply: `${inbox}.${name}` });
          sequence += 1;
        }
      } catch (cause) {
        settle(busFailure('Infra.BusAway', 'publishing: could not be sent', cause));
      }
    });
  };
  const abandon = (): void => {
    const lost = busFailure('Infra.BusAway', 'publishing: the connection was lost');
    for (const window of [...open.values()]) window.settle(lost);
  };
  return { publish, abandon };
};
