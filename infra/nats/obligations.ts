// Delivers every event that obliges a next step, at least once, whatever else was lost meanwhile.
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore, Position, StoredEvent } from '../event-store/event-store.ts';
import { busFailure } from './bus-failure.ts';
import { TRIES_MAX } from './durable-consumer.ts';
import type { DeadMessage, DurableMessage, EventBus, StreamFacts } from './event-bus.ts';
import { EVENT_HEADER, eventOf, markOf } from './event-message.ts';
import { eventAt, OBLIGATIONS, type ObligationLedger } from './obligation-ledger.ts';

export type ObligationNews =
  | { readonly kind: 'following'; readonly position: string }
  | { readonly kind: 'retrying'; readonly event: EventName; readonly error: unknown }
  | { readonly kind: 'waiting'; readonly event: EventName; readonly error: unknown }
  | { readonly kind: 'dead'; readonly event: EventName; readonly error: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

export type EventName = { readonly type: string; readonly position: Position };

export type ObligationDeps = {
  readonly bus: EventBus;
  readonly store: Pick<EventStore, 'readAfter' | 'epoch'>;
  readonly ledger: ObligationLedger;
  /** Whether an event of this type obliges a next step: from the catalogue. */
  obliges(type: string): boolean;
  /** Idempotent by stream and version, e.g. `signalWithStart(workflow, { version })`. */
  deliver(event: StoredEvent): Promise<void>;
  /** The receiver is away, not the event wrong: such a try does not count. */
  isTransient(error: unknown): boolean;
  /** For the dead letter that people read: no values of rows. */
  describe(error: unknown): string;
  report(news: ObligationNews): void;
  readonly timing?: ObligationTiming;
};

export type ObligationTiming = {
  /** The n-th entry is the pause after the n-th try. */
  readonly retryMs: readonly number[];
  /** Between two tries while the receiver is away; below the time in hand for a message. */
  readonly awayMs: number;
  readonly floorMs: number;
};

const TIMING: ObligationTiming = {
  retryMs: [1_000, 5_000, 15_000, 30_000, 60_000, 120_000, 300_000],
  awayMs: 3_000,
  floorMs: 500,
};
const RESTART_MS = 1_000;
const GAP_BATCH = 200;

type Run = { readonly deps: ObligationDeps; readonly epoch: string; readonly signal: AbortSignal };

const timingOf = (deps: ObligationDeps): ObligationTiming => deps.timing ?? TIMING;

const pauseAfter = (deps: ObligationDeps, tries: number): number => {
  const { retryMs } = timingOf(deps);
  return retryMs[Math.min(tries, retryMs.length) - 1] ?? 0;
};

const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
};

/** Waits as long as the receiver is away; throws what is wrong with the event itself. */
const deliverOnce = async (
  { deps, signal }: Run,
  event: StoredEvent,
  stillHere: () => Promise<void>,
): Promise<void> => {
  for (;;) {
    try {
      return await deps.deliver(event);
    } catch (error) {
      if (!deps.isTransient(error) || signal.aborted) throw error;
      deps.report({ kind: 'waiting', event, error });
      await stillHere();
      await pause(timingOf(deps).awayMs, signal);
    }
  }
};

const bury = async (
  deps: ObligationDeps,
  event: EventName & { readonly eventId: string },
  end: { readonly deliveries: number; readonly error: unknown },
): Promise<void> => {
  const { position, eventId, type } = event;
  const reason = deps.describe(end.error);
  await deps.ledger.bury({ position, eventId, type, reason, deliveries: end.deliveries });
  deps.report({ kind: 'dead', event: { type, position }, error: end.error });
};

/** The receiver died each time before it could say what is wrong. */
const mute = (): Error => new Error('handed out too often without an answer');

const settle = async (run: Run, message: DurableMessage): Promise<void> => {
  const { deps } = run;
  const event = eventOf(message);
  if (TRIES_MAX < message.deliveries) {
    await bury(deps, event, { deliveries: message.deliveries, error: mute() });
    return message.ack();
  }
  const failure = await deliverOnce(run, event, message.extend).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (failure === undefined) return message.ack();
  if (run.signal.aborted) return; // handed out again after the restart
  const { error } = failure;
  if (message.deliveries < TRIES_MAX) {
    deps.report({ kind: 'retrying', event, error });
    return message.retry(pauseAfter(deps, message.deliveries));
  }
  await bury(deps, event, { deliveries: message.deliveries, error });
  return message.ack();
};

const receive = async (run: Run, message: DurableMessage, settled: Position): Promise<void> => {
  const mark = markOf(message);
  if (mark.epoch !== run.epoch) {
    throw busFailure('Infra.ForeignEpoch', `message ${message.sequence} is of epoch ${mark.epoch}`);
  }
  const isOld = BigInt(mark.position) <= BigInt(settled);
  if (isOld || !run.deps.obliges(mark.type)) return message.ack();
  return settle(run, message);
};

