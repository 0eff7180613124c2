// A payable: created once, frozen into one run, sent once per attempt, ended by the bank's word.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import type { PayableEvent } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import { payableStage } from '../../../domain/payout/payable-state.ts';
import { idr } from '../claim/claim-facts.ts';
import {
  answer,
  confirmReceipt,
  createPayable,
  deselect,
  hold,
  intend,
  payable,
  payableAfter,
  release,
  reportPayment,
  select,
  sent,
  system,
  unknown,
} from './payout-facts.ts';

const stageAfter = (past: readonly PayableEvent[]) => payableStage(fold(payableDecider, past));

const due = payableAfter(createPayable());
const selected = payableAfter(createPayable(), select());
const intended = payableAfter(createPayable(), select(), intend());
const underway = [createPayable(), select(), intend(), sent()];
const onItsWay = payableAfter(...underway);
const lost = payableAfter(...underway, unknown());
const settled = payableAfter(...underway, answer('settled'));
const returned = payableAfter(...underway, answer('returned'));
const rejected = payableAfter(...underway, answer('rejected'));
const tracked = payableAfter(createPayable({ mode: 'TRACKS' }));
const retained = payableAfter(createPayable({ payee: null }));

describe('creating', () => {
  test('makes a debt that is due, followed, or kept by the fund', () => {
    payable
      .given()
      .when(createPayable(), system)
      .thenRecords({ type: 'PayableCreated', data: { amountIdr: '42000000' } });
    expect([due, tracked, retained].map(stageAfter)).toEqual(['DUE', 'TRACKED', 'RETAINED']);
  });

  test('twice creates one', () =>
    payable
      .given(...due)
      .when(createPayable(), system)
      .thenNothing());

  test('with other facts, or of nothing, is refused', () => {
    payable
      .given(...due)
      .when(createPayable({ amountIdr: idr('1') }), system)
      .thenRefuses('PayableAlreadyCreated');
    payable
      .given()
      .when(createPayable({ amountIdr: idr('0') }), system)
      .thenRefuses('AmountNotPositive');
  });

  test('comes before every other wish', () => {
    const others = [
      hold(),
      release(),
      select(),
      deselect(),
      intend(),
      sent(),
      unknown(),
      answer('settled'),
      reportPayment(),
      confirmReceipt(),
    ];
    for (const command of others) {
      payable.given().when(command, system).thenRefuses('PayableUnknown');
    }
  });
});

describe('holding and releasing', () => {
  const held = payableAfter(createPayable(), hold());

  test('stops a payable and lets it go again, each once', () => {
    payable
      .given(...due)
      .when(hold(), system)
      .thenRecords({ type: 'PayableHeld', data: { reason: 'rekening diragukan' } });
    payable
      .given(...held)
      .when(hold(), system)
      .thenNothing();
    payable
      .given(...held)
      .when(release(), system)
      .thenRecords({ type: 'PayableReleased', data: { reason: 'rekening benar' } });
    payable
      .given(...due)
      .when(release(), system)
      .thenNothing();
    expect(stageAfter(payableAfter(...underway, answer('returned'), hold()))).toBe('HELD');
    expect(stageAfter(payableAfter(...underway, answer('returned'), hold(), release()))).toBe(
      'RETURNED',
    );
  });

  test('keeps it out of every run', () =>
    payable
      .given(...held)
      .when(select(), system)
      .thenRefuses('PayableNotDue', { stage: 'HELD' }));

  test('needs a reason and a payable that nobody carries', () => {
    payable
      .given(...due)
      .when(hold(' '), system)
      .thenRefuses('ReasonMissing');
    payable
      .given(...held)
      .when(release(''), system)
      .thenRefuses('ReasonMissing');
    payable
      .given(...selected)
      .when(hold(), system)
      .thenRefuses('PayableInRun');
    payable
      .given(...onItsWay)
      .when(hold(), system)
      .thenRefuses('PayableNotDue', { stage: 'SENT' });
    payable
      .given(...settled)
      .when(release(), system)
      .thenRefuses('PayableNotHeld');
  });
});

