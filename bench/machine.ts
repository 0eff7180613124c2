// What a number was measured on: cores, memory, versions, fsync; never a host or a path.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { BINARIES } from '../infra/local/binary-catalogue.ts';
import { quantile } from './rounds.ts';

export type Fact = readonly [name: string, value: string];

/** The 1-minute load: what the machine was doing besides us. */
export const loadNow = (): number => loadavg()[0] ?? Number.NaN;

/** A load below this before the first round: nobody else was at work. */
export const QUIET_LOAD = 1;

const FLUSHES = 200;
const PAGE_BYTES = 8_192;

/** Median of writing one page and flushing it, on the disk that the services write to. */
const flushMicroseconds = (folder: string): number => {
  const path = join(folder, 'flush-probe');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(PAGE_BYTES, 1);
  const took: number[] = [];
  for (let index = 0; index < FLUSHES; index += 1) {
    const startedAt = performance.now();
    writeSync(file, page, 0, PAGE_BYTES, 0);
    fdatasyncSync(file);
    took.push((performance.now() - startedAt) * 1000);
  }
  closeSync(file);
  rmSync(path);
  return quantile(took, 0.5);
};

const SETTINGS = ['fsync', 'synchronous_commit', 'wal_sync_method', 'full_page_writes'] as const;

const postgresFacts = async (ownerUrl: string): Promise<readonly Fact[]> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      'select name, setting from pg_settings where name = any($1)',
      [[...SETTINGS, 'server_version', 'commit_delay', 'commit_siblings', 'data_checksums']],
    );
    const of = new Map(rows.map(({ name, setting }) => [name, setting]));
    const delay = `commit_delay=${of.get('commit_delay')}/${of.get('commit_siblings')}`;
    const durable = SETTINGS.map((name) => `${name}=${of.get(name)}`).join(', ');
    return [
      ['PostgreSQL', of.get('server_version') ?? '?'],
      ['durability', `${durable}, ${delay}, data_checksums=${of.get('data_checksums')}`],
    ];
  } finally {
    await client.end();
  }
};

export const machineFacts = async (place: {
  readonly ownerUrl: string;
  readonly folder: string;
}): Promise<readonly Fact[]> => [
  ['processor', `${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? '?'}`],
  ['memory', `${Math.round(totalmem() / 2 ** 30)} GiB`],
  ['Node.js', process.versions.node],
  ...(await postgresFacts(place.ownerUrl)),
  ['NATS', `${BINARIES['nats-server'].version}, JetStream on disk, sync_interval 1s`],
  ['Temporal', `CLI ${BINARIES.temporal.version}, development server on SQLite (WAL, NORMAL)`],
  ['flush of one page', `${Math.round(flushMicroseconds(place.folder))} µs (write + fdatasync)`],
];
