// Stream `claim-…`: one death, accident or illness, from the first report to the last rupiah.
import type { LocalDate } from '../calendar.ts';
import type { RupiahText } from '../money.ts';
import type {
  AdjustmentDropped,
  BindingDeterminationRecorded,
  DecideRecovery,
  RecordBindingDetermination,
  RecordRepayment,
  RecoveryDecided,
  RecoveryProposed,
  RecoveryRepaid,
  TopUpProposed,
} from './adjustment/adjustment-events.ts';
import type {
  FollowUpRefused,
  FollowUpTaken,
  NoteFollowUp,
} from './adjustment/follow-up-events.ts';
import type { ClaimSettled, DeadlinePassed } from './adjustment/settlement-events.ts';
import type {
  BenefitsDetermined,
  ChecksRecorded,
  CoverFacts,
  HeirsDetermined,
} from './assessment/assessment-events.ts';
import type { LateFactFound } from './assessment/late-fact-events.ts';
import type {
  RulesInForce,
  RuleVersionApplied,
  RuleVersionCommand,
} from './assessment/rule-version-events.ts';
import type { LateCompensationFound, ProposeCompensation } from './clock/compensation-events.ts';
import type {
  AnswerEscalation,
  DeadlineEscalated,
  EscalationAnswered,
} from './clock/escalation-events.ts';
import type { ConcludeDeath, DeathOriginEvent } from './death/death-events.ts';
import type { MissingCommand, MissingEvent } from './death/missing-events.ts';
import type {
  ClaimApproved,
  ClaimMandate,
  ClaimRecommended,
  ClaimRejected,
  ClaimReopened,
  ClaimReturned,
  ClaimWithdrawn,
  DeterminationReported,
} from './decision/decision-events.ts';
import type {
  AnswerObjection,
  ClaimEscalated,
  DecisionObjected,
  EscalateClaim,
  ObjectionAnswered,
  ObjectToDecision,
} from './decision/objection-events.ts';
import type { RejectionCode } from './decision/rejection-codes.ts';
import type {
  AssignClaim,
  ClaimAssigned,
  ClaimReleased,
  ReleaseClaim,
} from './desk/assignment-events.ts';
import type {
  ClaimFieldsRevealed,
  DocumentRead,
  NoteClaimRevealed,
  NoteDocumentRead,
} from './desk/look-events.ts';
import type { CourtCommand, CourtEvent } from './documents/court-events.ts';
import type {
  DocumentAccepted,
  DocumentReceived,
  DocumentReturned,
  DocumentsCompleted,
} from './documents/document-events.ts';
import type { FieldCommand, FieldEvent } from './field/field-events.ts';
import type { HospitalCommand, HospitalEvent } from './hospital/hospital-events.ts';
import type { Heir, IncidentCommand, IncidentEvent } from './incident/incident-events.ts';
import type { CasesLinked, LinkCases } from './intake/case-link-events.ts';
import type {
  CorrectDeathDate,
  DeathDateCorrected,
  DeathDisproved,
  NoDeathGround,
} from './intake/correction-events.ts';
import type { DeathReport, DeathReported, DeathReportLinked } from './intake/report-events.ts';
import type {
  ClaimPaidBefore,
  ClaimTakenOver,
  TakeOverClaim,
} from './take-over/take-over-events.ts';

export type ClaimEvent =
  | DeathReported
  | DeathReportLinked
  | DeathDateCorrected
  | DeathDisproved
  | DeathOriginEvent
  | CasesLinked
  | MissingEvent
  | IncidentEvent
  | DocumentReceived
  | DocumentAccepted
  | DocumentReturned
  | DocumentsCompleted
  | CourtEvent
  | FieldEvent
  | HospitalEvent
  | ChecksRecorded
  | HeirsDetermined
  | BenefitsDetermined
  | ClaimRecommended
  | ClaimApproved
  | DeterminationReported
  | ClaimReturned
  | ClaimRejected
  | ClaimWithdrawn
  | ClaimReopened
  | DecisionObjected
  | ObjectionAnswered
  | ClaimEscalated
  | TopUpProposed
  | RecoveryProposed
  | AdjustmentDropped
  | RecoveryDecided
  | RecoveryRepaid
  | BindingDeterminationRecorded
  | LateFactFound
  | RuleVersionApplied
  | DeadlinePassed
  | DeadlineEscalated
  | EscalationAnswered
  | LateCompensationFound
  | FollowUpRefused
  | FollowUpTaken
  | ClaimSettled
  | ClaimTakenOver
  | ClaimPaidBefore
  | ClaimAssigned
  | ClaimReleased
  | ClaimFieldsRevealed
  | DocumentRead;

/**
 * Fields marked "collected" are put in by the activity from other streams; whatever the caller sent
 * there is ignored.
 */
