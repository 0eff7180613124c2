// What is recorded when people decide on a claim, or take a step back.
import type { LocalDate } from '../../calendar.ts';
import type { RupiahText } from '../../money.ts';
import type { MandateMode } from '../../programme/events.ts';
import type { DueDate } from '../../rules/due-dates.ts';
import type { RejectionCode } from './rejection-codes.ts';

/** The purse this claim is paid from, and whether we pay it or follow it. */
export type ClaimMandate = {
  readonly payerId: string;
  readonly mandateId: string;
  readonly mode: MandateMode;
  readonly programmeId: string;
};

export type ClaimRecommended = {
  readonly type: 'ClaimRecommended';
  readonly data: {
    readonly claimId: string;
    readonly decision: number;
    readonly totalIdr: RupiahText;
    readonly mandate: ClaimMandate;
    /** Under TRACKS this act is a precheck (*verifikasi awal*), not a determination. */
    readonly precheck: boolean;
    readonly recommendedBy: readonly string[];
    /** Why a check that asked for a person's eye may pass. */
    readonly reason?: string;
    /** The proposal that is recommended; absent for the claim itself. */
    readonly topUp?: number;
  };
};

export type ClaimApproved = {
  readonly type: 'ClaimApproved';
  readonly data: {
    readonly claimId: string;
    readonly decision: number;
    readonly totalIdr: RupiahText;
    /** Everyone who ever recommended on this case, returned recommendations included. */
    readonly recommendedBy: readonly string[];
    readonly approvedBy: readonly string[];
    /** The office's day of the decision: the time bar of an objection counts from it. */
    readonly decidedOn?: LocalDate;
    /** until when a family may object. */
    readonly objectBy?: DueDate;
  };
};

/** TRACKS: the branch's verdict as reported to us. A sum unlike ours opens an exception. */
export type DeterminationReported = {
  readonly type: 'DeterminationReported';
  readonly data: {
    readonly claimId: string;
    readonly decision: number;
    readonly determinedIdr: RupiahText;
    readonly computedIdr: RupiahText;
    readonly differs: boolean;
    readonly reference: string;
    readonly determinedOn: LocalDate;
    readonly recommendedBy: readonly string[];
    readonly approvedBy: readonly string[];
    readonly objectBy?: DueDate;
  };
};

export type ClaimReturned = {
  readonly type: 'ClaimReturned';
  readonly data: { readonly claimId: string; readonly reason: string };
};

export type ClaimRejected = {
  readonly type: 'ClaimRejected';
  readonly data: {
    readonly claimId: string;
    readonly reason: string;
    readonly article: string;
    /** What the family can still do. */
    readonly cure: string;
    readonly recommendedBy: readonly string[];
    readonly rejectedBy: readonly string[];
    /** Absent for a rejection in the decider's own words alone. */
    readonly code?: RejectionCode;
    /** The office's day of the decision: the time bar of an objection counts from it. */
    readonly decidedOn?: LocalDate;
    readonly objectBy?: DueDate;
  };
};

export type ClaimWithdrawn = {
  readonly type: 'ClaimWithdrawn';
  readonly data: { readonly claimId: string; readonly reason: string };
};

export type ClaimReopened = {
  readonly type: 'ClaimReopened';
  readonly data: { readonly claimId: string; readonly reason: string };
};
