// Assessment: checks with a verdict each, heirs by rank, and benefits as soon as both are known.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { CLAIM_CHECKS } from '../../../domain/claim/checks.ts';
import { claimDecider } from '../../../domain/claim/decider.ts';
import { CHECK_CODES, type ClaimEvent } from '../../../domain/claim/events.ts';
import { claimStage } from '../../../domain/claim/stage.ts';
import { fold } from '../../../domain/decider.ts';
import {
  approved,
  checkClaim,
  checked,
  checkedWishes,
  checker,
  claim,
  clerk,
  complete,
  coverFacts,
  determineHeirs,
  heir,
  inArrears,
  officer,
  payeeOf,
  ready,
  readyWishes,
  receiveDocument,
  recommended,
  rejected,
  reportDeath,
  reported,
  returnDocument,
  sealed,
} from './claim-facts.ts';

const stageAfter = (past: readonly ClaimEvent[]) => claimStage(fold(claimDecider, past));

const verdictOf = (past: readonly ClaimEvent[], code: string): string | undefined => {
  const recorded = past.findLast((event) => event.type === 'ChecksRecorded');
  return recorded?.data.checks.find((check) => check.code === code)?.verdict;
};

describe('checking a claim', () => {
  test('records every check once, with its legal basis', () => {
    expect(CLAIM_CHECKS.map((check) => check.code)).toEqual([...CHECK_CODES]);
    expect(CLAIM_CHECKS.filter((check) => check.legalBasis === '')).toEqual([]);
    claim
      .given(...complete)
      .when(checkClaim(), checker)
      .thenRecords({
        type: 'ChecksRecorded',
        data: {
          checks: CHECK_CODES.map((code) => ({ code, verdict: 'HOLDS' })),
          cover: coverFacts(),
        },
      });
    expect(stageAfter(checked)).toBe('CHECKED');
  });

  test('again over the same facts changes nothing', () =>
    claim
      .given(...checked)
      .when(checkClaim(coverFacts({ position: '999' })), checker)
      .thenNothing());

  test('is refused without cover, before a report and after a decision', () => {
    claim
      .given(...complete)
      .when(checkClaim(null), checker)
      .thenRefuses('CoverUnknown');
    claim.given().when(checkClaim(), checker).thenRefuses('ClaimUnknown');
    claim
      .given(...approved)
      .when(checkClaim(), checker)
      .thenRefuses('ClaimNotOpen', { stage: 'APPROVED' });
  });

  test('fails for a stranger, for ended cover and for missing papers', () => {
    const stranger = coverFacts({ enrolled: false, membershipStart: null, state: 'NOT_STARTED' });
    const lapsed = coverFacts({ state: 'LAPSED', unpaidMonths: 4 });
    const past = [
      [complete, stranger, 'WORKER_ENROLLED'],
      [complete, lapsed, 'COVER_ACTIVE_AT_DEATH'],
      [reported, coverFacts(), 'DOCUMENTS_COMPLETE'],
    ] as const;
    for (const [events, cover, code] of past) {
      const decision = claimDecider.decide(checkClaim(cover), fold(claimDecider, events), checker);
      expect('accepted' in decision && verdictOf(decision.accepted, code)).toBe('FAILS');
    }
  });

  test('holds in arrears: the claim is accepted and only its payment waits', () => {
    const past = claim.after(...checkedWishes.slice(0, -1), [checkClaim(inArrears), checker]);
    expect(verdictOf(past, 'COVER_ACTIVE_AT_DEATH')).toBe('HOLDS');
  });

  test('fails on a suspected work accident, and asks a person when reports disagree', () => {
    const accident = { workAccidentSuspected: true };
    const agreed = claim.after([reportDeath(accident), officer], [checkClaim(), checker]);
    expect(verdictOf(agreed, 'NOT_A_WORK_ACCIDENT')).toBe('FAILS');
    const disputed = claim.after(
      [reportDeath(), officer],
      [reportDeath({ ...accident, reportId: 'report-2' }), officer],
      [checkClaim(), checker],
    );
    expect(verdictOf(disputed, 'NOT_A_WORK_ACCIDENT')).toBe('REVIEW');
  });

  test('asks a person when reports name different days', () => {
    const past = claim.after(
      [reportDeath(), officer],
      [reportDeath({ reportId: 'report-2', deathDate: localDate('2024-02-29') }), officer],
      [checkClaim(), checker],
    );
    expect(verdictOf(past, 'NO_OTHER_CLAIM_FOR_DEATH')).toBe('REVIEW');
  });

  test('asks a person for the marriage book once the payee is known to be the spouse', () => {
    claim
      .given(...ready)
      .when(checkClaim(), checker)
      .thenRecords({ type: 'ChecksRecorded', data: {} });
    const past = claim.after(...readyWishes, [checkClaim(), checker]);
    expect(verdictOf(past, 'DOCUMENTS_COMPLETE')).toBe('REVIEW');
    const cured = claim.after(
      ...readyWishes,
      [receiveDocument('MARRIAGE_BOOK'), clerk],
      [checkClaim(coverFacts({ sources: [] })), checker],
    );
    expect(verdictOf(cured, 'DOCUMENTS_COMPLETE')).toBe('HOLDS');
  });

  test('grows old when a paper goes back or a report contradicts', () => {
    const stageThen = (command: Parameters<typeof claimDecider.decide>[0]) =>
      stageAfter(claim.after(...readyWishes, [command, clerk]));
    expect(stageThen(returnDocument('doc-BANK_BOOK'))).toBe('REPORTED');
    expect(stageThen(reportDeath({ reportId: 'r2', deathDate: localDate('2024-03-02') }))).toBe(
      'DOCUMENTS_COMPLETE',
    );
    expect(stageThen(reportDeath({ reportId: 'r2' }))).toBe('READY_TO_RECOMMEND');
  });
});

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
          { type: 'BenefitsDetermined', data: {} },
        );
    }
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

  test('takes the recommendation away when it says something else', () => {
    expect(stageAfter(recommended)).toBe('RECOMMENDED');
    const decision = claimDecider.decide(
      checkClaim(inArrears),
      fold(claimDecider, recommended),
      checker,
    );
    if ('refused' in decision) throw new Error(decision.refused.code);
    expect(stageAfter([...recommended, ...decision.accepted])).toBe('READY_TO_RECOMMEND');
  });
});
