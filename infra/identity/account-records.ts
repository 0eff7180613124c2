// Accounts and invitations as rows: a link is shown once, kept as a hash, used once, over after a while.
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';

/** A pool or one connection: whoever runs the machine invites without the web program. */
type Queryable = Pick<pg.Pool, 'query'> | Pick<pg.Client, 'query'>;

export type Invited = { readonly token: string; readonly expiresAt: Date };
/** Null: for the first administrator, whoever that is. */
export type Invitation = { readonly actorId: string | null; readonly expiresAt: Date };

const TOKEN_BYTES = 24;
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export const invite = async (
  on: Queryable,
  { actorId, hours }: { readonly actorId: string | null; readonly hours: number },
): Promise<Invited> => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  // One first link at a time: of those before it nobody knows any more who has them.
  if (actorId === null)
    await on.query('delete from identity.invitations where actor_id is null and used_at is null');
  const made = await on.query<{ expires_at: Date }>(
    `insert into identity.invitations (token_hash, actor_id, expires_at)
     values ($1, $2, now() + make_interval(hours => $3)) returning expires_at`,
    [hashOf(token), actorId, hours],
  );
  return { token, expiresAt: made.rows[0]?.expires_at ?? new Date() };
};

/** A link for the first administrator is over as soon as anybody has an account. */
const OPEN = `token_hash = $1 and used_at is null and expires_at > now()
  and (actor_id is not null or not exists (select from identity."user"))`;

export const findInvitation = async (
  on: Queryable,
  token: string,
): Promise<Invitation | undefined> => {
  const { rows } = await on.query<{ actor_id: string | null; expires_at: Date }>(
    `select actor_id, expires_at from identity.invitations where ${OPEN}`,
    [hashOf(token)],
  );
  const [row] = rows;
  return row && { actorId: row.actor_id, expiresAt: row.expires_at };
};

/** True for one of two who come at once. */
export const useInvitation = async (
  on: Queryable,
  token: string,
  actorId: string,
): Promise<boolean> => {
  const used = await on.query(
    `update identity.invitations set used_at = now()
     where ${OPEN} and (actor_id is null or actor_id = $2)`,
    [hashOf(token), actorId],
  );
  return used.rowCount === 1;
};

/** No account came of it: the person may try again. */
export const giveInvitationBack = async (on: Queryable, token: string): Promise<void> => {
  await on.query('update identity.invitations set used_at = null where token_hash = $1', [
    hashOf(token),
  ]);
};

/** Nobody can sign in yet. */
export const hasNoAccounts = async (on: Queryable): Promise<boolean> => {
  const { rows } = await on.query<{ none: boolean }>(
    'select not exists (select from identity."user") as none',
  );
  return rows[0]?.none === true;
};

export type ListedAccount = {
  readonly username: string;
  readonly actorId: string;
  readonly secondFactor: boolean;
  readonly demo: boolean;
};

export const listAccounts = async (on: Queryable): Promise<readonly ListedAccount[]> => {
  const { rows } = await on.query<ListedAccount>(
    `select username, "actorId", demo, coalesce("twoFactorEnabled", false) as "secondFactor"
     from identity."user" order by username`,
  );
  return rows;
};
