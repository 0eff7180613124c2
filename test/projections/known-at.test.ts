// Figures on two axes: the same as the live ones, the same again, and every difference explained.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LocalDate, localDate } from '../../domain/calendar.ts';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import {
  difference,
  explainedDifference,
} from '../../projections/known-at/explained-difference.ts';
import {
  FIGURE_QUERIES,
  type FigureQuery,
  figureLines,
  summed,
} from '../../projections/known-at/figure-queries.ts';
import { knownRowsAt } from '../../projections/known-at/known-rows.ts';
import { factsInForce, streamKnownAt } from '../../projections/known-at/stream-known-at.ts';
import { anyHistory, everyFate, split } from './any-history.ts';

const asLog = async function* (log: readonly StoredEvent[]) {
  yield* split(log, [5, 17, 40]);
};

const dayAfter = (days: number): LocalDate =>
  localDate(new Date(Date.UTC(2023, 8, 30) + days * 86_400_000).toISOString().slice(0, 10));

const day = fc.integer({ min: 0, max: 320 }).map(dayAfter);
const share = fc.integer({ min: 0, max: 100 });
const positionAt = (log: readonly StoredEvent[], percent: number): string =>
  log[Math.floor((log.length * percent) / 100)]?.position ?? '999999';

const anyQuery: fc.Arbitrary<FigureQuery> = fc.constantFrom(...FIGURE_QUERIES);

describe('a figure on two axes', () => {
  test('is the same however often it is asked, whatever was recorded since', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, anyQuery, day, share, async (log, query, at, percent) => {
        const position = positionAt(log, percent);
        const then = log.filter((event) => BigInt(event.position) <= BigInt(position));
        const asked = figureLines(await knownRowsAt(asLog(log), position), { query, at });
        const atTheTime = figureLines(await knownRowsAt(asLog(then), '999999'), { query, at });
        expect(asked).toEqual(atTheTime);
      }),
      { numRuns: 40 },
    );
  });

  test('differs from itself elsewhere by exactly what its events explain', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ log: anyHistory, query: anyQuery, from: day, to: day, p: share, q: share }),
        async ({ log, query, from, to, p, q }) => {
          const points = [
            { at: from, position: positionAt(log, p) },
            { at: to, position: positionAt(log, q) },
          ] as const;
          const found = await explainedDifference(asLog(log), { query, at: from }, points);
          for (const [index, { at, position }] of points.entries()) {
            const rows = await knownRowsAt(asLog(log), position);
            expect([found.before, found.after][index]).toEqual(figureLines(rows, { query, at }));
          }
          const parts = found.explained.map(({ deltas }) => deltas);
          expect(summed([...parts, found.byTime])).toEqual(difference(found.before, found.after));
          for (const { causes } of found.explained) expect(causes.length).toBeGreaterThan(0);
          // Only cover moves without an event; money never does.
          for (const key of found.byTime.keys())
            expect(key).toMatch(/active_now|not_started_now|lapsed_now/);
        },
      ),
      { numRuns: 80 },
    );
  });

  test('names the payment that made it larger, and nothing else', async () => {
    const log = everyFate();
    const last = positionAt(log, 100);
    const points = [
      { at: dayAfter(0), position: last },
      { at: localDate('2024-12-31'), position: last },
    ] as const;
    const query = 'payments-by-source' as const;
    const found = await explainedDifference(asLog(log), { query, at: dayAfter(0) }, points);
    const settled = found.explained.filter(({ deltas }) =>
      [...deltas.keys()].some((key) => key.endsWith('|settledIdr')),
    );
    expect(settled.length).toBeGreaterThan(0);
    for (const { causes } of settled)
      expect(causes.map(({ type }) => type)).toContain('PaymentSettled');
  });
});

describe('one stream on two axes', () => {
  test('holds what took effect by the day and was on record by the position', () => {
    const log = everyFate();
    const claim = log.find(({ type }) => type === 'ClaimApproved')?.streamId;
    const history = log.filter(({ streamId }) => streamId === claim);
    const approved = history.find(({ type }) => type === 'ClaimApproved');
    const position = approved?.position ?? '';
    const known = streamKnownAt(history, { at: localDate('2030-01-01'), position });
    expect(known.inForce.at(-1)).toBe(approved);
    expect(known.learntLater).toBe(history.length - known.inForce.length);
    const early = streamKnownAt(history, { at: localDate('2020-01-01'), position });
    expect(early.inForce).toEqual([]);
    const facts = factsInForce(known.inForce).map(({ type }) => type);
    expect(facts).toContain('ClaimApproved');
    expect(new Set(facts.filter((type) => type !== 'DocumentReceived')).size).toBeGreaterThan(3);
  });
});
