// A read-model table with one text key: its DDL, and how rows are read and written in few statements.
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';

export type ColumnType =
  | 'text'
  | 'integer'
  | 'bigint'
  | 'date'
  | 'timestamptz'
  | 'boolean'
  | 'jsonb'
  | 'text[]';

/** Every row names the last position that touched it: the same event a second time changes nothing. */
export type PositionedRow = { readonly position: string };

export type KeyedTable<Row extends PositionedRow> = {
  /** `rm.claim_queue_v1`, `rm.claim_queue_v1_places`: projection, version, and what the rows are. */
  readonly name: `rm.${string}_v${number}${string}`;
  readonly key: keyof Row & string;
  /** Columns are nullable exactly where the row's type is. */
  readonly columns: {
    readonly [K in keyof Row & string]-?: null extends Row[K]
      ? ColumnType
      : `${ColumnType} not null`;
  };
  /** What follows `create index on …`, e.g. `(kelurahan, worker_id)`. */
  readonly indexes: readonly string[];
};

/** A connection to the read models, inside a transaction or not. */
export type ReadModels = QueryExecutorProvider;

const snake = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

export const keyColumn = <Row extends PositionedRow>({ key }: KeyedTable<Row>): string =>
  snake(key);

type Column = { readonly field: string; readonly column: string; readonly type: string };

const columnsOf = <Row extends PositionedRow>(table: KeyedTable<Row>): readonly Column[] =>
  Object.entries<string>(table.columns).map(([field, type]) => ({
    field,
    column: snake(field),
    type,
  }));

/** Run once by the owner, as part of the projection's DDL. */
export const ddlOf = <Row extends PositionedRow>(table: KeyedTable<Row>): string => {
  const columns = columnsOf(table).map(({ column, type }) => `"${column}" ${type}`);
  const key = `primary key ("${snake(table.key)}")`;
  return [
    `create table ${table.name} (${[...columns, key].join(', ')})
       with (fillfactor = 80);`, // rows are rewritten in place while no indexed column moves
    ...table.indexes.map((index) => `create index on ${table.name} ${index};`),
  ].join('\n');
};

const ISO_INSTANT = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

// Days and instants leave as ISO text: the driver's Date would move a day across time zones.
const readable = (alias: string, { column, type }: Column): RawBuilder<unknown> => {
  const ref = sql.ref(`${alias}.${column}`);
  if (type.startsWith('date') || type.startsWith('bigint')) return sql`${ref}::text`;
  if (type.startsWith('timestamptz'))
    return sql`to_char(${ref} at time zone 'utc', ${sql.lit(ISO_INSTANT)})`;
  return sql`${ref}`;
};

/** The select list that gives back `Row` under its own field names. */
export const selectionOf = <Row extends PositionedRow>(
  table: KeyedTable<Row>,
  alias: string,
): RawBuilder<unknown> =>
  sql.join(
    columnsOf(table).map((column) => sql`${readable(alias, column)} as ${sql.id(column.field)}`),
  );

/** Rows of one table; `tail` holds joins on alias `t`, where, order and limit. */
export const selectRows = async <Row extends PositionedRow>(
  db: ReadModels,
  table: KeyedTable<Row>,
  tail: RawBuilder<unknown>,
): Promise<readonly Row[]> => {
  const answer = await sql<Row>`select ${selectionOf(table, 't')}
    from ${sql.table(table.name)} as t ${tail}`.execute(db);
  return answer.rows;
};

export const rowsByKey = async <Row extends PositionedRow>(
  db: ReadModels,
  table: KeyedTable<Row>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Row>> => {
  if (keys.length === 0) return new Map();
  const key = sql.ref(`t.${snake(table.key)}`);
  const rows = await selectRows(db, table, sql`where ${key} = any(${[...keys]}::text[])`);
  return new Map(rows.map((row) => [String(row[table.key]), row]));
};

const ROWS_PER_STATEMENT = 2_000;

const wire = <Row extends PositionedRow>(columns: readonly Column[], row: Row): object => {
  const values: Readonly<Partial<Record<string, unknown>>> = row;
  return Object.fromEntries(columns.map(({ field, column }) => [column, values[field] ?? null]));
};

/** One statement per 2,000 rows: insert, or replace the row of that key. */
export const writeRows = async <Row extends PositionedRow>(
  trx: ReadModels,
  table: KeyedTable<Row>,
  rows: readonly Row[],
): Promise<void> => {
  const target = sql.table(table.name);
  const columns = columnsOf(table);
  const key = snake(table.key);
  const replaced = sql.join(
    columns
      .filter(({ column }) => column !== key)
      .map(({ column }) => sql`${sql.id(column)} = excluded.${sql.id(column)}`),
  );
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    const chunk = rows.slice(at, at + ROWS_PER_STATEMENT).map((row) => wire(columns, row));
    await sql`insert into ${target}
      select * from jsonb_populate_recordset(null::${target}, ${JSON.stringify(chunk)}::jsonb)
      on conflict (${sql.id(key)}) do update set ${replaced}`.execute(trx);
  }
};
