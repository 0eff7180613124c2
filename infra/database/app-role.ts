// The role the programs log in as: it owns nothing, so no program can alter or empty the log.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { errorCode } from '../local/sentence.ts';

export const APP_ROLE = 'lindung_app';

/** The owner's address with the application's name and password in it. */
export const appUrl = (ownerUrl: string, appPassword: string): string => {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = encodeURIComponent(appPassword);
  return url.toString();
};

const SCRAM_ITERATIONS = 4096;

// The verifier instead of the password: a server that logs DDL never sees the secret.
const scramVerifier = (password: string): string => {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, SCRAM_ITERATIONS, 32, 'sha256');
  const hmac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  const server = hmac('Server Key').toString('base64');
  return `SCRAM-SHA-256$${SCRAM_ITERATIONS}:${salt.toString('base64')}$${stored}:${server}`;
};

const canLogIn = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const roleExists = async (client: pg.Client): Promise<boolean> =>
  (await client.query('select from pg_roles where rolname = $1', [APP_ROLE])).rowCount === 1;

// Roles belong to the cluster, advisory locks to a database: two databases set up at the same moment
// can still meet in pg_authid, so the codes of that meeting are tried again.
const CODES_OF_A_MEETING: readonly (string | undefined)[] = ['23505', '42710', 'XX000', '40001'];
const TRIES = 8;

const setPassword = async (client: pg.Client, password: string): Promise<void> => {
  // Only a superuser may even say NOSUPERUSER of a role that exists; a hosted owner is none.
  const verb = (await roleExists(client)) ? 'alter' : 'create';
  const rights = verb === 'create' ? 'nosuperuser nocreatedb nocreaterole noreplication' : '';
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock(7302, 2)');
    await client.query(
      `${verb} role ${APP_ROLE} login ${rights} ` +
        `password ${pg.escapeLiteral(scramVerifier(password))}`,
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

/** Creates the role, or gives an existing one this password; touches nothing if it already fits. */
export const ensureAppRole = async (
  client: pg.Client,
  options: { readonly ownerUrl: string; readonly appPassword: string },
): Promise<void> => {
  const { ownerUrl, appPassword } = options;
  for (let attempt = 1; ; attempt += 1) {
    if ((await roleExists(client)) && (await canLogIn(appUrl(ownerUrl, appPassword)))) return;
    try {
      await setPassword(client, appPassword);
      return;
    } catch (error) {
      if (attempt === TRIES || !CODES_OF_A_MEETING.includes(errorCode(error))) throw error;
      await sleep(20 * attempt + Math.floor(Math.random() * 40));
    }
  }
};
