// Where Temporal is reached, read from the environment once.
import { readFileSync } from 'node:fs';
import type { Settings } from '../config/settings.ts';

export type TemporalSettings = {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly apiKey?: string;
  /** True: TLS with the system's roots. An object: a server root and perhaps our certificate. */
  readonly tls: boolean | TlsFiles;
  /** Worker versioning: only in production, where a deploy step sets the current version. */
  readonly deployment?: { readonly name: string; readonly buildId: string };
};

export type TlsFiles = {
  readonly serverRootCACertificate?: Buffer;
  readonly serverNameOverride?: string;
  readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer };
};

type Environment = Readonly<Record<string, string | undefined>>;

/** In a namespace of one installation. */
export const DEFAULT_TASK_QUEUE = 'lindung';
export const DEFAULT_NAMESPACE = 'default';

/** On a Temporal that others use too: two installations must not take each other's tasks. */
export const ownTaskQueue = (databaseIdentity: string): string =>
  `${DEFAULT_TASK_QUEUE}-${databaseIdentity.slice(0, 8)}`;

const tlsFrom = (env: Environment, wanted: boolean): boolean | TlsFiles => {
  const root = env['TEMPORAL_TLS_CA'];
  const crt = env['TEMPORAL_TLS_CERT'];
  const key = env['TEMPORAL_TLS_KEY'];
  const name = env['TEMPORAL_TLS_SERVER_NAME'];
  if (root === undefined && crt === undefined && name === undefined) return wanted;
  return {
    ...(root === undefined ? {} : { serverRootCACertificate: readFileSync(root) }),
    ...(name === undefined ? {} : { serverNameOverride: name }),
    ...(crt === undefined || key === undefined
      ? {}
      : { clientCertPair: { crt: readFileSync(crt), key: readFileSync(key) } }),
  };
};

/** From the settings of the process and, for TLS files and versioning, its environment. */
export const temporalSettings = (
  settings: Pick<Settings, 'temporalNamespace' | 'temporalTls' | 'temporalApiKey'> & {
    readonly taskQueue?: string | undefined;
  },
  address: string,
  env: Environment = process.env,
): TemporalSettings => {
  const apiKey = settings.temporalApiKey;
  const name = env['TEMPORAL_DEPLOYMENT'];
  const buildId = env['TEMPORAL_BUILD_ID'];
  return {
    address,
    namespace: settings.temporalNamespace ?? DEFAULT_NAMESPACE,
    taskQueue: env['TEMPORAL_TASK_QUEUE'] || settings.taskQueue || DEFAULT_TASK_QUEUE,
    tls: tlsFrom(env, settings.temporalTls || apiKey !== undefined),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(name === undefined || buildId === undefined ? {} : { deployment: { name, buildId } }),
  };
};
