// Golden files of events: one per type and version, never edited; read for ever as today's shape.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventMeta, Json } from '../../../domain/envelope.ts';
import type { NewEvent } from '../../../infra/event-store/event-store.ts';

/** What was written in its day, and what a reader of today must see. */
export type GoldenEvent = {
  readonly commandId: string;
  readonly streamId: string;
  readonly category: string;
  readonly event: NewEvent & { readonly meta: EventMeta };
  /** RFC 8785 text as it was written; its SHA-256 is a leaf of proofs already given away. */
  readonly canonical: string;
  readonly read: { readonly schemaVersion: number; readonly data: Json };
};

export type GoldenFile = { readonly name: string; readonly golden: GoldenEvent };

const isGolden = (value: unknown): value is GoldenEvent =>
  typeof value === 'object' &&
  value !== null &&
  ['commandId', 'streamId', 'category', 'event', 'canonical', 'read'].every((key) => key in value);

export const goldenFiles = (folder: string): readonly GoldenFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const golden: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      if (!isGolden(golden)) throw new Error(`${name} is not a golden event`);
      return { name, golden };
    });
