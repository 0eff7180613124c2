// `lindung login|logout|whoami`: a session of one's own on the command line, kept in a file of one's own.
import type { Command } from 'commander';
import { readSettings } from '../../../infra/config/settings.ts';
import { openIdentityPool } from '../../../infra/identity/auth.ts';
import { type Cookies, type Identity, openIdentity } from '../../../infra/identity/identity.ts';
import {
  endToken,
  holderOfToken,
  takesNamesOnTrust,
} from '../../../infra/identity/session-records.ts';
import { deriveKey } from '../../../infra/keys/key-derivation.ts';
import { loadMasterKey } from '../../../infra/keys/master-key.ts';
import { formatInstant } from '../../copy/format.ts';
import { loginPhrases as phrases } from '../../copy/login-phrases.ts';
import { say } from '../../copy/text.ts';
import { lacksSecondFactor } from '../acting-person.ts';
import type { Cli, Terminal } from '../cli.ts';
import { forgetLogins, keepLogin, type Login, loginPath, loginsAt } from '../login-file.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import type { Session } from '../session.ts';

const LOOPBACK = 'http://127.0.0.1';

type At = { readonly session: Session; readonly identity: Identity };

/** The same secret as the web program's: the codes of an account are sealed by it. */
const withIdentity = async <Answer>(
  session: Session,
  work: (at: At) => Promise<Answer>,
): Promise<Answer> => {
  const { databaseUrl: url, databaseIdentity: own, dataDir } = session.connection;
  const settings = readSettings();
  const root = loadMasterKey({ dataDir, given: settings.keys }).root;
  const pool = openIdentityPool({ url, applicationName: 'lindung:cli', identity: own });
  const secret = deriveKey(root, 'identity').toString('base64url');
  const identity = openIdentity({ pool, secret, publicUrl: settings.webUrl ?? LOOPBACK });
  try {
    return await work({ session, identity });
  } finally {
    await identity.close();
  }
};

const cookieNamed = (cookies: Cookies, name: string): string => {
  const pair = cookies.map((cookie) => cookie.split(';')[0] ?? '');
  const found = pair.find((one) => one.slice(0, one.indexOf('=')).endsWith(name)) ?? '';
  return decodeURIComponent(found.slice(found.indexOf('=') + 1));
};

/** The cookie is the token and a signature over it; rows are found by the token. */
const tokenIn = (cookies: Cookies): string =>
  cookieNamed(cookies, 'session_token').split('.')[0] ?? '';

const headersOf = (cookies: Cookies): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ') });

type Asking = { readonly ask: NonNullable<Terminal['ask']> };

type Entered = { readonly token: string } | { readonly outcome: Outcome };

const wait = ({ language }: Session, seconds: number): Entered => ({
  outcome: refusedWith('TooManyAttempts', say(language, phrases.wait, { seconds })),
});

const withCode = async (at: At, cookies: Cookies, { ask }: Asking): Promise<Entered> => {
  const { session, identity } = at;
  const { language } = session;
  const code = await ask(say(language, phrases.code));
  const answer = await identity.giveCode({ code, headers: headersOf(cookies) });
  switch (answer.status) {
    case 'signed-in':
      return { token: tokenIn(answer.cookies) };
    case 'wait':
      return wait(session, answer.seconds);
    case 'over':
      return { outcome: refusedWith('CodeOver', say(language, phrases.codeOver)) };
    case 'wrong':
      return { outcome: refusedWith('CodeWrong', say(language, phrases.codeWrong)) };
  }
};

const enter = async (at: At, username: string, asking: Asking): Promise<Entered> => {
  const { session, identity } = at;
  const { language } = session;
  const password = await asking.ask(say(language, phrases.password));
  const answer = await identity.signIn({ username, password, address: undefined });
  if (answer.status === 'wait') return wait(session, answer.seconds);
  if (answer.status === 'wrong')
    return { outcome: refusedWith('SignInWrong', say(language, phrases.wrong)) };
  return answer.status === 'signed-in'
    ? { token: tokenIn(answer.cookies) }
    : withCode(at, answer.cookies, asking);
};

const keep = async (session: Session, token: string): Promise<Outcome> => {
  const { language, connection, db } = session;
  const holder = await holderOfToken(db, token);
  if (holder === undefined) return refusedWith('SignInWrong', say(language, phrases.wrong));
  if (await lacksSecondFactor(session, holder)) {
    await endToken(db, token);
    return refusedWith('SecondFactorMissing', say(language, phrases.needsCode));
  }
  const { username, actorId } = holder;
  const expiresAt = holder.expiresAt.toISOString();
  await keepLogin({ username, actorId, token, expiresAt }, connection.dataDir);
  const until = formatInstant(expiresAt, language);
  return done({ username, actorId, expiresAt }, [
    say(language, phrases.signedIn, { name: username, actor: actorId, until, file: loginPath() }),
  ]);
};

const login = async (session: Session, cli: Cli, named: string | undefined): Promise<Outcome> => {
  const { language } = session;
  const { ask } = cli.terminal;
  if (ask === undefined) return refusedWith('NoTerminal', say(language, phrases.noTerminal));
  const username = named ?? (await ask(say(language, phrases.account)));
  return withIdentity(session, async (at) => {
    const entered = await enter(at, username.trim().toLowerCase(), { ask });
    return 'outcome' in entered ? entered.outcome : keep(session, entered.token);
  });
};

const isNamed =
  (name: string | undefined) =>
  ({ username, actorId }: Login): boolean =>
    name === undefined || username === name || actorId === name;

/** Ended where it was given out, not only forgotten here. */
const logout = async (session: Session, name: string | undefined): Promise<Outcome> => {
  const { language, connection, db } = session;
  const gone = loginsAt(connection.dataDir).filter(isNamed(name));
  for (const { token } of gone) await endToken(db, token);
  await forgetLogins(gone);
  const ended = gone.map(({ username }) => username);
  return done({ ended }, [
    ...ended.map((one) => say(language, phrases.gone, { name: one })),
    ...(ended.length === 0 ? [say(language, phrases.nobody)] : []),
  ]);
};

const whoami = async ({ language, connection, db }: Session): Promise<Outcome> => {
  const trust = await takesNamesOnTrust(db);
  const held = [];
  for (const { token } of loginsAt(connection.dataDir)) {
    const holder = await holderOfToken(db, token);
    if (holder === undefined) continue;
    const { username, actorId, expiresAt } = holder;
    held.push({ username, actorId, expiresAt: expiresAt.toISOString() });
  }
  return done({ signedIn: held, namesOnTrust: trust }, [
    ...held.map(({ username: name, actorId: actor, expiresAt }) =>
      say(language, phrases.until, { name, actor, until: formatInstant(expiresAt, language) }),
    ),
    ...(held.length === 0 ? [say(language, phrases.nobody)] : []),
    ...(trust ? [say(language, phrases.onTrust)] : []),
  ]);
};

export const registerLogin = (program: Command, cli: Cli): void => {
  program
    .command('login')
    .argument('[account]')
    .action((account: string | undefined) =>
      cli.perform((session) => login(session, cli, account)),
    );
  program
    .command('logout')
    .argument('[account]')
    .action((account: string | undefined) => cli.perform((session) => logout(session, account)));
  program.command('whoami').action(() => cli.perform(whoami));
};
