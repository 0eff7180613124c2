// What every chapter of Bontang's story shares: its narrator, its folder, its ids, what it remembers.
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import type { LocalDate } from '../../../domain/calendar.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import type { Narrator } from '../narrator.ts';
import type { Scenario } from './scenario.ts';

export type Telling = {
  readonly narrator: Narrator;
  readonly scenario: Scenario;
  /** Only for the files of this story; holds personal data, so it is closed to others. */
  readonly folder: string;
  readonly storyId: string;
  /** The day on which the story was first told here: told again later, it is the same story. */
  readonly today: LocalDate;
};

/** Ids follow from the story, so that the story told again is the same story. */
export const idOf = (telling: Telling, thing: string): string =>
  streamIds.derived(telling.storyId, thing);

/** As a person in this folder would type it. */
export const pathOf = (telling: Telling, name: string): string => {
  const path = join(telling.folder, name);
  const short = relative(process.cwd(), path);
  return short.length < path.length ? short : path;
};

export const writeClosed = async (path: string, text: string): Promise<void> =>
  writeFile(path, text, { mode: 0o600 });

export const contentOf = async (path: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
};

/** Chosen once and kept in the folder: what was true at the first telling may have changed since. */
export const remembered = async <Value>(
  path: string,
  schema: z.ZodType<Value>,
  choose: () => Promise<Value>,
): Promise<Value> => {
  const kept = await contentOf(path);
  const parsed = kept === undefined ? undefined : schema.safeParse(JSON.parse(kept.toString()));
  if (parsed?.success === true) return parsed.data;
  const value = await choose();
  await writeClosed(path, JSON.stringify(value));
  return value;
};
