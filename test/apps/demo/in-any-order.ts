// A log loaded in other orders of its batches, each stream's own order kept: what it says must stay.
import { expect } from 'vitest';
import { coverFacts } from '../../../activities/cover-facts.ts';
import { createActivities } from '../../../activities/create-activities.ts';
import type { Ports } from '../../../activities/ports.ts';
import { allOf } from '../../../activities/stored-events.ts';
import { drawFrom } from '../../../apps/demo/pseudo-random.ts';
import { type LocalDate, localDate } from '../../../domain/calendar.ts';
import { BONTANG_KELURAHAN } from '../../../domain/region.ts';
import type { EventStore, Position, StoredEvent } from '../../../infra/event-store/event-store.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { replayFigures } from '../../../projections/programme-summary/replayed-figures.ts';
import { countsFromLog } from '../../activities/engine-fixture.ts';

const ORDERS = 10;
const BATCH = 25;
const DAYS = ['2023-11-30', '2024-07-17', '2025-01-31', '2026-10-31'].map(localDate);

type Log = readonly StoredEvent[];

const batchesOf = (log: Log): readonly Log[] =>
  Array.from({ length: Math.ceil(log.length / BATCH) }, (_, index) =>
    log.slice(index * BATCH, (index + 1) * BATCH),
  );

const byStream = (log: Log): ReadonlyMap<string, StoredEvent[]> => {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of log) {
    const own = streams.get(event.streamId);
    if (own === undefined) streams.set(event.streamId, [event]);
    else own.push(event);
  }
  return streams;
};

/** Batches drawn by lot; the places of a stream are then filled in the stream's own order. */
const reordered = (log: Log, seed: string): Log => {
  const draw = drawFrom(seed);
  const places = batchesOf(log)
    .map((batch) => ({ batch, at: draw.below(1_000_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ batch }) => batch);
  const waiting = byStream(log);
  return places.map(({ streamId }, index) => {
    const event = waiting.get(streamId)?.shift();
    if (event === undefined) throw new Error('a stream has more places than events');
    return { ...event, position: String(index + 1) as Position };
  });
};

type Loaded = { readonly store: EventStore; readonly said: string[] };

/** Reads from a log in memory; whatever somebody would record is noted and not recorded. */
const storeOf = (log: Log): Loaded => {
  const said: string[] = [];
  const streams = byStream(log);
  const ofMany = (ids: readonly string[]) => new Map(ids.map((id) => [id, streams.get(id) ?? []]));
  const store: Partial<EventStore> = {
    append: async ({ events }) => {
      said.push(...events.map(({ type }) => type));
      throw new Error('nothing is to be recorded here');
    },
    loadStream: async (id) => streams.get(id) ?? [],
    loadStreams: async (ids) => ofMany(ids),
    loadForCommand: async (_command, ids) => ({ recorded: undefined, streams: ofMany(ids) }),
    readAfter: async (position, limit) =>
      log.filter((event) => BigInt(event.position) > BigInt(position)).slice(0, limit),
    safePosition: async () => log.at(-1)?.position ?? ('0' as Position),
  };
  return { store: store as EventStore, said };
};

const oneByOne = async function* (log: Log) {
  yield* batchesOf(log);
};

const figuresOf = async (log: Log) => {
  const replayed = await replayFigures(oneByOne(log));
  return DAYS.map((asOf) => [
    replayed.figures({ asOf }),
    ...BONTANG_KELURAHAN.map(({ code: kelurahan }) => replayed.figures({ asOf, kelurahan })),
  ]);
};

const coverOf = async (store: EventStore, workerId: string, on: LocalDate) => {
  const clock = () => new Date().toISOString();
  const {
    position: _,
    sources,
    ...cover
  } = await coverFacts({ store, ids: streamIds, clock }, workerId, on);
  return { ...cover, sources: sources.toSorted((a, b) => (a.streamId < b.streamId ? -1 : 1)) };
};

/** What the log says, whatever its order: figures, everybody's cover, where each tranche stands. */
const outcomeOf = async (log: Log, workers: readonly string[]) => {
  const { said, store } = storeOf(log);
  const covers = [];
  for (const workerId of workers)
    for (const on of DAYS) covers.push(await coverOf(store, workerId, on));
  const ports = {
    ...{ store, ids: streamIds, clock: () => new Date().toISOString(), heartbeat: () => undefined },
    tranches: countsFromLog(store),
  } as unknown as Ports;
  const activities = createActivities(ports);
  const tranches = [];
  for (const { trancheId } of allOf(log, 'TrancheOpened').toSorted((a, b) =>
    a.trancheId < b.trancheId ? -1 : 1,
  )) {
    const { payments, next, ...look } = await activities.lookAtTranche(trancheId);
    await activities.recheckCover(trancheId);
    tranches.push({ trancheId, ...look, next: next?.code, payments: payments.split(',').length });
  }
  return { figures: await figuresOf(log), covers, tranches, said };
};

/** The same figures, cover and clocks in ten orders; nobody is told anything in any of them. */
export const inTenOrders = async (log: Log): Promise<void> => {
  const workers = allOf(log, 'WorkerNominated').map(({ workerId }) => workerId);
  const first = await outcomeOf(log, workers);
  expect(first.said).toEqual([]);
  expect(first.tranches.map(({ waitingFor }) => waitingFor)).not.toContain('HISTORY');
  expect(new Set(first.covers.map(({ state }) => state)).size).toBeGreaterThan(1);
  for (let order = 1; order <= ORDERS; order += 1) {
    const other = reordered(log, `order ${order}`);
    expect(other.map(({ eventId }) => eventId)).not.toEqual(log.map(({ eventId }) => eventId));
    expect(await outcomeOf(other, workers), `order ${order}`).toEqual(first);
  }
};
