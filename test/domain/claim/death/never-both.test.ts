// One death is never paid by JKM and by JKK: over any order of commands, net of what was reversed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../../../domain/calendar.ts';
import { differences, totalOf } from '../../../../domain/claim/adjustment/adjustment-state.ts';
import { benefitsFor } from '../../../../domain/claim/assessment/assessment.ts';
import type { BenefitLine } from '../../../../domain/claim/assessment/assessment-events.ts';
import type { ClaimEvent } from '../../../../domain/claim/events.ts';
import type { ClaimState } from '../../../../domain/claim/state.ts';
import { parseRupiah } from '../../../../domain/money.ts';
import { totalOf as sumOfLines } from '../../../../domain/rules/explained-line.ts';
import { jkkDeathLines } from '../../../../domain/rules/jkk-lump.ts';
import { fullJkmLines } from '../../../../domain/rules/jkm.ts';
import { readLaw } from '../../../../domain/rules/read-law.ts';
import { anyHistory, play } from '../any-claim-history.ts';
import { stateOf } from './death-facts.ts';

type Entry = { readonly line: BenefitLine; readonly sign: 1n | -1n };

const entriesOf = (lines: readonly BenefitLine[], sign: 1n | -1n): readonly Entry[] =>
  lines.map((line) => ({ line, sign }));

/** What one event does to the books: decided lines, less what fell or was reversed. */
const bookedAfter = (
  booked: readonly Entry[],
  event: ClaimEvent,
  before: ClaimState,
): readonly Entry[] => {
  switch (event.type) {
    case 'ClaimApproved':
    case 'DeterminationReported':
      return before.topUp?.recommended == null
        ? [...booked, ...entriesOf(before.benefits?.lines ?? [], 1n)]
        : booked;
    case 'DeathConcluded':
    case 'DeathDateCorrected':
    case 'PersonFound':
      return event.data.decisionFell ? [] : booked;
    case 'BenefitConverted': {
      const { reversed, lines } = event.data;
      return [...booked, ...entriesOf(reversed, -1n), ...entriesOf(lines, 1n)];
    }
    default:
      return booked;
  }
};

const bookedBy = (past: readonly ClaimEvent[]): readonly Entry[] =>
  past.reduce<readonly Entry[]>(
    (booked, event, index) => bookedAfter(booked, event, stateOf(past.slice(0, index))),
    [],
  );

const DEATH_BENEFITS = ['JKM', 'JKK'] as const;

const netOf = (booked: readonly Entry[], benefit: string): bigint =>
  booked
    .filter(({ line }) => line.code.startsWith(`${benefit}.`))
    .reduce((sum, { line, sign }) => sum + sign * parseRupiah(line.amountIdr), 0n);

const codesTwice = (state: ClaimState): boolean => {
  const codes = (state.benefits?.lines ?? []).map(({ code }) => code);
  return new Set(codes).size < codes.length;
};

/** What is proposed and not decided, and what should be by the rules and what was granted. */
const openAndOwed = (state: ClaimState) => {
  const { cover, heirs, granted, topUp, recovery } = state;
  if (cover === null || heirs === null || granted.length === 0) return null;
  // What is owed because it was paid late stands beside what the facts entitle to.
  if (state.compensationProposed) return null;
  const entitled = benefitsFor(state, { cover, heirs })?.lines ?? [];
  const { more, less } = differences(entitled, state);
  const open = recovery?.decided == null ? recovery?.shares : [];
  return {
    open: [totalOf(topUp?.shares ?? []), totalOf(open ?? [])],
    owed: [totalOf(more), totalOf(less)],
  };
};

describe('whatever happens to one death', () => {
  test('its lines of JKM and of JKK are never both paid, net of reversals', () => {
    let conversions = 0;
    fc.assert(
      fc.property(anyHistory, (history) => {
        const past = play(history);
        conversions += past.filter(({ type }) => type === 'BenefitConverted').length;
        if (stateOf(past).incident !== null) return;
        expect(codesTwice(stateOf(past))).toBe(false);
        const booked = bookedBy(past);
        const paid = DEATH_BENEFITS.filter((benefit) => netOf(booked, benefit) > 0n);
        expect(paid.length).toBeLessThan(2);
        for (const benefit of DEATH_BENEFITS) expect(netOf(booked, benefit) >= 0n).toBe(true);
      }),
      { numRuns: 250 },
    );
    expect(conversions).toBeGreaterThan(10);
  });

  test('what was granted, with what is proposed, is what the facts entitle to after a conclusion', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyHistory, (history) => {
        play(history, ({ wish }, past) => {
          const state = stateOf(past);
          if (wish.type !== 'ConcludeDeath' || !state.settledOnce) return;
          const owed = openAndOwed(state);
          if (owed === null) return;
          expect(owed.open).toEqual(owed.owed);
          compared += 1;
        });
      }),
      { numRuns: 250 },
    );
    expect(compared).toBeGreaterThan(10);
  });
});

test('a death from work never gives less than JKM, for any wage and day (§9)', () => {
  const law = readLaw();
  const bands = law.must(law.book['C-01'], localDate('2024-01-01')).value.bands;
  fc.assert(
    fc.property(
      fc.constantFrom(...bands),
      fc.integer({ min: 0, max: 4_000 }),
      ({ referenceIdr }, days) => {
        const day = addDays(localDate('2015-07-01'), days);
        const jkk = sumOfLines(jkkDeathLines({ wageIdr: referenceIdr, eventDate: day }, law));
        expect(jkk >= sumOfLines(fullJkmLines(day, law))).toBe(true);
      },
    ),
  );
});
