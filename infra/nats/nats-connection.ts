// One connection to NATS that comes back for ever, and tells who listens when it was lost.
import {
  type ConnectionOptions,
  connect,
  type JetStreamManager,
  type MsgHdrs,
  type NatsConnection,
  NatsError,
} from 'nats';
import { natsConnection } from '../config/nats-url.ts';
import { type Failure, isFailure } from '../failure.ts';
import { busFailure } from './bus-failure.ts';

export type NatsSettings = {
  readonly url: string;
  /** Shown in the server's connection list, e.g. `lindung-relay`. */
  readonly name: string;
  /** Programs wait for the server for ever; a command line asks once and reports. */
  readonly waitForServer?: boolean;
  readonly options?: ConnectionOptions;
};

export type NatsLink = {
  readonly connection: NatsConnection;
  isConnected(): boolean;
  /** One request to JetStream; fails at once when the connection is or gets lost. */
  request<T>(ask: (manager: JetStreamManager) => Promise<T>): Promise<T>;
  onDisconnect(listener: () => void): () => void;
};

const REQUEST_TIMEOUT_MS = 10_000;
const RECONNECT_WAIT_MS = 250;
const PING_INTERVAL_MS = 10_000;

type Watch = Pick<NatsLink, 'isConnected' | 'onDisconnect'>;

const watchConnection = (connection: NatsConnection): Watch => {
  const listeners = new Set<() => void>();
  let connected = true;
  const lost = (): void => {
    connected = false;
    for (const listener of [...listeners]) listener();
  };
  const follow = async (): Promise<void> => {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') lost();
      if (status.type === 'reconnect') connected = true;
    }
  };
  // The iterator ends with the connection; a failure of it is the loss of the connection itself.
  follow().then(lost, lost);
  return {
    isConnected: () => connected && !connection.isClosed(),
    onDisconnect: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const away = (): Failure => busFailure('Infra.BusAway', 'the connection is lost');

/** The client keeps what is sent while disconnected, and may drop it: nobody should wait for that. */
const unlessLost = <T>(watch: Watch, ask: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    if (!watch.isConnected()) {
      reject(away());
      return;
    }
    const forget = watch.onDisconnect(() => reject(away()));
    ask().then(resolve, reject).finally(forget);
  });

export const openNats = async (settings: NatsSettings): Promise<NatsLink> => {
  try {
    const connection = await connect({
      ...natsConnection(settings.url),
      name: settings.name,
      reconnect: true,
      maxReconnectAttempts: -1,
      reconnectTimeWait: RECONNECT_WAIT_MS,
      pingInterval: PING_INTERVAL_MS,
      waitOnFirstConnect: settings.waitForServer ?? false,
      noAsyncTraces: true,
      ...settings.options,
    });
    const watch = watchConnection(connection);
    const manager = await connection.jetstreamManager({
      checkAPI: false,
      timeout: REQUEST_TIMEOUT_MS,
    });
    return { connection, ...watch, request: (ask) => unlessLost(watch, () => ask(manager)) };
  } catch (cause) {
    throw busFailure('Infra.BusAway', `NATS is not reachable at ${hostOf(settings.url)}`, cause);
  }
};

/** A url may carry credentials: only host and port may be said. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'the given url');

const STREAM_NOT_FOUND = 10059;
const CONSUMER_NOT_FOUND = 10014;
const CONSUMER_CHANGED = 10148;
const MESSAGE_NOT_FOUND = 10037;
const STORE_NOT_CREATED = 10_049;

const apiCode = (error: unknown): number | undefined =>
  error instanceof NatsError ? error.api_error?.err_code : undefined;

export const isStreamNotFound = (error: unknown): boolean => apiCode(error) === STREAM_NOT_FOUND;
export const isConsumerNotFound = (error: unknown): boolean =>
  apiCode(error) === CONSUMER_NOT_FOUND;
export const isConsumerChanged = (error: unknown): boolean => apiCode(error) === CONSUMER_CHANGED;
export const isMessageNotFound = (error: unknown): boolean => apiCode(error) === MESSAGE_NOT_FOUND;
export const isStoreNotCreated = (error: unknown): boolean => apiCode(error) === STORE_NOT_CREATED;

/** Every other error of the client, said as one of our codes. */
export const natsFailure = (error: unknown, doing: string): Failure => {
  if (isFailure(error)) return error;
  if (isStreamNotFound(error) || isConsumerNotFound(error)) {
    return busFailure('Infra.StreamMissing', `${doing}: stream or consumer is missing`, error);
  }
  if (apiCode(error) !== undefined) {
    const detail = error instanceof NatsError ? (error.api_error?.description ?? '') : '';
    return busFailure('Infra.BusRefused', `${doing}: refused by the broker: ${detail}`, error);
  }
  return busFailure('Infra.BusAway', `${doing}: no answer from the broker`, error);
};

export const headersOf = (headers: MsgHdrs | undefined): Record<string, string> => {
  const record: Record<string, string> = {};
  if (headers === undefined) return record;
  for (const key of headers.keys()) record[key] = headers.get(key);
  return record;
};
