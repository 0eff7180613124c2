// Sessions as rows, for programs that hold a token and no browser: whose it is, and until when.
import { type QueryExecutorProvider, sql } from 'kysely';

export type TokenHolder = {
  readonly actorId: string;
  readonly username: string;
  readonly secondFactor: boolean;
  readonly demo: boolean;
  readonly expiresAt: Date;
};

/** Undefined: over, ended, or never given out. */
export const holderOfToken = async (
  db: QueryExecutorProvider,
  token: string,
): Promise<TokenHolder | undefined> => {
  const { rows } = await sql<TokenHolder>`select u."actorId", u.username, u.demo, s."expiresAt",
      coalesce(u."twoFactorEnabled", false) as "secondFactor"
    from identity."session" s join identity."user" u on u.id = s."userId"
    where s.token = ${token} and s."expiresAt" > now()`.execute(db);
  return rows[0];
};

export const endToken = async (db: QueryExecutorProvider, token: string): Promise<void> => {
  await sql`delete from identity."session" where token = ${token}`.execute(db);
};

/**
 * Whether a name is taken on trust here: in a demo, whose password stands on a screen, and before
 * the first account is made, when nobody can sign in yet.
 */
export const takesNamesOnTrust = async (db: QueryExecutorProvider): Promise<boolean> => {
  const { rows } = await sql<{ trusted: boolean }>`
    select not exists (select from identity."user")
      or exists (select from identity."user" where demo) as trusted`.execute(db);
  return rows[0]?.trusted === true;
};