describe('selecting', () => {
  test('freezes the payable into one run', () => {
    payable
      .given(...due)
      .when(select(), system)
      .thenRecords({ type: 'PayableSelected', data: { runId: 'run-1', attempt: 1 } });
    payable
      .given(...selected)
      .when(select(), system)
      .thenNothing();
    payable
      .given(...selected)
      .when(select('run-2'), system)
      .thenRefuses('PayableInAnotherRun');
  });

  test('is refused where another house pays, and where nothing is due', () => {
    payable
      .given(...tracked)
      .when(select(), system)
      .thenRefuses('PayerNotOurs');
    payable
      .given(...tracked)
      .when(intend(), system)
      .thenRefuses('PayerNotOurs');
    for (const past of [retained, intended, onItsWay, lost, settled]) {
      payable
        .given(...past)
        .when(select('run-2'), system)
        .thenRefuses('PayableNotDue');
    }
  });

  test('takes a returned or rejected payable as the next attempt, by another run', () => {
    for (const past of [returned, rejected]) {
      expect(stageAfter(past)).toBe('RETURNED');
      payable
        .given(...past)
        .when(select('run-2'), system)
        .thenRecords({ type: 'PayableSelected', data: { runId: 'run-2', attempt: 2 } });
      payable
        .given(...past)
        .when(select('run-1'), system)
        .thenNothing();
    }
  });

  test('is undone when the run is cancelled, once and only before the intent', () => {
    payable
      .given(...selected)
      .when(deselect(), system)
      .thenRecords({ type: 'PayableDeselected', data: { runId: 'run-1' } });
    payable
      .given(...due)
      .when(deselect(), system)
      .thenNothing();
    payable
      .given(...selected)
      .when(deselect('run-2'), system)
      .thenRefuses('PayableInAnotherRun');
    payable
      .given(...intended)
      .when(deselect(), system)
      .thenRefuses('PaymentAlreadyIntended');
    expect(stageAfter(payableAfter(createPayable(), select(), deselect()))).toBe('DUE');
  });
});

describe('the intent', () => {
  test('is recorded before anything leaves the house, once', () => {
    payable
      .given(...selected)
      .when(intend(), system)
      .thenRecords({
        type: 'PaymentIntended',
        data: { runId: 'run-1', attempt: 1, endToEndId: 'LD-1', amountIdr: '42000000' },
      });
    payable
      .given(...intended)
      .when(intend(), system)
      .thenNothing();
  });

  test('belongs to the run that holds the payable', () => {
    payable
      .given(...due)
      .when(intend(), system)
      .thenRefuses('PayableNotSelected', { stage: 'DUE' });
    payable
      .given(...selected)
      .when(intend('run-2'), system)
      .thenRefuses('PayableInAnotherRun');
    payable
      .given(...lost)
      .when(intend('run-1', 'LD-2'), system)
      .thenRefuses('PayableNotSelected');
  });

  test('has an end-to-end id of its own that a bank can carry', () => {
    const again = payableAfter(...underway, answer('returned'), select('run-2'));
    payable
      .given(...again)
      .when(intend('run-2', 'LD-1'), system)
      .thenRefuses('EndToEndIdUsed');
    payable
      .given(...again)
      .when(intend('run-2', 'LD-2'), system)
      .thenRecords({ type: 'PaymentIntended', data: { attempt: 2, endToEndId: 'LD-2' } });
    for (const id of ['', 'L'.repeat(36)]) {
      payable
        .given(...selected)
        .when(intend('run-1', id), system)
        .thenRefuses('EndToEndIdUnfit');
    }
  });
});

