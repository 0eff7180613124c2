// Paid after the day of the law: BPJS owes 1 % for each day, as a line and a payable of its own.
import { describe, expect, test } from 'vitest';
import { type LocalDate, localDate } from '../../../../domain/calendar.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimCommand } from '../../../../domain/claim/events.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { fold } from '../../../../domain/decider.ts';
import { at, person } from '../../specification.ts';
import {
  approveClaim,
  approved,
  approvedWishes,
  approver,
  checkedWishes,
  checker,
  claim,
  determineHeirs,
  heir,
  idr,
  readyWishes,
  recommendClaim,
  settleClaim,
  system,
  verifier,
} from '../claim-facts.ts';

type Settling = Extract<ClaimCommand, { type: 'SettleClaim' }>['data'];

const paidOn = (day: LocalDate, change: Partial<Settling> = {}): ClaimCommand => ({
  type: 'SettleClaim',
  data: {
    payerIsBpjs: true,
    payables: [{ payableId: 'p-1', amountIdr: idr('42000000'), end: 'SETTLED', paidOn: day }],
    ...change,
  },
});
/** The file was full on Monday 2024-07-08: due on Thursday the eleventh (E48). */
const LATE = localDate('2024-07-15');
const propose: ClaimCommand = {
  type: 'ProposeCompensation',
  data: { reason: 'dibayar terlambat' },
};
const settled = [...approvedWishes, [paidOn(LATE), system]] as const;

describe('a benefit that BPJS paid late', () => {
  test('is made good by one percent for each calendar day, with formula, rule and article', () => {
    claim
      .given(...approved)
      .when(paidOn(LATE), system)
      .thenRecords(
        { type: 'ClaimSettled', data: {} },
        {
          type: 'LateCompensationFound',
          data: {
            ...{ dueOn: '2024-07-11', paidOn: '2024-07-15', lateDays: 4, unit: 'CALENDAR' },
            lines: [
              {
                ...{ code: 'COMP.LATE_PAYMENT', amountIdr: '1680000', payee: 'h1', ruleId: 'T-08' },
                formula: '4 × 1 % × Rp42.000.000 = Rp1.680.000',
              },
            ],
          },
        },
      );
  });

  test('owes nothing in time, by another payer, or of an older file without its day', () => {
    for (const wish of [
      paidOn(localDate('2024-07-11')),
      paidOn(LATE, { payerIsBpjs: false }),
      settleClaim(['42000000', 'SETTLED']),
    ])
      claim
        .given(...approved)
        .when(wish, system)
        .thenRecords({ type: 'ClaimSettled', data: {} });
  });

  test('follows the activated rule: working days, and a cap', () => {
    const row = {
      ...{ rule: 'T-08', from: localDate('2024-01-01'), law: null, article: 'Perdir 1/2024' },
      confidence: 'V' as const,
      value: { percentPerDay: '1', late_day_unit: 'WORKING', late_cap_days: null },
    };
    const rules = { rulesetId: 'rules+1', rows: [row], review: null };
    claim
      .given(...approved)
      .when(paidOn(LATE, { rules }), system)
      .thenRecords(
        { type: 'ClaimSettled', data: {} },
        { type: 'LateCompensationFound', data: { lateDays: 2, lines: [{ amountIdr: '840000' }] } },
      );
  });

  test('pays nobody for what the fund keeps', () => {
    const organiser = heir({ ref: 'p1', relation: 'FUNERAL_ORGANISER' });
    const noHeir = claim.after(
      ...checkedWishes,
      [determineHeirs([organiser], 'p1'), checker],
      [recommendClaim({ reason: 'tanpa ahli waris' }), verifier],
      [approveClaim(), approver],
    );
    const decision = claimDecider.decide(paidOn(LATE), fold(claimDecider, noHeir), system);
    const found = 'accepted' in decision ? decision.accepted.at(-1) : undefined;
    expect(found).toMatchObject({
      type: 'LateCompensationFound',
      data: { lines: [{ payee: 'p1', amountIdr: '400000' }] },
    });
  });
});

describe('its payment', () => {
  test('is proposed once by a verifier, then recommended and approved by two others', () => {
    const past = claim.after(...settled);
    claim
      .given(...past)
      .when(propose, checker)
      .thenRecords({
        type: 'TopUpProposed',
        data: {
          ...{ amountIdr: '1680000', entitledIdr: '43680000', grantedIdr: '42000000' },
          ...{ shares: [{ payee: 'h1', amountIdr: '1680000' }], cause: { kind: 'LATE_PAYMENT' } },
        },
      });
    const wishes = [...settled, [propose, checker]] as const;
    claim
      .given(...claim.after(...wishes))
      .when(propose, checker)
      .thenNothing();
    const decided = claim.after(
      ...wishes,
      [recommendClaim(), at(person('citra', 'recommend-claim'))],
      [approveClaim({ totalIdr: idr('1680000') }), at(person('dewi', 'approve-claim'))],
    );
    const state = fold(claimDecider, decided);
    expect(claimStage(state)).toBe('APPROVED');
    expect(state.granted).toEqual([{ payee: 'h1', amountIdr: '43680000' }]);
    // Paid, however late, it is made good once: the law counts the benefit's own days.
    const paid = claim.given(...decided).when(
      paidOn(localDate('2024-08-30'), {
        payables: [{ payableId: 'p-2', amountIdr: idr('1680000'), end: 'SETTLED', paidOn: LATE }],
      }),
      system,
    );
    paid.thenRecords({ type: 'ClaimSettled', data: { paidIdr: '1680000' } });
  });

  test('is refused where nothing is owed, or another difference waits', () => {
    claim
      .given(...claim.after(...readyWishes))
      .when(propose, checker)
      .thenRefuses('NoCompensationOwed');
    claim.given().when(propose, checker).thenRefuses('ClaimUnknown');
    claim
      .given(...claim.after(...settled))
      .when({ type: 'ProposeCompensation', data: { reason: ' ' } }, checker)
      .thenRefuses('ReasonMissing');
  });
});