export type ClaimCommand =
  | TakeOverClaim
  | RuleVersionCommand
  | {
      readonly type: 'ReportDeath';
      /** `rules`: collected. */
      readonly data: DeathReport & { readonly rules?: RulesInForce };
    }
  | IncidentCommand
  | ConcludeDeath
  | MissingCommand
  | CourtCommand
  | FieldCommand
  | HospitalCommand
  | LinkCases
  | {
      readonly type: 'ReceiveDocument';
      readonly data: Omit<DocumentReceived['data'], 'claimId'> & {
        /** Collected: they say until when it is paid once the file is full. */
        readonly rules?: RulesInForce;
      };
    }
  | { readonly type: 'AcceptDocument'; readonly data: { readonly documentId: string } }
  | {
      readonly type: 'ReturnDocument';
      readonly data: { readonly documentId: string; readonly reason: string };
    }
  | {
      readonly type: 'CheckClaim';
      /** Collected. */
      readonly data: { readonly cover: CoverFacts | null; readonly rules?: RulesInForce };
    }
  | {
      readonly type: 'DetermineHeirs';
      readonly data: Omit<HeirsDetermined['data'], 'claimId' | 'rank'> & {
        /** Collected. */
        readonly rules?: RulesInForce;
      };
    }
  | {
      readonly type: 'RecommendClaim';
      readonly data: {
        /** Collected: the mandate in force for the benefit flow on the day of the act. */
        readonly mandate: ClaimMandate | null;
        /** Collected. */
        readonly rules?: RulesInForce;
        /** Collected, as for `DeterminePayee`. */
        readonly heir?: Heir | null;
        /** Needed when a check says REVIEW. */
        readonly reason?: string;
      };
    }
  | {
      readonly type: 'ApproveClaim';
      readonly data: {
        /** The sum the approver saw: another one in the file refuses the approval. */
        readonly totalIdr: RupiahText;
        /** Needed under TRACKS: the branch's verdict. */
        readonly determination?: {
          readonly determinedIdr: RupiahText;
          readonly reference: string;
          readonly determinedOn: LocalDate;
        };
        /** Collected: cover as it stands now; a late fact stops the approval. */
        readonly cover: CoverFacts | null;
        /** Collected. */
        readonly rules?: RulesInForce;
        /** Collected, as for `DeterminePayee`. */
        readonly heir?: Heir | null;
      };
    }
  | { readonly type: 'ReturnClaim'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'RejectClaim';
      readonly data: {
        readonly reason: string;
        readonly article: string;
        readonly cure: string;
        readonly code?: RejectionCode;
        /** Collected. */
        readonly rules?: RulesInForce;
      };
    }
  | ObjectToDecision
  | AnswerObjection
  | EscalateClaim
  | AnswerEscalation
  | ProposeCompensation
  | RecordBindingDetermination
  | DecideRecovery
  | RecordRepayment
  | CorrectDeathDate
  | {
      readonly type: 'WithdrawClaim';
      readonly data: { readonly reason: string; readonly ground?: NoDeathGround };
    }
  | {
      readonly type: 'ReopenClaim';
      /** `rules`: collected. */
      readonly data: { readonly reason: string; readonly rules?: RulesInForce };
    }
  | AssignClaim
  | ReleaseClaim
  | NoteClaimRevealed
  | NoteDocumentRead
  | NoteFollowUp
  | {
      readonly type: 'NoteLateFact';
      readonly data: {
        readonly cause: LateFactFound['data']['cause'];
        /** Collected. */
        readonly cover: CoverFacts | null;
        /** Collected. */
        readonly rules?: RulesInForce;
      };
    }
  | {
      readonly type: 'PassDeadline';
      readonly data: Omit<DeadlinePassed['data'], 'claimId'>;
    }
  | {
      readonly type: 'SettleClaim';
      /** Collected: the end of each payable of the decision. */
      readonly data: {
        readonly payables: readonly {
          readonly payableId: string;
          readonly amountIdr: RupiahText;
          readonly end: 'SETTLED' | 'RETAINED' | 'REPORTED_PAID' | 'OPEN';
          /** The day on which the bank booked it, or the branch says it paid. */
          readonly paidOn?: LocalDate | null;
        }[];
        readonly payerIsBpjs?: boolean;
        readonly rules?: RulesInForce;
      };
    };

/** Stage codes of a claim; texts live in the copy catalogues. */
export type ClaimStage =
  | 'UNKNOWN'
  /** A suspected work accident: treated first, what it was is concluded within thirty days. */
  | 'SUSPECTED'
  /** Paid by JKM, and only then somebody said that the death comes from work. */
  | 'SUSPECTED_AFTER_PAYMENT'
  | 'IN_TREATMENT'
  /** Nobody knows whether they live: paid only once an authority has determined a death (T-11). */
  | 'MISSING'
  | 'REPORTED'
  | 'PAPERS_INCOMPLETE'
  | 'PAPERS_RETURNED'
  | 'DOCUMENTS_COMPLETE'
  | 'CHECKED'
  | 'READY_TO_RECOMMEND'
  /** The approver sent it back with a reason. */
  | 'RETURNED_TO_VERIFIER'
  | 'RECOMMENDED'
  | 'APPROVED'
  | 'DETERMINED_BY_BRANCH'
  | 'REJECTED'
  | 'WITHDRAWN'
  /** No matter of JKK: the health insurance (JKN) pays for the care, and nothing is payable here. */
  | 'ROUTED_TO_JKN'
  | 'SETTLED'
  /** Paid, and more is owed by a fact that came later. */
  | 'TOP_UP_PROPOSED'
  | 'TOP_UP_RECOMMENDED'
  /** Paid, and less was owed: a person decides whether it is demanded. */
  | 'RECOVERY_PROPOSED'
  /** TRACKS: another house is said to have paid; never called settled. */
  | 'REPORTED_PAID';
