// Guessing is slow: after a few wrong passwords an account, and an address, wait; kept in PostgreSQL.
import type pg from 'pg';

const WINDOW_SECONDS = 900;
const ACCOUNT_TRIES = 5;
const ADDRESS_TRIES = 40;

export type AttemptKeys = readonly [account: string, address: string];

export type Attempts = {
  /** Seconds until the next try is looked at; 0: now. */
  waitFor(keys: AttemptKeys): Promise<number>;
  failed(keys: AttemptKeys): Promise<void>;
  forget(key: string): Promise<void>;
};

const limitOf = (key: string): number =>
  key.startsWith('account ') ? ACCOUNT_TRIES : ADDRESS_TRIES;

type Row = { readonly key: string; readonly tries: number; readonly left: number };

export const openAttempts = (pool: pg.Pool): Attempts => ({
  async waitFor(keys) {
    const { rows } = await pool.query<Row>(
      `select key, tries, ceil(extract(epoch from began_at - now()) + $2)::int as left
       from attempts where key = any($1) and began_at > now() - make_interval(secs => $2)`,
      [[...keys], WINDOW_SECONDS],
    );
    const waits = rows.filter(({ key, tries }) => tries >= limitOf(key));
    return Math.max(0, ...waits.map(({ left }) => left));
  },
  async failed(keys) {
    await pool.query(
      `insert into attempts as a (key, tries, began_at)
       select key, 1, now() from unnest($1::text[]) as key order by key
       on conflict (key) do update set
         tries = case when a.began_at > now() - make_interval(secs => $2) then a.tries + 1 else 1 end,
         began_at = case when a.began_at > now() - make_interval(secs => $2) then a.began_at
                    else now() end`,
      [[...keys], WINDOW_SECONDS],
    );
  },
  async forget(key) {
    await pool.query('delete from attempts where key = $1', [key]);
  },
});
