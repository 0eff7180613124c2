// Cases of kind `jkk_death`, `jkk_total_disability`, `jkk_partial_disability`, `jkk_stmb` and
// `jkk_reimbursement`.
import type { LocalDate } from '../../calendar.ts';
import { type ExplainedLine, totalOf } from '../explained-line.ts';
import { cappedFlag, type Flag } from '../flags.ts';
import { jkkDeathLines, totalDisabilityLines } from '../jkk-lump.ts';
import { isSided, partialDisability } from '../partial-disability.ts';
import { assignPayees, type FamilyFacts, payeesOf } from '../payees.ts';
import type { LawReader } from '../read-law.ts';
import { BILL_CODES, type Bill, reimbursementOf } from '../reimbursement.ts';
import { stmbOf } from '../stmb.ts';
import type { Fields } from './fields.ts';
import { readLosses } from './losses.ts';
import { type CaseKind, type CaseOutcome, caseKind, type Figures, outcome } from './outcome.ts';
import { type PressFacts, pressFacts, pressPart } from './press-part.ts';
import {
  type ChildrenFacts,
  childrenFacts,
  headlineOf,
  headlinesOf,
  type ScholarshipPart,
  scholarshipPart,
  withheld,
} from './scholarship-result.ts';
import {
  byPayee,
  type CoverResult,
  coverResult,
  dateAfter,
  expiryOf,
  familyFacts,
  lawfulDate,
  type Membership,
  membershipFacts,
  railOf,
  referenceWage,
  segmentOf,
  type WageFacts,
  wageFacts,
} from './shared-facts.ts';

/** What every JKK case says: when, on which wage, covered or not. */
type Accident = {
  /** The accident, or the diagnosis of an occupational disease (§0). */
  readonly eventDate: LocalDate;
  readonly wage: WageFacts;
  readonly membership: Membership;
  readonly claimDate: LocalDate | null;
  /** an unregistered worker is owed the same, by the employer. */
  readonly isRegistered: boolean;
  readonly isWork: boolean;
  readonly press: PressFacts;
};

/** K-07: not by work, so no JKK. */
const OUTSIDE_WORK = ['OUTSIDE_WORK', 'NOT_WORK', 'NOT_WORK_RELATED'];

const readAccident = (fields: Fields): Accident => {
  segmentOf(fields);
  const name = fields.has('diagnosis_date') ? 'diagnosis_date' : 'accident_date';
  const eventDate = lawfulDate(fields, name);
  if (name === 'diagnosis_date') fields.optionalDate('accident_date');
  fields.optionalText('determination_by');
  fields.optionalDate('determination_date');
  const circumstance = fields.optionalText('circumstance') ?? '';
  return {
    eventDate,
    wage: wageFacts(fields),
    membership: membershipFacts(fields, eventDate),
    claimDate: fields.optionalDate('claim_date'),
    isRegistered: fields.flag('registered', true),
    isWork: !OUTSIDE_WORK.includes(circumstance.toUpperCase()),
    press: pressFacts(fields),
  };
};

type Right = {
  readonly isOwed: boolean;
  readonly flags: readonly Flag[];
  readonly cover: CoverResult;
};

/** Whether JKK owes anything at all: cover, time bar, work. */
const rightOf = (facts: Accident, law: LawReader): Right => {
  const { eventDate, isRegistered, isWork, membership, claimDate } = facts;
  const cover = coverResult(membership, eventDate, law);
  const expiry = expiryOf(claimDate, eventDate, law);
  if (!isWork) {
    law.find(law.book['K-07'], eventDate);
    law.review('NOT_A_WORK_ACCIDENT', 'K-07');
  }
  if (!isRegistered) law.find(law.book['X-02'], eventDate);
  return {
    isOwed: (cover.isCovered || !isRegistered) && !expiry.isExpired && isWork,
    flags: [...(isRegistered ? cover.flags : []), ...expiry.flags],
    cover,
  };
};

type Calculated = {
  readonly lines: readonly ExplainedLine[];
  readonly flags?: readonly Flag[];
  readonly figures?: Figures;
  readonly scholarship?: ScholarshipPart;
};

