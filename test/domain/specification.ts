// Given facts, when somebody wishes something, then events, a refusal or nothing: the three endings.
import { expect } from 'vitest';
import type { Act, ActedBy } from '../../domain/actor.ts';
import { type Context, type Decider, type Decision, fold } from '../../domain/decider.ts';

export const NOON = '2024-07-08T04:00:00.000Z';

/** A person of the cast at the desk, or at the desk for somebody else. */
export const person = (id: string, act: Act, onBehalfOf?: string): ActedBy => ({
  id,
  office: 'DISNAKER',
  act,
  letter: `SK/${id}/2024`,
  ...(onBehalfOf !== undefined && { onBehalfOf }),
});

export const at = (by: ActedBy, now: string = NOON): Context => ({ by, now });

type Named = { readonly type: string; readonly data: object };

const outcome = <E extends Named>(decision: Decision<E>) => ({
  /** It happens: exactly these events, each with at least these data. */
  thenRecords: (...expected: readonly Named[]): void => {
    expect('refused' in decision ? decision.refused : []).toEqual([]);
    const accepted = 'accepted' in decision ? decision.accepted : [];
    expect(accepted.map((event) => event.type)).toEqual(expected.map((event) => event.type));
    expect(accepted).toMatchObject(expected);
  },
  /** It is refused, for this reason and no other. */
  thenRefuses: (code: string, facts: object = {}): void => {
    expect(decision).toMatchObject({ refused: { code, facts } });
  },
  /** Nothing happens: it was already so. */
  thenNothing: (): void => {
    expect(decision).toEqual({ accepted: [] });
  },
});

/** Starts a specification over the recorded past of one stream. */
export const specify = <S, C, E extends Named, R extends string>(decider: Decider<S, C, E, R>) => ({
  given: (...past: readonly E[]) => ({
    when: (command: C, context: Context) =>
      outcome<E>(decider.decide(command, fold(decider, past), context)),
    /** What it records, to go on from there; a refusal is a bug of the test. */
    records: (command: C, context: Context): readonly E[] => {
      const decision = decider.decide(command, fold(decider, past), context);
      if ('refused' in decision) throw new Error(`refused: ${decision.refused.code}`);
      return decision.accepted;
    },
  }),
  /** The past that follows when all these wishes are carried out; a refusal on the way is a bug. */
  after: (...wishes: readonly (readonly [C, Context])[]): readonly E[] => {
    const past: E[] = [];
    for (const [command, context] of wishes) {
      const decision = decider.decide(command, fold(decider, past), context);
      if ('refused' in decision) throw new Error(`refused on the way: ${decision.refused.code}`);
      past.push(...decision.accepted);
    }
    return past;
  },
});
