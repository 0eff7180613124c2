// A new installation on its first day: services and programs of its own, an office, an empty tranche.
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import pg from 'pg';
import type { Ports } from '../../activities/ports.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { importTakeOver } from '../../apps/cli/commands/roster-take-over.ts';
import { sessionOn } from '../../apps/cli/open-session.ts';
import type { Session } from '../../apps/cli/session.ts';
import { FIRST_COVER, TAKEN_OVER_ON } from '../../apps/demo/bontang/rosters.ts';
import { administrator } from '../../apps/demo/cast.ts';
import { openEngine } from '../../apps/worker/engine-ports.ts';
import { type LocalDate, localDate } from '../../domain/calendar.ts';
import type { RupiahText } from '../../domain/money.ts';
import { openClient } from '../../infra/temporal/connection.ts';
import { createDataConverter } from '../../infra/temporal/data-converter.ts';
import { ensureSearchAttributes } from '../../infra/temporal/search-attributes.ts';
import { DEFAULT_TASK_QUEUE, type TemporalSettings } from '../../infra/temporal/settings.ts';
import { ensureReadModelTables } from '../../projections/read-model-tables.ts';
import { projections } from '../../projections/registry.ts';
import { envelope, foundOffice, must, type Send } from '../../test/activities/office-story.ts';
import type { Services } from '../services.ts';

export type Town = {
  readonly ownerUrl: string;
  /** As the owner, to look from outside. */
  readonly watch: pg.Client;
  readonly place: { readonly client: Client; readonly taskQueue: string };
  readonly session: Session;
  readonly trancheId: string;
  /** Relay, projector and worker; the services stay. */
  stopPrograms(): Promise<void>;
  close(): Promise<void>;
};

const QUOTA = 1_000_000;
const CLERK = 'dinas-rahma';
const LOOK_MS = 25;
const LIMIT_MS = 30 * 60_000;

const quiet = { out: () => undefined, err: () => undefined };

const unneeded = (): Promise<never> => Promise.reject(new Error('nobody asks for this here'));

const portsOf = async ({ store, keys, documents, connection }: Session): Promise<Ports> => {
  const { ports } = await openEngine({
    ...{ store, keys, documents, dataDir: connection.dataDir },
    signals: { workersChanged: async () => undefined },
    lifecycleStart: 'on-first-touch',
    tranches: { members: unneeded, claims: unneeded, roll: unneeded },
    duePayables: async () => [],
  });
  return ports;
};

/** The clerk may enter a past, and the tranche has room for any list. */
const openTranche = async (send: Send, ports: Ports): Promise<string> => {
  const { programmeId } = await foundOffice(send, ports);
  const terms = { area: '64.74', from: '2026-01-02' as LocalDate, to: null, letter: 'SK 9/2026' };
  const appoint = {
    type: 'AppointRole' as const,
    data: { ...terms, actorId: CLERK, act: 'record-history' as const },
  };
  const clerk = ports.ids.actor(CLERK);
  await must(send(envelope('actor', clerk, { command: appoint, as: administrator.id })));
  const trancheId = randomUUID();
  const command = {
    type: 'OpenTranche' as const,
    data: {
      ...{ trancheId, programmeId, name: 'Gelombang Pertama', coverFrom: FIRST_COVER },
      ...{ quota: QUOTA, monthlyContributionIdr: '16800' as RupiahText },
    },
  };
  await must(send(envelope('tranche', trancheId, { command, as: CLERK })));
  return trancheId;
};

const SHOWN = `select count(*) = cardinality($1::text[]) and coalesce(
    min(c.position) >= (select max(e.position) from es.events e
      where $2::uuid is null or e.stream_id = $2 and e.type = 'RosterStepCompleted'), false) as shown
  from es.checkpoints c where c.name = any ($1)`;

