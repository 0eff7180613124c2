// Every clock of the law of a claim: whose it is, until when, and how it ended.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate, localDate, officeDay } from '../../../../domain/calendar.ts';
import { foldLegalClocks } from '../../../../domain/claim/clock/clock-steps.ts';
import {
  clockStateOn,
  type LegalClock,
  nextReminder,
  withPayableDue,
} from '../../../../domain/claim/clock/legal-clock.ts';
import { isClockOpen } from '../../../../domain/claim/clock/office-clock.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimEvent } from '../../../../domain/claim/events.ts';
import { evolveClaim } from '../../../../domain/claim/evolve.ts';
import { isEndStage, openTaskOf } from '../../../../domain/claim/open-task.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { type ClaimState, initialClaim } from '../../../../domain/claim/state.ts';
import { fold } from '../../../../domain/decider.ts';
import { NATIONAL_HOLIDAYS } from '../../../../domain/rules/holidays.ts';
import { at, NOON, person } from '../../specification.ts';
import { anyHistory, play } from '../any-claim-history.ts';
import {
  approvedWishes,
  claim,
  clerk,
  completeWishes,
  readyWishes,
  receiveDocument,
  rejected,
  rejectedWishes,
  reported,
  returnDocument,
  sealed,
  settleClaim,
  system,
} from '../claim-facts.ts';
import { reportAccident, secondStage } from '../incident-facts.ts';

const clocksOf = (past: readonly ClaimEvent[], now = NOON): readonly LegalClock[] => {
  let facts = initialClaim;
  let clocks: readonly LegalClock[] = [];
  for (const [index, event] of past.entries()) {
    facts = evolveClaim(facts, event);
    const party = openTaskOf(facts, now)?.party ?? 'NOBODY';
    const told = { event, at: now, position: String(index + 1) };
    clocks = foldLegalClocks(clocks, told, { facts, party, calendar: NATIONAL_HOLIDAYS });
  }
  return clocks;
};

const today = officeDay(NOON);
const statesOn = (clocks: readonly LegalClock[], day: LocalDate = today) =>
  Object.fromEntries(clocks.map((clock) => [clock.code, clockStateOn(clock, day)]));

describe('the ledger of a death', () => {
  test('begins with the family, whose papers have no last day of the law', () => {
    const [first] = clocksOf(reported);
    expect(first).toMatchObject({ code: 'FAMILY_COMPLETES_PAPERS', party: 'FAMILY', dueOn: null });
    expect(nextReminder(today, today)).toBe(addDays(today, 7));
    expect(nextReminder(today, addDays(today, 7))).toBe(addDays(today, 7));
    expect(nextReminder(today, addDays(today, 8))).toBe(addDays(today, 14));
  });

  test('runs the office’s clock from full papers, and names whose move it is', () => {
    const full = clocksOf(claim.after(...completeWishes));
    expect(statesOn(full)).toEqual({
      FAMILY_COMPLETES_PAPERS: 'MET',
      PAY_WITHIN_3_WORKING_DAYS: 'RUNNING',
    });
    const payment = full.find(({ code }) => code === 'PAY_WITHIN_3_WORKING_DAYS');
    expect(payment).toMatchObject({ party: 'VERIFIER', ruleId: 'T-07', dueOn: '2024-07-11' });
    expect(statesOn(full, localDate('2024-07-12'))).toMatchObject({
      PAY_WITHIN_3_WORKING_DAYS: 'PASSED',
    });
    const approved = clocksOf(claim.after(...approvedWishes));
    expect(approved.find(({ code }) => code === payment?.code)).toMatchObject({
      party: 'TREASURER',
    });
  });

  test('stands still while a paper is with the family, and begins anew when it is back', () => {
    const away = [...readyWishes, [returnDocument('doc-BANK_BOOK'), clerk]] as const;
    expect(statesOn(clocksOf(claim.after(...away)))).toEqual({
      FAMILY_COMPLETES_PAPERS: 'RUNNING',
      PAY_WITHIN_3_WORKING_DAYS: 'STOPPED',
    });
    const back = claim.after(...away, [receiveDocument('BANK_BOOK', 'doc-2'), clerk]);
    expect(statesOn(clocksOf(back))).toMatchObject({ PAY_WITHIN_3_WORKING_DAYS: 'RUNNING' });
  });

  test('says in time or late when it was paid', () => {
    const paid = claim.after(...approvedWishes, [settleClaim(['42000000', 'SETTLED']), system]);
    const payment = (now: string) =>
      statesOn(clocksOf(paid, now), localDate('2025-01-01'))['PAY_WITHIN_3_WORKING_DAYS'];
    expect(payment(NOON)).toBe('MET');
    const stamped = clocksOf(paid).map(({ dueOn }) => dueOn);
    expect(stamped).toContain('2024-07-11');
    expect(payment('2024-07-12T04:00:00.000Z')).toBe('PASSED');
  });

  test('closes with a rejection, whose objection has its own days and its own answer', () => {
    expect(statesOn(clocksOf(rejected))).toMatchObject({
      ...{ PAY_WITHIN_3_WORKING_DAYS: 'CLOSED', OBJECT_TO_DECISION: 'RUNNING' },
    });
    const objected = clocksOf(
      claim.after(...rejectedWishes, [
        {
          type: 'ObjectToDecision',
          data: {
            ...{ objectionId: 'o', relation: 'SPOUSE', evidenceSha256: null },
            ...{ objector: sealed('a'), grounds: sealed('b'), objectedOn: today },
          },
        },
        clerk,
      ]),
    );
    expect(statesOn(objected)).toMatchObject({
      ...{ OBJECT_TO_DECISION: 'MET', ANSWER_OBJECTION: 'RUNNING' },
      PAY_WITHIN_3_WORKING_DAYS: 'RUNNING',
    });
    expect(objected.find(({ code }) => code === 'ANSWER_OBJECTION')?.dueOn).toBe('2024-07-22');
  });
});

