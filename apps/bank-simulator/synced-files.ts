// Writing and moving files so that a kill at any moment leaves either the old or the new state.
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const syncPath = (path: string): void => {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};

export const moveInto = (from: string, to: string): void => {
  renameSync(from, to);
  syncPath(dirname(to));
};

/** Whole or not at all. */
export const writeSynced = (path: string, bytes: Uint8Array): void => {
  const temp = `${path}.tmp`;
  writeFileSync(temp, bytes, { mode: 0o600 });
  syncPath(temp);
  moveInto(temp, path);
};
