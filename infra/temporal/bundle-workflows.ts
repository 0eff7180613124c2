// Bundles the workflow code for the worker; as a check it also proves what is not inside.
import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

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

export const bundleWorkflows = (): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: new DefaultLogger('ERROR') });

/** Paths of forbidden modules that a bundle names; empty is the promise. */
export const foreignModulesIn = (code: string): readonly string[] =>
  NEVER_IN_THE_BUNDLE.filter((path) => code.includes(path));