/** Up to the server's limit of unanswered messages at once; the first failure ends the run. */
const consume = async (run: Run, settled: Position, fail: (error: unknown) => void) => {
  const open = new Set<Promise<void>>();
  try {
    for await (const message of run.deps.bus.consumeDurable(OBLIGATIONS, run.signal)) {
      const work = receive(run, message, settled).catch(fail);
      open.add(work);
      work.finally(() => open.delete(work)).catch(() => undefined);
    }
  } finally {
    await Promise.all(open);
  }
};

const positionAt = async (bus: EventBus, sequence: number): Promise<Position | undefined> => {
  const message = await bus.messageAt(sequence);
  return message === undefined ? undefined : markOf(message).position;
};

/** The position follows what the server has on record as settled, never what we believe. */
const followFloor = async ({ deps, epoch, signal }: Run): Promise<void> => {
  let known = 0;
  while (!signal.aborted) {
    await pause(timingOf(deps).floorMs, signal);
    const floor = (await deps.bus.durableFloor(OBLIGATIONS)) ?? 0;
    if (floor === known) continue;
    known = floor;
    const position = floor === 0 ? undefined : await positionAt(deps.bus, floor);
    if (position !== undefined) await deps.ledger.settleUpTo(position, epoch);
  }
};

const buryDead = async (deps: ObligationDeps, dead: DeadMessage): Promise<void> => {
  const { message, deliveries } = dead;
  if (message !== undefined) {
    const { type, position } = markOf(message);
    const eventId = message.headers[EVENT_HEADER.id] ?? '';
    await bury(deps, { type, position, eventId }, { deliveries, error: mute() });
  }
  await dead.ack();
};

const followDead = async ({ deps, signal }: Run): Promise<void> => {
  for await (const dead of deps.bus.consumeDead(OBLIGATIONS, signal)) await buryDead(deps, dead);
};

/** Position before the first message that the stream can still give. */
const streamBegin = async (
  { bus, ledger }: ObligationDeps,
  facts: StreamFacts,
): Promise<Position | undefined> => {
  const first = await bus.messageAt(facts.firstSequence);
  return first === undefined ? ledger.relayed() : markOf(first).previousPosition;
};

const deliverFromLog = async (run: Run, event: StoredEvent): Promise<void> => {
  const { deps, signal } = run;
  for (let tries = 1; !signal.aborted; tries += 1) {
    try {
      return await deliverOnce(run, event, async () => undefined);
    } catch (error) {
      if (tries === TRIES_MAX) return bury(deps, event, { deliveries: tries, error });
      deps.report({ kind: 'retrying', event, error });
      await pause(pauseAfter(deps, tries), signal);
    }
  }
};

/** What retention took from the stream before it was settled comes from the log itself. */
const closeGap = async (run: Run, from: Position, begin: Position): Promise<Position> => {
  const { deps, epoch, signal } = run;
  let settled = from;
  while (BigInt(settled) < BigInt(begin) && !signal.aborted) {
    const events = await deps.store.readAfter(settled, GAP_BATCH);
    if (events.length === 0) break;
    for (const event of events) {
      if (deps.obliges(event.type)) await deliverFromLog(run, event);
      if (signal.aborted) return settled;
      settled = event.position;
    }
    await deps.ledger.settleUpTo(settled, epoch);
  }
  return settled;
};

const run = async (deps: ObligationDeps, signal: AbortSignal): Promise<void> => {
  const epoch = await deps.store.epoch();
  const stored = await deps.ledger.begin(epoch);
  const facts = await deps.bus.streamFacts();
  if (facts === undefined) throw busFailure('Infra.StreamMissing', 'obligations wait for it');
  if (stored === undefined || facts.epoch !== epoch) {
    throw busFailure('Infra.ForeignEpoch', 'obligations stand in another epoch');
  }
  const over = new AbortController();
  const own: Run = { deps, epoch, signal: AbortSignal.any([signal, over.signal]) };
  const begin = (await streamBegin(deps, facts)) ?? stored;
  const settled = await closeGap(own, stored, begin);
  deps.report({ kind: 'following', position: settled });
  let failure: unknown;
  const fail = (error: unknown): void => {
    failure ??= error;
    over.abort();
  };
  const parts = [consume(own, settled, fail), followFloor(own), followDead(own)];
  // Each part runs until the signal; one that ends takes the others with it.
  await Promise.all(parts.map((part) => part.catch(fail).finally(() => over.abort())));
  if (failure !== undefined) throw failure;
};

/** For ever, until the signal aborts; two processes share the work. */
export const runObligations = async (deps: ObligationDeps, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await run(deps, signal).catch((error: unknown) => {
      if (!signal.aborted) deps.report({ kind: 'failed', error });
    });
    await pause(RESTART_MS, signal);
  }
};

/** After the cause is mended: delivers one dead letter again, and closes it if that works. */
export const retryDeadLetter = async (
  deps: Pick<ObligationDeps, 'store' | 'ledger' | 'deliver'>,
  position: Position,
): Promise<'delivered' | 'unknown'> => {
  const event = await eventAt(deps.store, position);
  if (event === undefined) return 'unknown';
  await deps.deliver(event);
  await deps.ledger.resolve(position, 'delivered');
  return 'delivered';
};
