// One simulator per folder: two of them would book the same payment twice.
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const contentOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** A number may have been given to another program since; where the system tells, we ask. */
const isSimulator = (pid: number): boolean => {
  const commandLine = contentOf(`/proc/${pid}/cmdline`);
  return commandLine === undefined || commandLine.includes('bank-simulator');
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return isSimulator(pid);
};

/** A lock that carries its holder from its first moment on: written aside, then linked. */
const linkLock = (path: string): boolean => {
  const temp = `${path}.${process.pid}`;
  writeFileSync(temp, String(process.pid), { mode: 0o600 });
  try {
    linkSync(temp, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temp, { force: true });
  }
};

/** False when a living simulator holds the folder; a dead one's lock is taken over. */
export const takeLock = (path: string): boolean => {
  const content = contentOf(path);
  if (content === undefined) return linkLock(path);
  const holder = Number(content);
  // Our own number in a lock that we did not write: it was given to us after its holder died.
  if (holder !== process.pid && isAlive(holder)) return false;
  rmSync(path, { force: true });
  return linkLock(path);
};

export const freeLock = (path: string): void => {
  if (contentOf(path) === String(process.pid)) rmSync(path, { force: true });
};
