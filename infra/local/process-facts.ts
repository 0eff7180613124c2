// What the operating system knows about a process: alive, since when, with which command line.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ps = (pid: number, field: string): string | undefined => {
  try {
    const args = ['-o', `${field}=`, '-p', String(pid)];
    const text = execFileSync('ps', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return text.trim() || undefined;
  } catch {
    return undefined;
  }
};

const procStat = (pid: number): readonly string[] | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold blanks: count the fields after the last one.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
};

/** A zombie counts as dead: it holds no file and no port. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return procStat(pid)?.[0] !== 'Z';
};

/** Ticks count from the boot of the machine, so the boot is named too. */
const bootId = (): string => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'unknown';
  }
};

/** Together with the pid this names one process for ever: a reused pid has another start time. */
export const processStartedAt = (pid: number): string | undefined => {
  if (!isAlive(pid)) return undefined;
  const ticks = procStat(pid)?.[19];
  return ticks === undefined ? ps(pid, 'lstart') : `ticks ${ticks} boot ${bootId()}`;
};

export const commandLine = (pid: number): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined;
  } catch {
    return ps(pid, 'command');
  }
};
