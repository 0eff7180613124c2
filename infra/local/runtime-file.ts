// `.data/runtime.json`: who supervises, which processes run and how to reach them.
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readSettings } from '../config/settings.ts';
import { processStartedAt } from './process-facts.ts';
import type { Sentence } from './sentence.ts';

const ProcessIdentity = z.object({ pid: z.number().int(), startedAt: z.string() });

const ServiceEntry = z.object({
  name: z.string(),
  /** Absent for a service that somebody else runs. */
  process: ProcessIdentity.optional(),
  /** Without credentials, fit for a screen. */
  address: z.string().optional(),
  state: z.enum(['starting', 'running', 'restarting', 'failed', 'stopped', 'external']),
});

const RuntimeFile = z.object({
  supervisor: ProcessIdentity,
  /** Ends the children when the supervisor is killed. */
  guardPid: z.number().int().optional(),
  state: z.enum(['starting', 'ready', 'stopping']),
  services: z.array(ServiceEntry),
  connection: z
    .object({
      databaseOwnerUrl: z.string(),
      databaseUrl: z.string(),
      natsUrl: z.string(),
      natsMonitorUrl: z.string().optional(),
      temporalAddress: z.string(),
      temporalUiUrl: z.string().optional(),
      namespace: z.string(),
      taskQueue: z.string().optional(),
      /** Which log this installation was started on. */
      databaseIdentity: z.string().optional(),
    })
    .optional(),
});

export type ProcessIdentity = z.infer<typeof ProcessIdentity>;
export type ServiceEntry = z.infer<typeof ServiceEntry>;
export type Runtime = z.infer<typeof RuntimeFile>;

const runtimePath = (dataDir: string): string => join(dataDir, 'runtime.json');

/** Identity of a living process, or undefined if it is gone. */
export const identityOf = (pid: number): ProcessIdentity | undefined => {
  const startedAt = processStartedAt(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
};

/** Alive, and not merely another process that was given the same number. */
export const isSameProcess = (identity: ProcessIdentity): boolean =>
  processStartedAt(identity.pid) === identity.startedAt;

export const writeRuntime = (dataDir: string, runtime: Runtime): void => {
  const path = runtimePath(dataDir);
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(runtime, undefined, 2)}\n`, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, path);
};

/** A file cut off in the middle tells nothing and counts as absent. */
export const readRuntime = (dataDir: string): Runtime | undefined => {
  const path = runtimePath(dataDir);
  if (!existsSync(path)) return undefined;
  try {
    return RuntimeFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
};

export const removeRuntime = (dataDir: string): void => {
  const path = runtimePath(dataDir);
  if (existsSync(path)) rmSync(path, { force: true }); // below a file it would be refused
};

/** The installation that runs on this data folder, if one does. */
export const runningInstallation = (dataDir: string): Runtime | undefined => {
  const runtime = readRuntime(dataDir);
  return runtime !== undefined && isSameProcess(runtime.supervisor) ? runtime : undefined;
};

export type ConnectionSettings = {
  /** Owns the schema; only migrations and repairs use it. */
  readonly databaseOwnerUrl?: string;
  /** Logs in as the role that owns nothing. */
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  /** Absent where nothing runs here: then it follows from the log. */
  readonly taskQueue?: string | undefined;
  /** Only for the database of the installation that runs here. */
  readonly databaseIdentity?: string | undefined;
  readonly dataDir: string;
};

export type Connected =
  | { readonly status: 'found'; readonly settings: ConnectionSettings }
  | { readonly status: 'nothing-runs'; readonly sentence: Sentence };

const NOTHING_RUNS: Sentence = {
  id: 'Tidak ada layanan yang berjalan; jalankan `npm start`.',
  en: 'No services are running; run `npm start`.',
};

type DatabaseUrls = Pick<
  ConnectionSettings,
  'databaseUrl' | 'databaseOwnerUrl' | 'databaseIdentity'
>;

const databaseUrls = (
  environment: NodeJS.ProcessEnv,
  running: Runtime['connection'],
): DatabaseUrls | undefined => {
  const own = environment['DATABASE_URL'];
  const owner = environment['DATABASE_OWNER_URL'];
  if (own !== undefined && own !== '' && own !== running?.databaseOwnerUrl) {
    return { databaseUrl: own, ...(owner !== undefined && { databaseOwnerUrl: owner }) };
  }
  if (running === undefined) return undefined;
  const { databaseUrl, databaseOwnerUrl, databaseIdentity } = running;
  return { databaseUrl, databaseOwnerUrl, databaseIdentity };
};

/** The environment first, then the running installation of this data folder. */
export const connectionSettings = (environment: NodeJS.ProcessEnv = process.env): Connected => {
  const settings = readSettings(environment);
  const running = runningInstallation(settings.dataDir)?.connection;
  const database = databaseUrls(environment, running);
  const natsUrl = settings.natsUrl ?? running?.natsUrl;
  const temporalAddress = settings.temporalAddress ?? running?.temporalAddress;
  if (database === undefined || natsUrl === undefined || temporalAddress === undefined) {
    return { status: 'nothing-runs', sentence: NOTHING_RUNS };
  }
  const namespace = settings.temporalNamespace ?? running?.namespace ?? 'default';
  const { dataDir } = settings;
  const place = { natsUrl, temporalAddress, namespace, taskQueue: running?.taskQueue, dataDir };
  return { status: 'found', settings: { ...database, ...place } };
};
