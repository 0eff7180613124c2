// One supervisor per data folder: a lock that names a living process, and is free when it died.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { identityOf, isSameProcess, type ProcessIdentity } from './runtime-file.ts';
import { errorCode } from './sentence.ts';

const Holder = z.object({ pid: z.number().int(), startedAt: z.string() });

export type Lock =
  | { readonly status: 'taken'; readonly stale?: ProcessIdentity; release(): void }
  | { readonly status: 'held'; readonly by: ProcessIdentity };

const readHolder = (path: string): ProcessIdentity | undefined => {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
};

/** `link` fails when the name exists: exactly one of several starts gets it. */
const tryLink = (mine: string, path: string): boolean => {
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
};

/** Moves a dead holder's lock away; if a living one slipped in meanwhile, puts it back. */
const clearStale = (path: string): void => {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // another start cleared it first
  }
  const holder = readHolder(aside);
  if (holder !== undefined && isSameProcess(holder)) tryLink(aside, path);
  rmSync(aside, { force: true });
};

const lockPath = (dataDir: string): string => join(dataDir, 'supervisor.lock');

/** The living supervisor of this data folder, also while it still starts. */
export const lockHolder = (dataDir: string): ProcessIdentity | undefined => {
  const holder = readHolder(lockPath(dataDir));
  return holder !== undefined && isSameProcess(holder) ? holder : undefined;
};

export const takeSupervisorLock = (dataDir: string): Lock => {
  const path = lockPath(dataDir);
  const mine = `${path}.${process.pid}`;
  const identity = identityOf(process.pid);
  writeFileSync(mine, JSON.stringify(identity), { mode: 0o600 });
  let stale: ProcessIdentity | undefined;
  try {
    for (;;) {
      if (tryLink(mine, path)) break;
      const holder = readHolder(path);
      if (holder !== undefined && isSameProcess(holder)) return { status: 'held', by: holder };
      stale = holder ?? stale;
      clearStale(path);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  const release = (): void => rmSync(path, { force: true });
  return { status: 'taken', release, ...(stale !== undefined && { stale }) };
};
