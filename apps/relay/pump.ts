// Carries events from the safe end of the log into the stream, a few windows in flight together.
import { setTimeout as sleep } from 'node:timers/promises';
import { faultPoint } from '../../infra/config/fault-points.ts';
import type { CanonicalEvent, EventStore, Position } from '../../infra/event-store/event-store.ts';
import { busFailure } from '../../infra/nats/bus-failure.ts';
import { type EventBus, HINT, type PublishOutcome } from '../../infra/nats/event-bus.ts';
import { toMessage } from '../../infra/nats/event-message.ts';
import { createDoorbell, type Doorbell } from './doorbell.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import type { RelayLedger, RelayState } from './relay-ledger.ts';

export type PumpDeps = {
  readonly store: Pick<EventStore, 'readCanonical' | 'safePosition' | 'epoch'>;
  readonly bus: Pick<EventBus, 'publishFenced' | 'onHint' | 'onDisconnect'>;
  readonly ledger: Pick<RelayLedger, 'record'>;
  /** Whether the obligations consumer must be handed this event. */
  isDue(event: CanonicalEvent): boolean;
};

const READ_LIMIT = 1_024;
const WINDOW = 128;
const WINDOWS_IN_FLIGHT = 4;
const GATHER_MS = 4;
const POLL_FIRST_MS = 5;
const POLL_MAX_MS = 50;

type Flight = { readonly outcome: Promise<PublishOutcome>; readonly reached: RelayState };

const windowsOf = (events: readonly CanonicalEvent[]): readonly (readonly CanonicalEvent[])[] => {
  const windows: (readonly CanonicalEvent[])[] = [];
  for (let at = 0; at < events.length; at += WINDOW) windows.push(events.slice(at, at + WINDOW));
  return windows;
};

/** Predicts the sequences of a window; the fence makes the prediction true or refuses it whole. */
const launch = (deps: PumpDeps, from: RelayState, window: readonly CanonicalEvent[]): Flight => {
  let previousPosition: Position = from.position;
  const messages = window.map((event, index) => {
    // The last of every window too: what it settles is the floor of what obliged nothing before it.
    const isDue = index === window.length - 1 || deps.isDue(event);
    const message = toMessage(event, { previousPosition, epoch: from.epoch, isDue });
    previousPosition = event.position;
    return message;
  });
  const outcome = deps.bus.publishFenced(messages, from.lastSequence);
  outcome.catch(() => undefined); // thrown where it is awaited; after a stop nobody awaits it
  const lastSequence = from.lastSequence + window.length;
  return { outcome, reached: { ...from, lastSequence, position: previousPosition } };
};

type Carrier = {
  /** Where the stream will stand once everything in flight has arrived. */
  ahead(): RelayState;
  /** `false`: fenced. */
  carry(events: readonly CanonicalEvent[]): Promise<boolean>;
  landAll(): Promise<boolean>;
};

const createCarrier = (deps: PumpDeps, from: RelayState, recorder: Recorder): Carrier => {
  const flights: Flight[] = [];
  let ahead = from;
  const land = async (): Promise<boolean> => {
    const flight = flights.shift();
    if (flight === undefined) return true;
    if ((await flight.outcome).status === 'fenced') return false;
    faultPoint('relay.after-publish');
    recorder.note(flight.reached);
    return true;
  };
  return {
    ahead: () => ahead,
    carry: async (events) => {
      for (const window of windowsOf(events)) {
        if (WINDOWS_IN_FLIGHT <= flights.length && !(await land())) return false;
        const flight = launch(deps, ahead, window);
        flights.push(flight);
        ahead = flight.reached;
      }
      return true;
    },
    landAll: async () => {
      while (0 < flights.length) if (!(await land())) return false;
      return true;
    },
  };
};

type Watch = {
  readonly bell: Doorbell;
  ended(): 'stopped' | 'disconnected' | undefined;
  close(): void;
};

/** Everything that may end a wait: new events, a lost connection, a stop. */
const watchOver = (deps: PumpDeps, stop: AbortSignal): Watch => {
  const bell = createDoorbell();
  let disconnected = false;
  const forgetPoke = deps.bus.onHint(HINT.appended, bell.ring);
  const forgetLoss = deps.bus.onDisconnect(() => {
    disconnected = true;
    bell.ring();
  });
  stop.addEventListener('abort', bell.ring);
  const ended: Watch['ended'] = () => {
    if (disconnected) return 'disconnected';
    return stop.aborted ? 'stopped' : undefined;
  };
  const close = (): void => {
    forgetPoke();
    forgetLoss();
    stop.removeEventListener('abort', bell.ring);
  };
  return { bell, ended, close };
};

