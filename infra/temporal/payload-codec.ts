// Encrypts every payload that leaves this process for Temporal; it never logs what it handles.
import {
  METADATA_ENCODING_KEY,
  type Payload,
  type PayloadCodec,
  ValueError,
} from '@temporalio/common';
import type { KeyService } from '../keys/key-service.ts';

const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';
/** The context is authenticated: a payload cannot be passed off as a document, or vice versa. */
const CONTEXT = 'temporal-payload';
const HEADER_LENGTH_BYTES = 4;

const text = new TextEncoder();
const fromText = new TextDecoder();

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Length of the metadata, the metadata as JSON, the data as it is. */
const pack = (payload: Payload): Uint8Array => {
  const metadata = Object.entries(payload.metadata ?? {}).map(([key, value]) => [
    key,
    base64(value),
  ]);
  const header = text.encode(JSON.stringify(metadata));
  const data = payload.data ?? new Uint8Array();
  const packed = new Uint8Array(HEADER_LENGTH_BYTES + header.length + data.length);
  new DataView(packed.buffer).setUint32(0, header.length);
  packed.set(header, HEADER_LENGTH_BYTES);
  packed.set(data, HEADER_LENGTH_BYTES + header.length);
  return packed;
};

const isPairs = (value: unknown): value is readonly (readonly [string, string])[] =>
  Array.isArray(value) &&
  value.every(
    (pair) => Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string',
  );

const unpack = (packed: Uint8Array): Payload => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const dataStart = HEADER_LENGTH_BYTES + view.getUint32(0);
  const pairs: unknown = JSON.parse(
    fromText.decode(packed.subarray(HEADER_LENGTH_BYTES, dataStart)),
  );
  if (!isPairs(pairs)) throw new ValueError('a decrypted payload has no readable header');
  return {
    metadata: Object.fromEntries(
      pairs.map(([key, value]) => [key, new Uint8Array(Buffer.from(value, 'base64'))]),
    ),
    data: packed.subarray(dataStart),
  };
};

const isOurs = (payload: Payload): boolean => {
  const encoding = payload.metadata?.[METADATA_ENCODING_KEY];
  return encoding !== undefined && fromText.decode(encoding) === ENCODING;
};

export const createPayloadCodec = (
  keys: Pick<KeyService, 'encrypt' | 'decrypt'>,
  keyId: string,
): PayloadCodec => ({
  async encode(payloads) {
    return payloads.map((payload) => ({
      metadata: { [METADATA_ENCODING_KEY]: text.encode(ENCODING), [KEY_ID]: text.encode(keyId) },
      data: keys.encrypt(CONTEXT, pack(payload)),
    }));
  },
  async decode(payloads) {
    return payloads.map((payload) => {
      if (!isOurs(payload) || payload.data === null || payload.data === undefined) return payload;
      return unpack(keys.decrypt(CONTEXT, payload.data));
    });
  },
});
