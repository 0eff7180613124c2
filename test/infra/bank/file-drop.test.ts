// Promises of the shared folder: a file is handed over once, whole, and nobody else can read it.
import {
  chmod,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileDrop, PaymentFile } from '../../../infra/bank/bank-port.ts';
import { openFileDrop } from '../../../infra/bank/file-drop.ts';
import { fileOf, heirJose, heirSiti, orderOf } from './sample-order.ts';

let dir: string;
let drop: FileDrop;
const file: PaymentFile = fileOf(orderOf([heirSiti]));
const ids = [heirSiti.endToEndId];
const otherIds = [heirJose.endToEndId];
const otherBytes: PaymentFile = fileOf(orderOf([heirJose]));

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lindung-bank-'));
  drop = await openFileDrop(dir);
});

afterEach(() => rm(dir, { recursive: true, force: true }));

const inInbox = (name: string, content: string): Promise<void> =>
  writeFile(join(dir, 'inbox', name), content);

describe('handing over', () => {
  test('puts the whole file into the outbox, readable by its owner alone, and nothing beside it', async () => {
    expect(await drop.drop(file, ids)).toEqual({ status: 'dropped' });
    expect(await readdir(join(dir, 'outbox'))).toEqual([file.name]);
    expect(new Uint8Array(await readFile(join(dir, 'outbox', file.name)))).toEqual(file.bytes);
    expect((await stat(join(dir, 'outbox', file.name))).mode & 0o777).toBe(0o600);
    for (const folder of ['outbox', 'inbox', 'archive', 'sent']) {
      expect((await stat(join(dir, folder))).mode & 0o777).toBe(0o700);
    }
  });

  test('twice leaves the first file untouched', async () => {
    await drop.drop(file, ids);
    const before = await stat(join(dir, 'outbox', file.name), { bigint: true });
    expect(await drop.drop(file, ids)).toEqual({ status: 'already-there' });
    const after = await stat(join(dir, 'outbox', file.name), { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  });

  test('again after the bank took the file away hands over nothing', async () => {
    await drop.drop(file, ids);
    await rm(join(dir, 'outbox', file.name));
    expect(await drop.drop(file, ids)).toEqual({ status: 'already-there' });
    expect(await (await openFileDrop(dir)).drop(file, ids)).toEqual({ status: 'already-there' });
    expect(await readdir(join(dir, 'outbox'))).toEqual([]);
    await expect(drop.drop(otherBytes, otherIds)).rejects.toMatchObject({
      code: 'bank.same-name-other-bytes',
    });
  });

  test('is noted beside the folder, with the ids of its payments and nothing of their people', async () => {
    await drop.drop(file, ids);
    const notes = await readdir(join(dir, 'sent'));
    expect(notes).toEqual([file.name]);
    expect(await readFile(join(dir, 'sent', file.name), 'utf8')).toBe(
      [file.sha256, ...ids].join('\n'),
    );
  });

  test('never lets one payment leave in a second file, whatever the log has forgotten', async () => {
    await drop.drop(file, ids);
    await drop.removePayment(file.name);
    const second = { ...otherBytes, name: 'second.xml' };
    expect(await drop.drop(second, [...otherIds, ...ids])).toEqual({
      status: 'sent-before',
      endToEndIds: ids,
    });
    expect(await readdir(join(dir, 'outbox'))).toEqual([]);
    expect(await drop.drop(second, otherIds)).toEqual({ status: 'dropped' });
  });

  test('lets a payment of a withdrawn file leave in another', async () => {
    await drop.withdraw(file);
    const second = { ...otherBytes, name: 'second.xml' };
    expect(await drop.drop(second, ids)).toEqual({ status: 'dropped' });
  });

  test('that failed after its note is never tried again: only the bank knows what it took', async () => {
    await writeFile(join(dir, 'sent', file.name), file.sha256, { mode: 0o600 });
    expect(await drop.drop(file, ids)).toEqual({ status: 'already-there' });
    expect(await readdir(join(dir, 'outbox'))).toEqual([]);
  });

  test('again after the run was closed hands over nothing, and no payment lies about', async () => {
    await drop.drop(file, ids);
    await drop.removePayment(file.name);
    await drop.removePayment(file.name);
    for (const folder of ['outbox', 'archive'])
      expect(await readdir(join(dir, folder))).toEqual([]);
    expect(await drop.drop(file, ids)).toEqual({ status: 'already-there' });
    expect(await readdir(join(dir, 'outbox'))).toEqual([]);
  });

  test('never happens once the file was withdrawn, and withdrawing comes too late after it', async () => {
    expect(await drop.withdraw(file)).toEqual({ status: 'withdrawn' });
    expect(await drop.withdraw(file)).toEqual({ status: 'withdrawn' });
    expect(await drop.drop(file, ids)).toEqual({ status: 'withdrawn' });
    expect(await readdir(join(dir, 'outbox'))).toEqual([]);
    const other = { ...otherBytes, name: 'other.xml' };
    await drop.drop(other, otherIds);
    expect(await drop.withdraw(other)).toEqual({ status: 'may-have-left' });
  });

  test('and withdrawing at once: one of them wins, and both know which', async () => {
    const [dropped, withdrawn] = await Promise.all([drop.drop(file, ids), drop.withdraw(file)]);
    const names = await readdir(join(dir, 'outbox'));
    expect(['dropped may-have-left 1', 'withdrawn withdrawn 0']).toContain(
      `${dropped.status} ${withdrawn.status} ${names.length}`,
    );
  });

  test('other bytes under the same name fails and keeps the first', async () => {
    await drop.drop(file, ids);
    await expect(drop.drop(otherBytes, otherIds)).rejects.toMatchObject({
      code: 'bank.same-name-other-bytes',
      nonRetryable: true,
    });
    expect(new Uint8Array(await readFile(join(dir, 'outbox', file.name)))).toEqual(file.bytes);
  });

  test('by many at once drops one file', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => drop.drop(file, ids)));
    expect(outcomes.filter(({ status }) => status === 'dropped')).toHaveLength(1);
    expect(await readdir(join(dir, 'outbox'))).toEqual([file.name]);
  });

  test('bytes that are not those of their hash, or a name that leaves the folder, fails', async () => {
    await expect(drop.drop({ ...file, sha256: otherBytes.sha256 }, ids)).rejects.toThrow();
    await expect(drop.drop({ ...file, name: '../x.xml' }, ids)).rejects.toMatchObject({
      code: 'bank.name-not-allowed',
    });
    expect(await readdir(join(dir, 'outbox'))).toEqual([]);
  });

  test('sweeps what a killed process left, because it holds names', async () => {
    const leftover = join(dir, 'outbox', `.${file.name}.1.tmp`);
    await writeFile(leftover, 'half a file');
    const anHourAgo = new Date(Date.now() - 3_600_000);
    await utimes(leftover, anHourAgo, anHourAgo);
    await openFileDrop(dir);
    expect(await readdir(join(dir, 'outbox'))).toEqual([]);
  });
});

