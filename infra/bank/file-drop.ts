// The folder shared with the bank's transfer program, and our own notes of what was handed over.
import { createHash, randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { constants } from 'node:fs';
import { link, lstat, mkdir, open, readdir, readFile, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { BankFailure } from './bank-failure.ts';
import { bankFailure } from './bank-failure.ts';
import type {
  DropOutcome,
  FileDrop,
  InboxListing,
  PaymentFile,
  ReadInboxFile,
  WithdrawOutcome,
} from './bank-port.ts';
import { answerBytesMax } from './bank-port.ts';
import { noteOf, sentBefore, takeNote, WITHDRAWN } from './sent-notes.ts';
import { codeOf, syncFolder, writeSynced } from './synced-files.ts';

const folderMode = 0o700;
/** A temp file this old belongs to a process that is gone; it holds names and must not stay. */
const tempAgeMsMax = 600_000;
const nameShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const nameNotAllowed = (): BankFailure =>
  bankFailure('bank.name-not-allowed', {
    id: 'Nama berkas hanya boleh berisi huruf, angka, titik, garis bawah, dan tanda hubung.',
    en: 'A file name may hold only letters, digits, dots, underscores and hyphens.',
  });

const sameNameOtherBytes = (name: string): BankFailure =>
  bankFailure('bank.same-name-other-bytes', {
    id: `Berkas ${name} sudah ada dengan isi lain. Periksa keduanya sebelum melanjutkan.`,
    en: `A file ${name} with other content is already there. Compare both before you go on.`,
  });

/** Hash of a file that may not be there. */
const sha256At = async (path: string): Promise<string | undefined> => {
  try {
    return sha256(await readFile(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

type Folders = {
  readonly outbox: string;
  readonly inbox: string;
  readonly archive: string;
  /** What the bank sent and nobody could read: kept apart, for a person. */
  readonly refused: string;
  /** Ours alone: a note per payment file, with its hash and the ids of its payments, and no person. */
  readonly sent: string;
};

const sweepTemps = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('.') || !name.endsWith('.tmp')) continue;
    const path = join(folder, name);
    const { mtimeMs } = await lstat(path);
    if (Date.now() - mtimeMs > tempAgeMsMax) await unlink(path);
  }
};

const isAlreadyDropped = async (
  folders: Folders,
  file: Pick<PaymentFile, 'name' | 'sha256'>,
): Promise<boolean> => {
  for (const folder of [folders.outbox, folders.archive]) {
    const found = await sha256At(join(folder, file.name));
    if (found === undefined) continue;
    if (found !== file.sha256) throw sameNameOtherBytes(file.name);
    return true;
  }
  return false;
};

/** What a note says about a file that is to be dropped. */
const outcomeOf = (word: string, file: PaymentFile): DropOutcome => {
  if (word === WITHDRAWN) return { status: 'withdrawn' };
  if (word !== file.sha256) throw sameNameOtherBytes(file.name);
  return { status: 'already-there' };
};

/**
 * The note comes before the file: once it stands the file may have left, also when the bank's
 * program took it away and we died in between. Then only the bank can say what it has.
 * A hard link, not a rename, takes the final name, and the bank never sees half a file.
 */
const dropFile = async (
  folders: Folders,
  file: PaymentFile,
  endToEndIds: readonly string[],
): Promise<DropOutcome> => {
  const { name } = file;
  if (!nameShape.test(name)) throw nameNotAllowed();
  if (sha256(file.bytes) !== file.sha256) throw sameNameOtherBytes(name);
  const known = await noteOf(folders.sent, name);
  if (known !== undefined) return outcomeOf(known.word, file);
  if (await isAlreadyDropped(folders, file)) return { status: 'already-there' };
  const sent = await sentBefore(folders.sent, name, endToEndIds);
  if (sent.length > 0) return { status: 'sent-before', endToEndIds: sent };
  const temp = join(folders.outbox, `.${name}.${randomUUID()}.tmp`);
  await writeSynced(temp, file.bytes);
  try {
    const note = await takeNote(folders.sent, name, { word: file.sha256, endToEndIds });
    if (!note.isOurs) return outcomeOf(note.word, file);
    await link(temp, join(folders.outbox, name));
  } finally {
    await unlink(temp);
  }
  await syncFolder(folders.outbox);
  return { status: 'dropped' };
};

/** Once withdrawn, no drop of this name can happen; once dropped, nothing can be withdrawn. */
const withdraw = async (
  folders: Folders,
  file: Pick<PaymentFile, 'name' | 'sha256'>,
): Promise<WithdrawOutcome> => {
  const { name } = file;
  if (!nameShape.test(name)) throw nameNotAllowed();
  if (await isAlreadyDropped(folders, file)) return { status: 'may-have-left' };
  const { word } = await takeNote(folders.sent, name, { word: WITHDRAWN, endToEndIds: [] });
  return { status: word === WITHDRAWN ? 'withdrawn' : 'may-have-left' };
};

const listInbox = async (inbox: string): Promise<InboxListing> => {
  const entries: readonly Dirent[] = await readdir(inbox, { withFileTypes: true });
  // A name with a leading dot is a file that the bank is still writing.
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  const isAnswer = (entry: Dirent): boolean => entry.isFile() && nameShape.test(entry.name);
  const answers = await Promise.all(
    visible.filter(isAnswer).map(async ({ name }) => {
      const { mtimeMs } = await lstat(join(inbox, name));
      return { name, mtimeMs };
    }),
  );
  answers.sort((a, b) => a.mtimeMs - b.mtimeMs || (a.name < b.name ? -1 : 1));
  return {
    unread: answers.map(({ name }) => name),
    strangers: visible
      .filter((entry) => !isAnswer(entry))
      .map(({ name }) => name)
      .sort(),
  };
};

/** Refuses links: a file that the bank's program did not put there must not be read as an answer. */
const readInbox = async (inbox: string, name: string): Promise<ReadInboxFile> => {
  if (!nameShape.test(name)) throw nameNotAllowed();
  const handle = await open(join(inbox, name), constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { size } = await handle.stat();
    if (size > answerBytesMax) {
      throw bankFailure('bank.answer-too-large', {
        id: `Berkas jawaban ${name} terlalu besar (${size} bita, paling banyak ${answerBytesMax}).`,
        en: `The answer file ${name} is too large (${size} bytes, at most ${answerBytesMax}).`,
      });
    }
    const bytes = await handle.readFile();
    return { name, bytes, sha256: sha256(bytes) };
  } finally {
    await handle.close();
  }
};

/** Moves without replacing; done twice, or after a crash in between, it ends in the same place. */
const moveOnce = async (from: string, to: string, name: string): Promise<void> => {
  const source = await sha256At(join(from, name));
  const target = await sha256At(join(to, name));
  if (source === undefined) {
    if (target !== undefined) return;
    throw bankFailure('bank.folder-unusable', {
      id: `Berkas ${name} tidak ditemukan di folder bank. Periksa apakah ada yang memindahkannya.`,
      en: `The file ${name} is not in the bank folder. Check whether somebody moved it.`,
    });
  }
  if (target !== undefined && target !== source) throw sameNameOtherBytes(name);
  if (target === undefined) await rename(join(from, name), join(to, name));
  else await unlink(join(from, name));
  await syncFolder(to);
  await syncFolder(from);
};

const takeAway = async (
  folders: Folders,
  file: ReadInboxFile,
  to: 'archive' | 'refused',
): Promise<void> => {
  if (!nameShape.test(file.name)) throw nameNotAllowed();
  const found = await sha256At(join(folders.inbox, file.name));
  if (found !== undefined && found !== file.sha256) {
    throw bankFailure('bank.answer-changed', {
      id: `Berkas jawaban ${file.name} berubah setelah dibaca. Baca ulang berkas itu.`,
      en: `The answer file ${file.name} changed after it was read. Read it again.`,
    });
  }
  await moveOnce(folders.inbox, folders[to], file.name);
};

/** Names and accounts must not lie about; the bytes stay, encrypted, among the documents. */
const removePayment = async (folders: Folders, name: string): Promise<void> => {
  if (!nameShape.test(name)) throw nameNotAllowed();
  const found = await sha256At(join(folders.outbox, name));
  if (found === undefined) return;
  await takeNote(folders.sent, name, { word: found, endToEndIds: [] });
  await rm(join(folders.outbox, name), { force: true });
  await syncFolder(folders.outbox);
};

/**
 * Opens `<bankDir>/{outbox,inbox,archive,refused,sent}`. The bank's program may take a payment file away at
 * any moment: `sent` is how a repeated drop knows that it already happened.
 */
export const openFileDrop = async (bankDir: string): Promise<FileDrop> => {
  const folders: Folders = {
    outbox: join(bankDir, 'outbox'),
    inbox: join(bankDir, 'inbox'),
    archive: join(bankDir, 'archive'),
    refused: join(bankDir, 'refused'),
    sent: join(bankDir, 'sent'),
  };
  for (const folder of Object.values(folders)) {
    await mkdir(folder, { recursive: true, mode: folderMode });
  }
  await syncFolder(bankDir);
  await sweepTemps(folders.outbox);
  await sweepTemps(folders.sent);
  return {
    drop: (file, endToEndIds) => dropFile(folders, file, endToEndIds),
    withdraw: (file) => withdraw(folders, file),
    listAnswers: () => listInbox(folders.inbox),
    readAnswer: (name) => readInbox(folders.inbox, name),
    markIngested: (file) => takeAway(folders, file, 'archive'),
    markRefused: (file) => takeAway(folders, file, 'refused'),
    removePayment: (name) => removePayment(folders, name),
  };
};
