// What a check found in a list, for people: the counts, then each cell with its reason.
import { ROW_PROBLEM_TEXTS } from '../../infra/rosters/row-problem-texts.ts';
import { severities, wordOf } from '../copy/code-words.ts';
import type { Language } from '../copy/format.ts';
import { peopleColumns, peoplePhrases as phrases } from '../copy/people-phrases.ts';
import { say } from '../copy/text.ts';
import { headed } from './page-lines.ts';
import type { RosterCheck } from './roster-check.ts';

const VERDICTS_SHOWN = 50;

export type Checked = Pick<RosterCheck, 'rows' | 'accepted' | 'refused' | 'warnings' | 'verdicts'>;

export const verdictLines = (check: Checked, language: Language): readonly string[] => {
  const { rows, accepted, refused, warnings, verdicts } = check;
  const { row, column, reason, severity } = peopleColumns;
  const more = verdicts.length - VERDICTS_SHOWN;
  const cells = verdicts
    .slice(0, VERDICTS_SHOWN)
    .map((verdict) => [
      String(verdict.row),
      verdict.column,
      ROW_PROBLEM_TEXTS[verdict.problem][language],
      wordOf(severities, verdict.severity, language),
    ]);
  return [
    say(language, phrases.counts, { rows, accepted, refused, warnings }),
    ...(cells.length === 0 ? [] : headed(language, [row, column, reason, severity], cells)),
    ...(more > 0 ? [say(language, phrases.more, { count: more })] : []),
  ];
};
