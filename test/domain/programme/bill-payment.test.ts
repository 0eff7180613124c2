// A bill on its way: no difference without a reason, no paper out of its order, no rupiah beside it.
import { describe, expect, test } from 'vitest';
import { localDate, type Month } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import { type Money, posted } from '../../../domain/ledger/posting.ts';
import type { BillListReading } from '../../../domain/programme/bill-events.ts';
import type { BillDifference } from '../../../domain/programme/bill-match.ts';
import { billsBySpm } from '../../../domain/programme/bill-of-spm.ts';
import { contributionBillStage } from '../../../domain/programme/bill-state.ts';
import { contributionBillDecider } from '../../../domain/programme/contribution-bill-decider.ts';
import type {
  ContributionBillCommand,
  ContributionBillEvent,
} from '../../../domain/programme/events.ts';
import { readOrderList } from '../../../infra/rosters/sp2d-csv.ts';
import { idr } from '../claim/claim-facts.ts';
import { at, person, specify } from '../specification.ts';

const bill = specify(contributionBillDecider);
const rahma = at(person('rahma', 'record-contribution'));
type Wish<T extends ContributionBillCommand['type']> = Extract<
  ContributionBillCommand,
  { type: T }
>['data'];

const receive = (change: Partial<Wish<'ReceiveBill'>> = {}): ContributionBillCommand => ({
  type: 'ReceiveBill',
  data: {
    ...{ billId: 'bill-1', trancheId: 'wave-1', month: '2024-06' as Month, workers: 3 },
    ...{ amountIdr: idr('50400'), paymentCode: '88888', monthlyContributionIdr: idr('16800') },
    payer: { payerId: 'apbd', mandateId: 'mandate-2', mode: 'DISBURSES' },
    ...change,
  },
});
const dead: BillDifference = {
  ...{ difference: 1, kind: 'DEAD', workerId: 'w1', row: 1, amountIdr: idr('16800') },
};
const missing: BillDifference = {
  ...{ difference: 2, kind: 'MISSING_ON_BILL', workerId: 'w9', row: null, amountIdr: idr('0') },
};
const match = (
  differences: readonly BillDifference[] = [dead, missing],
  change: Partial<BillListReading> = {},
): ContributionBillCommand => ({
  type: 'MatchBill',
  data: {
    fileSha256: 'list-1',
    reading: {
      ...{ rows: 3, sumIdr: idr('50400'), matched: 2, active: 3, decreed: 3, differences },
      ...{ differencesSha256: `${differences.length}`, rollPosition: '7', ...change },
    },
  },
});
const decide = (change: Partial<Wish<'DecideDifferences'>> = {}): ContributionBillCommand => ({
  type: 'DecideDifferences',
  data: { differences: [1], kinds: [], outcome: 'DEDUCT', reason: 'akta kematian', ...change },
});
const acceptMissing = decide({ differences: [], kinds: ['MISSING_ON_BILL'], outcome: 'ACCEPT' });
const voucher = (
  step: 'SPP_LS' | 'SPM_LS' | 'SP2D',
  change: Partial<Wish<'RecordVoucher'>> = {},
): ContributionBillCommand => ({
  type: 'RecordVoucher',
  data: {
    ...{ step, number: `${step}/1`, on: localDate('2024-07-05'), amountIdr: idr('33600') },
    signer: step === 'SPP_LS' ? 'PPTK' : step === 'SPM_LS' ? 'PENGGUNA_ANGGARAN' : 'KUASA_BUD',
    ...{ accountCode: '5.1.02', budgetDocument: 'DPA 1', fundSource: 'PAD' },
    ...{ gateClosed: false, budgetDocuments: ['DPA 1'], ...change },
  },
});
const prove = (change: Partial<Wish<'ProvePayment'>> = {}): ContributionBillCommand => ({
  type: 'ProvePayment',
  data: {
    ...{ amountIdr: idr('33600'), paidOn: localDate('2024-07-06'), reference: 'NTPN-1' },
    ...{ evidenceSha256: 'paper', ...change },
  },
});
const confirm: Extract<ContributionBillCommand, { type: 'ConfirmContribution' }> = {
  type: 'ConfirmContribution',
  data: { amountIdr: idr('33600'), paidOn: localDate('2024-07-06'), reference: 'SP2D/1' },
};
const sign = (change: Partial<Wish<'SignReconciliation'>> = {}): ContributionBillCommand => ({
  type: 'SignReconciliation',
  data: {
    ...{ number: 'BA 1', on: localDate('2024-07-07'), evidenceSha256: 'minutes' },
    ...{ offices: ['DISNAKER', 'BPJS_BRANCH'], ...change },
  },
});

