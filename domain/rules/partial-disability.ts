// Partial disability: each loss by the table, swapped for the left-handed, added, capped at 70 %
// (K-17, K-18, K-33). Percentages in hundredths of a basis point, so that nothing is lost before the line.
import type { LocalDate } from '../calendar.ts';
import { DISABILITY_TABLE, type LossValue, WHOLE_OF_PARTS } from './book/disability-table.ts';
import { type ExplainedLine, explain, halfUp, percentText, rp } from './explained-line.ts';
import type { WageFacts } from './jkk-lump.ts';
import type { Confidence } from './law-versions.ts';
import type { LawReader } from './read-law.ts';

export type LossCode = keyof typeof DISABILITY_TABLE;
export const isLossCode = (text: string): text is LossCode => Object.hasOwn(DISABILITY_TABLE, text);

/** Measures are hundredths of a percent, a decibel or a centimetre. */
export type Loss = {
  readonly code: LossCode;
  readonly count: number;
  /** How much of the function is lost, in hundredths of a percent; null for an anatomical loss. */
  readonly functionLost: bigint | null;
  readonly measure: bigint | null;
};

export type Handedness = 'RIGHT' | 'LEFT';

export type DisabilityFacts = WageFacts & {
  readonly handedness: Handedness;
  readonly losses: readonly Loss[];
};

export type Disability = {
  /** Basis points after the cap, rounded for display only. */
  readonly basisPoints: bigint;
  readonly capped: boolean;
  readonly lines: readonly ExplainedLine[];
};

/** What a loss still needs before the table can be read. */
export type MeasureNeeded = 'loss_db' | 'loss_percent' | 'loss_cm';

/** For the left-handed the right column is the left one. */
const effectiveCode = (code: LossCode, handedness: Handedness, date: LocalDate, law: LawReader) => {
  const value = rowValue(code, date, law);
  if (handedness === 'RIGHT' || value?.kind !== 'FIXED' || value.mirror === null) return code;
  return isLossCode(value.mirror) ? value.mirror : code;
};

const rowValue = (code: LossCode, date: LocalDate, law: LawReader): LossValue | undefined =>
  law.book[code].rows.findLast((row) => row.from <= date)?.value;

/** Worth something else on the other side, so that handedness matters. */
export const isSided = (code: LossCode, { book }: Pick<LawReader, 'book'>): boolean =>
  book[code].rows.some(({ value }) => value.kind === 'FIXED' && value.mirror !== null);

/** Which measure the table asks for, and between which limits; null when it asks for none. */
export const measureOf = (
  code: LossCode,
  { book }: Pick<LawReader, 'book'>,
): { readonly name: MeasureNeeded; readonly min: bigint; readonly max: bigint | null } | null => {
  const value = book[code].rows.at(-1)?.value;
  if (value === undefined || value.kind === 'FIXED') return null;
  if (value.kind === 'RANGE')
    return { name: 'loss_percent', min: value.minBasisPoints, max: value.maxBasisPoints };
  if (value.kind === 'STEPS') return { name: value.by, min: 0n, max: value.atMost };
  return { name: value.by, min: 0n, max: value.by === 'loss_percent' ? 10_000n : null };
};

const TEN = 1_000n;

const tableBasisPoints = (value: LossValue, measure: bigint, law: LawReader): bigint => {
  switch (value.kind) {
    case 'FIXED':
      return value.basisPoints;
    case 'RANGE':
      return measure;
    case 'STEPS':
      return value.steps.findLast((step) => step.atLeast <= measure)?.basisPoints ?? 0n;
    case 'PER_TEN':
      // "setiap 10": only full tens count; what is left over is for the physician.
      if (measure % TEN !== 0n) law.review('NOT_A_FULL_TEN', 'K-17');
      return (measure / TEN) * value.basisPoints;
    default:
      return value satisfies never;
  }
};

type CountedLoss = {
  readonly code: LossCode;
  readonly scaled: bigint;
  readonly text: string;
  readonly confidence: Confidence;
};

const FROM_SURE_TO_DOUBTFUL: readonly Confidence[] = ['V', 'P', 'K', 'D'];

/** A line is no surer than the least sure row that it rests on. */
const leastSure = (all: readonly Confidence[]): Confidence =>
  FROM_SURE_TO_DOUBTFUL.findLast((each) => all.includes(each)) ?? 'D';

const SCALE = 10_000n;

const countLoss = (loss: Loss, facts: DisabilityFacts, law: LawReader): CountedLoss => {
  const code = effectiveCode(loss.code, facts.handedness, facts.eventDate, law);
  const row = law.must(law.book[code], facts.eventDate);
  const basisPoints = tableBasisPoints(row.value, loss.measure ?? 0n, law) * BigInt(loss.count);
  const scaled = basisPoints * (loss.functionLost ?? SCALE);
  const times = loss.functionLost === null ? '' : ` × ${percentText(loss.functionLost)}`;
  const text = `${percentText(basisPoints)}${times}`;
  return { code, scaled, text, confidence: row.confidence };
};

/** Parts that add up to more than the whole limb or organ: the table is silent, a person looks. */
const reviewWholes = (counted: readonly CountedLoss[], date: LocalDate, law: LawReader): void => {
  const above = WHOLE_OF_PARTS.some(({ whole, parts }) => {
    const own = counted.filter(({ code }) => code === whole || parts.includes(code));
    const sum = own.reduce((total, { scaled }) => total + scaled, 0n);
    const value = rowValue(whole, date, law);
    return own.length > 1 && value?.kind === 'FIXED' && sum > value.basisPoints * SCALE;
  });
  if (above) law.review('PARTS_ABOVE_WHOLE', 'K-33');
};

export const partialDisability = (facts: DisabilityFacts, law: LawReader): Disability => {
  const counted = facts.losses.map((loss) => countLoss(loss, facts, law));
  const functional = facts.losses.some((loss) => loss.functionLost !== null);
  const source = law.must(law.book[functional ? 'K-18' : 'K-17'], facts.eventDate);
  const cap = law.must(law.book['K-33'], facts.eventDate).value.capBasisPoints;
  reviewWholes(counted, facts.eventDate, law);
  const sum = counted.reduce((total, { scaled }) => total + scaled, 0n);
  const capped = sum > cap * SCALE;
  const scaled = capped ? cap * SCALE : sum;
  const confidence = leastSure([source.confidence, ...counted.map((each) => each.confidence)]);
  const { months } = source.value;
  const amountIdr = halfUp(scaled * months * facts.wageIdr, SCALE * SCALE);
  const basisPoints = halfUp(scaled, SCALE);
  const sumText = counted.map(({ text }) => text).join(' + ');
  const share = capped ? `min(${sumText}; ${percentText(cap)})` : sumText;
  const bracketed = !capped && counted.length > 1 ? `(${share})` : share;
  return {
    basisPoints,
    capped,
    lines:
      amountIdr === 0n
        ? []
        : [
            explain(
              { ...source, confidence },
              {
                code: 'JKK.DISABILITY_PARTIAL',
                amountIdr,
                formula: `${bracketed} × ${months} × ${rp(facts.wageIdr)} = ${rp(amountIdr)}`,
                because: 'DISABILITY_OF_WAGE',
                facts: {
                  eventDate: facts.eventDate,
                  wageIdr: facts.wageIdr,
                  months,
                  basisPoints,
                  handedness: facts.handedness,
                  losses: counted.map(({ code, text }) => `${code} ${text}`).join(', '),
                },
              },
            ),
          ],
  };
};
