// What came back has a cause, papers that cure it and a last day, by the bank's own code.
import { expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { cureOf, RETURN_CAUSES } from '../../../domain/payout/return-cure.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';

const friday = localDate('2026-11-20');

test('a closed account asks for the new account book within five working days', () => {
  expect(cureOf('AC04', friday, NATIONAL_HOLIDAYS)).toEqual({
    cause: 'ACCOUNT_CLOSED',
    papers: ['ACCOUNT_BOOK', 'PAYEE_ID'],
    dueOn: '2026-11-27',
  });
});

test('a payee who died needs heirs and more days; a code nobody knows asks the bank first', () => {
  const died = cureOf('MD07', friday, NATIONAL_HOLIDAYS);
  expect(died.papers).toContain('HEIR_STATEMENT');
  expect(died.dueOn).toBe('2026-12-10');
  for (const code of [null, 'NOT_GIVEN', 'ZZ99'])
    expect(cureOf(code, friday, NATIONAL_HOLIDAYS)).toMatchObject({
      ...{ cause: 'NOT_SAID', papers: ['BANK_LETTER'], dueOn: '2026-11-25' },
    });
  expect(new Set(RETURN_CAUSES).size).toBe(8);
});
