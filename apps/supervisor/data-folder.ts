// The data folder of one installation: made, locked, and cleared of what a dead supervisor left.
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ATTACH_WAIT_MS } from '../../infra/config/limits.ts';
import { failure } from '../../infra/local/local-failure.ts';
import {
  isSameProcess,
  type ProcessIdentity,
  type Runtime,
  readRuntime,
  removeRuntime,
  runningInstallation,
} from '../../infra/local/runtime-file.ts';
import type { Log } from '../../infra/local/sentence.ts';
import { endByPid } from '../../infra/local/service-process.ts';
import { type Lock, takeSupervisorLock } from '../../infra/local/supervisor-lock.ts';

const LEFTOVER_GRACE_MS = 15_000;
const POLL_MS = 100;

/** Root's folder stays passable, because PostgreSQL then runs as another user. */
export const prepareDataFolder = (dataDir: string): void => {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode });
  chmodSync(dataDir, mode);
};

/** Ends what outlived its supervisor: known by pid and start time, never by name. */
export const endLeftovers = async (dataDir: string, log: Log): Promise<void> => {
  const services = readRuntime(dataDir)?.services ?? [];
  for (const { name, process: identity } of [...services].reverse()) {
    if (identity === undefined || !isSameProcess(identity)) continue;
    const signal = name === 'postgres' ? 'SIGINT' : 'SIGTERM';
    await endByPid(identity.pid, signal, LEFTOVER_GRACE_MS);
    log({
      id: `${name} sisa supervisor yang mati (pid ${identity.pid}) dihentikan.`,
      en: `${name}, left over from a dead supervisor (pid ${identity.pid}), was stopped.`,
    });
  }
  removeRuntime(dataDir);
};

const sayStale = (stale: ProcessIdentity, log: Log): void =>
  log({
    id: `Supervisor sebelumnya (pid ${stale.pid}) tidak berhenti dengan wajar; melanjutkan datanya.`,
    en: `The previous supervisor (pid ${stale.pid}) did not stop in an orderly way; going on with its data.`,
  });

export type Claim =
  | { readonly status: 'ours'; readonly lock: Extract<Lock, { status: 'taken' }> }
  | { readonly status: 'theirs'; readonly by: ProcessIdentity };

export const claimDataFolder = async (dataDir: string, log: Log): Promise<Claim> => {
  prepareDataFolder(dataDir);
  const lock = takeSupervisorLock(dataDir);
  if (lock.status === 'held') return { status: 'theirs', by: lock.by };
  if (lock.stale !== undefined) sayStale(lock.stale, log);
  await endLeftovers(dataDir, log);
  return { status: 'ours', lock };
};

/** Waits until the supervisor that holds the folder is ready; undefined when it ended meanwhile. */
export const waitUntilServing = async (
  dataDir: string,
  by: ProcessIdentity,
): Promise<Runtime | undefined> => {
  const until = Date.now() + ATTACH_WAIT_MS;
  while (Date.now() < until) {
    const runtime = runningInstallation(dataDir);
    if (runtime?.state === 'ready') return runtime;
    if (!isSameProcess(by)) return undefined;
    await sleep(POLL_MS);
  }
  throw failure('Local.NotReady', {
    id: `Supervisor dengan pid ${by.pid} belum siap; lihat ${join(dataDir, 'logs')}.`,
    en: `The supervisor with pid ${by.pid} is not ready; see ${join(dataDir, 'logs')}.`,
  });
};
