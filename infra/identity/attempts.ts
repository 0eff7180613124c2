// Guessing is slow: after a few tries an account, and an address, wait; counted in PostgreSQL before each look.
import { createHmac } from 'node:crypto';
import type pg from 'pg';

const WINDOW_SECONDS = 900;
const TRIES = { account: 5, address: 40 } as const;

export type Guess = {
  /** What is guessed at; left out when the name is none that anything could have. */
  readonly account?: string | undefined;
  /** Left out when it is not known: everybody would share it, and anybody could lock everybody out. */
  readonly address?: string | undefined;
};

export type Attempts = {
  /** Counts the try; 0: look at it now, else the seconds until one is looked at again. */
  begin(guess: Guess): Promise<number>;
  /** It was no guess: the account begins anew, and the address gets this try back. */
  succeeded(guess: Guess): Promise<void>;
};

type Row = { readonly key: string; readonly tries: number; readonly left: number };

const limitOf = (key: string): number =>
  key.startsWith('account ') ? TRIES.account : TRIES.address;

const LEFT = 'ceil(extract(epoch from began_at - now()) + $2)::int as left';

const longest = (rows: readonly Row[]): number =>
  Math.max(0, ...rows.map(({ left }) => Math.max(1, left)));

/** `secret`: what people type into the wrong field is kept as a keyed hash, and no longer than it counts. */
export const openAttempts = (pool: pg.Pool, secret: string): Attempts => {
  const keyOf = (kind: keyof typeof TRIES, text: string): string =>
    `${kind} ${createHmac('sha256', secret).update(`attempts ${kind} ${text}`).digest('base64url')}`;
  const keysOf = ({ account, address }: Guess): readonly string[] => [
    ...(account === undefined ? [] : [keyOf('account', account)]),
    ...(address === undefined ? [] : [keyOf('address', address)]),
  ];
  return {
    async begin(guess) {
      const keys = [keysOf(guess), WINDOW_SECONDS];
      // Whoever waits already is not counted once more.
      const known = await pool.query<Row>(
        `select key, tries, ${LEFT} from attempts
         where key = any($1) and began_at > now() - make_interval(secs => $2)`,
        keys,
      );
      const waiting = longest(known.rows.filter(({ key, tries }) => tries >= limitOf(key)));
      if (waiting > 0) return waiting;
      await pool.query(
        `delete from attempts where key in (
           select key from attempts where began_at <= now() - make_interval(secs => $1)
           for update skip locked)`,
        [WINDOW_SECONDS],
      );
      // Many at once are counted one after the other: each learns which one it is.
      const { rows } = await pool.query<Row>(
        `insert into attempts as a (key, tries, began_at)
         select key, 1, now() from unnest($1::text[]) as key order by key
         on conflict (key) do update set
           tries = case when a.began_at > now() - make_interval(secs => $2) then a.tries + 1 else 1 end,
           began_at = case when a.began_at > now() - make_interval(secs => $2) then a.began_at
                      else now() end
         returning key, tries, ${LEFT}`,
        keys,
      );
      return longest(rows.filter(({ key, tries }) => tries > limitOf(key)));
    },
    async succeeded({ account, address }) {
      if (account !== undefined)
        await pool.query('delete from attempts where key = $1', [keyOf('account', account)]);
      if (address !== undefined)
        await pool.query('update attempts set tries = tries - 1 where key = $1 and tries > 0', [
          keyOf('address', address),
        ]);
    },
  };
};
