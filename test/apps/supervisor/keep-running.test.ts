// The restart policy: back after a growing pause, given up loudly, stopped for good when told.
import { expect, test } from 'vitest';
import { keepRunning, type Unit } from '../../../apps/supervisor/keep-running.ts';
import { RESTARTS_MAX } from '../../../infra/config/limits.ts';
import { failure } from '../../../infra/local/local-failure.ts';
import { keepingPorts } from '../../../infra/local/ports.ts';
import { isAlive } from '../../../infra/local/process-facts.ts';
import { PORT_TAKEN, startProcess } from '../../../infra/local/service-process.ts';
import { until } from '../../support/stack.ts';

const shell = (script: string): { unit: Unit; starts: number[] } => {
  const starts: number[] = [];
  const unit: Unit = {
    name: 'program',
    stopSignal: 'SIGTERM',
    async start(onSpawn) {
      const service = await startProcess({
        name: 'program',
        command: '/bin/sh',
        args: ['-c', script],
        onSpawn,
      });
      starts.push(service.pid);
      return {
        pid: service.pid,
        exited: service.exited,
        stop: () => service.stop('SIGTERM', 500),
      };
    },
  };
  return { unit, starts };
};

const hooks = (lines: string[]) => ({
  log: ({ en }: { en: string }) => lines.push(en),
  onSpawn: () => undefined,
  onExit: () => undefined,
  onChange: () => undefined,
  backoffMinMs: 0,
});

test('a program that fails at every start is given up after a limit, and said once', async () => {
  const lines: string[] = [];
  const { unit, starts } = shell('exit 3');
  const kept = keepRunning(unit, hooks(lines));
  await until('it is given up', () => kept.state() === 'failed');
  expect(starts).toHaveLength(RESTARTS_MAX + 1);
  expect(lines.filter((line) => line.includes('is left stopped'))).toHaveLength(1);
  expect(lines[0]).toMatch(/program ended \(code 3\); it is started again/);
  await kept.stop();
});

test('told to stop, it stays stopped, even when the program ignores the request', async () => {
  const { unit, starts } = shell("trap '' TERM; while :; do sleep 0.1; done");
  const kept = keepRunning(unit, hooks([]));
  await kept.ready;
  await kept.stop();
  expect(kept.state()).toBe('stopped');
  expect(starts).toHaveLength(1);
  expect(isAlive(starts[0] ?? -1)).toBe(false);
});

test('a first start that fails is told to the caller instead of being repeated', async () => {
  const { unit } = shell('true');
  const missing: Unit = {
    ...unit,
    start: (onSpawn) =>
      startProcess({ name: 'x', command: '/nowhere/program', args: [], onSpawn }).then(
        (service) => ({
          ...service,
          stop: () => service.stop('SIGTERM', 100),
        }),
      ),
  };
  const kept = keepRunning(missing, hooks([]));
  await expect(kept.ready).rejects.toThrow(/could not be started/);
  await kept.stop();
});

/** A promise that the test keeps when it wants to. */
const gate = <Value>(): readonly [Promise<Value>, (value: Value) => void] => {
  let keep: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    keep = resolve;
  });
  return [promise, keep];
};

test('told to stop between two tries of a start, it stops and leaves nothing behind', async () => {
  const pids: number[] = [];
  const released: number[] = [];
  const [nextPort, goOn] = gate<number>();
  const [between, isBetween] = gate<void>();
  const choose = (attempt: number): Promise<number> => {
    if (attempt > 1) isBetween();
    return attempt > 1 ? nextPort : Promise.resolve(1);
  };
  const unit: Unit = {
    name: 'program',
    stopSignal: 'SIGTERM',
    async start(onSpawn) {
      const { running } = await keepingPorts(choose, async (port) => {
        const args = ['-c', port === 1 ? 'exit 1' : 'sleep 60'];
        const service = await startProcess({ name: 'program', command: '/bin/sh', args, onSpawn });
        pids.push(service.pid);
        await service.exited;
        const code = port === 1 ? PORT_TAKEN : 'Local.NotReady';
        throw failure(code, { id: 'Tidak siap.', en: 'Not ready.' });
      });
      return running;
    },
  };
  const kept = keepRunning(unit, { ...hooks([]), onExit: (pid) => released.push(pid) });
  kept.ready.catch(() => undefined);
  await between;
  const stopped = kept.stop();
  goOn(2);
  await stopped;
  expect(kept.state()).toBe('stopped');
  expect(pids).toHaveLength(2);
  expect(pids.filter(isAlive)).toEqual([]);
  expect(released).toEqual(pids);
});
