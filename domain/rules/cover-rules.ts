// The rules of cover as a rule book says them on a day: months of grace, and the day that ends cover.
import type { LocalDate } from '../calendar.ts';
import { rowOn } from './book/rule.ts';
import { RULE_BOOK, type RuleBook } from './book/rule-book.ts';
import { COVER_RULES, type CoverRules } from './cover.ts';

/** C-09, C-23. */
export const coverRulesOf = (day: LocalDate, book: RuleBook = RULE_BOOK): CoverRules => {
  const graceMonths = rowOn(book['C-09'], day)?.value.graceMonths;
  const ends = rowOn(book['C-23'], day)?.value.lapse_on_day_of_fourth_month;
  return {
    lapseDay: ends === 'LAST' ? 'LAST_DAY_OF_FOURTH_MONTH' : COVER_RULES.lapseDay,
    ...(graceMonths !== undefined && { graceMonths }),
  };
};
