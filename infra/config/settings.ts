// The environment, read once and checked: what is wrong is said in one sentence per variable.
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { S3Place } from '../documents/s3-document-store.ts';
import { failure } from '../failure.ts';
import type { Sentence } from '../local/sentence.ts';
import { addressProblem, urlProblem } from './addresses.ts';

export type Settings = {
  readonly dataDir: string;
  /** Set by the operator: the service is then not started here. */
  readonly databaseUrl?: string;
  readonly natsUrl?: string;
  readonly temporalAddress?: string;
  /** Given by the operator; else `default` on an outside Temporal, and an own one on ours. */
  readonly temporalNamespace?: string;
  readonly temporalTls: boolean;
  readonly temporalApiKey?: string;
  readonly keys?: string;
  /** Address of a ClamAV daemon; absent: papers are kept unscanned, and said to be. */
  readonly clamavUrl?: string;
  /** An S3-compatible store of papers; absent: a folder of this machine. */
  readonly s3?: S3Place;
  /** Where checkpoints of the log are handed out, best a folder of another house. */
  readonly checkpointDir: string;
  /** Where browsers reach the web program, when it stands behind another server: `https://…`. */
  readonly webUrl?: string;
  /** Chosen by the supervisor. */
  readonly webPort?: number;
  readonly lifecycleStart: 'on-first-touch' | 'at-enrolment';
  /** Which log the supervisor started this program for: another one's is refused. */
  readonly databaseIdentity?: string;
  /** Set for the processes that the supervisor starts; they get complete settings from it. */
  readonly supervised: boolean;
};

const PROJECT_ROOT = resolve(import.meta.dirname, '..', '..');

/** An empty variable counts as not set: that is how compose files and CI leave them. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** What is wrong with a value, by variable; the words go to people in the language they chose. */
const PROBLEMS: Readonly<Record<string, (value: string) => Sentence | undefined>> = {
  DATABASE_URL: (value) => urlProblem(value, ['postgres', 'postgresql']),
  NATS_URL: (value) => urlProblem(value, ['nats', 'tls']),
  TEMPORAL_ADDRESS: addressProblem,
  CLAMAV_URL: (value) =>
    value.startsWith('unix:') && URL.canParse(value)
      ? undefined
      : urlProblem(value, ['tcp', 'unix']),
  S3_ENDPOINT: (value) => urlProblem(value, ['https', 'http']),
  WEB_URL: (value) => urlProblem(value, ['https', 'http']),
};

const address = (name: keyof typeof PROBLEMS) =>
  optional(z.string().refine((text) => PROBLEMS[name]?.(text) === undefined));

const FLAGS = ['true', 'false', '1', '0'] as const;
const LIFECYCLE_STARTS = ['on-first-touch', 'at-enrolment'] as const;

const flag = optional(z.enum(FLAGS)).transform((value) => value === 'true' || value === '1');

const Environment = z.object({
  LINDUNG_DATA: optional(z.string()),
  DATABASE_URL: address('DATABASE_URL'),
  NATS_URL: address('NATS_URL'),
  TEMPORAL_ADDRESS: address('TEMPORAL_ADDRESS'),
  TEMPORAL_NAMESPACE: optional(z.string()),
  TEMPORAL_TLS: flag,
  TEMPORAL_API_KEY: optional(z.string()),
  LINDUNG_KEYS: optional(z.string()),
  LINDUNG_CHECKPOINTS: optional(z.string()),
  CLAMAV_URL: address('CLAMAV_URL'),
  S3_ENDPOINT: address('S3_ENDPOINT'),
  S3_BUCKET: optional(z.string()),
  S3_REGION: optional(z.string()),
  S3_ACCESS_KEY: optional(z.string()),
  S3_SECRET_KEY: optional(z.string()),
  WEB_URL: address('WEB_URL'),
  WEB_PORT: optional(z.coerce.number().int().min(1).max(65_535)),
  LIFECYCLE_START: optional(z.enum(LIFECYCLE_STARTS)),
  LINDUNG_DATABASE_IDENTITY: optional(z.uuid()),
  LINDUNG_SUPERVISED: flag,
});

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  LIFECYCLE_START: LIFECYCLE_STARTS,
  TEMPORAL_TLS: FLAGS,
  LINDUNG_SUPERVISED: FLAGS,
};

/** The other variables are read by programs of the house only. */
const oneOf = (values: readonly string[] = ['UUID']): Sentence => ({
  id: `yang diharapkan ${values.join(', ')}`,
  en: `expected: ${values.join(', ')}`,
});

