// The next day of a case with its urgency, in words and colour; the same wherever a case is shown.
import type { ClaimDue } from '../../../projections/claim-queue/claim-due.ts';
import { dueWord, leftText } from '../../cli/due-lines.ts';
import { formatLongDay, type Language } from '../../copy/format.ts';
import { Tag, type Tone } from '../parts/data-parts.tsx';
import type { Html } from '../screen.ts';

const SOON_WORKING_DAYS = 1;

const toneOf = ({ state, workingDaysLeft }: ClaimDue): Tone => {
  if (workingDaysLeft === null) return 'plain';
  if (state === 'PASSED') return 'bad';
  return workingDaysLeft <= SOON_WORKING_DAYS ? 'warn' : 'good';
};

export const DueTag = ({
  due,
  language,
}: {
  readonly due: ClaimDue | null;
  readonly language: Language;
}): Html => {
  if (due === null) return <span class="sub">–</span>;
  const left = leftText(due, language);
  return (
    <>
      {left === '' ? null : <Tag tone={toneOf(due)}>{left}</Tag>}
      <span class="sub">
        {formatLongDay(due.dueOn, language)}: {dueWord(due, language)}
      </span>
    </>
  );
};
