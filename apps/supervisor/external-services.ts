// Services that the operator runs: asked once whether they answer, never started or stopped.
import { connect as openSocket } from 'node:net';
import { connect } from 'nats';
import pg from 'pg';
import { HEALTH_LIMIT_MS } from '../../infra/config/limits.ts';
import { natsConnection } from '../../infra/config/nats-url.ts';
import type { Settings } from '../../infra/config/settings.ts';
import { outOfReach } from '../../infra/local/local-failure.ts';
import { temporalAnswers } from '../../infra/local/temporal-server.ts';
import { DEFAULT_NAMESPACE } from '../../infra/temporal/settings.ts';

export const postgresAnswers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: HEALTH_LIMIT_MS,
    query_timeout: HEALTH_LIMIT_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** The client waits for ever for the greeting of a server that is frozen: so it is asked first. */
const greets = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(natsConnection(url).servers);
    const socket = openSocket({ host: hostname, port: Number(port) });
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(HEALTH_LIMIT_MS, () => end(false));
    socket.once('data', () => end(true));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });

export const natsAnswers = async (url: string): Promise<boolean> => {
  if (url.startsWith('nats:') && !(await greets(url))) return false;
  try {
    const connection = await connect({
      ...natsConnection(url),
      timeout: HEALTH_LIMIT_MS,
      reconnect: false,
    });
    await connection.close();
    return true;
  } catch {
    return false;
  }
};

/** Host and port only: a URL may carry a password. */
export const shownAddress = (url: string): string =>
  URL.canParse(url) && url.includes('://') ? new URL(url).host : url;

const doesNotAnswer = (variable: string, url: string): Error =>
  outOfReach('Local.ExternalOutOfReach', {
    id: `${variable} (${shownAddress(url)}) tidak menjawab. Periksa alamat dan jaringan, lalu jalankan lagi.`,
    en: `${variable} (${shownAddress(url)}) does not answer. Check address and network, then start again.`,
  });

export const requireExternal = async (settings: Settings): Promise<void> => {
  const { databaseUrl, natsUrl, temporalAddress } = settings;
  if (databaseUrl !== undefined && !(await postgresAnswers(databaseUrl))) {
    throw doesNotAnswer('DATABASE_URL', databaseUrl);
  }
  if (natsUrl !== undefined && !(await natsAnswers(natsUrl)))
    throw doesNotAnswer('NATS_URL', natsUrl);
  if (temporalAddress === undefined) return;
  const namespace = settings.temporalNamespace ?? DEFAULT_NAMESPACE;
  if (await temporalAnswers(temporalAddress, namespace, settings)) return;
  throw doesNotAnswer('TEMPORAL_ADDRESS', temporalAddress);
};
