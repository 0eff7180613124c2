// Double entry: every entry adds up to nothing, and the accounts say what the deciders say.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate, type Month } from '../../../domain/calendar.ts';
import type { ClaimEvent } from '../../../domain/claim/events.ts';
import { fold } from '../../../domain/decider.ts';
import type { Account, Entry } from '../../../domain/ledger/accounts.ts';
import { type Money, type MoneyEvent, posted } from '../../../domain/ledger/posting.ts';
import type { PayableCommand, PayableEvent, PayableStage } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import { payableStage } from '../../../domain/payout/payable-state.ts';
import type { BillPayer, ContributionBillEvent } from '../../../domain/programme/events.ts';
import { idr } from '../claim/claim-facts.ts';
import { anyWalk, walk } from '../payout/any-payable-history.ts';
import {
  answer,
  confirmReceipt,
  createPayable,
  intend,
  payableAfter,
  release,
  reportPayment,
  resolve,
  select,
  sent,
  unknown,
} from '../payout/payout-facts.ts';

const AT = '2024-07-08T04:00:00.000Z';

const entriesOf = (events: readonly MoneyEvent[]): readonly Entry[] => {
  const entries: Entry[] = [];
  let money: Money | undefined;
  for (const event of events) {
    const after = posted(money, event);
    money = after.money;
    if (after.entry !== null) entries.push(after.entry);
  }
  return entries;
};

const ofPayable = (past: readonly PayableEvent[]): readonly Entry[] =>
  entriesOf(past.map((event) => ({ category: 'payable', effectiveAt: AT, ...event })));
const ofBill = (past: readonly ContributionBillEvent[]): readonly Entry[] =>
  entriesOf(past.map((event) => ({ category: 'contribution_bill', effectiveAt: AT, ...event })));
const ofClaim = (past: readonly ClaimEvent[]): readonly Entry[] =>
  entriesOf(past.map((event) => ({ category: 'claim', effectiveAt: AT, ...event })));

const balancesOf = (entries: readonly Entry[]): Readonly<Partial<Record<Account, bigint>>> => {
  const sums = new Map<Account, bigint>();
  for (const { account, amountIdr } of entries.flatMap(({ lines }) => lines))
    sums.set(account, (sums.get(account) ?? 0n) + BigInt(amountIdr));
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n));
};

const isBalanced = ({ lines }: Entry): boolean =>
  lines.length > 1 && lines.reduce((sum, { amountIdr }) => sum + BigInt(amountIdr), 0n) === 0n;

const A = 42_000_000n;
const FULL = '42000000';

/** Where the decider's own stage says that the money is. */
const PLACE: Readonly<Partial<Record<PayableStage, Account>>> = {
  DUE: 'PAYABLE',
  HELD: 'PAYABLE',
  SELECTED: 'PAYABLE',
  INTENDED: 'PAYABLE',
  RETURNED: 'PAYABLE',
  SENT: 'IN_TRANSIT',
  ANSWER_UNKNOWN: 'UNANSWERED',
  SETTLED: 'BANK',
  RETAINED: 'RETAINED',
};

