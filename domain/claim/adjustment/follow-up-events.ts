// What is recorded when a step that follows from a claim is refused by the stream it concerns.

export const FOLLOW_UP_STEPS = [
  'NOTE_DEATH',
  'NOTE_OUTCOME',
  'LINK_CASES',
  'PASS_DEADLINE',
] as const;
export type FollowUpStep = (typeof FOLLOW_UP_STEPS)[number];

/** A person must look: the engine tried, and the other stream said no. */
export type FollowUpRefused = {
  readonly type: 'FollowUpRefused';
  readonly data: {
    readonly claimId: string;
    readonly step: FollowUpStep;
    /** Code of the refusal, with words in the copy catalogues. */
    readonly code: string;
  };
};

/** The step was taken after all: nobody need look any more. */
export type FollowUpTaken = {
  readonly type: 'FollowUpTaken';
  readonly data: { readonly claimId: string; readonly step: FollowUpStep };
};

export type NoteFollowUp = {
  readonly type: 'NoteFollowUp';
  readonly data: {
    readonly step: FollowUpStep;
    /** Null: it was taken. */
    readonly refusedWith: string | null;
  };
};
