// Whether the database was restored to an older state without `lindung restore`: then nobody may append.
import type pg from 'pg';
import {
  appendsSuspended,
  type LogMark,
  type LogPlace,
  logMark,
  logPlace,
  marksToHold,
  readHighWater,
  setBackFrom,
  suspendAppends,
  writeHighWater,
} from '../../infra/database/high-water.ts';
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

const isSetBack = async (watch: LogWatch, at: LogPlace): Promise<boolean> => {
  for (const seen of marksToHold(watch.dataDir, at)) {
    if ((await setBackFrom(watch.database, seen)) !== undefined) return true;
  }
  return streamSaysSetBack(watch);
};

/** A full disk, or a machine that keeps no data folder: one witness less, the stream still knows. */
const note = (dataDir: string, at: LogPlace, mark: LogMark): void => {
  try {
    writeHighWater(dataDir, at, mark);
  } catch {
    // As above.
  }
};

/** Looks, takes the right to append away where the log went back, and notes how far it has come. */
export const watchLog = async (watch: LogWatch): Promise<LogState> => {
  const { database, dataDir } = watch;
  if (await appendsSuspended(database)) return 'pending';
  const at = await logPlace(database);
  // Before the look: an epoch that begins during it has dealt with what the look finds.
  const { epoch } = await logMark(database);
  if (await isSetBack(watch, at)) {
    await suspendAppends(database, epoch);
    return 'suspended';
  }
  const mark = await logMark(database);
  const known = readHighWater(dataDir, at);
  if (mark.epoch !== known?.epoch || mark.position !== known.position) note(dataDir, at, mark);
  return 'as known';
};

/**
 * For `lindung restore`: from now on the log is what it is. An old note may name an epoch that this
 * log will never know, and would take the right to append away again at the next look. So a note
 * that stays is an error here.
 */
export const acceptLog = async ({ database, dataDir }: Omit<LogWatch, 'bus'>): Promise<void> => {
  const at = await logPlace(database);
  const mark = await logMark(database);
  try {
    writeHighWater(dataDir, at, mark);
  } catch (error) {
    if (marksToHold(dataDir, at).length > 0) throw error;
  }
};
