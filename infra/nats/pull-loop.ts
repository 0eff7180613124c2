// Pulls messages from a JetStream consumer by credit, and notices silence instead of waiting in it.
import { createInbox, type Msg, type NatsConnection, nanos } from 'nats';
import type { Failure } from '../failure.ts';
import { busFailure } from './bus-failure.ts';
import { EVENT_STREAM } from './event-stream.ts';

export type PullSettings = {
  readonly consumer: string;
  readonly stream?: string;
  /** Most messages asked for and not yet taken: bounds memory and, for acks, the time in hand. */
  readonly creditMax: number;
};

export type Pull = {
  /** At least one message, at most `max`; empty when closed; throws when the source is gone. */
  take(max: number): Promise<readonly Msg[]>;
  fail(failure: Failure): void;
  close(): void;
};

const EXPIRES_MS = 30_000;
const HEARTBEAT_MS = 2_500;
/** Two heartbeats and a slow machine. */
const SILENCE_MS = 8_000;

const STATUS_HEARTBEAT = 100;
const STATUS_NO_RESPONDERS = 503;
const ENDED_QUIETLY = new Set([404, 408]);

const unfilled = (message: Msg): number => {
  const left = Number(message.headers?.get('Nats-Pending-Messages') ?? '');
  return Number.isFinite(left) ? left : 0;
};

export const openPull = (connection: NatsConnection, settings: PullSettings): Pull => {
  const { consumer, creditMax, stream = EVENT_STREAM } = settings;
  const inbox = createInbox();
  let queue: Msg[] = [];
  let credit = 0;
  let lastHeardAt = performance.now();
  let ended: Failure | 'closed' | undefined;
  let wake: () => void = () => undefined;

  const end = (how: Failure | 'closed'): void => {
    if (ended !== undefined) return;
    ended = how;
    clearInterval(watch);
    if (!connection.isClosed()) subscription.unsubscribe();
    wake();
  };
  const ask = (): void => {
    const room = creditMax - credit - queue.length;
    if (ended !== undefined || room < creditMax / 2) return;
    credit += room;
    lastHeardAt = performance.now(); // silence counts from the moment we may expect something
    const request = {
      batch: room,
      expires: nanos(EXPIRES_MS),
      idle_heartbeat: nanos(HEARTBEAT_MS),
    };
    const subject = `$JS.API.CONSUMER.MSG.NEXT.${stream}.${consumer}`;
    connection.publish(subject, JSON.stringify(request), { reply: inbox });
  };
  const hearStatus = (message: Msg): void => {
    const code = message.headers?.code ?? 0;
    if (code === STATUS_HEARTBEAT) return;
    if (ENDED_QUIETLY.has(code)) {
      credit = Math.max(0, credit - unfilled(message));
      ask();
      return;
    }
    const said = message.headers?.description ?? '';
    const failure = code === STATUS_NO_RESPONDERS || /deleted/i.test(said);
    end(
      failure
        ? busFailure('Infra.StreamMissing', `consuming: the consumer is gone (${code} ${said})`)
        : busFailure('Infra.BusAway', `consuming: the broker ended the request (${code} ${said})`),
    );
  };
  const subscription = connection.subscribe(inbox, {
    callback: (error, message) => {
      lastHeardAt = performance.now();
      if (error !== null) {
        end(busFailure('Infra.BusAway', 'consuming: the subscription ended', error));
      } else if (message.subject === inbox) {
        hearStatus(message);
      } else {
        credit = Math.max(0, credit - 1);
        queue.push(message);
        wake();
      }
    },
  });
  const watch = setInterval(() => {
    if (credit > 0 && performance.now() - lastHeardAt > SILENCE_MS) {
      end(busFailure('Infra.BusAway', 'consuming: the broker fell silent'));
    }
  }, HEARTBEAT_MS);
  ask();

  const take = async (max: number): Promise<readonly Msg[]> => {
    while (queue.length === 0) {
      if (ended === 'closed') return [];
      if (ended !== undefined) throw ended;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const batch = queue.slice(0, max);
    queue = queue.slice(max);
    ask();
    return batch;
  };
  return { take, fail: end, close: () => end('closed') };
};
