// What leaves for Temporal: unreadable without the key, and the same again with it.
import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { expect, test } from 'vitest';
import { deriveKey, gcmOpen, gcmSealRandom } from '../../../infra/keys/key-derivation.ts';
import { PAYLOAD_KEY_ID } from '../../../infra/temporal/data-converter.ts';
import { createPayloadCodec } from '../../../infra/temporal/payload-codec.ts';

const keysOf = (root: Uint8Array) => {
  const gcm = (context: string) => ({ key: deriveKey(root, context), associated: context });
  return {
    encrypt: (context: string, plain: Uint8Array) => gcmSealRandom(gcm(context), plain),
    decrypt: (context: string, cipher: Uint8Array) => gcmOpen(gcm(context), cipher),
  };
};

const keys = keysOf(randomBytes(32));
const codec = createPayloadCodec(keys, PAYLOAD_KEY_ID);
const secret = { name: 'Siti Aminah', note: 'ümläut ✓', list: [1, 2, 3], none: null };

const only = (payloads: readonly Payload[]): Payload => {
  const [payload] = payloads;
  if (payload === undefined) throw new Error('no payload');
  return payload;
};
const plain = only([defaultPayloadConverter.toPayload(secret)]);

test('a payload comes back as it went, metadata included', async () => {
  const [sealed] = await codec.encode([plain]);
  const [opened] = await codec.decode([only([sealed ?? {}])]);
  expect(defaultPayloadConverter.fromPayload(opened ?? {})).toEqual(secret);
  expect(Object.keys(opened?.metadata ?? {})).toEqual(Object.keys(plain.metadata ?? {}));
});

test('outside, neither the value nor its form can be read; the key is named', async () => {
  const sealed = only(await codec.encode([plain]));
  const outside = Buffer.from(sealed.data ?? new Uint8Array()).toString('latin1');
  expect(outside).not.toContain('Siti');
  expect(outside).not.toContain('json/plain');
  const metadata = Object.entries(sealed.metadata ?? {}).map(([key, value]) => [
    key,
    new TextDecoder().decode(value),
  ]);
  expect(Object.fromEntries(metadata)).toEqual({
    encoding: 'binary/encrypted',
    'encryption-key-id': PAYLOAD_KEY_ID,
  });
});

test('a changed byte is found out, and so is another key', async () => {
  const sealed = only(await codec.encode([plain]));
  const data = new Uint8Array(sealed.data ?? []);
  data[data.length - 1] = (data.at(-1) ?? 0) ^ 1;
  await expect(codec.decode([{ ...sealed, data }])).rejects.toThrow();
  const stranger = createPayloadCodec(keysOf(randomBytes(32)), PAYLOAD_KEY_ID);
  await expect(stranger.decode([sealed])).rejects.toThrow();
});

test('a payload of somebody else passes through untouched', async () => {
  expect(await codec.decode([plain])).toEqual([plain]);
});
