// Before any program starts, and every few seconds after: is the log still the one that was known?
import pg from 'pg';
import { HEALTH_LIMIT_MS, LOG_CHECK_EVERY_MS } from '../../infra/config/limits.ts';
import { asLocalFailure } from '../../infra/local/local-failure.ts';
import type { Log, Sentence } from '../../infra/local/sentence.ts';
import type { EventBus } from '../../infra/nats/event-bus.ts';
import { openJetStreamBus } from '../../infra/nats/jetstream-event-bus.ts';
import { type LogState, type LogWatch, watchLog } from '../relay/set-back.ts';

const SUSPENDED: Sentence = {
  id: 'Basis data dipulihkan ke keadaan yang lebih lama: pencatatan dihentikan. Administrator menjalankan `lindung restore --yes`.',
  en: 'The database was restored to an older state: nothing is recorded. An administrator runs `lindung restore --yes`.',
};

export type LogGuard = { close(): Promise<void> };

type Request = {
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly dataDir: string;
  readonly log: Log;
};

const firstLook = async (watch: LogWatch, natsUrl: string): Promise<LogState> => {
  let bus: EventBus | undefined;
  try {
    bus = await openJetStreamBus({ url: natsUrl, name: 'lindung-supervisor' });
    return await watchLog({ ...watch, bus });
  } finally {
    await bus?.close();
  }
};

/** The note is as young as one interval, and at an orderly stop it is exact. */
export const guardLog = async (request: Request): Promise<LogGuard> => {
  const { log, dataDir } = request;
  const database = new pg.Pool({
    connectionString: request.databaseUrl,
    max: 1,
    application_name: 'lindung-supervisor',
    connectionTimeoutMillis: HEALTH_LIMIT_MS,
    statement_timeout: HEALTH_LIMIT_MS,
  });
  database.on('error', () => undefined);
  const watch: LogWatch = { database, dataDir };
  let said: LogState = 'as known';
  const tell = (state: LogState): void => {
    if (state !== 'as known' && said === 'as known') log(SUSPENDED);
    said = state;
  };
  try {
    tell(await firstLook(watch, request.natsUrl));
  } catch (error) {
    await database.end();
    throw error;
  }
  const look = async (): Promise<void> => tell(await watchLog(watch));
  let looking = Promise.resolve();
  // A database that is away is said by its own unit; the next look comes soon.
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => undefined);
  }, LOG_CHECK_EVERY_MS);
  return {
    async close() {
      clearInterval(timer);
      await looking;
      await look().catch((error: unknown) => log(asLocalFailure(error).sentence));
      await database.end();
    },
  };
};
