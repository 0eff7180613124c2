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

/** Such names an object puts first, in the order of numbers: RFC 8785 sorts them as text. */
const startsLikeAnIndex = (name: string): boolean => {
  const first = name.charCodeAt(0);
  return first >= 48 && first <= 57;
};

const UNUSUAL = new Error('not plain JSON');

const isPrimitive = (value: Json): boolean => {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value !== 'number') return false;
  if (!Number.isFinite(value)) throw UNUSUAL;
  return true;
};

/** The same value with its names in order; throws for whatever is not plain JSON in plain objects. */
const inOrder = (value: Json): Json => {
  if (isPrimitive(value)) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) throw UNUSUAL;
  if (Object.getPrototypeOf(value) !== Object.prototype) throw UNUSUAL;
  const source: { readonly [name: string]: Json | undefined } = value as { [name: string]: Json };
  const ordered: Record<string, Json> = {};
  for (const name of Object.keys(source).sort()) {
    if (startsLikeAnIndex(name) || name === '__proto__') throw UNUSUAL;
    const member = source[name];
    if (member !== undefined) ordered[name] = inOrder(member);
  }
  return ordered;
};

/**
 * The engine's own writer over names in order: half the time of the library's, which is asked for
 * everything unusual (an escaped surrogate may be a lone one) and which the tests compare it with.
 */
const written = (value: Json): string | undefined => {
  try {
    const text = JSON.stringify(inOrder(value));
    return text.includes('\\ud') ? undefined : text;
  } catch {
    return undefined;
  }
};

/** Refuses what jsonb cannot hold before it reaches the database, where it would abort neighbours. */
export const canonicalJson = (value: Json): string => {
  let text = written(value);
  try {
    text ??= canonicalize(value);
  } catch (cause) {
    throw refused(cause);
  }
  if (text === undefined) throw refused();
  // The plain search is cheap; the exact one tells `\u0000` from a backslash followed by "u0000".
  if (text.includes('\\u0000') && ESCAPED_NUL.test(text)) throw refused();
  return text;
};
