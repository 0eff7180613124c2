// Files on their way in: in order, one's own, sealed where they lie, and gone in time.
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PAPER_BYTES_MAX } from '../../../domain/claim/documents/paper-file.ts';
import { openUploadFolder } from '../../../infra/documents/upload-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'lindung-uploads-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Not a cipher: enough to see that the bytes of a part pass through it, under a name of their own. */
const keys = {
  encrypt: (context: string, plain: Uint8Array) =>
    Buffer.concat([Buffer.from(`${context}\n`), plain.map((byte) => byte ^ 0xff)]),
  decrypt: (context: string, cipher: Uint8Array) => {
    const head = Buffer.from(`${context}\n`);
    if (!Buffer.from(cipher).subarray(0, head.length).equals(head)) throw new Error('another part');
    return cipher.slice(head.length).map((byte) => byte ^ 0xff);
  },
};
const openAt = (name: string) => {
  const clock = { now: '2026-11-22T03:00:00.000Z' };
  const folder = join(root, name);
  return { clock, folder, uploads: openUploadFolder({ folder, keys, now: () => clock.now }) };
};
const bytes = (text: string) => new TextEncoder().encode(text);

const begun = async (uploads: ReturnType<typeof openUploadFolder>, owner: string, size: number) => {
  const upload = await uploads.begin(owner, size);
  if (typeof upload === 'string') throw new Error(upload);
  return { owner, id: upload.id };
};

test('parts go on from where the line broke, and a part sent twice is taken once', async () => {
  const { uploads, folder } = openAt('parts');
  const place = await begun(uploads, 'kelurahan-sari', 10);
  expect(await uploads.append(place, { offset: 0, bytes: bytes('kartu') })).toMatchObject({
    offset: 5,
  });
  expect(await uploads.whole(place)).toBeUndefined();
  const twice = await Promise.all([
    uploads.append(place, { offset: 5, bytes: bytes(' keluarga').subarray(0, 5) }),
    uploads.append(place, { offset: 5, bytes: bytes(' keluarga').subarray(0, 5) }),
  ]);
  expect(twice.filter((answer) => answer === 'elsewhere')).toHaveLength(1);
  expect(await uploads.find(place)).toMatchObject({ offset: 10, length: 10 });
  expect(Buffer.from((await uploads.whole(place)) ?? []).toString()).toBe('kartu kelu');
  const lying = readdirSync(join(folder, place.id)).map((name) =>
    readFileSync(join(folder, place.id, name), 'latin1'),
  );
  expect(lying.join('\n')).not.toContain('kartu');
});

test('nobody reads or continues what somebody else sends, and no name of a folder gets out', async () => {
  const { uploads } = openAt('owners');
  const place = await begun(uploads, 'kelurahan-sari', 4);
  for (const id of [place.id, '../owners', '..', place.id.toUpperCase()]) {
    const other = { owner: 'kelurahan-eko', id };
    expect(await uploads.find(other)).toBeUndefined();
    expect(await uploads.append(other, { offset: 0, bytes: bytes('x') })).toBeUndefined();
    await uploads.drop(other);
  }
  expect(await uploads.find(place)).toMatchObject({ offset: 0 });
});

test('more than was announced, too large and too many are refused', async () => {
  const { uploads } = openAt('limits');
  const place = await begun(uploads, 'sari', 3);
  expect(await uploads.append(place, { offset: 0, bytes: bytes('lebih') })).toBe('too-much');
  expect(await uploads.append(place, { offset: 2, bytes: bytes('x') })).toBe('elsewhere');
  expect(await uploads.begin('sari', PAPER_BYTES_MAX + 1)).toBe('too-large');
  for (let at = 0; at < 4; at += 1) await begun(uploads, 'sari', PAPER_BYTES_MAX);
  expect(await uploads.begin('sari', PAPER_BYTES_MAX)).toBe('full');
  expect(typeof (await uploads.begin('eko', PAPER_BYTES_MAX))).toBe('object');
});

test('what was kept answers again without its bytes; after a day nothing is left', async () => {
  const { uploads, clock, folder } = openAt('time');
  const place = await begun(uploads, 'sari', 2);
  await uploads.append(place, { offset: 0, bytes: bytes('ab') });
  const file = { type: 'PDF', bytes: 2, malware: 'NOT_SCANNED' } as const;
  await uploads.settle(place, { sha256: 'a'.repeat(64), file });
  expect(await uploads.find(place)).toMatchObject({ offset: 2, kept: { file } });
  expect(await uploads.whole(place)).toBeUndefined();
  expect(readdirSync(join(folder, place.id))).toEqual(['upload.json']);
  clock.now = '2026-11-23T03:00:00.001Z';
  expect(await uploads.find(place)).toBeUndefined();
  await begun(uploads, 'eko', 1);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('who begins takes nothing from somebody who is beginning at the same moment', async () => {
  const { uploads, folder, clock } = openAt('together');
  clock.now = new Date().toISOString();
  const justMade = join(folder, randomUUID());
  mkdirSync(justMade, { recursive: true });
  const old = join(folder, randomUUID());
  mkdirSync(old);
  const twoHoursAgo = Date.parse(clock.now) / 1000 - 7200;
  utimesSync(old, twoHoursAgo, twoHoursAgo);
  await begun(uploads, 'sari', 1);
  expect([existsSync(justMade), existsSync(old)]).toEqual([true, false]);
  const owners = Array.from({ length: 25 }, (_, at) => `petugas-${at}`);
  const places = await Promise.all(owners.map((owner) => begun(uploads, owner, 1)));
  for (const place of places) expect(await uploads.find(place)).toMatchObject({ offset: 0 });
});

test('a note that the disk does not give is no note that is missing: nothing is removed', async () => {
  const { uploads, folder, clock } = openAt('disk');
  const unreadable = join(folder, randomUUID());
  mkdirSync(join(unreadable, 'upload.json'), { recursive: true });
  clock.now = new Date(Date.now() + 7_200_000).toISOString();
  await expect(uploads.begin('sari', 1)).rejects.toMatchObject({ code: 'EISDIR' });
  expect(existsSync(unreadable)).toBe(true);
});
