// The programs that the supervisor runs beside the three services: the one list of them.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { USUAL_PORTS } from '../../infra/config/limits.ts';

export type AppProcess = {
  readonly name: string;
  readonly entry: string;
  /** Besides its environment; `dataDir` is that of the installation. */
  readonly args?: (dataDir: string) => readonly string[];
  /** Runs only when it is asked for by name. */
  readonly onDemand?: boolean;
  /** The engine is whole without it: another machine, or nobody, may serve it. */
  readonly mayBeLeftOut?: boolean;
  /** Serves HTTP on loopback; the chosen port is passed in this variable. */
  readonly port?: { readonly variable: string; readonly usual: number };
};

export const PROJECT_ROOT = resolve(import.meta.dirname, '..', '..');

export const APP_PROCESSES: readonly AppProcess[] = [
  { name: 'worker', entry: 'apps/worker/main.ts' },
  { name: 'relay', entry: 'apps/relay/main.ts' },
  { name: 'projector', entry: 'apps/projector/main.ts' },
  {
    name: 'web',
    entry: 'apps/web/main.ts',
    port: { variable: 'WEB_PORT', usual: USUAL_PORTS.web },
    mayBeLeftOut: true,
  },
  {
    name: 'bank-simulator',
    entry: 'apps/bank-simulator/main.ts',
    args: (dataDir) => ['--dir', join(dataDir, 'bank')],
    onDemand: true,
  },
];

/** Who stops first: nobody may lose the service under it before it has stopped itself. */
export const STOP_ORDER: readonly (readonly string[])[] = [
  ['web'],
  ['worker'],
  ['relay', 'projector', 'bank-simulator'],
  ['nats'],
  ['temporal'],
  ['postgres'],
];

/** What runs differently from the list: by name, programs on demand and programs left out. */
export type Selection = {
  readonly asked: readonly string[];
  readonly leftOut: readonly string[];
};

export const wantedProcesses = (
  all: readonly AppProcess[],
  { asked, leftOut }: Selection,
): readonly AppProcess[] =>
  all.filter(
    ({ name, entry, onDemand }) =>
      (onDemand !== true || asked.includes(name)) &&
      !leftOut.includes(name) &&
      existsSync(resolve(PROJECT_ROOT, entry)),
  );
