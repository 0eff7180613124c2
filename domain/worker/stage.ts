// Where a worker stands, said from the facts of the stream: one word for screens and workflows.
import type { LocalDate } from '../calendar.ts';
import type { WorkerClaimSettled, WorkerStage } from './events.ts';
import type { DeathDoubt, KnownDeath } from './known-death-events.ts';

export type WorkerState = {
  readonly workerId: string | null;
  /** The list and row that named this person last. */
  readonly nomination: { readonly rosterId: string; readonly rosterRow: number } | null;
  readonly decree: { readonly number: string; readonly date: LocalDate } | null;
  readonly enrolment: { readonly kpjCommitment: string; readonly coverStart: LocalDate } | null;
  readonly refusal: string | null;
  readonly card: { readonly cardId: string; readonly isHandedOver: boolean } | null;
  readonly death: { readonly claimId: string; readonly date: LocalDate } | null;
  /** Claims of accidents and illnesses, in the order in which they became known. */
  readonly incidents: readonly { readonly claimId: string; readonly eventDate: LocalDate }[];
  readonly outcome: WorkerClaimSettled['data']['outcome'] | null;
  /** What a list of the dead says, with or without a claim. */
  readonly known: KnownDeath | null;
  readonly doubts: ReadonlyMap<string, DeathDoubt>;
};

const isKnownDead = ({ known }: Pick<WorkerState, 'known'>): boolean =>
  known !== null && known.closed !== 'ALIVE';

/** The later fact of a life outweighs the earlier one, in whatever order they became known. */
export const workerStage = (state: WorkerState): WorkerStage => {
  if (state.workerId === null) return 'UNKNOWN';
  if (state.outcome !== null) return 'ENDED';
  if (state.death !== null || isKnownDead(state)) return 'REPORTED_DEAD';
  if (state.enrolment !== null) return 'ENROLLED';
  if (state.refusal !== null) return 'REGISTRATION_REFUSED';
  return state.decree === null ? 'NOMINATED' : 'NAMED_IN_DECREE';
};
