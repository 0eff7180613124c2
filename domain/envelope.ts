// What surrounds every event: who acted, in which role, because of which command.
import type { ActedBy } from './actor.ts';

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** `live`: recorded as it happened. `historic`: entered when a running programme was taken over. */
export type Origin = 'live' | 'historic';

export type EventMeta = {
  readonly actor: ActedBy;
  readonly reason?: string;
  /** Number of the office's agenda under which the matter came in. */
  readonly agenda?: string;
  readonly commandId: string;
  readonly causationId?: string;
  readonly correlationId: string;
  readonly origin: Origin;
};
