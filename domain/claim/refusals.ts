// Every reason why a claim command is not carried out, each a true sentence for the copy catalogues.
import type { Decision } from '../decider.ts';
import type { ClaimCommand, ClaimEvent } from './events.ts';

export const CLAIM_REFUSALS = [
  'ClaimUnknown',
  'ClaimNotOpen',
  'ClaimAlreadyRecommended',
  'ClaimNotReady',
  'ClaimNotRecommended',
  'ClaimNotApproved',
  'ClaimNotClosed',
  'ReportForAnotherWorker',
  'ReportIdTaken',
  'DeathDateInFuture',
  'DeathBeforeLaw',
  'EvidenceMissing',
  'DocumentIdTaken',
  'DocumentUnknown',
  'ReasonMissing',
  'ArticleMissing',
  'CureMissing',
  'ChecksMissing',
  'ChecksOutdated',
  'CheckFails',
  'ReviewNeedsReason',
  'HeirMissing',
  'HeirNamedTwice',
  'GuardianMissing',
  'PayeeNotEntitled',
  'MandateMissing',
  'RecommenderCannotApprove',
  'RecommenderCannotReject',
  'TotalChanged',
  'CoverUnknown',
  'CoverChanged',
  'ArrearsDue',
  'DeterminationMissing',
  'DeterminationNotExpected',
  'DeterminationInFuture',
  'AmountNotPositive',
  'DeadlineNotReached',
  'PayablesDoNotAddUp',
  'ClaimAlreadyRunning',
  'NoRulesToChoose',
  'PapersMissing',
  'PaidHereAlready',
  'PaidWhileClosed',
  'PaidWhileDecided',
  'PastActNotHeld',
  'RulesChanged',
  'RulesUnderReview',
  'StampMissing',
  'StampsOutOfOrder',
  'TakenOverOtherwise',
  'WorkerUnknown',
] as const;
export type ClaimRefusal = (typeof CLAIM_REFUSALS)[number];

export type ClaimDecision = Decision<ClaimEvent, ClaimRefusal>;

/** The data of one command. */
export type ClaimWish<T extends ClaimCommand['type']> = Extract<ClaimCommand, { type: T }>['data'];
