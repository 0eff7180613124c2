// The data keys of persons: made at first use, wrapped in the database, briefly kept in memory.
import { type KeyObject, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { byteaArray } from '../database/bytea-array.ts';
import { storeFailure } from '../database/store-failure.ts';
import { failure } from '../failure.ts';
import { type SubjectKey, subjectKey } from './field-seal.ts';
import { gcmOpen, gcmSeal, IV_BYTES } from './key-derivation.ts';

export type FoundKey = SubjectKey | 'shredded' | 'absent';

export type SubjectKeys = {
  /** One to three round trips per 10,000 persons. */
  findOrCreate(subjects: readonly string[]): Promise<ReadonlyMap<string, FoundKey>>;
  find(subjects: readonly string[]): Promise<ReadonlyMap<string, FoundKey>>;
  forget(subject: string): void;
};

export type KeyCacheLimits = { readonly keysMax: number; readonly keptMs: number };

// A minute is the longest that another process still opens what was shredded here.
export const KEY_CACHE: KeyCacheLimits = { keysMax: 5_000, keptMs: 60_000 };
const SUBJECTS_PER_QUERY = 10_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Kept = { readonly key: SubjectKey; readonly until: number };

/** Least recently used goes first; a Map remembers the order of insertion. */
const keyCache = (limits: KeyCacheLimits) => {
  const kept = new Map<string, Kept>();
  return {
    get(subject: string): SubjectKey | undefined {
      const entry = kept.get(subject);
      if (entry === undefined) return undefined;
      kept.delete(subject);
      if (entry.until <= performance.now()) return undefined;
      kept.set(subject, entry);
      return entry.key;
    },
    put(subject: string, key: SubjectKey): void {
      kept.set(subject, { key, until: performance.now() + limits.keptMs });
      if (kept.size <= limits.keysMax) return;
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        return;
      }
    },
    forget: (subject: string): boolean => kept.delete(subject),
  };
};

const assertSubjects = (subjects: readonly string[]): void => {
  if (subjects.every((subject) => UUID.test(subject))) return;
  throw failure({
    code: 'Keys.SubjectMalformed',
    retryable: false,
    sentence: {
      id: 'Pemilik kunci harus berupa UUID huruf kecil (berkas orangnya), bukan nama atau NIK.',
      en: 'The subject of a key must be a lowercase UUID (the stream of the person), not a name or NIK.',
    },
  });
};

const FIND = `select u.subject, k.wrapped, t.subject is not null as shredded
  from unnest($1::uuid[]) u(subject)
  left join es.subject_keys k on k.subject = u.subject
  left join es.key_tombstones t on t.subject = u.subject`;
// In one order everywhere, so that two imports of the same persons cannot deadlock.
const CREATE = `insert into es.subject_keys (subject, wrapped)
  select u.subject, u.wrapped from unnest($1::uuid[], $2::bytea[]) u(subject, wrapped)
  where not exists (select from es.key_tombstones t where t.subject = u.subject)
  order by u.subject on conflict do nothing returning subject`;

type Row = { subject: string; wrapped: Buffer | null; shredded: boolean };

const chunks = (subjects: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(subjects.length / SUBJECTS_PER_QUERY) }, (_, index) =>
    subjects.slice(index * SUBJECTS_PER_QUERY, (index + 1) * SUBJECTS_PER_QUERY),
  );

const DATA_KEY_BYTES = 32;

const part = (bytes: Buffer, size: number, index: number): Buffer =>
  bytes.subarray(index * size, (index + 1) * size);

const wrapping = (subject: string, wrapKey: KeyObject) => ({ key: wrapKey, associated: subject });

export const openSubjectKeys = (options: {
  readonly pool: pg.Pool;
  readonly wrapKey: KeyObject;
  readonly cache: KeyCacheLimits;
}): SubjectKeys => {
  const { pool, wrapKey } = options;
  const cache = keyCache(options.cache);

  const kept = (subject: string, dataKey: Uint8Array): SubjectKey => {
    const key = subjectKey(dataKey);
    cache.put(subject, key);
    return key;
  };

  const unwrapped = ({ subject, wrapped, shredded }: Row): FoundKey => {
    if (shredded) return 'shredded';
    if (wrapped === null) return 'absent';
    return kept(subject, gcmOpen(wrapping(subject, wrapKey), wrapped));
  };

  const query = async <R extends pg.QueryResultRow>(text: string, values: unknown[]) => {
    try {
      return (await pool.query<R>(text, values)).rows;
    } catch (error) {
      throw storeFailure(error);
    }
  };

  const find = async (subjects: readonly string[]): Promise<Map<string, FoundKey>> => {
    assertSubjects(subjects);
    const found = new Map<string, FoundKey>();
    const missing: string[] = [];
    for (const subject of new Set(subjects)) {
      const key = cache.get(subject);
      if (key === undefined) missing.push(subject);
      else found.set(subject, key);
    }
    for (const chunk of chunks(missing))
      for (const row of await query<Row>(FIND, [chunk])) found.set(row.subject, unwrapped(row));
    return found;
  };

  /** Keys of the persons whose row is ours; another process won the others, or they are shredded. */
  const create = async (subjects: readonly string[]): Promise<Map<string, FoundKey>> => {
    const created = new Map<string, FoundKey>();
    for (const chunk of chunks(subjects)) {
      // One question to the random source for all of them: it costs more than what it gives.
      const keyBytes = randomBytes(DATA_KEY_BYTES * chunk.length);
      const ivs = randomBytes(IV_BYTES * chunk.length);
      const dataKeys = new Map(
        chunk.map((subject, at) => [subject, part(keyBytes, DATA_KEY_BYTES, at)]),
      );
      const wrapped = chunk.map((subject, at) =>
        gcmSeal(
          wrapping(subject, wrapKey),
          part(ivs, IV_BYTES, at),
          part(keyBytes, DATA_KEY_BYTES, at),
        ),
      );
      for (const { subject } of await query<{ subject: string }>(CREATE, [
        chunk,
        byteaArray(wrapped),
      ])) {
        const dataKey = dataKeys.get(subject);
        if (dataKey !== undefined) created.set(subject, kept(subject, dataKey));
      }
    }
    return created;
  };

  return {
    find,
    async findOrCreate(subjects) {
      const found = await find(subjects);
      const absent = [...found].filter(([, key]) => key === 'absent').map(([subject]) => subject);
      if (absent.length === 0) return found;
      for (const [subject, key] of await create(absent)) found.set(subject, key);
      const lost = absent.filter((subject) => found.get(subject) === 'absent');
      if (lost.length === 0) return found;
      for (const [subject, key] of await find(lost)) found.set(subject, key);
      return found;
    },
    forget: (subject) => void cache.forget(subject),
  };
};
