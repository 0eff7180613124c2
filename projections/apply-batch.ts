// Which delivered events continue the checkpoint, and their commit: rows and checkpoint together.
import type { Transaction } from 'kysely';
import type { EventStoreTables } from '../infra/database/schema.ts';
import type { Position, StoredEvent } from '../infra/event-store/event-store.ts';
import { advance, type Checkpoint, isBefore, type Progress } from './checkpoint.ts';
import { doesHandle, type Projection, type ProjectionDb } from './projection.ts';

/** What an ordered reader must know of an event before it opens it. */
export type Mark = {
  readonly type: string;
  readonly position: Position;
  readonly previousPosition: Position;
};

export type Plan<M extends Mark> = {
  /** Continue the checkpoint without a hole. */
  readonly taken: readonly M[];
  /** Set when the next message does not follow: read the log up to here, then go on with `rest`. */
  readonly holeUpTo: Position | undefined;
  readonly rest: readonly M[];
};

/** At or below the checkpoint: seen before. A previous position beyond it: something was missed. */
export const planBatch = <M extends Mark>(position: Position, messages: readonly M[]): Plan<M> => {
  const taken: M[] = [];
  let last = position;
  for (const [index, message] of messages.entries()) {
    if (!isBefore(last, message.position)) continue;
    if (isBefore(last, message.previousPosition)) {
      return { taken, holeUpTo: message.previousPosition, rest: messages.slice(index) };
    }
    taken.push(message);
    last = message.position;
  }
  return { taken, holeUpTo: undefined, rest: [] };
};

/** Another process moved the checkpoint: nothing of ours was written. */
export type OwnershipLost = Error & { readonly ownershipLost: true };

export const isOwnershipLost = (error: unknown): error is OwnershipLost =>
  error instanceof Error && 'ownershipLost' in error;

const ownershipLost = (checkpoint: Checkpoint): OwnershipLost =>
  Object.assign(new Error(`another process moved ${checkpoint.name}@${checkpoint.version}`), {
    ownershipLost: true as const,
  });

export type BatchTarget = {
  readonly db: ProjectionDb;
  readonly projection: Projection;
  /** Aims the fold at another set of tables during a rebuild. */
  readonly redirect?: (trx: Transaction<unknown>) => Transaction<unknown>;
  /** A place for a test to end the process: rows written, nothing committed. */
  readonly beforeCommit?: (() => void) | undefined;
};

// Kysely's table types only serve its builder, and a projection brings its own tables: the same
// object under the type that knows none.
const untyped = (trx: Transaction<EventStoreTables>): Transaction<unknown> =>
  trx as unknown as Transaction<unknown>;

const asNamed = (trx: Transaction<unknown>): Transaction<unknown> => trx;

/** The fold and the move of the checkpoint are one transaction: each event counts exactly once. */
export const commitBatch = async (
  target: BatchTarget,
  from: Checkpoint,
  batch: { readonly events: readonly StoredEvent[]; readonly to: Progress },
): Promise<Checkpoint> => {
  const { db, projection, redirect = asNamed } = target;
  const { to } = batch;
  const events = batch.events.filter((event) => doesHandle(projection, event.type));
  const moved =
    events.length === 0
      ? await advance(db, from, to)
      : await db.transaction().execute(async (trx) => {
          // First the checkpoint: its row lock makes a second owner wait, and then lose.
          if (!(await advance(trx, from, to))) return false;
          await projection.apply(events, redirect(untyped(trx)));
          target.beforeCommit?.();
          return true;
        });
  if (!moved) throw ownershipLost(from);
  return { ...from, position: to.position, hint: to.hint };
};
