// Intake: reports meet in one claim, papers make the file complete, a paper sent back opens it again.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { fold } from '../../../../domain/decider.ts';
import {
  approved,
  CLAIM_ID,
  claim,
  clerk,
  complete,
  completeWishes,
  officer,
  receiveDocument,
  recommended,
  rejected,
  reportDeath,
  reported,
  returnDocument,
} from '../claim-facts.ts';

const stageAfter = (past: typeof reported) => claimStage(fold(claimDecider, past));

describe('a report of a death', () => {
  test('opens the claim', () =>
    claim
      .given()
      .when(reportDeath(), officer)
      .thenRecords({ type: 'DeathReported', data: { claimId: CLAIM_ID, reportId: 'report-1' } }));

  test('by another channel is linked to the same claim', () =>
    claim
      .given(...reported)
      .when(reportDeath({ reportId: 'report-2', channel: 'HEIR' }), officer)
      .thenRecords({ type: 'DeathReportLinked', data: { deathDateDiffers: false } }));

  test('that names another day is linked and says so', () =>
    claim
      .given(...reported)
      .when(reportDeath({ reportId: 'report-2', deathDate: localDate('2024-03-02') }), officer)
      .thenRecords({ type: 'DeathReportLinked', data: { deathDateDiffers: true } }));

  test('is kept even after the claim was decided', () => {
    for (const past of [approved, rejected]) {
      claim
        .given(...past)
        .when(reportDeath({ reportId: 'report-9' }), officer)
        .thenRecords({ type: 'DeathReportLinked', data: { reportId: 'report-9' } });
    }
  });

  test('sent twice is one report', () =>
    claim
      .given(...reported)
      .when(reportDeath(), officer)
      .thenNothing());

  test('cannot reuse the id of another report', () =>
    claim
      .given(...reported)
      .when(reportDeath({ workAccidentSuspected: true }), officer)
      .thenRefuses('ReportIdTaken'));

  test('about another worker is refused', () =>
    claim
      .given(...reported)
      .when(reportDeath({ reportId: 'report-2', workerId: 'worker-2' }), officer)
      .thenRefuses('ReportForAnotherWorker'));

  test('of tomorrow is refused, of today in the office is not', () => {
    const late = { ...officer, now: '2024-07-07T17:00:00.000Z' };
    claim
      .given()
      .when(reportDeath({ deathDate: localDate('2024-07-08') }), late)
      .thenRecords({ type: 'DeathReported', data: {} });
    claim
      .given()
      .when(reportDeath({ deathDate: localDate('2024-07-09') }), late)
      .thenRefuses('DeathDateInFuture', { deathDate: '2024-07-09' });
  });

  test('from before the first law is refused', () =>
    claim
      .given()
      .when(reportDeath({ deathDate: localDate('2015-06-30') }), officer)
      .thenRefuses('DeathBeforeLaw'));
});

describe('papers', () => {
  test('are received one by one and the last one completes the file', () => {
    const allButOne = claim.after(...completeWishes.slice(0, -1));
    expect(stageAfter(allButOne)).toBe('PAPERS_INCOMPLETE');
    claim
      .given(...allButOne)
      .when(receiveDocument('DEATH_CERTIFICATE'), clerk)
      .thenRecords(
        { type: 'DocumentReceived', data: { kind: 'DEATH_CERTIFICATE' } },
        { type: 'DocumentsCompleted', data: { claimId: CLAIM_ID } },
      );
    expect(stageAfter(complete)).toBe('DOCUMENTS_COMPLETE');
  });

  test('beyond the list are received without completing the file again', () =>
    claim
      .given(...complete)
      .when(receiveDocument('MARRIAGE_BOOK'), clerk)
      .thenRecords({ type: 'DocumentReceived', data: { kind: 'MARRIAGE_BOOK' } }));

  test('received twice are received once', () =>
    claim
      .given(...complete)
      .when(receiveDocument('FAMILY_CARD'), clerk)
      .thenNothing());

  test('cannot take the id of other papers', () =>
    claim
      .given(...complete)
      .when(receiveDocument('BANK_BOOK', 'doc-FAMILY_CARD'), clerk)
      .thenRefuses('DocumentIdTaken', { kind: 'FAMILY_CARD' }));

  test('of an unknown or closed claim are refused', () => {
    claim.given().when(receiveDocument('FAMILY_CARD'), clerk).thenRefuses('ClaimUnknown');
    claim
      .given(...rejected)
      .when(receiveDocument('MARRIAGE_BOOK'), clerk)
      .thenRefuses('ClaimNotOpen', { stage: 'REJECTED' });
  });
});

describe('a paper sent back', () => {
  const returned = [
    ...complete,
    ...claim.after(...completeWishes, [returnDocument('doc-FAMILY_CARD'), clerk]).slice(-1),
  ];

  test('opens the file again, with its reason', () => {
    claim
      .given(...complete)
      .when(returnDocument('doc-FAMILY_CARD'), clerk)
      .thenRecords({
        type: 'DocumentReturned',
        data: { documentId: 'doc-FAMILY_CARD', kind: 'FAMILY_CARD', reason: 'tidak terbaca' },
      });
    expect(stageAfter(returned)).toBe('PAPERS_RETURNED');
  });

  test('is cured by a new paper, and the file is complete again', () =>
    claim
      .given(...returned)
      .when(receiveDocument('FAMILY_CARD', 'doc-new'), clerk)
      .thenRecords(
        { type: 'DocumentReceived', data: { documentId: 'doc-new' } },
        { type: 'DocumentsCompleted', data: {} },
      ));

  test('may come again under its own id', () =>
    claim
      .given(...returned)
      .when(receiveDocument('FAMILY_CARD'), clerk)
      .thenRecords(
        { type: 'DocumentReceived', data: {} },
        { type: 'DocumentsCompleted', data: {} },
      ));

  test('that nobody needed leaves the file complete', () => {
    const past = claim.after(
      ...completeWishes,
      [receiveDocument('MARRIAGE_BOOK'), clerk],
      [returnDocument('doc-MARRIAGE_BOOK'), clerk],
    );
    expect(stageAfter(past)).toBe('DOCUMENTS_COMPLETE');
  });

  test('twice goes back once', () =>
    claim
      .given(...returned)
      .when(returnDocument('doc-FAMILY_CARD'), clerk)
      .thenNothing());

  test('needs a reason, a known paper and a claim that was not recommended', () => {
    claim
      .given(...complete)
      .when(returnDocument('doc-FAMILY_CARD', ' '), clerk)
      .thenRefuses('ReasonMissing');
    claim
      .given(...complete)
      .when(returnDocument('nothing'), clerk)
      .thenRefuses('DocumentUnknown');
    claim
      .given(...recommended)
      .when(returnDocument('doc-FAMILY_CARD'), clerk)
      .thenRefuses('ClaimAlreadyRecommended');
    claim
      .given(...approved)
      .when(returnDocument('doc-FAMILY_CARD'), clerk)
      .thenRefuses('ClaimNotOpen', { stage: 'APPROVED' });
    claim.given().when(returnDocument('doc-FAMILY_CARD'), clerk).thenRefuses('ClaimUnknown');
  });
});
