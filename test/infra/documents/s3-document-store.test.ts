// Papers in an S3-compatible store: signed, sealed before they leave, whole when they come back.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { signedHeaders } from '../../../infra/documents/aws-signature.ts';
import { openDocumentStore } from '../../../infra/documents/open-document-store.ts';
import { createS3DocumentStore } from '../../../infra/documents/s3-document-store.ts';
import { deriveKey, gcmOpen, gcmSealRandom } from '../../../infra/keys/key-derivation.ts';

const SECRET = 'rahasia/kunci+uji';
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What the protocol asks of a request, worked out from what arrived and nothing of ours. */
const isSignedRight = ({ method, url = '', headers }: IncomingMessage, body: Buffer): boolean => {
  const said = /Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
    headers.authorization ?? '',
  );
  const [, credential = '', names = '', signature] = said ?? [];
  const [, day = '', region = '', service = '', end = ''] = credential.split('/');
  if (headers['x-amz-content-sha256'] !== sha256(body)) return false;
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const request = `${method}\n${url}\n\n${lines.join('')}\n${names}\n${sha256(body)}`;
  const text = `AWS4-HMAC-SHA256\n${String(headers['x-amz-date'])}\n${day}/${region}/${service}/${end}\n${sha256(request)}`;
  let key = Buffer.from(`AWS4${SECRET}`);
  for (const part of [day, region, service, end])
    key = createHmac('sha256', key).update(part).digest();
  return createHmac('sha256', key).update(text).digest('hex') === signature;
};

const kept = new Map<string, Buffer>();
let status = 0;
let server: Server;
let endpoint: string;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const answerTo = (request: IncomingMessage, body: Buffer): readonly [number, Buffer?] => {
  const url = request.url ?? '';
  if (status !== 0) return [status];
  if (!isSignedRight(request, body)) return [403];
  const found = kept.get(url);
  if (request.method !== 'PUT') return found === undefined ? [404] : [200, found];
  kept.set(url, body);
  return [200];
};

beforeAll(async () => {
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const [code, found] = answerTo(request, body);
      response.writeHead(code).end(found);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
beforeEach(() => {
  kept.clear();
  status = 0;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const root = randomBytes(32);
const gcm = (context: string) => ({ key: deriveKey(root, context), associated: context });
const storeWith = (change: object = {}) =>
  createS3DocumentStore({
    place: {
      ...{ endpoint, bucket: 'berkas', region: 'ap-southeast-3' },
      ...{ accessKey: 'AKUJI', secretKey: SECRET, ...change },
    },
    keys: {
      encrypt: (context, plain) => gcmSealRandom(gcm(context), plain),
      decrypt: (context, cipher) => gcmOpen(gcm(context), cipher),
    },
  });
const paper = new TextEncoder().encode('Akta kematian Siti Aminah');

test('a request is signed as the published example of the protocol', () => {
  const { authorization } = signedHeaders(
    {
      ...{ method: 'GET', url: new URL('https://examplebucket.s3.amazonaws.com/test.txt') },
      ...{ headers: { range: 'bytes=0-9' }, bodySha256: sha256('') },
      now: new Date('2013-05-24T00:00:00Z'),
    },
    {
      ...{ accessKey: 'AKIAIOSFODNN7EXAMPLE', region: 'us-east-1' },
      secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
  );
  expect(authorization).toContain(
    'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
});

test('a paper is kept once, under its own hash, and comes back whole', async () => {
  const store = storeWith();
  const first = await store.put(paper);
  expect(await store.put(paper)).toEqual(first);
  expect([...kept.keys()]).toEqual([
    `/berkas/documents/${first.sha256.slice(0, 2)}/${first.sha256.slice(2)}`,
  ]);
  expect(new TextDecoder().decode(await store.get(first.sha256))).toContain('Siti');
  expect(await store.get('0'.repeat(64))).toBeUndefined();
  await expect(store.get('../rahasia')).rejects.toThrow('not a hex SHA-256');
});

test('nothing readable leaves the house, and what was altered there is not given out', async () => {
  const store = storeWith();
  const { sha256: name } = await store.put(paper);
  const [[url, cipher] = ['', Buffer.alloc(0)]] = [...kept];
  expect(cipher.includes('Siti')).toBe(false);
  const { sha256: other } = await store.put(new TextEncoder().encode('lain'));
  kept.set(url, kept.get(`/berkas/documents/${other.slice(0, 2)}/${other.slice(2)}`) ?? cipher);
  await expect(store.get(name)).rejects.toThrow();
});

test('a wrong key, a store in trouble and one that is away are told apart', async () => {
  await expect(storeWith({ secretKey: 'lain' }).put(paper)).rejects.toMatchObject({
    ...{ code: 'Infra.DocumentStoreRefused', retryable: false },
  });
  status = 503;
  await expect(storeWith().put(paper)).rejects.toMatchObject({ code: 'Infra.DocumentStoreAway' });
  await expect(storeWith({ endpoint: 'http://127.0.0.1:1' }).put(paper)).rejects.toMatchObject({
    ...{ code: 'Infra.DocumentStoreAway', retryable: true },
  });
  expect(kept.size).toBe(0);
});

test('papers from before the store was set up are still read from the folder', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lindung-s3-'));
  try {
    const keys = {
      encrypt: (context: string, plain: Uint8Array) => gcmSealRandom(gcm(context), plain),
      decrypt: (context: string, cipher: Uint8Array) => gcmOpen(gcm(context), cipher),
    };
    const { sha256: old } = await openDocumentStore({ dataDir, keys }).put(paper);
    const place = { endpoint, bucket: 'berkas', region: 'x', accessKey: 'A', secretKey: SECRET };
    const both = openDocumentStore({ dataDir, keys, s3: place });
    expect(new TextDecoder().decode(await both.get(old))).toContain('Siti');
    await both.put(new TextEncoder().encode('baru'));
    expect(kept.size).toBe(1);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
