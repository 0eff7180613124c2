// Brings the database to this version before any program uses it, and keeps its partitions ahead.
import { PARTITION_CHECK_EVERY_MS } from '../../infra/config/limits.ts';
import { appUrl } from '../../infra/database/app-role.ts';
import { maintainPartitions, migrate } from '../../infra/database/migrate.ts';
import { asLocalFailure } from '../../infra/local/local-failure.ts';
import type { Log } from '../../infra/local/sentence.ts';
import type { Projection } from '../../projections/projection.ts';
import { ensureReadModelTables } from '../../projections/read-model-tables.ts';

export type DatabaseRequest = {
  readonly ownerUrl: string;
  readonly appPassword: string;
  readonly projections: readonly Projection[];
  readonly log: Log;
};

/** Answers the address for programs: the role that owns nothing. */
export const prepareDatabase = async (request: DatabaseRequest): Promise<string> => {
  const { ownerUrl, appPassword, projections, log } = request;
  await migrate({ ownerUrl, appPassword, log });
  const made = await ensureReadModelTables(ownerUrl, projections);
  // On a first start all of them: their names would tell nobody anything.
  const names = made.length === projections.length ? '' : `: ${made.join(', ')}`;
  if (made.length > 0)
    log({
      id: `${made.length} tabel baca dibuat${names}.`,
      en: `${made.length} read models made${names}.`,
    });
  return appUrl(ownerUrl, appPassword);
};

/** Two leaves ahead at all times: an append into a missing partition would be refused. */
export const keepPartitionsAhead = (ownerUrl: string, log: Log): (() => void) => {
  const timer = setInterval(() => {
    maintainPartitions(ownerUrl).catch((error: unknown) => log(asLocalFailure(error).sentence));
  }, PARTITION_CHECK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
};