const pastOf = (...commands: readonly ContributionBillCommand[]) =>
  bill.after(...commands.map((command) => [command, rahma] as const));
const matched = pastOf(receive(), match());
const agreed = pastOf(receive(), match(), decide(), acceptMissing);
const steps = (['SPP_LS', 'SPM_LS', 'SP2D'] as const).map((step) => voucher(step));
const ordered = pastOf(receive(), match(), decide(), acceptMissing, ...steps);

const booksOf = (events: readonly ContributionBillEvent[]): Readonly<Record<string, bigint>> => {
  let money: Money | undefined;
  const sums = new Map<string, bigint>();
  for (const event of events) {
    const said = { category: 'contribution_bill' as const, effectiveAt: '2024-07-08T04:00:00Z' };
    const { money: next, entry } = posted(money, { ...said, ...event });
    money = next;
    for (const { account, amountIdr } of entry?.lines ?? [])
      sums.set(account, (sums.get(account) ?? 0n) + BigInt(amountIdr));
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n));
};

describe('matching a bill', () => {
  test('records every difference, then the whole; the same again changes nothing', () => {
    bill
      .given(...pastOf(receive()))
      .when(match(), rahma)
      .thenRecords(
        { type: 'BillDifferenceFound', data: { match: 1, kind: 'DEAD' } },
        { type: 'BillDifferenceFound', data: { match: 1, kind: 'MISSING_ON_BILL' } },
        { type: 'BillMatched', data: { match: 1, differences: 2 } },
      );
    bill
      .given(...matched)
      .when(match(), rahma)
      .thenNothing();
  });

  test.each([{ rows: 2 }, { sumIdr: idr('50399') }])('with %o is refused', (change) => {
    bill
      .given(...pastOf(receive()))
      .when(match([], change), rahma)
      .thenRefuses('ListDiffersFromBill');
  });

  test('anew takes back what was decided on the older one', () => {
    const again = pastOf(
      receive(),
      match(),
      decide(),
      match([dead], { differencesSha256: 'other' }),
    );
    const state = fold(contributionBillDecider, again);
    expect([contributionBillStage(state), state.differences.length]).toEqual(['DIFFERS', 1]);
    expect(state.differences[0]?.outcome).toBeNull();
  });

  test('is over once its payment is ordered', () => {
    bill
      .given(...ordered)
      .when(match([]), rahma)
      .thenRefuses('PaymentAlreadyOrdered');
  });
});

describe('a difference', () => {
  test('is deducted with a reason, and less is to be paid', () => {
    bill
      .given(...matched)
      .when(decide(), rahma)
      .thenRecords({
        type: 'BillDifferencesDecided',
        data: { differences: [1], deductedIdr: '16800', payableIdr: '33600', decidedBy: ['rahma'] },
      });
  });

  test('that bills nothing cannot be deducted; one that nobody found cannot be decided', () => {
    const onMatched = bill.given(...matched);
    onMatched.when(decide({ differences: [2] }), rahma).thenRefuses('NothingToDeduct');
    onMatched.when(decide({ differences: [3] }), rahma).thenRefuses('DifferenceUnknown');
    onMatched.when(decide({ reason: ' ' }), rahma).thenRefuses('ReasonMissing');
  });

  test('decided otherwise later counts as decided last', () => {
    bill
      .given(...agreed)
      .when(decide({ outcome: 'DISPUTE', reason: 'cabang memeriksa' }), rahma)
      .thenRecords({
        type: 'BillDifferencesDecided',
        data: { deductedIdr: '0', payableIdr: '50400' },
      });
  });
});

