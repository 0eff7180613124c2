// Months of the next fiscal year without a budget go up before January, with what stands behind them.
import { expect, test } from 'vitest';
import { localDate, monthOf } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import { budgetGap, nextBudgetDay } from '../../../domain/programme/budget-gap.ts';
import type { TrancheEvent } from '../../../domain/programme/events.ts';
import { trancheDecider } from '../../../domain/programme/tranche-decider.ts';
import { idr } from '../claim/claim-facts.ts';
import { at, person } from '../specification.ts';

const tranche = {
  ...{ trancheId: 't-1', programmeId: 'p-1', name: 'Oktober 2026', quota: 40_000 },
  ...{ coverFrom: localDate('2026-10-01'), monthlyContributionIdr: idr('16800') },
};
const members = { registered: 36_777, alive: 36_770, handedOver: 0, position: '9' };
const month = (text: string) => monthOf(localDate(`${text}-01`));
const opened: readonly TrancheEvent[] = [
  { type: 'TrancheOpened', data: tranche },
  {
    type: 'MonthsBudgeted',
    data: {
      trancheId: 't-1',
      from: month('2026-10'),
      through: month('2026-12'),
      document: 'DPA-1',
    },
  },
];
const assess = (past: readonly TrancheEvent[], day: string) => {
  const facts = {
    ...{ members, paid: [], carriedSince: localDate('2026-10-01') },
    ...{ payBy: localDate('2026-12-30'), calendarVersion: 'x' },
  };
  const system = { ...at(person('system', 'follow-up')), now: `${day}T02:00:00.000Z` };
  const wish = { type: 'AssessLapse', data: { facts } } as const;
  const decision = trancheDecider.decide(wish, fold(trancheDecider, past), system);
  if ('refused' in decision) throw new Error(decision.refused.code);
  const gaps = decision.accepted.filter(({ type }) => type === 'BudgetGapEscalated');
  return { past: [...past, ...decision.accepted], gaps };
};

test('a coverage year from October on leaves January to December without a document', () => {
  const gate = fold(trancheDecider, opened).gate;
  const gap = budgetGap({ tranche, gate, members }, localDate('2026-11-22'));
  expect(gap).toMatchObject({ fiscalYear: 2027, persons: 36_770, deathsBy: 'REFERENCE' });
  expect(gap?.months).toHaveLength(12);
  expect(gap?.amountIdr).toBe(String(36_770n * 16_800n * 12n));
  // 107 of 34,782 in nine months: 36,770 people in twelve.
  expect(gap?.deathsInTenths).toBe(1_508);
  const own = { registered: 36_777, alive: 36_700 };
  const later = budgetGap({ tranche, gate, members: own }, localDate('2027-10-22'));
  expect(later).toMatchObject({ fiscalYear: 2028, deathsBy: 'OWN', deathsInTenths: 768 });
});

test('it goes up once on each day, higher each time, until a document is named', () => {
  const november = assess(opened, '2026-11-22');
  expect(november.gaps).toMatchObject([
    { data: { milestone: 'BUDGET_NOVEMBER', escalatedTo: 'HEAD_OF_OFFICE', persons: 36_770 } },
  ]);
  expect(assess(november.past, '2026-11-30').gaps).toEqual([]);
  const december = assess(november.past, '2026-12-15');
  expect(december.gaps).toMatchObject([{ data: { escalatedTo: 'REGIONAL_SECRETARY' } }]);
  const named: TrancheEvent = {
    type: 'MonthsBudgeted',
    data: {
      trancheId: 't-1',
      from: month('2027-01'),
      through: month('2027-12'),
      document: 'DPA-2',
    },
  };
  expect(assess([...november.past, named], '2026-12-15').gaps).toEqual([]);
  expect(assess(opened, '2026-09-30').gaps).toEqual([]);
  expect(nextBudgetDay(localDate('2026-12-20')).dueOn).toBe('2027-10-01');
});
