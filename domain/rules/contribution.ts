// The contribution of one BPU for one month: band, price, discount (domain-rules §1, C-01 … C-06).
import type { LocalDate, Month } from '../calendar.ts';
import { localDate } from '../calendar.ts';
import type { Band, ContributionPayer, Sector } from './book/contribution-rules.ts';
import { type ExplainedLine, explain, halfUp, rp } from './explained-line.ts';
import type { LawReader } from './read-law.ts';

export type ContributionFacts = {
  readonly month: Month;
  readonly incomeIdr: bigint;
  readonly payer: ContributionPayer;
  readonly sector: Sector;
};

export type Contribution = {
  readonly lines: readonly ExplainedLine[];
  readonly band: Band;
  readonly discountPercent: bigint;
};

/** C-05 … C-06: the month that the contribution is FOR decides, not the month it was paid. */
export const contributionDate = (month: Month): LocalDate => localDate(`${month}-01`);

/** An income between two rows of the annex belongs to the lower one. */
export const bandOf = (incomeIdr: bigint, date: LocalDate, law: LawReader): Band => {
  const bands = law.must(law.book['C-01'], date).value.bands;
  const found = bands.findLast((band) => band.fromIdr <= incomeIdr) ?? bands[0];
  if (found === undefined) throw new Error('the table of bands is empty');
  return found;
};

const discountOf = (facts: ContributionFacts, date: LocalDate, law: LawReader): bigint => {
  const relief = law.find(law.book.L1c, date);
  if (relief !== null) return relief.value.percent;
  const discount = law.find(law.book['C-05'], date);
  if (discount === null) return 0n;
  const excluded = law.find(law.book['C-06'], date)?.value.payers ?? [];
  if (excluded.includes(facts.payer)) return 0n;
  const isOpen = discount.value.windows.some(
    ({ sector, first, last }) =>
      sector === facts.sector && first <= facts.month && facts.month <= last,
  );
  return isOpen ? discount.value.percent : 0n;
};

const within = (amount: bigint, min: bigint, max: bigint): bigint =>
  amount < min ? min : amount > max ? max : amount;

const discounted = (full: bigint, percent: bigint): bigint => halfUp(full * (100n - percent), 100n);

const formulaOf = (full: string, percent: bigint, result: bigint): string =>
  percent === 0n ? `${full} = ${rp(result)}` : `${full} × (100 − ${percent}) % = ${rp(result)}`;

export const contributionOf = (facts: ContributionFacts, law: LawReader): Contribution => {
  const date = contributionDate(facts.month);
  const jkk = law.must(law.book['C-01'], date);
  const jkm = law.must(law.book['C-02'], date);
  const band = bandOf(facts.incomeIdr, date, law);
  const percent = discountOf(facts, date, law);
  if (band.band === 1) law.find(law.book['C-03'], date);
  const { percent: share, minIdr, maxIdr } = jkk.value;
  const jkkFull = within(halfUp(band.referenceIdr * share, 100n), minIdr, maxIdr);
  const jkkIdr = discounted(jkkFull, percent);
  const jkmIdr = discounted(jkm.value.idr, percent);
  return {
    band,
    discountPercent: percent,
    lines: [
      explain(
        { ...jkk, confidence: band.confidence },
        {
          code: 'CONTRIB.JKK',
          amountIdr: jkkIdr,
          formula: formulaOf(`${share} % × ${rp(band.referenceIdr)}`, percent, jkkIdr),
          because: 'CONTRIBUTION_OF_BAND',
          facts: {
            month: facts.month,
            incomeIdr: facts.incomeIdr,
            band: band.band,
            referenceIdr: band.referenceIdr,
            percent: share,
            discountPercent: percent,
            payer: facts.payer,
          },
        },
      ),
      explain(jkm, {
        code: 'CONTRIB.JKM',
        amountIdr: jkmIdr,
        formula: formulaOf(rp(jkm.value.idr), percent, jkmIdr),
        because: 'CONTRIBUTION_FLAT',
        facts: {
          month: facts.month,
          fullIdr: jkm.value.idr,
          discountPercent: percent,
          payer: facts.payer,
        },
      }),
    ],
  };
};
