// The list of destroyed keys outside the database: a restored backup must not bring one back.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

export type Tombstone = {
  readonly subject: string;
  readonly reason: string;
  readonly shreddedAt: string;
};

/**
 * On disk before the key is destroyed: a crash between the two leaves a promise, not a gap. It begins a
 * line of its own: the half line of an earlier crash must not swallow it.
 */
export const appendTombstone = (path: string, tombstone: Tombstone): void => {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a', 0o600);
  try {
    writeFileSync(file, `\n${JSON.stringify(tombstone)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const parse = (line: string): Tombstone | undefined => {
  try {
    const read: unknown = JSON.parse(line);
    if (typeof read !== 'object' || read === null) return undefined;
    const {
      subject,
      reason,
      shreddedAt,
    }: { subject?: unknown; reason?: unknown; shreddedAt?: unknown } = read;
    if (typeof subject !== 'string') return undefined;
    return { subject, reason: String(reason), shreddedAt: String(shreddedAt) };
  } catch {
    return undefined; // an empty line, or the half one of a crash: its shred had not been answered
  }
};

export const readTombstones = (path: string): readonly Tombstone[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .map(parse)
        .filter((tombstone) => tombstone !== undefined)
    : [];
