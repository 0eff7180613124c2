// How far the log had come when this machine last looked: outside the database, so no restore moves it.
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { databaseIdentity } from './identity.ts';

/** Of an empty log there is no event, and position 0. */
const Mark = z.object({
  epoch: z.uuid(),
  position: z.string().regex(/^\d+$/),
  eventId: z.uuid().nullable(),
});

/**
 * By the identity of the log, then by the place it is kept in: a data folder may be pointed at another
 * database for a while, also at a copy, which has the same identity and goes on by itself.
 */
const HighWaterFile = z.record(z.uuid(), z.record(z.string(), Mark));
type HighWaterFile = z.infer<typeof HighWaterFile>;

/** The last event that was seen, and under which epoch. */
export type LogMark = z.infer<typeof Mark>;

/** Which log, and which database keeps it. */
export type LogPlace = { readonly identity: string; readonly place: string };

const pathIn = (dataDir: string): string => join(dataDir, 'high-water.json');

const readAll = (dataDir: string): HighWaterFile => {
  try {
    return HighWaterFile.parse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')));
  } catch {
    return {}; // not yet written, or cut off: the stream still knows
  }
};

/** A file-level copy of a whole server shares its place; one that a dump made never does. */
export const logPlace = async (database: Pick<pg.Pool, 'query'>): Promise<LogPlace> => {
  const { rows } = await database.query<{ place: string }>(
    `select format('%s/%s', s.system_identifier, d.oid) as place
     from pg_control_system() s, pg_database d where d.datname = current_database()`,
  );
  return { identity: await databaseIdentity(database), place: rows[0]?.place ?? '' };
};

export const readHighWater = (dataDir: string, at: LogPlace): LogMark | undefined =>
  readAll(dataDir)[at.identity]?.[at.place];

/**
 * What this database must still hold: what was seen in it. In one that was never seen before, all that
 * was seen of this log anywhere: whoever restores a dump makes a new database.
 */
export const marksToHold = (dataDir: string, at: LogPlace): readonly LogMark[] => {
  const ofLog = readAll(dataDir)[at.identity] ?? {};
  const own = ofLog[at.place];
  return own === undefined ? Object.values(ofLog) : [own];
};

export const writeHighWater = (dataDir: string, at: LogPlace, mark: LogMark): void => {
  const path = pathIn(dataDir);
  const fresh = `${path}.${process.pid}`;
  const all = readAll(dataDir);
  const ofLog = { ...all[at.identity], [at.place]: mark };
  const text = `${JSON.stringify({ ...all, [at.identity]: ofLog }, undefined, 2)}\n`;
  writeFileSync(fresh, text, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, path);
};

/** Where the log stands now. */
export const logMark = async (database: Pick<pg.Pool, 'query'>): Promise<LogMark> => {
  const { rows } = await database.query<LogMark>(
    `select es.current_epoch() as epoch, coalesce(e.position, 0)::text as position,
       e.event_id as "eventId"
     from (select) as log
     left join (select position, event_id from es.events order by position desc limit 1) e on true`,
  );
  const [mark] = rows;
  if (mark === undefined) throw new Error('a query without a condition answered no row');
  return mark;
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

/** `epoch`: the one that the look began in. Under a later one nothing is taken away. */
export const suspendAppends = async (
  database: Pick<pg.Pool, 'query'>,
  epoch: string,
): Promise<void> => {
  await database.query('select es.suspend_appends($1)', [epoch]);
};

export const appendsSuspended = async (database: Pick<pg.Pool, 'query'>): Promise<boolean> => {
  const text = 'select es.appends_suspended() as suspended';
  const { rows } = await database.query<{ suspended: boolean | null }>(text);
  return rows[0]?.suspended === true;
};