describe('the ledger of any payable', () => {
  test('adds up to nothing entry by entry, and stands where the decider says', () => {
    const seen = new Set<PayableStage>();
    const kinds: readonly PayableCommand[] = [createPayable(), createPayable({ payee: null })];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anyWalk, (created, picks) => {
        const history = walk(created, FULL, picks);
        const entries = ofPayable(history);
        expect(entries.every(isBalanced)).toBe(true);
        expect(new Set(entries.map(({ payerId, flow }) => `${payerId} ${flow}`)).size).toBe(1);
        const stage = payableStage(fold(payableDecider, history));
        seen.add(stage);
        const place = PLACE[stage];
        if (place === undefined) return;
        // What a person's word left over stands contested against the bank until it is back.
        const { CONTESTED = 0n, ...sums } = balancesOf(entries);
        const stands = place === 'BANK' ? -A - CONTESTED : -A;
        const rest = place === 'BANK' || CONTESTED === 0n ? {} : { BANK: -CONTESTED };
        expect(sums).toEqual({ EXPENSE: A, [place]: stands, ...rest });
      }),
      { numRuns: 2_000 },
    );
    for (const stage of ['SETTLED', 'RETURNED', 'SENT', 'ANSWER_UNKNOWN', 'RETAINED'] as const)
      expect(seen).toContain(stage);
  });

  test('keeps what went wrong: a return after the booking is an entry of its own, on its day', () => {
    const sendOnce = [select(), intend(), sent()];
    const entries = ofPayable(
      payableAfter(createPayable(), ...sendOnce, answer('settled'), answer('returned'), release()),
    );
    expect(entries.map(({ lines }) => lines.map(({ account }) => account))).toEqual([
      ['EXPENSE', 'PAYABLE'],
      ['PAYABLE', 'IN_TRANSIT'],
      ['IN_TRANSIT', 'BANK'],
      ['BANK', 'PAYABLE'],
    ]);
    expect(entries[2]?.on).toBe('2024-07-09');
    const later = { bookedOn: localDate('2024-07-12') };
    const posted = ofPayable(
      payableAfter(createPayable(), ...sendOnce, answer('settled'), answer('returned', later)),
    );
    expect(posted.at(-1)?.on).toBe('2024-07-12');
    const twice = answer('settled', { bankReference: 'second', bookedOn: localDate('2024-07-13') });
    const disputed = ofPayable(
      payableAfter(createPayable(), ...sendOnce, answer('settled'), twice),
    );
    expect(disputed.at(-1)?.on).toBe('2024-07-13');
  });

  test('shows the bank what it booked although nobody asked for it, until it came back', () => {
    const disputed = [
      ...[createPayable(), select(), intend(), sent(), answer('settled')],
      answer('settled', { bankReference: 'second' }),
    ];
    expect(balancesOf(ofPayable(payableAfter(...disputed)))).toEqual({
      EXPENSE: A,
      BANK: -2n * A,
      CONTESTED: A,
    });
    const resolved = [...disputed, resolve('LD-1')];
    expect(balancesOf(ofPayable(payableAfter(...resolved)))).toEqual({
      EXPENSE: A,
      BANK: -2n * A,
      CONTESTED: A,
    });
    const back = [...resolved, answer('returned'), resolve('LD-1')];
    for (const past of [back.slice(0, -1), back])
      expect(balancesOf(ofPayable(payableAfter(...past)))).toEqual({ EXPENSE: A, BANK: -A });
  });

  test('leaves a lost answer neither paid nor owed', () => {
    const lost = payableAfter(createPayable(), select(), intend(), sent(), unknown());
    expect(balancesOf(ofPayable(lost))).toEqual({ EXPENSE: A, UNANSWERED: -A });
  });

  test('takes back the whole expense of a payable that is cancelled', () => {
    const entries = ofPayable(
      payableAfter(createPayable(), { type: 'CancelPayable', data: { reason: 'heirs' } }),
    );
    expect([entries.length, balancesOf(entries)]).toEqual([2, {}]);
  });

  test('notes what another house paid beside the books: no expense, no account of ours', () => {
    const tracked = createPayable({ mode: 'TRACKS' });
    const reported = [tracked, reportPayment({ amountIdr: idr('41000000') })];
    expect(balancesOf(ofPayable(payableAfter(...reported)))).toEqual({
      TRACKED: A,
      TRACKED_OWED: -1_000_000n,
      TRACKED_REPORTED: -41_000_000n,
    });
    const received = [tracked, reportPayment(), confirmReceipt()];
    expect(balancesOf(ofPayable(payableAfter(...received)))).toEqual({
      TRACKED: A,
      TRACKED_RECEIVED: -A,
    });
  });
});

describe('the ledger of a contribution bill', () => {
  const bill = (payer?: BillPayer): ContributionBillEvent => ({
    type: 'ContributionBilled',
    data: {
      ...{ billId: 'bill-1', trancheId: 'tranche-1', month: '2024-06' as Month, workers: 10 },
      ...{ amountIdr: idr('168000'), paymentCode: '990', ...(payer && { payer }) },
    },
  });
  const confirmed: ContributionBillEvent = {
    type: 'ContributionConfirmed',
    data: {
      ...{ billId: 'bill-1', trancheId: 'tranche-1', month: '2024-06' as Month },
      ...{ amountIdr: idr('168000'), paidOn: localDate('2024-06-10'), reference: 'SP2D 1' },
    },
  };
  const sponsor = (mode: BillPayer['mode']): BillPayer => ({
    ...{ payerId: 'apbd', mandateId: 'mandate-2', mode },
  });

  test('is owed by the sponsor from the bill on, and paid on the day of the payment', () => {
    const entries = ofBill([bill(sponsor('DISBURSES')), confirmed]);
    expect(entries.map(({ payerId, flow, on }) => [payerId, flow, on])).toEqual([
      ['apbd', 'CONTRIBUTION', '2024-07-08'],
      ['apbd', 'CONTRIBUTION', '2024-06-10'],
    ]);
    expect(balancesOf(entries)).toEqual({ EXPENSE: 168_000n, BANK: -168_000n });
  });

  test('touches no account of ours where another house pays, or nobody was named', () => {
    for (const past of [
      [bill(sponsor('TRACKS')), confirmed],
      [bill(), confirmed],
    ])
      expect(balancesOf(ofBill(past))).toEqual({ TRACKED: 168_000n, TRACKED_REPORTED: -168_000n });
  });
});