const foreign = (): Error => busFailure('Infra.ForeignEpoch', 'the log got a new epoch meanwhile');

type End = 'stopped' | 'fenced' | 'disconnected';

type Reading = Promise<readonly CanonicalEvent[]>;
type Parts = { readonly carrier: Carrier; readonly recorder: Recorder; readonly watch: Watch };

/** Page after page of the log, from where the stream stands. */
type LogReader = () => Reading;

/**
 * A mark that was safe stays so: it is asked for again only where it was reached. Mark and rows are
 * two statements, as the safe read demands (ADR 7). The epoch is asked after the rows: equal then,
 * every row is of this epoch.
 */
const createLogReader = (deps: PumpDeps, from: RelayState): LogReader => {
  const { store } = deps;
  let at = from.position;
  let safe = at;
  const page = async (): Reading => {
    if (at === safe) safe = await store.safePosition();
    if (BigInt(safe) <= BigInt(at)) {
      safe = at;
      return [];
    }
    const events = await store.readCanonical(at, safe, READ_LIMIT);
    if (0 < events.length && (await store.epoch()) !== from.epoch) throw foreign();
    // A page that is not full reached the mark, beyond gaps that nothing will ever fill.
    at = events.length < READ_LIMIT ? safe : (events.at(-1)?.position ?? at);
    return events;
  };
  return () => {
    const events = page();
    events.catch(() => undefined); // thrown where it is awaited; after a stop nobody awaits it
    return events;
  };
};

/**
 * Between two looks. After a few events a fixed short rest: at a trickle the windows grow, not their
 * number. After none a poke or the next look, later each time.
 */
type Rest = (hadEvents: boolean) => Promise<void>;

const createRest = (bell: Doorbell): Rest => {
  let delayMs = POLL_FIRST_MS;
  return async (hadEvents) => {
    if (hadEvents) {
      delayMs = POLL_FIRST_MS;
      await sleep(GATHER_MS);
    } else if (await bell.wait(delayMs)) delayMs = POLL_FIRST_MS;
    else delayMs = Math.min(delayMs * 2, POLL_MAX_MS);
    bell.clear(); // who rang until now is covered by the look that follows
  };
};

/** Carries what was read and begins the next look; `undefined`: fenced. */
const step = async (
  {
    carrier,
    rest,
    read,
  }: Pick<Parts, 'carrier'> & { readonly rest: Rest; readonly read: LogReader },
  events: readonly CanonicalEvent[],
): Promise<{ readonly reading: Reading } | undefined> => {
  if (events.length === READ_LIMIT) {
    // More is waiting: the next look is on its way while these are being published.
    const reading = read();
    return (await carrier.carry(events)) ? { reading } : undefined;
  }
  if (!((await carrier.carry(events)) && (await carrier.landAll()))) return undefined;
  await rest(0 < events.length);
  return { reading: read() };
};

const run = async (deps: PumpDeps, { carrier, recorder, watch }: Parts): Promise<End> => {
  const rest = createRest(watch.bell);
  const read = createLogReader(deps, carrier.ahead());
  let reading = read();
  for (let ended = watch.ended(); ended === undefined; ended = watch.ended()) {
    const events = await reading;
    recorder.check();
    const next = await step({ carrier, rest, read }, events);
    if (next === undefined) return 'fenced';
    reading = next.reading;
  }
  if (watch.ended() === 'disconnected') return 'disconnected';
  return (await carrier.landAll()) ? 'stopped' : 'fenced';
};

/** Ends when stopped, fenced or disconnected: whatever is true then, the next resync finds out. */
export const pump = async (deps: PumpDeps, from: RelayState, stop: AbortSignal): Promise<End> => {
  const recorder = createRecorder(deps.ledger, foreign);
  const watch = watchOver(deps, stop);
  const carrier = createCarrier(deps, from, recorder);
  try {
    return await run(deps, { carrier, recorder, watch });
  } finally {
    watch.close();
    await recorder.flush().catch(() => undefined); // only a hint less: the tail is read instead
  }
};
