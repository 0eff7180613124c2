// Cases of kind `contribution` and `contribution_invoice`.
import { addMonthsTo, type Month } from '../../calendar.ts';
import { rupiah } from '../../money.ts';
import { L0_FROM } from '../book/rule.ts';
import { type ContributionFacts, contributionDate, contributionOf } from '../contribution.ts';
import { type ExplainedLine, multiplied, totalOf } from '../explained-line.ts';
import type { LawReader } from '../read-law.ts';
import type { Fields } from './fields.ts';
import { type CaseKind, type CaseOutcome, caseKind, outcome } from './outcome.ts';
import { PAYERS } from './shared-facts.ts';

const TRANSPORT_WORK = /ojol|ojek|courier|kurir|driver|sopir|pengemudi/i;

const readContribution = (fields: Fields): ContributionFacts => {
  // A wage earner's contribution is another law's.
  fields.optionalOneOf('segment', ['BPU'] as const);
  const month = fields.month('contribution_month');
  if (contributionDate(month) < L0_FROM) {
    fields.refuse('contribution_month', 'ON_OR_AFTER', L0_FROM.slice(0, 7));
  }
  const occupation = fields.optionalText('occupation') ?? '';
  return {
    month,
    incomeIdr: fields.amount('declared_monthly_income'),
    payer: fields.oneOf('payer', PAYERS),
    sector: fields.flag('transport_sector', TRANSPORT_WORK.test(occupation))
      ? 'TRANSPORT'
      : 'OTHER',
  };
};

export const contributionCase: CaseKind = caseKind(readContribution, (facts, law) => {
  const { lines, band, discountPercent } = contributionOf(facts, law);
  return outcome(contributionDate(facts.month), {
    lines,
    figures: {
      band: band.band,
      reference_wage: band.referenceIdr,
      discount_percent: discountPercent,
    },
  });
});

type InvoiceFacts = ContributionFacts & { readonly workers: number; readonly months: number };

const readInvoice = (fields: Fields): InvoiceFacts => ({
  ...readContribution(fields),
  workers: fields.count('workers', { min: 1, max: 100_000_000 }),
  months: fields.optionalCount('months', { min: 1, max: 120 }) ?? 1,
});

type BilledMonth = { readonly month: Month; readonly lines: readonly ExplainedLine[] };

/** One line per fund over all months; each month at its own price. */
const invoiceLine = (
  code: string,
  billed: readonly BilledMonth[],
  { workers }: InvoiceFacts,
): readonly ExplainedLine[] => {
  const own = billed.flatMap(({ lines }) => lines.filter((line) => line.code === code));
  const [first] = own;
  if (first === undefined) return [];
  const perWorker = { ...first, amountIdr: rupiah(totalOf(own)) };
  return [multiplied(perWorker, workers, 'WORKERS_TIMES_CONTRIBUTION')];
};

const invoice = (facts: InvoiceFacts, law: LawReader): CaseOutcome => {
  const billed = Array.from({ length: facts.months }, (_, index) => {
    const month = addMonthsTo(facts.month, index);
    return { month, lines: contributionOf({ ...facts, month }, law).lines };
  });
  const prices = billed.map(({ lines }) => totalOf(lines));
  const [price] = prices;
  const isUniform = prices.every((each) => each === price);
  return outcome(contributionDate(facts.month), {
    lines: ['CONTRIB.JKK', 'CONTRIB.JKM'].flatMap((code) => invoiceLine(code, billed, facts)),
    figures: {
      ...(isUniform && price !== undefined && { per_worker: price }),
      per_month: billed.map(({ month, lines }) => ({
        month,
        per_worker: totalOf(lines),
        amount: totalOf(lines) * BigInt(facts.workers),
      })),
    },
  });
};

export const invoiceCase: CaseKind = caseKind(readInvoice, invoice);
