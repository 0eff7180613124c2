// `lindung benefits calculate FILE|-`: what the law gives in a case, line by line; needs no service.
import type { Command } from 'commander';
import type { Language } from '../../copy/format.ts';
import { type AnsweredCase, answerCase, readCases } from '../benefit-cases.ts';
import { caseLines } from '../benefit-lines.ts';
import type { Cli } from '../cli.ts';
import { type ExitCode, type Outcome, usageWrong } from '../outcome.ts';

type CalculateOptions = { readonly check?: boolean };

const caseDocument = (answered: AnsweredCase): unknown =>
  answered.status === 'refused'
    ? { id: answered.id, refused: answered.sentences }
    : {
        id: answered.id,
        result: answered.json,
        ...(answered.differences !== null && { differences: answered.differences }),
      };

const summaryOf = (cases: readonly AnsweredCase[], language: Language): string => {
  const checked = cases.flatMap((each) =>
    each.status === 'calculated' && each.differences !== null ? [each.differences.length] : [],
  );
  const same = checked.filter((count) => count === 0).length;
  const different = checked.length - same;
  const refused = cases.filter((each) => each.status === 'refused').length;
  return language === 'id'
    ? `${same} cocok, ${different} berbeda, ${refused} ditolak, dari ${cases.length} perkara.`
    : `${same} as expected, ${different} different, ${refused} refused, of ${cases.length} cases.`;
};

/** Bad input is a usage error; a result that differs from what was expected is a finding. */
const exitOf = (cases: readonly AnsweredCase[]): ExitCode => {
  if (cases.some((each) => each.status === 'refused')) return 2;
  const differs = cases.some(
    (each) => each.status === 'calculated' && (each.differences?.length ?? 0) > 0,
  );
  return differs ? 1 : 0;
};

const calculate = (
  cli: Cli,
  path: string,
  { check, language }: { readonly check: boolean; readonly language: Language },
): Outcome => {
  const read = readCases(path, language);
  if (read.status === 'unreadable') return usageWrong('CasesUnreadable', read.sentence);
  const cases = read.cases.map((each, index) => answerCase(each, index, { check, language }));
  for (const each of cases)
    if (each.status === 'refused') for (const text of each.sentences) cli.terminal.err(text);
  return {
    json: cases.map(caseDocument),
    lines: [
      ...cases.flatMap((each) => (each.status === 'calculated' ? caseLines(each, language) : [])),
      ...(check ? [summaryOf(cases, language)] : []),
    ],
    exitCode: exitOf(cases),
  };
};

export const registerBenefits = (program: Command, cli: Cli): void => {
  const benefits = program.command('benefits');
  benefits
    .command('calculate')
    .argument('<file>')
    .option('--check')
    .action(async (path: string, options: CalculateOptions) =>
      cli.performAlone(async ({ lang }) =>
        calculate(cli, path, { check: options.check === true, language: lang ?? 'id' }),
      ),
    );
};
