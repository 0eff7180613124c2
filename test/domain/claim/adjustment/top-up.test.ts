// A top-up is a payment like the first: its persons, its limits, its arrears and its branch.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import type { CoverFacts } from '../../../../domain/claim/assessment/assessment-events.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { type Context, fold } from '../../../../domain/decider.ts';
import { at, person } from '../../specification.ts';
import {
  approveClaim,
  approvedWishes,
  approver,
  checkClaim,
  checker,
  claim,
  completeWishes,
  coverFacts,
  determinedBy,
  determineHeirs,
  idr,
  inArrears,
  mandate,
  readyWishes,
  recommendClaim,
  rejectClaim,
  settleClaim,
  system,
  verifier,
} from '../claim-facts.ts';

type Wishes = readonly (readonly [ClaimCommand, Context])[];

const settledWishes: Wishes = [...approvedWishes, [settleClaim(['42000000', 'SETTLED']), system]];
const determined = (amount: string): ClaimCommand => ({
  type: 'RecordBindingDetermination',
  data: {
    ...{ authority: 'COURT', reference: 'PTS-1', determinedOn: localDate('2024-07-05') },
    ...{ entitledIdr: idr(amount), basis: 'PP 44/2015 Pasal 49', evidenceSha256: 'sha-w' },
  },
});
const late = (cover: CoverFacts): ClaimCommand => ({
  type: 'NoteLateFact',
  data: { cause: { streamId: 'bill-1', position: '120' }, cover },
});
const clerkOfCourt = at(person('maya', 'check-claim'));
const stateAfter = (past: readonly ClaimEvent[]) => fold(claimDecider, past);

describe('whoever records a binding determination', () => {
  const toppedUp: Wishes = [...settledWishes, [determined('50000000'), clerkOfCourt]];
  const maya = at(person('maya', 'approve-claim'));

  test('is named in it, and the same word by another is the same word', () => {
    claim
      .given(...claim.after(...settledWishes))
      .when(determined('50000000'), clerkOfCourt)
      .thenRecords(
        { type: 'BindingDeterminationRecorded', data: { recordedBy: ['maya'] } },
        { type: 'TopUpProposed', data: {} },
      );
    claim
      .given(...claim.after(...toppedUp))
      .when(determined('50000000'), checker)
      .thenNothing();
  });

  test('neither approves, nor rejects, nor decides the recovery of what rests on it', () => {
    claim
      .given(...claim.after(...toppedUp, [recommendClaim(), verifier]))
      .when(approveClaim({ totalIdr: idr('8000000') }), maya)
      .thenRefuses('RecommenderCannotApprove');
    claim
      .given(...claim.after(...readyWishes, [determined('50000000'), clerkOfCourt]))
      .when(rejectClaim(), maya)
      .thenRefuses('RecommenderCannotReject');
    claim
      .given(...claim.after(...settledWishes, [determined('40000000'), clerkOfCourt]))
      .when(
        {
          type: 'DecideRecovery',
          data: { outcome: 'WAIVE', amountIdr: idr('2000000'), legalBasis: 'x', reason: 'x' },
        },
        maya,
      )
      .thenRefuses('RecommenderCannotApprove');
  });
});

