// Calculated cases as lines for people: each amount with its formula, rule, article and doubts.
import type { CaseResult } from '../../domain/rules/cases/calculate-case.ts';
import type { Difference } from '../../domain/rules/cases/compare-case.ts';
import type { Figure } from '../../domain/rules/cases/outcome.ts';
import { type ExplainedLine, totalOf } from '../../domain/rules/explained-line.ts';
import { lineSentence } from '../copy/benefit-sentences.ts';
import { figureName, flagText, lineName, reviewText } from '../copy/benefits.ts';
import { formatRupiah, type Language } from '../copy/format.ts';
import type { AnsweredCase } from './benefit-cases.ts';
import { table } from './outcome.ts';

const WORDS = {
  id: {
    total: 'Jumlah',
    nothing: 'Tidak ada yang dibayar.',
    scholarship: 'Beasiswa (dibayar per tahun)',
    potential: 'Masih mungkin sampai tamat, bukan uang tunai',
    payee: 'untuk',
    flag: 'Tanda',
    review: 'Tinjau',
    ignored: 'Isian yang tidak dipakai (salah ketik?)',
    law: 'hukum',
    same: 'cocok',
    different: 'BERBEDA',
    expected: 'diharapkan',
    found: 'hasil',
    not: 'tidak ada',
  },
  en: {
    total: 'Total',
    nothing: 'Nothing is paid.',
    scholarship: 'Scholarship (paid year by year)',
    potential: 'May still come until graduation, not cash',
    payee: 'to',
    flag: 'Flag',
    review: 'Review',
    ignored: 'Fields without use (misspelt?)',
    law: 'law',
    same: 'as expected',
    different: 'DIFFERENT',
    expected: 'expected',
    found: 'found',
    not: 'none',
  },
} as const;

const payeeText = ({ payee, child }: ExplainedLine, language: Language): string => {
  const who = payee ?? child;
  return who === null ? '' : `${WORDS[language].payee} ${who}`;
};

const widthOf = (lines: readonly ExplainedLine[], language: Language): number =>
  Math.max(
    ...[totalOf(lines), ...lines.map((line) => line.amountIdr)].map(
      (idr) => formatRupiah(idr, language).length,
    ),
  );

/** Amounts stand to the right; the sentence with the numbers below its line. */
const amountTable = (lines: readonly ExplainedLine[], language: Language): readonly string[] => {
  const width = widthOf(lines, language);
  const rows = lines.map((line) => [
    lineName(line.code, language),
    line.code,
    formatRupiah(line.amountIdr, language).padStart(width),
    `${line.ruleId} · ${line.article} [${line.confidence}]`,
    payeeText(line, language),
  ]);
  const sum = [
    WORDS[language].total,
    '',
    formatRupiah(totalOf(lines), language).padStart(width),
    '',
    '',
  ];
  const aligned = table([...rows, sum]);
  return [
    ...lines.flatMap((line, index) => [
      `  ${aligned[index] ?? ''}`,
      `      ${lineSentence(line)[language]}`,
    ]),
    `  ${aligned.at(-1) ?? ''}`,
  ];
};

const isAmounts = (figure: Figure | undefined): figure is { readonly [name: string]: Figure } =>
  typeof figure === 'object' && figure !== null && !Array.isArray(figure);

const figureText = (name: string, figure: Figure, language: Language): string => {
  if (typeof figure === 'bigint')
    return name.endsWith('percent') ? `${figure}` : formatRupiah(figure, language);
  if (Array.isArray(figure))
    return figure.map((item: Figure) => figureText(name, item, language)).join(', ');
  if (isAmounts(figure))
    return Object.entries(figure)
      .map(([key, value]) => `${key} ${figureText(key, value, language)}`)
      .join(', ');
  return String(figure);
};

/** Said by the lines already, or only for programs. */
const NOT_SHOWN = ['payable_before_arrears_settled', 'payable_after_arrears_settled', 'rounding'];
const NUMBERS = ['disability_basis_points', 'discount_percent'];

