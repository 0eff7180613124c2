// Starts one PostgreSQL, NATS and Temporal for all service tests of a run, and stops them by pid.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { resolveBinary } from '../../infra/local/binaries.ts';
import { type Guard, startGuard } from '../../infra/local/guard.ts';
import { startNatsServer } from '../../infra/local/nats-server.ts';
import { startPostgres } from '../../infra/local/postgres.ts';
import { startTemporalServer } from '../../infra/local/temporal-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser of the shared PostgreSQL; make a database of your own: createTestDatabase(). */
    postgresOwnerUrl: string;
    /** Shared: name streams and durables uniquely, or start a server of your own. */
    natsUrl: string;
    /** Shared, namespace `default`: use a task queue and workflow ids of your own. */
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
  const nats = startNatsServer({
    binary: await resolveBinary('nats-server', { log: quiet }),
    dataDir: join(folder, 'nats'),
    port: 0,
    monitorPort: 0,
    onSpawn: watch('SIGTERM'),
  });
  const temporal = startTemporalServer({
    binary: await resolveBinary('temporal', { log: quiet }),
    dataDir: join(folder, 'temporal'),
    port: 0,
    uiPort: 0,
    namespace: 'default',
    onSpawn: watch('SIGTERM'),
  });
  project.provide('postgresOwnerUrl', (await postgres).ownerUrl);
  project.provide('natsUrl', (await nats).url);
  project.provide('temporalAddress', (await temporal).address);
  return [await temporal, await nats, await postgres] satisfies readonly Stoppable[];
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
