// Where a workflow takes commands: form first, one at a time, answered with stage and position.
import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  condition,
  type defineUpdate,
  isCancellation,
  setHandler,
} from '@temporalio/workflow';
import type { Decided } from '../activities/activities.ts';
import type { CommandEnvelope } from '../domain/command.ts';
import type { Reply, SyncValidator } from './messages.ts';
import { createTurns } from './turns.ts';

/** The code of a failed activity, or `Infra.StoreAway` when its time ran out. */
export const failureCode = (error: unknown): string | undefined => {
  if (!(error instanceof ActivityFailure) || isCancellation(error)) return undefined;
  const { cause } = error;
  return (cause instanceof ApplicationFailure ? cause.type : undefined) ?? 'Infra.StoreAway';
};

/** An update must not wait for ever: nothing was promised, the same command may be sent again. */
const orStoreAway = (error: unknown): never => {
  const type = failureCode(error);
  if (type === undefined) throw error;
  throw ApplicationFailure.create({
    type,
    message: 'the decision could not be recorded now; the same command may be sent again',
    nonRetryable: true,
    category: 'BENIGN',
  });
};

export type Desk = {
  /**
   * Work between two commands. Two local activities never run side by side: both may have ended
   * before a replay reaches them, and it would then go on in another order than was lived through.
   */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** No command is being decided and none waits. */
  isIdle(): boolean;
  /** Undefined where it is idle already: a condition is half a dozen promises. */
  whenIdle(): Promise<void> | undefined;
};

/** Registers its handler at once: updates that came with the start run before the main function. */
export const openDesk = <Facts>(desk: {
  readonly update: ReturnType<typeof defineUpdate<Reply, [CommandEnvelope, string]>>;
  readonly validator: SyncValidator;
  /** True once the workflow has read its stream, or where a command needs no look before it. */
  isOpen(envelope: CommandEnvelope): boolean;
  decide(envelope: CommandEnvelope): Promise<Decided<Facts>>;
  /** Something was recorded; null: the stream is to be read again. */
  recorded(facts: Facts | null): void;
}): Desk => {
  const turns = createTurns();
  setHandler(
    desk.update,
    async (envelope, attempt) => {
      if (!desk.isOpen(envelope)) await condition(() => desk.isOpen(envelope));
      return turns.take(async () => {
        const { answer, facts } = await desk.decide(envelope).catch(orStoreAway);
        if (answer.status === 'recorded') desk.recorded(facts);
        return { answer, attempt };
      });
    },
    { validator: desk.validator },
  );
  const isIdle = (): boolean => allHandlersFinished() && turns.isFree();
  return {
    alone: (work) => turns.take(work),
    isIdle,
    whenIdle: () => (isIdle() ? undefined : condition(isIdle)),
  };
};
