// Keeps one workflow's history as a file: decrypted, and without anything of the machine it ran on.
import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { asPlain } from './plain-history.ts';

const isPayload = (value: object): value is Payload =>
  'metadata' in value && 'data' in value && value.data instanceof Uint8Array;

/** Only synthetic people are in these histories; the key of the test database is gone afterwards. */
const decrypt = async (value: unknown, codec: PayloadCodec): Promise<unknown> => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (isPayload(value)) return (await codec.decode([value]))[0];
  if (Array.isArray(value)) return Promise.all(value.map((item) => decrypt(item, codec)));
  for (const [key, inner] of Object.entries(value))
    Reflect.set(value, key, await decrypt(inner, codec));
  return value;
};

const withoutMachine = (json: string): string =>
  json
    .replaceAll(hostname(), 'host')
    .replace(/"identity": ?"[^"]*"/g, '"identity": "worker"')
    .replace(/"stackTrace": ?"(?:[^"\\]|\\.)*"/g, '"stackTrace": ""');

export const keepHistory = async (
  handle: WorkflowHandle,
  name: string,
  codec: PayloadCodec,
): Promise<void> => {
  const history = await handle.fetchHistory();
  await decrypt(history, codec);
  const json = withoutMachine(JSON.stringify(asPlain(history), null, 1));
  writeFileSync(join(import.meta.dirname, `${name}.json`), `${json}\n`);
};
