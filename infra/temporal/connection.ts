// Opens connections to Temporal: for programs that send, and for the worker that also polls.
import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { NativeConnection } from '@temporalio/worker';
import type { TemporalSettings } from './settings.ts';

const CONNECT_TIMEOUT_MS = 5_000;

const tlsOf = (settings: TemporalSettings): object =>
  settings.tls === false ? {} : { tls: settings.tls };

const apiKeyOf = (settings: TemporalSettings): object =>
  settings.apiKey === undefined ? {} : { apiKey: settings.apiKey };

export type ClientConnection = { readonly client: Client; close(): Promise<void> };

/** Lazy: a program that only reads its own store never needs Temporal to be there. */
export const openClient = (
  settings: TemporalSettings,
  dataConverter: DataConverter,
): ClientConnection => {
  const connection = Connection.lazy({
    address: settings.address,
    connectTimeout: CONNECT_TIMEOUT_MS,
    ...tlsOf(settings),
    ...apiKeyOf(settings),
  });
  const client = new Client({ connection, namespace: settings.namespace, dataConverter });
  return { client, close: () => connection.close() };
};

export type WorkerConnection = {
  readonly connection: NativeConnection;
  readonly client: Client;
  close(): Promise<void>;
};

/** One native connection serves both the worker's polls and its own client. */
export const openWorkerConnection = async (
  settings: TemporalSettings,
  dataConverter: DataConverter,
): Promise<WorkerConnection> => {
  const connection = await NativeConnection.connect({
    address: settings.address,
    ...tlsOf(settings),
    ...apiKeyOf(settings),
  });
  const client = new Client({ connection, namespace: settings.namespace, dataConverter });
  return { connection, client, close: () => connection.close() };
};