const isShown = ([name, figure]: readonly [string, Figure]): boolean =>
  !NOT_SHOWN.includes(name) && figure !== null && figure !== 0n && figure !== 0 && figure !== false;

const figureLines = (
  figures: Readonly<Record<string, Figure>>,
  language: Language,
): readonly string[] =>
  Object.entries(figures)
    .filter(isShown)
    .map(([name, figure]) => {
      const text = NUMBERS.includes(name) ? String(figure) : figureText(name, figure, language);
      return `  ${figureName(name, language)}: ${text}`;
    });

const scholarshipLines = (result: CaseResult, language: Language): readonly string[] => {
  if (result.scholarship === null) return [];
  const { lines, figures } = result.scholarship;
  const { potential_total: potential, ...others } = figures;
  return [
    `  ${WORDS[language].scholarship}`,
    ...(lines.length > 0 ? amountTable(lines, language).map((line) => `  ${line}`) : []),
    ...figureLines(others, language).map((line) => `  ${line}`),
    ...(typeof potential === 'bigint' && potential > 0n
      ? [`    ${WORDS[language].potential}: ${formatRupiah(potential, language)}`]
      : []),
  ];
};

const reviewLines = (result: CaseResult, language: Language): readonly string[] =>
  result.reviews.map(({ code, rule, parameters }) => {
    const set = Object.entries(parameters).map(([name, value]) => `${name} = ${String(value)}`);
    const details = set.length === 0 ? '' : ` (${set.join(', ')})`;
    return `  ${WORDS[language].review}: ${rule}: ${reviewText(code, language)}${details}`;
  });

export const differenceLines = (
  id: string,
  differences: readonly Difference[],
  language: Language,
): readonly string[] => {
  const { expected, found, not } = WORDS[language];
  const text = (value: unknown): string => {
    if (value === undefined) return not;
    if (!isCashLine(value)) return JSON.stringify(value);
    return JSON.stringify({ code: value.code, amount: value.amount, payee: value.payee });
  };
  return differences.map(
    (each) =>
      `  ${id}: ${each.at}: ${expected} ${text(each.expected)}, ${found} ${text(each.found)}`,
  );
};

/** A line without its explanation: what a reader of a difference compares. */
const isCashLine = (
  value: unknown,
): value is { readonly code: unknown; readonly amount: unknown; readonly payee?: unknown } =>
  typeof value === 'object' && value !== null && 'code' in value && 'amount' in value;

const checkLine = (
  answered: Extract<AnsweredCase, { status: 'calculated' }>,
  language: Language,
): readonly string[] => {
  if (answered.differences === null) return [];
  const { same, different } = WORDS[language];
  return answered.differences.length === 0
    ? [`  = ${same}`]
    : [`  ≠ ${different}`, ...differenceLines(answered.id, answered.differences, language)];
};

export const caseLines = (
  answered: Extract<AnsweredCase, { status: 'calculated' }>,
  language: Language,
): readonly string[] => {
  const { result, id, title } = answered;
  const { flag, law, ignored, nothing } = WORDS[language];
  const head = [id, title].filter((part) => part !== '').join('  ');
  const hasCash = result.lines.length > 0;
  return [
    `${head}  (${law} ${result.lawVersion}, ${result.rulesetId})`,
    ...(hasCash ? amountTable(result.lines, language) : []),
    ...(hasCash || result.scholarship !== null ? [] : [`  ${nothing}`]),
    ...figureLines(result.figures, language),
    ...scholarshipLines(result, language),
    ...result.flags.map((each) => `  ${flag}: ${each}: ${flagText(each, language)}`),
    ...reviewLines(result, language),
    ...(result.ignored.length > 0 ? [`  ${ignored}: ${result.ignored.join(', ')}`] : []),
    ...checkLine(answered, language),
    '',
  ];
};
