// Local aid: by Perwali and decree only, never above the budget, and nobody overtakes whoever came before.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActedBy } from '../../../domain/actor.ts';
import { localDate } from '../../../domain/calendar.ts';
import { type Context, fold } from '../../../domain/decider.ts';
import { aidFundDecider, readyFor } from '../../../domain/local-aid/fund-decider.ts';
import type { AidFundCommand, AidFundEvent } from '../../../domain/local-aid/fund-events.ts';
import { takenOf, termsOn, waitingFor } from '../../../domain/local-aid/fund-state.ts';
import { type RupiahText, rupiah, rupiahText, sumTexts } from '../../../domain/money.ts';

const by = (id: string, limits?: ActedBy['limits']): ActedBy => ({
  ...{ id, office: 'DISNAKER', act: 'approve-claim', letter: `SK/${id}` },
  ...(limits !== undefined && { limits }),
});
const on = (id: string, now = '2022-04-05T02:00:00.000Z'): Context => ({ by: by(id), now });
const idr = (amount: bigint): RupiahText => rupiahText(rupiah(amount));
const ONE = 3_000_000n;

const propose: AidFundCommand = {
  type: 'ProposeAidTerms',
  data: {
    ...{ fundId: 'fund', programmeId: 'programme', payerId: 'city', termsId: 'terms-1' },
    ...{ from: localDate('2022-01-03'), amountIdr: idr(ONE), filingDays: 100 },
    ...{ poorOnly: true, residentsOnly: true, papers: ['DEATH_CERTIFICATE'] },
    perwali: { number: '9/2022', on: localDate('2022-01-03') },
  },
};
const confirm: AidFundCommand = { type: 'ConfirmAidTerms', data: { termsId: 'terms-1' } };
const budget = (amount: bigint, year = 2022): AidFundCommand => ({
  ...{ type: 'SetAidBudget', data: { year, amountIdr: idr(amount), document: `DPA/${year}` } },
});
const reserve = (n: number, amount = ONE): AidFundCommand => ({
  type: 'ReserveAid',
  data: {
    ...{ requestId: `r-${String(n).padStart(4, '0')}`, amountIdr: idr(amount) },
    receivedAt: new Date(Date.UTC(2022, 0, 4) + n * 60_000).toISOString(),
    verifiedBy: ['ani'],
  },
});
const free = (n: number): AidFundCommand => ({
  type: 'FreeAid',
  data: { requestId: `r-${String(n).padStart(4, '0')}`, reason: 'ditarik' },
});
const decree = (number: string, past: readonly AidFundEvent[]): AidFundCommand => {
  const decreeDate = localDate('2022-03-31');
  const named = readyFor(fold(aidFundDecider, past), decreeDate).map(({ requestId }) => ({
    ...{ requestId, payableId: `p-${requestId}` },
  }));
  const collected = { named, mode: 'DISBURSES' as const, namesSha256: 'hash' };
  return {
    type: 'SignAidDecree',
    data: { decreeNumber: number, decreeDate, requests: [], ...collected },
  };
};

const decide = (past: readonly AidFundEvent[], command: AidFundCommand, context = on('rahma')) => {
  const decision = aidFundDecider.decide(command, fold(aidFundDecider, past), context);
  return 'accepted' in decision
    ? { past: [...past, ...decision.accepted], events: decision.accepted }
    : { past, refused: decision.refused.code };
};
const historyOf = (
  past: readonly AidFundEvent[],
  ...commands: readonly AidFundCommand[]
): readonly AidFundEvent[] =>
  commands.reduce((history, command) => {
    const step = decide(history, command);
    if ('refused' in step) throw new Error(step.refused);
    return step.past;
  }, past);

const open = decide(decide([], propose).past, confirm, on('yusuf')).past;
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => reserve(from + index));
const sumOf = (events: readonly AidFundEvent[]) =>
  events.flatMap((event) => (event.type === 'AidDecreeSigned' ? [event.data.sumIdr] : []));

