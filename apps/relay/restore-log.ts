// `lindung restore`: after the database was restored, a new epoch, so that nothing old passes for new.
import type { Kysely } from 'kysely';
import pg from 'pg';
import { startNewEpoch } from '../../infra/database/migrate.ts';
import type { EventStoreTables } from '../../infra/database/schema.ts';
import type { EventStore } from '../../infra/event-store/event-store.ts';
import type { EventBus } from '../../infra/nats/event-bus.ts';
import { markOf } from '../../infra/nats/event-message.ts';
import { OBLIGATIONS } from '../../infra/nats/obligation-ledger.ts';
import type { Projection } from '../../projections/projection.ts';
import { rebuildProjection } from '../../projections/rebuild.ts';
import type { WorkflowRepair } from '../gateway/repair-workflows.ts';
import { repairRelay } from './relay.ts';
import { acceptLog } from './set-back.ts';

export type RestoreParts = {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  /** Where this machine's note of the log lies. */
  readonly dataDir: string;
  readonly store: EventStore;
  readonly bus: EventBus;
  readonly db: Kysely<EventStoreTables>;
  readonly projections: readonly Projection[];
  /** Destroys again the keys that were destroyed after the backup was taken. */
  readonly reapplyTombstones: () => Promise<{ readonly destroyed: number }>;
  readonly workflows: WorkflowRepair;
  readonly progress: (line: string) => void;
};

export type Restored = {
  readonly epoch: string;
  /** Keys of persons that the backup had brought back. */
  readonly keysDestroyedAgain: number;
  /** The highest position that anybody may have seen before the restore. */
  readonly publishedPosition: string;
  readonly projections: readonly { readonly name: string; readonly events: number }[];
  /** Of the lost future; started anew from the events as far as these still need one. */
  readonly workflows: { readonly ended: number; readonly started: number };
};

/** The stream may hold events that the restored log no longer has: their positions stay used. */
const publishedPosition = async ({ bus, store }: RestoreParts): Promise<string> => {
  const safe = await store.safePosition();
  const facts = await bus.streamFacts();
  const last = facts === undefined ? undefined : await bus.messageAt(facts.lastSequence);
  if (last === undefined) return safe;
  const published = markOf(last).position;
  return BigInt(published) > BigInt(safe) ? published : safe;
};

const newEpoch = async (parts: RestoreParts, publishedPosition: string): Promise<string> => {
  const { databaseUrl, ownerUrl, dataDir } = parts;
  const database = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  database.on('error', () => undefined);
  try {
    // Before: whoever looks while the epoch begins must not find the note of the lost future.
    await acceptLog({ database, dataDir });
    const epoch = await startNewEpoch(ownerUrl, { publishedPosition, reason: 'restore' });
    await acceptLog({ database, dataDir });
    return epoch;
  } finally {
    await database.end();
  }
};

/** Stop the writers first; an append under way refuses the new epoch. Safe to run again. */
export const restoreLog = async (parts: RestoreParts): Promise<Restored> => {
  const { destroyed } = await parts.reapplyTombstones();
  // First of all: what belongs to the lost future must not act on the log that came back.
  const ended = await parts.workflows.end();
  const published = await publishedPosition(parts);
  const epoch = await newEpoch(parts, published);
  parts.progress(`zaman baru / new epoch ${epoch}`);
  // Obligations are idempotent by stream version: all of them are told again.
  await parts.db
    .updateTable('es.checkpoints')
    .set({ position: '0', incarnation: null, seq: null, epoch })
    .where('name', '=', OBLIGATIONS)
    .execute();
  const rebuilt: { name: string; events: number }[] = [];
  for (const projection of parts.projections) {
    const { events } = await rebuildProjection({ db: parts.db, store: parts.store }, projection);
    rebuilt.push({ name: projection.name, events });
    parts.progress(`${projection.name}: ${events}`);
  }
  await repairRelay({ bus: parts.bus, store: parts.store, databaseUrl: parts.databaseUrl });
  const { started, signalled } = await parts.workflows.revive(parts.progress);
  return {
    epoch,
    keysDestroyedAgain: destroyed,
    publishedPosition: published,
    projections: rebuilt,
    // One that is only signalled was started by an obligation a moment before.
    workflows: { ended, started: started + signalled },
  };
};
