// How far the log had come when this machine last looked: outside the database, so no restore moves it.
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';

const Mark = z.object({ epoch: z.uuid(), position: z.string().regex(/^\d+$/), eventId: z.uuid() });

/** By the identity of the log: a data folder may be pointed at another database for a while. */
const HighWaterFile = z.record(z.uuid(), Mark);

/** The last event that was seen, and under which epoch. */
export type LogMark = z.infer<typeof Mark>;

const pathIn = (dataDir: string): string => join(dataDir, 'high-water.json');

const readAll = (dataDir: string): Readonly<Record<string, LogMark>> => {
  try {
    return HighWaterFile.parse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')));
  } catch {
    return {}; // not yet written, or cut off: the stream still knows
  }
};

export const readHighWater = (dataDir: string, identity: string): LogMark | undefined =>
  readAll(dataDir)[identity];

export const writeHighWater = (dataDir: string, identity: string, mark: LogMark): void => {
  const path = pathIn(dataDir);
  const fresh = `${path}.${process.pid}`;
  const text = `${JSON.stringify({ ...readAll(dataDir), [identity]: mark }, undefined, 2)}\n`;
  writeFileSync(fresh, text, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, path);
};

/** Where the log stands now; undefined while it is empty. */
export const logMark = async (database: Pick<pg.Pool, 'query'>): Promise<LogMark | undefined> => {
  const { rows } = await database.query<LogMark>(
    `select es.current_epoch() as epoch, e.position::text as position, e.event_id as "eventId"
     from es.events e order by e.position desc limit 1`,
  );
  return rows[0];
};

export type SetBack = 'epoch is unknown' | 'event is missing';

type SetBackRow = { readonly knows_epoch: boolean; readonly event_id: string | null };

/**
 * Whether the log lacks what was seen in it: an epoch it never had, or an event that is gone or is
 * another one. Of an earlier epoch nothing need be there: `lindung restore` has dealt with it.
 */
export const setBackFrom = async (
  database: Pick<pg.Pool, 'query'>,
  seen: LogMark,
): Promise<SetBack | undefined> => {
  const { rows } = await database.query<SetBackRow & { epoch: string }>(
    `select es.current_epoch() as epoch,
       exists (select from es.epochs where epoch = $1) as knows_epoch,
       (select e.event_id from es.events e where e.position = $2) as event_id`,
    [seen.epoch, seen.position],
  );
  const [row] = rows;
  if (row === undefined || !row.knows_epoch) return 'epoch is unknown';
  if (row.epoch !== seen.epoch) return undefined;
  return row.event_id === seen.eventId ? undefined : 'event is missing';
};

export const suspendAppends = async (database: Pick<pg.Pool, 'query'>): Promise<void> => {
  await database.query('select es.suspend_appends()');
};

export const appendsSuspended = async (database: Pick<pg.Pool, 'query'>): Promise<boolean> => {
  const text = 'select es.appends_suspended() as suspended';
  const { rows } = await database.query<{ suspended: boolean | null }>(text);
  return rows[0]?.suspended === true;
};
