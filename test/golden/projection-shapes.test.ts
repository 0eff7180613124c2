// Rows of an installation outlive a release: a changed form needs a new version, or a rebuild is missed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { foldedProjections } from '../../projections/registry.ts';
import {
  recordedShapes,
  recordShapes,
  shapeFault,
  shapeOf,
  shapesFile,
} from './projection-shapes.ts';

const folder = mkdtempSync(join(tmpdir(), 'projection-shapes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const known = recordedShapes(shapesFile);

test.each(foldedProjections.map((projection) => [projection.name, projection] as const))(
  'the rows of %s have the form recorded for this version (else: raise the version, then node test/golden/record-projection-shapes.ts)',
  (name, projection) => {
    const shape = shapeOf(projection);
    expect({ version: projection.version, shape }).toEqual(known[name]);
    const versions = projection.tables.map((table) => /_v(\d+)/.exec(table.name)?.[1]);
    expect(new Set(versions)).toEqual(new Set([String(projection.version)]));
  },
);

test('the form reaches into the facts that a row keeps', () => {
  const ledger = known['deadline-ledger']?.shape['rm.deadline_ledger'];
  expect(ledger).toContain('facts.settledOnce: boolean');
  expect(ledger?.filter((path) => path.startsWith('marks[].')).length).toBeGreaterThan(2);
});

test('a changed form is recorded under a new version only', () => {
  const file = join(folder, 'shapes.json');
  const board = (version: number, ...paths: readonly string[]) => ({
    board: { version, shape: { 'rm.board': paths } },
  });
  writeFileSync(file, '{}');
  expect(recordShapes(file, board(1, 'a = text'))).toEqual({ recorded: ['board'], refused: [] });
  expect(recordShapes(file, board(1, 'b = text'))).toEqual({ recorded: [], refused: ['board'] });
  expect(recordedShapes(file)).toEqual(board(1, 'a = text'));
  expect(recordShapes(file, board(2, 'b = text'))).toEqual({ recorded: ['board'], refused: [] });
  expect(shapeFault({ version: 2, shape: {} }, { version: 1, shape: {} })).toBe(
    'VERSION_WENT_BACK',
  );
});
