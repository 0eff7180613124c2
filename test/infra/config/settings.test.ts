// The environment is checked before anything starts, and what is wrong is named.
import { expect, test } from 'vitest';
import { natsConnection } from '../../../infra/config/nats-url.ts';
import { readSettings } from '../../../infra/config/settings.ts';
import { isFailure } from '../../../infra/failure.ts';

type Told = { readonly code: string; readonly sentence: string; readonly en: string };

const failureOf = (environment: NodeJS.ProcessEnv): Told => {
  try {
    readSettings(environment);
  } catch (error) {
    if (isFailure(error))
      return { code: error.code, sentence: error.sentence.id, en: error.sentence.en };
  }
  throw new Error('expected a failure');
};

test('with nothing set, everything is embedded and a lifecycle starts on first touch', () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({
    lifecycleStart: 'on-first-touch',
    supervised: false,
  });
  expect(settings.databaseUrl).toBeUndefined();
});

test('an empty variable counts as not set', () => {
  expect(readSettings({ DATABASE_URL: '', NATS_URL: '' }).databaseUrl).toBeUndefined();
});

test('an outside service without keys is refused by name', () => {
  const { code, sentence } = failureOf({ NATS_URL: 'nats://nats.example:4222' });
  expect(code).toBe('Config.KeysMissing');
  expect(sentence).toMatch(/NATS_URL.*LINDUNG_KEYS/);
});

test('a process of the supervisor gets addresses without keys of its own', () => {
  const environment = { NATS_URL: 'nats://127.0.0.1:4222', LINDUNG_SUPERVISED: '1' };
  expect(readSettings(environment).natsUrl).toBe('nats://127.0.0.1:4222');
});

test('a wrong value names its variable', () => {
  expect(failureOf({ DATABASE_URL: 'mysql://x' }).sentence).toMatch(/DATABASE_URL/);
  expect(failureOf({ LIFECYCLE_START: 'never' }).sentence).toMatch(/LIFECYCLE_START/);
  expect(failureOf({ TEMPORAL_ADDRESS: 'https://x/' }).sentence).toMatch(/TEMPORAL_ADDRESS/);
});

test('a bad port is named, in one language at a time', () => {
  const DATABASE_URL = 'postgres://u:p@db.example:99999/lindung';
  expect(failureOf({ DATABASE_URL })).toEqual({
    code: 'Config.Invalid',
    sentence: 'Variabel DATABASE_URL tidak dapat dibaca: port "99999" bukan angka 1 sampai 65535.',
    en: 'The variable DATABASE_URL cannot be read: the port "99999" is no number from 1 to 65535.',
  });
  expect(failureOf({ NATS_URL: 'nats://[::1]:abc' }).en).toMatch(/the port "abc"/);
  expect(failureOf({ TEMPORAL_ADDRESS: 'temporal.example:0' }).en).toMatch(/the port "0"/);
  expect(failureOf({ LIFECYCLE_START: 'never' }).en).toMatch(/: on-first-touch, at-enrolment\.$/);
  expect(failureOf({ LIFECYCLE_START: 'never' }).sentence).not.toMatch(/expected/i);
});

test('addresses as operators write them are taken', () => {
  for (const DATABASE_URL of [
    'postgres://db.example/lindung',
    'postgresql://u:12%2F34@[::1]:5432/lindung?sslmode=require',
  ])
    expect(readSettings({ DATABASE_URL, LINDUNG_SUPERVISED: '1' })).toMatchObject({
      databaseUrl: DATABASE_URL,
    });
});

test('a password that breaks its address is not shown, and how to write it is said', () => {
  const { en } = failureOf({ DATABASE_URL: 'postgres://u:pa77/word@db.example:5432/lindung' });
  expect(en).toMatch(/%2F/);
  expect(en).not.toMatch(/pa77|word@/);
});

test('credentials in a NATS address reach the client, which would ignore them in a URL', () => {
  expect(natsConnection('nats://a:b%40c@host:4223')).toEqual({
    servers: 'nats://host:4223',
    user: 'a',
    pass: 'b@c',
  });
  expect(natsConnection('nats://secret@host')).toEqual({
    servers: 'nats://host:4222',
    token: 'secret',
  });
});