describe('sending', () => {
  test('is recorded once, with the file that carried it', () => {
    payable
      .given(...intended)
      .when(sent(), system)
      .thenRecords({ type: 'PaymentSent', data: { endToEndId: 'LD-1', fileSha256: 'sha-1' } });
    for (const past of [onItsWay, lost, settled]) {
      payable
        .given(...past)
        .when(sent(), system)
        .thenNothing();
    }
    payable
      .given(...onItsWay)
      .when(sent('LD-1', 'sha-2'), system)
      .thenRefuses('SentInAnotherFile');
    payable
      .given(...selected)
      .when(sent(), system)
      .thenRefuses('EndToEndIdUnknown');
  });

  test('whose answer is lost is unknown, and no send follows from that', () => {
    for (const past of [intended, onItsWay]) {
      payable
        .given(...past)
        .when(unknown(), system)
        .thenRecords({ type: 'PaymentUnknown', data: { endToEndId: 'LD-1' } });
    }
    expect(stageAfter(lost)).toBe('ANSWER_UNKNOWN');
    const neverSent = payableAfter(createPayable(), select(), intend(), unknown());
    payable
      .given(...neverSent)
      .when(sent(), system)
      .thenRefuses('AnswerIsUnknown');
  });

  test('is not unknown once the bank has spoken', () => {
    for (const past of [lost, settled, returned]) {
      payable
        .given(...past)
        .when(unknown(), system)
        .thenNothing();
    }
    payable
      .given(...due)
      .when(unknown(), system)
      .thenRefuses('EndToEndIdUnknown');
  });
});

describe('an answer of the bank', () => {
  const accepted = payableAfter(...underway, answer('accepted'));

  test.each([
    ['accepted', 'PaymentAccepted', 'SENT'],
    ['rejected', 'PaymentRejected', 'RETURNED'],
    ['settled', 'PaymentSettled', 'SETTLED'],
    ['returned', 'PaymentReturned', 'RETURNED'],
  ] as const)('%s moves what is under way or unknown', (kind, type, stage) => {
    for (const past of kind === 'accepted' ? [onItsWay, lost] : [onItsWay, accepted, lost]) {
      payable
        .given(...past)
        .when(answer(kind), system)
        .thenRecords({ type, data: { endToEndId: 'LD-1' } });
    }
    const after = payableAfter(...underway, answer(kind));
    expect(stageAfter(after)).toBe(stage);
    payable
      .given(...after)
      .when(answer(kind), system)
      .thenNothing();
  });

  test('for a payment never sent or never known is refused', () => {
    payable
      .given(...intended)
      .when(answer('settled'), system)
      .thenRefuses('PaymentNotSent');
    payable
      .given(...due)
      .when(answer('settled'), system)
      .thenRefuses('EndToEndIdUnknown');
    payable
      .given(...onItsWay)
      .when(answer('settled', { bookedOn: null }), system)
      .thenRefuses('BookingDateMissing');
  });

  test('may return money that was booked', () =>
    payable
      .given(...settled)
      .when(answer('returned'), system)
      .thenRecords({ type: 'PaymentReturned', data: { reasonCode: 'AC04' } }));

  test('that acknowledges late says nothing new', () => {
    for (const past of [settled, returned]) {
      payable
        .given(...past)
        .when(answer('accepted'), system)
        .thenNothing();
    }
  });

  test('that does not fit goes to a person', () => {
    const misfits = [
      [onItsWay, answer('settled', { amountIdr: idr('41000000') }), 'OTHER_AMOUNT'],
      [onItsWay, answer('returned', { amountIdr: idr('41000000') }), 'OTHER_AMOUNT'],
      [settled, answer('settled', { bankReference: 'other' }), 'SECOND_BOOKING'],
      [settled, answer('rejected'), 'CONTRADICTS_EARLIER_ANSWER'],
      [returned, answer('settled'), 'CONTRADICTS_EARLIER_ANSWER'],
      [rejected, answer('settled'), 'CONTRADICTS_EARLIER_ANSWER'],
      [rejected, answer('accepted'), 'CONTRADICTS_EARLIER_ANSWER'],
      [returned, answer('returned', { bankReference: 'b' }), 'CONTRADICTS_EARLIER_ANSWER'],
    ] as const;
    for (const [past, command, reason] of misfits) {
      payable
        .given(...past)
        .when(command, system)
        .thenRecords({ type: 'PaymentDisputed', data: { reason } });
    }
  });

  test('to an earlier attempt stops the later one', () => {
    const again = payableAfter(...underway, answer('returned'), select('run-2'));
    const decision = payableDecider.decide(answer('settled'), fold(payableDecider, again), system);
    if ('refused' in decision) throw new Error(decision.refused.code);
    const past = [...again, ...decision.accepted];
    expect(stageAfter(past)).toBe('DISPUTED');
    payable
      .given(...past)
      .when(intend('run-2', 'LD-2'), system)
      .thenRefuses('PayableNotSelected', { stage: 'DISPUTED' });
    payable
      .given(...past)
      .when(deselect('run-2'), system)
      .thenRecords({ type: 'PayableDeselected', data: {} });
  });

  test('in a dispute is kept, once, and ends nothing', () => {
    const wrong = answer('settled', { amountIdr: idr('41000000') });
    const disputed = payableAfter(...underway, wrong);
    payable
      .given(...disputed)
      .when(wrong, system)
      .thenNothing();
    payable
      .given(...disputed)
      .when(answer('settled'), system)
      .thenRecords({ type: 'PaymentDisputed', data: { reason: 'ANSWER_AFTER_DISPUTE' } });
    expect(stageAfter(disputed)).toBe('DISPUTED');
  });
});

