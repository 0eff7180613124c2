// What the bank says: an end, nothing new, or a dispute that a person must look at.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import type { PayableEvent } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import { payableStage } from '../../../domain/payout/payable-state.ts';
import { idr } from '../claim/claim-facts.ts';
import {
  answer,
  createPayable,
  deselect,
  intend,
  payable,
  payableAfter,
  release,
  select,
  sent,
  system,
  unknown,
} from './payout-facts.ts';

const stageAfter = (past: readonly PayableEvent[]) => payableStage(fold(payableDecider, past));

const due = payableAfter(createPayable());
const intended = payableAfter(createPayable(), select(), intend());
const underway = [createPayable(), select(), intend(), sent()];
const onItsWay = payableAfter(...underway);
const lost = payableAfter(...underway, unknown());
const settled = payableAfter(...underway, answer('settled'));
const returned = payableAfter(...underway, answer('returned'));
const rejected = payableAfter(...underway, answer('rejected'));

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

  test('without a reference is told apart by its day: the next day it is another booking', () => {
    const without = (day: string) =>
      answer('settled', { bankReference: '', bookedOn: localDate(day) });
    const booked = payableAfter(...underway, without('2024-07-09'));
    payable
      .given(...booked)
      .when(without('2024-07-09'), system)
      .thenNothing();
    payable
      .given(...booked)
      .when(without('2024-07-10'), system)
      .thenRecords({ type: 'PaymentDisputed', data: { reason: 'SECOND_BOOKING' } });
    const disputed = payableAfter(...underway, without('2024-07-09'), without('2024-07-10'));
    payable
      .given(...disputed)
      .when(without('2024-07-10'), system)
      .thenNothing();
  });

  test('to an earlier attempt stops the later one', () => {
    const again = payableAfter(...underway, answer('returned'), release(), select('run-2'));
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
