// A destroyed key stays destroyed, through crashes and restores; a foreign root key opens nothing.
import { randomBytes, randomUUID } from 'node:crypto';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SealRequest } from '../../../infra/keys/key-service.ts';
import {
  type LocalKeyService,
  openLocalKeyService,
} from '../../../infra/keys/local-key-service.ts';
import { loadMasterKey, type MasterKey } from '../../../infra/keys/master-key.ts';
import { readTombstones } from '../../../infra/keys/tombstones.ts';
import { openStoreFixture, type StoreFixture } from '../event-store/store-fixture.ts';

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

describe('shredding', () => {
  const tombstones = (): string => readFileSync(master.tombstonesFile, 'utf8');

  test('makes every field of the person unreadable, and only of this person', async () => {
    const subject = randomUUID();
    const [name, phone, other] = await keys.sealMany([
      requestTo({ subject }),
      requestTo({ subject, field: 'worker.phone' }),
      requestTo(),
    ]);
    if (name === undefined || phone === undefined || other === undefined)
      throw new Error('unsealed');
    expect(await keys.shred(subject, 'request of the person')).toEqual({ status: 'shredded' });
    const shredded = { status: 'shredded' };
    expect(await keys.openMany([name, phone, other])).toEqual([
      shredded,
      shredded,
      { status: 'opened', value: 'Bu Siti Aminah' },
    ]);
    await expect(keys.seal(requestTo({ subject }))).rejects.toMatchObject({
      code: 'Pii.KeyShredded',
      retryable: false,
    });
    const { rowCount } = await fixture.owner.query(
      'select from es.subject_keys where subject = $1',
      [subject],
    );
    expect(rowCount).toBe(0);
    expect(tombstones()).toContain(subject);
    const restarted = await openLocalKeyService({ pool: fixture.pools.app, master });
    expect(await restarted.open(name)).toEqual(shredded);
  });

  test('is done once, and an unknown person is said to be unknown', async () => {
    const { subject } = await keys.seal(requestTo());
    await keys.shred(subject, 'first');
    const before = tombstones();
    expect(await keys.shred(subject, 'again')).toEqual({ status: 'shredded' });
    expect(tombstones()).toBe(before);
    expect(await keys.shred(randomUUID(), 'x')).toEqual({ status: 'unknown-subject' });
    expect(tombstones()).toBe(before);
  });

  test('survives the restore of a backup taken before it', async () => {
    const sealed = await keys.seal(requestTo());
    const backup = await fixture.owner.query('select * from es.subject_keys where subject = $1', [
      sealed.subject,
    ]);
    await keys.shred(sealed.subject, 'request of the person');
    // The restored database: the key is back, the tombstone table does not know of the shred.
    await fixture.owner.query('begin');
    await fixture.owner.query('alter table es.key_tombstones disable trigger refuse_change');
    await fixture.owner.query('delete from es.key_tombstones where subject = $1', [sealed.subject]);
    await fixture.owner.query('alter table es.key_tombstones enable always trigger refuse_change');
    await fixture.owner.query('insert into es.subject_keys (subject, wrapped) values ($1, $2)', [
      sealed.subject,
      backup.rows[0]?.wrapped,
    ]);
    await fixture.owner.query('commit');
    expect(await keys.reapplyTombstones()).toEqual({ destroyed: 1 });
    expect(await keys.reapplyTombstones()).toEqual({ destroyed: 0 });
    expect(await keys.open(sealed)).toEqual({ status: 'shredded' });
  });

  test('that a crash interrupted is finished at the next start', async () => {
    const sealed = await keys.seal(requestTo());
    const promise = { subject: sealed.subject, reason: 'x', shreddedAt: new Date().toISOString() };
    appendFileSync(master.tombstonesFile, `${JSON.stringify(promise)}\n{"subject":"half`);
    const restarted = await openLocalKeyService({ pool: fixture.pools.app, master });
    expect(await restarted.open(sealed)).toEqual({ status: 'shredded' });
    const next = await keys.seal(requestTo());
    await keys.shred(next.subject, 'request of the person');
    expect(readTombstones(master.tombstonesFile).map(({ subject }) => subject)).toContain(
      next.subject,
    );
  });
});

describe('the root key', () => {
  test('is made once, readable by nobody else', async () => {
    const path = join(folder, 'keys.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(loadMasterKey({ dataDir: folder }).root).toEqual(master.root);
    expect(master.root.byteLength).toBe(32);
    expect(statSync(master.tombstonesFile).mode & 0o777).toBe(0o600);
  });

  test('that did not seal this store is refused', async () => {
    const other = { ...master, root: randomBytes(32) };
    await expect(
      openLocalKeyService({ pool: fixture.pools.app, master: other }),
    ).rejects.toMatchObject({ code: 'Keys.OtherKey', retryable: false });
  });

  test('comes from LINDUNG_KEYS as base64 or as a file, and a wrong one is refused', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'lindung-keys-'));
    const given = Buffer.from(master.root).toString('base64');
    const file = join(elsewhere, 'key.txt');
    writeFileSync(file, `${given}\n`);
    const dataDir = join(elsewhere, 'data');
    expect(loadMasterKey({ dataDir, given })).toEqual({
      root: master.root,
      tombstonesFile: join(dataDir, 'keys-tombstones.jsonl'),
    });
    expect(loadMasterKey({ dataDir, given: file })).toEqual({
      root: master.root,
      tombstonesFile: join(elsewhere, 'keys-tombstones.jsonl'),
    });
    expect(loadMasterKey({ dataDir, given: join(folder, 'keys.json') }).root).toEqual(master.root);
    writeFileSync(file, '{"root":"c2hvcnQ="}');
    for (const wrong of ['c2hvcnQ=', file, join(elsewhere, 'none'), 'nonsense'])
      expect(() => loadMasterKey({ dataDir, given: wrong })).toThrow(/master key/);
    rmSync(elsewhere, { recursive: true, force: true });
  });
});
