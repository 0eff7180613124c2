// Somebody who did not come back: since when, what an authority determined, whether they were found.
import type { ClaimFileRow } from '../../projections/claim-file/file-row.ts';
import { wordOf } from '../copy/code-words.ts';
import { formatDay, type Language } from '../copy/format.ts';
import { missingAuthorities, incidentPhrases as phrases } from '../copy/incident-phrases.ts';
import { say } from '../copy/text.ts';

type File = Pick<ClaimFileRow, 'facts'>;

const determinedLines = ({ facts: { missing } }: File, language: Language): readonly string[] => {
  if (missing === null) return [];
  const { report, determined } = missing;
  const since = say(language, phrases.missingSince, {
    day: formatDay(report.missingSince, language),
  });
  if (determined === null) return [since];
  const { deathDate, authority, reference, determinedOn, ruleId: rule, article } = determined;
  return [
    since,
    say(language, phrases.missingDetermined, {
      ...{ day: formatDay(deathDate, language), reference, rule, article },
      who: wordOf(missingAuthorities, authority, language),
      on: formatDay(determinedOn, language),
    }),
  ];
};

export const missingLines = (file: File, language: Language): readonly string[] => {
  const { found } = file.facts;
  const lines = determinedLines(file, language);
  if (found === null) return lines;
  const { foundOn, reason } = found;
  return [...lines, say(language, phrases.found, { day: formatDay(foundOn, language), reason })];
};
