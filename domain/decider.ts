// The shape of every decision: facts in, events or a refusal out; no clock, no randomness, no I/O.

/** A refusal is an expected answer that a person reads: a true sentence as code, and its facts. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
};

export type Decision<Event, Code extends string = string> =
  | { readonly accepted: readonly Event[] }
  | { readonly refused: Refusal<Code> };

/** No events mean "already so": the same wish again changes nothing. */
export const accept = <Event>(
  ...events: readonly Event[]
): { readonly accepted: readonly Event[] } => ({
  accepted: events,
});

export const refuse = <Code extends string>(
  code: Code,
  facts: Refusal['facts'] = {},
): { readonly refused: Refusal<Code> } => ({ refused: { code, facts } });

/**
 * One fact of an entered past, with the instant at which it took effect. Without it an event takes
 * effect with its act; a live event never carries one.
 */
export type Dated<Event> = Event & { readonly effectiveAt?: string };

/** What a decision knows besides the stream: who acts, and the office's now. */
export type Context = {
  readonly by: import('./actor.ts').ActedBy;
  /** ISO instant (UTC) of the act. */
  readonly now: string;
  /** `historic`: a past is being entered. Absent means live. */
  readonly origin?: 'live' | 'historic';
};

export type Decider<State, Command, Event, Code extends string = string> = {
  readonly initial: State;
  decide(command: Command, state: State, context: Context): Decision<Event, Code>;
  evolve(state: State, event: Event): State;
};

/** Folds recorded events in position order. */
export const fold = <State, Event>(
  decider: { readonly initial: State; evolve(state: State, event: Event): State },
  events: readonly Event[],
): State => events.reduce((state, event) => decider.evolve(state, event), decider.initial);

/** Stops the build when a case is forgotten, and names the stranger at run time. */
export const assertNever = (value: never, what: string): never => {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`);
};