describe('a top-up', () => {
  const proposed: Wishes = [...settledWishes, [determined('50000000'), checker]];
  const recommended = claim.after(...proposed, [recommendClaim(), verifier]);
  const limitedTo = (sum: string) =>
    at({ ...approver.by, limits: [{ upToIdr: idr(sum), letter: 'SK 2' }] });

  test('counts with what was granted before against the limit of a letter', () => {
    const approve = approveClaim({ totalIdr: idr('8000000') });
    claim
      .given(...recommended)
      .when(approve, limitedTo('49999999'))
      .thenRefuses('AboveLimit');
    claim
      .given(...recommended)
      .when(approve, limitedTo('50000000'))
      .thenRecords({ type: 'ClaimApproved', data: { totalIdr: '8000000' } });
  });

  test('is not recommended by anybody who decided on the case before', () => {
    const past = claim.after(...proposed);
    for (const decider of [
      person('budi', 'recommend-claim'),
      person('x', 'recommend-claim', 'budi'),
    ])
      claim
        .given(...past)
        .when(recommendClaim(), at(decider))
        .thenRefuses('DeciderCannotRecommend');
  });

  test('waits for the arrears, as every payment of a claim does', () => {
    // Paid as twenty million by the branch of that time: the full benefit is owed, but in grace.
    const past = claim.after(
      ...completeWishes,
      [checkClaim(), checker],
      [determineHeirs(), checker],
      [recommendClaim({ mandate: mandate('TRACKS') }), verifier],
      [
        approveClaim({ determination: determinedBy('20000000', localDate('2024-07-01')) }),
        approver,
      ],
      [settleClaim(['20000000', 'REPORTED_PAID']), system],
      [late(inArrears), system],
    );
    expect(claimStage(stateAfter(past))).toBe('TOP_UP_PROPOSED');
    const totalIdr = idr('22000000');
    claim
      .given(...past, ...take(past, recommendClaim({ reason: 'ditinjau' }), verifier))
      .when(approveClaim({ totalIdr, cover: inArrears }), approver)
      .thenRefuses('ArrearsDue');
  });

  test('is not recommended while a check fails, and with a reason only while one is doubtful', () => {
    const past = claim.after(
      ...completeWishes,
      [checkClaim(), checker],
      [determineHeirs(), checker],
      [recommendClaim({ mandate: mandate('TRACKS') }), verifier],
      [approveClaim({ determination: determinedBy('5000000', localDate('2024-07-01')) }), approver],
      [settleClaim(['5000000', 'REPORTED_PAID']), system],
      [late(coverFacts({ state: 'GRACE', unpaidMonths: 1 })), system],
    );
    const withCheck = (verdict: 'FAILS' | 'REVIEW') =>
      past.map((event): ClaimEvent => {
        if (event.type !== 'ChecksRecorded') return event;
        const [first, ...others] = event.data.checks;
        if (first === undefined) throw new Error('no check was made');
        const checks = [{ ...first, verdict }, ...others];
        return { type: 'ChecksRecorded', data: { ...event.data, checks } };
      });
    claim
      .given(...withCheck('FAILS'))
      .when(recommendClaim({ reason: 'tetap' }), verifier)
      .thenRefuses('CheckFails', { check: 'WORKER_ENROLLED' });
    claim
      .given(...withCheck('REVIEW'))
      .when(recommendClaim(), verifier)
      .thenRefuses('ReviewNeedsReason', { check: 'WORKER_ENROLLED' });
    claim
      .given(...withCheck('REVIEW'))
      .when(recommendClaim({ reason: 'ditinjau' }), verifier)
      .thenRecords({ type: 'ClaimRecommended', data: { topUp: 1 } });
  });

  test('of another sum by the branch grants the sum of the branch', () => {
    const tracked = recommendClaim({ mandate: mandate('TRACKS') });
    const past = claim.after(
      ...readyWishes,
      [tracked, verifier],
      [
        approveClaim({ determination: determinedBy('10000000', localDate('2024-07-01')) }),
        approver,
      ],
      [settleClaim(['10000000', 'REPORTED_PAID']), system],
      [determined('42000000'), checker],
      [tracked, verifier],
      [
        approveClaim({
          totalIdr: idr('32000000'),
          determination: determinedBy('30000000', localDate('2024-07-05')),
        }),
        approver,
      ],
    );
    expect(stateAfter(past).granted).toEqual([{ payee: 'h1', amountIdr: '40000000' }]);
  });

  test('for several payees is not determined in one other sum', () => {
    const tracked = recommendClaim({ mandate: mandate('TRACKS') });
    const split = claim.after(...proposed, [tracked, verifier]).map((event): ClaimEvent => {
      if (event.type !== 'TopUpProposed') return event;
      const shares = [
        { payee: 'h1', amountIdr: idr('6000000') },
        { payee: 'DJS', amountIdr: idr('2000000') },
      ];
      return { type: 'TopUpProposed', data: { ...event.data, shares } };
    });
    const answered = (amount: string) =>
      approveClaim({
        totalIdr: idr('8000000'),
        determination: determinedBy(amount, localDate('2024-07-05')),
      });
    claim
      .given(...split)
      .when(answered('7000000'), approver)
      .thenRefuses('DeterminationNotSplit');
    claim
      .given(...split)
      .when(answered('8000000'), approver)
      .thenRecords({ type: 'DeterminationReported', data: { differs: false } });
  });
});

const take = (past: readonly ClaimEvent[], command: ClaimCommand, by: Context) => {
  const decision = claimDecider.decide(command, stateAfter(past), by);
  if ('refused' in decision) throw new Error(decision.refused.code);
  return decision.accepted;
};

describe('an authority that finds a membership where the register has none', () => {
  const nobody = coverFacts({ enrolled: false, membershipStart: null, state: 'NOT_STARTED' });

  test('binds: its amount is recommended, and stays when the checks are made again', () => {
    const past = claim.after(
      ...completeWishes,
      [checkClaim(nobody), checker],
      [determineHeirs(), checker],
      [determined('20000000'), clerkOfCourt],
    );
    expect(claimStage(stateAfter(past))).toBe('READY_TO_RECOMMEND');
    const again = [...past, ...take(past, checkClaim({ ...nobody, position: '180' }), checker)];
    expect(stateAfter(again).benefits?.totalIdr).toBe('20000000');
    claim
      .given(...again)
      .when(recommendClaim(), verifier)
      .thenRecords({ type: 'ClaimRecommended', data: { totalIdr: '20000000' } });
  });

  test('takes nothing back of a paid claim whose cover turns out to be none', () => {
    const past = claim.after(...settledWishes, [determined('42000000'), clerkOfCourt]);
    claim
      .given(...past)
      .when(late(nobody), system)
      .thenNothing();
  });
});