const wrong = (name: string, value: string): Error => {
  const { id, en } = PROBLEMS[name]?.(value) ?? oneOf(ALLOWED[name]);
  return failure({
    code: 'Config.Invalid',
    retryable: false,
    sentence: {
      id: `Variabel ${name} tidak dapat dibaca: ${id}.`,
      en: `The variable ${name} cannot be read: ${en}.`,
    },
  });
};

const keysMissing = (name: string): Error =>
  failure({
    code: 'Config.KeysMissing',
    retryable: false,
    sentence: {
      id: `${name} menunjuk ke layanan di luar, jadi LINDUNG_KEYS juga harus diatur: kunci tidak boleh hanya ada di folder data mesin ini.`,
      en: `${name} points to an outside service, so LINDUNG_KEYS must be set too: the keys may not live only in this machine's data folder.`,
    },
  });

const s3Incomplete = (name: string): Error =>
  failure({
    code: 'Config.Invalid',
    retryable: false,
    sentence: {
      id: `S3_ENDPOINT diatur, jadi ${name} juga harus diatur.`,
      en: `S3_ENDPOINT is set, so ${name} must be set too.`,
    },
  });

type Parsed = z.infer<typeof Environment>;

const requireKeys = (env: Parsed): void => {
  if (env.LINDUNG_KEYS !== undefined || env.LINDUNG_SUPERVISED) return;
  for (const name of ['DATABASE_URL', 'NATS_URL', 'TEMPORAL_ADDRESS', 'S3_ENDPOINT'] as const) {
    if (env[name] !== undefined) throw keysMissing(name);
  }
};

/** A store without its bucket or keys would refuse every paper: said at once. */
const s3Place = (env: Parsed): S3Place | undefined => {
  const { S3_ENDPOINT: endpoint, S3_REGION: region = 'us-east-1' } = env;
  if (endpoint === undefined) return undefined;
  const given = (name: 'S3_BUCKET' | 'S3_ACCESS_KEY' | 'S3_SECRET_KEY'): string => {
    const value = env[name];
    if (value === undefined) throw s3Incomplete(name);
    return value;
  };
  const keys = { accessKey: given('S3_ACCESS_KEY'), secretKey: given('S3_SECRET_KEY') };
  return { endpoint, bucket: given('S3_BUCKET'), region, ...keys };
};

/** Where papers are looked at and kept. */
const paperSettings = (env: Parsed): Pick<Settings, 'clamavUrl' | 's3'> => {
  const s3 = s3Place(env);
  return {
    ...(env.CLAMAV_URL !== undefined && { clamavUrl: env.CLAMAV_URL }),
    ...(s3 !== undefined && { s3 }),
  };
};

const folders = (env: Parsed): Pick<Settings, 'dataDir' | 'checkpointDir'> => {
  const dataDir = resolve(env.LINDUNG_DATA ?? join(PROJECT_ROOT, '.data'));
  return {
    dataDir,
    checkpointDir: resolve(env.LINDUNG_CHECKPOINTS ?? join(dataDir, 'checkpoints')),
  };
};

const webSettings = (env: Parsed): Pick<Settings, 'webUrl' | 'webPort'> => ({
  ...(env.WEB_URL !== undefined && { webUrl: new URL(env.WEB_URL).origin }),
  ...(env.WEB_PORT !== undefined && { webPort: env.WEB_PORT }),
});

/** Throws a failure whose sentence names the variable. */
export const readSettings = (environment: NodeJS.ProcessEnv = process.env): Settings => {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '?');
    throw wrong(name, environment[name] ?? '');
  }
  const env = parsed.data;
  requireKeys(env);
  return {
    ...folders(env),
    ...(env.DATABASE_URL !== undefined && { databaseUrl: env.DATABASE_URL }),
    ...(env.NATS_URL !== undefined && { natsUrl: env.NATS_URL }),
    ...(env.TEMPORAL_ADDRESS !== undefined && { temporalAddress: env.TEMPORAL_ADDRESS }),
    ...(env.TEMPORAL_NAMESPACE !== undefined && { temporalNamespace: env.TEMPORAL_NAMESPACE }),
    temporalTls: env.TEMPORAL_TLS,
    ...(env.TEMPORAL_API_KEY !== undefined && { temporalApiKey: env.TEMPORAL_API_KEY }),
    ...(env.LINDUNG_KEYS !== undefined && { keys: env.LINDUNG_KEYS }),
    ...paperSettings(env),
    ...webSettings(env),
    lifecycleStart: env.LIFECYCLE_START ?? 'on-first-touch',
    ...(env.LINDUNG_DATABASE_IDENTITY !== undefined && {
      databaseIdentity: env.LINDUNG_DATABASE_IDENTITY,
    }),
    supervised: env.LINDUNG_SUPERVISED,
  };
};
