// Which log this is: the first epoch, drawn once when the database was made and kept by every backup.
import type pg from 'pg';
import { type Failure, failure } from '../failure.ts';
import { errorCode } from '../local/sentence.ts';

const FIRST_EPOCH = 'select epoch from es.epochs order by number limit 1';

/** No schema, table or right of ours: certainly not the database that we were started for. */
const HAS_NO_LOG = /^(3F000|42P01|42501)$/;

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error('the database was not asked', { cause: error });

type Asking = Pick<pg.ClientBase, 'query'> | Pick<pg.Pool, 'query'>;

export const databaseIdentity = async (database: Asking): Promise<string> => {
  const { rows } = await database.query<{ epoch: string }>(FIRST_EPOCH);
  const [first] = rows;
  if (first === undefined) throw foreignDatabase();
  return first.epoch;
};

/** Retryable: our own server comes back, and nothing was done on the other one. */
export const foreignDatabase = (cause?: unknown): Failure =>
  failure({
    code: 'Infra.ForeignDatabase',
    retryable: true,
    sentence: {
      id: 'Basis data yang menjawab di alamat ini milik instalasi lain; tidak ada yang dibaca atau ditulis. Periksa DATABASE_URL, atau jalankan `lindung down` lalu `lindung up`.',
      en: 'The database that answers at this address belongs to another installation; nothing was read or written. Check DATABASE_URL, or run `lindung down` and `lindung up`.',
    },
    cause,
  });

/** For a pool: every new connection is asked before anybody gets it. */
export const verifyIdentity =
  (expected: string) =>
  (client: pg.PoolClient, done: (error?: Error) => void): void => {
    databaseIdentity(client).then(
      (found) => done(found === expected ? undefined : foreignDatabase()),
      (error: unknown) => {
        const code = errorCode(error) ?? '';
        done(HAS_NO_LOG.test(code) ? foreignDatabase(error) : asError(error));
      },
    );
  };
