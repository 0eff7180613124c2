// The baseline of bulk work: the very rows, ready in binary files beside the server, by COPY alone.
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { projections } from '../../projections/registry.ts';

/** What a list leaves behind in the log; `es.events` is by far the largest. */
const LOG = ['es.events', 'es.streams', 'es.commands', 'es.identities', 'es.subject_keys'] as const;
const READ_MODELS = projections.flatMap(({ tables }) => tables);

const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const fileOf = (folder: string, table: string): string => join(folder, `${table}.copy`);

/** A folder which the server, that may run as another user, can write to. */
export const copyFolder = (folder: string, name: string): string => {
  const path = join(folder, name);
  mkdirSync(path);
  chmodSync(path, 0o777);
  return path;
};

export type Dumped = { readonly folder: string; readonly tables: ReadonlyMap<string, number> };

/** Every table of the log and of the read models that has rows, each in a file. */
export const dump = (ownerUrl: string, folder: string): Promise<Dumped> =>
  withClient(ownerUrl, async (client) => {
    const tables = new Map<string, number>();
    for (const table of [...LOG, ...READ_MODELS]) {
      const from = `(select * from ${table})`;
      const to = pg.escapeLiteral(fileOf(folder, table));
      const { rowCount } = await client.query(`copy ${from} to ${to} (format binary)`);
      if (rowCount !== null && 0 < rowCount) tables.set(table, rowCount);
    }
    return { folder, tables };
  });

const copyIn = async (client: pg.Client, { folder }: Dumped, table: string): Promise<void> => {
  const from = pg.escapeLiteral(fileOf(folder, table));
  await client.query(`copy ${table} from ${from} (format binary)`);
};

/** What one has written must not be flushed at the cost of the next. */
export const settleDisk = (ownerUrl: string): Promise<void> =>
  withClient(ownerUrl, async (client) => void (await client.query('checkpoint')));

/** Seconds for all rows: the events on one connection, everything else on another, each committed. */
export const bareCopy = async (ownerUrl: string, dumped: Dumped): Promise<number> => {
  const [events, others] = [new pg.Client(ownerUrl), new pg.Client(ownerUrl)];
  await Promise.all([events.connect(), others.connect()]);
  try {
    const rest = [...dumped.tables.keys()].filter((table) => table !== 'es.events');
    const startedAt = performance.now();
    const copyRest = async (): Promise<void> => {
      for (const table of rest) await copyIn(others, dumped, table);
    };
    await Promise.all([copyIn(events, dumped, 'es.events'), copyRest()]);
    return (performance.now() - startedAt) / 1000;
  } finally {
    await Promise.all([events.end(), others.end()]);
  }
};
