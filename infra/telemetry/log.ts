// One JSON line per log record on stderr; names of personal fields never leave the process.

import { destination, type Logger, pino } from 'pino';
import { errorCode } from '../local/sentence.ts';

export type Log = Logger;

/** Fields that hold a person or a secret, wherever they turn up in a record. */
const PERSONAL = [
  'nik',
  'kk',
  'kpj',
  'name',
  'motherName',
  'birthDate',
  'birthPlace',
  'address',
  'phone',
  'email',
  'accountNumber',
  'accountName',
  'diagnosis',
  'value',
  'password',
  'token',
  'secret',
  'ciphertext',
  'authorization',
  'cookie',
] as const;

/** pino redacts by path: each name at the top, one and two levels down. */
const REDACT_PATHS = PERSONAL.flatMap((field) => [`*.${field}`, `*.*.${field}`]).concat(
  PERSONAL.filter((field) => field !== 'name').map((field) => field),
);

export type LogOptions = {
  readonly level?: string;
  readonly stream?: { write(line: string): void };
};

/** `app` names the program: relay, projector, worker, api. */
export const createLog = (app: string, options: LogOptions = {}): Log =>
  pino(
    {
      base: { app, pid: process.pid },
      level: options.level ?? process.env['LOG_LEVEL'] ?? 'info',
      redact: { paths: REDACT_PATHS, censor: '[sealed]' },
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
    },
    options.stream ?? destination({ fd: 2, sync: true }),
  );

/**
 * What may be said about an error: its name, codes and place. Messages of the database repeat
 * values of rows, so only messages written by us (errors without an SQLSTATE) are kept.
 */
export const errorFacts = (error: unknown): Readonly<Record<string, string>> => {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = errorCode(error);
  const said: Record<string, string> = {};
  for (const key of ['code', 'table', 'column', 'constraint'] as const) {
    const value: unknown = Reflect.get(error, key);
    if (typeof value === 'string') said[key] = value;
  }
  const ownWords = code === undefined || !/^[0-9A-Z]{5}$/.test(code);
  return { error: error.name, ...said, ...(ownWords ? { message: error.message } : {}) };
};