describe('the ledger of an accident', () => {
  test('holds the report, the conclusion and the five years of the right', () => {
    const clocks = clocksOf(claim.after([reportAccident(), clerk]));
    expect(clocks.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        ...['REPORT_WITHIN_48_HOURS', 'CLAIM_WITHIN_5_YEARS', 'CONCLUDE_WITHIN_30_DAYS'],
      ]),
    );
    const late = clocks.find(({ code }) => code === 'REPORT_WITHIN_48_HOURS');
    // A late report of a member who has no employer is a flag and refuses nothing (T-02).
    expect(late?.ended).toMatch(/^(MET|LATE)$/);
    expect(late?.ruleId).toBe('T-01');
  });

  test('ends the five years with the application', () => {
    const applied = claim.after([reportAccident(), clerk], [secondStage(), clerk]);
    const clocks = clocksOf(applied);
    expect(clocks.find(({ code }) => code === 'CLAIM_WITHIN_5_YEARS')?.ended).toBe('MET');
    expect(clocks.find(({ code }) => code === 'APPLY_WITHIN_48_HOURS')?.ended).not.toBeNull();
  });
});

describe('a due day that passed', () => {
  const lateDay = at(person('system', 'follow-up'), '2024-07-12T04:00:00.000Z');
  const pass = {
    type: 'PassDeadline',
    data: {
      code: 'PAY_WITHIN_3_WORKING_DAYS',
      dueOn: localDate('2024-07-11'),
      ...{ calendarVersion: 'test', ruleId: 'T-07' },
    },
  } as const;
  const answer = (holds: readonly ('approve-claim' | 'release-run')[], measure = 'dibayar besok') =>
    ({
      type: 'AnswerEscalation',
      data: { code: 'PAY_WITHIN_3_WORKING_DAYS', measure, holds },
    }) as const;
  const head = at(person('dewi', 'release-run'));

  test('goes up to the role above whoever is late', () => {
    claim
      .given(...claim.after(...readyWishes))
      .when(pass, lateDay)
      .thenRecords(
        { type: 'DeadlinePassed', data: {} },
        { type: 'DeadlineEscalated', data: { late: 'VERIFIER', to: 'approve-claim' } },
      );
    claim
      .given(...claim.after(...approvedWishes))
      .when(pass, lateDay)
      .thenRecords(
        { type: 'DeadlinePassed', data: {} },
        { type: 'DeadlineEscalated', data: { late: 'TREASURER', to: 'release-run' } },
      );
  });

  test('is answered by that role only, with what is done', () => {
    const up = claim.given(...claim.after(...approvedWishes, [pass, lateDay]));
    up.when(answer(['approve-claim']), head).thenRefuses('EscalatedToAnotherRole', {
      act: 'release-run',
    });
    up.when(answer(['release-run'], ' '), head).thenRefuses('ReasonMissing');
    up.when(answer(['release-run']), head).thenRecords({
      type: 'EscalationAnswered',
      data: { measure: 'dibayar besok', answeredBy: ['dewi'] },
    });
    const answered = claim.after(
      ...approvedWishes,
      [pass, lateDay],
      [answer(['release-run']), head],
    );
    claim
      .given(...answered)
      .when(answer(['release-run']), head)
      .thenNothing();
    claim
      .given(...claim.after(...approvedWishes))
      .when(answer(['release-run']), head)
      .thenRefuses('NothingEscalated');
  });

  test('of one clock leaves what was answered of another', () => {
    const objected = claim.after(...rejectedWishes, [
      {
        type: 'ObjectToDecision',
        data: {
          ...{ objectionId: 'o', relation: 'SPOUSE', evidenceSha256: null },
          ...{ objector: sealed('a'), grounds: sealed('b'), objectedOn: today },
        },
      },
      clerk,
    ]);
    const up = (code: 'ANSWER_OBJECTION' | 'PAY_WITHIN_3_WORKING_DAYS'): readonly ClaimEvent[] => {
      const escalation = { code, dueOn: today, late: 'VERIFIER', to: 'approve-claim' } as const;
      const answered = { code, dueOn: today, measure: 'x', answeredBy: ['dewi'] };
      return [
        { type: 'DeadlineEscalated', data: { claimId: 'claim-1', ...escalation } },
        { type: 'EscalationAnswered', data: { claimId: 'claim-1', ...answered } },
      ];
    };
    const past = [...objected, ...up('ANSWER_OBJECTION'), ...up('PAY_WITHIN_3_WORKING_DAYS')];
    expect(fold(claimDecider, past).escalationsAnswered).toEqual([
      ...['ANSWER_OBJECTION', 'PAY_WITHIN_3_WORKING_DAYS'],
    ]);
  });

  test('moves with the payable that states its day, and no ended clock does', () => {
    const due = localDate('2024-07-30');
    const moved = withPayableDue(clocksOf(claim.after(...completeWishes)), due, '99');
    expect(moved.map(({ code, dueOn }) => [code, dueOn])).toEqual([
      ['FAMILY_COMPLETES_PAPERS', null],
      ['PAY_WITHIN_3_WORKING_DAYS', due],
    ]);
    const ended = clocksOf(rejected).filter(({ ended: end }) => end !== null);
    expect(withPayableDue(ended, due, '99')).toEqual(ended);
  });

  test('needs nobody any more once what was awaited came', () => {
    const paid = claim.after(
      ...approvedWishes,
      [pass, lateDay],
      [settleClaim(['42000000', 'SETTLED']), system],
    );
    expect(fold(claimDecider, paid).escalations).toEqual([]);
  });
});

