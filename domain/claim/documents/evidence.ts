// Proof that came with an act of the case, kept like a paper: the look at it is recorded like any other.

import type { ClaimEvent } from '../events.ts';
import type { EvidenceKind } from './document-events.ts';

export type Evidence = {
  readonly documentId: string;
  readonly kind: EvidenceKind;
  readonly sha256: string;
};

const KIND_OF = {
  DecisionObjected: 'OBJECTION_PROOF',
  BindingDeterminationRecorded: 'BINDING_DETERMINATION',
  DeathConcluded: 'CONCLUSION_PROOF',
  DeathDateCorrected: 'DEATH_DATE_PROOF',
  MissingDetermined: 'DEATH_DATE_PROOF',
  PersonFound: 'DEATH_DATE_PROOF',
  IncidentConcluded: 'CONCLUSION_PROOF',
  MedicalStatementRecorded: 'MEDICAL_STATEMENT',
  FieldVisitDone: 'VISIT_MINUTES',
  HospitalBillReceived: 'HOSPITAL_BILL',
  RecoveryRepaid: 'REPAYMENT_PROOF',
} as const satisfies Partial<Readonly<Record<ClaimEvent['type'], EvidenceKind>>>;

/** Events of a claim that bring bytes with them. */
export const PAPER_EVENTS = [
  'DocumentReceived',
  ...(Object.keys(KIND_OF) as (keyof typeof KIND_OF)[]),
] as const;

type Evidenced = Extract<ClaimEvent, { readonly type: keyof typeof KIND_OF }>;

const isEvidenced = (event: ClaimEvent): event is Evidenced => Object.hasOwn(KIND_OF, event.type);

/** A proof has no id of its own: the same bytes are the same paper. */
const idOf = (sha256: string): string =>
  [sha256.slice(0, 8), sha256.slice(8, 12), sha256.slice(12, 16), sha256.slice(16, 20)]
    .concat(sha256.slice(20, 32))
    .join('-');

export const evidenceOf = (event: ClaimEvent): Evidence | null => {
  if (!isEvidenced(event) || event.data.evidenceSha256 === null) return null;
  const { evidenceSha256: sha256 } = event.data;
  return { documentId: idOf(sha256), kind: KIND_OF[event.type], sha256 };
};

/** Once, however many acts rest on it. */
export const withEvidence = <E extends Evidence>(
  known: readonly E[],
  found: E | null,
): readonly E[] =>
  found === null || known.some(({ documentId }) => documentId === found.documentId)
    ? known
    : [...known, found];
