// One native child process: its output goes to a capped log file, its end is a value.
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { failure } from './local-failure.ts';
import { openLogFile } from './log-file.ts';
import { isAlive } from './process-facts.ts';

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type ServiceProcess = {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** The last it printed: some lines of it go into the sentence that explains why it ended. */
  lastOutput(): string;
  /** It said that an address which it was given is in use by another program. */
  lostPort(): boolean;
  /** Asks by `signal`, and after the grace period ends it for certain. */
  stop(signal: NodeJS.Signals, graceMs: number): Promise<Exit>;
};

export type SpawnRequest = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly user?: { readonly uid: number; readonly gid: number };
  readonly logFile?: string;
  /** Told the pid at once, so that a cut-off start leaves no process that nobody knows. */
  readonly onSpawn?: (pid: number) => void;
};

const OUTPUT_KEPT_CHARS = 4_000;
const LINES_TOLD = 3;
const LOST_PORT_GRACE_MS = 5_000;

/** PostgreSQL, Go and Node say it alike; nothing else of theirs reads so. */
const IN_USE = /address already in use|EADDRINUSE/i;

type Collected = Pick<ServiceProcess, 'lastOutput' | 'lostPort'>;

const collectOutput = (child: ChildProcess, logFile: string | undefined): Collected => {
  const file = logFile === undefined ? undefined : openLogFile(logFile);
  let tail = '';
  // Kept apart: a panic after it pushes the line itself out of the tail.
  let isPortLost = false;
  const take = (chunk: Buffer): void => {
    const text = tail + chunk.toString('utf8');
    isPortLost ||= IN_USE.test(text);
    tail = text.slice(-OUTPUT_KEPT_CHARS);
    file?.write(chunk);
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  child.once('close', () => file?.close());
  return { lastOutput: () => tail.trim(), lostPort: () => isPortLost };
};

/**
 * Starts a child in a session of its own: Ctrl-C in the terminal then reaches only the
 * supervisor, which stops its children in order.
 */
export const startProcess = async (request: SpawnRequest): Promise<ServiceProcess> => {
  const child = spawn(request.command, request.args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(request.cwd === undefined ? {} : { cwd: request.cwd }),
    ...(request.env === undefined ? {} : { env: request.env }),
    ...(request.user === undefined ? {} : { uid: request.user.uid, gid: request.user.gid }),
  });
  const collected = collectOutput(child, request.logFile);
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const refused = await new Promise<unknown>((resolve) => {
    child.once('spawn', () => resolve(undefined));
    child.once('error', resolve);
  });
  const { pid } = child;
  if (pid === undefined) {
    const text = `${request.name}: ${request.command}`;
    throw failure(
      'Local.SpawnFailed',
      { id: `${text} tidak dapat dijalankan.`, en: `${text} could not be started.` },
      refused,
    );
  }
  request.onSpawn?.(pid);
  const stop = async (signal: NodeJS.Signals, graceMs: number): Promise<Exit> => {
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    const exit = await exited;
    clearTimeout(timer);
    return exit;
  };
  return { pid, exited, ...collected, stop };
};

const POLL_MS = 25;
/** The port went to somebody else between the look and the start: choose another one. */
export const PORT_TAKEN = 'Local.PortTaken';

const lostPort = (name: string, output: string): Error =>
  failure(
    PORT_TAKEN,
    {
      id: `${name}: port yang dipilih sudah dipakai program lain.`,
      en: `${name}: the chosen port is taken by another program.`,
    },
    new Error(output),
  );

const notReady = (service: ServiceProcess, id: string, en: string): Error => {
  const output = service.lastOutput();
  if (service.lostPort()) return lostPort(id.split(' ')[0] ?? '', output);
  const told = output.split('\n').slice(-LINES_TOLD).join(' · ');
  // The whole output is the cause: the line that tells of a full disk may stand further up.
  return failure(
    'Local.NotReady',
    { id: `${id}: ${told}`, en: `${en}: ${told}` },
    new Error(output),
  );
};

/** Waits until `ready` answers true; an early end or the time limit is a failure with its output. */
export const waitUntilReady = async (
  service: ServiceProcess,
  options: { name: string; limitMs: number; ready: () => Promise<boolean> },
): Promise<void> => {
  const until = Date.now() + options.limitMs;
  let ended: Exit | undefined;
  void service.exited.then((exit) => {
    ended = exit;
  });
  const ready = (): Promise<boolean> =>
    options.ready().catch(async (error: unknown) => {
      await service.stop('SIGTERM', 2_000); // waiting longer cannot help
      throw error;
    });
  while (Date.now() < until) {
    // A server that lost one of its ports may live on for a while, and another's may answer.
    if (service.lostPort()) {
      await service.stop('SIGTERM', LOST_PORT_GRACE_MS);
      throw lostPort(options.name, service.lastOutput());
    }
    if (await ready()) return;
    if (ended !== undefined)
      throw notReady(
        service,
        `${options.name} berhenti sebelum siap`,
        `${options.name} ended before it was ready`,
      );
    await sleep(POLL_MS);
  }
  await service.stop('SIGTERM', 2_000);
  throw notReady(
    service,
    `${options.name} tidak siap dalam ${options.limitMs} ms`,
    `${options.name} was not ready within ${options.limitMs} ms`,
  );
};

/** Ends a process that is not our child: asks, waits, then ends it for certain. */
export const endByPid = async (
  pid: number,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<void> => {
  const kill = (how: NodeJS.Signals): void => {
    try {
      process.kill(pid, how);
    } catch {
      // It ended between the look and the signal.
    }
  };
  kill(signal);
  const until = Date.now() + graceMs;
  while (isAlive(pid) && Date.now() < until) await sleep(POLL_MS);
  if (isAlive(pid)) kill('SIGKILL');
  while (isAlive(pid) && Date.now() < until + 5_000) await sleep(POLL_MS);
};
