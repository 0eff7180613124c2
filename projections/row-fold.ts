// Folds a batch of events into the rows they concern, in memory, then writes each row once.
import type { Transaction } from 'kysely';
import type { EventType } from '../domain/catalogue.ts';
import {
  ddlOf,
  type KeyedTable,
  keyColumn,
  type PositionedRow,
  rowsByKey,
  writeRows,
} from './keyed-table.ts';
import type { Projection } from './projection.ts';
import { type RecordedEvent, recordedEvent } from './recorded-event.ts';

export type RowFold<Row extends PositionedRow> = {
  readonly table: KeyedTable<Row>;
  /** Keys of the rows an event concerns; none for an event that this table ignores. */
  keysOf(event: RecordedEvent): readonly string[];
  /** Pure. `undefined`: there is no such row (yet). The engine of this file sets `position`. */
  fold(row: Row | undefined, event: RecordedEvent, key: string): Row | undefined;
};

type Touch = { readonly key: string; readonly event: RecordedEvent };

const touchesOf = <Row extends PositionedRow>(
  rowFold: RowFold<Row>,
  batch: readonly RecordedEvent[],
): readonly Touch[] =>
  batch.flatMap((event) => rowFold.keysOf(event).map((key) => ({ key, event })));

const foldTouches = <Row extends PositionedRow>(
  rowFold: RowFold<Row>,
  known: ReadonlyMap<string, Row>,
  touches: readonly Touch[],
): ReadonlyMap<string, Row> => {
  const changed = new Map<string, Row>();
  for (const { key, event } of touches) {
    const row = changed.get(key) ?? known.get(key);
    // At or below the row's position: folded into it before.
    if (row !== undefined && BigInt(row.position) >= BigInt(event.position)) continue;
    const next = rowFold.fold(row, event, key);
    if (next !== undefined && next !== row) changed.set(key, { ...next, position: event.position });
  }
  return changed;
};

/** The rows that a batch changes, given the rows known before it. */
export const foldRows = <Row extends PositionedRow>(
  rowFold: RowFold<Row>,
  known: ReadonlyMap<string, Row>,
  batch: readonly RecordedEvent[],
): ReadonlyMap<string, Row> => foldTouches(rowFold, known, touchesOf(rowFold, batch));

/** A fold with its row type closed over, so that tables of different shapes fit one list. */
export type FoldedTable = {
  readonly name: string;
  readonly ddl: string;
  /** The column of its key. */
  readonly key: string;
  readonly columns: Readonly<Record<string, string>>;
  keysOf(event: RecordedEvent): readonly string[];
  /** As its fold, for whoever does not know the type of its rows. */
  fold(row: object | undefined, event: RecordedEvent, key: string): object | undefined;
  /** The row after an event, whatever its key: what its columns hold is told by its folds only. */
  rowAfter(row: object | undefined, event: RecordedEvent): object | undefined;
  apply(batch: readonly RecordedEvent[], trx: Transaction<unknown>): Promise<void>;
};

/** Load the rows concerned, fold, write: two statements for a batch, none for one that is ignored. */
export const foldedTable = <Row extends PositionedRow>(rowFold: RowFold<Row>): FoldedTable => ({
  name: rowFold.table.name,
  ddl: ddlOf(rowFold.table),
  key: keyColumn(rowFold.table),
  keysOf: rowFold.keysOf,
  fold: (row, event, key) => {
    const next = rowFold.fold(row as Row | undefined, event, key);
    return next === undefined || next === row ? next : { ...next, position: event.position };
  },
  columns: rowFold.table.columns,
  rowAfter(row, event) {
    const [key] = rowFold.keysOf(event);
    return key === undefined ? undefined : rowFold.fold(row as Row | undefined, event, key);
  },
  async apply(batch, trx) {
    const touches = touchesOf(rowFold, batch);
    if (touches.length === 0) return;
    const keys = [...new Set(touches.map((touch) => touch.key))];
    const known = await rowsByKey(trx, rowFold.table, keys);
    await writeRows(trx, rowFold.table, [...foldTouches(rowFold, known, touches).values()]);
  },
});

export type FoldedProjection = {
  readonly name: string;
  readonly version: number;
  readonly handles: readonly EventType[];
  readonly tables: readonly FoldedTable[];
};

export const foldedProjection = (spec: FoldedProjection): Projection => ({
  name: spec.name,
  version: spec.version,
  handles: spec.handles,
  tables: spec.tables.map((table) => table.name),
  ddl: spec.tables.map((table) => table.ddl).join('\n'),
  async apply(events, trx) {
    const batch = events.map(recordedEvent);
    for (const table of spec.tables) await table.apply(batch, trx);
  },
});
