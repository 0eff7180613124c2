// Days of death that do not agree stay in sight: who said which, and what was put right by which paper.
import type { ClaimFile } from '../../projections/claim-file.ts';
import { reportChannels, reporterRelations } from '../copy/claim-words.ts';
import { wordOf } from '../copy/code-words.ts';
import { formatDay, type Language } from '../copy/format.ts';
import { queuePhrases as phrases } from '../copy/queue-words.ts';
import { say } from '../copy/text.ts';

const otherDays = (file: ClaimFile, language: Language): readonly string[] => {
  const { deathDate } = file.facts;
  const others = new Map<string, string[]>();
  for (const { deathDate: day, channel, relation } of file.contents.reports) {
    if (day === deathDate) continue;
    const way = wordOf(reportChannels, channel, language);
    const who = `${way}, ${wordOf(reporterRelations, relation, language)}`;
    others.set(day, [...(others.get(day) ?? []), who]);
  }
  return [...others].map(([day, who]) =>
    say(language, phrases.deathDateBy, {
      day: formatDay(day, language),
      who: [...new Set(who)].join('; '),
    }),
  );
};

/** The days only, for whoever sees the person and not the whole claim. */
export const otherDeathDates = (file: ClaimFile): readonly string[] => [
  ...new Set(
    file.contents.reports.flatMap(({ deathDate }) =>
      deathDate === file.facts.deathDate ? [] : [deathDate],
    ),
  ),
];

export const deathDateLines = (file: ClaimFile, language: Language): readonly string[] => {
  const others = otherDays(file, language);
  const { deathDate } = file.facts;
  const differ =
    others.length === 0 || deathDate === null
      ? []
      : [
          say(language, phrases.deathDates, {
            day: formatDay(deathDate, language),
            others: others.join('; '),
          }),
        ];
  const corrected = file.contents.corrections.map(({ before, deathDate: after, reason }) =>
    say(language, phrases.deathDateCorrected, {
      before: formatDay(before, language),
      after: formatDay(after, language),
      reason,
    }),
  );
  return [...differ, ...corrected];
};
