// Where what was fetched or compiled once is kept for the next start.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The clone's own cache; a clone that may not be written gets one in the home folder beside it. */
export const CACHES: readonly string[] = [
  join(import.meta.dirname, '..', '..', '.cache'),
  join(homedir(), '.cache', 'lindung'),
];

/** Makes the folder where it is missing. */
export const isWritable = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};
