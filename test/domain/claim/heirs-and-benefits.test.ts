// Heirs by rank, and benefits as soon as checks and heirs are both known.
import { describe, expect, test } from 'vitest';
import { claimDecider } from '../../../domain/claim/decider.ts';
import type { ClaimEvent } from '../../../domain/claim/events.ts';
import { claimStage } from '../../../domain/claim/stage.ts';
import { fold } from '../../../domain/decider.ts';
import {
  checkClaim,
  checked,
  checkedWishes,
  checker,
  claim,
  clerk,
  complete,
  completeWishes,
  coverFacts,
  determineHeirs,
  heir,
  inArrears,
  officer,
  payeeOf,
  ready,
  receiveDocument,
  recommendClaim,
  recommended,
  recommendedWishes,
  rejected,
  reportDeath,
  sealed,
  verifier,
} from './claim-facts.ts';

const stageAfter = (past: readonly ClaimEvent[]) => claimStage(fold(claimDecider, past));

/** The checks of a claim whose heirs lack these papers. */
const advising = (advised: string): unknown =>
  expect.arrayContaining([
    expect.objectContaining({ code: 'DOCUMENTS_COMPLETE', verdict: 'REVIEW', facts: { advised } }),
  ]);

describe('determining the heirs', () => {
  test('names rank and payee and determines the benefits at once', () => {
    claim
      .given(...checked)
      .when(determineHeirs(), checker)
      .thenRecords(
        { type: 'HeirsDetermined', data: { rank: '1', payee: payeeOf('h1') } },
        {
          type: 'BenefitsDetermined',
          data: {
            benefit: 'JKM',
            lawVersion: 'L1',
            totalIdr: '42000000',
            flags: [],
            paymentBlocked: false,
            lines: [
              { code: 'JKM.LUMP', amountIdr: '20000000', payee: 'h1', ruleId: 'M-01' },
              { code: 'JKM.PERIODIC', amountIdr: '12000000', payee: 'h1', ruleId: 'M-02' },
              { code: 'JKM.FUNERAL', amountIdr: '10000000', payee: 'h1', ruleId: 'M-03' },
            ],
          },
        },
      );
    expect(stageAfter(ready)).toBe('READY_TO_RECOMMEND');
  });

  test('comes after the checks', () => {
    claim
      .given(...complete)
      .when(determineHeirs(), checker)
      .thenRefuses('ChecksMissing');
    claim.given().when(determineHeirs(), checker).thenRefuses('ClaimUnknown');
    claim
      .given(...rejected)
      .when(determineHeirs(), checker)
      .thenRefuses('ClaimNotOpen', { stage: 'REJECTED' });
  });

  test('again with the same people changes nothing', () => {
    claim
      .given(...ready)
      .when(determineHeirs(), checker)
      .thenNothing();
    claim
      .given(...recommended)
      .when(determineHeirs(), checker)
      .thenNothing();
  });

  test('otherwise is refused while a recommendation rests on them', () =>
    claim
      .given(...recommended)
      .when(determineHeirs([heir({ ref: 'h2' })], 'h2'), checker)
      .thenRefuses('ClaimAlreadyRecommended'));

  test('pays the first class that has a person in it', () => {
    const sister = heir({ ref: 'h2', relation: 'SIBLING' });
    const mother = heir({ ref: 'h3', relation: 'PARENT' });
    claim
      .given(...checked)
      .when(determineHeirs([sister, mother], 'h3'), checker)
      .thenRecords(
        { type: 'HeirsDetermined', data: { rank: '2.1' } },
        { type: 'BenefitsDetermined', data: {} },
      );
    claim
      .given(...checked)
      .when(determineHeirs([sister, mother], 'h2'), checker)
      .thenRefuses('PayeeNotEntitled', { rank: '2.1' });
    claim
      .given(...checked)
      .when(determineHeirs([mother], 'stranger'), checker)
      .thenRefuses('PayeeNotEntitled');
  });

  test('names somebody, and nobody twice', () => {
    claim
      .given(...checked)
      .when(determineHeirs([]), checker)
      .thenRefuses('HeirMissing');
    claim
      .given(...checked)
      .when(determineHeirs([heir(), heir()]), checker)
      .thenRefuses('HeirNamedTwice');
  });

  test('pays a minor through a guardian only', () => {
    const child = heir({ relation: 'CHILD', minor: true });
    const guarded = { ...child, guardianName: sealed('heir.guardian') };
    claim
      .given(...checked)
      .when(determineHeirs([child]), checker)
      .thenRefuses('GuardianMissing');
    for (const payee of ['h1', 'guardian-1']) {
      claim
        .given(...checked)
        .when(determineHeirs([guarded], payee), checker)
        .thenRecords(
          { type: 'HeirsDetermined', data: { rank: '1' } },
          {
            type: 'ChecksRecorded',
            data: { checks: advising('KINSHIP_PROOF GUARDIAN_DETERMINATION') },
          },
          { type: 'BenefitsDetermined', data: {} },
        );
    }
  });

  test.each([
    ['a will', 'WILL', 'WILL_DEED'],
    ['the word of a court', 'COURT_NAMED', 'COURT_DETERMINATION'],
  ] as const)('who rests on %s is asked for that paper at once', (_, relation, paper) =>
    claim
      .given(...checked)
      .when(determineHeirs([heir({ relation })]), checker)
      .thenRecords(
        { type: 'HeirsDetermined', data: { rank: '2.4' } },
        { type: 'ChecksRecorded', data: { checks: advising(paper) } },
        { type: 'BenefitsDetermined', data: {} },
      ),
  );

  test('on an account of another name waits for the letter about it, or for a reason', () => {
    const wish = determineHeirs();
    if (wish.type !== 'DetermineHeirs') throw new Error('another wish');
    const differing = { ...wish, data: { ...wish.data, nameDiffers: true } };
    const past = [...checked, ...claim.given(...checked).records(differing, checker)];
    const review = { code: 'ACCOUNT_NAME', verdict: 'REVIEW' };
    expect(past.findLast(({ type }) => type === 'ChecksRecorded')?.data).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining(review)]),
    });
    claim
      .given(...past)
      .when(recommendClaim(), verifier)
      .thenRefuses('ReviewNeedsReason');
    const letter = claim.given(...past).records(receiveDocument('NAME_DIFFERENCE_LETTER'), clerk);
    const brought = [...past, ...letter];
    claim
      .given(...brought)
      .when(checkClaim(), checker)
      .thenRecords({
        type: 'ChecksRecorded',
        data: {
          checks: expect.arrayContaining([
            expect.objectContaining({ code: 'ACCOUNT_NAME', verdict: 'HOLDS' }),
          ]),
        },
      });
  });

  test('without any heir pays the funeral organiser and leaves the rest with the fund', () =>
    claim
      .given(...checked)
      .when(determineHeirs([heir({ ref: 'p1', relation: 'FUNERAL_ORGANISER' })], 'p1'), checker)
      .thenRecords(
        { type: 'HeirsDetermined', data: { rank: '2.5' } },
        {
          type: 'BenefitsDetermined',
          data: {
            flags: ['NO_HEIR'],
            lines: [
              { code: 'JKM.LUMP', payee: 'DJS' },
              { code: 'JKM.PERIODIC', payee: 'DJS' },
              { code: 'JKM.FUNERAL', payee: 'p1' },
            ],
          },
        },
      ));

  test('of somebody never enrolled determines no benefit', () => {
    const stranger = coverFacts({ enrolled: false, membershipStart: null, state: 'NOT_STARTED' });
    const past = claim.after(...checkedWishes, [checkClaim(stranger), checker]);
    claim
      .given(...past)
      .when(determineHeirs(), checker)
      .thenRecords({ type: 'HeirsDetermined', data: {} });
  });
});

