// One projection on its way: catches up from the log, then follows the stream, batch by batch.
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore, StoredEvent } from '../infra/event-store/event-store.ts';
import type { StreamFacts } from '../infra/nats/event-bus.ts';
import type { EventFeed, FedEvent } from '../infra/nats/event-feed.ts';
import { planBatch } from './apply-batch.ts';
import {
  beginCheckpoint,
  beginCurrent,
  type Checkpoint,
  currentVersion,
  loadCheckpoint,
} from './checkpoint.ts';
import {
  type Cursor,
  type CursorDeps,
  createCursor,
  foreignEpoch,
  SKIP_STORED_AFTER_MS,
} from './cursor.ts';
import { orQuiet } from './or-quiet.ts';
import { doesHandle, type Projection } from './projection.ts';
import type { ProjectorNews } from './projector-news.ts';
import { rebuildProjection } from './rebuild.ts';

export type FollowerDeps = CursorDeps & {
  readonly store: Pick<EventStore, 'readAfter' | 'epoch'>;
  readonly feed: EventFeed;
  report(news: ProjectorNews): void;
};

/** One commit per projection in this time: at a steady trickle the batches grow, not their number. */
const COMMIT_EVERY_MS = 25;
const FULL_BATCH = 250;

/** The version that runs: the first ever seen, or a new one once it is built beside the old. */
const openCheckpoint = async (
  deps: FollowerDeps,
  projection: Projection,
  epoch: string,
): Promise<Checkpoint> => {
  const { name, version } = projection;
  await beginCurrent(deps.db, name, version);
  const current = await currentVersion(deps.db, name);
  if (current !== undefined && version < current) {
    throw new Error(
      `${name}@${current} is current, and this program only knows ${name}@${version}`,
    );
  }
  if (current === version) await beginCheckpoint(deps.db, { name, version, epoch });
  else {
    const { position } = await rebuildProjection(deps, projection);
    deps.report({ kind: 'rebuilt', projection: name, position });
  }
  const checkpoint = await loadCheckpoint(deps.db, name, version);
  if (checkpoint === undefined) throw new Error(`${name}@${version} has no checkpoint`);
  if (checkpoint.epoch !== epoch) throw foreignEpoch(`the checkpoint of ${name}`);
  return checkpoint;
};

/** Only a hint: of use if it names this incarnation and does not lie beyond its end. */
const startOf = (checkpoint: Checkpoint, facts: StreamFacts): number | undefined => {
  const { hint } = checkpoint;
  const fits = hint?.incarnation === facts.incarnation && hint.sequence <= facts.lastSequence;
  return fits ? hint.sequence + 1 : undefined;
};

const openAll = (marks: readonly FedEvent[]): readonly StoredEvent[] | undefined => {
  try {
    return marks.map((mark) => mark.open());
  } catch {
    return undefined; // damaged on the bus: the log has it whole
  }
};

type Way = {
  readonly cursor: Cursor;
  readonly projection: Projection;
  readonly incarnation: string;
};

const takeMarks = async (way: Way, marks: readonly FedEvent[]): Promise<void> => {
  const { cursor, projection, incarnation } = way;
  const last = marks.at(-1);
  if (last === undefined) return;
  const to = { position: last.position, hint: { incarnation, sequence: last.sequence } };
  const wanted = marks.filter((mark) => doesHandle(projection, mark.type));
  if (wanted.length === 0) return cursor.skip(to);
  const events = openAll(wanted);
  await (events === undefined ? cursor.catchUp(last.position) : cursor.commit(events, to));
};

const takeBatch = async (way: Way, batch: readonly FedEvent[]): Promise<void> => {
  let rest = batch;
  while (0 < rest.length) {
    const plan = planBatch(way.cursor.seen(), rest);
    await takeMarks(way, plan.taken);
    if (plan.holeUpTo !== undefined) await way.cursor.catchUp(plan.holeUpTo);
    rest = plan.rest;
  }
};

/** A stream away does not stop the screens: the log itself is read, only less often. */
const factsOrLog = async (deps: FollowerDeps, cursor: Cursor): Promise<StreamFacts | undefined> => {
  try {
    return await deps.feed.facts();
  } catch (error) {
    await cursor.catchUp();
    throw error;
  }
};

type Start = { readonly sequence: number; readonly epoch: string };

const followStream = async (
  deps: FollowerDeps,
  way: Way & { readonly start: Start },
  signal: AbortSignal,
): Promise<void> => {
  const { cursor, start } = way;
  const open = (own: AbortSignal) => deps.feed.follow(start, own);
  for await (const batch of orQuiet(open, SKIP_STORED_AFTER_MS, signal)) {
    const begunAt = performance.now();
    await takeBatch(way, batch ?? []);
    await cursor.storeSkipped('ifDue');
    const leftMs = COMMIT_EVERY_MS - (performance.now() - begunAt);
    if (batch !== undefined && batch.length < FULL_BATCH && 0 < leftMs) await sleep(leftMs);
  }
  await cursor.storeSkipped('now');
};

/** Until the signal aborts or something fails; the next time begins at the stored checkpoint. */
export const follow = async (
  deps: FollowerDeps,
  projection: Projection,
  signal: AbortSignal,
): Promise<void> => {
  const epoch = await deps.store.epoch();
  const checkpoint = await openCheckpoint(deps, projection, epoch);
  const cursor = createCursor(deps, projection, checkpoint);
  const facts = await factsOrLog(deps, cursor);
  if (facts === undefined) return cursor.catchUp();
  if (facts.epoch !== epoch) throw foreignEpoch('the stream');
  const hinted = startOf(checkpoint, facts);
  // Everything up to the last message is in the log: read there, then follow behind it.
  if (hinted === undefined) await cursor.catchUp();
  deps.report({ kind: 'following', projection: projection.name, position: cursor.seen() });
  const start = { sequence: hinted ?? facts.lastSequence + 1, epoch };
  await followStream(deps, { cursor, projection, incarnation: facts.incarnation, start }, signal);
};
