// The end of a claim: a due day that ran out is recorded once, and money ends it only when it adds up.
import { describe, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import {
  approveClaim,
  approved,
  approvedWishes,
  approver,
  because,
  claim,
  clerk,
  complete,
  completeWishes,
  determinedBy,
  officer,
  passDeadline,
  ready,
  rejected,
  reported,
  returnDocument,
  settleClaim,
  system,
  trackedWishes,
} from '../claim-facts.ts';

const determination = determinedBy('10000000', localDate('2024-07-01'));
const determined = claim.after(...trackedWishes, [approveClaim({ determination }), approver]);

describe('a due day', () => {
  test('that ran out while the claim waited is recorded', () => {
    for (const past of [complete, ready, approved]) {
      claim
        .given(...past)
        .when(passDeadline, system)
        .thenRecords(
          { type: 'DeadlinePassed', data: { dueOn: '2024-07-05', ruleId: 'T-07' } },
          { type: 'DeadlineEscalated', data: {} },
        );
    }
  });

  test('is recorded once', () =>
    claim
      .given(...claim.after(...completeWishes, [passDeadline, system]))
      .when(passDeadline, system)
      .thenNothing());

  test('means nothing while papers lack or when the claim has ended', () => {
    const sentBack = claim.after(...completeWishes, [returnDocument('doc-BANK_BOOK'), clerk]);
    const withdrawn = claim.after(...completeWishes, [because('WithdrawClaim'), officer]);
    const settled = claim.after(...approvedWishes, [settleClaim(['42000000', 'SETTLED']), system]);
    for (const past of [reported, sentBack, withdrawn, rejected, settled]) {
      claim
        .given(...past)
        .when(passDeadline, system)
        .thenNothing();
    }
  });

  test('has not run out before its day is over in the office', () => {
    claim.given().when(passDeadline, system).thenRefuses('ClaimUnknown');
    claim
      .given(...complete)
      .when(passDeadline, { ...system, now: '2024-07-05T15:59:59.000Z' })
      .thenRefuses('DeadlineNotReached', { dueOn: '2024-07-05' });
    claim
      .given(...complete)
      .when(passDeadline, { ...system, now: '2024-07-05T16:00:00.000Z' })
      .thenRecords({ type: 'DeadlinePassed', data: {} }, { type: 'DeadlineEscalated', data: {} });
  });
});

describe('settling', () => {
  test('follows when every payable has come to its end', () =>
    claim
      .given(...approved)
      .when(settleClaim(['10000000', 'SETTLED'], ['32000000', 'RETAINED']), system)
      .thenRecords({
        type: 'ClaimSettled',
        data: { paidIdr: '10000000', retainedIdr: '32000000', outcome: 'SETTLED', decision: 1 },
      }));

  test('is only reported where another house pays, whatever sum it says', () =>
    claim
      .given(...determined)
      .when(settleClaim(['9000000', 'REPORTED_PAID']), system)
      .thenRecords({
        type: 'ClaimSettled',
        data: { paidIdr: '9000000', retainedIdr: '0', outcome: 'REPORTED_PAID' },
      }));

  test('waits while a payable is open, and happens once', () => {
    claim
      .given(...approved)
      .when(settleClaim(['10000000', 'SETTLED'], ['32000000', 'OPEN']), system)
      .thenNothing();
    claim
      .given(...approved)
      .when(settleClaim(), system)
      .thenNothing();
    claim
      .given(...claim.after(...approvedWishes, [settleClaim(['42000000', 'SETTLED']), system]))
      .when(settleClaim(['42000000', 'SETTLED']), system)
      .thenNothing();
  });

  test('is refused when the payables are not the whole decision, or there is none', () => {
    claim
      .given(...approved)
      .when(settleClaim(['10000000', 'SETTLED']), system)
      .thenRefuses('PayablesDoNotAddUp', { totalIdr: '42000000', sumIdr: '10000000' });
    for (const past of [ready, rejected]) {
      claim
        .given(...past)
        .when(settleClaim(['42000000', 'SETTLED']), system)
        .thenRefuses('ClaimNotApproved');
    }
    claim
      .given()
      .when(settleClaim(['42000000', 'SETTLED']), system)
      .thenRefuses('ClaimUnknown');
  });
});
