// The program `relay`: reads its addresses from the environment and carries events until SIGTERM.
import { readSettings } from '../../infra/config/settings.ts';
import { openPools } from '../../infra/database/connect.ts';
import { createPostgresEventStore } from '../../infra/event-store/postgres-event-store.ts';
import { failure } from '../../infra/failure.ts';
import { openLocalKeyService } from '../../infra/keys/local-key-service.ts';
import { loadMasterKey } from '../../infra/keys/master-key.ts';
import { writeCompiled } from '../../infra/local/compile-cache.ts';
import { openProgramHealth, type ProgramHealth } from '../../infra/local/program-health.ts';
import { openJetStreamBus } from '../../infra/nats/jetstream-event-bus.ts';
import { sealKeyOf } from '../../infra/seals/sealing.ts';
import { createLog, errorFacts, type Log } from '../../infra/telemetry/log.ts';
import { type RelayNews, runRelay } from './relay.ts';
import { runSealer, type SealerNews } from './sealer.ts';

const missing = (name: string): Error =>
  failure({
    code: 'Config.Missing',
    retryable: false,
    sentence: {
      id: `Variabel ${name} belum diatur; relay tidak tahu ke mana harus menyambung.`,
      en: `The variable ${name} is not set; the relay does not know where to connect.`,
    },
  });

/** A refusal lasts until a person acts, so it is shown where people look. */
const note = (health: ProgramHealth, news: RelayNews): void => {
  if (news.kind === 'synced' || news.kind === 'rebuilt') {
    health.wentWell('RelayRefuses', '');
    health.wentWell('RelayFails', '');
  }
  if (news.kind === 'refused' || news.kind === 'failed') {
    const kind = news.kind === 'refused' ? 'RelayRefuses' : 'RelayFails';
    const reason = Object.values(errorFacts(news.error)).join(' · ');
    health.trouble({ kind, subject: '', reason });
  }
};

const tell = (log: Log, news: RelayNews): void => {
  switch (news.kind) {
    case 'leading':
      log.info('this relay leads');
      break;
    case 'synced':
      log.info({ position: news.position, tail: news.tail }, 'stream and record agree');
      break;
    case 'rebuilt':
      log.warn({ position: news.position, reason: news.reason }, 'stream made again');
      break;
    case 'interrupted':
      log.warn({ by: news.by }, 'interrupted; looking again');
      break;
    case 'refused':
      log.error(errorFacts(news.error), 'refused; a person must act');
      break;
    case 'failed':
      log.warn(errorFacts(news.error), 'failed; trying again');
  }
};

const tellOfSeals =
  (log: Log, health: ProgramHealth) =>
  (news: SealerNews): void => {
    if (news.kind === 'sealed') {
      health.wentWell('SealerFails', '');
      return;
    }
    const facts = errorFacts(news.error);
    log.warn(facts, 'the log is not sealed; trying again');
    const reason = Object.values(facts).join(' · ');
    health.trouble({ kind: 'SealerFails', subject: '', reason });
  };

const main = async (): Promise<void> => {
  const log = createLog('relay');
  const { databaseUrl, natsUrl, databaseIdentity: identity, dataDir, ...more } = readSettings();
  if (databaseUrl === undefined) throw missing('DATABASE_URL');
  if (natsUrl === undefined) throw missing('NATS_URL');
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());

  const pools = openPools({
    url: databaseUrl,
    applicationName: 'lindung-relay',
    log: ({ en }) => log.warn(en),
    identity,
    sizes: { hot: 2, app: 1, bg: 1 },
  });
  const store = createPostgresEventStore({ pools });
  const bus = await openJetStreamBus({ url: natsUrl, name: 'lindung-relay', waitForServer: true });
  try {
    const health = openProgramHealth(dataDir, 'relay');
    writeCompiled();
    const report = (news: RelayNews): void => {
      tell(log, news);
      note(health, news);
    };
    const key = async () => {
      const master = loadMasterKey({ dataDir, given: more.keys });
      const { derive } = await openLocalKeyService({ pool: pools.app, master });
      return sealKeyOf(pools.bg, derive);
    };
    const seals = { database: pools.bg, bus, folder: more.checkpointDir, key };
    await Promise.all([
      runRelay({ store, bus, databaseUrl, report }, stop.signal),
      runSealer({ ...seals, report: tellOfSeals(log, health) }, stop.signal),
    ]);
  } finally {
    await bus.close();
    await store.close();
  }
  log.info('stopped');
};

main().catch((error: unknown) => {
  createLog('relay').fatal(errorFacts(error), 'the relay ended');
  process.exitCode = 1;
});
