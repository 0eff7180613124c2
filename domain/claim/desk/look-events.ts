// Who looked into a claim, recorded with the claim: which fields or paper, why; never the content.
import type { PaperKind } from '../documents/document-events.ts';

/** Sealed fields of a claim that a desk may open. */
export const CLAIM_FIELDS = [
  'PAYEE_NAME',
  'PAYEE_ACCOUNT',
  'HEIR_NAME',
  'GUARDIAN_NAME',
  'REPORTER_NAME',
  'REPORTER_CONTACT',
  'CIRCUMSTANCES',
  'OBJECTOR_NAME',
  'OBJECTION_GROUNDS',
  'VISIT_MINUTES',
  'VISIT_SIGNERS',
] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

export type ClaimFieldsRevealed = {
  readonly type: 'ClaimFieldsRevealed';
  readonly data: {
    readonly claimId: string;
    readonly fields: readonly ClaimField[];
    readonly reason: string;
  };
};

export type DocumentRead = {
  readonly type: 'DocumentRead';
  readonly data: {
    readonly claimId: string;
    readonly documentId: string;
    readonly kind: PaperKind;
    /** Null where the case itself is the reason: whoever handles, checks or decides it. */
    readonly reason: string | null;
  };
};

export type NoteClaimRevealed = {
  readonly type: 'NoteClaimRevealed';
  readonly data: Omit<ClaimFieldsRevealed['data'], 'claimId'>;
};

export type NoteDocumentRead = {
  readonly type: 'NoteDocumentRead';
  readonly data: Omit<DocumentRead['data'], 'claimId' | 'kind'>;
};

const LOOKS = ['ClaimFieldsRevealed', 'DocumentRead'] as const;

/** A look moves nothing: no clock, no stage, no figure. */
export const isClaimLook = <Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { readonly type: (typeof LOOKS)[number] }> =>
  LOOKS.some((type) => type === event.type);
