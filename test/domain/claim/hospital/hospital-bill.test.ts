// A hospital is guaranteed first, verified line by line, approved by another, and owed exactly that.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payablesOfBills } from '../../../../activities/payables-of-bills.ts';
import { localDate } from '../../../../domain/calendar.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import { DOCUMENT_KINDS } from '../../../../domain/claim/documents/document-events.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import { billTasksOf, openTaskOf } from '../../../../domain/claim/open-task.ts';
import type { ClaimState } from '../../../../domain/claim/state.ts';
import { type Context, fold } from '../../../../domain/decider.ts';
import { lettersOfClaim } from '../../../../domain/letter/claim-letters.ts';
import {
  type BilledLine,
  HOSPITAL_ITEMS,
  type HospitalItem,
  verifyLines,
} from '../../../../domain/rules/hospital-bill.ts';
import type { StoredEvent } from '../../../../infra/event-store/event-store.ts';
import { streamIds } from '../../../../infra/ids/stream-ids.ts';
import { at, NOON, person } from '../../specification.ts';
import {
  approveClaim,
  approver,
  checkClaim,
  checker,
  claim,
  clerk,
  idr,
  officer,
  payeeOf,
  receiveDocument,
  recommendClaim,
  verifier,
} from '../claim-facts.ts';
import {
  accidentCover,
  claimCosts,
  conclude,
  determinePayee,
  EVENT_DATE,
  reportAccident,
  reportIncident,
  secondStage,
  statement,
} from '../incident-facts.ts';
import {
  approveBill,
  billed,
  dispute,
  guaranteeCare,
  LINES,
  receiveBill,
  returnBill,
  verifyBill,
} from './hospital-facts.ts';

type Step = readonly [ClaimCommand, Context];
const suspected: readonly Step[] = [[reportAccident(), officer]];
const guaranteed: readonly Step[] = [...suspected, [guaranteeCare, checker]];
const received: readonly Step[] = [...guaranteed, [receiveBill(), clerk]];
const verified: readonly Step[] = [...received, [verifyBill(), checker]];
const approved: readonly Step[] = [...verified, [approveBill('1000000'), approver]];
const given = (steps: readonly Step[]) => claim.given(...claim.after(...steps));
const stateAfter = (steps: readonly Step[]) => fold(claimDecider, claim.after(...steps));

const stored = (events: readonly ClaimEvent[]): readonly StoredEvent[] =>
  events.map((event, place) => ({
    ...({ ...event, version: place + 1, position: `${place + 1}` } as unknown as StoredEvent),
    effectiveAt: NOON,
  }));

describe('the guarantee', () => {
  test('comes before anybody knows whether it was work, and has a letter of its own', () => {
    given(suspected)
      .when(guaranteeCare, checker)
      .thenRecords({ type: 'HospitalGuaranteed', data: { guarantee: 1, ruleId: 'K-10' } });
    expect(lettersOfClaim(stateAfter(guaranteed))).toContain('GUARANTEE');
    expect(lettersOfClaim(stateAfter(suspected))).not.toContain('GUARANTEE');
    given(guaranteed).when(guaranteeCare, checker).thenNothing();
  });

  test('is refused for an ordinary illness, before the event, and to a second account', () => {
    given([[reportIncident(), officer]])
      .when(guaranteeCare, checker)
      .thenRefuses('CareNotGuaranteed');
    const change = (data: object) => ({
      ...guaranteeCare,
      data: { ...guaranteeCare.data, ...data },
    });
    given(suspected)
      .when(change({ from: localDate('2024-07-05') }) as ClaimCommand, checker)
      .thenRefuses('GuaranteeBeforeEvent');
    const retyped = change({ hospital: { code: ' rsud-btg', name: 'RSUD' } }) as ClaimCommand;
    given(guaranteed).when(retyped, checker).thenNothing();
    given(suspected)
      .when(retyped, checker)
      .thenRecords({ type: 'HospitalGuaranteed', data: { hospital: { code: 'RSUD-BTG' } } });
    given(guaranteed)
      .when(change({ payee: payeeOf('other') }) as ClaimCommand, checker)
      .thenRefuses('HospitalAlreadyGuaranteed');
  });

  test('charges the time of the treatment to the hospital, its doctor’s statement too', () => {
    const treating: readonly Step[] = [...guaranteed, [conclude(), checker]];
    expect(openTaskOf(stateAfter(treating), NOON)).toMatchObject({ party: 'HOSPITAL' });
    const awaiting: readonly Step[] = [...treating, [secondStage(), clerk]];
    expect(openTaskOf(stateAfter(awaiting), NOON)).toMatchObject({
      ...{ task: 'RECORD_STATEMENT', party: 'HOSPITAL' },
    });
  });
});

