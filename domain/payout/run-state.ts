// What a payout run's decisions need to know of its past.
import { assertNever } from '../decider.ts';
import type {
  PaymentFilePrepared,
  PayoutRunEvent,
  PayoutRunStage,
  RunAssembled,
  RunReconciled,
} from './run-events.ts';

export type PayoutRunState = {
  readonly assembled: RunAssembled['data'] | null;
  readonly cancelled: boolean;
  readonly releasedBy: readonly string[] | null;
  readonly file: PaymentFilePrepared['data'] | null;
  readonly dropped: boolean;
  /** Hashes of the bank's files already taken in. */
  readonly ingested: readonly string[];
  readonly reconciled: RunReconciled['data'] | null;
};

export const initialRun: PayoutRunState = {
  assembled: null,
  cancelled: false,
  releasedBy: null,
  file: null,
  dropped: false,
  ingested: [],
  reconciled: null,
};

export const evolveRun = (state: PayoutRunState, event: PayoutRunEvent): PayoutRunState => {
  switch (event.type) {
    case 'RunMemberAdded':
      // The members rest on their own streams; count, sum and hash on the whole are in RunAssembled.
      return state;
    case 'RunAssembled':
      return { ...state, assembled: event.data };
    // A look moves nothing.
    case 'RunNamesOpened':
      return state;
    case 'RunReleased':
      return { ...state, releasedBy: event.data.releasedBy };
    case 'RunCancelled':
      return { ...state, cancelled: true };
    case 'PaymentFilePrepared':
      return { ...state, file: event.data };
    case 'PaymentFileDropped':
      return { ...state, dropped: true };
    case 'BankAnswerIngested':
      return { ...state, ingested: [...state.ingested, event.data.fileSha256] };
    case 'RunReconciled':
      return { ...state, reconciled: event.data };
    default:
      return assertNever(event, 'payout run event');
  }
};

/** Where a run stands, as one code; its texts live in the copy catalogues. */
export const payoutRunStage = (state: PayoutRunState): PayoutRunStage => {
  if (state.assembled === null) return 'UNKNOWN';
  if (state.cancelled) return 'CANCELLED';
  if (state.reconciled !== null) return 'RECONCILED';
  if (state.dropped) return 'FILE_DROPPED';
  if (state.file !== null) return 'FILE_PREPARED';
  return state.releasedBy === null ? 'ASSEMBLED' : 'RELEASED';
};
