// Where checkpoints are handed out: a folder that auditors copy from, or that another house mounts.
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Checkpoint, readNote, type Verifier } from './checkpoint.ts';
import type { OutsideNote } from './seal-examination.ts';

const LATEST = 'latest.txt';

export type CheckpointFolder = {
  /** The last checkpoint that was handed out, if it is still there and ours. */
  last(): Checkpoint | undefined;
  put(checkpoint: Checkpoint, note: string): void;
};

/** Each log of a machine has its own: `lindung/<log>` names the folder by the log. */
export const folderOf = (folder: string, keyName: string): string =>
  join(folder, basename(keyName));

const write = (path: string, note: string): void => {
  writeFileSync(`${path}.${process.pid}`, note, { mode: 0o644, flush: true });
  renameSync(`${path}.${process.pid}`, path);
};

/** One file that is always the newest, and of every hour the last one: a day leaves 24 files. */
export const openCheckpointFolder = (folder: string, verifier: Verifier): CheckpointFolder => {
  const own = folderOf(folder, verifier.name);
  return {
    last() {
      try {
        const read = readNote(readFileSync(join(own, LATEST), 'utf8'), verifier);
        return read.status === 'signed' ? read.checkpoint : undefined;
      } catch {
        return undefined; // none yet, or taken away
      }
    },
    put(checkpoint, note) {
      mkdirSync(own, { recursive: true });
      write(join(own, `${checkpoint.sealedAt.slice(0, 13)}.txt`), note);
      write(join(own, LATEST), note);
    },
  };
};

/** The notes of a file, or of every `.txt` in a folder. Throws what the file system says. */
export const readCheckpoints = (path: string): readonly OutsideNote[] => {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  return files.map((file) => ({ file, note: readFileSync(file, 'utf8') }));
};
