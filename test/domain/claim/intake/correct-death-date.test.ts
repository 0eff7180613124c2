// A wrong day of death, or no death at all: what rested on it is made again, and the worker goes back.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { fold } from '../../../../domain/decider.ts';
import {
  approved,
  checked,
  checker,
  claim,
  clerk,
  coverFacts,
  DEATH_DATE,
  officer,
  ready,
  recommended,
  rejected,
  reportDeath,
  reported,
} from '../claim-facts.ts';

const RIGHT = localDate('2024-02-27');
const correct = (
  change: Partial<Extract<ClaimCommand, { type: 'CorrectDeathDate' }>['data']> = {},
): ClaimCommand => ({
  type: 'CorrectDeathDate',
  data: {
    ...{ deathDate: RIGHT, evidenceSha256: 'akta', reason: 'akta kematian' },
    ...{ cover: coverFacts(), ...change },
  },
});
const withdraw = (ground?: 'PERSON_ALIVE'): ClaimCommand => ({
  type: 'WithdrawClaim',
  data: { reason: 'orangnya hidup', ...(ground !== undefined && { ground }) },
});
const stageAfter = (past: readonly ClaimEvent[]) => claimStage(fold(claimDecider, past));
const and = (past: readonly ClaimEvent[], wish: ClaimCommand): readonly ClaimEvent[] => {
  const decision = claimDecider.decide(wish, fold(claimDecider, past), checker);
  if ('refused' in decision) throw new Error(decision.refused.code);
  return [...past, ...decision.accepted];
};

describe('correcting the day of death', () => {
  test('keeps paper and reason, and makes checks and benefit again where they were made', () => {
    claim
      .given(...reported)
      .when(correct(), checker)
      .thenRecords({
        type: 'DeathDateCorrected',
        data: { before: DEATH_DATE, deathDate: RIGHT, evidenceSha256: 'akta', decisionFell: false },
      });
    claim
      .given(...checked)
      .when(correct(), checker)
      .thenRecords({ type: 'DeathDateCorrected', data: {} }, { type: 'ChecksRecorded', data: {} });
    // A death outside the cover on the right day: the benefit that was computed does not stand.
    const outside = coverFacts({ state: 'NOT_STARTED' });
    const past = and(ready, correct({ cover: outside }));
    expect(past.slice(ready.length).map(({ type }) => type)).toEqual([
      ...['DeathDateCorrected', 'ChecksRecorded', 'BenefitsDetermined'],
    ]);
  });

  test('takes a recommendation and a decision away: people decide again', () => {
    expect(stageAfter(and(recommended, correct()))).toBe('READY_TO_RECOMMEND');
    const past = and(approved, correct());
    expect(stageAfter(past)).toBe('READY_TO_RECOMMEND');
    expect(past.find(({ type }) => type === 'DeathDateCorrected')?.data).toMatchObject({
      decisionFell: true,
    });
    expect(fold(claimDecider, past)).toMatchObject({ recommenders: ['ani'], decisions: 1 });
  });

  test('to the day that stands changes nothing', () =>
    claim
      .given(...ready)
      .when(correct({ deathDate: DEATH_DATE }), checker)
      .thenNothing());

  test('needs an open case, a day that can be, a paper and a reason', () => {
    claim.given().when(correct(), checker).thenRefuses('ClaimUnknown');
    claim
      .given(...rejected)
      .when(correct(), checker)
      .thenRefuses('ClaimNotOpen');
    const refusals = [
      [{ deathDate: localDate('2030-01-01') }, 'DeathDateInFuture'],
      [{ deathDate: localDate('1980-01-01') }, 'DeathBeforeLaw'],
      [{ evidenceSha256: ' ' }, 'EvidenceMissing'],
      [{ reason: '' }, 'ReasonMissing'],
    ] as const;
    for (const [change, code] of refusals)
      claim
        .given(...ready)
        .when(correct(change), checker)
        .thenRefuses(code);
  });
});

describe('withdrawing because there was no death', () => {
  test('says so beside the withdrawal; the family’s own withdrawal does not', () => {
    claim
      .given(...ready)
      .when(withdraw('PERSON_ALIVE'), clerk)
      .thenRecords(
        { type: 'ClaimWithdrawn', data: { reason: 'orangnya hidup' } },
        { type: 'DeathDisproved', data: { ground: 'PERSON_ALIVE' } },
      );
    claim
      .given(...ready)
      .when(withdraw(), clerk)
      .thenRecords({ type: 'ClaimWithdrawn', data: {} });
  });

  test('does not hide a later report: it opens the case again', () => {
    const past = and(ready, withdraw('PERSON_ALIVE'));
    const later = reportDeath({ reportId: 'later', deathDate: localDate('2024-06-01') });
    claim
      .given(...past)
      .when(later, officer)
      .thenRecords({ type: 'DeathReportLinked', data: {} }, { type: 'ClaimReopened', data: {} });
    claim
      .given(...and(ready, withdraw()))
      .when(later, officer)
      .thenRecords({ type: 'DeathReportLinked', data: {} });
  });

  test('twice is once', () =>
    claim
      .given(...and(ready, withdraw('PERSON_ALIVE')))
      .when(withdraw('PERSON_ALIVE'), clerk)
      .thenNothing());
});
