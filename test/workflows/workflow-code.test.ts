// What workflow code may hold: no clock, no calendar, no rule, no heavy module; validators in time.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleAnew, foreignModulesIn } from '../../infra/temporal/bundle-workflows.ts';
import { type SyncValidator, validatorFor } from '../../workflows/messages.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'workflows');
const sources = readdirSync(FOLDER).map((name) => ({
  name,
  code: readFileSync(join(FOLDER, name), 'utf8'),
}));
/** Comments may speak of dates; code may not. */
const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');

/** The one distance that is measured, between two looks at a tranche: never a date. */
const DISTANCE = 'const elapsedMs = (): number => Date.now();';

test('workflow code computes no date: it names neither a clock nor a calendar', () => {
  expect(sources.length).toBeGreaterThan(8);
  for (const { name, code } of sources)
    expect(withoutComments(code).replace(DISTANCE, ''), name).not.toMatch(
      /\b(Date|setTimeout|setInterval|Math\.random|performance|process)\b/,
    );
});

test('workflow code imports no rule and no calendar, not even as a type', () => {
  for (const { name, code } of sources)
    expect(code, name).not.toMatch(/from '\.\.\/domain\/(calendar|rules|money|.*decider)/);
});

test('workflow code takes only types from the domain and from the activities', () => {
  for (const { name, code } of sources) {
    const imports = [
      ...code.matchAll(/import (type )?[^;]*? from '(\.\.\/(?:domain|activities)[^']*)'/g),
    ];
    for (const [, typeOnly, from] of imports) expect(typeOnly, `${name}: ${from}`).toBe('type ');
  }
});

test('the bundle holds the workflows and no kysely, pg, zod or nats', async () => {
  const { code } = await bundleAnew();
  expect(code).toContain('workflows/worker-lifecycle.ts');
  // A kept bundle has its name from these sources: what else went in could change unseen.
  const own = [...code.matchAll(/!\*\*\* (\.[^ ]*\.ts)/g)].map(([, path]) => path);
  expect(own).toHaveLength(sources.length);
  expect(own.filter((path) => path?.startsWith('./workflows/') !== true)).toEqual([]);
  // The check can see module paths at all: this one must be there.
  expect(code).toContain('node_modules/@temporalio/');
  expect(foreignModulesIn(code)).toEqual([]);
  expect(foreignModulesIn(`${code} node_modules/zod/index.js`)).toEqual(['node_modules/zod/']);
  expect(code).not.toContain('domain/rules/');
});

test('a validator answers at once: an async one does not even compile', () => {
  const late = async (): Promise<undefined> => undefined;
  // @ts-expect-error The SDK never awaits a validator, so its type forbids a promise.
  const validator: SyncValidator = late;
  expect(validator).toBe(late);
});

test('a malformed envelope is turned away by form alone', () => {
  const validator = validatorFor({ claim: ['ReportDeath'] }, () => true);
  const envelope = {
    commandId: 'c-1',
    category: 'claim',
    streamId: 's-1',
    command: { type: 'WithdrawClaim', data: { reason: 'x' } },
    actorId: 'ani',
    correlationId: 'c-1',
  } as const;
  expect(() => validator(envelope, 'a-1')).toThrow('not a command of this workflow');
  expect(() => validator({ ...envelope, actorId: '' }, 'a-1')).toThrow('lacks an id');
});