describe('the ledger of a claim', () => {
  const mandate = (mode: 'DISBURSES' | 'TRACKS') => ({
    ...{ payerId: 'payer-1', mandateId: 'mandate-1', mode, programmeId: 'programme-1' },
  });
  const recommended: ClaimEvent = {
    type: 'ClaimRecommended',
    data: {
      ...{ claimId: 'claim-1', decision: 1, totalIdr: idr(FULL), mandate: mandate('DISBURSES') },
      ...{ precheck: false, recommendedBy: ['ani'] },
    },
  };
  const approved: ClaimEvent = {
    type: 'ClaimApproved',
    data: {
      ...{ claimId: 'claim-1', decision: 1, totalIdr: idr(FULL) },
      ...{ recommendedBy: ['ani'], approvedBy: ['budi'] },
    },
  };
  const recovery = (outcome: 'DEMAND' | 'WAIVE'): ClaimEvent => ({
    type: 'RecoveryDecided',
    data: {
      ...{ claimId: 'claim-1', proposal: 1, outcome, amountIdr: idr('32000000') },
      ...{ legalBasis: 'Pasal 1', reason: 'tanggal', decidedBy: ['budi'] },
    },
  });

  test('demands back what is demanded, and nothing that is waived', () => {
    expect(balancesOf(ofClaim([recommended, approved, recovery('DEMAND')]))).toEqual({
      RECEIVABLE: 32_000_000n,
      EXPENSE: -32_000_000n,
    });
    expect(ofClaim([recommended, approved, recovery('WAIVE')])).toEqual([]);
  });

  test('takes back what came of it, on the day of the bank', () => {
    const repaid: ClaimEvent = {
      type: 'RecoveryRepaid',
      data: {
        ...{ claimId: 'claim-1', amountIdr: idr('12000000'), leftIdr: idr('20000000') },
        ...{ paidOn: localDate('2024-07-02'), reference: 'BKM-1', evidenceSha256: 'sha' },
        recordedBy: ['tata'],
      },
    };
    const entries = ofClaim([recommended, approved, recovery('DEMAND'), repaid]);
    expect(entries.at(-1)).toMatchObject({ payerId: 'payer-1', on: '2024-07-02' });
    expect(balancesOf(entries)).toEqual({
      ...{ RECEIVABLE: 20_000_000n, EXPENSE: -32_000_000n, BANK: 12_000_000n },
    });
  });

  test('demands it back for the purse that was decided on, not for one only recommended', () => {
    const topUp: ClaimEvent = {
      type: 'ClaimRecommended',
      data: {
        ...{ claimId: 'claim-1', decision: 2, totalIdr: idr('1000'), precheck: false, topUp: 1 },
        ...{ mandate: { ...mandate('TRACKS'), payerId: 'payer-2' }, recommendedBy: ['ani'] },
      },
    };
    const [entry, ...others] = ofClaim([recommended, approved, topUp, recovery('DEMAND')]);
    expect([entry?.payerId, others]).toEqual(['payer-1', []]);
    expect(entry?.lines.map(({ account }) => account)).toEqual(['RECEIVABLE', 'EXPENSE']);
  });

  test('opens with what was paid before the claim was ours, on its day, from no account of ours', () => {
    const before: ClaimEvent = {
      type: 'ClaimPaidBefore',
      data: {
        ...{ claimId: 'claim-1', workerId: 'worker-1', paymentId: 'payment-1' },
        ...{ decidedIdr: idr(FULL), decidedOn: null, decisionReference: null },
        ...{ paidIdr: idr(FULL), paidOn: localDate('2023-11-20'), paymentReference: 'TRF 1' },
        ...{ mandate: mandate('DISBURSES'), outcome: 'SETTLED' },
      },
    };
    const [entry] = ofClaim([before]);
    expect(entry).toMatchObject({ payerId: 'payer-1', flow: 'BENEFIT', on: '2023-11-20' });
    expect(balancesOf(ofClaim([before]))).toEqual({ EXPENSE: A, TAKEN_OVER: -A });
  });
});
