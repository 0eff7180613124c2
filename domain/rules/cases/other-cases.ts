// Cases of kind `scholarship_payment` and `press_reconciliation`.
import type { LocalDate } from '../../calendar.ts';
import { type ExplainedLine, multiplied, totalOf } from '../explained-line.ts';
import { jkkDeathLines, totalDisabilityLines } from '../jkk-lump.ts';
import { fullJkmLines } from '../jkm.ts';
import type { LawReader } from '../read-law.ts';
import { type Child, childScholarship, type ScholarshipOrigin } from '../scholarship.ts';
import type { Fields } from './fields.ts';
import { type CaseKind, type CaseOutcome, caseKind, outcome } from './outcome.ts';
import { type PressFacts, pressFacts, pressPart } from './press-part.ts';
import { childFacts, unbrokenMonths } from './scholarship-result.ts';
import {
  lawfulDate,
  lawfulDateOrLatest,
  referenceWage,
  segmentOf,
  type WageFacts,
} from './shared-facts.ts';

type PaymentCase = {
  readonly origin: ScholarshipOrigin;
  readonly eventDate: LocalDate;
  readonly contributionMonths: number | null;
  readonly unbrokenMonths: number | null;
  readonly child: Child;
  readonly testDate: LocalDate;
};

const NO_CHILD: Child = {
  ref: 'c1',
  level: null,
  grade: 1,
  birthDate: null,
  studying: false,
  married: false,
  working: false,
  registeredAs: null,
  registeredMonths: null,
};

const readPayment = (fields: Fields): PaymentCase => {
  segmentOf(fields);
  const origin = fields.oneOf('origin', ['JKM', 'JKK'] as const);
  const name = fields.has('finding_date') ? 'finding_date' : 'death_date';
  const eventDate = lawfulDate(fields, name);
  const child = fields.optionalObject('child');
  if (child === null && !fields.has('child')) fields.refuse('child', 'OBJECT', '{level, grade, …}');
  const contributionMonths = fields.optionalCount('contribution_months', { max: 1_200 });
  if (origin === 'JKM' && contributionMonths === null && !fields.has('contribution_months'))
    fields.refuse('contribution_months', 'REQUIRED_WITH', 'origin JKM');
  return {
    origin,
    eventDate,
    contributionMonths,
    unbrokenMonths: unbrokenMonths(fields),
    child: child === null ? NO_CHILD : childFacts(child, 0),
    testDate: fields.date('school_year_start'),
  };
};

export const scholarshipPaymentCase: CaseKind = caseKind(readPayment, (facts, law) => {
  const found = childScholarship(facts.child, facts, law);
  const lines = found.line === null ? [] : [found.line];
  const potential = found.potential.reduce((sum, { amountIdr }) => sum + amountIdr, 0n);
  return outcome(facts.eventDate, {
    scholarship: {
      lines,
      figures: {
        eligible: found.reason === null,
        ...(found.reason !== null && { reason: found.reason }),
        payable_this_year: totalOf(lines),
        potential_total: potential,
      },
    },
  });
});

const PRESS_BENEFITS = ['JKK_DEATH', 'JKK_TOTAL_DISABILITY', 'JKM', 'JKM_DEATH'] as const;

type PressCase = {
  readonly benefit: (typeof PRESS_BENEFITS)[number];
  readonly eventDate: LocalDate;
  readonly wage: WageFacts;
  readonly monthlyIdr: bigint | null;
  readonly claims: number;
  readonly press: PressFacts;
};

const EVENT_FIELDS = ['accident_date', 'death_date', 'as_of_date'] as const;

const readPress = (fields: Fields, law: LawReader): PressCase => {
  segmentOf(fields);
  const name = EVENT_FIELDS.find((each) => fields.has(each)) ?? 'accident_date';
  const eventDate = lawfulDateOrLatest(fields, name, law);
  for (const other of EVENT_FIELDS) if (other !== name) fields.optionalDate(other);
  fields.amount('reported_total');
  return {
    benefit: fields.oneOf('benefit', PRESS_BENEFITS),
    eventDate,
    wage: {
      incomeIdr: fields.optionalAmount('declared_monthly_income'),
      publishedIdr: fields.optionalAmount('reference_wage'),
    },
    monthlyIdr: fields.optionalAmount('monthly_contribution'),
    claims: fields.optionalCount('claims', { min: 1, max: 10_000_000 }) ?? 1,
    press: pressFacts(fields),
  };
};

/** Where the source names the contribution only, the band is the one with that price. */
const incomeOf = ({ wage, monthlyIdr, eventDate }: PressCase, law: LawReader): bigint => {
  if (wage.incomeIdr !== null || monthlyIdr === null) return wage.incomeIdr ?? 0n;
  const { bands } = law.must(law.book['C-01'], eventDate).value;
  const { idr } = law.must(law.book['C-02'], eventDate).value;
  const found = bands.find(({ referenceIdr }) => referenceIdr / 100n + idr === monthlyIdr);
  if (found === undefined) law.review('CONTRIBUTION_OF_NO_BAND', 'C-01');
  return found?.fromIdr ?? 0n;
};

const linesOf = (facts: PressCase, wageIdr: bigint, law: LawReader): readonly ExplainedLine[] => {
  const { benefit, eventDate } = facts;
  switch (benefit) {
    case 'JKK_DEATH':
      return jkkDeathLines({ wageIdr, eventDate }, law);
    case 'JKK_TOTAL_DISABILITY':
      return totalDisabilityLines({ wageIdr, eventDate }, law);
    case 'JKM':
    case 'JKM_DEATH':
      return fullJkmLines(eventDate, law);
    default:
      return benefit satisfies never;
  }
};

const calculatePress = (facts: PressCase, law: LawReader): CaseOutcome => {
  const { eventDate, claims, wage } = facts;
  const incomeIdr = incomeOf(facts, law);
  const { wageIdr, figures } = referenceWage({ ...wage, incomeIdr }, eventDate, law);
  const each = linesOf(facts, wageIdr, law);
  const lines =
    claims === 1 ? each : each.map((line) => multiplied(line, claims, 'CLAIMS_TIMES_AMOUNT'));
  const totalIdr = totalOf(lines);
  const computed = { totalIdr, headlines: [totalIdr], deaths: claims, eventDate };
  const press = pressPart(facts.press, computed, law);
  return outcome(eventDate, {
    lines,
    flags: press.flags,
    figures: { ...(facts.benefit.startsWith('JKK') && figures), ...press.figures },
  });
};

export const pressCase: CaseKind = caseKind(readPress, calculatePress);
