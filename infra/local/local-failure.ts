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

const isDiskFull = (error: unknown): boolean =>
  errorCode(error) === 'ENOSPC' ||
  errorCode(error) === 'EDQUOT' ||
  /No space left on device|ENOSPC|Disk quota exceeded|disk is full/i.test(allText(error));

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
