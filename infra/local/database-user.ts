// The account PostgreSQL runs as: ours, or, because it refuses root, one that may do nothing else.
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { failure } from './local-failure.ts';

export type DatabaseUser = { readonly name: string; readonly uid: number; readonly gid: number };

const lookUp = (name: string): DatabaseUser | undefined => {
  const id = (flag: string): number => {
    const out = execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] });
    return Number(out.toString('utf8').trim());
  };
  try {
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
};

/** `undefined`: we are not root and run it ourselves. No account is ever created. */
export const databaseUser = (): DatabaseUser | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (user !== undefined) return user;
  throw failure('Local.NoDatabaseUser', {
    id: 'PostgreSQL menolak berjalan sebagai root, dan tidak ada pengguna "postgres" atau "nobody". Jalankan sebagai pengguna biasa, atau buat pengguna "postgres".',
    en: 'PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody". Run as an ordinary user, or create the user "postgres".',
  });
};

const mayEnter = (path: string, user: DatabaseUser): boolean => {
  const { mode, uid, gid } = statSync(path);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
};

/** Whether the user may walk to this existing folder. Access lists are not read: when in doubt, no. */
export const canReach = (path: string, user: DatabaseUser | undefined): boolean => {
  if (user === undefined) return true;
  for (let at = path; ; at = dirname(at)) {
    if (!existsSync(at) || !mayEnter(at, user)) return false;
    if (dirname(at) === at) return true;
  }
};

/** Nobody but root or the database's user may have laid this folder for us. */
const isTrusted = (path: string, user: DatabaseUser): boolean => {
  const { uid } = lstatSync(path);
  return lstatSync(path).isDirectory() && (uid === 0 || uid === user.uid);
};

/** A folder outside the closed home that the database's user may enter. */
export const folderOutside = (name: string, user: DatabaseUser): string => {
  for (const parent of ['/var/lib', '/var/tmp', tmpdir()]) {
    const folder = join(parent, name);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 });
      if (canReach(folder, user) && isTrusted(folder, user)) return folder;
    } catch {
      // A read-only /var/lib is common in containers: try the next one.
    }
  }
  throw failure('Local.NoPlaceForDatabase', {
    id: `Tidak ada folder yang dapat dimasuki pengguna "${user.name}" untuk data PostgreSQL. Atur LINDUNG_DATA ke folder yang dapat dimasukinya.`,
    en: `There is no folder that the user "${user.name}" may enter for PostgreSQL's data. Set LINDUNG_DATA to one that it may enter.`,
  });
};
