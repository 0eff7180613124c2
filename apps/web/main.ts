// The program `web`: pages and the API over HTTP on loopback, until SIGTERM.
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { USUAL_PORTS } from '../../infra/config/limits.ts';
import { readSettings, type Settings } from '../../infra/config/settings.ts';
import { openUploadFolder } from '../../infra/documents/upload-folder.ts';
import { failure } from '../../infra/failure.ts';
import { openIdentityPool } from '../../infra/identity/auth.ts';
import { openIdentity } from '../../infra/identity/identity.ts';
import { deriveKey } from '../../infra/keys/key-derivation.ts';
import { loadMasterKey } from '../../infra/keys/master-key.ts';
import { connectionSettings } from '../../infra/local/runtime-file.ts';
import { createLog, errorFacts, type Log } from '../../infra/telemetry/log.ts';
import { sessionOn } from '../cli/open-session.ts';
import { stackStatus } from '../supervisor/status.ts';
import { buildAssets } from './assets.ts';
import type { House } from './house.ts';
import { readPages } from './page-sources.ts';
import { requestAddress } from './request-address.ts';

const POOL_SIZES = { hot: 6, app: 8, bg: 1 };
const HOST = '127.0.0.1';

const stopOnSignal = (): AbortController => {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  return stop;
};

const openDesk = async (log: Log): Promise<House['desk']> => {
  const found = connectionSettings();
  if (found.status === 'nothing-runs')
    throw failure({ code: 'Config.Missing', retryable: false, sentence: found.sentence });
  const say = (line: string): void => log.info(line);
  const session = await sessionOn(
    found.settings,
    {},
    { out: say, err: say },
    { name: 'lindung-web', sizes: POOL_SIZES },
  );
  const { keys, now, connection } = session;
  const folder = join(connection.dataDir, 'uploads');
  return { ...session, uploads: openUploadFolder({ folder, keys, now }) };
};

const openHouse = async (settings: Settings, port: number, log: Log): Promise<House> => {
  const desk = await openDesk(log);
  const { dataDir, databaseIdentity: identity, keys: given } = settings;
  const publicUrl = settings.webUrl ?? `http://${HOST}:${port}`;
  const root = loadMasterKey({ dataDir, given }).root;
  const pool = openIdentityPool({
    url: desk.connection.databaseUrl,
    applicationName: 'lindung-web',
    identity,
  });
  const secret = deriveKey(root, 'identity').toString('base64url');
  return {
    desk,
    identity: openIdentity({ pool, secret, publicUrl }),
    assets: await buildAssets(),
    publicUrl,
    stack: () => stackStatus(settings),
  };
};

const main = async (): Promise<void> => {
  const log = createLog('web');
  const settings = readSettings();
  const port = settings.webPort ?? USUAL_PORTS.web;
  const stop = stopOnSignal();
  readPages();
  const { createApp } = await import('./app.ts');
  const house = await openHouse(settings, port, log);
  const app = createApp({
    ...{ house, log },
    addressOf: (context) =>
      requestAddress({
        peer: getConnInfo(context).remote.address,
        forwarded: context.req.header('x-forwarded-for'),
        isBehindProxy: settings.webUrl !== undefined,
      }),
  });
  const server = serve({ fetch: app.fetch, port, hostname: HOST }, () =>
    log.info({ port }, 'ready'),
  );
  const failed = new Promise<never>((_, reject) => server.once('error', reject));
  const stopped = new Promise<void>((resolve) =>
    stop.signal.addEventListener('abort', () => resolve()),
  );
  try {
    await Promise.race([stopped, failed]);
  } finally {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await house.identity.close();
    await house.desk.close();
  }
  log.info('stopped');
};

main().catch((error: unknown) => {
  createLog('web').fatal(errorFacts(error), 'the web program ended');
  process.exit(1);
});
