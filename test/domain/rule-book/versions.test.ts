// A version of the rule book: rows that a lawyer can read, put in force by another person.
import { describe, expect, test } from 'vitest';
import type { ActedBy } from '../../../domain/actor.ts';
import { localDate } from '../../../domain/calendar.ts';
import {
  activeRows,
  activeRuleset,
  type RuleBookState,
  ruleBookDecider,
} from '../../../domain/rule-book/decider.ts';
import type { RuleBookCommand, RuleBookEvent } from '../../../domain/rule-book/events.ts';
import { bookWith, type RowChange } from '../../../domain/rule-book/row-change.ts';
import { rowProblems } from '../../../domain/rule-book/row-problems.ts';
import { RULE_BOOK } from '../../../domain/rules/book/rule-book.ts';
import { calculateJkm } from '../../../domain/rules/jkm.ts';
import { RULESET_ID } from '../../../domain/rules/law-versions.ts';
import { jkmDeath, resultOf } from '../rules/cases/case.ts';

const person = (id: string): ActedBy => ({
  ...{ id, office: 'BPJS_BRANCH', act: 'manage-rules', letter: 'SP 1' },
});
const lawyer = person('hukum-1');
const head = person('kepala-1');

const row = (change: Partial<RowChange> = {}): RowChange => ({
  rule: 'M-03',
  from: localDate('2027-01-01'),
  law: null,
  article: 'PP contoh 1/2027 Pasal 2',
  confidence: 'V',
  value: { idr: '12000000' },
  ...change,
});

const decide = (state: RuleBookState, command: RuleBookCommand, by: ActedBy) =>
  ruleBookDecider.decide(command, state, { by, now: '2027-01-02T01:00:00.000Z' });

const then = (state: RuleBookState, command: RuleBookCommand, by: ActedBy): RuleBookState => {
  const decision = decide(state, command, by);
  if ('refused' in decision) throw new Error(decision.refused.code);
  return decision.accepted.reduce<RuleBookState>(
    (now, event: RuleBookEvent) => ruleBookDecider.evolve(now, event),
    state,
  );
};

const propose = (rows: readonly RowChange[], basis = 'Surat 12/2027'): RuleBookCommand => ({
  type: 'ProposeRuleVersion',
  data: { basis, rows },
});
const activate = (rulesetId: string): RuleBookCommand => ({
  type: 'ActivateRuleVersion',
  data: { rulesetId, openClaims: 'REVIEW' },
});
const FIRST = `${RULESET_ID}+1`;
const SECOND = `${RULESET_ID}+2`;
const { initial } = ruleBookDecider;
const refused = (code: string) => ({ refused: expect.objectContaining({ code }) });

describe('a version of the rules', () => {
  const proposed = then(initial, propose([row()]), lawyer);

  test('changes nothing while it is only proposed', () => {
    expect(activeRuleset(proposed)).toBe(RULESET_ID);
    expect(activeRows(proposed)).toEqual([]);
  });

  test('is in force once another person activates it, and the same wish again changes nothing', () => {
    const active = then(proposed, activate(FIRST), head);
    expect(activeRuleset(active)).toBe(FIRST);
    expect(decide(active, activate(FIRST), head)).toEqual({ accepted: [] });
    const other = { type: 'ActivateRuleVersion', data: { rulesetId: FIRST, openClaims: 'PIN' } };
    expect(decide(active, other as RuleBookCommand, head)).toMatchObject(
      refused('RuleVersionInForce'),
    );
  });

  test('is not activated by whoever proposed it, delegation included', () => {
    expect(decide(proposed, activate(FIRST), lawyer)).toMatchObject(
      refused('SamePersonProposedRules'),
    );
    const lent = { ...head, onBehalfOf: 'hukum-1' };
    expect(decide(proposed, activate(FIRST), lent)).toMatchObject(
      refused('SamePersonProposedRules'),
    );
  });

  test('that was read over other rules than those in force is proposed anew', () => {
    const two = then(proposed, propose([row({ value: { idr: '13000000' } })]), lawyer);
    const active = then(two, activate(FIRST), head);
    expect(decide(active, activate(SECOND), head)).toMatchObject(refused('RuleVersionOutdated'));
  });

  test('adds its rows to those of the versions before it', () => {
    const active = then(proposed, activate(FIRST), head);
    const next = propose([row({ rule: 'M-01', value: { idr: '25000000' } })]);
    const both = then(then(active, next, lawyer), activate(SECOND), head);
    const book = bookWith(activeRows(both));
    expect(book['M-03'].rows.at(-1)?.value.idr).toBe(12_000_000n);
    expect(book['M-01'].rows.at(-1)?.value.idr).toBe(25_000_000n);
  });

  test('can be withdrawn with a reason until it is in force', () => {
    const withdraw = (reason: string): RuleBookCommand => ({
      type: 'WithdrawRuleVersion',
      data: { rulesetId: FIRST, reason },
    });
    expect(decide(proposed, withdraw(' '), head)).toMatchObject(refused('ReasonMissing'));
    const gone = then(proposed, withdraw('salah pasal'), head);
    expect(decide(gone, withdraw('salah pasal'), head)).toEqual({ accepted: [] });
    expect(decide(gone, activate(FIRST), head)).toMatchObject(
      refused('RuleVersionWithdrawnAlready'),
    );
    const active = then(proposed, activate(FIRST), head);
    expect(decide(active, withdraw('salah'), head)).toMatchObject(refused('RuleVersionInForce'));
  });

  test('needs a basis and rows; proposed twice it is one', () => {
    expect(decide(initial, propose([row()], ' '), lawyer)).toMatchObject(
      refused('LegalBasisMissing'),
    );
    expect(decide(initial, propose([]), lawyer)).toMatchObject(refused('RuleVersionEmpty'));
    expect(decide(proposed, propose([row()]), lawyer)).toEqual({ accepted: [] });
    expect(decide(initial, activate(FIRST), head)).toMatchObject(refused('RuleVersionUnknown'));
  });
});

