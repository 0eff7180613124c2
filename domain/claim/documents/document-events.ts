// What is recorded about the papers of a claim.
import type { LocalDate } from '../../calendar.ts';
import type { DueDate } from '../../rules/due-dates.ts';
import type { PaperFile } from './paper-file.ts';

export const DOCUMENT_KINDS = [
  'CLAIM_FORM',
  'MEMBER_CARD',
  'WORKER_ID_CARD',
  'HEIR_ID_CARD',
  'FAMILY_CARD',
  'DEATH_CERTIFICATE',
  'HEIR_STATEMENT',
  'MARRIAGE_BOOK',
  'BANK_BOOK',
  'POWER_OF_ATTORNEY',
  'KINSHIP_PROOF',
  'GUARDIAN_DETERMINATION',
  'WILL_DEED',
  'COURT_DETERMINATION',
  'NAME_DIFFERENCE_LETTER',
  'KK1_FORM',
  'KK2_FORM',
  'DOCTOR_STATEMENT',
  'WITNESS_STATEMENT',
  'POLICE_REPORT',
  'MEDICAL_REPORT',
  'REST_LETTER',
  'TRANSPORT_RECEIPT',
  'TREATMENT_RECEIPT',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Proofs that come with an act of the case. */
export const EVIDENCE_KINDS = [
  'OBJECTION_PROOF',
  'BINDING_DETERMINATION',
  'DEATH_DATE_PROOF',
  'CONCLUSION_PROOF',
  'MEDICAL_STATEMENT',
  'VISIT_MINUTES',
  'HOSPITAL_BILL',
  'REPAYMENT_PROOF',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A paper of the list that the law asks for, or a proof. */
export type PaperKind = DocumentKind | EvidenceKind;

export type DocumentReceived = {
  readonly type: 'DocumentReceived';
  readonly data: {
    readonly claimId: string;
    readonly documentId: string;
    readonly kind: DocumentKind;
    readonly sha256: string;
    readonly form: PaperForm;
    /** The file as it was received; absent for a paper received before files were looked at. */
    readonly file?: PaperFile;
    /** Of a legalised copy, or a copy of an original: who saw that other paper, when and where. */
    readonly seen?: PaperSeen;
  };
};

export type PaperForm = 'COPY' | 'LEGALISED' | 'ORIGINAL_SEEN';

export type PaperSeen = {
  /** Person of an office. */
  readonly by: string;
  readonly on: LocalDate;
  /** Office or village in words; null when it was the desk that received the copy. */
  readonly place: string | null;
};

/** A verifier looked at the paper and takes it as proof; whoever received it only took it in. */
export type DocumentAccepted = {
  readonly type: 'DocumentAccepted';
  readonly data: {
    readonly claimId: string;
    readonly documentId: string;
    readonly kind: DocumentKind;
  };
};

export type DocumentReturned = {
  readonly type: 'DocumentReturned';
  readonly data: {
    readonly claimId: string;
    readonly documentId: string;
    readonly kind: DocumentKind;
    readonly reason: string;
  };
};

/** The checklist is full: the clock of T-07 starts at this event's effectiveAt. */
export type DocumentsCompleted = {
  readonly type: 'DocumentsCompleted';
  readonly data: {
    readonly claimId: string;
    readonly kinds: readonly DocumentKind[];
    /** Until when it is paid, by the rules that this claim is decided by on that day. */
    readonly due?: DueDate;
  };
};
