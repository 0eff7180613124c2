// Runs one installation: PostgreSQL, NATS, Temporal, then the programs; stops them in order.
import type { Settings } from '../../infra/config/settings.ts';
import { startGuard } from '../../infra/local/guard.ts';
import { asLocalFailure, failure } from '../../infra/local/local-failure.ts';
import {
  identityOf,
  type Runtime,
  removeRuntime,
  type ServiceEntry,
  writeRuntime,
} from '../../infra/local/runtime-file.ts';
import type { Log } from '../../infra/local/sentence.ts';
import { appUnit, type Connection } from './app-units.ts';
import { claimDataFolder, waitUntilServing } from './data-folder.ts';
import { requireExternal, shownAddress } from './external-services.ts';
import { type KeptUnit, keepRunning, type Unit } from './keep-running.ts';
import { type KeptDatabase, keepDatabase, type Prepared } from './kept-database.ts';
import {
  startNatsIfOurs,
  startPostgresIfOurs,
  startTemporalIfOurs,
  taskQueueFor,
} from './own-services.ts';
import { type AppProcess, type Selection, STOP_ORDER, wantedProcesses } from './processes.ts';

/** Makes the database ready and answers the programs' address; replaceable for a bare stack. */
type PrepareDatabase = (ownerUrl: string, natsUrl: string) => Promise<Prepared>;

export type StackOptions = {
  readonly settings: Settings;
  readonly log: Log;
  /** Aborted by Ctrl-C: a start in progress is broken off and undone. */
  readonly signal: AbortSignal;
  readonly prepareDatabase: PrepareDatabase;
  readonly processes: readonly AppProcess[];
  readonly searchAttributes?: Readonly<Record<string, string>>;
  /** Nothing on demand and nothing left out, unless said. */
  readonly selection?: Selection;
};

export type Stack =
  | { readonly status: 'attached'; readonly runtime: Runtime }
  | { readonly status: 'started'; readonly runtime: Runtime; stop(): Promise<void> };

type Member = { readonly kept: KeptUnit; readonly address: () => string | undefined };

const STOPPED = {
  id: 'Dihentikan sebelum siap.',
  en: 'Stopped before it was ready.',
};

/** What runs now, mirrored into the runtime file at every change. */
const createRoster = (options: StackOptions) => {
  const { settings, log } = options;
  const { dataDir } = settings;
  const guard = startGuard();
  const members: Member[] = [];
  const external: ServiceEntry[] = [];
  const supervisor = identityOf(process.pid) ?? { pid: process.pid, startedAt: 'unknown' };
  let state: Runtime['state'] = 'starting';
  let connection: Connection | undefined;

  const entryOf = ({ kept, address: addressOf }: Member): ServiceEntry => {
    const pid = kept.pid();
    const address = kept.state() === 'starting' ? undefined : addressOf();
    const identity = pid === undefined ? undefined : identityOf(pid);
    return {
      name: kept.name,
      state: kept.state(),
      ...(identity !== undefined && { process: identity }),
      ...(address !== undefined && { address }),
    };
  };

  const runtime = (): Runtime => ({
    supervisor,
    ...(guard.pid !== undefined && { guardPid: guard.pid }),
    state,
    services: [...external, ...members.map(entryOf)],
    ...(connection !== undefined && { connection }),
  });

  const save = (): void => {
    try {
      writeRuntime(dataDir, runtime());
    } catch (error) {
      log(asLocalFailure(error).sentence); // a full disk must not end what still runs
    }
  };

  const start = async (unit: Unit, addressOf: () => string | undefined): Promise<void> => {
    options.signal.throwIfAborted();
    const kept = keepRunning(unit, {
      log,
      onSpawn: (pid, { stopSignal }) => guard.watch(pid, stopSignal),
      onExit: (pid) => guard.release(pid),
      onChange: save,
    });
    members.push({ kept, address: addressOf });
    await kept.ready;
    const address = addressOf();
    save();
    log({
      id: `${unit.name} berjalan${address === undefined ? '' : ` di ${address}`} (pid ${kept.pid()}).`,
      en: `${unit.name} is running${address === undefined ? '' : ` at ${address}`} (pid ${kept.pid()}).`,
    });
  };

  const stopMember = async ({ kept }: Member): Promise<void> => {
    await kept.stop();
    log({ id: `${kept.name} berhenti.`, en: `${kept.name} stopped.` });
  };

  /** `beforeServices`: when no program writes any more and every service still answers. */
  const stop = async (beforeServices: () => Promise<void>): Promise<void> => {
    state = 'stopping';
    save();
    for (const names of STOP_ORDER) {
      if (names.includes('nats')) await beforeServices();
      const group = members.filter(({ kept }) => names.includes(kept.name));
      await Promise.all(group.map(stopMember));
    }
    removeRuntime(dataDir);
    guard.close();
  };

  const restart = async (names: readonly string[]): Promise<void> => {
    const group = members.filter(({ kept }) => names.includes(kept.name));
    await Promise.all(group.map(({ kept }) => kept.restart()));
  };

  return {
    start,
    stop,
    restart,
    runtime,
    addExternal: (name: string, url: string): void => {
      external.push({ name, address: shownAddress(url), state: 'external' });
    },
    connected: (facts: Connection) => {
      connection = facts;
      save();
    },
    ready: () => {
      state = 'ready';
      save();
    },
  };
};

