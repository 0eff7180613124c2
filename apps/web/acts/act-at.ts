// Where an act happens: whose desk, on which stream, under which command id.
import type { Desk } from '../house.ts';

export type ActAt = {
  readonly desk: Desk;
  readonly streamId: string;
  /** Made by the caller; sealed fields are sealed under it. */
  readonly commandId: string;
};
