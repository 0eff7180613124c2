// A sealed log for tests: some hundred events with gaps between them, and every checkpoint handed out.
import { randomUUID } from 'node:crypto';
import { readVerifier, type SealKey, type Verifier } from '../../../infra/seals/checkpoint.ts';
import type { OutsideNote } from '../../../infra/seals/seal-examination.ts';
import { sealKeyOf, sealOnce } from '../../../infra/seals/sealing.ts';
import type { Database } from '../../../infra/seals/tree-store.ts';
import {
  eventOf,
  openStoreFixture,
  requestOf,
  type StoreFixture,
} from '../event-store/store-fixture.ts';

export type SealedLog = {
  readonly fixture: StoreFixture;
  readonly key: SealKey;
  readonly verifier: Verifier;
  readonly outside: readonly OutsideNote[];
};

/** Mulberry32: the same seed, the same campaign. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The verifier key as an auditor has it: as text. */
export const verifierOf = (key: SealKey): Verifier => {
  const read = readVerifier(key.verifier);
  if (read === undefined) throw new Error('a key of ours does not read');
  return read;
};

export const derive = (): Uint8Array => Buffer.alloc(32, 33);

export const sealAll = async (database: Database, key: SealKey): Promise<readonly string[]> => {
  const notes: string[] = [];
  for (;;) {
    const sealed = await sealOnce(database, key);
    if (sealed.status !== 'sealed') return notes;
    notes.push(sealed.note);
  }
};

export const appendSome = async ({ store }: StoreFixture, count: number): Promise<void> => {
  const streamId = randomUUID();
  const events = Array.from({ length: count }, (_, n) => eventOf({ n, amountIdr: '42000000' }));
  const request = requestOf({ streamId, events });
  const result = await store.append(request);
  if (result.status !== 'ok') throw new Error(result.status);
};

export const openSealedLog = async (options: {
  readonly steps: number;
  readonly most: number;
  readonly seed: number;
}): Promise<SealedLog> => {
  const fixture = await openStoreFixture();
  const key = await sealKeyOf(fixture.pools.bg, derive);
  const random = seeded(options.seed);
  const notes: string[] = [];
  for (let step = 0; step < options.steps; step += 1) {
    await appendSome(fixture, 1 + Math.floor(random() * options.most));
    if (random() < 0.5) await fixture.owner.query("select nextval('es.position_seq')");
    notes.push(...(await sealAll(fixture.pools.bg, key)));
  }
  const outside = notes.map((note, n) => ({ file: `checkpoint-${n}`, note }));
  return { fixture, key, verifier: verifierOf(key), outside };
};
