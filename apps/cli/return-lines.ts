// What came back from the bank, as lines: the cause, the papers to ask for, the days that are left.
import { officeDay } from '../../domain/calendar.ts';
import { NATIONAL_HOLIDAYS } from '../../domain/rules/holidays.ts';
import { workingDaysLeft } from '../../projections/claim-queue/due-day.ts';
import { cureOfPayable } from '../../projections/payout-ledger/cure.ts';
import type { PayableRow } from '../../projections/payout-ledger/payable-row.ts';
import { wordOf } from '../copy/code-words.ts';
import { formatDay, type Language } from '../copy/format.ts';
import { moneyColumns } from '../copy/money-phrases.ts';
import { curePapers, returnPhrases as phrases, returnCauses } from '../copy/return-phrases.ts';
import { say } from '../copy/text.ts';
import { headed } from './page-lines.ts';

export const returnFacts = (row: PayableRow, now: string) => {
  const cure = cureOfPayable(row, NATIONAL_HOLIDAYS);
  if (cure === null) return null;
  const left = workingDaysLeft(officeDay(now), cure.dueOn, NATIONAL_HOLIDAYS);
  return { ...cure, workingDaysLeft: left };
};

export const leftText = (left: number, language: Language): string =>
  left < 0
    ? say(language, phrases.late, { days: -left })
    : say(language, phrases.left, { days: left });

/** The one whose day is nearest first; empty where nothing came back. */
export const returnLines = (
  rows: readonly PayableRow[],
  now: string,
  language: Language,
): readonly string[] => {
  const returned = rows
    .flatMap((row) => {
      const cure = returnFacts(row, now);
      return cure === null ? [] : [{ row, cure }];
    })
    .toSorted((a, b) => a.cure.dueOn.localeCompare(b.cure.dueOn));
  if (returned.length === 0) return [];
  return headed(
    language,
    [moneyColumns.payable, phrases.colBank, phrases.colPapers, phrases.colBy, phrases.colLeft],
    returned.map(({ row, cure }) => [
      row.payableId,
      wordOf(returnCauses, cure.cause, language),
      cure.papers.map((paper) => wordOf(curePapers, paper, language)).join(', '),
      formatDay(cure.dueOn, language),
      leftText(cure.workingDaysLeft, language),
    ]),
  );
};
