// The bank's own books: an append-only file of JSON lines, on disk before anything follows from it.
import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';

const attempt = z.object({
  t: z.literal('attempt'),
  /** Counts every file that ever appeared in the outbox, from 1. */
  number: z.number().int(),
  fileName: z.string(),
  /** Name, inode and time of change: a file written again is another attempt. */
  identity: z.string(),
  sha256: z.string(),
  verdict: z.enum(['accepted', 'duplicate-message', 'refused']),
  reasonCode: z.string().exactOptional(),
  messageId: z.string(),
  groupId: z.string(),
  debtorAccount: z.string(),
  count: z.number().int(),
  sumIdr: z.string(),
  at: z.string(),
});

const credit = z.object({
  t: z.literal('credit'),
  messageId: z.string(),
  index: z.number().int(),
  endToEndId: z.string(),
  amountIdr: z.string(),
  outcome: z.enum(['settled', 'returned', 'rejected', 'repeated']),
  reasonCode: z.string().exactOptional(),
  isSilent: z.boolean(),
  slip: z.enum(['one-rupiah-less', 'said-twice']).exactOptional(),
  bankReference: z.string(),
  bookedOn: z.string(),
  at: z.string(),
});

const statement = z.object({
  t: z.literal('statement'),
  number: z.number().int(),
  request: z.string(),
  /** Which bookings it shows, by their order in this journal. */
  from: z.number().int(),
  to: z.number().int(),
  at: z.string(),
});

const answer = z.object({
  t: z.enum(['sealed', 'delivered']),
  name: z.string(),
  at: z.string(),
});

const record = z.discriminatedUnion('t', [attempt, credit, statement, answer]);

export type AttemptRecord = z.infer<typeof attempt>;
export type CreditRecord = z.infer<typeof credit>;
export type StatementRecord = z.infer<typeof statement>;
export type JournalRecord = z.infer<typeof record>;

const parseLine = (line: string): JournalRecord => record.parse(JSON.parse(line));

/** A line without its end was cut off by a crash: it was never promised to anyone. */
const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
};

export const readJournal = (path: string): readonly JournalRecord[] =>
  wholeLines(readText(path))
    .split('\n')
    .filter((line) => line !== '')
    .map(parseLine);

export type Journal = {
  /** Returns once the records are on disk. */
  append(records: readonly JournalRecord[]): void;
  close(): void;
};

const writeAll = (fd: number, bytes: Buffer): void => {
  let written = 0;
  while (written < bytes.length) written += writeSync(fd, bytes, written);
};

export const openJournal = (path: string): Journal => {
  const kept = Buffer.byteLength(wholeLines(readText(path)));
  const fd = openSync(path, 'a', 0o600);
  ftruncateSync(fd, kept);
  return {
    append: (records) => {
      const lines = records.map((one) => `${JSON.stringify(one)}\n`).join('');
      writeAll(fd, Buffer.from(lines));
      fsyncSync(fd);
    },
    close: () => closeSync(fd),
  };
};