describe('the papers of the treasury', () => {
  test('wait for the match and for every difference', () => {
    bill
      .given(...pastOf(receive()))
      .when(voucher('SPP_LS'), rahma)
      .thenRefuses('BillNotMatched');
    bill
      .given(...matched)
      .when(voucher('SPP_LS'), rahma)
      .thenRefuses('DifferencesOpen', { open: 2 });
  });

  test.each<readonly [string, Partial<Wish<'RecordVoucher'>>]>([
    ['GateClosed', { gateClosed: true }],
    ['MonthNotBudgeted', { budgetDocuments: [] }],
    ['BudgetDocumentDiffers', { budgetDocuments: ['DPA 2'] }],
    ['AmountDiffers', { amountIdr: idr('50400') }],
    ['SignerNotOfStep', { signer: 'BUD' }],
    ['VoucherIncomplete', { number: ' ' }],
    ['VoucherDateInvalid', { on: localDate('2024-07-09') }],
  ])('are refused as %s', (code, change) => {
    bill
      .given(...agreed)
      .when(voucher('SPP_LS', change), rahma)
      .thenRefuses(code);
  });

  test('come in their order, on the same budget line, none before the one before it', () => {
    const first = pastOf(receive(), match(), decide(), acceptMissing, voucher('SPP_LS'));
    const onFirst = bill.given(...first);
    onFirst.when(voucher('SP2D'), rahma).thenRefuses('VoucherOutOfOrder', { expected: 'SPM_LS' });
    onFirst.when(voucher('SPP_LS'), rahma).thenNothing();
    onFirst.when(voucher('SPM_LS', { accountCode: '5.2' }), rahma).thenRefuses('VoucherDiffers');
    const early = voucher('SPM_LS', { on: localDate('2024-07-04') });
    onFirst.when(early, rahma).thenRefuses('VoucherDateInvalid');
  });

  test('are not written for a payment code that has expired', () => {
    const expired = receive({ codeExpiresOn: localDate('2024-07-04') });
    bill
      .given(...pastOf(expired, match(), decide(), acceptMissing))
      .when(voucher('SPP_LS'), rahma)
      .thenRefuses('PaymentCodeExpired');
  });
});

test('an order of the treasury finds the bill of its SPM, and none where two bear that number', () => {
  const billWith = (billId: string, number: string) => {
    const spm = voucher('SPM_LS', { number });
    const past = pastOf(receive(), match(), decide(), acceptMissing, voucher('SPP_LS'), spm);
    return { billId, state: fold(contributionBillDecider, past) };
  };
  const bills = ['001/SPM-LS/2026', '002/SPM-LS/2026', '001/SPM-LS/2026'];
  const billOf = billsBySpm(bills.map((number, at) => billWith(`bill-${at}`, number)));
  expect(billOf('002/SPM-LS/2026')).toMatchObject({ billId: 'bill-1' });
  expect(billOf('001/SPM-LS/2026')).toBe('SpmAmbiguous');
  expect(billOf('SPP_LS/1')).toBe('SpmUnknown');
});

describe('the payment', () => {
  test('is proved after its order, for its sum, and only the confirmation of BPJS ends the bill', () => {
    bill
      .given(...agreed)
      .when(prove(), rahma)
      .thenRefuses('PaymentNotOrdered');
    const onOrdered = bill.given(...ordered);
    onOrdered.when(prove({ amountIdr: idr('50400') }), rahma).thenRefuses('AmountDiffers');
    onOrdered.when(prove(), rahma).thenRecords({ type: 'ContributionPaymentProved', data: {} });
    expect(contributionBillStage(fold(contributionBillDecider, ordered))).toBe('ORDERED');
    const paid = pastOf(receive(), match(), decide(), acceptMissing, ...steps, prove());
    expect(contributionBillStage(fold(contributionBillDecider, paid))).toBe('PAID');
    bill
      .given(...paid)
      .when(confirm, rahma)
      .thenRecords({ type: 'ContributionConfirmed', data: { amountIdr: '33600' } });
  });

  test('is signed by the branch and an office of the sponsor, with the sums of the log', () => {
    const onAgreed = bill.given(...agreed);
    onAgreed.when(sign({ offices: ['DISNAKER'] }), rahma).thenRefuses('SecondSignatureMissing');
    onAgreed.when(sign({ offices: ['BPJS_BRANCH'] }), rahma).thenRefuses('SecondSignatureMissing');
    onAgreed.when(sign(), rahma).thenRecords({
      type: 'ReconciliationSigned',
      data: { billedIdr: '50400', deductedIdr: '16800', disputedIdr: '0', payableIdr: '33600' },
    });
    bill
      .given(...matched)
      .when(sign(), rahma)
      .thenRefuses('DifferencesOpen');
  });

  test('stands in the books step by step: a deduction, the order, the bank', () => {
    const events = pastOf(receive(), match(), decide(), acceptMissing, ...steps, prove(), confirm);
    let money: Money | undefined;
    const entries = events.flatMap((event: ContributionBillEvent) => {
      const said = { category: 'contribution_bill' as const, effectiveAt: '2024-07-08T04:00:00Z' };
      const { money: next, entry } = posted(money, { ...said, ...event });
      money = next;
      return entry === null ? [] : [entry];
    });
    expect(entries.map(({ on, lines }) => [on, lines.map((line) => Object.values(line))])).toEqual([
      [
        '2024-07-08',
        [
          ['EXPENSE', '50400'],
          ['PAYABLE', '-50400'],
        ],
      ],
      [
        '2024-07-08',
        [
          ['PAYABLE', '16800'],
          ['EXPENSE', '-16800'],
        ],
      ],
      [
        '2024-07-05',
        [
          ['PAYABLE', '33600'],
          ['IN_TRANSIT', '-33600'],
        ],
      ],
      [
        '2024-07-06',
        [
          ['IN_TRANSIT', '33600'],
          ['BANK', '-33600'],
        ],
      ],
    ]);
  });
});

