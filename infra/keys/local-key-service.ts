// The key service of an installation: root key outside the database, wrapped person keys inside it.
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import type { Sealed } from '../../domain/sealed.ts';
import { storeFailure } from '../database/store-failure.ts';
import { type Failure, failure } from '../failure.ts';
import { type Disclosed, discloseField, openField, sealField } from './field-seal.ts';
import { deriveKey, gcmOpen, gcmSealRandom } from './key-derivation.ts';
import type { KeyService, Opened, SealRequest } from './key-service.ts';
import type { MasterKey } from './master-key.ts';
import {
  type FoundKey,
  KEY_CACHE,
  type KeyCacheLimits,
  openSubjectKeys,
  type SubjectKeys,
} from './subject-keys.ts';
import { appendTombstone, readTombstones } from './tombstones.ts';

export type LocalKeyService = KeyService & {
  /** Values with their salts, for a proof that leaves the house; null: the key was destroyed. */
  discloseMany(sealed: readonly Sealed[]): Promise<readonly (Disclosed | null)[]>;
  /** After a restore: destroys again what was destroyed after the backup was taken. */
  reapplyTombstones(): Promise<{ readonly destroyed: number }>;
};

const otherKey = (): Failure =>
  failure({
    code: 'Keys.OtherKey',
    retryable: false,
    sentence: {
      id: 'Basis data ini disegel dengan kunci lain. Kembalikan keys.json atau LINDUNG_KEYS yang benar, lalu mulai lagi.',
      en: 'This database was sealed with another key. Put back the right keys.json or LINDUNG_KEYS, then start again.',
    },
  });

const keyShredded = (): Failure =>
  failure({
    code: 'Pii.KeyShredded',
    retryable: false,
    sentence: {
      id: 'Kunci data pribadi orang ini sudah dimusnahkan; datanya tidak dapat disegel atau dibuka lagi.',
      en: 'The key to this person’s data was destroyed; it can neither be sealed nor opened again.',
    },
  });

const keyMissing = (): Failure =>
  failure({
    code: 'Keys.KeyMissing',
    retryable: false,
    sentence: {
      id: 'Kunci data pribadi orang ini tidak ada, padahal tidak pernah dimusnahkan. Periksa pemulihan basis data.',
      en: 'The key to this person’s data is missing although it was never destroyed. Check how the database was restored.',
    },
  });

const assertSameKey = async (pool: pg.Pool, check: Uint8Array): Promise<void> => {
  try {
    await pool.query('insert into es.installation (key_check) values ($1) on conflict do nothing', [
      check,
    ]);
    const { rows } = await pool.query<{ key_check: Buffer }>(
      'select key_check from es.installation',
    );
    const stored = rows[0]?.key_check;
    if (stored === undefined || stored.byteLength !== check.byteLength) throw otherKey();
    if (!timingSafeEqual(stored, check)) throw otherKey();
  } catch (error) {
    throw storeFailure(error);
  }
};

const shredSubjects = async (
  pool: pg.Pool,
  tombstones: readonly { subject: string; reason: string }[],
): Promise<number> => {
  try {
    const { rows } = await pool.query<{ destroyed: number }>(
      'select es.shred_subjects($1, $2) as destroyed',
      [tombstones.map((each) => each.subject), tombstones.map((each) => each.reason)],
    );
    return rows[0]?.destroyed ?? 0;
  } catch (error) {
    throw storeFailure(error);
  }
};

const usable = (key: FoundKey | undefined) => {
  if (key === 'shredded') throw keyShredded();
  if (key === undefined || key === 'absent') throw keyMissing();
  return key;
};

const sealing = (
  keys: SubjectKeys,
): Pick<LocalKeyService, 'sealMany' | 'openMany' | 'discloseMany'> => ({
  async discloseMany(sealed) {
    const found = await keys.find(sealed.map((each) => each.subject));
    return sealed.map((each) => {
      const key = found.get(each.subject);
      return key === 'shredded' ? null : discloseField(usable(key), each);
    });
  },
  async sealMany(requests: readonly SealRequest[]) {
    const found = await keys.findOrCreate(requests.map((request) => request.subject));
    return requests.map((request) => sealField(usable(found.get(request.subject)), request));
  },
  async openMany(sealed) {
    const found = await keys.find(sealed.map((each) => each.subject));
    return sealed.map((each): Opened => {
      const key = found.get(each.subject);
      if (key === 'shredded') return { status: 'shredded' };
      return { status: 'opened', value: openField(usable(key), each) };
    });
  },
});

const installationWide = (
  master: MasterKey,
): Pick<KeyService, 'keyedHash' | 'encrypt' | 'decrypt' | 'derive'> => {
  const index = createSecretKey(deriveKey(master.root, 'blind-index'));
  // Key objects: with bare bytes every payload of Temporal would cost four times as much.
  const contextKeys = new Map<string, KeyObject>();
  const gcm = (context: string) => {
    const derived = () => createSecretKey(deriveKey(master.root, `encrypt/${context}`));
    const key = contextKeys.get(context) ?? derived();
    contextKeys.set(context, key);
    return { key, associated: context };
  };
  return {
    keyedHash: (kind, value) =>
      createHmac('sha256', index).update(kind, 'utf8').update('\0').update(value, 'utf8').digest(),
    encrypt: (context, plain) => gcmSealRandom(gcm(context), plain),
    decrypt: (context, cipher) => gcmOpen(gcm(context), cipher),
    derive: (purpose) => deriveKey(master.root, `secret/${purpose}`),
  };
};

/** Refuses a store that another key sealed, and finishes a shred that a crash interrupted. */
export const openLocalKeyService = async (options: {
  readonly pool: pg.Pool;
  readonly master: MasterKey;
  readonly cache?: KeyCacheLimits;
}): Promise<LocalKeyService> => {
  const { pool, master, cache = KEY_CACHE } = options;
  await assertSameKey(pool, deriveKey(master.root, 'key-check'));
  const wrapKey = deriveKey(master.root, 'wrap-subject-keys');
  const keys = openSubjectKeys({ pool, wrapKey: createSecretKey(wrapKey), cache });
  const { sealMany, openMany, discloseMany } = sealing(keys);
  const service: LocalKeyService = {
    sealMany,
    openMany,
    discloseMany,
    async seal(request) {
      const [sealed] = await sealMany([request]);
      return sealed ?? Promise.reject(keyMissing());
    },
    async open(sealed) {
      const [opened] = await openMany([sealed]);
      return opened ?? Promise.reject(keyMissing());
    },
    ...installationWide(master),
    async shred(subject, reason) {
      keys.forget(subject);
      const found = (await keys.find([subject])).get(subject);
      if (found === 'absent' || found === undefined) return { status: 'unknown-subject' };
      if (found !== 'shredded')
        appendTombstone(master.tombstonesFile, {
          subject,
          reason,
          shreddedAt: new Date().toISOString(),
        });
      await shredSubjects(pool, [{ subject, reason }]);
      keys.forget(subject);
      return { status: 'shredded' };
    },
    async reapplyTombstones() {
      const tombstones = readTombstones(master.tombstonesFile);
      for (const { subject } of tombstones) keys.forget(subject);
      return { destroyed: tombstones.length > 0 ? await shredSubjects(pool, tombstones) : 0 };
    },
  };
  await service.reapplyTombstones();
  return service;
};