const byHand = ['FAMILY_COMPLETES_PAPERS', 'OBJECT_TO_DECISION'];

/** What the decider calls open runs in the ledger, and the other way round. */
const expectOneWord = (open: readonly LegalClock[], state: ClaimState): void => {
  for (const { code, stoppedOn } of open) {
    if (code === 'FAMILY_COMPLETES_PAPERS' || byHand.includes(code)) continue;
    expect([code, isClockOpen(code, state)]).toEqual([code, stoppedOn === null]);
  }
};

describe('in any history', () => {
  test('every open claim has a clock that runs or stands, and no clock runs twice', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const past = play(history);
        if (past.length === 0) return;
        const state = fold(claimDecider, past);
        const open = clocksOf(past).filter(({ ended }) => ended === null);
        expect(new Set(open.map(({ code }) => code)).size).toBe(open.length);
        // Before PP 49/2023 a suspicion had no day.
        const isDayless = !past.some(({ type }) => type === 'CareGuaranteed');
        const stage = claimStage(state);
        if (stage === 'SUSPECTED' && isDayless) return;
        if (!isEndStage(stage) && !state.settledOnce)
          expect([stage, open.length]).not.toEqual([stage, 0]);
        expectOneWord(open, state);
      }),
      { numRuns: 400 },
    );
  });
});
