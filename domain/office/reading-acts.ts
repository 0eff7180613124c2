// Whoever holds one of these acts may look: at a person, into a claim, at a paper.
import type { Act } from '../actor.ts';

/** Tried in this order: a role in the case before the auditor's, who must say why. */
export type Acts = readonly [Act, ...Act[]];

/** Whoever has a part in a claim, from the report to the money, and whoever audits it. */
export const CLAIM_READERS: Acts = [
  'report-death',
  'handle-documents',
  'check-claim',
  'recommend-claim',
  'approve-claim',
  'sign-letter',
  'assemble-run',
  'release-run',
  'hold-payment',
  'report-payment',
  'ingest-bank-answer',
  'audit',
];

/** Whoever decides on the papers or audits the decision; others see that they are there. */
export const PAPER_READERS: Acts = [
  'handle-documents',
  'check-claim',
  'recommend-claim',
  'approve-claim',
  'sign-letter',
  'audit',
];

/** Whoever answers for the money of a run, or audits it, may print whom it pays. */
export const RUN_NAME_READERS: Acts = ['assemble-run', 'release-run', 'hold-payment', 'audit'];

/** Whoever writes to a family numbers the letter; signing it is an act of its own. */
export const LETTER_WRITERS: Acts = [
  'handle-documents',
  'check-claim',
  'approve-claim',
  'sign-letter',
];

/** Whoever enrols a person, hands over the card, or has a part in the claim. */
export const WORKER_READERS: Acts = [
  'manage-programme',
  'import-roster',
  'approve-roster',
  'register-workers',
  'hand-over-card',
  ...CLAIM_READERS,
];

/** Whoever meets the person or the family at a desk, or audits: they find by a number that is said. */
export const WORKER_FINDERS: Acts = [
  'report-death',
  'handle-documents',
  'check-claim',
  'recommend-claim',
  'approve-claim',
  'register-workers',
  'hand-over-card',
  'audit',
];

/** Whoever handles the person's papers may open the person's fields; everybody else sees masks. */
export const FIELD_READERS: Acts = [
  'handle-documents',
  'check-claim',
  'register-workers',
  'hand-over-card',
  'audit',
];

/** Whoever carries or audits the programme sees its figures; figures name nobody. */
export const FIGURE_READERS: Acts = [
  'manage-programme',
  'import-roster',
  'approve-roster',
  'register-workers',
  'grant-mandate',
  'override-gate',
  'accept-arrears',
  'record-contribution',
  'hand-over-card',
  ...CLAIM_READERS,
];

/** Whoever pays contributions, opens the gate or counts cards of a tranche, and whoever audits it. */
export const CONTRIBUTION_READERS: Acts = [
  'manage-programme',
  'approve-roster',
  'grant-mandate',
  'override-gate',
  'accept-arrears',
  'record-contribution',
  'register-workers',
  'audit',
];

/** Whoever holds an office act may have to answer for it; auditors answer for nothing here. */
export const AUDITEES: Acts = [
  'administer',
  'manage-programme',
  'grant-mandate',
  'override-gate',
  'accept-arrears',
  'record-contribution',
  'approve-roster',
  ...WORKER_READERS.filter((act) => act !== 'audit'),
  'manage-keys',
  'manage-rules',
  'record-history',
];
