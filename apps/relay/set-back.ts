// Whether the database was restored to an older state without `lindung restore`: then nobody may append.
import type pg from 'pg';
import {
  appendsSuspended,
  type LogMark,
  logMark,
  readHighWater,
  setBackFrom,
  suspendAppends,
  writeHighWater,
} from '../../infra/database/high-water.ts';
import { databaseIdentity } from '../../infra/database/identity.ts';
import type { EventBus } from '../../infra/nats/event-bus.ts';
import { EVENT_HEADER, markOf } from '../../infra/nats/event-message.ts';

export type LogWatch = {
  readonly database: Pick<pg.Pool, 'query'>;
  readonly dataDir: string;
  /** Absent where only the machine's own note is asked. */
  readonly bus?: Pick<EventBus, 'streamFacts' | 'messageAt'>;
};

/** `suspended`: found just now. `pending`: found before, and `lindung restore --yes` is still due. */
export type LogState = 'as known' | 'suspended' | 'pending';

const lastOfStream = async (bus: NonNullable<LogWatch['bus']>): Promise<LogMark | undefined> => {
  const facts = await bus.streamFacts();
  const last = facts === undefined ? undefined : await bus.messageAt(facts.lastSequence);
  if (last === undefined) return undefined;
  const { epoch, position } = markOf(last);
  return { epoch, position, eventId: last.headers[EVENT_HEADER.id] ?? '' };
};

/** An epoch that the log never had may be another installation's stream: the relay refuses that. */
const streamSaysSetBack = async ({ bus, database }: LogWatch): Promise<boolean> => {
  const seen = bus === undefined ? undefined : await lastOfStream(bus);
  return seen !== undefined && (await setBackFrom(database, seen)) === 'event is missing';
};

const isSetBack = async (watch: LogWatch, identity: string): Promise<boolean> => {
  const seen = readHighWater(watch.dataDir, identity);
  if (seen !== undefined && (await setBackFrom(watch.database, seen)) !== undefined) return true;
  return streamSaysSetBack(watch);
};

/** A full disk, or a machine that keeps no data folder: one witness less, the stream still knows. */
const note = (dataDir: string, identity: string, mark: LogMark): void => {
  try {
    writeHighWater(dataDir, identity, mark);
  } catch {
    // As above.
  }
};

/** Looks, takes the right to append away where the log went back, and notes how far it has come. */
export const watchLog = async (watch: LogWatch): Promise<LogState> => {
  const { database, dataDir } = watch;
  if (await appendsSuspended(database)) return 'pending';
  const identity = await databaseIdentity(database);
  if (await isSetBack(watch, identity)) {
    await suspendAppends(database);
    return 'suspended';
  }
  const mark = await logMark(database);
  const known = readHighWater(dataDir, identity);
  const isNews = mark?.epoch !== known?.epoch || mark?.position !== known?.position;
  if (mark !== undefined && isNews) note(dataDir, identity, mark);
  return 'as known';
};
