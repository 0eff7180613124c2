// JKK death and total permanent disability: lump sum, periodic benefit, burial (K-19 … K-22).
import type { LocalDate } from '../calendar.ts';
import { type ExplainedLine, explain, halfUp, rp } from './explained-line.ts';
import type { LawReader } from './read-law.ts';

export type WageFacts = {
  /** Base of the band (K-31), or a wage as published. */
  readonly wageIdr: bigint;
  /** The accident, or the diagnosis of an occupational disease: it selects the law version. */
  readonly eventDate: LocalDate;
};

const periodicLine = ({ eventDate }: WageFacts, law: LawReader): ExplainedLine => {
  const source = law.must(law.book['K-22'], eventDate);
  const { months, monthlyIdr } = source.value;
  return explain(source, {
    code: 'JKK.PERIODIC',
    amountIdr: months * monthlyIdr,
    formula: `${months} × ${rp(monthlyIdr)} = ${rp(months * monthlyIdr)}`,
    because: 'MONTHS_AT_ONCE',
    facts: { eventDate, months, monthlyIdr },
  });
};

const larger = (one: bigint, other: bigint): bigint => (other > one ? other : one);

const deathLine = ({ wageIdr, eventDate }: WageFacts, law: LawReader): ExplainedLine => {
  const source = law.must(law.book['K-20'], eventDate);
  const { percent, months, floorIdr } = source.value;
  const computed = halfUp(wageIdr * percent * months, 100n);
  const amountIdr = larger(computed, floorIdr);
  const product = `${percent} % × ${months} × ${rp(wageIdr)} = ${rp(computed)}`;
  return explain(source, {
    code: 'JKK.DEATH',
    amountIdr,
    formula: amountIdr === computed ? product : `${product} < ${rp(floorIdr)}`,
    because: 'WAGE_TIMES',
    facts: { eventDate, wageIdr, percent, months, floorIdr },
  });
};

const funeralLine = ({ eventDate }: WageFacts, law: LawReader): ExplainedLine => {
  const source = law.must(law.book['K-21'], eventDate);
  return explain(source, {
    code: 'JKK.FUNERAL',
    amountIdr: source.value.idr,
    formula: rp(source.value.idr),
    because: 'FIXED_AMOUNT',
    facts: { eventDate },
  });
};

export const jkkDeathLines = (facts: WageFacts, law: LawReader): readonly ExplainedLine[] => [
  deathLine(facts, law),
  periodicLine(facts, law),
  funeralLine(facts, law),
];

export const totalDisabilityLines = (
  facts: WageFacts,
  law: LawReader,
): readonly ExplainedLine[] => {
  const source = law.must(law.book['K-19'], facts.eventDate);
  const { percent, months } = source.value;
  const amountIdr = halfUp(facts.wageIdr * percent * months, 100n);
  return [
    explain(source, {
      code: 'JKK.DISABILITY_TOTAL',
      amountIdr,
      formula: `${percent} % × ${months} × ${rp(facts.wageIdr)} = ${rp(amountIdr)}`,
      because: 'DISABILITY_TOTAL',
      facts: { eventDate: facts.eventDate, wageIdr: facts.wageIdr, percent, months },
    }),
    periodicLine(facts, law),
  ];
};
