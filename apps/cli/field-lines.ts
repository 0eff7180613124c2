// What a claim waits for outside the office: the visits of its officers, the word of a court.
import type { ClaimFileRow } from '../../projections/claim-file/file-row.ts';
import { wordOf } from '../copy/code-words.ts';
import { fieldPhrases as phrases, visitGrounds, visitResults } from '../copy/field-phrases.ts';
import { formatDay, type Language } from '../copy/format.ts';
import { say } from '../copy/text.ts';

type File = Pick<ClaimFileRow, 'facts'>;

const courtLines = ({ facts: { court: awaited } }: File, language: Language): readonly string[] => {
  if (awaited === null) return [];
  const { court, reference, filedOn } = awaited;
  const day = formatDay(filedOn, language);
  return [say(language, phrases.court, { court, reference, day })];
};

export const fieldLines = (file: File, language: Language): readonly string[] => [
  ...courtLines(file, language),
  ...file.facts.visits.map(({ visit, ground, officer, result, waived }) => {
    const why = wordOf(visitGrounds, ground, language);
    if (result !== null)
      return say(language, phrases.done, {
        ...{ visit, why, officer: officer ?? '-' },
        result: wordOf(visitResults, result, language),
      });
    if (waived !== undefined) return say(language, phrases.waived, { visit, why });
    return officer === null
      ? say(language, phrases.open, { visit, why })
      : say(language, phrases.assigned, { visit, why, officer });
  }),
];
