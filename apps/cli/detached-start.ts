// Starts the supervisor as a process of its own; why it could not is told here too, not only in its log.
import { spawn } from 'node:child_process';
import { openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { failure, outOfReach } from '../../infra/local/local-failure.ts';
import { identityOf, type Runtime } from '../../infra/local/runtime-file.ts';
import type { Language } from '../copy/format.ts';
import { prepareDataFolder, waitUntilServing } from '../supervisor/data-folder.ts';
import { PROJECT_ROOT, type Selection } from '../supervisor/processes.ts';

/** A start that fails ends with its reason: the last line of what it wrote. */
const lastLine = (file: string, from: number): string =>
  readFileSync(file).subarray(from).toString('utf8').trim().split('\n').at(-1) ?? '';

const SERVICE_OUT_OF_REACH = 3;

/** With the exit code that the start itself had: who waits for a service may try again. */
const notStarted = (exitCode: number | null, reason: string, logFile: string): Error => {
  const sentence = {
    id: `Lindung tidak dapat dijalankan. ${reason} (Selengkapnya: ${logFile})`,
    en: `Lindung could not be started. ${reason} (In full: ${logFile})`,
  };
  if (exitCode === SERVICE_OUT_OF_REACH) return outOfReach('Local.StartFailed', sentence);
  return failure('Local.StartFailed', sentence);
};

export const startDetached = async (request: {
  readonly dataDir: string;
  readonly selection: Selection;
  readonly language: Language;
}): Promise<Runtime> => {
  const { dataDir, selection, language } = request;
  prepareDataFolder(dataDir);
  const logFile = join(dataDir, 'logs', 'supervisor.log');
  const output = openSync(logFile, 'a', 0o600);
  const { size } = statSync(logFile);
  const program = join(PROJECT_ROOT, 'apps', 'cli', 'lindung.ts');
  const extra = [
    ...selection.asked.flatMap((name) => ['--with', name]),
    ...selection.leftOut.flatMap((name) => ['--without', name]),
  ];
  const child = spawn(
    process.execPath,
    [program, '--lang', language, 'up', '--detached', ...extra],
    {
      detached: true,
      stdio: ['ignore', output, output],
    },
  );
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(null));
  });
  const identity = child.pid === undefined ? undefined : identityOf(child.pid);
  const runtime = identity === undefined ? undefined : await waitUntilServing(dataDir, identity);
  if (runtime !== undefined) {
    child.unref(); // from here on it lives without us
    return runtime;
  }
  throw notStarted(await exited, lastLine(logFile, size), logFile);
};
