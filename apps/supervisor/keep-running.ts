// Keeps one process running: restarts it with a growing pause, and gives up loudly.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  RESTART_BACKOFF_MAX_MS,
  RESTART_BACKOFF_MIN_MS,
  RESTARTS_MAX,
  STEADY_AFTER_MS,
} from '../../infra/config/limits.ts';
import { asLocalFailure } from '../../infra/local/local-failure.ts';
import { identityOf, isSameProcess, type ProcessIdentity } from '../../infra/local/runtime-file.ts';
import { errorCode, type Log, type Sentence } from '../../infra/local/sentence.ts';
import type { Exit } from '../../infra/local/service-process.ts';

export type RunningProcess = {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  stop(): Promise<Exit>;
};

export type Unit = {
  readonly name: string;
  readonly stopSignal: 'SIGTERM' | 'SIGINT';
  start(onSpawn: (pid: number) => void): Promise<RunningProcess>;
};

export type UnitState = 'starting' | 'running' | 'restarting' | 'failed' | 'stopped';

export type KeptUnit = {
  readonly name: string;
  /** Resolves after the first start, rejects when that fails. */
  readonly ready: Promise<void>;
  state(): UnitState;
  pid(): number | undefined;
  /** Ends the process; it comes back with what it is told at its next start. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export type KeepHooks = {
  readonly log: Log;
  onSpawn(pid: number, unit: Unit): void;
  onExit(pid: number): void;
  onChange(): void;
  readonly backoffMinMs?: number;
};

const describe = ({ signal, code }: Exit): Sentence =>
  signal === null ? { id: `kode ${code}`, en: `code ${code}` } : { id: signal, en: signal };

export const backoffMs = (failures: number, minMs: number): number =>
  Math.min(minMs * 2 ** (failures - 1), RESTART_BACKOFF_MAX_MS);

/** Only the very process that was spawned: its number may be nobody's by now, or somebody else's. */
const ask = (identity: ProcessIdentity | undefined, signal: Unit['stopSignal']): void => {
  if (identity === undefined || !isSameProcess(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error; // it ended between the look and the signal
  }
};

export const keepRunning = (unit: Unit, hooks: KeepHooks): KeptUnit => {
  const stopping = new AbortController();
  let state: UnitState = 'starting';
  let pid: number | undefined;
  /** Absent where the process had ended before it could be looked at. */
  let identity: ProcessIdentity | undefined;
  let running: RunningProcess | undefined;

  const become = (next: UnitState): void => {
    state = next;
    hooks.onChange();
  };

  const gone = (): void => {
    if (pid !== undefined) hooks.onExit(pid);
    pid = undefined;
    identity = undefined;
    running = undefined;
  };

  const launch = async (): Promise<RunningProcess> => {
    try {
      running = await unit.start((spawned) => {
        gone(); // one start may try several ports: the process of the try before has ended
        pid = spawned;
        identity = identityOf(spawned);
        hooks.onSpawn(spawned, unit);
        hooks.onChange();
        if (stopping.signal.aborted) ask(identity, unit.stopSignal);
      });
    } catch (error) {
      gone();
      throw error;
    }
    become('running');
    return running;
  };

  const pause = async (failures: number, why: Sentence): Promise<void> => {
    const waitMs = backoffMs(failures, hooks.backoffMinMs ?? RESTART_BACKOFF_MIN_MS);
    become('restarting');
    hooks.log({
      id: `${unit.name} berhenti (${why.id}); dijalankan lagi dalam ${waitMs} ms.`,
      en: `${unit.name} ended (${why.en}); it is started again in ${waitMs} ms.`,
    });
    await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
  };

  const giveUp = (why: Sentence): void => {
    become('failed');
    hooks.log({
      id: `${unit.name} gagal ${RESTARTS_MAX} kali berturut-turut (${why.id}) dan dibiarkan berhenti; lihat log-nya.`,
      en: `${unit.name} failed ${RESTARTS_MAX} times in a row (${why.en}) and is left stopped; see its log.`,
    });
  };

  /** One life of the process: how it ended, and whether it had been steady before. */
  const live = async (): Promise<{ why: Sentence; steady: boolean }> => {
    try {
      const current = running ?? (await launch());
      const since = Date.now();
      const exit = await current.exited;
      gone();
      return { why: describe(exit), steady: Date.now() - since > STEADY_AFTER_MS };
    } catch (error) {
      return { why: asLocalFailure(error).sentence, steady: false };
    }
  };

  const watch = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const end = await live();
      if (stopping.signal.aborted) break;
      failures = end.steady ? 1 : failures + 1;
      if (failures > RESTARTS_MAX) return giveUp(end.why);
      await pause(failures, end.why);
    }
    become('stopped');
  };

  const ready = launch().then(() => undefined);
  const watching = ready.then(watch, () => become('failed'));

  return {
    name: unit.name,
    ready,
    state: () => state,
    pid: () => pid,
    async restart() {
      await running?.stop();
    },
    async stop() {
      stopping.abort();
      if (running !== undefined) await running.stop();
      // A start in progress ends early when its process is told to stop.
      else ask(identity, unit.stopSignal);
      await watching;
      state = 'stopped';
    },
  };
};
