// What is recorded when the account of a payee was wrong: one person proposes, another confirms.
import type { Payee } from '../claim/assessment/assessment-events.ts';

/** The payee stays who they are (H-04): only where their money goes is put right. */
export type PayeeAccount = Pick<Payee, 'account' | 'accountIndex' | 'bic'>;

export type PayeeCorrectionProposed = {
  readonly type: 'PayeeCorrectionProposed';
  readonly data: PayeeAccount & {
    readonly payableId: string;
    /** Hex SHA-256 of the kept paper that shows the account, e.g. the bank book. */
    readonly evidenceSha256: string;
    readonly reason: string;
    readonly proposedBy: readonly string[];
  };
};

export type PayeeAccountCorrected = {
  readonly type: 'PayeeAccountCorrected';
  readonly data: PayeeCorrectionProposed['data'] & { readonly confirmedBy: readonly string[] };
};

export type ProposePayeeCorrection = {
  readonly type: 'ProposePayeeCorrection';
  readonly data: PayeeAccount & {
    readonly evidenceSha256: string;
    readonly reason: string;
    /** Collected, never believed: who assembled or released a run with this payable. */
    readonly runPersons?: readonly string[];
  };
};

/** By the engine's own hand: the same correction, on the other payables of this payee in the claim. */
export type FollowPayeeCorrection = {
  readonly type: 'FollowPayeeCorrection';
  readonly data: Omit<PayeeAccountCorrected['data'], 'payableId'>;
};

/** The second person reads the account from the paper again: only the same one is confirmed. */
export type ConfirmPayeeCorrection = {
  readonly type: 'ConfirmPayeeCorrection';
  readonly data: {
    readonly accountIndex: string;
    readonly bic: string;
    /** Collected, never believed: who assembled or released a run with this payable. */
    readonly runPersons?: readonly string[];
  };
};
