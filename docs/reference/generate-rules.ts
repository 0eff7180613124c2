// Writes docs/reference/rules.md from the book of rules; `--check` fails when the file is not current.
import { readFileSync, writeFileSync } from 'node:fs';
import { allRules, isDoubtful, spanText, valueText } from '../../apps/cli/rule-views.ts';
import type { Rule } from '../../domain/rules/book/rule.ts';
import { RULE_BOOK } from '../../domain/rules/book/rule-book.ts';
import { LAW_VERSIONS, RULESET_ID } from '../../domain/rules/law-versions.ts';

const target = new URL('./rules.md', import.meta.url);

const SECTIONS: readonly (readonly [title: string, ids: RegExp])[] = [
  ['Contributions and membership', /^(C-|L1c)/],
  ['JKM', /^M-/],
  ['Scholarships', /^(EDU|B-)/],
  ['JKK', /^K-/],
  ['Disability table (share of 80 × wage, in basis points)', /^D\d/],
  ['Reports, decisions, payment days, time bars', /^T-/],
  ['Heirs, disputes, flows, rails', /^(H-|X-|W-|BI-)/],
];

const rowsOf = (rule: Rule<unknown>): readonly string[] =>
  rule.rows.map((row) =>
    [
      '',
      rule.id,
      row.law ?? '–',
      spanText(row),
      `${row.confidence}${isDoubtful(rule) ? ' ?' : ''}`,
      row.article,
      `${rule.title.en}: ${valueText(row, 'en')}`.replaceAll('|', '\\|'),
      '',
    ]
      .join(' | ')
      .trim(),
  );

const section = ([title, ids]: (typeof SECTIONS)[number]): string =>
  [
    `## ${title}`,
    '',
    '| id | law | in force | conf. | article | rule |',
    '| --- | --- | --- | --- | --- | --- |',
    ...allRules()
      .filter((rule) => ids.test(rule.id))
      .flatMap(rowsOf),
  ].join('\n');

const bands = (): string =>
  [
    '## Bands of C-01 (PP 44/2015 Lampiran II)',
    '',
    '| band | from income | reference wage | conf. |',
    '| --- | --- | --- | --- |',
    ...RULE_BOOK['C-01'].rows.flatMap((row) =>
      row.value.bands.map(
        (band) => `| ${band.band} | ${band.fromIdr} | ${band.referenceIdr} | ${band.confidence} |`,
      ),
    ),
  ].join('\n');

const doubts = (): string =>
  [
    '## Open questions and their defaults',
    '',
    'A result that used one of these carries a `review` entry with the parameters.',
    '',
    ...allRules().flatMap(({ id, doubt }) =>
      doubt === null ? [] : [`- ${id} (${doubt.parameters.join(', ')}): ${doubt.question.en}`],
    ),
  ].join('\n');

const render = (): string =>
  `${[
    '# Rules of law',
    '',
    `Generated from \`domain/rules/book/\` (${RULESET_ID}) by \`npm run docs:rules\`; do not edit. \`lindung rules show ID\` prints a rule in full.`,
    'Confidence: V law text or official, P press or third party, K general knowledge, D doubtful; `?` marks a rule with an open question. Not legal advice.',
    '',
    '| version | instrument | in force | scope |',
    '| --- | --- | --- | --- |',
    ...LAW_VERSIONS.map(
      ({ code, instrument, from, to, scope }) =>
        `| ${code} | ${instrument} | ${from} – ${to ?? '…'} | ${scope} |`,
    ),
    '',
    [...SECTIONS.map(section), bands(), doubts()].join('\n\n'),
  ].join('\n')}\n`;

const current = render();
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== current) {
    process.stderr.write('docs/reference/rules.md is not current: npm run docs:rules\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, current);
}
