// The program `projector`: runs every projection of the registry until SIGTERM.
import { faultPoint } from '../../infra/config/fault-points.ts';
import { readSettings } from '../../infra/config/settings.ts';
import { kyselyOver, openPools } from '../../infra/database/connect.ts';
import { storeFailure } from '../../infra/database/store-failure.ts';
import { createPostgresEventStore } from '../../infra/event-store/postgres-event-store.ts';
import { failure } from '../../infra/failure.ts';
import { writeCompiled } from '../../infra/local/compile-cache.ts';
import { openProgramHealth, type ProgramHealth } from '../../infra/local/program-health.ts';
import { createEventFeed } from '../../infra/nats/event-feed.ts';
import { openJetStreamBus } from '../../infra/nats/jetstream-event-bus.ts';
import { shareFeed } from '../../infra/nats/shared-feed.ts';
import { createLog, errorFacts, type Log } from '../../infra/telemetry/log.ts';
import { runProjector } from '../../projections/projector.ts';
import type { ProjectorNews } from '../../projections/projector-news.ts';
import { projections } from '../../projections/registry.ts';

const missing = (name: string): Error =>
  failure({
    code: 'Config.Missing',
    retryable: false,
    sentence: {
      id: `Variabel ${name} belum diatur; projector tidak tahu ke mana harus menyambung.`,
      en: `The variable ${name} is not set; the projector does not know where to connect.`,
    },
  });

const tellStop = (log: Log, { projection, poison }: ProjectorNews & { kind: 'stopped' }): void => {
  const { position, type } = poison.event;
  log.error(
    { projection, position, type, ...errorFacts(poison.cause) },
    'STOPPED at an event it cannot fold; mend it, then `lindung projection retry`',
  );
};

/** A stop at a poison event stands in the database and is shown from there. */
const note = (health: ProgramHealth, news: ProjectorNews): void => {
  const { kind, projection: subject } = news;
  if (kind === 'failed')
    health.trouble({ kind: 'ProjectionFails', subject, reason: describe(news.error) });
  else health.wentWell('ProjectionFails', subject);
};

const tell = (log: Log, news: ProjectorNews): void => {
  const { projection } = news;
  switch (news.kind) {
    case 'following':
      log.info({ projection, position: news.position }, 'following the stream');
      break;
    case 'stopped':
      tellStop(log, news);
      break;
    case 'resumed':
      log.info({ projection }, 'tries again');
      break;
    case 'rebuilt':
      log.info({ projection, position: news.position }, 'new version built and switched');
      break;
    case 'failed':
      log.warn({ projection, ...errorFacts(news.error) }, 'failed; trying again');
  }
};

const describe = (error: unknown): string =>
  Object.values(errorFacts(error)).join(' · ').slice(0, 500);

const main = async (): Promise<void> => {
  const log = createLog('projector');
  const { databaseUrl, natsUrl, databaseIdentity: identity, dataDir } = readSettings();
  if (databaseUrl === undefined) throw missing('DATABASE_URL');
  if (natsUrl === undefined) throw missing('NATS_URL');
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());

  const pools = openPools({
    url: databaseUrl,
    applicationName: 'lindung-projector',
    log: ({ en }) => log.warn(en),
    identity,
    sizes: { hot: 2, app: 1, bg: 4 },
  });
  const store = createPostgresEventStore({ pools });
  const bus = await openJetStreamBus({
    url: natsUrl,
    name: 'lindung-projector',
    waitForServer: true,
  });
  const health = openProgramHealth(dataDir, 'projector');
  writeCompiled();
  try {
    const deps = {
      db: kyselyOver(pools.bg),
      store,
      feed: shareFeed(createEventFeed(bus)),
      isTransient: (error: unknown) => storeFailure(error).retryable,
      describe,
      report: (news: ProjectorNews) => {
        tell(log, news);
        note(health, news);
      },
      beforeCommit: () => faultPoint('projector.before-commit'),
    };
    await runProjector(deps, projections, stop.signal);
  } finally {
    await bus.close();
    await store.close();
  }
  log.info('stopped');
};

main().catch((error: unknown) => {
  createLog('projector').fatal(errorFacts(error), 'the projector ended');
  process.exitCode = 1;
});
