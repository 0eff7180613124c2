// A running claim as the office hands it over, and what was paid before it was ours.
import type { ActedBy } from '../../actor.ts';
import type { LocalDate } from '../../calendar.ts';
import type { RupiahText } from '../../money.ts';
import type { CoverFacts, Heir, Payee } from '../assessment/assessment-events.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import type { ClaimMandate } from '../decision/decision-events.ts';
import type { DocumentKind } from '../documents/document-events.ts';
import type { DeathReport } from '../intake/report-events.ts';

/** Where the office says that the claim stands; `PAID`: by other means, before we knew of it. */
export const TAKEN_OVER_STAGES = [
  'REPORTED',
  'DOCUMENTS_COMPLETE',
  'CHECKED',
  'READY_TO_RECOMMEND',
  'RECOMMENDED',
  'DECIDED',
  'REJECTED',
  'WITHDRAWN',
  'PAID',
] as const;
export type TakenOverStage = (typeof TAKEN_OVER_STAGES)[number];

/** The file as the office holds it: its own number, its papers, and where it says to stand. */
export type ClaimTakenOver = {
  readonly type: 'ClaimTakenOver';
  readonly data: {
    readonly claimId: string;
    readonly agendaNumber: string | null;
    readonly stage: TakenOverStage;
    readonly papers: readonly { readonly documentId: string; readonly kind: DocumentKind }[];
    readonly completeOn: LocalDate | null;
  };
};

/** A benefit that was paid before the claim was ours: it owes nothing, now and for ever. */
export type ClaimPaidBefore = {
  readonly type: 'ClaimPaidBefore';
  readonly data: {
    readonly claimId: string;
    readonly workerId: string;
    /** Names the payment in the figures; no payable exists under it. */
    readonly paymentId: string;
    readonly decidedIdr: RupiahText;
    readonly decidedOn: LocalDate | null;
    readonly decisionReference: string | null;
    readonly paidIdr: RupiahText;
    readonly paidOn: LocalDate;
    readonly paymentReference: string;
    readonly mandate: ClaimMandate;
    readonly outcome: 'SETTLED' | 'REPORTED_PAID';
  };
};

export type TakeOverPayment = {
  readonly paymentId: string;
  readonly paidIdr: RupiahText;
  readonly paidOn: LocalDate;
  readonly reference: string;
};

export type TakeOverClaim = {
  readonly type: 'TakeOverClaim';
  readonly data: {
    readonly report: DeathReport;
    readonly agendaNumber: string | null;
    readonly stage: TakenOverStage;
    readonly papers: ClaimTakenOver['data']['papers'];
    readonly reportedOn: LocalDate;
    readonly receivedOn: LocalDate | null;
    readonly completeOn: LocalDate | null;
    readonly checkedOn: LocalDate | null;
    readonly heirs: { readonly heirs: readonly Heir[]; readonly payee: Payee } | null;
    readonly recommendedOn: LocalDate | null;
    /** Account name of whoever recommended, and of whoever decided. */
    readonly recommendedBy: string | null;
    readonly decidedOn: LocalDate | null;
    readonly decidedBy: string | null;
    readonly decidedIdr: RupiahText | null;
    readonly decisionReference: string | null;
    /** Why it was rejected or withdrawn, or why a doubtful check may pass. */
    readonly reason: string | null;
    readonly article: string | null;
    readonly cure: string | null;
    readonly payment: TakeOverPayment | null;
    /** Collected. */
    readonly facts?: TakeOverFacts;
  };
};

/** Facts of other streams, collected inside the command at one safe position. */
export type TakeOverFacts = {
  readonly workerKnown: boolean;
  readonly rules?: RulesInForce;
  readonly cover: CoverFacts | null;
  /** In force on the day of the payment, or of the recommendation. */
  readonly mandate: ClaimMandate | null;
  /** Null when the person held no such act on that day. */
  readonly recommender: ActedBy | null;
  readonly decider: ActedBy | null;
};

/**
 * Fields marked "collected" are put in by the activity from other streams; whatever the caller sent
 * there is ignored.
 */
