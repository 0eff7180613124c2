// The bill of a month: its sum must follow from workers and rate, and it is confirmed once.
import { describe, expect, test } from 'vitest';
import { localDate, type Month } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import { rupiah, rupiahText } from '../../../domain/money.ts';
import { contributionBillStage } from '../../../domain/programme/bill-state.ts';
import { contributionBillDecider } from '../../../domain/programme/contribution-bill-decider.ts';
import type { ContributionBillCommand } from '../../../domain/programme/events.ts';
import { at, person, specify } from '../specification.ts';

const bill = specify(contributionBillDecider);
const rahma = at(person('rahma', 'record-contribution'));
const idr = (amount: bigint) => rupiahText(rupiah(amount));

type DataOf<T extends ContributionBillCommand['type']> = Extract<
  ContributionBillCommand,
  { type: T }
>['data'];

/** The bill of Bontang's first year, as the press figures give it (§8.1). */
const receive = (changed: Partial<DataOf<'ReceiveBill'>> = {}): ContributionBillCommand => ({
  type: 'ReceiveBill',
  data: {
    billId: 'bill-1',
    trancheId: 'wave-1',
    month: '2023-10' as Month,
    workers: 34_782,
    amountIdr: idr(584_337_600n),
    paymentCode: '8888800000000001',
    monthlyContributionIdr: idr(16_800n),
    ...changed,
  },
});
const confirm = (
  changed: Partial<DataOf<'ConfirmContribution'>> = {},
): ContributionBillCommand => ({
  type: 'ConfirmContribution',
  data: {
    amountIdr: idr(584_337_600n),
    paidOn: localDate('2024-07-08'),
    reference: 'SP2D-1',
    ...changed,
  },
});

const received = bill.after([receive(), rahma]);
const confirmed = bill.after([receive(), rahma], [confirm(), rahma]);

describe('receiving a bill', () => {
  test('records workers and sum, without the collected rate', () => {
    bill
      .given()
      .when(receive(), rahma)
      .thenRecords({
        type: 'ContributionBilled',
        data: { workers: 34_782, amountIdr: '584337600' },
      });
    expect(received[0]?.data).not.toHaveProperty('monthlyContributionIdr');
  });

  test('twice is once', () =>
    bill
      .given(...received)
      .when(receive(), rahma)
      .thenNothing());

  test('with another code or number of workers over it is refused', () => {
    const other = receive({ workers: 1, amountIdr: idr(16_800n) });
    bill
      .given(...received)
      .when(other, rahma)
      .thenRefuses('BillAlreadyReceived');
    bill
      .given(...received)
      .when(receive({ codeExpiresOn: localDate('2023-11-15') }), rahma)
      .thenRefuses('BillAlreadyReceived');
  });

  test('whose sum does not follow from workers and rate is refused, one rupiah is enough', () =>
    bill
      .given()
      .when(receive({ amountIdr: idr(584_337_601n) }), rahma)
      .thenRefuses('AmountDiffers', { amountIdr: '584337601', expectedIdr: '584337600' }));

  test('for nobody, or without a payment code, is refused', () => {
    const empty = receive({ workers: 0, amountIdr: idr(0n) });
    bill.given().when(empty, rahma).thenRefuses('BillWithoutWorkers');
    bill
      .given()
      .when(receive({ paymentCode: ' ' }), rahma)
      .thenRefuses('PaymentCodeMissing');
  });
});

describe('confirming the contribution', () => {
  test('records the money seen at BPJS', () =>
    bill
      .given(...received)
      .when(confirm(), rahma)
      .thenRecords({
        type: 'ContributionConfirmed',
        data: { month: '2023-10', trancheId: 'wave-1', amountIdr: '584337600' },
      }));

  test('twice is once', () =>
    bill
      .given(...confirmed)
      .when(confirm(), rahma)
      .thenNothing());

  test('a second time by another payment is refused', () =>
    bill
      .given(...confirmed)
      .when(confirm({ reference: 'SP2D-2' }), rahma)
      .thenRefuses('BillAlreadyConfirmed', { reference: 'SP2D-1' }));

  test.each<[Partial<DataOf<'ConfirmContribution'>>, string]>([
    [{ amountIdr: idr(584_337_599n) }, 'AmountDiffers'],
    [{ reference: '' }, 'ReferenceMissing'],
    [{ paidOn: localDate('2024-07-09') }, 'PaymentInFuture'],
  ])('with %o is refused: %s', (changed, code) =>
    bill
      .given(...received)
      .when(confirm(changed), rahma)
      .thenRefuses(code),
  );

  test('of a bill that nobody received is refused', () =>
    bill.given().when(confirm(), rahma).thenRefuses('BillUnknown'));
});

test('the stage follows the money', () => {
  const stages = [[], received, confirmed].map((past) =>
    contributionBillStage(fold(contributionBillDecider, past)),
  );
  expect(stages).toEqual(['UNKNOWN', 'BILLED', 'CONFIRMED']);
});
