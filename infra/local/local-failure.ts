// Failures of the local stack: never worth an automatic repeat, always a sentence for a person.
import { type Failure, failure as infraFailure, isFailure } from '../failure.ts';
import { errorCode, type Sentence } from './sentence.ts';

export const failure = (code: string, sentence: Sentence, cause?: unknown): Failure =>
  infraFailure({ code, retryable: false, sentence, cause });

const DISK_FULL: Sentence = {
  id: 'Diska penuh. Kosongkan ruang atau pindahkan LINDUNG_DATA ke diska lain, lalu jalankan lagi.',
  en: 'The disk is full. Free some space or move LINDUNG_DATA to another disk, then start again.',
};

const allText = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${allText(error.cause)}` : '';

/** The operating system's, and PostgreSQL's own (`disk_full`). */
const FULL_CODES: readonly unknown[] = ['ENOSPC', 'EDQUOT', '53100'];
/** PostgreSQL on a short write, Node, SQLite, JetStream and the operating system, in this order. */
const FULL_TEXT =
  /wrote only \d+ of \d+ bytes|ENOSPC|disk is full|insufficient storage|No space left|Disk quota/i;

const hasFullCode = (error: unknown): boolean =>
  error instanceof Error && (FULL_CODES.includes(errorCode(error)) || hasFullCode(error.cause));

export const isDiskFull = (error: unknown): boolean =>
  hasFullCode(error) || FULL_TEXT.test(allText(error));

/** A service that the operator runs: once it answers, the same command succeeds. */
export const outOfReach = (code: string, sentence: Sentence): Failure =>
  infraFailure({ code, retryable: true, sentence });

/** Whatever went wrong, as one sentence that says what to do. */
export const asLocalFailure = (error: unknown): Failure => {
  if (isDiskFull(error)) return failure('Local.DiskFull', DISK_FULL, error);
  if (isFailure(error)) return error;
  const text = error instanceof Error ? error.message : String(error);
  return failure(
    'Local.Unexpected',
    { id: `Layanan lokal gagal: ${text}`, en: `The local stack failed: ${text}` },
    error,
  );
};
