// What is recorded about a sum that is owed, before and between its payments.
import type { LocalDate } from '../calendar.ts';
import type { Payee } from '../claim/assessment/assessment-events.ts';
import type { RupiahText } from '../money.ts';
import type { Flow, MandateMode } from '../programme/events.ts';

export type PayableCreated = {
  readonly type: 'PayableCreated';
  readonly data: {
    readonly payableId: string;
    readonly claimId: string;
    readonly workerId: string;
    readonly decision: number;
    readonly lineCodes: readonly string[];
    readonly amountIdr: RupiahText;
    readonly payerId: string;
    readonly mandateId: string;
    readonly mode: MandateMode;
    readonly flow: Flow;
    /** Null when the line is retained by the fund and never transferred. */
    readonly payee: Payee | null;
    readonly dueOn: LocalDate;
    readonly recommendedBy: readonly string[];
    readonly approvedBy: readonly string[];
    /** Whoever put the account right on an earlier payable of this claim: they send no money there. */
    readonly correctedBy?: readonly string[];
    /** The bill of a hospital that it pays; absent for a benefit. */
    readonly billId?: string;
  };
};

export type PayableHeld = {
  readonly type: 'PayableHeld';
  readonly data: { readonly payableId: string; readonly reason: string };
};

export type PayableReleased = {
  readonly type: 'PayableReleased';
  readonly data: { readonly payableId: string; readonly reason: string };
};

/** The decision that owed it fell before anything was paid; another decision owes anew. */
export type PayableCancelled = {
  readonly type: 'PayableCancelled';
  readonly data: { readonly payableId: string; readonly reason: string };
};

/** Frozen into one run; no other run can take it. */
export type PayableSelected = {
  readonly type: 'PayableSelected';
  readonly data: { readonly payableId: string; readonly runId: string; readonly attempt: number };
};

/** The run was cancelled before release: free again. */
export type PayableDeselected = {
  readonly type: 'PayableDeselected';
  readonly data: { readonly payableId: string; readonly runId: string };
};
