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
import { type AppProcess, STOP_ORDER, wantedProcesses } from './processes.ts';
import { natsUnit, postgresUnit, temporalUnit } from './service-units.ts';

/** Makes the database ready and answers the programs' address; replaceable for a bare stack. */
export type PrepareDatabase = (ownerUrl: string) => Promise<{
  readonly databaseUrl: string;
  /** Called when the stack stops. */
  readonly close?: () => void;
}>;

export type StackOptions = {
  readonly settings: Settings;
  readonly log: Log;
  /** Aborted by Ctrl-C: a start in progress is broken off and undone. */
  readonly signal: AbortSignal;
  readonly prepareDatabase: PrepareDatabase;
  readonly processes: readonly AppProcess[];
  readonly searchAttributes?: Readonly<Record<string, string>>;
  /** Names of on-demand processes to run as well. */
  readonly asked?: readonly string[];
};

export type Stack =
  | { readonly status: 'attached'; readonly runtime: Runtime }
  | { readonly status: 'started'; readonly runtime: Runtime; stop(): Promise<void> };

type Member = { readonly kept: KeptUnit; address?: string };

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

  const entryOf = ({ kept, address }: Member): ServiceEntry => {
    const pid = kept.pid();
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
    const member: Member = { kept };
    members.push(member);
    await kept.ready;
    const address = addressOf();
    if (address !== undefined) member.address = address;
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

  const stop = async (): Promise<void> => {
    state = 'stopping';
    save();
    for (const names of STOP_ORDER) {
      const group = members.filter(({ kept }) => names.includes(kept.name));
      await Promise.all(group.map(stopMember));
    }
    removeRuntime(dataDir);
    guard.close();
  };

  return {
    start,
    stop,
    runtime,
    addExternal: (name: string, url: string) =>
      external.push({ name, address: shownAddress(url), state: 'external' }),
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

const startPostgresIfOurs = async (roster: Roster, options: StackOptions): Promise<string> => {
  const { settings, log } = options;
  if (settings.databaseUrl !== undefined) {
    roster.addExternal('postgres', settings.databaseUrl);
    return settings.databaseUrl;
  }
  const service = postgresUnit({ dataDir: settings.dataDir, log });
  await roster.start(service.unit, () => shownAddress(service.running().ownerUrl));
  return service.running().ownerUrl;
};

const startNatsIfOurs = async (
  roster: Roster,
  options: StackOptions,
): Promise<{ natsUrl: string; natsMonitorUrl?: string }> => {
  const { settings, log } = options;
  if (settings.natsUrl !== undefined) {
    roster.addExternal('nats', settings.natsUrl);
    return { natsUrl: settings.natsUrl };
  }
  const service = natsUnit({ dataDir: settings.dataDir, log });
  await roster.start(service.unit, () => shownAddress(service.running().url));
  const { url, monitorUrl } = service.running();
  return { natsUrl: url, natsMonitorUrl: monitorUrl };
};

const startTemporalIfOurs = async (
  roster: Roster,
  options: StackOptions,
): Promise<{ temporalAddress: string; temporalUiUrl?: string }> => {
  const { settings, log, searchAttributes = {} } = options;
  if (settings.temporalAddress !== undefined) {
    roster.addExternal('temporal', settings.temporalAddress);
    return { temporalAddress: settings.temporalAddress };
  }
  const service = temporalUnit(
    { dataDir: settings.dataDir, log },
    { namespace: settings.temporalNamespace, searchAttributes },
  );
  await roster.start(service.unit, () => service.running().address);
  const { address, uiUrl } = service.running();
  return { temporalAddress: address, temporalUiUrl: uiUrl };
};

const startEverything = async (
  roster: Roster,
  options: StackOptions,
): Promise<(() => void) | undefined> => {
  const { settings } = options;
  await requireExternal(settings);
  const databaseOwnerUrl = await startPostgresIfOurs(roster, options);
  const nats = await startNatsIfOurs(roster, options);
  const temporal = await startTemporalIfOurs(roster, options);
  const prepared = await options.prepareDatabase(databaseOwnerUrl);
  const connection: Connection = {
    databaseOwnerUrl,
    databaseUrl: prepared.databaseUrl,
    ...nats,
    ...temporal,
    namespace: settings.temporalNamespace,
  };
  roster.connected(connection);
  for (const app of wantedProcesses(options.processes, options.asked ?? [])) {
    const { unit, address } = await appUnit(app, settings, connection);
    await roster.start(unit, () => address);
  }
  options.signal.throwIfAborted();
  return prepared.close;
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
  let closeDatabase: (() => void) | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      closeDatabase?.();
      await roster.stop();
      claim.lock.release();
    })();
    return stopping;
  };
  const abort = (): void => {
    stop().catch((error: unknown) => log(asLocalFailure(error).sentence));
  };
  signal.addEventListener('abort', abort);
  try {
    closeDatabase = await startEverything(roster, options);
    roster.ready();
    return { status: 'started', runtime: roster.runtime(), stop };
  } catch (error) {
    await stop();
    throw signal.aborted ? failure('Local.Stopped', STOPPED, error) : asLocalFailure(error);
  }
};
