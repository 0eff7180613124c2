// The restart policy: back after a growing pause, given up loudly, stopped for good when told.
import { expect, test } from 'vitest';
import { keepRunning, type Unit } from '../../../apps/supervisor/keep-running.ts';
import { RESTARTS_MAX } from '../../../infra/config/limits.ts';
import { isAlive } from '../../../infra/local/process-facts.ts';
import { startProcess } from '../../../infra/local/service-process.ts';
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
