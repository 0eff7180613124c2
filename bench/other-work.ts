// How much of the processor others used while we measured: Linux only, elsewhere it stays unknown.
import { readdirSync, readFileSync } from 'node:fs';

type Ticks = { readonly all: number; readonly busy: number; readonly own: number };
type Entry = { readonly pid: number; readonly parent: number; readonly ticks: number };

/** Own time and that of children who ended and were waited for. */
const entryOf = (pid: number): Entry | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid, parent: Number(fields[1]), ticks };
  } catch {
    return undefined; // it ended meanwhile
  }
};

const ownTicks = (): number => {
  const entries = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => entryOf(Number(name)) ?? []);
  const ours = new Set([process.pid]);
  let known = 0;
  while (known < ours.size) {
    known = ours.size;
    for (const { pid, parent } of entries) if (ours.has(parent)) ours.add(pid);
  }
  return entries.reduce((sum, { pid, ticks }) => sum + (ours.has(pid) ? ticks : 0), 0);
};

const readTicks = (): Ticks => {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const fields = line.trim().split(/\s+/).slice(1, 9).map(Number);
  const all = fields.reduce((sum, field) => sum + field, 0);
  const [idle = 0, waiting = 0] = fields.slice(3, 5);
  return { all, busy: all - idle - waiting, own: ownTicks() };
};

/** Call it before; what it answers, called after, is the share of all cores that others took. */
export const watchOtherWork = (): (() => number | undefined) => {
  if (process.platform !== 'linux') return () => undefined;
  const before = readTicks();
  return () => {
    const after = readTicks();
    const others = after.busy - before.busy - (after.own - before.own);
    return Math.max(0, others) / (after.all - before.all);
  };
};
