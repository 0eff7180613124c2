// Named places where a test may kill a process for certain, as a power cut would.
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** Between which two steps the process dies; set by LINDUNG_FAULT, never in production. */
export const FAULT_POINTS = [
  'worker.after-append',
  'worker.after-payables',
  'worker.after-intents',
  'worker.after-file-stored',
  'worker.after-file-prepared',
  'worker.after-file-drop',
  'worker.after-sent',
  'worker.after-roster-chunk',
  'gateway.after-bank-line',
  'relay.after-publish',
  'projector.before-commit',
  'bank.after-book',
  'bank.before-answer',
  'bank.after-answer',
  'cli.after-send',
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

const { LINDUNG_FAULT: wanted = '' } = process.env;
const named = /^([a-z.-]+)(?::(\d+))?$/.exec(wanted);
let passesLeft = Number(named?.[2] ?? '1');

/** Renaming is atomic: of several processes at the point, and of their successors, one takes it. */
const takeOrder = (path: string, commandId: string | undefined): string | undefined => {
  if (!existsSync(path)) return undefined;
  try {
    const [victim = '', only = ''] = readFileSync(path, 'utf8').split('\n');
    if (only !== '' && only !== commandId) return undefined;
    renameSync(path, `${path}.done`);
    return victim;
  } catch {
    return undefined;
  }
};

/** SIGKILL, not exit: no handler, no flush and no `finally` may tidy up. */
const kill = (pid: number): void => {
  process.kill(pid, 'SIGKILL');
};

/**
 * LINDUNG_FAULT is the name of a point, optionally with `:N`: whoever passes it the Nth time dies. Or
 * it is a folder: a file there, named after a point, is carried out once, by the first to pass. Its
 * first line names the process to die, empty for whoever passes: so a service dies while its client
 * stands between two steps. Its second line, if any, is the command that must be passing.
 */
export const faultPoint = (name: FaultPoint, commandId?: string): void => {
  if (isAbsolute(wanted)) {
    const victim = takeOrder(join(wanted, name), commandId);
    if (victim !== undefined) kill(victim === '' ? process.pid : Number(victim));
    return;
  }
  if (named?.[1] !== name) return;
  passesLeft -= 1;
  if (passesLeft <= 0) kill(process.pid);
};

export type Fault = typeof faultPoint;
