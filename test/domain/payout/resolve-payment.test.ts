// A dispute or a lost answer ends by the word of a person who had no part in the payment.
import { describe, expect, test } from 'vitest';
import { fold } from '../../../domain/decider.ts';
import type { PayableCommand, PayableEvent } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import { payableStage } from '../../../domain/payout/payable-state.ts';
import { at, person } from '../specification.ts';
import {
  answer,
  createPayable,
  deselect,
  intend,
  payable,
  payableAfter,
  release,
  resolve,
  select,
  sent,
  unknown,
} from './payout-facts.ts';

const stageAfter = (past: readonly PayableEvent[]) => payableStage(fold(payableDecider, past));

const auditor = at(person('gita', 'hold-payment'));
const first = [createPayable(), select(), intend(), sent()];
const lost = payableAfter(...first, unknown());
const bookedAfterRejection = [...first, answer('rejected'), answer('settled')];
const disputed = payableAfter(...bookedAfterRejection);
/** The bank books the first attempt while the second one is on its way into a file. */
const inSecondRun = payableAfter(
  ...[...first, answer('rejected'), release(), select('run-2'), intend('run-2', 'LD-2')],
  answer('settled'),
);

const payableWith = (past: readonly PayableEvent[], wish: PayableCommand) => {
  const decision = payableDecider.decide(wish, fold(payableDecider, past), auditor);
  if ('refused' in decision) throw new Error(decision.refused.code);
  return [...past, ...decision.accepted];
};

const payableAfterResolution = (past: readonly PayableEvent[], paid: string | null = 'LD-1') =>
  payableWith(past, resolve(paid)).slice(past.length);

describe('resolving', () => {
  test('as paid settles the payable once and for all', () => {
    for (const past of [lost, disputed]) {
      payable
        .given(...past)
        .when(resolve(), auditor)
        .thenRecords({
          type: 'PaymentResolved',
          data: { outcome: 'PAID', endToEndId: 'LD-1', resolvedBy: ['gita'] },
        });
      const after = [...past, ...payableAfterResolution(past)];
      expect(stageAfter(after)).toBe('SETTLED');
      payable
        .given(...after)
        .when(release(), auditor)
        .thenRefuses('PayableNotHeld');
      payable
        .given(...after)
        .when(select('run-3'), auditor)
        .thenRefuses('PayableNotDue', { stage: 'SETTLED' });
    }
  });

  test('as not paid leaves it with the returned, to be let go by a second word', () => {
    for (const past of [lost, disputed]) {
      const after = [...past, ...payableAfterResolution(past, null)];
      expect(stageAfter(after)).toBe('RETURNED');
      payable
        .given(...after)
        .when(select('run-2'), auditor)
        .thenRefuses('PayableNotDue', { stage: 'RETURNED' });
      payable
        .given(...after)
        .when(release(), auditor)
        .thenRecords({ type: 'PayableReleased', data: {} });
    }
  });

  test('waits until no run holds the payable: its file could still leave', () => {
    payable
      .given(...inSecondRun)
      .when(resolve(), auditor)
      .thenRefuses('PayableInRun');
    const free = payableWith(inSecondRun, deselect('run-2'));
    expect(stageAfter(free)).toBe('DISPUTED');
    const after = [...free, ...payableAfterResolution(free)];
    expect(stageAfter(after)).toBe('SETTLED');
  });

  test('is for somebody who had no part in it, in person or by delegation', () => {
    for (const id of ['ani', 'budi', 'citra', 'dewi']) {
      for (const by of [person(id, 'hold-payment'), person('gita', 'hold-payment', id)]) {
        payable
          .given(...disputed)
          .when(resolve('LD-1', { runPersons: ['citra', 'dewi'] }), at(by))
          .thenRefuses('PartyCannotResolve');
      }
    }
  });

  test('needs a dispute or a lost answer, a reason, and the attempt that paid', () => {
    for (const past of [payableAfter(createPayable()), payableAfter(...first)])
      payable
        .given(...past)
        .when(resolve(), auditor)
        .thenRefuses('NothingToResolve');
    payable
      .given(...disputed)
      .when(resolve('LD-1', { reason: ' ' }), auditor)
      .thenRefuses('ReasonMissing');
    for (const wish of [resolve('LD-9'), resolve('LD-1', { outcome: 'NOT_PAID' })])
      payable
        .given(...disputed)
        .when(wish, auditor)
        .thenRefuses('EndToEndIdUnknown');
    payable.given().when(resolve(), auditor).thenRefuses('PayableUnknown');
  });

  test('is not the last word about a booking that comes after it', () => {
    const after = [...lost, ...payableAfterResolution(lost, null)];
    payable
      .given(...after)
      .when(answer('settled'), auditor)
      .thenRecords({ type: 'PaymentDisputed', data: { reason: 'CONTRADICTS_EARLIER_ANSWER' } });
    payable
      .given(...disputed, ...payableAfterResolution(disputed))
      .when(answer('settled'), auditor)
      .thenNothing();
  });

  test('leaves a surplus whose return does not make the payment owed again', () => {
    const second = answer('settled', { bankReference: 'second' });
    const resolved = payableWith(payableAfter(...first, answer('settled'), second), resolve());
    const back = payableWith(resolved, answer('returned'));
    expect(back.at(-1)).toMatchObject({ data: { reason: 'ANSWER_AFTER_DISPUTE' } });
    payable
      .given(...back)
      .when(release(), auditor)
      .thenRefuses('PayableNotHeld');
    const ended = payableWith(back, resolve());
    expect(stageAfter(ended)).toBe('SETTLED');
    payable
      .given(...ended)
      .when(answer('returned', { bankReference: 'also back' }), auditor)
      .thenRecords({ type: 'PaymentReturned', data: {} });
  });
});