describe('a bill that was confirmed before its differences were decided', () => {
  const full = { ...confirm.data, amountIdr: idr('50400') };
  const confirmed: ContributionBillCommand = { type: 'ConfirmContribution', data: full };
  const dispute = decide({ outcome: 'DISPUTE', reason: 'cabang memeriksa' });

  test('is disputed, refunded and signed after its payment; only nothing can be deducted', () => {
    const past = pastOf(receive(), match(), confirmed);
    bill
      .given(...past)
      .when(decide(), rahma)
      .thenRefuses('BillAlreadyConfirmed');
    const back: ContributionBillCommand = {
      type: 'RecordRefund',
      data: {
        ...{ amountIdr: idr('16800'), receivedOn: localDate('2024-07-08'), reference: 'STS-1' },
        evidenceSha256: 'deposit',
      },
    };
    const ended = pastOf(receive(), match(), confirmed, dispute, acceptMissing, back, sign());
    expect(ended.map(({ type }) => type).slice(-2)).toEqual([
      'ContributionRefunded',
      'ReconciliationSigned',
    ]);
    expect(booksOf(ended)).toEqual({ EXPENSE: 33_600n, BANK: -33_600n });
  });

  test('is matched after its payment, but not where that would undo a deduction', () => {
    expect(booksOf(pastOf(receive(), confirmed, match(), dispute))).toEqual({
      EXPENSE: 33_600n,
      RECEIVABLE: 16_800n,
      BANK: -50_400n,
    });
    const deducted = pastOf(receive(), match(), decide(), confirm);
    bill
      .given(...deducted)
      .when(match([dead]), rahma)
      .thenRefuses('BillAlreadyConfirmed');
    bill
      .given(...deducted)
      .when(dispute, rahma)
      .thenRefuses('BillAlreadyConfirmed');
  });
});

describe('a disputed difference', () => {
  const disputed = decide({ outcome: 'DISPUTE', reason: 'cabang memeriksa' });
  const paid = (): readonly ContributionBillEvent[] =>
    pastOf(
      ...[receive(), match(), disputed, acceptMissing],
      ...(['SPP_LS', 'SPM_LS', 'SP2D'] as const).map((step) =>
        voucher(step, { amountIdr: idr('50400') }),
      ),
      prove({ amountIdr: idr('50400') }),
    );
  const refund = (change: Partial<Wish<'RecordRefund'>> = {}): ContributionBillCommand => ({
    type: 'RecordRefund',
    data: {
      ...{ amountIdr: idr('16800'), receivedOn: localDate('2024-07-08'), reference: 'STS-1' },
      ...{ evidenceSha256: 'deposit', ...change },
    },
  });

  test('comes back once it was paid, and never more of it than is out', () => {
    bill
      .given(...pastOf(receive(), match(), disputed, acceptMissing))
      .when(refund(), rahma)
      .thenRefuses('PaymentNotMade');
    const onPaid = bill.given(...paid());
    onPaid.when(refund({ amountIdr: idr('16801') }), rahma).thenRefuses('RefundTooLarge');
    onPaid
      .when(refund({ receivedOn: localDate('2024-07-05') }), rahma)
      .thenRefuses('VoucherDateInvalid');
    onPaid.when(refund(), rahma).thenRecords({ type: 'ContributionRefunded', data: {} });
    const back: ContributionBillEvent = {
      type: 'ContributionRefunded',
      data: {
        ...{ billId: 'bill-1', amountIdr: idr('6800'), receivedOn: localDate('2024-07-08') },
        ...{ reference: 'STS-0', evidenceSha256: 'deposit' },
      },
    };
    const onBack = bill.given(...paid(), back);
    onBack.when(refund({ reference: 'STS-0', amountIdr: idr('6800') }), rahma).thenNothing();
    onBack.when(refund(), rahma).thenRefuses('RefundTooLarge', { expectedIdr: '10000' });
    onBack
      .when(decide({ outcome: 'ACCEPT', reason: 'surat cabang' }), rahma)
      .thenRefuses('RefundTooLarge');
    const books = booksOf([...paid(), back]);
    expect(books).toEqual({ EXPENSE: 33_600n, BANK: -43_600n, RECEIVABLE: 10_000n });
  });

  test('ends without money when the branch was right, unless it has come back', () => {
    const right = decide({ outcome: 'ACCEPT', reason: 'surat cabang' });
    bill
      .given(...paid())
      .when(right, rahma)
      .thenRecords({ type: 'BillDifferencesDecided', data: { disputedIdr: '0' } });
    bill
      .given(...paid())
      .when(decide({ reason: 'akta' }), rahma)
      .thenRefuses('PaymentAlreadyOrdered');
  });
});