type Roster = ReturnType<typeof createRoster>;

const startEverything = async (
  roster: Roster,
  options: StackOptions,
  keep: (database: KeptDatabase) => void,
): Promise<void> => {
  const { settings, log } = options;
  await requireExternal(settings);
  const apps = wantedProcesses(options.processes, options.selection ?? { asked: [], leftOut: [] });
  let connection: Connection | undefined;
  let follow: () => Promise<void> = async () => undefined;
  let following = Promise.resolve();
  const moved = (): void => {
    following = following
      .then(() => follow())
      .catch((error: unknown) => log(asLocalFailure(error).sentence));
  };
  const ownerUrl = await startPostgresIfOurs(roster, options, moved);
  const nats = await startNatsIfOurs(roster, options, moved);
  const temporal = await startTemporalIfOurs(roster, options, moved);
  const database = keepDatabase({
    prepare: () => options.prepareDatabase(ownerUrl(), nats().natsUrl),
    log,
  });
  keep(database);
  const connect = ({ databaseUrl, identity }: Prepared): Connection => {
    connection = {
      databaseOwnerUrl: ownerUrl(),
      databaseUrl,
      ...nats(),
      ...temporal(),
      taskQueue: taskQueueFor(settings, identity),
      ...(identity !== undefined && { databaseIdentity: identity }),
    };
    roster.connected(connection);
    return connection;
  };
  const prepared = await database.first();
  if (prepared === undefined) throw failure('Local.Stopped', STOPPED);
  const first = connect(prepared);
  // From here on a service that moves takes the programs along.
  follow = async () => {
    const next = await database.again();
    if (next === undefined) return; // the stack stops
    connect(next);
    await roster.restart(apps.map(({ name }) => name));
  };
  for (const app of apps) {
    const { unit, address } = appUnit(app, settings, () => connection ?? first);
    await roster.start(unit, address);
  }
  options.signal.throwIfAborted();
};

/** Starts the installation, or attaches to the one that already runs on this data folder. */
export const openStack = async (options: StackOptions): Promise<Stack> => {
  const { settings, log, signal } = options;
  signal.throwIfAborted();
  const claim = await claimDataFolder(settings.dataDir, log).catch((error: unknown) => {
    throw asLocalFailure(error);
  });
  if (claim.status === 'theirs') {
    const runtime = await waitUntilServing(settings.dataDir, claim.by);
    return runtime === undefined ? openStack(options) : { status: 'attached', runtime };
  }
  const roster = createRoster(options);
  let stopping: Promise<void> | undefined;
  let database: KeptDatabase | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      await roster.stop(async () => database?.close());
      claim.lock.release();
    })();
    return stopping;
  };
  const abort = (): void => {
    stop().catch((error: unknown) => log(asLocalFailure(error).sentence));
  };
  signal.addEventListener('abort', abort);
  try {
    await startEverything(roster, options, (kept) => {
      database = kept;
    });
    roster.ready();
    return { status: 'started', runtime: roster.runtime(), stop };
  } catch (error) {
    await stop();
    throw signal.aborted ? failure('Local.Stopped', STOPPED, error) : asLocalFailure(error);
  }
};
