// A full disk reads alike, whichever program met it: what to do, not what the program said.
import { expect, test } from 'vitest';
import { storeFailure } from '../../../infra/database/store-failure.ts';
import { failure } from '../../../infra/failure.ts';
import { asLocalFailure } from '../../../infra/local/local-failure.ts';

const coded = (message: string, code: string): Error => Object.assign(new Error(message), { code });

const SHORT_WRITE =
  'could not extend file "base/16384/2619": wrote only 4096 of 8192 bytes at block 12';

test.each([
  ['PostgreSQL, by its code', coded('could not extend file', '53100')],
  ['PostgreSQL, by its words', new Error(SHORT_WRITE)],
  ['Node', coded('write', 'ENOSPC')],
  ['SQLite', new Error('database or disk is full (13)')],
  ['JetStream', new Error('insufficient storage resources available')],
  ['a start that failed with it', new Error('PostgreSQL ended', { cause: new Error(SHORT_WRITE) })],
  [
    'a failure that hides it',
    failure({
      code: 'Store.Refused',
      retryable: false,
      sentence: { id: 'x', en: 'x' },
      cause: coded('could not write', '53100'),
    }),
  ],
])('a disk that is full for %s is said with the way out', (_who, error) => {
  const { code, sentence } = asLocalFailure(error);
  expect(code).toBe('Local.DiskFull');
  expect(sentence.id).toMatch(/Diska penuh.*LINDUNG_DATA/);
  expect(sentence.en).toMatch(/disk is full.*LINDUNG_DATA/);
});

test('another failure keeps its own words', () => {
  expect(asLocalFailure(new Error('wrote 4096 of 8192 bytes')).code).toBe('Local.Unexpected');
});

test('a command on a full disk may be tried again: nothing was recorded', () => {
  const full = storeFailure(coded(SHORT_WRITE, '53100'));
  expect(full).toMatchObject({ code: 'Infra.StoreDiskFull', retryable: true });
  expect(full.sentence.id).not.toMatch(/extend/);
});