describe('the inbox', () => {
  test('lists answers oldest first and shows strangers apart', async () => {
    await inInbox('b.xml', '<b/>');
    await utimes(join(dir, 'inbox', 'b.xml'), 1, 1);
    await inInbox('a.xml', '<a/>');
    await inInbox('.half-written.xml', '<');
    await symlink('/etc/hostname', join(dir, 'inbox', 'link.xml'));
    expect(await drop.listAnswers()).toEqual({
      unread: ['b.xml', 'a.xml'],
      strangers: ['link.xml'],
    });
    await expect(drop.readAnswer('link.xml')).rejects.toThrow();
    await expect(drop.readAnswer('../outbox/x.xml')).rejects.toMatchObject({
      code: 'bank.name-not-allowed',
    });
  });

  test('keeps an answer until it is ingested, and then it is in the archive', async () => {
    await inInbox('a.xml', '<a/>');
    const answer = await drop.readAnswer('a.xml');
    expect(new TextDecoder().decode(answer.bytes)).toBe('<a/>');
    expect((await drop.listAnswers()).unread).toEqual(['a.xml']);
    await drop.markIngested(answer);
    expect((await drop.listAnswers()).unread).toEqual([]);
    expect(await readFile(join(dir, 'archive', 'a.xml'), 'utf8')).toBe('<a/>');
  });

  test('ingested twice, or sent again with the same bytes, is one file in the archive', async () => {
    await inInbox('a.xml', '<a/>');
    const answer = await drop.readAnswer('a.xml');
    await drop.markIngested(answer);
    await drop.markIngested(answer);
    await inInbox('a.xml', '<a/>');
    await drop.markIngested(await drop.readAnswer('a.xml'));
    expect(await readdir(join(dir, 'inbox'))).toEqual([]);
    expect(await readdir(join(dir, 'archive'))).toEqual(['a.xml']);
  });

  test('never replaces an archived answer by another one of the same name', async () => {
    await inInbox('a.xml', '<a/>');
    await drop.markIngested(await drop.readAnswer('a.xml'));
    await inInbox('a.xml', '<b/>');
    const second = await drop.readAnswer('a.xml');
    await expect(drop.markIngested(second)).rejects.toMatchObject({
      code: 'bank.same-name-other-bytes',
    });
    expect(await readFile(join(dir, 'archive', 'a.xml'), 'utf8')).toBe('<a/>');
  });

  test('does not archive an answer that changed after it was read', async () => {
    await inInbox('a.xml', '<a/>');
    const answer = await drop.readAnswer('a.xml');
    await inInbox('a.xml', '<b/>');
    await expect(drop.markIngested(answer)).rejects.toMatchObject({ code: 'bank.answer-changed' });
    expect((await drop.listAnswers()).unread).toEqual(['a.xml']);
  });
});

test('a folder that cannot be written is a failure, not a lost file', async () => {
  if (process.getuid?.() === 0) {
    // Root may write everywhere; a file in the folder's place fails for everybody.
    await rm(join(dir, 'outbox'), { recursive: true });
    await writeFile(join(dir, 'outbox'), '');
  } else {
    await chmod(join(dir, 'outbox'), 0o500);
  }
  await expect(drop.drop(file, ids)).rejects.toThrow();
});
