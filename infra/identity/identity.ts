// Who is this: accounts, invitations and sessions. What a person may do is never kept here.
import type pg from 'pg';
import {
  findInvitation,
  giveInvitationBack,
  type Invitation,
  type Invited,
  invite,
  type ListedAccount,
  listAccounts,
  useInvitation,
} from './account-records.ts';
import {
  createKey,
  type HeldKey,
  hasKey,
  holderOfKey,
  type KeyWish,
  keysOf,
  type ListedKey,
  type MadeKey,
  revokeKey,
} from './api-keys.ts';
import { type Attempts, openAttempts } from './attempts.ts';
import { type Auth, openAuth, PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN, USERNAME } from './auth.ts';
import { asked, type Replied } from './auth-reply.ts';

export type Account = {
  readonly id: string;
  readonly username: string;
  /** The person of the offices; office and acts come from that person's own stream. */
  readonly actorId: string;
  readonly secondFactor: boolean;
  /** Made by the demo: its password stands on a screen. */
  readonly demo: boolean;
};

/** To be sent on to the browser as they are. */
export type Cookies = readonly string[];

export type SignIn =
  | { readonly status: 'signed-in' | 'code-asked'; readonly cookies: Cookies }
  | { readonly status: 'wrong' }
  | { readonly status: 'wait'; readonly seconds: number };

export type Code =
  | { readonly status: 'signed-in'; readonly cookies: Cookies }
  | { readonly status: 'wrong' | 'over' }
  | { readonly status: 'wait'; readonly seconds: number };

export type Enrolment =
  | { readonly status: 'begun'; readonly uri: string; readonly backupCodes: readonly string[] }
  | { readonly status: 'wrong' };

export type Joined =
  | { readonly status: 'joined'; readonly username: string }
  | {
      readonly status:
        | 'invitation-over'
        | 'username-taken'
        | 'username-unfit'
        | 'password-unfit'
        | 'account-exists'
        | 'held-by-key';
    };

type NewAccount = {
  readonly actorId: string;
  readonly username: string;
  readonly password: string;
};

export type Identity = {
  /** Guesses of whoever has no account: receipts are guarded as passwords are. */
  readonly attempts: Attempts;
  sessionOf(headers: Headers): Promise<Account | undefined>;
  signIn(wish: {
    readonly username: string;
    readonly password: string;
    /** Undefined: not known. */
    readonly address: string | undefined;
  }): Promise<SignIn>;
  /** Of the app, or one of the codes kept on paper. */
  giveCode(wish: { readonly code: string; readonly headers: Headers }): Promise<Code>;
  beginSecondFactor(wish: {
    readonly password: string;
    readonly headers: Headers;
  }): Promise<Enrolment>;
  confirmSecondFactor(wish: { readonly code: string; readonly headers: Headers }): Promise<Code>;
  signOut(headers: Headers): Promise<Cookies>;
  /** The token is shown once; only its hash is kept. Null: for the first administrator. */
  invite(wish: { readonly actorId: string | null; readonly hours: number }): Promise<Invited>;
  invitation(token: string): Promise<Invitation | undefined>;
  /** What no account can be made with; asked before anything is recorded. */
  unfit(account: Pick<NewAccount, 'username' | 'password'>): Unfit | undefined;
  /** Uses the invitation up, whoever it was for. */
  join(token: string, account: NewAccount): Promise<Joined>;
  /** Straight away: for the demo's own cast. */
  addDemoAccount(account: NewAccount): Promise<Joined>;
  /** Of another system; shown once, only its hash is kept. */
  createKey(wish: KeyWish): Promise<MadeKey | undefined>;
  holderOfKey(key: string): Promise<HeldKey | undefined>;
  keysOf(actorId: string): Promise<readonly ListedKey[]>;
  hasKey(actorId: string): Promise<boolean>;
  revokeKey(wish: { readonly id: string; readonly actorId: string }): Promise<boolean>;
  /** Who can sign in; for whoever administers. */
  accounts(): Promise<readonly ListedAccount[]>;
  /** Ends every session of an account at once. */
  endSessions(actorId: string): Promise<number>;
  close(): Promise<void>;
};

const accountOf = (user: unknown): Account | undefined => {
  if (typeof user !== 'object' || user === null) return undefined;
  const field = (name: string): unknown => Reflect.get(user, name);
  const text = (name: string): string => String(field(name) ?? '');
  return {
    id: text('id'),
    username: text('username'),
    actorId: text('actorId'),
    secondFactor: field('twoFactorEnabled') === true,
    demo: field('demo') === true,
  };
};

type Unfit = 'username-unfit' | 'password-unfit';

const unfit: Identity['unfit'] = ({ username, password }) => {
  if (!USERNAME.test(username)) return 'username-unfit';
  const chars = [...password].length;
  return chars < PASSWORD_CHARS_MIN || chars > PASSWORD_CHARS_MAX ? 'password-unfit' : undefined;
};

