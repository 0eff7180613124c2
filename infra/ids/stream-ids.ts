// Identities as functions of natural facts: the same facts meet in the same stream, for ever.
import { v4 } from 'uuid';
import { uuidV5 } from './uuid-v5.ts';

/** Our own namespace; a change would orphan every stream and command ever recorded. */
const NAMESPACE = Buffer.from('6f0d2c1e5a7b5d7e9a433f1c86f0b2d4', 'hex');
type Part = string | number;

/** The JSON text keeps parts apart, so that no two lists of parts name the same thing. */
const derive = (kind: string, ...parts: readonly Part[]): string =>
  uuidV5(NAMESPACE, JSON.stringify([kind, ...parts]));

export const streamIds = {
  /** An actor is known by a short id; the stream needs a UUID. */
  actor: (actorId: string): string => derive('actor', actorId),
  /** For things without natural identity: the caller keeps the id to repeat a command. */
  random: (): string => v4(),
  /** A part of something that has an id: the same part is the same thing. */
  derived: (from: string, part: string): string => derive('part', from, part),
  contributionBill: (trancheId: string, month: string): string =>
    derive('contribution-bill', trancheId, month),
  /** The same bytes for the same tranche are the same roster. */
  roster: (trancheId: string, fileSha256: string): string =>
    derive('roster', trancheId, fileSha256),
  /** Never a function of the NIK: of the first list that named the person, and the row there. */
  rosterWorker: (rosterId: string, row: number): string => derive('worker', rosterId, row),
  card: (workerId: string, ordinal: number): string => derive('card', workerId, ordinal),
  /** The subject of an heir's or payee's key: one row of one claim. */
  person: (claimId: string, ref: string): string => derive('person', claimId, ref),
  deathClaim: (workerId: string): string => derive('death-claim', workerId),
  /** Two reports by two channels meet in one claim; a second incident of one day has an ordinal. */
  incidentClaim: (workerId: string, eventDate: string, ordinal: number): string =>
    derive('incident-claim', workerId, eventDate, ordinal),
  payable: (claimId: string, decision: number, payeeRef: string): string =>
    derive('payable', claimId, decision, payeeRef),
  payoutRun: (payerId: string, cause: string): string => derive('payout-run', payerId, cause),
  /** One schedule per payer and flow: set anew, it is the same one. */
  payoutSchedule: (payerId: string, flow: string): string =>
    derive('payout-schedule', payerId, flow),
  letterhead: (office: string, area: string): string => derive('letterhead', office, area),
  letterSeries: (of: {
    readonly office: string;
    readonly area: string;
    readonly kind: string;
    readonly year: number;
  }): string => derive('letter-series', of.office, of.area, of.kind, of.year),
  /** The same bytes for the same area are the same list of the dead. */
  deathList: (area: string, fileSha256: string): string => derive('death-list', area, fileSha256),
  /** What the bank said (or did not) about one thing: read again, it is the same exception. */
  bankException: (kind: string, ...facts: readonly Part[]): string =>
    derive('bank-exception', kind, ...facts),
  /** One examination per letter of an office. */
  examination: (office: string, number: string): string => derive('examination', office, number),
  /** One fund of local aid per purse. */
  aidFund: (payerId: string): string => derive('aid-fund', payerId),
  /** The one rule book of an installation. */
  ruleBook: (): string => derive('rule-book'),
  /** 34 characters of the 35 that ISO 20022 allows, in the capitals that banks pass on unchanged. */
  endToEnd: (payableId: string, attempt: number): string =>
    `LD${derive('end-to-end', payableId, attempt).replaceAll('-', '').toUpperCase()}`,
  /** A command that follows from recorded facts: the same step is the same command. */
  command: (step: string, ...facts: readonly Part[]): string => derive('command', step, ...facts),
} as const;

export type StreamIds = typeof streamIds;