/** Every screen stands at the end of the log, or of the list: its last event counts on it. */
export const shown = async ({ watch }: Pick<Town, 'watch'>, rosterId?: string): Promise<void> => {
  const values = [projections.map(({ name }) => name), rosterId ?? null];
  const until = performance.now() + LIMIT_MS;
  for (;;) {
    const { rows } = await watch.query<{ shown: boolean }>({ name: 'shown', text: SHOWN, values });
    if (rows[0]?.shown === true) return;
    if (until < performance.now()) throw new Error('the screens do not come to the end');
    await sleep(LOOK_MS);
  }
};

/** The programs follow the log, and the worker asks for work: what starts up is not measured. */
const ready = async (town: Town): Promise<void> => {
  const { client, taskQueue } = town.place;
  await shown(town);
  for (;;) {
    const { pollers } = await client.workflowService.describeTaskQueue({
      ...{ namespace: 'default', taskQueue: { name: taskQueue }, taskQueueType: 1 },
    });
    if (pollers !== null && pollers !== undefined && 0 < pollers.length) return;
    await sleep(LOOK_MS);
  }
};

export const openTown = async (
  services: Services,
  wish: { readonly name: string; readonly lifecycleStart: Ports['lifecycleStart'] },
): Promise<Town> => {
  const database = await services.database(wish.name);
  await ensureReadModelTables(database.ownerUrl, projections);
  const [natsUrl, address] = [(await services.nats()).url, (await services.temporal()).address];
  const dataDir = join(services.folder, wish.name);
  mkdirSync(dataDir, { mode: 0o700 });
  const settings: TemporalSettings = {
    ...{ address, namespace: 'default', taskQueue: DEFAULT_TASK_QUEUE, tls: false },
  };
  const connection = {
    ...{ databaseUrl: database.appUrl, natsUrl, temporalAddress: address, dataDir },
    ...{ namespace: settings.namespace, taskQueue: settings.taskQueue },
  };
  const options = { as: CLERK, lang: 'id', source: 'Daftar peserta BPJS' } as const;
  const session = await sessionOn(connection, { ...options, reason: 'ambil alih' }, quiet);
  const { client, close } = openClient(settings, createDataConverter(session.keys));
  await ensureSearchAttributes(client, settings.namespace);
  const ports = await portsOf(session);
  const trancheId = await openTranche(createRecordDecision(ports), ports);
  const env = {
    DATABASE_URL: database.appUrl,
    NATS_URL: natsUrl,
    TEMPORAL_ADDRESS: address,
    LINDUNG_DATA: dataDir,
    LIFECYCLE_START: wish.lifecycleStart,
  };
  const programs = ['relay', 'projector', 'worker'].map((name) =>
    services.program(`apps/${name}/main.ts`, env),
  );
  const { ownerUrl } = database;
  const watch = new pg.Client(ownerUrl);
  await watch.connect();
  const place = { client, taskQueue: settings.taskQueue };
  const stopPrograms = async (): Promise<void> => {
    for (const program of programs) await program.stop();
  };
  const town: Town = {
    ...{ ownerUrl, watch, place, session, trancheId, stopPrograms },
    async close() {
      await stopPrograms();
      await watch.end();
      await close();
      await session.close();
    },
  };
  await ready(town);
  return town;
};

/** A list on the disk, as the office has it. */
export const writeList = (services: Services, name: string, csv: string): string => {
  const path = join(services.folder, name);
  writeFileSync(path, csv, { mode: 0o600 });
  return path;
};

/** What `lindung roster import FILE --registered` does; answers the id of the list. */
export const takeOverFile = async (
  { session, trancheId: tranche }: Town,
  file: string,
): Promise<{ readonly rosterId: string; readonly done: number }> => {
  const { json, exitCode, lines } = await importTakeOver(session, file, {
    ...{ tranche, asOf: TAKEN_OVER_ON, sk: '188.45/412/DISNAKER/2023' },
    skDate: localDate('2023-10-09'),
  });
  if (exitCode !== 0) throw new Error(lines.join(' '));
  const { rosterId, progress } = json as {
    readonly rosterId: string;
    readonly progress: { readonly done: number };
  };
  return { rosterId, done: progress.done };
};