describe('an order of the treasury that comes back', () => {
  const back = (change: Partial<Wish<'ReturnTreasuryPayment'>> = {}): ContributionBillCommand => ({
    type: 'ReturnTreasuryPayment',
    data: {
      ...{ number: 'SP2D/1', returnedOn: localDate('2024-07-07'), amountIdr: idr('33600') },
      ...{ reason: 'rekening ditutup', evidenceSha256: 'note', ...change },
    },
  });
  test('takes the proof away, is owed again in the books, and another order replaces it', () => {
    const returned = pastOf(receive(), match(), decide(), acceptMissing, ...steps, prove(), back());
    const state = fold(contributionBillDecider, returned);
    expect(contributionBillStage(state)).toBe('ORDERED');
    expect(state).toMatchObject({ proof: null, returnedOrders: [{ number: 'SP2D/1' }] });
    bill
      .given(...returned)
      .when(prove(), rahma)
      .thenRefuses('PaymentNotOrdered');
    bill
      .given(...returned)
      .when(voucher('SP2D'), rahma)
      .thenRefuses('OrderReturned', { number: 'SP2D/1' });
    const next = voucher('SP2D', { number: 'SP2D/2', on: localDate('2024-07-08') });
    const way = [receive(), match(), decide(), acceptMissing, ...steps, prove(), back(), next];
    const replaced = pastOf(...way);
    expect(fold(contributionBillDecider, replaced).vouchers).toHaveLength(3);
    expect(booksOf(returned)).toEqual({ EXPENSE: 33_600n, PAYABLE: -33_600n });
    expect(booksOf(replaced)).toEqual({ EXPENSE: 33_600n, IN_TRANSIT: -33_600n });
  });

  test('is refused without its order, its sum, a reason, or once BPJS shows it paid', () => {
    const paid = bill.given(
      ...pastOf(receive(), match(), decide(), acceptMissing, ...steps, prove()),
    );
    paid.when(back({ number: 'SP2D/9' }), rahma).thenRefuses('OrderUnknown');
    paid.when(back({ amountIdr: idr('33601') }), rahma).thenRefuses('AmountDiffers');
    paid.when(back({ reason: ' ' }), rahma).thenRefuses('ReasonMissing');
    paid
      .when(back({ returnedOn: localDate('2024-07-04') }), rahma)
      .thenRefuses('VoucherDateInvalid');
    bill
      .given(...pastOf(receive(), match(), decide(), acceptMissing, ...steps, prove(), confirm))
      .when(back(), rahma)
      .thenRefuses('BillAlreadyConfirmed');
  });
});

test('the treasury’s list is read by names of columns; a line that cannot be read is named, the others stand', async () => {
  const text = [
    'No SP2D;Tgl SP2D;No SPM;Nilai;Status;Tanggal Pencairan;Uraian',
    '0412/SP2D/2026;08-04-2026;031/SPM/2026;Rp584.337.600,00;CAIR;09-04-2026;iuran Maret',
    '0413/SP2D/2026;08-04-2026;032/SPM/2026;16.800;retur;14-04-2026;rekening ditutup',
    '0414/SP2D/2026;08-04-2026;033/SPM/2026;enam belas;TERBIT;;',
  ].join('\r\n');
  expect(await readOrderList(new TextEncoder().encode(text))).toMatchObject({
    status: 'read',
    lines: [
      {
        ...{ number: '0412/SP2D/2026', on: '2026-04-08', spmNumber: '031/SPM/2026' },
        ...{ amountIdr: '584337600', status: 'PAID', movedOn: '2026-04-09' },
      },
      { status: 'RETURNED', remark: 'rekening ditutup', amountIdr: '16800' },
    ],
    faults: [{ row: 3, column: 'NILAI' }],
  });
});
