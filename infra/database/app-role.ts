// The role the programs log in as: it owns nothing, so no program can alter or empty the log.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { errorCode } from '../local/sentence.ts';

const STEM = 'lindung_app';
/** Of an identifier of PostgreSQL. */
const NAME_BYTES_MAX = 63;

/**
 * Roles belong to the cluster: each database has its own, or two installations on one server would
 * keep changing each other's password. Plain enough to stand unquoted in a statement.
 */
export const appRoleOf = (database: string): string => {
  const name = `${STEM}_${database}`;
  if (/^[a-z\d_]+$/.test(database) && name.length <= NAME_BYTES_MAX) return name;
  return `${STEM}_${createHash('sha256').update(database).digest('hex').slice(0, 16)}`;
};

/** The role for the database that an address names. */
export const appRoleAt = (url: string): string =>
  appRoleOf(decodeURIComponent(new URL(url).pathname.slice(1)));

/** The owner's address with the application's name and password in it. */
export const appUrl = (ownerUrl: string, appPassword: string): string => {
  const url = new URL(ownerUrl);
  url.username = appRoleAt(ownerUrl);
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

const roleExists = async (client: pg.Client, role: string): Promise<boolean> =>
  (await client.query('select from pg_roles where rolname = $1', [role])).rowCount === 1;

// Roles belong to the cluster, advisory locks to a database: two databases set up at the same moment
// can still meet in pg_authid, so the codes of that meeting are tried again.
const CODES_OF_A_MEETING: readonly (string | undefined)[] = ['23505', '42710', 'XX000', '40001'];
const TRIES = 8;

const setPassword = async (client: pg.Client, role: string, password: string): Promise<void> => {
  // Only a superuser may even say NOSUPERUSER of a role that exists; a hosted owner is none.
  const verb = (await roleExists(client, role)) ? 'alter' : 'create';
  const rights = verb === 'create' ? 'nosuperuser nocreatedb nocreaterole noreplication' : '';
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock(7302, 2)');
    await client.query(
      `${verb} role ${role} login ${rights} ` +
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
  const role = appRoleAt(ownerUrl);
  for (let attempt = 1; ; attempt += 1) {
    if ((await roleExists(client, role)) && (await canLogIn(appUrl(ownerUrl, appPassword)))) return;
    try {
      await setPassword(client, role, appPassword);
      return;
    } catch (error) {
      if (attempt === TRIES || !CODES_OF_A_MEETING.includes(errorCode(error))) throw error;
      await sleep(20 * attempt + Math.floor(Math.random() * 40));
    }
  }
};
