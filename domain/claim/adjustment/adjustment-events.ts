// What is recorded when the entitlement of a decided claim turns out to be another one.
import type { LocalDate } from '../../calendar.ts';
import type { RupiahText } from '../../money.ts';

/** The fact that changed the entitlement: the cause of what is proposed. */
export type AdjustmentCause =
  | { readonly kind: 'CONTRIBUTION'; readonly streamId: string; readonly position: string }
  | { readonly kind: 'DEATH_DATE'; readonly reference: string }
  /** Paid after the day of the law: the day. */
  | { readonly kind: 'LATE_PAYMENT'; readonly reference: string }
  | { readonly kind: 'ORIGIN'; readonly reference: string }
  | { readonly kind: 'ALIVE'; readonly reference: string }
  /** The statement of a doctor that came later: its paper. */
  | { readonly kind: 'MEDICAL'; readonly reference: string }
  /** Costs that were asked back later: their sum. */
  | { readonly kind: 'COSTS'; readonly reference: string }
  | { readonly kind: 'DETERMINATION'; readonly reference: string };

/** One payee's share of the difference; `payee` is a ref, or `DJS` for what the fund keeps. */
export type Difference = { readonly payee: string; readonly amountIdr: RupiahText };

type Proposed = {
  readonly claimId: string;
  /** Counts the proposals of this claim; a newer one takes the place of an older. */
  readonly proposal: number;
  readonly entitledIdr: RupiahText;
  readonly grantedIdr: RupiahText;
  readonly amountIdr: RupiahText;
  readonly shares: readonly Difference[];
  readonly cause: AdjustmentCause;
};

/** More is owed than was granted: payable only after a recommendation and another's approval. */
export type TopUpProposed = { readonly type: 'TopUpProposed'; readonly data: Proposed };

/** More was granted than is owed. Nothing is taken back by this: a person with authority decides. */
export type RecoveryProposed = { readonly type: 'RecoveryProposed'; readonly data: Proposed };

/** A later fact made what was granted right again. */
export type AdjustmentDropped = {
  readonly type: 'AdjustmentDropped';
  readonly data: {
    readonly claimId: string;
    readonly dropped: 'TOP_UP' | 'RECOVERY';
    readonly proposal: number;
    readonly cause: AdjustmentCause;
  };
};

export const RECOVERY_OUTCOMES = ['DEMAND', 'WAIVE'] as const;

export type RecoveryDecided = {
  readonly type: 'RecoveryDecided';
  readonly data: {
    readonly claimId: string;
    readonly proposal: number;
    readonly outcome: (typeof RECOVERY_OUTCOMES)[number];
    readonly amountIdr: RupiahText;
    readonly legalBasis: string;
    readonly reason: string;
    readonly decidedBy: readonly string[];
    /** The decision whose money is demanded back, or left. */
    readonly decision?: number;
  };
};

/** What was demanded came back, whole or in part; `leftIdr` of nothing closes the recovery. */
export type RecoveryRepaid = {
  readonly type: 'RecoveryRepaid';
  readonly data: {
    readonly claimId: string;
    readonly amountIdr: RupiahText;
    /** The day on which the bank booked it. */
    readonly paidOn: LocalDate;
    readonly reference: string;
    readonly leftIdr: RupiahText;
    readonly evidenceSha256: string;
    readonly recordedBy: readonly string[];
  };
};

export type RecordRepayment = {
  readonly type: 'RecordRepayment';
  readonly data: Pick<
    RecoveryRepaid['data'],
    'amountIdr' | 'paidOn' | 'reference' | 'evidenceSha256'
  >;
};

export const BINDING_AUTHORITIES = ['LABOUR_INSPECTOR', 'MINISTER', 'COURT'] as const;
export type BindingAuthority = (typeof BINDING_AUTHORITIES)[number];

/** An inspector's, the Minister's or a court's word binds, and carries its own amount. */
export type BindingDeterminationRecorded = {
  readonly type: 'BindingDeterminationRecorded';
  readonly data: {
    readonly claimId: string;
    readonly authority: BindingAuthority;
    readonly reference: string;
    readonly determinedOn: LocalDate;
    readonly entitledIdr: RupiahText;
    readonly basis: string;
    /** Hex SHA-256 of the kept paper. */
    readonly evidenceSha256: string;
    /** They decide nothing on this case: their word alone would set the sum. */
    readonly recordedBy?: readonly string[];
  };
};

export type RecordBindingDetermination = {
  readonly type: 'RecordBindingDetermination';
  readonly data: Omit<BindingDeterminationRecorded['data'], 'claimId' | 'recordedBy'>;
};

export type DecideRecovery = {
  readonly type: 'DecideRecovery';
  readonly data: Pick<RecoveryDecided['data'], 'outcome' | 'amountIdr' | 'legalBasis' | 'reason'>;
};
