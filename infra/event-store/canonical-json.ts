// RFC 8785 (JCS): one and the same text for one and the same JSON value, fit for PostgreSQL.
import canonicalize from 'canonicalize';
import type { Json } from '../../domain/envelope.ts';
import { failure } from '../failure.ts';

// JSON writes the NUL character as an escape with an odd number of backslashes before `u0000`.
const ESCAPED_NUL = /(?<!\\)(?:\\\\)*\\u0000/;

const refused = (cause?: unknown): Error =>
  failure({
    code: 'Store.CharacterRefused',
    retryable: false,
    sentence: {
      id: 'Data memuat karakter atau angka yang tidak dapat disimpan (NUL, surrogate tunggal, NaN). Hapus karakter itu lalu kirim lagi.',
      en: 'The data holds a character or number that cannot be stored (NUL, a lone surrogate, NaN). Remove it and send again.',
    },
    cause,
  });

/** Refuses what jsonb cannot hold before it reaches the database, where it would abort neighbours. */
export const canonicalJson = (value: Json): string => {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (cause) {
    throw refused(cause);
  }
  if (text === undefined) throw refused();
  // The plain search is cheap; the exact one tells `\u0000` from a backslash followed by "u0000".
  if (text.includes('\\u0000') && ESCAPED_NUL.test(text)) throw refused();
  return text;
};
