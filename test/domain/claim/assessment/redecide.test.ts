// Whatever was decided is decided the same again; another law is noticed exactly where it was used.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { type PastEvent, redecided } from '../../../../domain/claim/assessment/redecide.ts';
import type { ClaimEvent } from '../../../../domain/claim/events.ts';
import { lawOfDay } from '../../../../domain/rule-book/law-of-day.ts';
import { bookWith, type RowChange } from '../../../../domain/rule-book/row-change.ts';
import { rowOn } from '../../../../domain/rules/book/rule.ts';
import { RULE_BOOK, rulesOf } from '../../../../domain/rules/book/rule-book.ts';
import { anyHistory, play } from '../any-claim-history.ts';

/** The story of a claim as the log keeps it: every event with who acted and when. */
const pastOf = (history: Parameters<typeof play>[0]): readonly PastEvent[] => {
  const past: PastEvent[] = [];
  play(history, ({ context }, events) => {
    for (const event of events.slice(past.length) as readonly ClaimEvent[])
      past.push({
        event,
        position: String(past.length + 1),
        effectiveAt: context.now,
        meta: { actor: context.by, commandId: 'c', correlationId: 'c', origin: 'live' },
      });
  });
  return past;
};

const asShipped = () => [];

const altered = (rule: string, idr: string): RowChange => ({
  ...{ rule, from: localDate('2019-12-02'), law: 'L1', article: 'PP 82/2019 Pasal 34' },
  ...{ confidence: 'P', value: { idr } },
});

describe('a decision taken again', () => {
  test('is the same in any history that anybody can bring about', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { type, outcome } of redecided(pastOf(history), asShipped)) {
          seen.add(type);
          expect([type, outcome]).toEqual([type, { status: 'SAME' }]);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
    expect([...seen].toSorted()).toEqual([
      'BenefitsDetermined',
      'ChecksRecorded',
      'ClaimApproved',
      'ClaimRecommended',
      'ClaimRejected',
      'DeterminationReported',
    ]);
  });

  test('by a law with one parameter changed differs exactly where a line used it', () => {
    let used = 0;
    fc.assert(
      fc.property(anyHistory, (history) => {
        const past = pastOf(history);
        const again = redecided(past, () => [altered('M-01', '21000000')]);
        const differing = again
          .filter(({ type, outcome }) => type === 'BenefitsDetermined' && outcome.status !== 'SAME')
          .map(({ position }) => position);
        const citing = past
          .filter(
            ({ event }) =>
              event.type === 'BenefitsDetermined' &&
              event.data.lines.some(({ ruleId }) => ruleId === 'M-01'),
          )
          .map(({ position }) => position);
        used += citing.length;
        expect(differing).toEqual(citing);
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(used).toBeGreaterThan(20);
  });

  test('by rules that this release does not hold is said to be impossible', () => {
    const past = fc
      .sample(anyHistory, { numRuns: 40, seed: 3 })
      .map(pastOf)
      .find((events) => events.some(({ event }) => event.type === 'BenefitsDetermined'));
    const outcomes = redecided(past ?? [], () => null)
      .filter(({ type }) => type === 'BenefitsDetermined')
      .map(({ outcome }) => outcome);
    expect(outcomes[0]).toEqual({ status: 'RULES_UNKNOWN' });
  });
});

describe('the law of one day', () => {
  test('says on every day what it said on that day, and knows no rule that came later', () => {
    const day = localDate('2019-11-30');
    const book = bookWith(lawOfDay(RULE_BOOK, day));
    for (const rule of rulesOf(RULE_BOOK)) {
      const then = rowOn(rule, day);
      for (const other of ['2015-07-01', '2020-08-15', '2026-01-01'].map(localDate)) {
        const now = rulesOf(book).find(({ id }) => id === rule.id);
        expect([rule.id, now && rowOn(now, other)?.value]).toEqual([rule.id, then?.value]);
      }
    }
  });
});
