// The whole engine without Temporal: real PostgreSQL, keys and papers, and a clock the test sets.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activities } from '../../activities/activities.ts';
import { createActivities } from '../../activities/create-activities.ts';
import type { Ports, TrancheCounts } from '../../activities/ports.ts';
import { allOf } from '../../activities/stored-events.ts';
import { type Engine, openEngine } from '../../apps/worker/engine-ports.ts';
import { createFileDocumentStore } from '../../infra/documents/file-document-store.ts';
import type { EventStore, Position } from '../../infra/event-store/event-store.ts';
import { openLocalKeyService } from '../../infra/keys/local-key-service.ts';
import { loadMasterKey } from '../../infra/keys/master-key.ts';
import type { FactsChanged, WorkflowSignals } from '../../infra/temporal/workflow-signals.ts';
import { openStoreFixture, type StoreFixture } from '../infra/event-store/store-fixture.ts';

export type EngineFixture = {
  readonly fixture: StoreFixture;
  readonly engine: Engine;
  readonly ports: Ports;
  readonly activities: Activities;
  readonly dataDir: string;
  /** What the batches told open lifecycles. */
  readonly signalled: FactsChanged[];
  /** Undefined: the real now. */
  setClock(now: string | undefined): void;
  close(): Promise<void>;
};

/** The read model's answers, counted from the log itself: these tests run no projector. */
export const countsFromLog = (store: EventStore): TrancheCounts => {
  const log = () => store.readAfter('0' as Position, 100_000);
  return {
    async members(trancheId) {
      const events = await log();
      const own = new Set(
        allOf(events, 'WorkerNominated')
          .filter((nominated) => nominated.trancheId === trancheId)
          .map(({ workerId }) => workerId),
      );
      const dead = new Set(allOf(events, 'WorkerReportedDead').map(({ workerId }) => workerId));
      const registered = allOf(events, 'WorkerEnrolled').filter(({ workerId }) =>
        own.has(workerId),
      );
      const handed = allOf(events, 'CardHandedOver').filter(({ workerId }) => own.has(workerId));
      return {
        registered: registered.length,
        alive: registered.filter(({ workerId }) => !dead.has(workerId)).length,
        handedOver: new Set(handed.map(({ workerId }) => workerId)).size,
        position: events.at(-1)?.position ?? '0',
      };
    },
    async roll(trancheId) {
      const events = await log();
      const decreed = new Set(allOf(events, 'WorkerNamedInDecree').map(({ workerId }) => workerId));
      const dead = new Map(
        allOf(events, 'WorkerReportedDead').map(({ workerId, deathDate }) => [workerId, deathDate]),
      );
      const own = new Set(
        allOf(events, 'WorkerNominated')
          .filter((nominated) => nominated.trancheId === trancheId)
          .map(({ workerId }) => workerId),
      );
      const members = allOf(events, 'WorkerEnrolled')
        .filter(({ workerId }) => own.has(workerId))
        .map(({ workerId, coverStart }) => ({
          ...{ workerId, coverStart, decreed: decreed.has(workerId) },
          deathDate: dead.get(workerId) ?? null,
        }));
      return { members, position: events.at(-1)?.position ?? '0' };
    },
    async claims(trancheId) {
      const events = await log();
      const own = allOf(events, 'WorkerNominated')
        .filter((nominated) => nominated.trancheId === trancheId)
        .map(({ workerId }) => workerId);
      const claimIds = allOf(events, 'DeathReported')
        .filter(({ workerId }) => own.includes(workerId))
        .map(({ claimId }) => claimId);
      return { claimIds, position: events.at(-1)?.position ?? '0' };
    },
  };
};

export const openEngineFixture = async (
  own: {
    readonly signals?: WorkflowSignals;
    readonly duePayables?: Ports['duePayables'];
    readonly tranches?: TrancheCounts;
    readonly lifecycleStart?: Ports['lifecycleStart'];
  } = {},
): Promise<EngineFixture> => {
  const fixture = await openStoreFixture();
  const dataDir = mkdtempSync(join(tmpdir(), 'lindung-engine-'));
  const master = loadMasterKey({ dataDir, given: undefined });
  const keys = await openLocalKeyService({ pool: fixture.pools.app, master });
  const documents = createFileDocumentStore({ folder: join(dataDir, 'documents'), keys });
  const signalled: FactsChanged[] = [];
  let now: string | undefined;
  const engine = await openEngine({
    examineHouse: () => Promise.resolve([]),
    ...{ store: fixture.store, keys, documents, dataDir },
    signals: own.signals ?? {
      async workersChanged(changes) {
        signalled.push(...changes);
      },
    },
    lifecycleStart: own.lifecycleStart ?? 'on-first-touch',
    duePayables: own.duePayables ?? (async () => []),
    tranches: own.tranches ?? countsFromLog(fixture.store),
    clock: () => now ?? new Date().toISOString(),
  });
  return {
    ...{ fixture, engine, ports: engine.ports, dataDir, signalled },
    activities: createActivities(engine.ports),
    setClock(instant) {
      now = instant;
    },
    async close() {
      await fixture.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

export const uuid = (): string => randomUUID();
