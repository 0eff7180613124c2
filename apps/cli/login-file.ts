// Who has signed in on the command line of this machine's user: tokens in one file that only they can read.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from './private-file.ts';

const OTHERS = 0o077;

const Login = z.object({
  /** The data folder of the installation that gave it out. */
  place: z.string(),
  username: z.string(),
  actorId: z.string(),
  token: z.string(),
  expiresAt: z.string(),
});
export type Login = z.output<typeof Login>;

const File = z.object({ logins: z.array(Login) });

export const loginPath = (): string => {
  const config = process.env['XDG_CONFIG_HOME'] ?? '';
  return join(config === '' ? join(homedir(), '.config') : config, 'lindung', 'login.json');
};

/** A file that others can read is believed no more than one that is not there. */
const readAll = (): readonly Login[] => {
  try {
    const path = loginPath();
    if ((statSync(path).mode & OTHERS) !== 0) return [];
    return File.parse(JSON.parse(readFileSync(path, 'utf8'))).logins;
  } catch {
    return [];
  }
};

const isAt =
  (dataDir: string) =>
  ({ place }: Login): boolean =>
    place === resolve(dataDir);

/** The newest first. */
export const loginsAt = (dataDir: string): readonly Login[] =>
  readAll().filter(isAt(dataDir)).toReversed();

export const hasLogin = (): boolean => readAll().length > 0;

const write = async (logins: readonly Login[]): Promise<void> => {
  const path = loginPath();
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  await writePrivateFile(path, `${JSON.stringify({ logins }, null, 2)}\n`);
};

/** The newest login is the one that acts where none is named. */
export const keepLogin = (login: Omit<Login, 'place'>, dataDir: string): Promise<void> => {
  const place = resolve(dataDir);
  const others = readAll().filter((one) => one.place !== place || one.actorId !== login.actorId);
  return write([...others, { ...login, place }]);
};

export const forgetLogins = (gone: readonly Login[]): Promise<void> => {
  const tokens = new Set(gone.map(({ token }) => token));
  return write(readAll().filter(({ token }) => !tokens.has(token)));
};
