// Every kept history still replays: what waits in the field goes on after the next release.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import '../workflows/quiet-temporal.ts';
import { bundleWorkflows } from '../../infra/temporal/bundle-workflows.ts';
import * as workflows from '../../workflows/all-workflows.ts';
import { fromPlain } from './plain-history.ts';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));

type Event = {
  readonly workflowExecutionStartedEventAttributes?: { workflowType: { name: string } };
};
type Kept = { readonly name: string; readonly json: { readonly events: readonly Event[] } };

const kept = files.map(
  (name): Kept => ({
    name,
    json: JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')),
  }),
);
const workflowType = ({ json }: Kept): string | undefined =>
  json.events[0]?.workflowExecutionStartedEventAttributes?.workflowType.name;

/** The workflow id stands in no event, and the code never reads it. */
const replay = async (histories: readonly Kept[]): Promise<Readonly<Record<string, string>>> => {
  const results: Record<string, string> = {};
  const named = histories.map(({ name, json }) => ({
    workflowId: name,
    history: fromPlain(json),
  }));
  const workflowBundle = await bundleWorkflows();
  for await (const result of Worker.runReplayHistories({ workflowBundle }, named))
    results[result.workflowId] = result.error === undefined ? 'replayed' : result.error.name;
  return results;
};

test('there is a history of every workflow, from its start to its end', () => {
  const types = new Set(kept.map(workflowType));
  expect([...types].sort()).toEqual(Object.keys(workflows).sort());
});

test('every kept history replays with the workflow code as it is now', async () => {
  const expected = Object.fromEntries(files.map((name) => [name, 'replayed']));
  expect(await replay(kept)).toEqual(expected);
}, 60_000);

test('a history that tells another story is found out', async () => {
  const [claim] = kept.filter((one) => workflowType(one) === 'claim');
  if (claim === undefined) throw new Error('no claim was kept');
  const forged = JSON.parse(JSON.stringify(claim).replaceAll('"createPayables"', '"createOthers"'));
  expect(await replay([{ ...forged, name: 'forged' }])).toEqual({
    forged: 'DeterminismViolationError',
  });
}, 60_000);
