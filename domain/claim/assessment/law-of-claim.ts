// The law as one claim reads it: the book of the release with the rows that were activated since.
import { bookWith } from '../../rule-book/row-change.ts';
import { type LawReader, readLaw } from '../../rules/read-law.ts';
import type { RulesInForce } from './rule-version-events.ts';

export const lawOf = (rules: Pick<RulesInForce, 'rows'> | undefined): LawReader =>
  rules === undefined ? readLaw() : readLaw(bookWith(rules.rows));
