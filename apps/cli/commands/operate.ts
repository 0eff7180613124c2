// `lindung projection|repair|restore|keys …`: what an operator does when something must be put right.
import type { Command } from 'commander';
import { kyselyOver, openPools } from '../../../infra/database/connect.ts';
import { failure } from '../../../infra/failure.ts';
import type { EventBus } from '../../../infra/nats/event-bus.ts';
import { openJetStreamBus } from '../../../infra/nats/jetstream-event-bus.ts';
import { createObligationLedger } from '../../../infra/nats/obligation-ledger.ts';
import { listProjections, retryProjection } from '../../../projections/projection-status.ts';
import { rebuildProjection } from '../../../projections/rebuild.ts';
import { projections } from '../../../projections/registry.ts';
import { operateColumns, operatePhrases as phrases } from '../../copy/operate-phrases.ts';
import { say } from '../../copy/text.ts';
import { type RepairReport, withWorkflowRepair } from '../../gateway/repair-workflows.ts';
import { repairRelay } from '../../relay/relay.ts';
import { restoreLog } from '../../relay/restore-log.ts';
import { refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { idOption, oneOf } from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { headed } from '../page-lines.ts';
import { refusalOutcome, type Session } from '../session.ts';

const PROGRESS_EVERY_MS = 1_000;

const ownerUrl = (session: Session): string => {
  const url = session.connection.databaseOwnerUrl;
  if (url !== undefined) return url;
  throw failure({
    code: 'Config.OwnerMissing',
    retryable: false,
    sentence: {
      id: 'Perintah ini memerlukan pemilik basis data: atur DATABASE_OWNER_URL.',
      en: 'This command needs the database owner: set DATABASE_OWNER_URL.',
    },
  });
};

const withBus = async <Answer>(
  session: Session,
  act: (bus: EventBus) => Promise<Answer>,
): Promise<Answer> => {
  const bus = await openJetStreamBus({ url: session.connection.natsUrl, name: 'lindung-cli' });
  try {
    return await act(bus);
  } finally {
    await bus.close();
  }
};

/** Whoever mends the log's copies and its workflows must be an administrator of this house. */
const administered =
  (act: (session: Session) => Promise<Outcome>) =>
  async (session: Session): Promise<Outcome> =>
    (await refusedAct(session, ['administer'], null)) ?? (await act(session));

const rebuild = async (session: Session, name: string) => {
  const projection = projections.find((candidate) => candidate.name === name);
  if (projection === undefined) throw new Error(`no projection ${name}`);
  let saidAt = Date.now();
  const pools = openPools({
    url: ownerUrl(session),
    applicationName: 'lindung:rebuild',
    log: () => undefined,
    sizes: { hot: 1, app: 1, bg: 2 },
  });
  try {
    const rebuilt = await rebuildProjection(
      {
        store: session.store,
        db: kyselyOver(pools.bg),
        onProgress: ({ position, events, eventsPerSecond }) => {
          if (Date.now() - saidAt < PROGRESS_EVERY_MS) return;
          saidAt = Date.now();
          session.progress(
            say(session.language, phrases.projectionProgress, {
              ...{ name, events, position },
              speed: Math.round(eventsPerSecond),
            }),
          );
        },
      },
      projection,
    );
    return done({ name, ...rebuilt }, [
      say(session.language, phrases.projectionRebuilt, {
        ...{ name, events: rebuilt.events, position: rebuilt.position },
      }),
    ]);
  } finally {
    await pools.close();
  }
};

const registerProjection = (program: Command, cli: Cli): void => {
  const projection = program.command('projection');
  projection.command('list').action(() =>
    cli.perform(async (session) => {
      const { language } = session;
      const rows = await listProjections(session.db, await session.store.safePosition());
      const { projection: name, version, position, lag, state } = operateColumns;
      const lines = headed(
        language,
        [name, version, position, lag, state],
        rows.map((row) => [
          row.name,
          String(row.version),
          row.position,
          String(row.lag),
          row.stopped === undefined
            ? say(language, phrases.projectionRuns)
            : say(language, phrases.projectionStopped, row.stopped),
        ]),
      );
      return done(rows, lines);
    }),
  );
  projection
    .command('rebuild')
    .argument('<name>', '', oneOf(projections.map((one) => one.name)))
    .action((name: string) => cli.act(administered((session) => rebuild(session, name))));
  projection
    .command('retry')
    .argument('<name>', '', oneOf(projections.map((one) => one.name)))
    .action((name: string) =>
      cli.act(
        administered(async (session) => {
          const retried = await retryProjection(session.db, name);
          return retried
            ? done({ name, retried }, [say(session.language, phrases.projectionRetried, { name })])
            : refusedWith(
                'ProjectionNotStopped',
                say(session.language, phrases.projectionNotStopped, { name }),
                { name, retried },
              );
        }),
      ),
    );
};

const repairLine = (
  report: RepairReport & { readonly delivered: number },
  { language }: Session,
): string => {
  const { examined, started, signalled, restarted, schedules, delivered } = report;
  const counts = { examined, started, signalled, restarted, schedules, delivered };
  return say(language, phrases.workflowsRepaired, counts);
};

/** What workflows knew of the log before the restore counts no more: each begins anew. */
const restore = async (session: Session): Promise<Outcome> => {
  const report = await withBus(session, (bus) =>
    withWorkflowRepair(session, (workflows) =>
      restoreLog({
        bus,
        workflows,
        store: session.store,
        db: session.db,
        projections,
        databaseUrl: session.connection.databaseUrl,
        ownerUrl: ownerUrl(session),
        dataDir: session.connection.dataDir,
        reapplyTombstones: session.keys.reapplyTombstones,
        progress: session.progress,
      }),
    ),
  );
  const { ended, started } = report.workflows;
  return done(report, [
    say(session.language, phrases.epoch, { epoch: report.epoch }),
    say(session.language, phrases.workflowsRestored, { ended, started }),
  ]);
};

const registerRepair = (program: Command, cli: Cli): void => {
  const repair = program.command('repair');
  repair.command('workflows').action(() =>
    cli.act(
      administered(async (session) => {
        const ledger = createObligationLedger(session.db);
        const report = await withWorkflowRepair(session, async (repairing) => ({
          ...(await repairing.revive(session.progress)),
          delivered: await repairing.deliverDead(ledger),
        }));
        return done(report, [repairLine(report, session)]);
      }),
    ),
  );
  repair.command('relay').action(() =>
    cli.act(
      administered(async (session) => {
        const { state } = await withBus(session, (bus) =>
          repairRelay({
            bus,
            store: session.store,
            databaseUrl: session.connection.databaseUrl,
          }),
        );
        const { position } = state;
        return done(state, [say(session.language, phrases.relayRecreated, { position })]);
      }),
    ),
  );
  program
    .command('restore')
    .requiredOption('--yes')
    .action(() => cli.act(administered(restore)));
};

export const registerOperate = (program: Command, cli: Cli): void => {
  registerProjection(program, cli);
  registerRepair(program, cli);
  const keys = program.command('keys');
  keys
    .command('shred')
    .argument('<subject>', '', idOption)
    .requiredOption('--why <text>')
    .requiredOption('--yes')
    .action((subject: string, options: { why: string }) =>
      cli.act(async (session) => {
        const refusal = await refusedAct(session, ['manage-keys'], null);
        if (refusal !== undefined) return refusal;
        const { why } = options;
        const named = await session.gateway.personIn({ texts: { why }, streams: [subject] });
        if (named !== undefined) return refusalOutcome(session, named);
        const answer = await session.keys.shred(subject, why);
        return answer.status === 'shredded'
          ? done({ subject, ...answer }, [
              say(session.language, phrases.keyShredded, { id: subject }),
            ])
          : refusedWith('KeyUnknown', say(session.language, phrases.keyNone), {
              subject,
              ...answer,
            });
      }),
    );
};
