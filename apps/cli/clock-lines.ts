// What the clocks of a claim have led to, as its file tells it: late compensation, what went up.
import type { ClaimFile } from '../../projections/claim-file.ts';
import { claimPhrases as phrases } from '../copy/claim-phrases.ts';
import { deadlines, lateParties } from '../copy/claim-words.ts';
import { acts, wordOf } from '../copy/code-words.ts';
import { figuresIn, formatDay, type Language } from '../copy/format.ts';
import { say } from '../copy/text.ts';

const compensationLines = ({ facts }: ClaimFile, language: Language): readonly string[] => {
  const { compensation: owed, compensationProposed } = facts;
  if (owed === null) return [];
  const [due, paid] = [formatDay(owed.dueOn, language), formatDay(owed.paidOn, language)];
  const phrase = compensationProposed ? phrases.compensationProposed : phrases.compensation;
  return [
    say(language, phrase, { due, paid, days: owed.lateDays }),
    ...owed.lines.map(({ formula, ruleId, article }) => {
      const figures = figuresIn(formula, language);
      return `    ${figures}  [${ruleId}; ${article}]`;
    }),
  ];
};

export const clockLines = (file: ClaimFile, language: Language): readonly string[] => [
  ...compensationLines(file, language),
  ...file.facts.escalations.map(({ code, dueOn, late, to }) =>
    say(language, phrases.deadlineEscalated, {
      ...{ what: wordOf(deadlines, code, language), day: formatDay(dueOn, language) },
      ...{ late: wordOf(lateParties, late, language), role: wordOf(acts, to, language) },
    }),
  ),
];
