// Reads and records the golden files of events: one per type and version, written once, for ever.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../domain/envelope.ts';
import { canonicalJson } from '../../infra/event-store/canonical-json.ts';

export const eventGoldens = join(import.meta.dirname, 'events');

export type Shown = {
  readonly type: string;
  readonly schemaVersion: number;
  readonly samples: readonly Json[];
};

export const goldenName = (type: string, schemaVersion: number): string =>
  `${type}@${schemaVersion}.json`;

export const goldenNames = (folder: string): readonly string[] => readdirSync(folder).toSorted();

/** The exact text of a golden file; undefined where none was recorded. */
export const goldenText = (folder: string, name: string): string | undefined => {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};

export const samplesIn = (text: string): readonly Json[] => {
  const samples: unknown = JSON.parse(text);
  if (!Array.isArray(samples)) throw new Error('a golden file is a list of samples');
  return samples;
};

export type Recording = {
  readonly recorded: readonly string[];
  readonly refused: readonly string[];
};

/** Writes what is missing; a file that says something else is named and left as it is. */
export const recordGoldens = (folder: string, shown: readonly Shown[]): Recording => {
  const wanted = shown.map(({ type, schemaVersion, samples }) => {
    const name = goldenName(type, schemaVersion);
    return { name, text: canonicalJson(samples), known: goldenText(folder, name) };
  });
  const missing = wanted.filter(({ known }) => known === undefined);
  for (const { name, text } of missing) writeFileSync(join(folder, name), text, { flag: 'wx' });
  return {
    recorded: missing.map(({ name }) => name),
    refused: wanted
      .filter(({ known, text }) => known !== undefined && known !== text)
      .map(({ name }) => name),
  };
};
