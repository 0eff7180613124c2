// Ways back and out: returned to the verifier, rejected, withdrawn, opened again.
import { describe, expect, test } from 'vitest';
import { claimDecider } from '../../../domain/claim/decider.ts';
import type { ClaimEvent } from '../../../domain/claim/events.ts';
import { claimStage } from '../../../domain/claim/stage.ts';
import { fold } from '../../../domain/decider.ts';
import { at, person } from '../specification.ts';
import {
  approved,
  approver,
  because,
  checked,
  checkedWishes,
  checker,
  claim,
  officer,
  ready,
  recommendClaim,
  recommended,
  recommendedWishes,
  rejectClaim,
  rejected,
  rejectedWishes,
  reported,
  verifier,
} from './claim-facts.ts';

const stageAfter = (past: readonly ClaimEvent[]) => claimStage(fold(claimDecider, past));

describe('returning', () => {
  test('brings the claim back to the verifier', () => {
    claim
      .given(...recommended)
      .when(because('ReturnClaim'), approver)
      .thenRecords({ type: 'ClaimReturned', data: { reason: 'ada alasan' } });
    const past = claim.after(...recommendedWishes, [because('ReturnClaim'), approver]);
    expect(stageAfter(past)).toBe('RETURNED_TO_VERIFIER');
    claim
      .given(...past)
      .when(because('ReturnClaim'), approver)
      .thenNothing();
  });

  test('needs a recommendation and a reason', () => {
    claim.given().when(because('ReturnClaim'), approver).thenRefuses('ClaimUnknown');
    claim
      .given(...recommended)
      .when(because('ReturnClaim', ''), approver)
      .thenRefuses('ReasonMissing');
    claim
      .given(...ready)
      .when(because('ReturnClaim'), approver)
      .thenRefuses('ClaimNotRecommended');
  });
});

describe('rejecting', () => {
  test('says why, by which article, and what the family can still do', () =>
    claim
      .given(...reported)
      .when(rejectClaim(), approver)
      .thenRecords({
        type: 'ClaimRejected',
        data: {
          reason: 'tidak terlindungi',
          article: 'C-17',
          cure: 'keberatan',
          recommendedBy: [],
          rejectedBy: ['budi'],
        },
      }));

  test('is refused to the recommender and without its three sentences', () => {
    claim
      .given(...recommended)
      .when(rejectClaim(), at(person('ani', 'approve-claim')))
      .thenRefuses('RecommenderCannotReject');
    // A recommendation that was returned stays that person's: the case has four different persons.
    const returned = claim.after(...recommendedWishes, [because('ReturnClaim'), approver]);
    claim
      .given(...returned)
      .when(rejectClaim(), at(person('ani', 'approve-claim')))
      .thenRefuses('RecommenderCannotReject');
    claim
      .given(...returned)
      .when(rejectClaim(), approver)
      .thenRecords({ type: 'ClaimRejected', data: { recommendedBy: ['ani'] } });
    const faults = [
      [rejectClaim({ reason: '' }), 'ReasonMissing'],
      [rejectClaim({ article: '' }), 'ArticleMissing'],
      [rejectClaim({ cure: '' }), 'CureMissing'],
    ] as const;
    for (const [command, code] of faults) {
      claim
        .given(...recommended)
        .when(command, approver)
        .thenRefuses(code);
    }
    claim.given().when(rejectClaim(), approver).thenRefuses('ClaimUnknown');
    claim
      .given(...approved)
      .when(rejectClaim(), approver)
      .thenRefuses('ClaimNotOpen', { stage: 'APPROVED' });
  });

  test('twice rejects once', () =>
    claim
      .given(...rejected)
      .when(rejectClaim(), approver)
      .thenNothing());
});

describe('withdrawing and reopening', () => {
  const withdrawn = claim.after(...checkedWishes, [because('WithdrawClaim'), officer]);
  const reopened = claim.after(...rejectedWishes, [because('ReopenClaim'), checker]);

  test('the family may withdraw an open claim', () => {
    claim
      .given(...recommended)
      .when(because('WithdrawClaim'), officer)
      .thenRecords({ type: 'ClaimWithdrawn', data: { reason: 'ada alasan' } });
    claim
      .given(...withdrawn)
      .when(because('WithdrawClaim'), officer)
      .thenNothing();
  });

  test('not after a decision, and not without a reason', () => {
    claim.given().when(because('WithdrawClaim'), officer).thenRefuses('ClaimUnknown');
    claim
      .given(...approved)
      .when(because('WithdrawClaim'), officer)
      .thenRefuses('ClaimNotOpen');
    claim
      .given(...checked)
      .when(because('WithdrawClaim', ''), officer)
      .thenRefuses('ReasonMissing');
  });

  test('a rejected or withdrawn claim opens again and must be checked again', () => {
    for (const past of [rejected, withdrawn]) {
      claim
        .given(...past)
        .when(because('ReopenClaim'), checker)
        .thenRecords({ type: 'ClaimReopened', data: { reason: 'ada alasan' } });
    }
    expect(stageAfter(reopened)).toBe('DOCUMENTS_COMPLETE');
    claim
      .given(...reopened)
      .when(recommendClaim(), verifier)
      .thenRefuses('ClaimNotReady');
    claim
      .given(...reopened)
      .when(because('ReopenClaim'), checker)
      .thenNothing();
  });

  test('a decided claim does not open again: there may be payables', () => {
    claim
      .given(...approved)
      .when(because('ReopenClaim'), checker)
      .thenRefuses('ClaimNotClosed', { stage: 'APPROVED' });
    claim.given().when(because('ReopenClaim'), checker).thenRefuses('ClaimUnknown');
    claim
      .given(...rejected)
      .when(because('ReopenClaim', ' '), checker)
      .thenRefuses('ReasonMissing');
  });
});
