// Where a death comes from, as far as anybody said: suspected, concluded, converted.
import type { ClaimFileRow } from '../../projections/claim-file/file-row.ts';
import { wordOf } from '../copy/code-words.ts';
import { formatDay, type Language } from '../copy/format.ts';
import { conclusions, incidentPhrases as phrases } from '../copy/incident-phrases.ts';
import { say } from '../copy/text.ts';

export const deathOriginLines = (
  { facts: { origin, deathDate, noDeath } }: Pick<ClaimFileRow, 'facts'>,
  language: Language,
): readonly string[] => {
  const { guarantee, conclusion } = origin;
  if (deathDate === null || noDeath !== null) return [];
  if (conclusion === null) {
    if (guarantee === null) return [];
    const { ruleId: rule, article, concludeBy } = guarantee;
    const day = formatDay(concludeBy, language);
    return [say(language, phrases.deathSuspected, { day, rule, article })];
  }
  const { ruleId: rule, article, reason, late, accidentDate, accident } = conclusion;
  const what = wordOf(conclusions, conclusion.conclusion, language);
  const line = say(language, phrases.concluded, { what, rule, article, reason });
  return [
    late ? `${line} ${say(language, phrases.concludedLate)}` : line,
    ...(accidentDate === null
      ? []
      : [say(language, phrases.accidentDay, { day: formatDay(accidentDate, language) })]),
    ...(accident === null
      ? []
      : [
          say(language, phrases.accidentClaim, {
            id: accident.claimId,
            day: formatDay(accident.eventDate, language),
          }),
        ]),
  ];
};
