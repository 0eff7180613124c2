// `lindung rules propose|versions|activate|withdraw`: the rule book is changed by two persons.
import type { Command } from 'commander';
import { stateOf } from '../../../activities/deciders.ts';
import {
  type OpenClaimsUnderRules,
  openClaimsUnder,
  rulesToCompare,
} from '../../../activities/rule-diff.ts';
import type { RuleOutcome } from '../../../domain/claim/assessment/rule-version-events.ts';
import {
  activeRows,
  activeRuleset,
  type RuleBookState,
  type RuleVersion,
  ruleBookDecider,
} from '../../../domain/rule-book/decider.ts';
import { OPEN_CLAIMS, type OpenClaims } from '../../../domain/rule-book/events.ts';
import { bookWith, isRuleId, type RowChange } from '../../../domain/rule-book/row-change.ts';
import { rowProblems } from '../../../domain/rule-book/row-problems.ts';
import type { Rule, RuleRow } from '../../../domain/rules/book/rule.ts';
import type { RuleBook } from '../../../domain/rules/book/rule-book.ts';
import { isFlag } from '../../../domain/rules/flags.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { flagText } from '../../copy/benefits.ts';
import { wordOf } from '../../copy/code-words.ts';
import { formatCount, formatRupiah, type Language } from '../../copy/format.ts';
import { ruleColumns } from '../../copy/rule-phrases.ts';
import {
  ruleVersionColumns as columns,
  ruleVersionPhrases as phrases,
} from '../../copy/rule-version-phrases.ts';
import { openClaimsWords, versionStandings } from '../../copy/rule-words.ts';
import { inLanguage, say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { oneOf, reasonOption } from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { headed } from '../page-lines.ts';
import { problemLine, readProposal } from '../rule-proposal.ts';
import { ruleJson, spanText, valueText } from '../rule-views.ts';
import { answerOutcome, envelope, isRefused, type Session } from '../session.ts';

const ruleBookOf = async ({ store }: Session): Promise<RuleBookState> =>
  stateOf(ruleBookDecider, await store.loadStream(streamIds.ruleBook()));

/** `lindung-rules-2026.2+3`, `+3` or `3`. */
const versionCalled = ({ versions }: RuleBookState, text: string): RuleVersion | undefined =>
  versions.find(
    ({ rulesetId }) => rulesetId === text || rulesetId.endsWith(`+${text.replace(/^\+/, '')}`),
  );

const unknownVersion = (text: string, language: Language): Outcome =>
  refusedWith('RuleVersionUnknown', say(language, phrases.unknown, { ruleset: text }));

const propose = async (session: Session, path: string): Promise<Outcome> => {
  const { language } = session;
  const proposal = readProposal(path);
  if (proposal === null)
    return refusedWith('NotAProposal', inLanguage(language, phrases.notAProposal));
  const before = await ruleBookOf(session);
  const problems = rowProblems(proposal.rows, bookWith(activeRows(before)));
  if (problems.length > 0) {
    const lines = problems.map((problem) => problemLine(problem, language));
    const sentence = say(language, phrases.faulty, { count: problems.length });
    const refused = refusedWith('RuleRowWrong', sentence, { problems });
    return { ...refused, lines: [...lines, sentence] };
  }
  const answer = await session.gateway.send(
    envelope(session, 'rule_book', streamIds.ruleBook(), {
      type: 'ProposeRuleVersion',
      data: proposal,
    }),
  );
  if (isRefused(answer)) return answerOutcome(session, answer, []);
  const version = (await ruleBookOf(session)).versions.findLast(
    ({ basis, standing }) => basis === proposal.basis && standing === 'PROPOSED',
  );
  const ruleset = version?.rulesetId ?? '';
  const lines = [
    say(language, phrases.proposed, { ruleset, basis: proposal.basis }),
    say(language, phrases.next, { ruleset }),
  ];
  return answerOutcome(session, answer, lines, { ruleset });
};

const metText = ({ met, openClaims }: RuleVersion, language: Language): string => {
  if (openClaims === null) return '–';
  if (met === null) return say(language, phrases.notMet);
  const { open, pinned, migrated, review } = met;
  return say(language, phrases.met, { open, pinned, migrated, review });
};

const versions = async (session: Session): Promise<Outcome> => {
  const { language } = session;
  const state = await ruleBookOf(session);
  const inForce = activeRuleset(state);
  const json = { inForce, versions: state.versions };
  if (state.versions.length === 0)
    return done(json, [say(language, phrases.noVersions, { ruleset: inForce })]);
  const rows = state.versions.map((version) => [
    version.rulesetId,
    wordOf(versionStandings, version.standing, language),
    formatCount(version.rows.length, language),
    version.basis,
    [version.proposedBy, version.activatedBy]
      .map((who) => who.join(', '))
      .filter(Boolean)
      .join(' → '),
    version.openClaims === null
      ? '–'
      : `${wordOf(openClaimsWords, version.openClaims, language)}; ${metText(version, language)}`,
  ]);
  const { version, standing, rows: count, basis, by, claims } = columns;
  return done(json, [
    ...headed(language, [version, standing, count, basis, by, claims], rows),
    say(language, phrases.inForce, { ruleset: inForce }),
  ]);
};

const rowOn = (book: RuleBook, { rule, from }: RowChange): RuleRow<unknown> | null => {
  if (!isRuleId(rule)) return null;
  const { rows }: Rule<unknown> = book[rule];
  return rows.findLast((row) => row.from <= from && (row.to === null || from <= row.to)) ?? null;
};

const rowLines = (
  changes: readonly RowChange[],
  [before, after]: readonly [RuleBook, RuleBook],
  language: Language,
): readonly string[] => {
  const shown = changes.map((change) => {
    const row = rowOn(after, change);
    const title = isRuleId(change.rule) ? after[change.rule].title[language] : '';
    return [
      change.rule,
      title,
      row === null ? '' : spanText(row),
      valueText(rowOn(before, change), language),
      '→',
      valueText(row, language),
      `${change.article} [${change.confidence}]`,
    ];
  });
  const { id, rule, span, article } = ruleColumns;
  const { from, to } = columns;
  return headed(language, [id, rule, span, from, ['', ''], to, article], shown);
};

const outcomeText = (outcome: RuleOutcome | null, language: Language): string =>
  outcome === null
    ? say(language, phrases.nothing)
    : [
        formatRupiah(outcome.totalIdr, language),
        ...outcome.flags.map((flag) => (isFlag(flag) ? flagText(flag, language) : flag)),
      ].join('; ');

const claimLines = (
  { open, changed, position }: OpenClaimsUnderRules,
  language: Language,
): readonly string[] => {
  const rows = changed.map(({ claimId, before, after }) => [
    claimId,
    outcomeText(before, language),
    '→',
    outcomeText(after, language),
  ]);
  const { claim, from, to } = columns;
  return [
    ...(rows.length === 0 ? [] : headed(language, [claim, from, ['', ''], to], rows)),
    say(language, phrases.claims, { changed: changed.length, open, position }),
  ];
};

/** Rows against the rules in force, and with them every open claim as the log stands now. */
export const diffVersion = async (
  session: Session,
  text: string,
  withClaims: boolean,
): Promise<Outcome> => {
  const { language, store, now: clock } = session;
  const version = versionCalled(await ruleBookOf(session), text);
  if (version === undefined) return unknownVersion(text, language);
  const ports = { store, ids: streamIds, clock };
  const sets = await rulesToCompare(ports, version.rulesetId);
  if (sets === null) return unknownVersion(text, language);
  const books = [bookWith(sets.from.rows), bookWith(sets.to.rows)] as const;
  const claims = withClaims ? await openClaimsUnder(ports, sets.to) : null;
  const json = {
    from: sets.from.rulesetId,
    to: sets.to.rulesetId,
    basis: version.basis,
    rows: version.rows.map((change) => ({
      rule: change.rule,
      ...(isRuleId(change.rule) && { title: books[1][change.rule].title }),
      before: rowJson(books[0], change),
      after: rowJson(books[1], change),
    })),
    ...(claims !== null && { openClaims: claims }),
  };
  return done(json, [
    say(language, phrases.proposed, { ruleset: version.rulesetId, basis: version.basis }),
    ...rowLines(version.rows, books, language),
    ...(claims === null ? [] : claimLines(claims, language)),
  ]);
};

const rowJson = (book: RuleBook, change: RowChange): unknown => {
  const row = rowOn(book, change);
  return row === null || !isRuleId(change.rule) ? null : ruleJson(book[change.rule], [row]).rows[0];
};

const activate = async (
  session: Session,
  text: string,
  openClaims: OpenClaims,
): Promise<Outcome> => {
  const version = versionCalled(await ruleBookOf(session), text);
  if (version === undefined) return unknownVersion(text, session.language);
  const { rulesetId } = version;
  const answer = await session.gateway.send(
    envelope(session, 'rule_book', streamIds.ruleBook(), {
      type: 'ActivateRuleVersion',
      data: { rulesetId, openClaims },
    }),
  );
  const words = wordOf(openClaimsWords, openClaims, session.language);
  return answerOutcome(session, answer, [`${rulesetId}: ${words}`], { ruleset: rulesetId });
};

const withdraw = async (session: Session, text: string, reason: string): Promise<Outcome> => {
  const version = versionCalled(await ruleBookOf(session), text);
  if (version === undefined) return unknownVersion(text, session.language);
  const { rulesetId } = version;
  const answer = await session.gateway.send(
    envelope(session, 'rule_book', streamIds.ruleBook(), {
      type: 'WithdrawRuleVersion',
      data: { rulesetId, reason },
    }),
  );
  return answerOutcome(session, answer, [], { ruleset: rulesetId });
};

export const registerRuleVersions = (rules: Command, cli: Cli): void => {
  rules
    .command('propose')
    .argument('<file>')
    .action((path: string) => cli.act((session) => propose(session, path)));
  rules.command('versions').action(() => cli.perform((session) => versions(session)));
  rules
    .command('activate')
    .argument('<version>')
    .requiredOption('--open-claims <choice>', '', oneOf(OPEN_CLAIMS))
    .action((text: string, options: { openClaims: OpenClaims }) =>
      cli.act((session) => activate(session, text, options.openClaims)),
    );
  rules
    .command('withdraw')
    .argument('<version>')
    .requiredOption('--why <text>', '', reasonOption)
    .action((text: string, options: { why: string }) =>
      cli.act((session) => withdraw(session, text, options.why)),
    );
};
