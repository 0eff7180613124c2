// The engine's own writer of canonical JSON writes what the reference does, and refuses what it refuses.
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../../domain/envelope.ts';
import { canonicalJson } from '../../../infra/event-store/canonical-json.ts';

const names = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('10', '9', '__proto__', 'toJSON', '', 'ÿ', '€', '\u{1f600}'),
);
const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
    fc.constantFrom('C:\\udc00', '\u2028', '"', '\u007f', 'e\u0301'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      names.filter((name) => !name.includes('\0')),
      tie('value'),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
})).value;

test('every value has the text of the reference, names in the order of RFC 8785', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(canonicalJson(value as Json)).toBe(canonicalize(value));
    }),
    { numRuns: 2_000 },
  );
});

test('names that look like numbers are sorted as text', () => {
  expect(canonicalJson({ b: 1, '10': 2, '9': 3 })).toBe('{"10":2,"9":3,"b":1}');
});

test.each([
  ['a lone surrogate', { a: '\ud800' }],
  ['a lone surrogate in a name', { '\udc00': 1 }],
  ['NUL', { a: ['x\0y'] }],
  ['no number', { a: Number.NaN }],
  ['no end', [Number.POSITIVE_INFINITY]],
  ['a bigint', { a: 1n }],
])('%s is refused, deep inside too', (_what, value) => {
  expect(() => canonicalJson({ in: [value] } as unknown as Json)).toThrow(
    expect.objectContaining({ code: 'Store.CharacterRefused' }),
  );
});

test('a member that is not there is left out, as the reference does', () => {
  expect(canonicalJson({ b: undefined, a: 1 } as unknown as Json)).toBe('{"a":1}');
});
