// The sealer: everything committed is sealed and handed out, in its epoch, and no log that went back.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSealer, type SealerNews } from '../../../apps/relay/sealer.ts';
import { startNewEpoch } from '../../../infra/database/migrate.ts';
import { isFailure } from '../../../infra/failure.ts';
import { readNote, type SealKey, signedNote } from '../../../infra/seals/checkpoint.ts';
import { openCheckpointFolder, readCheckpoints } from '../../../infra/seals/checkpoint-folder.ts';
import { sealKeyOf } from '../../../infra/seals/sealing.ts';
import { lastSeal, leafOf } from '../../../infra/seals/tree-store.ts';
import { verifyLog } from '../../../infra/seals/verify-log.ts';
import { openStoreFixture, type StoreFixture } from '../../infra/event-store/store-fixture.ts';
import { eventually } from '../../infra/nats/test-nats.ts';
import { appendSome, derive, verifierOf } from '../../infra/seals/sealed-log.ts';

let fixture: StoreFixture;
let folder: string;
let key: SealKey;

beforeAll(async () => {
  fixture = await openStoreFixture();
  folder = mkdtempSync(join(tmpdir(), 'lindung-seals-'));
  key = await sealKeyOf(fixture.pools.bg, derive);
});
afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true, force: true });
});

const own = (): string => join(folder, key.name.slice('lindung/'.length));
const latest = () => readNote(readFileSync(join(own(), 'latest.txt'), 'utf8'), verifierOf(key));

/** A sealer while the work lasts; what it said, and what it published. */
const sealing = async (work: (news: readonly SealerNews[]) => Promise<void>) => {
  const stop = new AbortController();
  const news: SealerNews[] = [];
  const published: (string | undefined)[] = [];
  const running = runSealer(
    {
      database: fixture.pools.bg,
      bus: { hint: (_subject, body) => published.push(body) },
      folder,
      key: () => Promise.resolve(key),
      report: (one) => news.push(one),
    },
    stop.signal,
  );
  try {
    await work(news);
  } finally {
    stop.abort();
    await running;
  }
  return published;
};

const handedOut = (size: number) =>
  eventually(`${size} events handed out`, () => {
    const read = existsSync(own()) ? latest() : undefined;
    return read?.status === 'signed' && read.checkpoint.size === size;
  });

test('what is committed is sealed, handed out as files and published', async () => {
  await appendSome(fixture, 2_300);
  const published = await sealing(async () => {
    await handedOut(2_300);
    await appendSome(fixture, 2);
    await handedOut(2_302);
  });
  expect(latest()).toMatchObject({ status: 'signed', checkpoint: { size: 2_302 } });
  expect(published.length).toBeGreaterThanOrEqual(4); // at most a thousand events a seal
  expect(readCheckpoints(own())).toHaveLength(2);
  expect(await leafOf(fixture.pools.bg, '2302')).toBe(2_301);
  expect(await leafOf(fixture.pools.bg, '2303')).toBeUndefined();
});

test('a checkpoint that a crash kept from being handed out is handed out at the next start', async () => {
  rmSync(own(), { recursive: true });
  await sealing(() => handedOut(2_302));
  expect(latest()).toMatchObject({ status: 'signed', checkpoint: { size: 2_302 } });
});

test('a log that holds less than was handed out is not sealed until its new epoch is said', async () => {
  const read = latest();
  if (read.status !== 'signed') throw new Error(read.status);
  const ahead = { ...read.checkpoint, size: 9_000, position: '9000' };
  openCheckpointFolder(folder, key).put(ahead, signedNote(ahead, key));
  await appendSome(fixture, 1);
  await sealing(async (news) => {
    await eventually('refused', () =>
      news.some(
        (one) =>
          one.kind === 'failed' && isFailure(one.error) && one.error.code === 'Seals.LogSetBack',
      ),
    );
  });
  expect(await lastSeal(fixture.pools.bg)).toMatchObject({ size: '2302' });

  await startNewEpoch(fixture.ownerUrl, { publishedPosition: '9000', reason: 'restore' });
  await sealing(() => handedOut(2_303));
  const now = latest();
  if (now.status !== 'signed') throw new Error(now.status);
  expect(now.checkpoint.origin).not.toBe(read.checkpoint.origin);
  // Who kept the checkpoint of the lost future is told that it was lost, and by what.
  const { findings } = await verifyLog(fixture.pools.bg, {
    verifier: verifierOf(key),
    outside: [{ file: 'kept', note: signedNote(ahead, key) }],
  });
  expect(findings).toEqual([{ kind: 'LOST_BY_RESTORE', size: 9_000, position: '9000' }]);
});
