// The runtime file names living processes only, and tells commands how to reach them.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  connectionSettings,
  identityOf,
  isSameProcess,
  type Runtime,
  readRuntime,
  runningInstallation,
  writeRuntime,
} from '../../../infra/local/runtime-file.ts';
import { takeSupervisorLock } from '../../../infra/local/supervisor-lock.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lindung-runtime-'));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const me = () => {
  const identity = identityOf(process.pid);
  if (identity === undefined) throw new Error('this process is not alive');
  return identity;
};

const runtime = (changes: Partial<Runtime> = {}): Runtime => ({
  supervisor: me(),
  state: 'ready',
  services: [],
  connection: {
    databaseOwnerUrl: 'postgres://owner:o@127.0.0.1:1/lindung',
    databaseUrl: 'postgres://lindung_app:a@127.0.0.1:1/lindung',
    natsUrl: 'nats://lindung:n@127.0.0.1:2',
    temporalAddress: '127.0.0.1:3',
    namespace: 'default',
  },
  ...changes,
});

test('only its owner may read it: it holds passwords', () => {
  writeRuntime(dataDir, runtime());
  expect(statSync(join(dataDir, 'runtime.json')).mode & 0o777).toBe(0o600);
  expect(readRuntime(dataDir)).toEqual(runtime());
});

test('a file of a process that is gone, or whose pid was given to another, counts for nothing', () => {
  writeRuntime(dataDir, runtime({ supervisor: { ...me(), startedAt: 'another time' } }));
  expect(runningInstallation(dataDir)).toBeUndefined();
  expect(isSameProcess(me())).toBe(true);
});

test('a file cut off in the middle counts as absent', () => {
  writeFileSync(join(dataDir, 'runtime.json'), '{"supervisor": {"pid": 1');
  expect(readRuntime(dataDir)).toBeUndefined();
});

test('commands find the running installation, as the role that owns nothing', () => {
  writeRuntime(dataDir, runtime());
  const connected = connectionSettings({ LINDUNG_DATA: dataDir });
  expect(connected).toMatchObject({
    status: 'found',
    settings: { databaseUrl: 'postgres://lindung_app:a@127.0.0.1:1/lindung', namespace: 'default' },
  });
});

test('an address in the environment goes before the running installation', () => {
  writeRuntime(dataDir, runtime());
  const environment = {
    LINDUNG_DATA: dataDir,
    NATS_URL: 'nats://elsewhere:4222',
    LINDUNG_KEYS: 'k',
  };
  expect(connectionSettings(environment)).toMatchObject({
    settings: { natsUrl: 'nats://elsewhere:4222', temporalAddress: '127.0.0.1:3' },
  });
});

test('when nothing runs, the answer is a sentence that says what to do', () => {
  const connected = connectionSettings({ LINDUNG_DATA: dataDir });
  expect(connected.status).toBe('nothing-runs');
  if (connected.status === 'nothing-runs') expect(connected.sentence.id).toMatch(/npm start/);
});

test('the lock of a living supervisor holds, that of a dead one is taken over', () => {
  const first = takeSupervisorLock(dataDir);
  expect(first.status).toBe('taken');
  expect(takeSupervisorLock(dataDir)).toEqual({ status: 'held', by: me() });
  const dead = { pid: process.pid, startedAt: 'before the last boot' };
  writeFileSync(join(dataDir, 'supervisor.lock'), JSON.stringify(dead));
  expect(takeSupervisorLock(dataDir)).toMatchObject({ status: 'taken', stale: dead });
});
