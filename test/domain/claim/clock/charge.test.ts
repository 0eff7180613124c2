// Every minute of a claim is charged to one party, and all of them together are the wall time.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate, startOfOfficeDay } from '../../../../domain/calendar.ts';
import { type ChargedTime, chargeTime, sumsBy } from '../../../../domain/claim/clock/charge.ts';
import {
  foldPayableTime,
  initialPayableTime,
} from '../../../../domain/claim/clock/payable-time.ts';
import { foldClaimTime, initialClaimTime } from '../../../../domain/claim/clock/standing.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimEvent } from '../../../../domain/claim/events.ts';
import { TAKEN_OVER_STAGES } from '../../../../domain/claim/take-over/take-over-events.ts';
import type { Dated } from '../../../../domain/decider.ts';
import { fold } from '../../../../domain/decider.ts';
import type { PayableEvent } from '../../../../domain/payout/events.ts';
import type { MandateMode } from '../../../../domain/programme/events.ts';
import { NATIONAL_HOLIDAYS } from '../../../../domain/rules/holidays.ts';
import { moneyOf } from '../../../projections/payment.ts';
import { anyHistory, play } from '../any-claim-history.ts';
import {
  approved,
  claim,
  clerk,
  complete,
  idr,
  readyWishes,
  receiveDocument,
  reported,
  returnDocument,
} from '../claim-facts.ts';
import { recorder, takeOver } from '../old-file.ts';

type At = { readonly at: string };
type ClaimFact = At & { readonly event: ClaimEvent };
type MoneyFact = At & { readonly event: PayableEvent };
type Told = ClaimFact | MoneyFact;

const isOfClaim = (fact: Told): fact is ClaimFact => 'claimId' in fact.event.data;
const isClaimFact = (fact: Told): fact is ClaimFact =>
  isOfClaim(fact) && !fact.event.type.startsWith('Payable');

/** One log: facts of the claim and of its payable, each with the next position. */
const timeOf = (facts: readonly Told[], now: string): ChargedTime | null => {
  let ofClaim = initialClaimTime;
  let ofMoney = initialPayableTime;
  for (const [index, fact] of facts.entries()) {
    const position = String(index + 1);
    if (isClaimFact(fact))
      ofClaim = foldClaimTime(ofClaim, { ...fact, position }, NATIONAL_HOLIDAYS);
    else ofMoney = foldPayableTime(ofMoney, { ...(fact as MoneyFact), position });
  }
  return chargeTime({ claim: ofClaim.marks, payables: ofMoney.marks }, now);
};

const expectWhole = (time: ChargedTime | null): void => {
  expect(time).not.toBeNull();
  if (time === null) return;
  const { charges, from, to, ms, minutes } = time;
  expect(ms).toBe(Date.parse(to) - Date.parse(from));
  expect(charges.reduce((sum, charge) => sum + charge.ms, 0)).toBe(ms);
  expect(charges.reduce((sum, charge) => sum + charge.minutes, 0)).toBe(minutes);
  expect(minutes).toBe(Math.floor(ms / 60_000));
  expect(charges.every((charge) => charge.ms > 0)).toBe(true);
  // No gap and no overlap.
  expect(charges.map((charge) => charge.from)).toEqual(
    charges.length === 0 ? [] : [from, ...charges.slice(0, -1).map((charge) => charge.to)],
  );
  expect(charges.at(-1)?.to ?? from).toBe(to);
};

const morning = (day: string, hour = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000).toISOString();
/** Told on another day than the one they were decided on: the day of payment is counted from it. */
const dayless = (event: ClaimEvent): ClaimEvent => {
  if (event.type !== 'DocumentsCompleted') return event;
  const { due: _, ...data } = event.data;
  return { ...event, data };
};
const on = (day: string, events: readonly ClaimEvent[], hour = 1): readonly ClaimFact[] =>
  events.map((event) => ({ event: dayless(event), at: morning(day, hour) }));
const partiesOf = (time: ChargedTime | null) =>
  (time?.charges ?? []).map(({ party, cause, ms }) => [party, cause, ms / 3_600_000]);

