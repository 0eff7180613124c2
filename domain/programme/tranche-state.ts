// What a tranche's decisions need to know of its past: its terms, its seats, its closed history.
import type { Month } from '../calendar.ts';
import type { TrancheOpened } from './events.ts';
import type { GateFacts } from './gate-state.ts';

export type TrancheState = {
  readonly tranche: TrancheOpened['data'] | null;
  /** Seats by list: the newest number said for a list counts. */
  readonly seats: Readonly<Record<string, number>>;
  readonly gate: GateFacts;
  /** Proposed and not confirmed yet; the newest proposal counts. */
  readonly closureProposed: {
    readonly throughMonth: Month;
    readonly by: readonly string[];
  } | null;
  /** Through this month nothing is entered as history any more. */
  readonly closedThrough: Month | null;
};
