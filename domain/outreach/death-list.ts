// Stream `death_list-…`: a list of the dead was received from an office, and what became of its rows.
import { accept, type Decider, type Decision, refuse } from '../decider.ts';
import type { DeathSource } from '../worker/known-death-events.ts';

export type DeathListReceived = {
  readonly type: 'DeathListReceived';
  readonly data: {
    readonly listId: string;
    readonly source: DeathSource;
    /** Kemendagri code: members who live in it were compared. */
    readonly area: string;
    readonly fileSha256: string;
    readonly rows: number;
    /** Members for certain; to be looked at by a person; nobody here; not readable. */
    readonly certain: number;
    readonly doubtful: number;
    readonly strangers: number;
    readonly refused: number;
  };
};

export type DeathListEvent = DeathListReceived;
export type DeathListCommand = {
  readonly type: 'ReceiveDeathList';
  readonly data: DeathListReceived['data'];
};

export type DeathListRefusal = 'DeathListEmpty';
export type DeathListState = { readonly fileSha256: string | null };
export type DeathListStage = 'UNKNOWN' | 'RECEIVED';

export const deathListStage = ({ fileSha256 }: DeathListState): DeathListStage =>
  fileSha256 === null ? 'UNKNOWN' : 'RECEIVED';

const decide = (
  { data }: DeathListCommand,
  { fileSha256 }: DeathListState,
): Decision<DeathListEvent, DeathListRefusal> => {
  // The counts of the first time stand: who was enrolled since then is found all the same.
  if (fileSha256 !== null) return accept();
  if (data.rows < 1) return refuse('DeathListEmpty');
  return accept({ type: 'DeathListReceived', data });
};

export const deathListDecider: Decider<
  DeathListState,
  DeathListCommand,
  DeathListEvent,
  DeathListRefusal
> = {
  initial: { fileSha256: null },
  decide,
  evolve: (_, { data }) => ({ fileSha256: data.fileSha256 }),
};
