// A payable of another house: reported and confirmed, never sent and never settled.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import type { PayableEvent } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import { payableStage } from '../../../domain/payout/payable-state.ts';
import { idr } from '../claim/claim-facts.ts';
import {
  confirmReceipt,
  createPayable,
  payable,
  payableAfter,
  reportPayment,
  system,
} from './payout-facts.ts';

const stageAfter = (past: readonly PayableEvent[]) => payableStage(fold(payableDecider, past));

const due = payableAfter(createPayable());
const tracked = payableAfter(createPayable({ mode: 'TRACKS' }));

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
