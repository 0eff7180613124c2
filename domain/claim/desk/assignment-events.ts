// What is recorded when a claim is given to one verifier, or given back to the queue.

/** One person works on it now; everybody else sees who. It gives no right and takes none away. */
export type ClaimAssigned = {
  readonly type: 'ClaimAssigned';
  readonly data: {
    readonly claimId: string;
    readonly assignee: string;
    /** With whom it lay before; null for the open queue. */
    readonly before: string | null;
    /** Why it was taken from somebody. */
    readonly reason: string | null;
  };
};

export type ClaimReleased = {
  readonly type: 'ClaimReleased';
  readonly data: {
    readonly claimId: string;
    readonly assignee: string;
    readonly reason: string | null;
  };
};

export type AssignClaim = {
  readonly type: 'AssignClaim';
  readonly data: {
    readonly assignee: string;
    /** With whom the sender saw it; with another by now, nothing is taken from anybody. */
    readonly from: string | null;
    readonly reason: string | null;
    /** Collected: whether the assignee may check or recommend this claim today. */
    readonly isVerifier: boolean;
  };
};

export type ReleaseClaim = {
  readonly type: 'ReleaseClaim';
  readonly data: { readonly reason: string | null };
};
