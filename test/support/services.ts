// Starts one PostgreSQL for all tests of a project, and Temporal where it is used; stops them by pid.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { resolveBinary } from '../../infra/local/binaries.ts';
import { type Guard, startGuard } from '../../infra/local/guard.ts';
import { startPostgres } from '../../infra/local/postgres.ts';
import { startTemporalServer } from '../../infra/local/temporal-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser of the shared PostgreSQL; make a database of your own: createTestDatabase(). */
    postgresOwnerUrl: string;
    /** Of the project `programs` only, shared, namespace `default`: use a task queue and ids of your own. */
    temporalAddress: string;
  }
}

const quiet = (): void => undefined;

type Stoppable = { stop(): Promise<unknown> };

const startAll = async (project: TestProject, folder: string, guard: Guard) => {
  const watch = (signal: NodeJS.Signals) => (pid: number) => guard.watch(pid, signal);
  const postgres = startPostgres({
    dataDir: join(folder, 'postgres'),
    port: 0,
    log: quiet,
    onSpawn: watch('SIGINT'),
    // Nobody crashes this server. Who races with slow commits has one that waits for its disk.
    ...(project.name !== 'races' && { settings: { fsync: 'off' } }),
  });
  project.provide('postgresOwnerUrl', (await postgres).ownerUrl);
  if (project.name !== 'programs') return [await postgres] satisfies readonly Stoppable[];
  const temporal = await startTemporalServer({
    binary: await resolveBinary('temporal', { log: quiet }),
    dataDir: join(folder, 'temporal'),
    port: 0,
    uiPort: 0,
    namespace: 'default',
    onSpawn: watch('SIGTERM'),
  });
  project.provide('temporalAddress', temporal.address);
  return [temporal, await postgres] satisfies readonly Stoppable[];
};

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'lindung-test-'));
  chmodSync(folder, 0o711); // PostgreSQL may run as another user than we
  const guard = startGuard(); // ends the services should the run itself be killed
  try {
    const services = await startAll(project, folder, guard);
    return async () => {
      for (const service of services) await service.stop();
      guard.close();
      rmSync(folder, { recursive: true, force: true });
    };
  } catch (error) {
    guard.close(); // it ends what did start
    throw error;
  }
};
