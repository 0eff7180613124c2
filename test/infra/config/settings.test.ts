// The environment is checked before anything starts, and what is wrong is named.
import { expect, test } from 'vitest';
import { natsConnection } from '../../../infra/config/nats-url.ts';
import { readSettings } from '../../../infra/config/settings.ts';
import { isFailure } from '../../../infra/failure.ts';

const failureOf = (environment: NodeJS.ProcessEnv): { code: string; sentence: string } => {
  try {
    readSettings(environment);
  } catch (error) {
    if (isFailure(error)) return { code: error.code, sentence: error.sentence.id };
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
