// What the product's own stack is made of: its database, its programs, its search attributes.
import pg from 'pg';
import type { Settings } from '../../infra/config/settings.ts';
import { databaseIdentity } from '../../infra/database/identity.ts';
import { deriveKey } from '../../infra/keys/key-derivation.ts';
import { loadMasterKey } from '../../infra/keys/master-key.ts';
import type { Log } from '../../infra/local/sentence.ts';
import { SEARCH_ATTRIBUTES } from '../../infra/temporal/search-attributes.ts';
import { projections } from '../../projections/registry.ts';
import { guardLog } from './guard-log.ts';
import { keepPartitionsAhead, prepareDatabase } from './prepare-database.ts';
import { APP_PROCESSES, type Selection } from './processes.ts';
import { openStack, type Stack } from './supervisor.ts';

/** Follows from the keys, so that several machines on one outside database agree on it. */
const appPassword = ({ dataDir, keys }: Settings): string =>
  deriveKey(loadMasterKey({ dataDir, given: keys }).root, 'app-role').toString('base64url');

const identityAt = async (databaseUrl: string): Promise<string> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await databaseIdentity(client);
  } finally {
    await client.end();
  }
};

export type InstallationRequest = {
  readonly settings: Settings;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly selection?: Selection;
};

/** The whole product, or the one that already runs on this data folder. */
export const openInstallation = (request: InstallationRequest): Promise<Stack> => {
  const { settings, log, signal, selection } = request;
  return openStack({
    settings,
    log,
    signal,
    ...(selection !== undefined && { selection }),
    processes: APP_PROCESSES,
    searchAttributes: Object.fromEntries(SEARCH_ATTRIBUTES.map((name) => [name, 'Keyword'])),
    prepareDatabase: async (ownerUrl, natsUrl) => {
      const password = appPassword(settings);
      const request = { ownerUrl, appPassword: password, projections, log };
      const databaseUrl = await prepareDatabase(request);
      const identity = await identityAt(databaseUrl);
      const { dataDir } = settings;
      const guard = await guardLog({ databaseUrl, natsUrl, dataDir, log });
      const stopPartitions = keepPartitionsAhead(ownerUrl, log);
      const close = async (): Promise<void> => {
        stopPartitions();
        await guard.close();
      };
      return { databaseUrl, identity, close };
    },
  });
};
