// Who acts: a person holds a role = office + act + area + dates, by a letter of appointment.
import type { RupiahText } from './money.ts';

export const OFFICES = [
  'DISNAKER',
  'BPKAD',
  'KELURAHAN',
  'BPJS_BRANCH',
  'INSPEKTORAT',
  'BPK',
  'SYSTEM',
] as const;
export type Office = (typeof OFFICES)[number];

export const ACTS = [
  'administer',
  'manage-programme',
  'override-gate',
  'accept-arrears',
  'grant-mandate',
  'import-roster',
  'approve-roster',
  'register-workers',
  'hand-over-card',
  'record-contribution',
  'report-death',
  'handle-documents',
  'check-claim',
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
  'follow-up',
] as const;
export type Act = (typeof ACTS)[number];

/** Up to which sum, and for which benefits, a letter lets somebody decide; absent: any. */
export type Limit = {
  readonly upToIdr?: RupiahText;
  readonly benefits?: readonly string[];
  readonly letter: string;
};

/** Acts that decide on a sum; a limit on any other act would promise what nobody checks. */
export const LIMITED_ACTS: readonly Act[] = ['approve-claim'];

/** The authority used for one act. `onBehalfOf` names the principal of a delegated role. */
export type ActedBy = {
  readonly id: string;
  readonly office: Office;
  readonly act: Act;
  readonly letter: string;
  readonly onBehalfOf?: string;
  /** Absent: no letter sets a limit. Several letters: each may cover another benefit. */
  readonly limits?: readonly Limit[];
};

/** Everyone an act counts for: the person at the desk and, if delegated, the principal. */
export const personsBehind = (by: ActedBy): readonly string[] =>
  by.onBehalfOf === undefined ? [by.id] : [by.id, by.onBehalfOf];

/** True when the act at hand and an earlier act have a person in common (delegation included). */
export const sharesPerson = (by: ActedBy, earlier: readonly string[]): boolean =>
  personsBehind(by).some((person) => earlier.includes(person));

/** The engine's own hand for steps that follow from a recorded decision and decide nothing. */
export const systemActor: ActedBy = {
  id: 'system',
  office: 'SYSTEM',
  act: 'follow-up',
  letter: 'follows from a recorded decision',
};
