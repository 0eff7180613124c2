// A golden file is written once: recording again adds what is missing and never touches what is there.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { goldenNames, recordGoldens } from './event-goldens.ts';

const folder = mkdtempSync(join(tmpdir(), 'event-goldens-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a new event and a new version are recorded, a changed sample is refused', () => {
  const before = [{ type: 'SampleReported', schemaVersion: 1, samples: [{ b: 1, a: 'x' }] }];
  const after = [{ type: 'SampleReported', schemaVersion: 1, samples: [{ b: 2, a: 'x' }] }];
  const raised = [{ type: 'SampleReported', schemaVersion: 2, samples: [{ b: 2, a: 'x' }] }];
  const one = 'SampleReported@1.json';
  const two = 'SampleReported@2.json';

  expect(recordGoldens(folder, before)).toEqual({ recorded: [one], refused: [] });
  expect(recordGoldens(folder, before)).toEqual({ recorded: [], refused: [] });
  expect(recordGoldens(folder, after)).toEqual({ recorded: [], refused: [one] });
  expect(recordGoldens(folder, raised)).toEqual({ recorded: [two], refused: [] });

  expect(goldenNames(folder)).toEqual([one, two]);
  expect(readFileSync(join(folder, one), 'utf8')).toBe('[{"a":"x","b":1}]');
});
