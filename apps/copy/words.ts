// What the words of the house must cover: every refusal code and every event, by type.

import type { BankExceptionRefusal } from '../../domain/bank-exception/decider.ts';
import type { EventType } from '../../domain/catalogue.ts';
import type { ClaimRefusal } from '../../domain/claim/refusals.ts';
import type { ExaminationRefusal } from '../../domain/examination/decider.ts';
import type { HandOverRefusal } from '../../domain/hand-over/decider.ts';
import type { LetterheadRefusal } from '../../domain/letter/letterhead-decider.ts';
import type { LetterRefusal } from '../../domain/letter/series-decider.ts';
import type { AidFundRefusal } from '../../domain/local-aid/fund-decider.ts';
import type { AidRequestRefusal } from '../../domain/local-aid/request.ts';
import type { ActorRefusal } from '../../domain/office/decider.ts';
import type { DeathListRefusal } from '../../domain/outreach/death-list.ts';
import type { PayableRefusal } from '../../domain/payout/payable-refusals.ts';
import type { PayoutRunRefusal } from '../../domain/payout/run-decider.ts';
import type { PayoutScheduleRefusal } from '../../domain/payout/schedule-decider.ts';
import type { ContributionBillRefusal } from '../../domain/programme/contribution-bill-decider.ts';
import type { ProgrammeRefusal } from '../../domain/programme/programme-decider.ts';
import type { TrancheRefusal } from '../../domain/programme/tranche-decider.ts';
import type { RosterRefusal } from '../../domain/roster/decider.ts';
import type { RuleBookRefusal } from '../../domain/rule-book/decider.ts';
import type { WorkerRefusal } from '../../domain/worker/decider.ts';

/** Refusals of the engine itself, before any decider was asked. */
type EngineRefusal =
  | 'BillApprovedElsewhere'
  | 'BillListUnreadable'
  | 'ActorUnknown'
  | 'AnswerUnreadable'
  | 'ChangedMeanwhile'
  | 'CommandIdReused'
  | 'CommandMalformed'
  | 'FreeTextNamesAPerson'
  | 'HistoryNotInThePast'
  | 'HistorySourceMissing'
  | 'IdOfAnotherKind'
  | 'IdentityTaken'
  | 'LetterCodeTaken'
  | 'MixedFlows'
  | 'OnlyPastIsDue'
  | 'PaymentNotRenderable'
  | 'RosterUnreadable'
  | 'RunTooLarge'
  | 'ScheduleDelegationEnded'
  | 'StreamMismatch'
  | 'WorkerUnknown';

export type RefusalCode =
  | EngineRefusal
  | ActorRefusal
  | ProgrammeRefusal
  | TrancheRefusal
  | ContributionBillRefusal
  | RosterRefusal
  | WorkerRefusal
  | HandOverRefusal
  | ClaimRefusal
  | PayableRefusal
  | PayoutRunRefusal
  | PayoutScheduleRefusal
  | RuleBookRefusal
  | LetterheadRefusal
  | LetterRefusal
  | AidFundRefusal
  | AidRequestRefusal
  | DeathListRefusal
  | BankExceptionRefusal
  | ExaminationRefusal;

export type Copy = {
  readonly refusals: Readonly<Record<RefusalCode, string>>;
  readonly events: Readonly<Record<EventType, string>>;
};