describe('the time of a claim', () => {
  test('is charged to the family until the papers are complete, then to whoever decides', () => {
    const log = [
      ...on('2024-06-03', reported),
      ...on('2024-06-05', complete.slice(reported.length)),
      ...on('2024-06-06', approved.slice(complete.length)),
    ];
    const time = timeOf(log, morning('2024-06-06', 3));
    expectWhole(time);
    expect(partiesOf(time)).toEqual([
      ['FAMILY', 'BRING_PAPERS', 48],
      ['VERIFIER', 'CHECK_COVER', 24],
      ['SYSTEM', 'FOLLOW_UP', 2],
    ]);
    expect(time?.charges.map(({ clock }) => clock)).toEqual([
      'FAMILY_COMPLETES_PAPERS',
      'PAY_WITHIN_3_WORKING_DAYS',
      'PAY_WITHIN_3_WORKING_DAYS',
    ]);
  });

  test('stops the clock of the office while a paper is with the family, and runs theirs', () => {
    const back = claim.after(...readyWishes, [returnDocument('doc-BANK_BOOK'), clerk]);
    const again = claim.after(
      ...readyWishes,
      [returnDocument('doc-BANK_BOOK'), clerk],
      [receiveDocument('BANK_BOOK', 'doc-2'), clerk],
    );
    const log = [
      ...on('2024-06-03', complete),
      ...on('2024-06-04', back.slice(complete.length)),
      ...on('2024-06-20', again.slice(back.length)),
    ];
    const time = timeOf(log, morning('2024-06-21'));
    expectWhole(time);
    const away = time?.charges.find(({ party }) => party === 'FAMILY');
    expect(away).toMatchObject({
      cause: 'REPLACE_RETURNED_PAPERS',
      clock: 'FAMILY_COMPLETES_PAPERS',
      late: false,
      from: morning('2024-06-04'),
      to: morning('2024-06-20'),
    });
    // Sixteen days with the family made nobody late: a new clock began with the paper.
    expect(time?.charges.some(({ late }) => late)).toBe(false);
  });

  test('says which part of it came after the last day of the law', () => {
    const time = timeOf(on('2024-06-03', complete), morning('2024-06-10'));
    expectWhole(time);
    // Three working days after Monday: late from the end of Thursday in the office (WITA).
    expect(time?.charges.map(({ late, to }) => [late, to])).toEqual([
      [false, '2024-06-06T16:00:00.000Z'],
      [true, morning('2024-06-10')],
    ]);
  });

  test('follows the money: the treasurer, the bank, and the treasurer again when it comes back', () => {
    const money = moneyOf('worker-1', 'DISBURSES');
    const facts = (list: readonly { event: unknown }[], day: string): readonly MoneyFact[] =>
      list.map(({ event }) => ({ event: event as PayableEvent, at: morning(day) }));
    const log = [
      ...on('2024-06-03', approved),
      ...facts([money.payable], '2024-06-03'),
      ...facts(money.sent(1, '2024-06-04'), '2024-06-04'),
      ...facts([money.moneyBack(1)], '2024-06-06'),
      ...facts([money.letGo()], '2024-06-07'),
    ];
    const time = timeOf(log, morning('2024-06-08'));
    expectWhole(time);
    expect(partiesOf(time)).toEqual([
      ['TREASURER', 'PAY', 24],
      ['BANK', 'ANSWER_OF_BANK', 48],
      // Divided where the last day of the law ended.
      ['TREASURER', 'DEAL_WITH_RETURN', 15],
      ['TREASURER', 'DEAL_WITH_RETURN', 9],
      ['TREASURER', 'PAY', 24],
    ]);
  });

  test('stands still at the end, and a claim that is opened again says how long it was closed', () => {
    const closed = claim.after(...readyWishes, [
      { type: 'WithdrawClaim', data: { reason: 'surat keluarga' } },
      clerk,
    ]);
    const end = timeOf(on('2024-06-03', closed), morning('2024-07-03'));
    expect(end).toMatchObject({ isOver: true, ms: 0, charges: [] });
    const open = claim.after(
      ...readyWishes,
      [{ type: 'WithdrawClaim', data: { reason: 'surat keluarga' } }, clerk],
      [{ type: 'ReopenClaim', data: { reason: 'keluarga meneruskan' } }, clerk],
    );
    const log = [...on('2024-06-03', closed), ...on('2024-06-13', open.slice(closed.length))];
    const again = timeOf(log, morning('2024-06-14'));
    expectWhole(again);
    expect(partiesOf(again)[0]).toEqual(['NOBODY', 'CLOSED', 240]);
  });
});

/** Milliseconds between two facts: none, a little, over midnight, over months; or dated back. */
const anyGap = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 59_999 }),
  fc.integer({ min: 60_000, max: 90_000_000 }),
  fc.integer({ min: 86_400_000, max: 9_000_000_000 }),
  fc.integer({ min: -9_000_000_000, max: -1 }),
);
const moneySteps = (mode: MandateMode): readonly PayableEvent[] => {
  const money = moneyOf('worker-1', mode);
  const steps = [
    money.payable,
    ...money.held,
    ...money.sent(1, '2024-06-06'),
    money.unknown(1),
    money.moneyBack(1),
    money.letGo(),
    ...money.sent(2, '2024-06-09'),
    money.paid(2, '2024-06-10'),
  ];
  return steps.map(({ event }) => event as PayableEvent);
};

