// What the key service promises: sealed is unreadable without the key, shredded is unreadable for ever.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SealRequest } from '../../../infra/keys/key-service.ts';
import {
  type LocalKeyService,
  openLocalKeyService,
} from '../../../infra/keys/local-key-service.ts';
import { loadMasterKey, type MasterKey } from '../../../infra/keys/master-key.ts';
import {
  eventOf,
  openStoreFixture,
  requestOf,
  type StoreFixture,
} from '../event-store/store-fixture.ts';

let fixture: StoreFixture;
let folder: string;
let master: MasterKey;
let keys: LocalKeyService;

beforeAll(async () => {
  fixture = await openStoreFixture();
  folder = mkdtempSync(join(tmpdir(), 'lindung-keys-'));
  master = loadMasterKey({ dataDir: folder });
});
afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true, force: true });
});
/** Each test begins as a process just started: nothing in its cache. */
beforeEach(async () => {
  keys = await openLocalKeyService({ pool: fixture.pools.app, master });
});

const requestTo = (given: Partial<SealRequest> = {}): SealRequest => ({
  subject: randomUUID(),
  field: 'worker.name',
  value: 'Bu Siti Aminah',
  commandId: randomUUID(),
  ...given,
});

const queriesDuring = async (work: () => Promise<unknown>): Promise<number> => {
  const spy = vi.spyOn(fixture.pools.app, 'query');
  try {
    await work();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
};

describe('sealing', () => {
  test('opens to the value, in this process and in another', async () => {
    const request = requestTo({ value: 'Siti “Ibu” 🌾 \u0000 ' });
    const sealed = await keys.seal(request);
    expect(sealed).toMatchObject({ subject: request.subject, field: request.field });
    const opened = { status: 'opened', value: request.value };
    expect(await keys.open(sealed)).toEqual(opened);
    const other = await openLocalKeyService({ pool: fixture.pools.app, master });
    expect(await other.open(sealed)).toEqual(opened);
  });

  test('by the same command gives the same bytes; by another, others', async () => {
    const request = requestTo();
    const sealed = await keys.seal(request);
    const other = await openLocalKeyService({ pool: fixture.pools.app, master });
    expect(await other.seal(request)).toEqual(sealed);
    const variants = await keys.sealMany([
      { ...request, commandId: randomUUID() },
      { ...request, field: 'worker.alias' },
      { ...request, value: `${request.value}.` },
      { ...request, subject: randomUUID() },
    ]);
    const all = [sealed, ...variants];
    expect(new Set(all.map(({ ciphertext }) => ciphertext)).size).toBe(all.length);
    expect(new Set(all.map(({ commitment }) => commitment)).size).toBe(all.length);
    expect(new Set(all.map(({ ciphertext }) => ciphertext.slice(0, 16))).size).toBe(all.length);
  });

  test('commits to salt, field and value, and the salt is not to be seen', async () => {
    const request = requestTo({ value: 'x' });
    const { ciphertext, commitment } = await keys.seal(request);
    const bytes = Buffer.from(ciphertext, 'base64url');
    expect(bytes.byteLength).toBe(12 + 16 + 1 + 16);
    const guess = (salt: Uint8Array) =>
      createHash('sha256').update(salt).update(request.field).update('x').digest('hex');
    for (let at = 0; at + 16 <= bytes.byteLength; at += 1)
      expect(guess(bytes.subarray(at, at + 16))).not.toBe(commitment);
  });

  test('of a changed byte, another subject, field or commitment is not opened', async () => {
    const subject = randomUUID();
    const [sealed, neighbour] = await keys.sealMany([
      requestTo({ subject }),
      requestTo({ subject, value: 'Pak Budi' }),
    ]);
    if (sealed === undefined || neighbour === undefined) throw new Error('nothing sealed');
    const flipped = Buffer.from(sealed.ciphertext, 'base64url');
    flipped[20] = (flipped[20] ?? 0) ^ 1;
    const broken = { code: 'Keys.SealBroken', retryable: false };
    for (const forged of [
      { ...sealed, ciphertext: flipped.toString('base64url') },
      { ...sealed, ciphertext: '' },
      { ...sealed, ciphertext: sealed.ciphertext.slice(0, 30) },
      { ...sealed, field: 'worker.alias' },
      { ...sealed, commitment: neighbour.commitment },
    ])
      await expect(keys.open(forged)).rejects.toMatchObject(broken);
    const foreign = await keys.seal(requestTo());
    await expect(keys.open({ ...sealed, subject: foreign.subject })).rejects.toMatchObject(broken);
  });

  test('of a person nobody knows says that the key is missing', async () => {
    const sealed = await keys.seal(requestTo());
    await expect(keys.open({ ...sealed, subject: randomUUID() })).rejects.toMatchObject({
      code: 'Keys.KeyMissing',
    });
  });

  test('under a name or NIK instead of a UUID is refused', async () => {
    await expect(keys.seal(requestTo({ subject: '6474021212900001' }))).rejects.toMatchObject({
      code: 'Keys.SubjectMalformed',
    });
  });

  test('a whole list of persons takes few round trips', async () => {
    const requests = Array.from({ length: 36_777 }, (_, index) =>
      requestTo({ value: `p${index}` }),
    );
    let sealed: Awaited<ReturnType<typeof keys.sealMany>> = [];
    const first = await queriesDuring(async () => {
      sealed = await keys.sealMany(requests);
    });
    expect(first).toBeLessThanOrEqual(8);
    expect(sealed.map(({ subject }) => subject)).toEqual(requests.map(({ subject }) => subject));
    const sample = [0, 1, 20_000, 36_776].flatMap((index) => sealed[index] ?? []);
    expect(
      (await keys.openMany(sample)).map((o) => (o.status === 'opened' ? o.value : '')),
    ).toEqual(['p0', 'p1', 'p20000', 'p36776']);
  }, 30_000);

  test('by two processes at once makes one key per person', async () => {
    const subjects = Array.from({ length: 200 }, () => randomUUID());
    const other = await openLocalKeyService({ pool: fixture.pools.app, master });
    const requests = subjects.map((subject) => requestTo({ subject }));
    const [mine, theirs] = await Promise.all([
      keys.sealMany(requests),
      other.sealMany(requests.toReversed()),
    ]);
    expect(theirs.toReversed()).toEqual(mine);
  });

  test('keeps keys briefly and few', async () => {
    const cache = { keysMax: 2, keptMs: 60_000 };
    const small = await openLocalKeyService({ pool: fixture.pools.app, master, cache });
    const [a, b, c] = [requestTo(), requestTo(), requestTo()];
    for (const request of [a, b, c]) await small.seal(request);
    expect(await queriesDuring(() => small.sealMany([b, c]))).toBe(0);
    expect(await queriesDuring(() => small.sealMany([a]))).toBe(1);
    const stale = await openLocalKeyService({
      pool: fixture.pools.app,
      master,
      cache: { keysMax: 9, keptMs: 0 },
    });
    await stale.seal(a);
    expect(await queriesDuring(() => stale.seal(a))).toBe(1);
  });
});

describe('no personal value lies in the database', () => {
  test('neither in an event nor in any other table, in any encoding', async () => {
    const value = `Siti Rahmawati ${randomUUID()}`;
    const nik = '6474021212900001';
    const subject = randomUUID();
    const commandId = randomUUID();
    const [name, number] = await keys.sealMany([
      requestTo({ subject, value, commandId }),
      requestTo({ subject, field: 'worker.nik', value: nik, commandId }),
    ]);
    const reservations = [{ kind: 'nik', keyedHash: keys.keyedHash('nik', nik) }];
    const data = { name: name ?? null, nik: number ?? null };
    await fixture.store.append(requestOf({ commandId, events: [eventOf(data)], reservations }));
    const text = await everyRow(fixture.owner);
    expect(text).toContain(name?.commitment);
    for (const secret of [value, nik])
      for (const encoding of ['utf8', 'hex', 'base64', 'base64url'] as const)
        expect(text).not.toContain(Buffer.from(secret, 'utf8').toString(encoding));
    expect(text).not.toContain(Buffer.from(master.root).toString('hex'));
  });
});

const everyRow = async (owner: pg.Client): Promise<string> => {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('es', 'rm')`,
  );
  const texts: string[] = [];
  for (const { name } of rows) {
    const found = await owner.query<{ all: string | null }>(
      `select string_agg(t::text, E'\\n') as all from ${name} t`,
    );
    texts.push(found.rows[0]?.all ?? '');
  }
  return texts.join('\n');
};

describe('what belongs to the installation', () => {
  test('a keyed hash is equal for equal values, kinds apart, and unknown without the key', async () => {
    const hash = (kind: string, value: string) =>
      Buffer.from(keys.keyedHash(kind, value)).toString('hex');
    expect(hash('nik', '6474')).toBe(hash('nik', '6474'));
    expect(hash('nik', '6474')).not.toBe(hash('kpj', '6474'));
    expect(hash('nik', '6474')).not.toBe(hash('nik', '6475'));
    expect(keys.keyedHash('nik', '6474').byteLength).toBe(32);
    expect(hash('nik', '6474')).not.toBe(createHash('sha256').update('nik\x006474').digest('hex'));
  });

  test('encryption opens in its own context only, and never repeats', () => {
    const plain = randomBytes(1_000);
    const cipher = keys.encrypt('temporal', plain);
    expect(Buffer.from(keys.decrypt('temporal', cipher)).equals(plain)).toBe(true);
    expect(Buffer.from(keys.encrypt('temporal', plain)).equals(cipher)).toBe(false);
    expect(() => keys.decrypt('documents', cipher)).toThrow(/cannot be opened/);
    expect(() => keys.decrypt('temporal', cipher.subarray(1))).toThrow(/cannot be opened/);
    expect(keys.decrypt('temporal', keys.encrypt('temporal', new Uint8Array()))).toHaveLength(0);
  });

  test('secrets for different purposes differ and stay', async () => {
    const other = await openLocalKeyService({ pool: fixture.pools.app, master });
    expect(other.derive('ed25519-card')).toEqual(keys.derive('ed25519-card'));
    expect(keys.derive('ed25519-card')).not.toEqual(keys.derive('session'));
    expect(keys.derive('ed25519-card').byteLength).toBe(32);
  });
});
