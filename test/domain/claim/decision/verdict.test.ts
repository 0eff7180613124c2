// Verdicts: recommended by one, approved or determined by another; back, out, and open again.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimEvent } from '../../../../domain/claim/events.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { fold } from '../../../../domain/decider.ts';
import { at, person } from '../../specification.ts';
import {
  approveClaim,
  approved,
  approver,
  because,
  checkClaim,
  checked,
  checker,
  claim,
  completeWishes,
  coverFacts,
  determinedBy,
  determineHeirs,
  idr,
  inArrears,
  mandate,
  officer,
  ready,
  readyWishes,
  recommendClaim,
  recommended,
  recommendedWishes,
  rejectClaim,
  rejected,
  reportDeath,
  tracked,
  trackedWishes,
  verifier,
} from '../claim-facts.ts';

const stageAfter = (past: readonly ClaimEvent[]) => claimStage(fold(claimDecider, past));
const aniFor = (principal: string, act: 'recommend-claim' | 'approve-claim') =>
  at(person('ani', act, principal));

describe('recommending', () => {
  test('carries sum, mandate and everyone behind the act', () =>
    claim
      .given(...ready)
      .when(recommendClaim(), aniFor('citra', 'recommend-claim'))
      .thenRecords({
        type: 'ClaimRecommended',
        data: {
          decision: 1,
          totalIdr: '42000000',
          mandate: mandate(),
          precheck: false,
          recommendedBy: ['ani', 'citra'],
        },
      }));

  test('is only a precheck where another house pays', () =>
    claim
      .given(...ready)
      .when(recommendClaim({ mandate: mandate('TRACKS') }), verifier)
      .thenRecords({ type: 'ClaimRecommended', data: { precheck: true } }));

  test('twice by the same person is once; by another person it comes too late', () => {
    claim
      .given(...recommended)
      .when(recommendClaim(), verifier)
      .thenNothing();
    claim
      .given(...recommended)
      .when(recommendClaim(), at(person('dewi', 'recommend-claim')))
      .thenRefuses('ClaimAlreadyRecommended');
  });

  test('needs a file that is ready and a purse', () => {
    claim.given().when(recommendClaim(), verifier).thenRefuses('ClaimUnknown');
    claim
      .given(...checked)
      .when(recommendClaim(), verifier)
      .thenRefuses('ClaimNotReady', { stage: 'CHECKED' });
    claim
      .given(...rejected)
      .when(recommendClaim(), verifier)
      .thenRefuses('ClaimNotOpen', { stage: 'REJECTED' });
    claim
      .given(...ready)
      .when(recommendClaim({ mandate: null }), verifier)
      .thenRefuses('MandateMissing');
  });

  test('stops at a check that fails', () => {
    const lapsed = coverFacts({ state: 'LAPSED', unpaidMonths: 4 });
    const past = claim.after(
      ...completeWishes,
      [checkClaim(lapsed), checker],
      [determineHeirs(), checker],
    );
    claim
      .given(...past)
      .when(recommendClaim({ reason: 'tetap' }), verifier)
      .thenRefuses('CheckFails', { check: 'COVER_ACTIVE_AT_DEATH' });
  });

  test('passes a doubtful check with a reason, which is recorded', () => {
    const past = claim.after(...readyWishes, [checkClaim(), checker]);
    claim
      .given(...past)
      .when(recommendClaim({ reason: ' ' }), verifier)
      .thenRefuses('ReviewNeedsReason', { check: 'DOCUMENTS_COMPLETE' });
    claim
      .given(...past)
      .when(recommendClaim({ reason: 'nikah tercatat di KK' }), verifier)
      .thenRecords({ type: 'ClaimRecommended', data: { reason: 'nikah tercatat di KK' } });
  });
});