const addAccount = async (
  { auth, pool }: Parts,
  account: NewAccount & { readonly demo: boolean },
): Promise<Joined> => {
  const { actorId, username, password, demo } = account;
  const known = await pool.query<{ username: string; actorId: string }>(
    'select username, "actorId" from "user" where username = $1 or "actorId" = $2',
    [username, actorId],
  );
  if (known.rows.some((row) => row.actorId === actorId)) return { status: 'account-exists' };
  if (known.rows.length > 0) return { status: 'username-taken' };
  if (await hasKey(pool, actorId)) return { status: 'held-by-key' };
  const { internalAdapter, password: passwords } = await auth.$context;
  const hashed = await passwords.hash(password);
  const made = { name: actorId, email: `${username}@lindung.invalid`, emailVerified: true };
  const user = await internalAdapter.createUser(
    { ...made, username, actorId, demo },
    { method: 'email-password' },
  );
  await internalAdapter.linkAccount({
    ...{ userId: user.id, accountId: user.id, providerId: 'credential', password: hashed },
  });
  return { status: 'joined', username };
};

type Parts = { readonly auth: Auth; readonly pool: pg.Pool; readonly attempts: Attempts };

/**
 * Wrong name and wrong password are answered alike, and take the same time. What can be no name (a
 * password in the wrong field) is nobody's account: it counts by its address alone.
 */
const signIn = async (
  { auth, attempts }: Parts,
  { username, password, address }: Parameters<Identity['signIn']>[0],
): Promise<SignIn> => {
  const isName = USERNAME.test(username);
  const guess = { account: isName ? username : undefined, address };
  const seconds = await attempts.begin(guess);
  if (seconds > 0) return { status: 'wait', seconds };
  if (!isName) return { status: 'wrong' };
  const reply = await asked(() =>
    auth.api.signInUsername({ body: { username, password }, asResponse: true }),
  );
  if (!reply.ok) return { status: 'wrong' };
  await attempts.succeeded(guess);
  const status = reply.body['twoFactorRedirect'] === true ? 'code-asked' : 'signed-in';
  return { status, cookies: reply.cookies };
};

const TOTP = /^\d{6}$/;

const verified = async ({ auth }: Parts, code: string, headers: Headers): Promise<Replied> => {
  const plain = code.replace(/\s/g, '');
  return asked(() =>
    TOTP.test(plain)
      ? auth.api.verifyTOTP({ body: { code: plain }, headers, asResponse: true })
      : auth.api.verifyBackupCode({ body: { code: plain }, headers, asResponse: true }),
  );
};

const LOCKED_SECONDS = 900;

const codeAnswer = (reply: Replied): Code => {
  if (reply.ok) return { status: 'signed-in', cookies: reply.cookies };
  if (reply.code === 'ACCOUNT_TEMPORARILY_LOCKED')
    return { status: 'wait', seconds: LOCKED_SECONDS };
  const isOver = ['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'];
  return { status: isOver.includes(reply.code) ? 'over' : 'wrong' };
};

const join = async (parts: Parts, token: string, account: NewAccount): Promise<Joined> => {
  const wrong = unfit(account);
  if (wrong !== undefined) return { status: wrong };
  // Used first: two who open one link at once make one account.
  if (!(await useInvitation(parts.pool, token, account.actorId)))
    return { status: 'invitation-over' };
  const joined = await addAccount(parts, { ...account, demo: false });
  if (joined.status !== 'joined') await giveInvitationBack(parts.pool, token);
  return joined;
};

export const openIdentity = (place: {
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly publicUrl: string;
}): Identity => {
  const attempts = openAttempts(place.pool, place.secret);
  const parts: Parts = { ...place, auth: openAuth(place), attempts };
  const { auth, pool } = parts;
  return {
    attempts,
    invite: (wish) => invite(pool, wish),
    invitation: (token) => findInvitation(pool, token),
    async sessionOf(headers) {
      const found = await auth.api.getSession({ headers });
      return found === null ? undefined : accountOf(found.user);
    },
    signIn: (wish) => signIn(parts, wish),
    giveCode: async ({ code, headers }) => codeAnswer(await verified(parts, code, headers)),
    async beginSecondFactor({ password, headers }) {
      const reply = await asked(() =>
        auth.api.enableTwoFactor({ body: { password }, headers, asResponse: true }),
      );
      const { totpURI, backupCodes } = reply.body;
      if (!reply.ok || typeof totpURI !== 'string') return { status: 'wrong' };
      const codes = Array.isArray(backupCodes) ? backupCodes.map(String) : [];
      return { status: 'begun', uri: totpURI, backupCodes: codes };
    },
    async confirmSecondFactor({ code, headers }) {
      const plain = code.replace(/\s/g, '');
      if (!TOTP.test(plain)) return { status: 'wrong' };
      return codeAnswer(await verified(parts, plain, headers));
    },
    signOut: async (headers) =>
      (await asked(() => auth.api.signOut({ headers, asResponse: true }))).cookies,
    join: (token, account) => join(parts, token, account),
    unfit,
    async addDemoAccount(account) {
      const wrong = unfit(account);
      return wrong === undefined
        ? addAccount(parts, { ...account, demo: true })
        : { status: wrong };
    },
    createKey: (wish) => createKey(pool, wish),
    holderOfKey: (key) => holderOfKey(pool, key),
    keysOf: (actorId) => keysOf(pool, actorId),
    hasKey: (actorId) => hasKey(pool, actorId),
    revokeKey: (wish) => revokeKey(pool, wish),
    accounts: () => listAccounts(pool),
    async endSessions(actorId) {
      const ended = await pool.query(
        'delete from session using "user" u where "userId" = u.id and u."actorId" = $1',
        [actorId],
      );
      return ended.rowCount ?? 0;
    },
    close: () => pool.end(),
  };
};
