// better-auth over our own schema `identity`: passwords, one-time codes and sessions, and nothing else of it.
import { betterAuth } from 'better-auth';
import { bearer } from 'better-auth/plugins/bearer';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { verifyIdentity } from '../database/identity.ts';

const HOUR_S = 3_600;
/** A working day: who comes back the next morning signs in again. */
const SESSION_S = 12 * HOUR_S;
const CODE_WAITS_S = 600;
const CONNECTIONS_MAX = 4;
const CONNECT_LIMIT_MS = 10_000;
const STATEMENT_LIMIT_MS = 10_000;

export const PASSWORD_CHARS_MIN = 12;
export const PASSWORD_CHARS_MAX = 128;
export const USERNAME = /^[a-z0-9][a-z0-9._-]{2,39}$/;

/** Where the identity tables lie: every name of the library is found there and nowhere else. */
export const openIdentityPool = (options: {
  readonly url: string;
  readonly applicationName: string;
  readonly identity?: string | undefined;
}): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: CONNECTIONS_MAX,
    application_name: `${options.applicationName}:identity`,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    statement_timeout: STATEMENT_LIMIT_MS,
    keepAlive: true,
    options: '-c timezone=UTC -c search_path=identity',
    ...(options.identity !== undefined && { verify: verifyIdentity(options.identity) }),
  });
  // A connection lost while idle ends the process without a listener; the next query opens another.
  pool.on('error', () => undefined);
  return pool;
};

export type AuthPlace = {
  readonly pool: pg.Pool;
  /** Derived from the installation's root key; signs cookies and seals the secrets of codes. */
  readonly secret: string;
  /** As browsers see it: `https` makes the cookies secure. */
  readonly publicUrl: string;
};

/** Its HTTP routes are mounted nowhere: our own pages call it, so that nothing else can be reached. */
export const openAuth = ({ pool, secret, publicUrl }: AuthPlace) =>
  betterAuth({
    appName: 'Lindung',
    baseURL: publicUrl,
    secret,
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_CHARS_MIN,
      maxPasswordLength: PASSWORD_CHARS_MAX,
    },
    session: { expiresIn: SESSION_S, updateAge: HOUR_S, cookieCache: { enabled: false } },
    user: {
      additionalFields: {
        // The person of the offices who signs in here; no page and no call can set it.
        actorId: { type: 'string', required: true, input: false, unique: true },
        demo: { type: 'boolean', required: true, input: false, defaultValue: false },
      },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 40,
        usernameValidator: (name) => USERNAME.test(name.toLowerCase()),
        displayUsername: false,
      }),
      twoFactor({ issuer: 'Lindung', twoFactorCookieMaxAge: CODE_WAITS_S }),
      bearer(),
    ],
    advanced: {
      cookiePrefix: 'lindung',
      useSecureCookies: publicUrl.startsWith('https:'),
      // Who signed in from where is not ours to keep beside the act itself.
      ipAddress: { disableIpTracking: true },
    },
  });

export type Auth = ReturnType<typeof openAuth>;