describe('a bill', () => {
  test('is accepted up to tariff, limit and day; each line says why', () => {
    const lines: readonly BilledLine[] = [
      billed(1, 'EMERGENCY', '450000', { tariffIdr: idr('400000') }),
      billed(2, 'AMBULANCE_LAND', '4600000'),
      billed(3, 'AMBULANCE_LAND', '900000'),
      billed(4, 'PROSTHESIS', '4500000', { referencePriceIdr: idr('3000000') }),
      billed(5, 'ROOM', '350000', { servedOn: localDate('2024-07-05') }),
    ];
    const of = { eventDate: EVENT_DATE, careEnds: null, before: [], claimed: [] };
    expect(verifyLines(lines, of).map(({ acceptedIdr, ground }) => [acceptedIdr, ground])).toEqual([
      ['400000', 'ABOVE_TARIFF'],
      ['4600000', null],
      ['400000', 'OVER_LIMIT'],
      ['4200000', 'OVER_LIMIT'],
      ['0', 'BEFORE_EVENT'],
    ]);
  });

  test('of care after the healing, and what was accepted before, is not paid', () => {
    const of = {
      ...{ eventDate: EVENT_DATE, careEnds: EVENT_DATE, claimed: [] },
      before: [
        {
          item: 'ROOM',
          servedOn: EVENT_DATE,
          amountIdr: idr('350000'),
          acceptedIdr: idr('350000'),
        },
      ] as const,
    };
    const late = { servedOn: localDate('2024-07-07') };
    const grounds = verifyLines([billed(1, 'ROOM', '350000'), billed(2, 'ROOM', '1', late)], of);
    expect(grounds.map(({ ground }) => ground)).toEqual(['BILLED_TWICE', 'AFTER_CARE']);
  });

  test('never accepts more than was billed, nor more than a ceiling, in any order of lines', () => {
    const anyLine = fc.record({
      item: fc.constantFrom(...(Object.keys(HOSPITAL_ITEMS) as HospitalItem[])),
      amount: fc.integer({ min: 1, max: 30_000_000 }),
      tariff: fc.option(fc.integer({ min: 1, max: 30_000_000 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), (drawn) => {
        const lines = drawn.map(({ item, amount, tariff }, place) =>
          billed(place + 1, item, `${amount}`, {
            tariffIdr: tariff === null ? null : idr(`${tariff}`),
          }),
        );
        const of = { eventDate: EVENT_DATE, careEnds: null, before: [], claimed: [] };
        const accepted = verifyLines(lines, of);
        const landIdr = accepted
          .filter(({ item }) => item === 'AMBULANCE_LAND')
          .reduce((sum, { acceptedIdr }) => sum + BigInt(acceptedIdr), 0n);
        expect(landIdr <= 5_000_000n).toBe(true);
        for (const line of accepted) {
          expect(BigInt(line.acceptedIdr) <= BigInt(line.billedIdr)).toBe(true);
          expect(line.ground === null).toBe(line.acceptedIdr === line.billedIdr);
        }
      }),
    );
  });

  test('a person accepts less with a ground and a reason, and never more than the rules', () => {
    given(received)
      .when(verifyBill([dispute(1, '100000')]), checker)
      .thenRecords({
        type: 'HospitalBillVerified',
        data: { acceptedIdr: '650000', disputedIdr: '350000' },
      });
    given(received)
      .when(verifyBill([dispute(1, '450000')]), checker)
      .thenRefuses('DisputeTakesNothing');
    given(received)
      .when(verifyBill([dispute(9, '0')]), checker)
      .thenRefuses('BillLineUnknown');
    const silent = [{ ...dispute(1, '0'), reason: ' ' }];
    given(received).when(verifyBill(silent), checker).thenRefuses('ReasonMissing');
  });

  test.each([
    ['BillEmpty', receiveBill([])],
    ['AmountNotPositive', receiveBill([billed(1, 'ROOM', '0')])],
    ['BillInFuture', receiveBill([billed(1, 'ROOM', '1', { servedOn: localDate('2024-07-07') })])],
    ['BillNumberMissing', receiveBill(LINES, { number: ' ' })],
  ] as const)('is refused: %s', (code, wish) => {
    given(guaranteed).when(wish, clerk).thenRefuses(code);
  });

  test('comes once under its number, and only from a hospital that was guaranteed', () => {
    given(received).when(receiveBill(), clerk).thenNothing();
    given(received)
      .when(receiveBill(LINES, { billId: 'bill-2' }), clerk)
      .thenRefuses('BillNumberTaken');
    given(received)
      .when(receiveBill(LINES, { billId: 'bill-2', number: 'inv-1 ' }), clerk)
      .thenRefuses('BillNumberTaken');
    given(received)
      .when(receiveBill(LINES.slice(1)), clerk)
      .thenRefuses('BillNumberTaken', { number: 'INV-1' });
    given(suspected).when(receiveBill(), clerk).thenRefuses('CareNotGuaranteed');
  });

  test('is approved by another person, for the sum that they saw', () => {
    expect(billTasksOf(stateAfter(received)).map(({ task }) => task)).toEqual(['VERIFY_BILL']);
    expect(billTasksOf(stateAfter(verified)).map(({ task }) => task)).toEqual(['APPROVE_BILL']);
    given(verified)
      .when(approveBill('1000000'), at(person('ani', 'approve-claim')))
      .thenRefuses('RecommenderCannotApprove');
    given(verified).when(approveBill('1'), approver).thenRefuses('TotalChanged');
    given(received).when(approveBill('1000000'), approver).thenRefuses('BillNotVerified');
    given(approved).when(approveBill('1000000'), approver).thenNothing();
    given(approved).when(verifyBill(), checker).thenRefuses('BillAlreadyApproved');
    given(verified)
      .when(returnBill, approver)
      .thenRecords({ type: 'HospitalBillReturned', data: {} });
    expect(billTasksOf(stateAfter(approved))).toEqual([]);
  });

  test('owes the hospital exactly what was approved, beside whatever becomes of the claim', () => {
    const owed = payablesOfBills(stored(claim.after(...approved)), streamIds);
    expect(owed.map(({ payable }) => payable)).toMatchObject([
      {
        ...{ amountIdr: '1000000', billId: 'bill-1', decision: 0, flow: 'BENEFIT' },
        ...{ payee: payeeOf('plkk'), recommendedBy: ['ani'], approvedBy: ['budi'] },
        lineCodes: ['JKK.MEDICAL', 'JKK.TRANSPORT_LAND'],
      },
    ]);
    expect(payablesOfBills(stored(claim.after(...verified)), streamIds)).toEqual([]);
  });
});

describe('one ceiling for the hospital and the worker', () => {
  const applied: readonly Step[] = [
    ...approved,
    ...([conclude(), secondStage(), statement()] as const).map((wish): Step => [wish, checker]),
    [claimCosts(['JKK.TRANSPORT_LAND', '6200000']), clerk],
    [checkClaim(accidentCover), checker],
    [determinePayee(), checker],
  ];

  test('what the hospital got, the worker does not get again', () => {
    const { benefits } = stateAfter(applied);
    const land = benefits?.lines.find(({ code }) => code === 'JKK.TRANSPORT_LAND');
    expect(land?.amountIdr).toBe('4450000');
  });

  test('and what the worker asks back, the hospital does not get', () => {
    const asked: readonly Step[] = [
      ...received,
      ...([conclude(), secondStage(), statement()] as const).map((wish): Step => [wish, checker]),
      [claimCosts(['JKK.TRANSPORT_LAND', '4800000']), clerk],
    ];
    given(asked)
      .when(verifyBill(), checker)
      .thenRecords({ type: 'HospitalBillVerified', data: { acceptedIdr: '650000' } });
  });

  const treatedToo = ([conclude(), secondStage(), statement()] as const).map(
    (wish): Step => [wish, checker],
  );
  const land = (amount: string) => [billed(1, 'AMBULANCE_LAND', amount)];
  const landOf = ({ benefits }: Pick<ClaimState, 'benefits'>) =>
    (benefits?.lines ?? [])
      .filter(({ code }) => code === 'JKK.TRANSPORT_LAND')
      .reduce((sum, { amountIdr }) => sum + BigInt(amountIdr), 0n);

  test('and a bill that was verified before the worker asks holds its part until it is returned', () => {
    const between: readonly Step[] = [
      ...[...guaranteed, ...treatedToo],
      [receiveBill(land('5000000')), clerk],
      [verifyBill(), checker],
      [claimCosts(['JKK.TRANSPORT_LAND', '5000000']), clerk],
      [checkClaim(accidentCover), checker],
      [determinePayee(), checker],
    ];
    expect(landOf(stateAfter(between))).toBe(0n);
    given(between)
      .when(approveBill('5000000'), approver)
      .thenRecords({ type: 'HospitalBillApproved', data: { acceptedIdr: '5000000' } });
    const returned: readonly Step[] = [...between, [returnBill, checker]];
    expect(stateAfter(returned).checksCurrent).toBe(false);
    expect(landOf(stateAfter([...returned, [checkClaim(accidentCover), checker]]))).toBe(
      5_000_000n,
    );
  });

  test('a bill is not approved where the law pays less of it than when it was verified', () => {
    const served = { servedOn: localDate('2024-07-08') };
    const wish = receiveBill([billed(1, 'ROOM', '350000', served)]);
    const later: readonly Step[] = [
      ...guaranteed,
      [conclude(), checker],
      [{ ...wish, data: { ...wish.data, billedOn: served.servedOn } } as ClaimCommand, clerk],
      [verifyBill(), checker],
      [secondStage('HEALED', localDate('2024-07-07')), checker],
    ];
    given(later).when(approveBill('350000'), approver).thenRefuses('BillOutdated');
  });

  const onBill = (bill: string, seen = '0'): readonly (readonly Step[])[] => [
    [[verifyBill([], bill), checker]],
    [[{ type: 'ReturnHospitalBill', data: { billId: bill, reason: 'lagi' } }, checker]],
    [[approveBill(seen, bill), approver]],
  ];

  const decided = (totalIdr = idr('0')): readonly (readonly Step[])[] => [
    [[recommendClaim({ reason: 'ada alasan' }), verifier]],
    [[approveClaim({ totalIdr, cover: accidentCover }), approver]],
  ];

  /** Whatever anybody could do next, with the sums that they would see. */
  const turnsOf = (amount: string, { hospital, benefits }: ClaimState) => [
    ...['bill-1', 'bill-2'].flatMap((bill) => {
      const known = hospital.bills.find(({ billId }) => billId === bill);
      return onBill(bill, known?.verified?.acceptedIdr);
    }),
    [[claimCosts(['JKK.TRANSPORT_LAND', amount]), clerk] as const],
    [[checkClaim(accidentCover), checker] as const, [determinePayee(), checker] as const],
    ...(landOf({ benefits }) === 0n ? [] : decided(benefits?.totalIdr)),
  ];

  const stepped = (state: ClaimState, [wish, context]: Step): ClaimState => {
    const decision = claimDecider.decide(wish, state, context);
    return 'accepted' in decision ? decision.accepted.reduce(claimDecider.evolve, state) : state;
  };

  const anyPick = fc.record({
    amount: fc.constantFrom('1200000', '2600000', '3100000', '5000000'),
    number: fc.nat({ max: 9999 }),
  });

  /** Only what changes something: a blind pick would rarely come to an end. */
  const moved = (state: ClaimState, pick: { amount: string; number: number }): ClaimState => {
    const after = turnsOf(pick.amount, state)
      .map((turn) => turn.reduce(stepped, state))
      .filter((next) => next !== state);
    return after[pick.number % after.length] ?? state;
  };

  /** Whoever verifies again opens the way to the approval. */
  const expectApprovable = (state: ClaimState): void => {
    for (const { billId, status } of state.hospital.bills) {
      if (status === 'APPROVED') continue;
      const again = stepped(state, [verifyBill([], billId), checker]);
      const bill = again.hospital.bills.find((one) => one.billId === billId);
      const wish = approveBill(bill?.verified?.acceptedIdr ?? '0', billId);
      expect(claimDecider.decide(wish, again, approver)).toHaveProperty('accepted');
    }
  };

  /** The claim is decided, and then every bill that may be approved, is. */
  const concluded = (state: ClaimState): ClaimState => {
    const decision = decided(state.benefits?.totalIdr).flat().reduce(stepped, state);
    return decision.hospital.bills
      .map(
        ({ billId, verified: of }): Step => [approveBill(of?.acceptedIdr ?? '0', billId), approver],
      )
      .reduce(stepped, decision);
  };

  const approvedSum = ({ hospital }: ClaimState): bigint =>
    hospital.bills
      .filter(({ status }) => status === 'APPROVED')
      .reduce((sum, { verified: of }) => sum + BigInt(of?.acceptedIdr ?? '0'), 0n);

  test('in whatever order it is billed, asked, checked and approved: never more than one ceiling', () => {
    const papers = DOCUMENT_KINDS.map((kind): Step => [receiveDocument(kind), clerk]);
    const billedTwo = ['3100000', '2600000'].map((amount, place): Step => {
      const own = { billId: `bill-${place + 1}`, number: `INV-${place + 1}` };
      return [receiveBill(land(amount), own), clerk];
    });
    const opened = stateAfter([...guaranteed, ...treatedToo, ...papers, ...billedTwo]);
    let both = 0;
    fc.assert(
      fc.property(fc.array(anyPick, { minLength: 3, maxLength: 15 }), (picks) => {
        const between = picks.reduce(moved, opened);
        expectApprovable(between);
        const state = concluded(between);
        const granted = state.verdict?.kind === 'APPROVED' ? landOf(state) : 0n;
        both += granted > 0n && approvedSum(state) > 0n ? 1 : 0;
        expect(granted + approvedSum(state) <= 5_000_000n).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(both).toBeGreaterThan(0);
  });
});
