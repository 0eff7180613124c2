// The data folder of one installation: made, locked, and cleared of what a dead supervisor left.
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ATTACH_WAIT_MS } from '../../infra/config/limits.ts';
import { isFailure } from '../../infra/failure.ts';
import { asLocalFailure, failure, isDiskFull } from '../../infra/local/local-failure.ts';
import {
  isSameProcess,
  type ProcessIdentity,
  type Runtime,
  readRuntime,
  removeRuntime,
  runningInstallation,
} from '../../infra/local/runtime-file.ts';
import { errorCode, type Log, type Sentence } from '../../infra/local/sentence.ts';
import { endByPid } from '../../infra/local/service-process.ts';
import { type Lock, takeSupervisorLock } from '../../infra/local/supervisor-lock.ts';

const LEFTOVER_GRACE_MS = 15_000;
const POLL_MS = 100;

const isFolder = (path: string): boolean => statSync(path).isDirectory();

const isAFile = (path: string): Error =>
  failure('Local.DataFolder', {
    id: `Folder data tidak dapat dipakai: ${path} adalah berkas, bukan folder. Pindahkan berkas itu, atau pilih folder lain dengan LINDUNG_DATA.`,
    en: `The data folder cannot be used: ${path} is a file, not a folder. Move it away, or choose another folder by LINDUNG_DATA.`,
  });

const NO_PERMISSION: Sentence = { id: 'tidak ada izin', en: 'no permission' };
const WHY: Readonly<Record<string, Sentence>> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: { id: 'hanya dapat dibaca', en: 'read-only' },
};
const NOWHERE: Sentence = { id: 'tidak dapat dibuat di sana', en: 'it cannot be made there' };

const unusable = (dataDir: string, error: unknown): Error => {
  if (isDiskFull(error)) return asLocalFailure(error);
  const why = WHY[errorCode(error) ?? ''] ?? NOWHERE;
  return failure(
    'Local.DataFolder',
    {
      id: `Folder data ${dataDir} tidak dapat dipakai: ${why.id}. Pilih folder lain dengan LINDUNG_DATA.`,
      en: `The data folder ${dataDir} cannot be used: ${why.en}. Choose another folder by LINDUNG_DATA.`,
    },
    error,
  );
};

/** Step by step: Node's own recursive way never ends where no folder can be made (`/proc/x`). */
const makeFolder = (folder: string, mode: number): void => {
  if (existsSync(folder)) {
    if (isFolder(folder)) return;
    throw isAFile(folder);
  }
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (!(existsSync(folder) && isFolder(folder))) throw error; // else another start made it
  }
};

/** Root's folder stays passable, because PostgreSQL then runs as another user. */
export const prepareDataFolder = (dataDir: string): void => {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    makeFolder(join(dataDir, 'logs'), mode);
    chmodSync(dataDir, mode);
  } catch (error) {
    throw isFailure(error) ? error : unusable(dataDir, error);
  }
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
