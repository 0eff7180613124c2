// Load, fold, decide, append with the expected version; a conflict reloads and decides again.
import { ApplicationFailure } from '@temporalio/activity';
import { type ActedBy, systemActor } from '../domain/actor.ts';
import type { Answer, Category, CommandEnvelope, CommandsByCategory } from '../domain/command.ts';
import type { Context } from '../domain/decider.ts';
import type { EventMeta, Origin } from '../domain/envelope.ts';
import type {
  AppendRequest,
  RecordedCommand,
  StoredEvent,
} from '../infra/event-store/event-store.ts';
import { type Decided, decideOn, stageOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';
import { asJson, asNewEvent } from './stored-events.ts';

/** Whose hand, at which instant, and whether history is being entered. */
export type Acting = Context & { readonly by: ActedBy; readonly origin: Origin };

export type Wish<C extends Category = Category> = CommandEnvelope<C>;

/** A person reserves no names: which ones a command needs is the engine's own knowledge. */
export const withoutReservations = ({
  reservations: _theirs,
  ...envelope
}: CommandEnvelope): CommandEnvelope => envelope;

export const refused = (
  code: string,
  facts: Extract<Answer, { status: 'refused' }>['facts'] = {},
): Extract<Answer, { status: 'refused' }> => ({ status: 'refused', code, facts });

/** The command as its caller sent it: neither collected facts nor the time change its identity. */
export const contentHashOf = (ports: DecisionPorts, wish: Wish): Uint8Array => {
  const { category, streamId, command, actorId, history, reason, agenda } = wish;
  return ports.hash(
    asJson({
      ...{ category, streamId, command, actorId },
      ...(history === undefined ? {} : { history }),
      // The reason is recorded with the events: another reason is another command.
      ...(reason === undefined ? {} : { reason }),
      ...(agenda === undefined ? {} : { agenda }),
    }),
  );
};

const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** The answer recorded for this command id, for ever; another content under the id is refused. */
export const recordedAnswer = async (
  ports: DecisionPorts,
  wish: Wish,
  recorded: RecordedCommand,
): Promise<Answer> => {
  if (!isEqual(recorded.contentHash, contentHashOf(ports, wish)))
    return refused('CommandIdReused', { commandId: wish.commandId });
  const { streamId, version, position } = recorded;
  const history = await ports.store.loadStream(streamId);
  const stage = stageOf(
    wish.category,
    history.filter((event) => event.version <= version),
  );
  return { status: 'recorded', streamId, version, position, stage, repeated: true };
};

export const earlierAnswer = async (
  ports: DecisionPorts,
  wish: Wish,
): Promise<Answer | undefined> => {
  const recorded = await ports.store.findCommand(wish.commandId);
  return recorded === undefined ? undefined : recordedAnswer(ports, wish, recorded);
};

const metaOf = (wish: Wish, acting: Acting): EventMeta => {
  const reason = [wish.history?.source, wish.reason].filter((text) => text !== undefined);
  return {
    actor: acting.by,
    ...(reason.length === 0 ? {} : { reason: reason.join(': ') }),
    ...(wish.agenda === undefined ? {} : { agenda: wish.agenda }),
    commandId: wish.commandId,
    ...(wish.causationId === undefined ? {} : { causationId: wish.causationId }),
    correlationId: wish.correlationId,
    origin: acting.origin,
  };
};

export const versionOf = (history: readonly StoredEvent[]): number => history.at(-1)?.version ?? 0;

/** What is to be appended when a wish was accepted over a history. */
export const appendRequest = (
  ports: DecisionPorts,
  wish: Wish,
  over: {
    readonly history: readonly StoredEvent[];
    readonly decided: Extract<Decided, { accepted: unknown }>;
    readonly acting: Acting;
  },
): AppendRequest => {
  const meta = metaOf(wish, over.acting);
  return {
    commandId: wish.commandId,
    contentHash: contentHashOf(ports, wish),
    streamId: wish.streamId,
    category: wish.category,
    expected: over.history.length === 0 ? 'none' : versionOf(over.history),
    events: over.decided.accepted.map((event) => asNewEvent(event, meta, over.acting.now)),
    ...(wish.reservations === undefined
      ? {}
      : {
          reservations: wish.reservations.map(({ kind, keyedHash }) => ({
            kind,
            keyedHash: Buffer.from(keyedHash, 'base64'),
          })),
        }),
  };
};

/** After this many lost races the caller is told to try again: somebody else is writing in a loop. */
const DECIDE_TRIES = 3;

export const tooBusy = (): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'Infra.StoreBusy',
    message: 'other writers were faster three times; nothing was recorded, try again',
    category: 'BENIGN',
  });

