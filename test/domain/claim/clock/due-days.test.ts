// Due days follow the rules that the claim is decided by: the release's, or the rows activated since.
import { describe, expect, test } from 'vitest';
import { type LocalDate, localDate } from '../../../../domain/calendar.ts';
import type { RulesInForce } from '../../../../domain/claim/assessment/rule-version-events.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import type { RowChange } from '../../../../domain/rule-book/row-change.ts';
import { at, person } from '../../specification.ts';
import {
  claim,
  clerk,
  completeWishes,
  officer,
  rejectedWishes,
  reportedWishes,
  sealed,
} from '../claim-facts.ts';
import { conclude, reportAccident, secondStage } from '../incident-facts.ts';

const row = (rule: string, value: RowChange['value']): RowChange => ({
  ...{ rule, from: localDate('2024-01-01'), law: null, article: 'Perdir 1/2024' },
  ...{ confidence: 'V', value },
});
const by = (...rows: readonly RowChange[]): RulesInForce => ({
  ...{ rulesetId: 'rules+1', rows, review: null },
});

const FIVE_DAYS = by(row('T-07', { workingDays: 5 }));

type DataOf<T extends ClaimEvent['type']> = Extract<ClaimEvent, { type: T }>['data'];

const dataOf = <T extends ClaimEvent['type']>(past: readonly ClaimEvent[], type: T) =>
  past.findLast((event) => event.type === type)?.data as DataOf<T> | undefined;

const withRules = (wish: ClaimCommand, rules: RulesInForce): ClaimCommand =>
  ({ ...wish, data: { ...wish.data, rules } }) as ClaimCommand;

const completedBy = (rules?: RulesInForce) =>
  claim.after(
    ...completeWishes.map(
      ([wish, context]) =>
        [
          rules !== undefined && wish.type === 'ReceiveDocument' ? withRules(wish, rules) : wish,
          context,
        ] as const,
    ),
  );

describe('the payment day of a death', () => {
  test('is the third working day by the release, and stands in the event with its article', () => {
    const { due } = dataOf(completedBy(), 'DocumentsCompleted') ?? {};
    expect(due).toMatchObject({ dueOn: '2024-07-11', ruleId: 'T-07' });
    expect(due?.article).not.toBe('');
  });

  test('is the fifth where two persons put five days in force', () => {
    const { due } = dataOf(completedBy(FIVE_DAYS), 'DocumentsCompleted') ?? {};
    expect(due).toMatchObject({ dueOn: '2024-07-15', article: 'Perdir 1/2024' });
  });

  test('follows the row of the day on which the papers were full', () => {
    const later = by({ ...row('T-07', { workingDays: 5 }), from: localDate('2024-07-09') });
    const { due } = dataOf(completedBy(later), 'DocumentsCompleted') ?? {};
    expect(due?.dueOn).toBe('2024-07-11');
  });

  test('keeps the rules out of what is recorded', () => {
    for (const { data } of completedBy(FIVE_DAYS)) expect(data).not.toHaveProperty('rules');
  });
});

describe('the days of a suspected accident', () => {
  const now = (day: LocalDate) => at(person('rina', 'report-death'), `${day}T04:00:00.000Z`);
  const told = localDate('2024-07-04');

  test('are those that were activated: to report, to conclude, to apply', () => {
    const rules = by(
      row('T-01', { hours: 24 }),
      row('T-04', { days: 14 }),
      row('T-05', { hours: 24 }),
    );
    const report = reportAccident({ eventDate: localDate('2024-07-02') });
    const release = claim.after([report, now(told)]);
    const activated = claim.after([withRules(report, rules), now(told)]);
    expect(dataOf(release, 'IncidentReported')?.late).toBe(false);
    expect(dataOf(activated, 'IncidentReported')?.late).toBe(true);
    expect(dataOf(release, 'CareGuaranteed')?.concludeBy).toBe('2024-08-03');
    expect(dataOf(activated, 'CareGuaranteed')).toMatchObject({
      ...{ concludeBy: '2024-07-18', article: 'Perdir 1/2024' },
    });
    const healed = secondStage();
    const spoken = 'data' in healed && 'declaredOn' in healed.data ? healed.data.declaredOn : told;
    const twoDaysOn = at(
      person('rina', 'handle-documents'),
      new Date(Date.parse(`${spoken}T04:00:00Z`) + 2 * 86_400_000).toISOString(),
    );
    const applied = (wish: ClaimCommand) =>
      dataOf(
        claim.after([report, now(told)], [conclude(), officer], [wish, twoDaysOn]),
        'SecondStageReported',
      )?.late;
    expect(applied(healed)).toBe(false);
    expect(applied(withRules(healed, by(row('T-05', { hours: 24 }))))).toBe(true);
  });
});

describe('the terms of an objection', () => {
  const objection: ClaimCommand = {
    type: 'ObjectToDecision',
    data: {
      ...{ objectionId: 'o-1', relation: 'SPOUSE', evidenceSha256: null },
      ...{ objector: sealed('objection.name'), grounds: sealed('objection.grounds') },
      objectedOn: localDate('2024-07-08'),
    },
  };
  const objected = (wish: ClaimCommand) =>
    dataOf(claim.after(...rejectedWishes, [wish, clerk]), 'DecisionObjected');

  test('stand in the book, and a lawyer may change them', () => {
    expect(objected(objection)).toMatchObject({ answerDueOn: '2024-07-22', ruleId: 'X-04' });
    const terms = { objection_working_days: 5, answer_working_days: 3 };
    expect(objected(withRules(objection, by(row('X-04', terms))))).toMatchObject({
      ...{ answerDueOn: '2024-07-11', barOn: '2024-07-15' },
    });
  });
});

test('a claim that lacks papers has no payment day', () => {
  expect(dataOf(claim.after(...reportedWishes), 'DocumentsCompleted')).toBeUndefined();
});
