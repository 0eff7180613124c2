// An illness that does not come from work: recorded, explained, led to JKN, and nothing payable.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { claimDecider } from '../../../domain/claim/decider.ts';
import { claimKindOf, eventDateOf } from '../../../domain/claim/kind.ts';
import { claimStage } from '../../../domain/claim/stage.ts';
import { fold } from '../../../domain/decider.ts';
import {
  because,
  CLAIM_ID,
  checkClaim,
  checker,
  claim,
  clerk,
  determineHeirs,
  officer,
  receiveDocument,
  recommendClaim,
  system,
  verifier,
} from './claim-facts.ts';
import { EVENT_DATE, reportIncident } from './incident-facts.ts';

const routed = claim.after([reportIncident(), officer]);
const state = fold(claimDecider, routed);

describe('an illness that nobody says comes from work', () => {
  test('is recorded and led to JKN in one act, by rule and article', () =>
    claim
      .given()
      .when(reportIncident(), officer)
      .thenRecords(
        { type: 'IncidentReported', data: { claimId: CLAIM_ID, kind: 'ILLNESS' } },
        {
          type: 'ClaimRouted',
          data: {
            ...{ to: 'JKN', ground: 'ILLNESS_NOT_FROM_WORK', ruleId: 'K-02' },
            ...{ article: 'Permenaker 5/2021 Pasal 7(2)', lawVersion: 'L2' },
          },
        },
      ));

  test('has ended, and its kind and day can be told', () => {
    expect(claimStage(state)).toBe('ROUTED_TO_JKN');
    expect(claimKindOf(state)).toBe('ILLNESS');
    expect(eventDateOf(state)).toBe(EVENT_DATE);
    expect(claimKindOf(claimDecider.initial)).toBeNull();
  });

  test('leads to no check, no heirs, no recommendation, no paper', () => {
    for (const [wish, who] of [
      [checkClaim(), checker],
      [determineHeirs(), checker],
      [recommendClaim(), verifier],
      [receiveDocument('FAMILY_CARD'), clerk],
      [because('WithdrawClaim'), clerk],
    ] as const)
      claim
        .given(...routed)
        .when(wish, who)
        .thenRefuses('ClaimNotOpen', { stage: 'ROUTED_TO_JKN' });
    expect(state.benefits).toBeNull();
  });

  test('reported again by another channel is linked', () =>
    claim
      .given(...routed)
      .when(reportIncident({ reportId: 'report-2', channel: 'HOSPITAL' }), officer)
      .thenRecords({ type: 'IncidentReportLinked', data: { kindDiffers: false } }));

  test('sent twice is one report', () =>
    claim
      .given(...routed)
      .when(reportIncident(), officer)
      .thenNothing());

  test('of another worker is another claim', () =>
    claim
      .given(...routed)
      .when(reportIncident({ reportId: 'report-2', workerId: 'worker-2' }), officer)
      .thenRefuses('ReportForAnotherWorker'));

  test('of tomorrow or from before the first law is refused', () => {
    claim
      .given()
      .when(reportIncident({ eventDate: localDate('2024-07-09') }), officer)
      .thenRefuses('EventDateInFuture', { eventDate: '2024-07-09' });
    claim
      .given()
      .when(reportIncident({ eventDate: localDate('2015-06-30') }), officer)
      .thenRefuses('EventBeforeLaw', { eventDate: '2015-06-30' });
  });

  test('a step refused by another stream is still shown on it', () =>
    claim
      .given(...routed)
      .when(
        { type: 'NoteFollowUp', data: { step: 'NOTE_DEATH', refusedWith: 'WorkerEnded' } },
        system,
      )
      .thenRecords({ type: 'FollowUpRefused', data: { claimId: CLAIM_ID } }));
});
