// What a running program says keeps failing in it: one small file that `lindung status` reads.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Trouble = z.object({
  /** What fails, e.g. `ActivityFails`; the words for it are the screen's. */
  kind: z.string(),
  /** Which one: a workflow, a projection; never a person. */
  subject: z.string(),
  /** A code or the words of our own failure. */
  reason: z.string(),
  since: z.iso.datetime(),
  at: z.iso.datetime(),
});

const HealthFile = z.object({ pid: z.number().int(), troubles: z.array(Trouble) });

export type Trouble = z.infer<typeof Trouble>;

export type ProgramHealth = {
  trouble(trouble: Pick<Trouble, 'kind' | 'subject' | 'reason'>): void;
  /** It went well again; a failure that nobody repeats is forgotten by itself after a while. */
  wentWell(kind: string, subject: string): void;
};

/** Longer than any pause between two tries of the same thing. */
const FORGOTTEN_AFTER_MS = 900_000;
/** A step that only a person can mend is tried once an hour. */
const STEP_FORGOTTEN_AFTER_MS = 4_500_000;

const isRemembered = ({ kind, at }: Trouble, now: Date): boolean =>
  now.getTime() - Date.parse(at) <
  (kind === 'ActivityFails' ? STEP_FORGOTTEN_AFTER_MS : FORGOTTEN_AFTER_MS);
const KEPT_MAX = 50;
const REASON_CHARS = 300;

const pathOf = (dataDir: string, program: string): string =>
  join(dataDir, 'health', `${program}.json`);

const write = (dataDir: string, program: string, troubles: readonly Trouble[]): void => {
  const path = pathOf(dataDir, program);
  try {
    mkdirSync(join(dataDir, 'health'), { recursive: true, mode: 0o700 });
    const text = `${JSON.stringify({ pid: process.pid, troubles })}\n`;
    writeFileSync(`${path}.${process.pid}`, text, { mode: 0o600 });
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // A full disk must not end the program that tells of its troubles.
  }
};

/** Begins with nothing to complain about: what an earlier process said is over. */
export const openProgramHealth = (
  dataDir: string,
  program: string,
  now: () => Date = () => new Date(),
): ProgramHealth => {
  const known = new Map<string, Trouble>();
  const keyOf = (kind: string, subject: string): string => `${kind}\n${subject}`;
  const save = (): void => write(dataDir, program, [...known.values()].slice(-KEPT_MAX));
  save();
  return {
    trouble({ kind, subject, reason }) {
      const at = now().toISOString();
      const key = keyOf(kind, subject);
      const since = known.get(key)?.since ?? at;
      known.delete(key); // the latest stand last
      known.set(key, { kind, subject, reason: reason.slice(0, REASON_CHARS), since, at });
      if (KEPT_MAX * 2 < known.size) known.delete([...known.keys()][0] ?? '');
      save();
    },
    wentWell(kind, subject) {
      if (known.delete(keyOf(kind, subject))) save();
    },
  };
};

/** Of the process that runs now; none when it never said anything. */
export const readTroubles = (
  dataDir: string,
  program: { readonly name: string; readonly pid: number | undefined },
  now: Date = new Date(),
): readonly Trouble[] => {
  try {
    const text = readFileSync(pathOf(dataDir, program.name), 'utf8');
    const { pid, troubles } = HealthFile.parse(JSON.parse(text));
    if (pid !== program.pid) return [];
    return troubles.filter((trouble) => isRemembered(trouble, now));
  } catch {
    return [];
  }
};
