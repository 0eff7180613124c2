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
import { type RepairReport, withWorkflowRepair } from '../../gateway/repair-workflows.ts';
import { repairRelay } from '../../relay/relay.ts';
import { restoreLog } from '../../relay/restore-log.ts';
import { refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { idOption } from '../option-values.ts';
import { done, foundWrong, type Outcome, table } from '../outcome.ts';
import type { Session } from '../session.ts';

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
  if (projection === undefined)
    return foundWrong({ name, found: false }, [
      `proyeksi tidak dikenal; ada: ${projections.map((one) => one.name).join(', ')}`,
    ]);
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
            `${name}: ${events} peristiwa, #${position}, ${Math.round(eventsPerSecond)}/s`,
          );
        },
      },
      projection,
    );
    return done({ name, ...rebuilt }, [
      `${name}: ${rebuilt.events} peristiwa / events, #${rebuilt.position}`,
    ]);
  } finally {
    await pools.close();
  }
};

const registerProjection = (program: Command, cli: Cli): void => {
  const projection = program.command('projection').description('proyeksi baca / read projections');
  projection
    .command('list')
    .description('posisi dan keadaan / positions and state')
    .action(() =>
      cli.perform(async (session) => {
        const rows = await listProjections(session.db, await session.store.safePosition());
        return done(rows, [
          ...table([
            ['proyeksi', 'versi', 'posisi', 'tertinggal', 'keadaan'],
            ...rows.map((row) => [
              row.name,
              String(row.version),
              row.position,
              String(row.lag),
              row.stopped === undefined
                ? 'berjalan / running'
                : `BERHENTI / STOPPED #${row.stopped.position} ${row.stopped.type}: ${row.stopped.reason}`,
            ]),
          ]),
        ]);
      }),
    );
  projection
    .command('rebuild')
    .description('bangun ulang berdampingan lalu tukar / rebuild side by side, then switch')
    .argument('<name>', projections.map((one) => one.name).join(' | '))
    .action((name: string) => cli.perform(administered((session) => rebuild(session, name))));
  projection
    .command('retry')
    .description('coba lagi proyeksi yang berhenti / retry a stopped projection')
    .argument('<name>', 'proyeksi')
    .action((name: string) =>
      cli.perform(
        administered(async (session) => {
          const retried = await retryProjection(session.db, name);
          return retried
            ? done({ name, retried }, [`${name}: dicoba lagi / retried`])
            : foundWrong({ name, retried }, [`${name} tidak sedang berhenti / is not stopped`]);
        }),
      ),
    );
};

const repairLine = (report: RepairReport & { readonly delivered: number }): string =>
  `diperiksa ${report.examined}, dijalankan ${report.started}, dibangunkan ${report.signalled}` +
  `, jadwal ${report.schedules}` +
  `, langkah yang tertahan diteruskan / stuck steps delivered ${report.delivered}`;

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
        reapplyTombstones: session.keys.reapplyTombstones,
        progress: session.progress,
      }),
    ),
  );
  const { ended, started } = report.workflows;
  return done(report, [
    `zaman / epoch ${report.epoch}`,
    `alur kerja / workflows: ${ended} diakhiri / ended, ${started} dijalankan / started`,
  ]);
};

const registerRepair = (program: Command, cli: Cli): void => {
  const repair = program.command('repair').description('perbaiki dari log / repair from the log');
  repair
    .command('workflows')
    .description('bangun ulang alur kerja yang terbuka / rebuild open workflows from the events')
    .action(() =>
      cli.perform(
        administered(async (session) => {
          const ledger = createObligationLedger(session.db);
          const report = await withWorkflowRepair(session, async (repair) => ({
            ...(await repair.revive(session.progress)),
            delivered: await repair.deliverDead(ledger),
          }));
          return done(report, [repairLine(report)]);
        }),
      ),
    );
  repair
    .command('relay')
    .description('buat ulang aliran NATS dari log / re-create the stream from the log')
    .action(() =>
      cli.perform(
        administered(async (session) => {
          const { state } = await withBus(session, (bus) =>
            repairRelay({
              bus,
              store: session.store,
              databaseUrl: session.connection.databaseUrl,
            }),
          );
          return done(state, [
            `aliran dibuat ulang mulai #${state.position}; relay melanjutkan / the relay goes on`,
          ]);
        }),
      ),
    );
  program
    .command('restore')
    .description('sesudah pemulihan basis data: zaman baru / after a database restore: a new epoch')
    .requiredOption('--yes', 'ya, basis data baru dipulihkan / yes, the database was restored')
    .action(() => cli.perform(administered(restore)));
};

export const registerOperate = (program: Command, cli: Cli): void => {
  registerProjection(program, cli);
  registerRepair(program, cli);
  const keys = program.command('keys').description('kunci data pribadi / keys of personal data');
  keys
    .command('shred')
    .description('hancurkan kunci seseorang untuk selamanya / destroy a person’s key for ever')
    .argument('<subject>', 'id pekerja atau orang / id of the worker or person', idOption)
    .requiredOption('--why <text>', 'dasar dan alasan / basis and reason')
    .requiredOption('--yes', 'tidak dapat dibatalkan / cannot be undone')
    .action((subject: string, options: { why: string }) =>
      cli.perform(async (session) => {
        const refusal = await refusedAct(session, ['manage-keys'], null);
        if (refusal !== undefined) return refusal;
        const answer = await session.keys.shred(subject, options.why);
        return answer.status === 'shredded'
          ? done({ subject, ...answer }, [`kunci ${subject} dihancurkan / shredded`])
          : foundWrong({ subject, ...answer }, ['tidak ada kunci untuk id itu / no such key']);
      }),
    );
};
