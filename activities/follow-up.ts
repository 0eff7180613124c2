// Steps that follow from a recorded event and decide nothing: by the engine's own hand.
import { ApplicationFailure } from '@temporalio/activity';
import { systemActor } from '../domain/actor.ts';
import type { Answer, Category, CommandsByCategory } from '../domain/command.ts';
import { requiredActs } from '../domain/office/required-act.ts';
import type { AppendRequest, StoredEvent } from '../infra/event-store/event-store.ts';
import {
  type Acting,
  appendRequest,
  decideAndAppend,
  tooBusy,
  versionOf,
  type Wish,
} from './append-decision.ts';
import { collectFacts } from './collect-facts.ts';
import { decideOn } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';

export type Step<C extends Category = Category> = {
  [K in C]: {
    readonly category: K;
    readonly streamId: string;
    readonly command: CommandsByCategory[K];
    /** The same step over the same facts has the same id: taken twice, it is recorded once. */
    readonly commandId: string;
    readonly reservations?: NonNullable<Wish['reservations']>;
  };
}[C];

/** What follows from an entered history is history too: it took effect with its cause. */
export const actingFor = (ports: Pick<DecisionPorts, 'clock'>, cause: StoredEvent): Acting => {
  const { origin } = cause.meta;
  const now = origin === 'historic' ? cause.effectiveAt : ports.clock();
  return { by: systemActor, now, origin };
};

/** Why a step is taken: the event it follows from, or the person's act that began a batch. */
export type Because = { readonly correlationId: string; readonly causationId: string };

export const becauseOf = (cause: StoredEvent): Because => ({
  correlationId: cause.meta.correlationId,
  causationId: cause.eventId,
});

/** A step is built by this house's own code: a hand that may not take it is a bug, no refusal. */
export const assertHand = (wish: Pick<Wish, 'category' | 'command'>, { by }: Acting): void => {
  const acts = requiredActs(wish.category, wish.command.type);
  if (!acts.includes(by.act))
    throw new Error(`${wish.command.type} needs ${acts.join(' or ')}, not ${by.act}`);
};

const wishOf = (step: Step, because: Because, acting: Acting): Wish => {
  assertHand(step, acting);
  return { ...step, actorId: acting.by.id, ...because };
};

export const followUp = async (
  ports: DecisionPorts,
  step: Step,
  because: { readonly cause: StoredEvent; readonly acting?: Acting },
): Promise<Answer> => {
  const { cause, acting = actingFor(ports, cause) } = because;
  const wish = wishOf(step, becauseOf(cause), acting);
  return decideAndAppend(ports, wish, { acting, collect: () => collectFacts(ports, wish, acting) });
};

/** A step whose refusal would leave money or a case lying: it must be seen, and tried again. */
export const mustFollow = async (
  ports: DecisionPorts,
  step: Step,
  because: { readonly cause: StoredEvent; readonly acting?: Acting },
): Promise<void> => {
  const answer = await followUp(ports, step, because);
  if (answer.status === 'refused') throw followUpRefused(step.command.type, answer.code);
};

export const followUpRefused = (type: string, code: string): ApplicationFailure =>
  ApplicationFailure.create({
    type: `Refused.${code}`,
    message: `the engine's own ${type} was refused: ${code}`,
    nonRetryable: true,
  });

export type BatchOutcome =
  | { readonly status: 'done'; readonly version: number; readonly hasWorkflow: boolean }
  /** It was so before, perhaps by an earlier try that could tell nobody. */
  | { readonly status: 'unchanged'; readonly version: number }
  | { readonly status: 'refused'; readonly code: string };

type Pending = { readonly index: number; readonly request: AppendRequest };

/** Decides each step over its stream as it stands; the accepted ones become requests. */
const decideAll = async (
  ports: DecisionPorts,
  batch: Batch,
  outcomes: (BatchOutcome | undefined)[],
): Promise<readonly Pending[]> => {
  const open = batch.steps.flatMap((step, index) =>
    outcomes[index] === undefined ? [{ step, index }] : [],
  );
  const histories = await ports.store.loadStreams(open.map(({ step }) => step.streamId));
  return open.flatMap(({ step, index }) => {
    const history = histories.get(step.streamId) ?? [];
    const decided = decideOn(step, history, batch.acting);
    if ('refused' in decided) {
      outcomes[index] = { status: 'refused', code: decided.refused.code };
      return [];
    }
    if (decided.accepted.length === 0) {
      outcomes[index] = { status: 'unchanged', version: versionOf(history) };
      return [];
    }
    const wish = wishOf(step, batch.because, batch.acting);
    const over = { history, decided, acting: batch.acting };
    return [{ index, request: appendRequest(ports, wish, over) }];
  });
};

export type Batch = {
  readonly steps: readonly Step[];
  readonly because: Because;
  readonly acting: Acting;
};

/** Each try may lose one step to a name that is taken, so a chunk may need as many tries. */
const BATCH_TRIES = 50;

/** All accepted steps in one transaction (≤ 1,000 streams); refused ones are told apart. */
export const followUpMany = async (
  ports: DecisionPorts,
  batch: Batch,
): Promise<readonly BatchOutcome[]> => {
  const outcomes: (BatchOutcome | undefined)[] = batch.steps.map(() => undefined);
  for (let attempt = 1; attempt <= BATCH_TRIES; attempt += 1) {
    const pending = await decideAll(ports, batch, outcomes);
    const result = await ports.store.appendMany(pending.map(({ request }) => request));
    if (result.status === 'ok') {
      pending.forEach(({ index }, place) => {
        const { version, hasWorkflow } = result.results[place] ?? {
          version: 0,
          hasWorkflow: false,
        };
        outcomes[index] = { status: 'done', version, hasWorkflow };
      });
      return outcomes.flatMap((outcome) => outcome ?? []);
    }
    const obstacle = pending[result.index];
    if (obstacle === undefined) throw new Error('the store named an obstacle that was not sent');
    // Somebody else was faster on one stream: everything is decided again over what stands now.
    if (result.result.status === 'conflict') continue;
    const code = result.result.status === 'taken' ? 'IdentityTaken' : 'CommandIdReused';
    outcomes[obstacle.index] = { status: 'refused', code };
  }
  throw tooBusy();
};