type Collect<C extends Category> = () => Promise<CommandsByCategory[C]>;

/** Somebody read something: nothing was done that a wish could stand on. */
const LOOKS = [
  ...['ClaimFieldsRevealed', 'DocumentRead', 'RunNamesOpened'],
  ...['WorkerFound', 'WorkerFieldsRevealed'],
];

/** Steps of the engine follow from what was seen; an act of a person does not. */
export const changedSince = (
  { seenVersion }: Wish,
  history: readonly StoredEvent[],
): Answer | undefined => {
  if (seenVersion === undefined) return undefined;
  const newer = history.findLast(
    ({ version, type, meta }) =>
      version > seenVersion && !LOOKS.includes(type) && meta.actor.id !== systemActor.id,
  );
  if (newer === undefined) return undefined;
  const { type: event, meta, version } = newer;
  return refused('ChangedMeanwhile', { event, actor: meta.actor.id, version });
};

type Decision =
  | { readonly answer: Answer }
  | { readonly request: AppendRequest; readonly stage: string };

const decideOnce = async (
  ports: DecisionPorts,
  wish: Wish,
  { acting, collect }: How,
): Promise<Decision> => {
  const { category, streamId } = wish;
  // Facts first, the stream second: what the stream says last wins.
  const command = collect === undefined ? wish.command : await collect();
  const history = await ports.store.loadStream(streamId);
  const changed = changedSince(wish, history);
  if (changed !== undefined) return { answer: changed };
  const decided = decideOn({ category, command }, history, acting);
  if ('refused' in decided) return { answer: { status: 'refused', ...decided.refused } };
  const { stage } = decided;
  if (decided.accepted.length > 0)
    return { request: appendRequest(ports, wish, { history, decided, acting }), stage };
  const known = { status: 'recorded', streamId, stage } as const;
  return { answer: { ...known, version: versionOf(history), position: '0', repeated: false } };
};

const append = async (
  ports: DecisionPorts,
  wish: Wish,
  { request, stage }: Extract<Decision, { request: unknown }>,
): Promise<Answer | 'conflict'> => {
  const result = await ports.store.append(request);
  ports.fault('worker.after-append', wish.commandId);
  switch (result.status) {
    case 'ok': {
      const { version, position } = result;
      const { streamId } = wish;
      return { status: 'recorded', streamId, stage, version, position, repeated: false };
    }
    case 'duplicate':
    case 'reused':
      return (await earlierAnswer(ports, wish)) ?? 'conflict';
    case 'taken':
      return refused('IdentityTaken', { streamId: result.streamId });
    case 'conflict':
      return 'conflict';
  }
};

type How = {
  readonly acting: Acting;
  readonly collect?: Collect<Category>;
  /** Where streams are read once for the whole decision: they are to be read anew. */
  forget?(): void;
};

/** A refusal is given over what the stream says now: no append would prove that it still stands so. */
const decideSurely = async (ports: DecisionPorts, wish: Wish, how: How): Promise<Decision> => {
  const decision = await decideOnce(ports, wish, how);
  if (how.forget === undefined || 'request' in decision) return decision;
  how.forget();
  return decideOnce(ports, wish, how);
};

export const decideAndAppend = async (
  ports: DecisionPorts,
  wish: Wish,
  how: How,
): Promise<Answer> => {
  for (let attempt = 1; attempt <= DECIDE_TRIES; attempt += 1) {
    const decision = await decideSurely(ports, wish, how);
    if ('answer' in decision) return decision.answer;
    const answer = await append(ports, wish, decision);
    if (answer !== 'conflict') return answer;
    how.forget?.();
  }
  throw tooBusy();
};
