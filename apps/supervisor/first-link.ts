// The one-time link by which the first administrator makes an account; none once anybody can sign in.
import pg from 'pg';
import { hasNoAccounts, invite } from '../../infra/identity/account-records.ts';
import type { Runtime } from '../../infra/local/runtime-file.ts';

const HOURS = 24;
const LIMIT_MS = 5_000;

export type FirstLink = { readonly url: string; readonly expiresAt: Date };

/** Undefined when there are accounts, or when no web program runs here. */
export const firstLink = async (
  { services, connection }: Pick<Runtime, 'services' | 'connection'>,
  webUrl?: string,
): Promise<FirstLink | undefined> => {
  const address = webUrl ?? services.find(({ name }) => name === 'web')?.address;
  if (address === undefined || connection === undefined) return undefined;
  const client = new pg.Client({
    connectionString: connection.databaseUrl,
    connectionTimeoutMillis: LIMIT_MS,
    query_timeout: LIMIT_MS,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (!(await hasNoAccounts(client))) return undefined;
    const { token, expiresAt } = await invite(client, { actorId: null, hours: HOURS });
    return { url: `${address}/undangan/${token}`, expiresAt };
  } finally {
    await client.end();
  }
};
