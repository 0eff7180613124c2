// The next day of a claim in words: the same in the queue, in the file, and in the list of deadlines.
import type { ClaimDue } from '../../projections/claim-queue/claim-due.ts';
import { wordOf } from '../copy/code-words.ts';
import { formatDay, type Language } from '../copy/format.ts';
import { deadlinePhrases } from '../copy/operate-phrases.ts';
import { claimDues, queuePhrases as phrases } from '../copy/queue-words.ts';
import { say } from '../copy/text.ts';

/** `2 hari kerja lagi`, `lewat 1 hari kerja`; empty where no clock of the law runs. */
export const leftText = ({ workingDaysLeft: days }: ClaimDue, language: Language): string => {
  if (days === null) return '';
  return days < 0
    ? say(language, deadlinePhrases.workingDaysAgo, { days: -days })
    : say(language, deadlinePhrases.workingDaysLeft, { days });
};

export const dueWord = ({ code }: ClaimDue, language: Language): string =>
  wordOf(claimDues, code, language);

/** `03-10-2026, 2 hari kerja lagi`. */
export const dueCell = (due: ClaimDue | null, language: Language): string => {
  if (due === null) return '-';
  const left = leftText(due, language);
  return [formatDay(due.dueOn, language), left === '' ? dueWord(due, language) : left].join(', ');
};

export const dueLine = (due: ClaimDue, language: Language): string => {
  const [day, left, what] = [
    formatDay(due.dueOn, language),
    leftText(due, language),
    dueWord(due, language),
  ];
  return left === ''
    ? say(language, phrases.due, { day, what })
    : say(language, phrases.dueLeft, { day, left, what });
};