const isVerdict = ({ type }: ClaimEvent): boolean =>
  type === 'ClaimApproved' || type === 'DeterminationReported';

/** One log in which every verdict is followed by its money, each fact a gap after the one before. */
const toldWith = (
  past: readonly ClaimEvent[],
  money: readonly PayableEvent[],
  { start, gaps }: { readonly start: number; readonly gaps: readonly number[] },
): { readonly log: readonly Told[]; readonly end: number } => {
  let end = start;
  const events = past.flatMap((event) => (isVerdict(event) ? [event, ...money] : [event]));
  const log = events.map((event, index) => {
    const at = new Date(end).toISOString();
    end += gaps[index % gaps.length] ?? 0;
    return { event, at } as Told;
  });
  return { log, end };
};

const STANDS = ['FAMILY_COMPLETES_PAPERS', 'COURT_DETERMINES', 'HOSPITAL_TREATS'];

/** The clock of the office never runs while the family has papers to bring. */
const expectClocks = (time: ChargedTime | null): void => {
  for (const { clock, party, late } of time?.charges ?? []) {
    if (clock === 'FAMILY_COMPLETES_PAPERS') expect(party).toBe('FAMILY');
    if (clock === 'COURT_DETERMINES') expect(party).toBe('COURT');
    if (clock === 'HOSPITAL_TREATS') expect(party).toBe('HOSPITAL');
    if (clock === null || STANDS.includes(clock)) expect(late).toBe(false);
  }
};

describe('in any history', () => {
  test('the charges are the wall time, whenever its facts came and wherever a day begins', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.array(anyGap, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: Date.parse('2016-01-01'), max: Date.parse('2026-06-01') }),
        fc.constantFrom<MandateMode>('DISBURSES', 'TRACKS'),
        fc.integer({ min: -1_000_000, max: 9_000_000_000 }),
        (history, gaps, start, mode, wait) => {
          const past = play(history);
          if (past.length === 0) return;
          const { log, end } = toldWith(past, moneySteps(mode), { start, gaps });
          const time = timeOf(log, new Date(end + wait).toISOString());
          expectWhole(time);
          const charges = time?.charges ?? [];
          const sums = [...sumsBy(charges, ({ party }) => party).values()];
          expect(sums.reduce((sum, { ms }) => sum + ms, 0)).toBe(time?.ms);
          expectClocks(time);
        },
      ),
      { numRuns: 250 },
    );
  });

  test('a file that was taken over is charged by its own stamps', () => {
    const gap = fc.integer({ min: 0, max: 90 });
    fc.assert(
      fc.property(
        fc.constantFrom(...TAKEN_OVER_STAGES),
        fc.tuple(gap, gap, gap, gap, gap),
        (stage, [a, b, c, d, e]) => {
          const dayAfter = (days: number) =>
            localDate(
              new Date(Date.parse('2024-03-01T00:00:00Z') + days * 86_400_000)
                .toISOString()
                .slice(0, 10),
            );
          const reportedOn = dayAfter(a);
          const receivedOn = dayAfter(a + b);
          const stamps = {
            ...{
              reportedOn,
              receivedOn,
              completeOn: dayAfter(a + b),
              checkedOn: dayAfter(a + b + c),
            },
            ...{ recommendedOn: dayAfter(a + b + c + d), decidedOn: dayAfter(a + b + c + d + e) },
          };
          const paidOn = dayAfter(a + b + c + d + e);
          const payment = {
            ...{ paymentId: 'payment-1', paidIdr: idr('42000000'), paidOn, reference: 'TRF-1' },
          };
          const command = takeOver({ stage, ...stamps, payment });
          const at = { ...recorder, now: '2026-01-01T00:00:00.000Z' };
          const decision = claimDecider.decide(command, fold(claimDecider, []), at);
          if (!('accepted' in decision)) throw new Error(decision.refused.code);
          const log = decision.accepted.map((event: Dated<ClaimEvent>) => ({
            event,
            at: event.effectiveAt ?? at.now,
          }));
          const time = timeOf(log, at.now);
          expectWhole(time);
          expect(time?.from).toBe(startOfOfficeDay(reportedOn));
          const onTheWay = time?.charges.filter(({ cause }) => cause === 'HAND_REPORT_ON') ?? [];
          expect(onTheWay.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(b * 1_440);
        },
      ),
      { numRuns: 150 },
    );
  });
});
