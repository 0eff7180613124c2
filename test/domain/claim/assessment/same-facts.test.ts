// Facts read back from the log are the same facts, whatever the order of their keys.
import { expect, test } from 'vitest';
import { sameFacts } from '../../../../domain/claim/assessment/same-facts.ts';

test('the order of keys does not count, the order of lists does', () => {
  expect(sameFacts({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  expect(sameFacts([1, 2], [2, 1])).toBe(false);
});

test('a value, a kind or a key more makes another fact', () => {
  expect(sameFacts({ a: 1 }, { a: 2 })).toBe(false);
  expect(sameFacts({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(sameFacts({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameFacts({ a: 1, b: undefined }, { a: 1, c: 2 })).toBe(false);
  expect(sameFacts([1], [1, 2])).toBe(false);
  expect(sameFacts(null, {})).toBe(false);
  expect(sameFacts('1', 1)).toBe(false);
});
