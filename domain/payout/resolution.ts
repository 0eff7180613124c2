// How a payment that no answer of the bank can end is ended: by cancelling its run, or by a person.

/** The run was cancelled before its file was handed over: this intent never leaves the house. */
export type PaymentVoided = {
  readonly type: 'PaymentVoided';
  readonly data: {
    readonly payableId: string;
    readonly runId: string;
    readonly endToEndId: string;
  };
};

export const PAYMENT_OUTCOMES = ['PAID', 'NOT_PAID'] as const;
/** `PAID`: the payee holds what was owed, once. `NOT_PAID`: no attempt left money with the payee. */
export type PaymentOutcome = (typeof PAYMENT_OUTCOMES)[number];

/** What a person found out about a disputed or lost payment; it speaks for every attempt. */
export type PaymentResolved = {
  readonly type: 'PaymentResolved';
  readonly data: {
    readonly payableId: string;
    readonly outcome: PaymentOutcome;
    /** The attempt that paid; null when none did. */
    readonly endToEndId: string | null;
    readonly reason: string;
    readonly resolvedBy: readonly string[];
  };
};

export type ResolvePayment = {
  readonly type: 'ResolvePayment';
  readonly data: {
    readonly outcome: PaymentOutcome;
    readonly endToEndId: string | null;
    readonly reason: string;
    /** Collected, never believed: who assembled or released a run with this payable. */
    readonly runPersons?: readonly string[];
  };
};
