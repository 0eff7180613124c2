// What every story of the demo shares: its narrator, its folder, its ids, what it remembers.
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import type { LocalDate } from '../../domain/calendar.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import type { Narrator } from './narrator.ts';

export type Story = {
  readonly narrator: Narrator;
  /** Only for the files of this story; holds personal data, so it is closed to others. */
  readonly folder: string;
  readonly storyId: string;
  /** The day on which the story was first told here: told again later, it is the same story. */
  readonly today: LocalDate;
};

/** What is worth a look when the story has ended. */
export type Lived = { readonly workerId: string; readonly claimId: string };

/** Ids follow from the story, so that the story told again is the same story. */
export const idOf = ({ storyId }: Pick<Story, 'storyId'>, thing: string): string =>
  streamIds.derived(storyId, thing);

/** As a person in this folder would type it. */
export const pathOf = ({ folder }: Pick<Story, 'folder'>, name: string): string => {
  const path = join(folder, name);
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
