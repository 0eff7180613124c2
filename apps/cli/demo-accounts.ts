// Accounts for the cast of the demo, and for nobody else: one password, made here and printed once more.
import { randomInt } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { officeDay } from '../../domain/calendar.ts';
import { openIdentityPool } from '../../infra/identity/auth.ts';
import { openIdentity } from '../../infra/identity/identity.ts';
import { isHeldOn, listActors } from '../../projections/actor-directory.ts';
import { accountPhrases as phrases } from '../copy/account-phrases.ts';
import { acts, wordOf } from '../copy/code-words.ts';
import { say } from '../copy/text.ts';
import { remembered } from '../demo/story-parts.ts';
import { webAddress } from './commands/account.ts';
import type { Session } from './session.ts';

const WORDS = ['mangga', 'sungai', 'perahu', 'kelapa', 'bakau', 'rotan', 'jukung', 'pelita'];
const PASSWORD_WORDS = 3;
const DIGITS = 10_000;

/** Easy to type, hard to guess from elsewhere; it opens invented data only. */
const makePassword = (): string => {
  const words = Array.from({ length: PASSWORD_WORDS }, () => WORDS[randomInt(WORDS.length)]);
  return `${words.join('-')}-${randomInt(DIGITS)}`;
};

const passwordIn = async (folder: string): Promise<string> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return remembered(join(folder, 'kata-sandi.json'), z.string().min(12), () =>
    Promise.resolve(makePassword()),
  );
};

const withIdentity = async (
  { connection }: Session,
  work: (identity: ReturnType<typeof openIdentity>) => Promise<void>,
): Promise<void> => {
  const { databaseUrl: url, databaseIdentity: identity } = connection;
  const pool = openIdentityPool({ url, applicationName: 'lindung:demo', identity });
  // Only accounts are made: no cookie is signed here, so the web program's secret is not needed.
  const opened = openIdentity({ pool, secret: makePassword(), publicUrl: 'http://127.0.0.1' });
  try {
    await work(opened);
  } finally {
    await opened.close();
  }
};

/** Nothing where no web program runs. Told again, the same accounts with the same password. */
export const demoAccountLines = async (
  session: Session,
  folder: string,
): Promise<readonly string[]> => {
  const url = webAddress(session.connection.dataDir);
  if (url === undefined) return [];
  const { language, now, db } = session;
  const password = await passwordIn(folder);
  const today = officeDay(now());
  const people = await listActors(db);
  await withIdentity(session, async (identity) => {
    for (const { actorId } of people)
      await identity.addDemoAccount({ actorId, username: actorId, password });
  });
  const lines = people.map(({ actorId: account, roles }) => {
    const held = roles.filter((role) => isHeldOn(role, today));
    const words = [...new Set(held.map(({ act }) => wordOf(acts, act, language)))].join(', ');
    return `  ${say(language, phrases.demoAccount, { account, acts: words })}`;
  });
  return [say(language, phrases.demoAccounts, { url, password }), ...lines];
};