describe('a fund of local aid', () => {
  test('of Bontang 2022: 217 heirs are 651,000,000 and then 100 are 300,000,000', () => {
    const first = historyOf(open, budget(951_000_000n), ...many(217));
    const signed = decide(first, decree('SK/1', first), on('budi'));
    expect(sumOf(signed.past)).toEqual(['651000000']);
    const second = historyOf(signed.past, ...many(100, 217));
    const again = decide(second, decree('SK/2', second), on('budi'));
    expect(sumOf(again.past)).toEqual(['651000000', '300000000']);
    expect(takenOf(fold(aidFundDecider, again.past), 2022)).toBe(951_000_000n);
    expect(decide(again.past, decree('SK/3', again.past), on('budi'))).toMatchObject({
      refused: 'AidDecreeEmpty',
    });
  });

  test('needs a Perwali of two persons, a decree of another hand, and a mandate', () => {
    const proposed = decide([], propose).past;
    expect(decide(proposed, confirm)).toMatchObject({ refused: 'SamePersonProposedTerms' });
    const past = historyOf(open, budget(ONE), reserve(1));
    expect(decide(past, decree('SK/1', past), on('ani'))).toMatchObject({
      refused: 'VerifierCannotDecree',
    });
    const unpaid = decree('SK/1', past);
    if (unpaid.type !== 'SignAidDecree') throw new Error('no decree');
    const nobody: AidFundCommand = { ...unpaid, data: { ...unpaid.data, mode: null } };
    expect(decide(past, nobody, on('budi'))).toMatchObject({ refused: 'AidPayerNotMandated' });
    const small = { by: by('budi', [{ upToIdr: idr(1n), letter: 'SK' }]), now: on('').now };
    expect(decide(past, unpaid, small)).toMatchObject({ refused: 'AboveLimit' });
    expect(decide(past, decree('SK/1', past), on('budi', '2022-03-30T00:00:00Z'))).toMatchObject({
      refused: 'AidDecreeInFuture',
    });
  });

  test('lets the next wait where the budget is exhausted, in the order of receipt', () => {
    const past = historyOf(open, budget(2n * ONE), reserve(5), reserve(3), reserve(1), reserve(2));
    const state = fold(aidFundDecider, past);
    expect(readyFor(state, '2022-01-01').map(({ requestId }) => requestId)).toEqual([
      ...['r-0005', 'r-0003'],
    ]);
    expect(waitingFor(state, 2022).map(({ requestId }) => requestId)).toEqual(['r-0001', 'r-0002']);
    const freed = decide(past, free(5));
    expect(freed.events?.map(({ type }) => type)).toEqual(['AidFreed', 'AidReserved']);
    expect(freed.events?.at(-1)).toMatchObject({ data: { requestId: 'r-0001' } });
    const more = decide(past, budget(4n * ONE));
    expect(more.events?.slice(1)).toMatchObject([
      { type: 'AidReserved', data: { requestId: 'r-0001' } },
      { type: 'AidReserved', data: { requestId: 'r-0002' } },
    ]);
    expect(decide(past, budget(ONE))).toMatchObject({ refused: 'AidBudgetBelowReserved' });
  });

  test('gives back at the end of a year what no decree named: it waits again, in its old place', () => {
    const past = historyOf(open, budget(ONE), reserve(1), reserve(2));
    const nextYear = on('rahma', '2023-01-10T02:00:00.000Z');
    const opened = decide(past, budget(ONE, 2023), nextYear);
    expect(opened.events?.slice(1)).toMatchObject([{ data: { requestId: 'r-0001', year: 2023 } }]);
    const late = decree('SK/9', past);
    expect(decide(opened.past, late, on('budi', '2023-01-11T02:00:00.000Z'))).toMatchObject({
      refused: 'AidDecreeOfOtherYear',
    });
  });

  test('serves nobody from the money of a year that is over', () => {
    const past = historyOf(open, budget(ONE), reserve(1), reserve(2));
    const inJanuary = on('rahma', '2023-01-10T02:00:00.000Z');
    const freed = decide(past, free(1), inJanuary);
    expect(freed.events?.map(({ type }) => type)).toEqual(['AidFreed']);
    const raised = decide(past, budget(2n * ONE), inJanuary);
    expect(raised.events?.map(({ type }) => type)).toEqual(['AidBudgetSet']);
    const opened = decide(freed.past, budget(ONE, 2023), inJanuary);
    expect(opened.events?.slice(1)).toMatchObject([{ data: { requestId: 'r-0002', year: 2023 } }]);
  });

  test('records a decree of the former year until the end of January', () => {
    const past = historyOf(open, budget(ONE), reserve(1));
    const signed = (now: string) => decide(past, decree('SK/1', past), on('budi', now));
    expect(signed('2023-01-31T02:00:00.000Z').events?.at(-1)?.type).toBe('AidDecreeSigned');
    expect(signed('2023-02-01T02:00:00.000Z')).toMatchObject({ refused: 'AidDecreeYearClosed' });
  });

  test('moves nothing of this year when next year’s budget is set, and serves once that year begins', () => {
    const past = historyOf(open, budget(ONE), reserve(1), reserve(2));
    const december = on('rahma', '2022-12-15T02:00:00.000Z');
    const set = decide(past, budget(3n * ONE, 2023), december);
    expect(set.events?.map(({ type }) => type)).toEqual(['AidBudgetSet']);
    expect(readyFor(fold(aidFundDecider, set.past), localDate('2022-12-20'))).toHaveLength(1);
    const january = on('rahma', '2023-01-02T02:00:00.000Z');
    const begun = decide(set.past, budget(3n * ONE, 2023), january);
    expect(begun.events?.map(({ type }) => type)).toEqual(['AidReserved', 'AidReserved']);
    expect(decide(begun.past, budget(3n * ONE, 2023), january).events).toEqual([]);
  });

  test('takes the terms of the day of death', () => {
    const newer: AidFundCommand = {
      type: 'ProposeAidTerms',
      data: {
        ...{ ...(propose.type === 'ProposeAidTerms' ? propose.data : never()) },
        ...{ termsId: 'terms-2', from: localDate('2023-01-01'), amountIdr: idr(5_000_000n) },
      },
    };
    const proposed = decide(open, newer).past;
    const second: AidFundCommand = { type: 'ConfirmAidTerms', data: { termsId: 'terms-2' } };
    const both = fold(aidFundDecider, decide(proposed, second, on('yusuf')).past);
    expect(termsOn(both, localDate('2022-12-31'))?.amountIdr).toBe('3000000');
    expect(termsOn(both, localDate('2023-01-01'))?.amountIdr).toBe('5000000');
    expect(termsOn(both, localDate('2021-12-31'))).toBeNull();
    const waits = termsOn(fold(aidFundDecider, proposed), localDate('2023-01-01'));
    expect(waits?.termsId).toBe('terms-1');
  });

  test('never promises more than the budget, and serves in order, whatever happens', () => {
    const step = fc.oneof(
      fc.nat(20).map((n) => reserve(n)),
      fc.nat(20).map((n) => free(n)),
      fc.nat(12).map((n) => budget(BigInt(n) * ONE)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.nat(60), (steps, decreeAt) => {
        let past = open;
        steps.forEach((command, index) => {
          past = decide(past, command).past;
          if (index === decreeAt) past = decide(past, decree('SK/1', past), on('budi')).past;
          const state = fold(aidFundDecider, past);
          const held = BigInt(state.budgets.get(2022) ?? '0');
          expect(takenOf(state, 2022)).toBeLessThanOrEqual(held);
          const [next] = waitingFor(state, 2022);
          if (next !== undefined) expect(held - takenOf(state, 2022)).toBeLessThan(ONE);
        });
        const named = past.flatMap((event) =>
          event.type === 'AidNamedInDecree' ? [event.data] : [],
        );
        expect(new Set(named.map(({ requestId }) => requestId)).size).toBe(named.length);
        for (const event of past)
          if (event.type === 'AidDecreeSigned')
            expect(event.data.sumIdr).toBe(sumTexts(named.map(({ amountIdr }) => amountIdr)));
      }),
      { numRuns: 500 },
    );
  });
});

const never = (): never => {
  throw new Error('not a proposal');
};
