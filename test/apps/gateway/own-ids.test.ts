// An id that the gateway gave out is surely new once, and never again.
import { expect, test } from 'vitest';
import { openOwnIds } from '../../../apps/gateway/own-ids.ts';

test('an id is new on its first way in and looked up on every later one', () => {
  const ids = openOwnIds();
  const id = ids.give();
  expect([ids.isFirst(id), ids.isFirst(id)]).toEqual([true, false]);
  expect(ids.give()).not.toBe(id);
});

test('an id of somebody else is always looked up, another gateway’s included', () => {
  const theirs = openOwnIds().give();
  expect(openOwnIds().isFirst(theirs)).toBe(false);
});

test('ids that are never sent do not pile up: the oldest is looked up like any other', () => {
  const ids = openOwnIds();
  const all = Array.from({ length: 1_001 }, ids.give);
  expect(all.map(ids.isFirst)).toEqual([false, ...Array.from({ length: 1_000 }, () => true)]);
});