describe('a changed row', () => {
  test('ends the row before it and leaves every earlier day as it was', () => {
    const book = bookWith([row()]);
    const paid = (death_date: string) =>
      resultOf(jkmDeath({ death_date, membership_start: '2019-01-10' }), book)['total'];
    expect([paid('2026-12-31'), paid('2027-01-01')]).toEqual([42_000_000, 44_000_000]);
    expect(book['M-03'].rows.map(({ to }) => to)).toEqual(['2019-12-01', '2026-12-31', null]);
    expect(RULE_BOOK['M-03'].rows).toHaveLength(2);
  });

  test('of the same first day takes the place of the one before', () => {
    const grandfather = row({
      rule: 'M-15',
      from: localDate('2025-02-24'),
      law: 'L3',
      article: 'Surat Kanwil 12/2027',
      value: { m12_restart_on_lapse: true, m12_grandfather: true },
    });
    const facts = {
      membershipStart: localDate('2025-01-10'),
      deathDate: localDate('2025-03-01'),
      coverage: 'ACTIVE' as const,
      ...{ unpaidMonths: 0, noHeir: false, payee: 'istri' },
      monthlyContributionIdr: 16_800n,
    };
    expect(calculateJkm(facts).totalIdr).toBe(10_000_000n);
    const changed = calculateJkm(facts, bookWith([grandfather]), FIRST);
    expect(changed).toMatchObject({ totalIdr: 42_000_000n, rulesetId: FIRST });
  });

  test.each<[Partial<RowChange>, string]>([
    [{ rule: 'M-99' }, 'RULE_UNKNOWN'],
    [{ from: '2027-13-01' as RowChange['from'] }, 'DAY'],
    [{ from: localDate('2015-06-30') }, 'BEFORE_LAW'],
    [{ to: localDate('2026-12-31') }, 'ENDS_BEFORE_IT_BEGINS'],
    [{ law: 'L9' as 'L0' }, 'LAW_UNKNOWN'],
    [{ article: ' ' }, 'ARTICLE_MISSING'],
    [{ confidence: 'X' as 'V' }, 'CONFIDENCE'],
    [{ value: { idr: '12.000.000' } }, 'AMOUNT'],
    [{ value: { idr: '-1' } }, 'AMOUNT'],
    [{ value: { rupiah: '1' } }, 'FIELDS_DIFFER'],
    [{ value: { idr: '1', more: '2' } }, 'FIELDS_DIFFER'],
    [{ rule: 'M-12', value: { months: '3' } }, 'NUMBER'],
    [{ rule: 'M-13', value: { m12_applies_to_sponsored: 'no' } }, 'TRUE_OR_FALSE'],
    [{ rule: 'M-17', value: { m12_parts: 'HALF' } }, 'NOT_A_CHOICE'],
    [{ rule: 'C-06', value: { payers: ['CITY'] } }, 'NOT_A_CHOICE'],
    [{ rule: 'C-06', value: { payers: 'APBD' } }, 'LIST'],
    [
      {
        ...{ from: localDate('2019-12-02'), law: 'L1', article: 'PP 82/2019 Pasal 34' },
        ...{ confidence: 'P', value: { idr: '10000000' } },
      },
      'NOTHING_CHANGES',
    ],
  ])('%j is refused: %s', (change, fault) =>
    expect(rowProblems([row(change)], RULE_BOOK).map((problem) => problem.fault)).toEqual([fault]),
  );
});
