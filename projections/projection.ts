// What a projection is: a name, a version, tables of its own, and a fold of events into their rows.
import type { Kysely, Transaction } from 'kysely';
import type { EventStoreTables } from '../infra/database/schema.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';

export type ProjectionDb = Kysely<EventStoreTables>;

export type Projection = {
  /** Kebab-case, after the screen or question: `claim-queue`. */
  readonly name: string;
  /** Raised when its tables or its fold change: the new version is built beside the old one. */
  readonly version: number;
  /** All of its tables, each named `rm.<name>_v<version>…`: no other version shares one. */
  readonly tables: readonly string[];
  /** Creates these tables and their indexes; run by the owner, frozen once released. */
  readonly ddl: string;
  /** Types it folds; every other event only moves the checkpoint. Absent: it wants all. */
  readonly handles?: readonly string[];
  /** Told `rm.changed.<view>` after a commit with events it handles. Absent: its name. */
  readonly views?: readonly string[];
  /**
   * Folds events in position order. Everything it writes goes through `trx`: rows and checkpoint
   * are one transaction, which is what makes every event count exactly once. Tables are named by
   * `sql.table()` or the query builder only, so that a rebuild can aim it at a second set.
   */
  apply(batch: readonly StoredEvent[], trx: Transaction<unknown>): Promise<void>;
};

const handled = new WeakMap<Projection, ReadonlySet<string>>();

export const doesHandle = (projection: Projection, type: string): boolean => {
  if (projection.handles === undefined) return true;
  const types = handled.get(projection) ?? new Set(projection.handles);
  handled.set(projection, types);
  return types.has(type);
};

export const viewsOf = (projection: Projection): readonly string[] =>
  projection.views ?? [projection.name];
