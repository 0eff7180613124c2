// The form of every read-model row as its folds make it, and what was recorded of it per version.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../domain/catalogue.ts';
import type { Json } from '../../domain/envelope.ts';
import type { Position } from '../../infra/event-store/event-store.ts';
import { type RecordedEvent, recordedEvent } from '../../projections/recorded-event.ts';
import type { FoldedProjection, FoldedTable } from '../../projections/row-fold.ts';
import { shownEvents } from './event-samples.ts';

/** Per table its columns, and per column the paths inside it with what stands there. */
export type Shape = Readonly<Record<string, readonly string[]>>;
export type RecordedShape = { readonly version: number; readonly shape: Shape };
export type RecordedShapes = Readonly<Record<string, RecordedShape>>;

const STREAM = '00000000-0000-4000-8000-000000000001';

const stored = (type: (typeof shownEvents)[number]['type'], data: Json): RecordedEvent =>
  recordedEvent({
    position: '1' as Position,
    streamId: STREAM,
    category: catalogue[type].category,
    version: 1,
    eventId: STREAM,
    type,
    schemaVersion: catalogue[type].schemaVersion,
    data,
    meta: {
      actor: { id: 'ani', office: 'BPJS_BRANCH', act: 'check-claim', letter: 'SK' },
      commandId: STREAM,
      correlationId: STREAM,
      origin: 'live',
    },
    effectiveAt: '2026-03-02T02:00:00.000Z',
    recordedAt: '2026-03-02T02:00:00.000Z',
  });

const everyEvent = shownEvents.flatMap(({ type, samples }) =>
  samples.map((data) => stored(type, data)),
);

/** An event that its row cannot follow (no beginning, another order) tells nothing of the form. */
const after = (
  table: FoldedTable,
  row: object | undefined,
  event: RecordedEvent,
): object | undefined => {
  try {
    return table.rowAfter(row, event);
  } catch {
    return undefined;
  }
};

/** Rows as they begin, after each event, and along the whole list of events. */
function* rowsOf(table: FoldedTable): Generator<object> {
  for (const opening of everyEvent) {
    const begun = after(table, undefined, opening);
    if (begun === undefined) continue;
    yield begun;
    let row = begun;
    for (const event of everyEvent) {
      const next = after(table, begun, event);
      if (next !== undefined) yield next;
      row = after(table, row, event) ?? row;
      yield row;
    }
  }
}

/** Keys that are data (an id, a month) are one place in the form. */
const place = (key: string): string => (/^[a-z][A-Za-z]*$/.test(key) ? key : '*');

const note = (paths: Set<string>, path: string, value: unknown): void => {
  if (value === undefined) return;
  if (value === null || typeof value !== 'object') {
    paths.add(`${path}: ${value === null ? 'null' : typeof value}`);
    return;
  }
  paths.add(`${path}: ${Array.isArray(value) ? 'list' : 'object'}`);
  if (Array.isArray(value)) for (const item of value) note(paths, `${path}[]`, item);
  else
    for (const [key, inner] of Object.entries(value)) note(paths, `${path}.${place(key)}`, inner);
};

const shapeOfTable = (table: FoldedTable): readonly string[] => {
  const paths = new Set(
    Object.entries(table.columns).map(([column, type]) => `${column} = ${type}`),
  );
  const seen = new WeakSet<object>();
  for (const row of rowsOf(table)) {
    if (seen.has(row)) continue;
    seen.add(row);
    for (const [column, value] of Object.entries(row))
      if (table.columns[column]?.startsWith('jsonb') === true) note(paths, column, value);
  }
  return [...paths].toSorted();
};

export const shapeOf = ({ tables }: FoldedProjection): Shape =>
  Object.fromEntries(tables.map((table) => [table.name.replace(/_v\d+/, ''), shapeOfTable(table)]));

export const shapesFile = join(import.meta.dirname, 'projection-shapes.json');

export const recordedShapes = (file: string): RecordedShapes =>
  JSON.parse(readFileSync(file, 'utf8'));

/** What is wrong with a projection against what was recorded of it. */
export type ShapeFault = 'SAME_VERSION' | 'NOT_RECORDED' | 'VERSION_WENT_BACK';

export const shapeFault = (
  known: RecordedShape | undefined,
  { version, shape }: RecordedShape,
): ShapeFault | undefined => {
  if (known === undefined || version > known.version) return 'NOT_RECORDED';
  if (version < known.version) return 'VERSION_WENT_BACK';
  return JSON.stringify(shape) === JSON.stringify(known.shape) ? undefined : 'SAME_VERSION';
};

/** Writes new versions; a changed form under the same version is named and left as it was. */
export const recordShapes = (
  file: string,
  now: RecordedShapes,
): { readonly recorded: readonly string[]; readonly refused: readonly string[] } => {
  const known = recordedShapes(file);
  const faults = Object.entries(now).map(([name, shown]) => ({
    ...{ name, shown, fault: shapeFault(known[name], shown) },
  }));
  const fresh = faults.filter(({ fault }) => fault === 'NOT_RECORDED');
  const shapes = Object.fromEntries(
    faults.map(({ name, shown, fault }) => [
      name,
      fault === 'NOT_RECORDED' ? shown : (known[name] ?? shown),
    ]),
  );
  writeFileSync(file, `${JSON.stringify(shapes, null, 1)}\n`);
  return {
    recorded: fresh.map(({ name }) => name),
    refused: faults
      .filter(({ fault }) => fault !== undefined && fault !== 'NOT_RECORDED')
      .map(({ name }) => name),
  };
};
