// One stream at a day, as known at a position: the events in force, and the fact that each last said.
import { type LocalDate, officeDay } from '../../domain/calendar.ts';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import { factOf } from '../timeline.ts';
import { isAfter } from './known-rows.ts';

export type KnownStream = {
  /** What took effect by the day and was on record by the position, in the order of the log. */
  readonly inForce: readonly StoredEvent[];
  /** What the log learnt later about a day up to this one. */
  readonly learntLater: number;
};

/** Before its first event a stream is not there, whatever was said of earlier days. */
export const streamKnownAt = (
  history: readonly StoredEvent[],
  { at, position }: { readonly at: LocalDate; readonly position: string },
): KnownStream => {
  const byThen = history.filter(({ effectiveAt }) => officeDay(effectiveAt) <= at);
  const [first] = history;
  const inForce = byThen.filter((event) => !isAfter(event.position, position));
  const hasBegun = inForce[0]?.version === first?.version;
  return {
    inForce: hasBegun ? inForce : [],
    learntLater: byThen.length - (hasBegun ? inForce.length : 0),
  };
};

/** The last event of every fact: what stands, each with the event that says it. */
export const factsInForce = (inForce: readonly StoredEvent[]): readonly StoredEvent[] => {
  const facts = new Map<string, StoredEvent>();
  for (const event of inForce) {
    const fact = factOf(event);
    facts.delete(fact);
    facts.set(fact, event);
  }
  return [...facts.values()];
};
