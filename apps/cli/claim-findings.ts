// What checks, heirs and benefit of a claim say: in its file, and as the answer of whoever made them.
import { LAW_VERSIONS } from '../../domain/rules/law-versions.ts';
import type { ClaimContents } from '../../projections/claim-file/file-contents.ts';
import { adjustmentPhrases } from '../copy/adjustment-phrases.ts';
import { lineName } from '../copy/benefits.ts';
import { claimPhrases as phrases } from '../copy/claim-phrases.ts';
import {
  benefitFlags,
  benefits as benefitNames,
  checkCodes,
  checkVerdicts,
  heirRanks,
  heirRelations,
} from '../copy/claim-words.ts';
import { wordOf } from '../copy/code-words.ts';
import { factsText } from '../copy/fact-words.ts';
import { figuresIn, formatInstant, formatRupiah, type Language } from '../copy/format.ts';
import { say } from '../copy/text.ts';
import { actAt, personOf } from './claim-acts.ts';
import { table } from './outcome.ts';

type Lines = readonly string[];
type File = {
  readonly contents: ClaimContents;
  readonly facts: { readonly topUp: unknown };
};

/** Nothing below, no heading above. */
export const part = (heading: string, lines: Lines): Lines =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];

export const checkLines = (file: File, language: Language): Lines => {
  const { checks } = file.contents;
  if (checks === null) return [];
  const by = personOf(actAt(file, 'ChecksRecorded', checks.at), language);
  return [
    ...table(
      checks.results.map(({ code, verdict, legalBasis, facts }) => [
        wordOf(checkVerdicts, verdict, language),
        wordOf(checkCodes, code, language),
        verdict === 'HOLDS' ? `[${legalBasis}]` : `[${legalBasis}] ${factsText(facts, language)}`,
      ]),
    ),
    say(language, phrases.checkedBy, { by, at: formatInstant(checks.at, language) }),
  ];
};

export const heirLines = (file: File, language: Language): Lines => {
  const { heirs } = file.contents;
  if (heirs === null) return [];
  const who = wordOf(heirRanks, heirs.rank, language);
  const at = formatInstant(heirs.at, language);
  return [
    say(language, phrases.heirsRank, { rank: heirs.rank, who, at }),
    ...heirs.heirs.map(({ ref, relation, minor }) => {
      const line = say(language, phrases.heirLine, {
        ref,
        relation: wordOf(heirRelations, relation, language),
      });
      return minor ? `${line} (${say(language, phrases.heirMinor)})` : line;
    }),
    say(language, phrases.payee, { ref: heirs.payee.ref, bic: heirs.payee.bic }),
  ];
};

export const benefitLines = (file: File, language: Language): Lines => {
  const { benefits, paidBefore, routing } = file.contents;
  if (benefits === null && routing !== null) return [];
  if (benefits === null && paidBefore !== null) return [];
  if (benefits === null) return ['', say(language, phrases.benefitNone)];
  const { lawVersion, rulesetId: rules } = benefits;
  const known = LAW_VERSIONS.find(({ code }) => code === lawVersion);
  const law = known === undefined ? lawVersion : `${known.instrument} (${lawVersion})`;
  const name = wordOf(benefitNames, benefits.benefit, language);
  const rows = benefits.lines.map((line) => [
    lineName(line.code, language),
    formatRupiah(line.amountIdr, language).padStart(16),
    figuresIn(line.formula, language),
    `[${line.ruleId}; ${line.article}]`,
  ]);
  const total = [
    say(language, phrases.total),
    formatRupiah(benefits.totalIdr, language).padStart(16),
  ];
  const heading = `${say(language, phrases.benefit, { benefit: name })}, ${say(language, phrases.benefitLaw, { law, rules })}`;
  // Above an open top-up these are the lines of before: nobody may take them for what holds.
  const isOld = file.facts.topUp !== null;
  return part(isOld ? `${say(language, adjustmentPhrases.superseded)}: ${heading}` : heading, [
    ...table([...rows, total]),
    ...benefits.flags.map((flag) =>
      say(language, phrases.exceptions, { what: wordOf(benefitFlags, flag, language) }),
    ),
  ]);
};

/** What was found, as the answer to whoever asked for the checks or named the heirs. */
export const findingLines = (file: File, language: Language): Lines => [
  ...part(say(language, phrases.checks), checkLines(file, language)),
  ...part(say(language, phrases.heirs), heirLines(file, language)),
  ...benefitLines(file, language),
  '',
];
