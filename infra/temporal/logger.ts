// Temporal's log lines through pino: message and metadata, never a payload.
import { DefaultLogger, type LogEntry, Runtime } from '@temporalio/worker';
import type { Logger as Pino } from 'pino';

const write = (log: Pino, entry: LogEntry): void => {
  const meta = { ...entry.meta };
  switch (entry.level) {
    case 'TRACE':
      log.trace(meta, entry.message);
      return;
    case 'DEBUG':
      log.debug(meta, entry.message);
      return;
    case 'INFO':
      log.info(meta, entry.message);
      return;
    case 'WARN':
      log.warn(meta, entry.message);
      return;
    case 'ERROR':
      log.error(meta, entry.message);
      return;
  }
};

/** Once per process, before the first worker or native connection exists. */
export const installTemporalRuntime = (
  log: Pino,
  watch: (message: string, meta: Readonly<Record<string, unknown>>) => void = () => undefined,
): void => {
  Runtime.install({
    logger: new DefaultLogger('INFO', (entry) => {
      write(log, entry);
      watch(entry.message, { ...entry.meta });
    }),
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'WARN' }, forward: {} } },
    // The program's own shutdown order is the only one: api, worker, relay, nats, temporal.
    shutdownSignals: [],
  });
};
