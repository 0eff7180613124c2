// Whoever decides, pays, audits or administers proves at sign-in who they are by a second factor.
import type { Act } from '../actor.ts';

export const SECOND_FACTOR_ACTS: readonly Act[] = [
  'administer',
  'override-gate',
  'accept-arrears',
  'grant-mandate',
  'approve-roster',
  'record-contribution',
  'recommend-claim',
  'approve-claim',
  'sign-letter',
  'assemble-run',
  'release-run',
  'ingest-bank-answer',
  'report-payment',
  'hold-payment',
  'manage-keys',
  'manage-rules',
  'record-history',
  'audit',
];