describe('where another house pays', () => {
  const reported = payableAfter(createPayable({ mode: 'TRACKS' }), reportPayment());
  const confirmed = payableAfter(
    createPayable({ mode: 'TRACKS' }),
    reportPayment(),
    confirmReceipt(),
  );

  test('a payment is reported, then its receipt confirmed, and never settled', () => {
    payable
      .given(...tracked)
      .when(reportPayment(), system)
      .thenRecords({ type: 'PaymentReported', data: { differs: false, reporter: 'KCP Bontang' } });
    payable
      .given(...reported)
      .when(reportPayment(), system)
      .thenNothing();
    payable
      .given(...reported)
      .when(confirmReceipt(), system)
      .thenRecords({ type: 'ReceiptConfirmed', data: { confirmedOn: '2024-07-06' } });
    payable
      .given(...confirmed)
      .when(confirmReceipt(), system)
      .thenNothing();
    expect([reported, confirmed].map(stageAfter)).toEqual(['REPORTED_PAID', 'RECEIPT_CONFIRMED']);
  });

  test('a sum unlike ours is recorded as differing and may be put right', () => {
    const wrong = reportPayment({ amountIdr: idr('10000000') });
    payable
      .given(...tracked)
      .when(wrong, system)
      .thenRecords({ type: 'PaymentReported', data: { differs: true } });
    payable
      .given(...payableAfter(createPayable({ mode: 'TRACKS' }), wrong))
      .when(reportPayment(), system)
      .thenRecords({ type: 'PaymentReported', data: { differs: false } });
    payable
      .given(...reported)
      .when(wrong, system)
      .thenRefuses('PaymentAlreadyReported');
  });

  test('and only there', () => {
    payable
      .given(...due)
      .when(reportPayment(), system)
      .thenRefuses('PayerIsOurs');
    payable
      .given(...due)
      .when(confirmReceipt(), system)
      .thenRefuses('PayerIsOurs');
    payable
      .given(...payableAfter(createPayable({ mode: 'TRACKS', payee: null })))
      .when(reportPayment(), system)
      .thenRefuses('PayableIsRetained');
  });

  test('days and sums must be possible', () => {
    const tomorrow = localDate('2024-07-09');
    payable
      .given(...tracked)
      .when(reportPayment({ paidOn: tomorrow }), system)
      .thenRefuses('PaymentDateInFuture');
    payable
      .given(...tracked)
      .when(reportPayment({ amountIdr: idr('0') }), system)
      .thenRefuses('AmountNotPositive');
    payable
      .given(...tracked)
      .when(confirmReceipt(), system)
      .thenRefuses('PaymentNotReported');
    const faults = [
      ['2024-07-04', 'ReceiptBeforePayment'],
      ['2024-07-09', 'ReceiptInFuture'],
    ] as const;
    for (const [day, code] of faults) {
      payable
        .given(...reported)
        .when(confirmReceipt(day), system)
        .thenRefuses(code);
    }
    payable
      .given(...confirmed)
      .when(confirmReceipt('2024-07-07'), system)
      .thenRefuses('ReceiptAlreadyConfirmed');
  });
});