describe('a check after the heirs are known', () => {
  test('determines the benefits anew when cover changed, and only then', () => {
    claim
      .given(...ready)
      .when(checkClaim(inArrears), checker)
      .thenRecords(
        { type: 'ChecksRecorded', data: {} },
        { type: 'BenefitsDetermined', data: { paymentBlocked: true, flags: ['ARREARS_DUE'] } },
      );
  });

  /** Recommended with every paper that its heirs make advisable: all checks hold. */
  const withBook = claim.after(
    ...completeWishes,
    [receiveDocument('MARRIAGE_BOOK'), clerk],
    [checkClaim(), checker],
    [determineHeirs(), checker],
    [recommendClaim(), verifier],
  );

  const stageOnceChecked = (past: readonly ClaimEvent[], cover = coverFacts()) => {
    const decision = claimDecider.decide(checkClaim(cover), fold(claimDecider, past), checker);
    if ('refused' in decision) throw new Error(decision.refused.code);
    return stageAfter([...past, ...decision.accepted]);
  };

  test('takes the recommendation away when it says something else, and only then', () => {
    expect(stageOnceChecked(recommended, inArrears)).toBe('READY_TO_RECOMMEND');
    const contradicted = claim.after(...recommendedWishes, [
      reportDeath({ reportId: 'report-2', workAccidentSuspected: true }),
      officer,
    ]);
    expect(stageOnceChecked(contradicted)).toBe('SUSPECTED');
    expect(stageOnceChecked(withBook, coverFacts({ sources: [] }))).toBe('RECOMMENDED');
  });

  test('takes it away when corrected rules calculate the same case anew', () => {
    const underOldRules = withBook.map(
      (event): ClaimEvent =>
        event.type === 'BenefitsDetermined'
          ? { ...event, data: { ...event.data, rulesetId: 'older' } }
          : event,
    );
    expect(stageAfter(underOldRules)).toBe('RECOMMENDED');
    expect(stageOnceChecked(underOldRules)).toBe('READY_TO_RECOMMEND');
  });
});
