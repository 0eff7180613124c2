// Cases of kind `jkk_partial_disability`, `jkk_stmb` and `jkk_reimbursement`.
import { cappedFlag } from '../flags.ts';
import { isSided, partialDisability } from '../partial-disability.ts';
import type { LawReader } from '../read-law.ts';
import { BILL_CODES, type Bill, reimbursementOf } from '../reimbursement.ts';
import { stmbOf } from '../stmb.ts';
import type { Fields } from './fields.ts';
import { finish, readAccident, rightOf } from './jkk-accident.ts';
import { readLosses } from './losses.ts';
import { type CaseKind, caseKind } from './outcome.ts';
import { dateAfter, referenceWage } from './shared-facts.ts';

const readPartial = (fields: Fields, law: LawReader) => {
  const accident = readAccident(fields);
  if (fields.has('finding_date'))
    dateAfter(fields, 'finding_date', [accident.eventDate, 'accident_date']);
  return {
    ...accident,
    handedness: fields.optionalOneOf('handedness', ['RIGHT', 'LEFT'] as const),
    losses: readLosses(fields, law),
  };
};

export const jkkPartialCase: CaseKind = caseKind(readPartial, (facts, law) => {
  const { eventDate, losses } = facts;
  const right = rightOf(facts, law);
  const { wageIdr, figures } = referenceWage(facts.wage, eventDate, law);
  if (facts.handedness === null && losses.some((loss) => isSided(loss.code, law)))
    law.review('HANDEDNESS_MISSING', 'K-17');
  const handedness = facts.handedness ?? 'RIGHT';
  const found = partialDisability({ wageIdr, eventDate, handedness, losses }, law);
  return finish(
    facts,
    [
      right,
      {
        lines: right.isOwed ? found.lines : [],
        figures: { ...figures, disability_basis_points: found.basisPoints },
        flags: right.isOwed && found.capped ? [cappedFlag('JKK.DISABILITY_PARTIAL')] : [],
      },
    ],
    law,
  );
});

/** A life of work has fewer days. */
const STMB_DAYS_MAX = 20_000;

const readStmb = (fields: Fields) => ({
  ...readAccident(fields),
  days: fields.count('stmb_days', { max: STMB_DAYS_MAX }),
});

export const jkkStmbCase: CaseKind = caseKind(readStmb, (facts, law) => {
  const { eventDate, days } = facts;
  const right = rightOf(facts, law);
  const { wageIdr, figures } = referenceWage(facts.wage, eventDate, law);
  const { lines, steps } = stmbOf({ wageIdr, eventDate, days }, law);
  return finish(
    facts,
    [
      right,
      {
        lines: right.isOwed ? lines : [],
        figures: {
          ...figures,
          steps: steps.map((step) => ({
            days: step.days,
            percent: step.percent,
            amount: step.amountIdr,
          })),
          rounding: 'HALF_UP_ONCE_AT_LINE',
        },
      },
    ],
    law,
  );
});

const readBill = (fields: Fields): Bill => ({
  code: fields.oneOf('code', BILL_CODES),
  amountIdr: fields.amount('amount'),
  referencePriceIdr: fields.optionalAmount('reference_price'),
});

const readBills = (fields: Fields) => {
  const bills = fields.optionalList('bills');
  if (bills === null && !fields.has('bills')) fields.refuse('bills', 'LIST', '{code, amount}');
  return {
    ...readAccident(fields),
    bills: (bills ?? []).map(readBill),
  };
};

export const jkkReimbursementCase: CaseKind = caseKind(readBills, (facts, law) => {
  const { eventDate, bills } = facts;
  const right = rightOf(facts, law);
  const { figures } = referenceWage(facts.wage, eventDate, law);
  const found = reimbursementOf(bills, eventDate, law);
  law.find(law.book['K-14'], eventDate);
  return finish(
    facts,
    [
      right,
      {
        lines: right.isOwed ? found.lines : [],
        flags: right.isOwed ? found.flags : [],
        figures,
      },
    ],
    law,
  );
});