/** What is the same for every JKK case once its lines are known. */
const finish = (
  facts: Accident,
  [right, calculated]: readonly [Right, Calculated],
  law: LawReader,
): CaseOutcome => {
  const { lines, scholarship, figures = {}, flags = [] } = calculated;
  const { eventDate, isRegistered } = facts;
  const totalIdr = totalOf(lines);
  const rail = railOf(lines, eventDate, law);
  const part = scholarship ?? { result: null, flags: [], potentialIdr: 0n };
  const computed = { totalIdr, headlines: headlinesOf(totalIdr, part), deaths: 1, eventDate };
  const press = pressPart(facts.press, computed, law);
  return outcome(eventDate, {
    lines,
    flags: [...right.flags, ...flags, ...part.flags, ...rail.flags, ...press.flags],
    figures: {
      ...(isRegistered && right.cover.figures(totalIdr)),
      payer: isRegistered ? 'BPJS' : 'EMPLOYER',
      ...figures,
      ...rail.figures,
      ...headlineOf(totalIdr, part),
      ...press.figures,
    },
    scholarship: part.result,
  });
};

type DeathCase = Accident & {
  readonly deathDate: LocalDate;
  readonly family: FamilyFacts;
  readonly children: ChildrenFacts;
  readonly disabilityPaidIdr: bigint;
};

const readDeath = (fields: Fields, law: LawReader): DeathCase => {
  const accident = readAccident(fields);
  const deathDate = dateAfter(fields, 'death_date', [accident.eventDate, 'accident_date']);
  return {
    ...accident,
    deathDate,
    family: familyFacts(fields, deathDate),
    children: childrenFacts(fields, ['JKK', deathDate], law),
    disabilityPaidIdr: fields.optionalAmount('disability_paid') ?? 0n,
  };
};

const jkkScholarship = (
  children: ChildrenFacts,
  [isOwed, date]: readonly [boolean, LocalDate],
  law: LawReader,
): ScholarshipPart => {
  if (!isOwed) return withheld(children, 'NOT_COVERED');
  law.find(law.book['K-29'], date);
  return scholarshipPart(children, { origin: 'JKK', date }, law);
};

export const jkkDeathCase: CaseKind = caseKind(readDeath, (facts, law) => {
  const { eventDate, deathDate } = facts;
  const right = rightOf(facts, law);
  const { wageIdr, figures } = referenceWage(facts.wage, eventDate, law);
  const payees = payeesOf(facts.family, law);
  const owed = right.isOwed ? jkkDeathLines({ wageIdr, eventDate }, law) : [];
  const lines = assignPayees(owed, payees);
  // K-34: nobody knows how a disability payment is set off against the death benefit.
  if (facts.disabilityPaidIdr > 0n) law.find(law.book['K-34'], eventDate);
  return finish(
    facts,
    [
      right,
      {
        lines,
        figures: { ...figures, ...byPayee(lines) },
        flags: right.isOwed && payees.kind === 'NO_HEIR' ? ['NO_HEIR'] : [],
        scholarship: jkkScholarship(facts.children, [right.isOwed, deathDate], law),
      },
    ],
    law,
  );
});

type TotalCase = Accident & { readonly findingDate: LocalDate; readonly children: ChildrenFacts };

const readTotal = (fields: Fields, law: LawReader): TotalCase => {
  const accident = readAccident(fields);
  const findingDate = dateAfter(fields, 'finding_date', [accident.eventDate, 'accident_date']);
  return {
    ...accident,
    findingDate,
    children: childrenFacts(fields, ['JKK', findingDate], law),
  };
};

export const jkkTotalCase: CaseKind = caseKind(readTotal, (facts, law) => {
  const { eventDate, findingDate } = facts;
  const right = rightOf(facts, law);
  const { wageIdr, figures } = referenceWage(facts.wage, eventDate, law);
  const lines = right.isOwed ? totalDisabilityLines({ wageIdr, eventDate }, law) : [];
  const part = jkkScholarship(facts.children, [right.isOwed, findingDate], law);
  const scholarship = {
    ...part,
    result: {
      lines: part.result?.lines ?? [],
      figures: { right: right.isOwed, ...part.result?.figures },
    },
  };
  return finish(facts, [right, { lines, figures, scholarship }], law);
});

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
