// The payee looked at once more when money is about to move: alive, and the account that was decided on.
import type { PayableState } from './payable-state.ts';

export const SCREENING_CODES = ['PayeeReportedDead', 'PayeeAccountChanged'] as const;
export type ScreeningCode = (typeof SCREENING_CODES)[number];

/** What the case says today; read from its own streams. */
export type CaseNow = {
  /** Keyed index of the account that the case determines now; null where it determines none. */
  readonly determined: string | null;
  /** The payee is the worker in person, as after an accident that was survived. */
  readonly isOfWorker: boolean;
  /** A death of the worker is reported and was not taken back. */
  readonly workerDied: boolean;
  /** Whom the claim of that death pays; null while nobody was determined. */
  readonly heirAccount: string | null;
};

/** Null where nothing stands against paying. A correction by two persons is newer than the case. */
export const screenPayee = (
  { payee, corrected }: Pick<PayableState, 'payee' | 'corrected'>,
  now: CaseNow,
): ScreeningCode | null => {
  if (payee === null) return null;
  const { accountIndex } = payee;
  if (now.isOfWorker && now.workerDied && accountIndex !== now.heirAccount)
    return 'PayeeReportedDead';
  const isAnother = now.determined !== null && now.determined !== accountIndex;
  return isAnother && !corrected ? 'PayeeAccountChanged' : null;
};
