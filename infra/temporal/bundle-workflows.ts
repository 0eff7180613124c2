// Bundles the workflow code for the worker; as a check it also proves what is not inside.
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { bundleKey, type KeptCode, keptOrMade } from './kept-bundle.ts';

const WORKFLOWS = fileURLToPath(new URL('../../workflows/all-workflows.ts', import.meta.url));

/** Heavy or impure modules: inside the sandbox they would cost memory, or determinism. */
export const NEVER_IN_THE_BUNDLE = [
  'node_modules/kysely/',
  'node_modules/pg/',
  'node_modules/zod/',
  'node_modules/nats/',
  'node_modules/pino/',
  'node_modules/uuid/',
] as const;

/** Bundled anew, whatever is kept. */
export const bundleAnew = (): Promise<KeptCode> =>
  bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: new DefaultLogger('ERROR') });

/** Bundled once for each state of the sources: a worker that died is back seconds sooner. */
export const bundleWorkflows = (): Promise<KeptCode> => keptOrMade(bundleKey(), bundleAnew);

/** Paths of forbidden modules that a bundle names; empty is the promise. */
export const foreignModulesIn = (code: string): readonly string[] =>
  NEVER_IN_THE_BUNDLE.filter((path) => code.includes(path));

if (import.meta.main) {
  const foreign = foreignModulesIn((await bundleAnew()).code);
  if (foreign.length > 0) throw new Error(`the workflow bundle holds ${foreign.join(', ')}`);
}