describe('approving', () => {
  test('by a second person records both', () =>
    claim
      .given(...recommended)
      .when(approveClaim(), approver)
      .thenRecords({
        type: 'ClaimApproved',
        data: {
          decision: 1,
          totalIdr: '42000000',
          recommendedBy: ['ani'],
          approvedBy: ['budi'],
        },
      }));

  test('is refused to whoever recommended, in person or by delegation, either way', () => {
    const citraForAni = at(person('citra', 'approve-claim', 'ani'));
    for (const context of [at(person('ani', 'approve-claim')), citraForAni]) {
      claim
        .given(...recommended)
        .when(approveClaim(), context)
        .thenRefuses('RecommenderCannotApprove');
    }
    const lent = claim.after(...readyWishes, [recommendClaim(), aniFor('budi', 'recommend-claim')]);
    claim
      .given(...lent)
      .when(approveClaim(), approver)
      .thenRefuses('RecommenderCannotApprove');
  });

  test('is refused to whoever recommended before a return', () => {
    const past = claim.after(
      ...recommendedWishes,
      [because('ReturnClaim'), approver],
      [recommendClaim(), at(person('dewi', 'recommend-claim'))],
    );
    claim
      .given(...past)
      .when(approveClaim(), at(person('ani', 'approve-claim')))
      .thenRefuses('RecommenderCannotApprove');
    claim
      .given(...past)
      .when(approveClaim(), approver)
      .thenRecords({
        type: 'ClaimApproved',
        data: { decision: 2, recommendedBy: ['ani', 'dewi'] },
      });
  });

  test('twice by the same person is once; by another person it comes too late', () => {
    claim
      .given(...approved)
      .when(approveClaim(), approver)
      .thenNothing();
    claim
      .given(...approved)
      .when(approveClaim(), at(person('eko', 'approve-claim')))
      .thenRefuses('ClaimNotRecommended', { stage: 'APPROVED' });
  });

  test('needs a recommendation', () => {
    claim.given().when(approveClaim(), approver).thenRefuses('ClaimUnknown');
    claim
      .given(...ready)
      .when(approveClaim(), approver)
      .thenRefuses('ClaimNotRecommended', { stage: 'READY_TO_RECOMMEND' });
  });

  test('stops when the sum is not the one that was seen', () =>
    claim
      .given(...recommended)
      .when(approveClaim({ totalIdr: idr('10000000') }), approver)
      .thenRefuses('TotalChanged', { totalIdr: '42000000', seen: '10000000' }));

  test('stops at a late fact of cover, and not at one that changes nothing', () => {
    const late = [
      { cover: null, code: 'CoverUnknown' },
      { cover: inArrears, code: 'CoverChanged' },
      { cover: coverFacts({ membershipStart: localDate('2024-02-01') }), code: 'CoverChanged' },
      { cover: coverFacts({ enrolled: false }), code: 'CoverChanged' },
    ];
    for (const { cover, code } of late) {
      claim
        .given(...recommended)
        .when(approveClaim({ cover }), approver)
        .thenRefuses(code);
    }
    const moved = coverFacts({ position: '777', contributionMonths: 7, sources: [] });
    claim
      .given(...recommended)
      .when(approveClaim({ cover: moved }), approver)
      .thenRecords({ type: 'ClaimApproved', data: {} });
  });

  test('stops at a report that says that the death comes from work', () => {
    const past = claim.after(...recommendedWishes, [
      reportDeath({ reportId: 'report-2', workAccidentSuspected: true }),
      officer,
    ]);
    claim
      .given(...past)
      .when(approveClaim(), approver)
      .thenRefuses('ClaimNotRecommended', { stage: 'SUSPECTED' });
  });

  test('waits for the arrears', () => {
    const past = claim.after(
      ...completeWishes,
      [checkClaim(inArrears), checker],
      [determineHeirs(), checker],
      [recommendClaim(), verifier],
    );
    claim
      .given(...past)
      .when(approveClaim({ cover: inArrears }), approver)
      .thenRefuses('ArrearsDue');
    // Paid in the meantime: the check is made again, then recommended and approved.
    const paid = claim.after(
      ...completeWishes,
      [checkClaim(inArrears), checker],
      [determineHeirs(), checker],
      [recommendClaim(), verifier],
      [checkClaim(), checker],
      [recommendClaim({ reason: 'nikah tercatat di KK' }), verifier],
      [approveClaim(), approver],
    );
    expect(stageAfter(paid)).toBe('APPROVED');
  });

  test('knows no determination where we pay', () =>
    claim
      .given(...recommended)
      .when(
        approveClaim({ determination: determinedBy('42000000', localDate('2024-07-01')) }),
        approver,
      )
      .thenRefuses('DeterminationNotExpected'));
});

describe('rejecting', () => {
  test('knows no time bar for a death (T-10)', () =>
    claim
      .given(...recommended)
      .when(rejectClaim({ code: 'TIME_BARRED' }), approver)
      .thenRefuses('GroundNotInForce'));

  test('by another ground is recorded with its code', () =>
    claim
      .given(...recommended)
      .when(rejectClaim({ code: 'NOT_ENROLLED' }), approver)
      .thenRecords({ type: 'ClaimRejected', data: { code: 'NOT_ENROLLED' } }));
});

describe('where another house pays, the second act records its determination', () => {
  const determination = determinedBy('42000000', localDate('2024-07-01'));

  test('and never approves', () => {
    claim
      .given(...tracked)
      .when(approveClaim({ determination }), approver)
      .thenRecords({
        type: 'DeterminationReported',
        data: {
          determinedIdr: '42000000',
          computedIdr: '42000000',
          differs: false,
          reference: 'B/123/2024',
          recommendedBy: ['ani'],
          approvedBy: ['budi'],
        },
      });
    const past = claim.after(...trackedWishes, [approveClaim({ determination }), approver]);
    expect(stageAfter(past)).toBe('DETERMINED_BY_BRANCH');
    claim
      .given(...past)
      .when(approveClaim({ determination }), approver)
      .thenNothing();
  });

  test('and says when the sum differs from ours', () =>
    claim
      .given(...tracked)
      .when(
        approveClaim({ determination: determinedBy('10000000', localDate('2024-07-01')) }),
        approver,
      )
      .thenRecords({
        type: 'DeterminationReported',
        data: { determinedIdr: '10000000', computedIdr: '42000000', differs: true },
      }));

  test('and needs it, with a reference, a sum and a day that has come', () => {
    const faults = [
      [approveClaim(), 'DeterminationMissing'],
      [
        approveClaim({ determination: { ...determination, reference: '' } }),
        'DeterminationMissing',
      ],
      [
        approveClaim({ determination: determinedBy('0', localDate('2024-07-01')) }),
        'AmountNotPositive',
      ],
      [
        approveClaim({ determination: determinedBy('42000000', localDate('2024-07-09')) }),
        'DeterminationInFuture',
      ],
    ] as const;
    for (const [command, code] of faults) {
      claim
        .given(...tracked)
        .when(command, approver)
        .thenRefuses(code);
    }
    claim
      .given(...tracked)
      .when(approveClaim({ determination }), at(person('ani', 'approve-claim')))
      .thenRefuses('RecommenderCannotApprove');
  });
});
