// Keeps documents in an S3-compatible store, encrypted before they leave, named by their own content.
import { createHash } from 'node:crypto';
import { failure } from '../failure.ts';
import type { KeyService } from '../keys/key-service.ts';
import { type S3Credentials, signedHeaders } from './aws-signature.ts';
import type { DocumentStore } from './document-store.ts';

export type S3Place = S3Credentials & {
  /** `https://host[:port]`; the bucket comes first in the path. */
  readonly endpoint: string;
  readonly bucket: string;
};

/** A paper of 20 MB on a slow line; only a store that hangs reaches this. */
const PATIENCE_MS = 120_000;

const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const away = (endpoint: string, cause: unknown): Error =>
  failure({
    code: 'Infra.DocumentStoreAway',
    retryable: true,
    sentence: {
      id: `Penyimpanan berkas di ${endpoint} tidak menjawab; ulangi sebentar lagi.`,
      en: `The store of papers at ${endpoint} does not answer; try again shortly.`,
    },
    cause,
  });

const refusedBy = (endpoint: string, status: number): Error =>
  failure({
    code: 'Infra.DocumentStoreRefused',
    retryable: false,
    sentence: {
      id: `Penyimpanan berkas di ${endpoint} menolak (HTTP ${status}); periksa S3_BUCKET, S3_ACCESS_KEY, dan S3_SECRET_KEY.`,
      en: `The store of papers at ${endpoint} refuses (HTTP ${status}); check S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY.`,
    },
  });

type Asked = { readonly status: number; readonly body: Uint8Array };

/** 404 is an answer; a store in trouble may be asked again, any other refusal not. */
const ask = async (
  place: S3Place,
  name: string,
  body?: Uint8Array<ArrayBuffer>,
): Promise<Asked> => {
  const url = new URL(`${place.endpoint.replace(/\/$/, '')}/${place.bucket}/${name}`);
  const method = body === undefined ? 'GET' : 'PUT';
  const bodySha256 = sha256Hex(body ?? new Uint8Array());
  const signed = signedHeaders({ method, url, headers: {}, bodySha256, now: new Date() }, place);
  const { host: _, ...headers } = signed;
  let asked: Asked;
  try {
    const answer = await fetch(url, {
      ...{ method, headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) },
      ...(body !== undefined && { body }),
    });
    asked = { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) };
  } catch (error) {
    throw away(place.endpoint, error);
  }
  const { status } = asked;
  if (status >= 500 || status === 429) throw away(place.endpoint, new Error(`HTTP ${status}`));
  if (status >= 400 && status !== 404) throw refusedBy(place.endpoint, status);
  return asked;
};

export const createS3DocumentStore = (options: {
  readonly place: S3Place;
  readonly keys: Pick<KeyService, 'encrypt' | 'decrypt'>;
}): DocumentStore => {
  const { place, keys } = options;
  const contextOf = (sha256: string): string => `document:${sha256}`;
  const nameOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a hex SHA-256');
    return `documents/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
  };

  const get = async (sha256: string): Promise<Uint8Array | undefined> => {
    const { status, body } = await ask(place, nameOf(sha256));
    if (status === 404) return undefined;
    const bytes = keys.decrypt(contextOf(sha256), body);
    if (sha256Hex(bytes) !== sha256) throw new Error(`document ${sha256} was altered in the store`);
    return bytes;
  };

  return {
    async put(bytes) {
      const sha256 = sha256Hex(bytes);
      if ((await get(sha256)) !== undefined) return { sha256 };
      const cipher = Uint8Array.from(keys.encrypt(contextOf(sha256), bytes));
      const { status } = await ask(place, nameOf(sha256), cipher);
      if (status === 404) throw refusedBy(place.endpoint, status);
      return { sha256 };
    },
    get,
  };
};
