// Keys of other systems: shown once, kept as a hash, bounded by scopes and by a last day, revocable.
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';

type Queryable = Pick<pg.Pool, 'query'> | Pick<pg.Client, 'query'>;

/** Told from a session's token, and found by whoever searches for leaked keys. */
const PREFIX = 'lindung_';
const KEY_BYTES = 32;
const KEY = /^lindung_[\w-]{43}$/;

export type KeyWish = {
  readonly name: string;
  /** Whose office, acts and areas the other system has. */
  readonly actorId: string;
  /** `claims:read`: a group of the API, and whether it may write there. */
  readonly scopes: readonly string[];
  readonly days: number;
  readonly createdBy: string;
};

export type ListedKey = {
  readonly id: string;
  readonly name: string;
  readonly actorId: string;
  readonly scopes: readonly string[];
  readonly createdBy: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** A day and no hour: enough to see that nobody uses it. */
  readonly usedOn: string | null;
};

export type HeldKey = Pick<ListedKey, 'id' | 'actorId' | 'scopes'>;

export type MadeKey = { readonly key: string; readonly expiresAt: Date };

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Undefined: whoever signs in is a person, and no system acts in their name. */
export const createKey = async (
  on: Queryable,
  { name, actorId, scopes, days, createdBy }: KeyWish,
): Promise<MadeKey | undefined> => {
  const key = PREFIX + randomBytes(KEY_BYTES).toString('base64url');
  const { rows } = await on.query<{ expires_at: Date }>(
    `insert into identity.api_keys (key_hash, name, actor_id, scopes, created_by, expires_at)
     select $1, $2, $3, $4, $5, now() + make_interval(days => $6)
     where not exists (select from identity."user" where "actorId" = $3) returning expires_at`,
    [hashOf(key), name, actorId, [...scopes], createdBy, days],
  );
  const [made] = rows;
  return made && { key, expiresAt: made.expires_at };
};

export const isKey = (token: string): boolean => token.startsWith(PREFIX);

/** Undefined: unknown, revoked and over are one answer. */
export const holderOfKey = async (on: Queryable, key: string): Promise<HeldKey | undefined> => {
  if (!KEY.test(key)) return undefined;
  const { rows } = await on.query<HeldKey>(
    `update identity.api_keys set used_on = current_date
     where key_hash = $1 and revoked_at is null and expires_at > now()
     returning id, actor_id as "actorId", scopes`,
    [hashOf(key)],
  );
  return rows[0];
};

export const keysOf = async (on: Queryable, actorId: string): Promise<readonly ListedKey[]> => {
  const { rows } = await on.query<ListedKey>(
    `select id, name, actor_id as "actorId", scopes, created_by as "createdBy",
       expires_at as "expiresAt", revoked_at as "revokedAt", used_on::text as "usedOn"
     from identity.api_keys where actor_id = $1 order by created_at desc`,
    [actorId],
  );
  return rows;
};

/** Whether a system can act as this person now. */
export const hasKey = async (on: Queryable, actorId: string): Promise<boolean> => {
  const { rows } = await on.query<{ has: boolean }>(
    `select exists (select from identity.api_keys
       where actor_id = $1 and revoked_at is null and expires_at > now()) as has`,
    [actorId],
  );
  return rows[0]?.has === true;
};

/** At once, for ever. */
export const revokeKey = async (
  on: Queryable,
  { id, actorId }: { readonly id: string; readonly actorId: string },
): Promise<boolean> => {
  const revoked = await on.query(
    `update identity.api_keys set revoked_at = now()
     where id::text = $1 and actor_id = $2 and revoked_at is null`,
    [id, actorId],
  );
  return revoked.rowCount === 1;
};
