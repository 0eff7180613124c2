// STMB: the wage while the worker cannot work, per six months (K-15, K-16).
import { type ExplainedLine, explain, halfUp, rp } from './explained-line.ts';
import type { WageFacts } from './jkk-lump.ts';
import type { LawReader } from './read-law.ts';

export type StmbFacts = WageFacts & { readonly days: number };

export type StmbStep = {
  readonly days: number;
  readonly percent: bigint;
  /** For reading; the line is rounded once, from the whole. */
  readonly amountIdr: bigint;
};

export type Stmb = {
  readonly steps: readonly StmbStep[];
  readonly lines: readonly ExplainedLine[];
};

/** Days per percentage: the last percentage goes on until recovery, disability or death. */
const daysPerStep = (
  days: number,
  percents: readonly bigint[],
  semester: number,
): readonly { readonly days: number; readonly percent: bigint }[] =>
  percents
    .map((percent, index) => {
      const left = Math.max(0, days - index * semester);
      const isLast = index === percents.length - 1;
      return { percent, days: isLast ? left : Math.min(left, semester) };
    })
    .filter((step) => step.days > 0);

export const stmbOf = (facts: StmbFacts, law: LawReader): Stmb => {
  const source = law.must(law.book['K-15'], facts.eventDate);
  const counting = law.must(law.book['K-16'], facts.eventDate).value;
  const perMonth = BigInt(counting.stmb_days_per_month) * 100n;
  const steps = daysPerStep(facts.days, source.value.percents, counting.stmb_days_per_semester);
  const weighted = steps.reduce((sum, { days, percent }) => sum + BigInt(days) * percent, 0n);
  const amountIdr = halfUp(facts.wageIdr * weighted, perMonth);
  const text = steps.map(({ days, percent }) => `${days} × ${percent} %`).join(' + ');
  const sum = steps.length > 1 ? `(${text})` : text;
  return {
    steps: steps.map(({ days, percent }) => ({
      days,
      percent,
      amountIdr: halfUp(facts.wageIdr * BigInt(days) * percent, perMonth),
    })),
    lines:
      amountIdr === 0n
        ? []
        : [
            explain(source, {
              code: 'JKK.STMB',
              amountIdr,
              formula: `${sum} × ${rp(facts.wageIdr)} ÷ ${counting.stmb_days_per_month} = ${rp(amountIdr)}`,
              because: 'STMB_DAYS',
              facts: {
                eventDate: facts.eventDate,
                wageIdr: facts.wageIdr,
                days: facts.days,
                daysPerMonth: counting.stmb_days_per_month,
              },
            }),
          ],
  };
};
