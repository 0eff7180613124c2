// A named, prepared statement of the store: one round trip, tried again where nothing was left behind.
import pg from 'pg';
import { isTransient, storeFailure } from '../database/store-failure.ts';

export type Statement = {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
};

// timestamptz stays text: pg would parse it by its own, slower rules.
const TIMESTAMPTZ = 1184;
const rawInstants: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === TIMESTAMPTZ ? (text: string) => text : pg.types.getTypeParser(id, format ?? 'text'),
};

const TRIES = 3;

// A deadlock or serialization failure left nothing behind, and the command id makes a repeat safe.
export const run = async <Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  statement: Statement,
): Promise<Row[]> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await pool.query<Row>({ ...statement, types: rawInstants })).rows;
    } catch (error) {
      if (attempt < TRIES && isTransient(error)) continue;
      throw storeFailure(error);
    }
  }
};

export const only = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows;
  if (row === undefined) throw storeFailure(new Error('the store gave no answer'));
  return row;
};
