// `lindung audit recompute|what-if|without`: decisions taken again, by the same law, another, or less.
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { type ClaimUnderLaw, claimsUnderLaw } from '../../../activities/other-law.ts';
import { differing, type Recomputed, recomputeClaims } from '../../../activities/recompute.ts';
import { rulesToCompare } from '../../../activities/rule-diff.ts';
import type { RuleSet } from '../../../activities/rules-of-claim.ts';
import type { LocalDate } from '../../../domain/calendar.ts';
import { lawOfDay } from '../../../domain/rule-book/law-of-day.ts';
import { rowProblems } from '../../../domain/rule-book/row-problems.ts';
import { RULE_BOOK } from '../../../domain/rules/book/rule-book.ts';
import type { Position } from '../../../infra/event-store/event-store.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { refusalText } from '../../copy/catalogue.ts';
import { wordOf } from '../../copy/code-words.ts';
import { stageWord } from '../../copy/fact-words.ts';
import { formatDay, formatInstant, formatRupiah, type Language } from '../../copy/format.ts';
import {
  recomputeColumns as columns,
  recomputePhrases as phrases,
  redecidedKinds,
  redecidedOutcomes,
} from '../../copy/recompute-phrases.ts';
import { reportColumns } from '../../copy/report-phrases.ts';
import { ruleVersionPhrases } from '../../copy/rule-version-phrases.ts';
import { inLanguage, say, type Text } from '../../copy/text.ts';
import { type AlterWish, alteredRule, alterOption } from '../altered-rule.ts';
import type { Cli } from '../cli.ts';
import { type KnownWish, knownAtOption, knownPoint } from '../known-point.ts';
import { bookNames } from '../ledger-lines.ts';
import { withLog } from '../log-proofs.ts';
import { dayOption, idOption } from '../option-values.ts';
import { done, foundWrong, type Outcome, refusedWith, table, usageWrong } from '../outcome.ts';
import { problemLine, readProposal } from '../rule-proposal.ts';
import type { Session } from '../session.ts';
import { registerAuditWithout } from './audit-without.ts';

const portsOf = (session: Session) => ({
  ...{ store: session.store, ids: streamIds, clock: session.now },
});

type RecomputeOptions = { readonly claim?: string; readonly alter?: AlterWish };
type Named = Recomputed & { readonly claimId: string };

const totalOf = (value: unknown, language: Language): string | undefined => {
  const total =
    typeof value === 'object' && value !== null && 'totalIdr' in value ? value.totalIdr : undefined;
  return typeof total === 'string' ? formatRupiah(total, language) : undefined;
};

const outcomeText = ({ outcome }: Recomputed, language: Language): string => {
  const word = wordOf(redecidedOutcomes, outcome.status, language);
  return outcome.status === 'REFUSED'
    ? `${word}: ${refusalText({ status: 'refused', code: outcome.code, facts: {} }, language)}`
    : word;
};

const namedLines = (one: Named, language: Language): readonly string[] => {
  const { position, effectiveAt, claimId: claim, type, outcome } = one;
  const from = outcome.status === 'DIFFERS' ? totalOf(outcome.recorded, language) : undefined;
  const to = outcome.status === 'DIFFERS' ? totalOf(outcome.now, language) : undefined;
  return [
    say(language, phrases.decisionLine, {
      ...{ position, claim, at: formatInstant(effectiveAt, language) },
      kind: wordOf(redecidedKinds, type, language),
      outcome: outcomeText(one, language),
    }),
    ...(from === undefined || to === undefined
      ? []
      : [say(language, phrases.fromTo, { from, to })]),
  ];
};

type Count = { claims: number; decisions: number; skipped: number };

const recomputeAll = async (
  session: Session,
  wish: Parameters<typeof recomputeClaims>[1],
): Promise<{ readonly count: Count; readonly named: readonly Named[] }> => {
  const count: Count = { claims: 0, decisions: 0, skipped: 0 };
  const named: Named[] = [];
  for await (const claim of recomputeClaims(portsOf(session), wish)) {
    const wrong = differing(claim);
    count.claims += 1;
    count.decisions += claim.decisions.length;
    const skipped = claim.decisions.filter(({ outcome }) =>
      ['TAKEN_OVER', 'RULES_UNKNOWN'].includes(outcome.status),
    );
    count.skipped += skipped.length;
    for (const one of wrong)
      if (one.outcome.status !== 'RULES_UNKNOWN') named.push({ ...one, claimId: claim.claimId });
    if (count.claims % 500 === 0)
      session.progress(say(session.language, phrases.progress, { claims: count.claims }));
  }
  return { count, named };
};

const countLine = (count: Count, wrong: number, language: Language): string =>
  say(language, phrases.recomputed, {
    ...count,
    differing: wrong,
    same: count.decisions - wrong - count.skipped,
  });

const recompute = async (session: Session, options: RecomputeOptions): Promise<Outcome> => {
  const { language } = session;
  const { claim: only, alter } = options;
  const asRecorded = await recomputeAll(session, { only });
  if (alter === undefined) {
    const { count, named } = asRecorded;
    const lines = [
      countLine(count, named.length, language),
      ...(named.length === 0 ? [say(language, phrases.allSame)] : []),
      ...named.flatMap((one) => namedLines(one, language)),
    ];
    const json = { ...count, differing: named };
    return named.length === 0 ? done(json, lines) : foundWrong(json, lines);
  }
  const altered = alteredRule(RULE_BOOK, alter, language);
  if ('sentence' in altered) return refusedWith('AlterationUnfit', altered.sentence, { ...alter });
  const then = await recomputeAll(session, { only, altered: altered.row });
  const known = new Set(asRecorded.named.map(({ position, type }) => `${position} ${type}`));
  const named = then.named.filter(({ position, type }) => !known.has(`${position} ${type}`));
  const { rule, from, field, value } = alter;
  return done({ ...then.count, altered: altered.row, before: altered.before, used: named }, [
    countLine(then.count, named.length, language),
    say(language, phrases.altered, {
      ...{ rule, from: formatDay(from, language) },
      value: `${field} = ${value} (${altered.before})`,
    }),
    ...(named.length === 0 ? [say(language, phrases.alteredNone)] : []),
    ...named.flatMap((one) => namedLines(one, language)),
  ]);
};

type LawOptions = {
  readonly rules?: string;
  readonly lawDate?: LocalDate;
  readonly knownAt?: KnownWish;
};

type OtherLaw = { readonly to: RuleSet; readonly name: string } | { readonly outcome: Outcome };

const versionId = async ({ store }: Session, text: string): Promise<string> => {
  const book = await store.loadStream(streamIds.ruleBook());
  const ids = book.flatMap(({ type, data }) =>
    type === 'RuleVersionProposed' ? [String((data as { rulesetId?: string }).rulesetId)] : [],
  );
  return ids.find((id) => id === text || id.endsWith(`+${text.replace(/^\+/, '')}`)) ?? text;
};

const lawFromFile = (session: Session, path: string): OtherLaw => {
  const { language } = session;
  const proposal = readProposal(path);
  if (proposal === null) {
    const sentence = inLanguage(language, ruleVersionPhrases.notAProposal);
    return { outcome: refusedWith('NotAProposal', sentence) };
  }
  const problems = rowProblems(proposal.rows, RULE_BOOK);
  if (problems.length > 0) {
    const lines = problems.map((problem) => problemLine(problem, language));
    return { outcome: { json: { problems }, lines, exitCode: 1, isComplaint: true } };
  }
  return { to: { rulesetId: proposal.basis, rows: proposal.rows }, name: proposal.basis };
};

const lawOf = async (session: Session, options: LawOptions): Promise<OtherLaw> => {
  const { language } = session;
  const { rules, lawDate } = options;
  if ((rules === undefined) === (lawDate === undefined))
    return { outcome: usageWrong('LawMissing', say(language, phrases.lawMissing)) };
  if (lawDate !== undefined) {
    const name = say(language, phrases.lawOfDay, { day: formatDay(lawDate, language) });
    return { to: { rulesetId: `law-of-${lawDate}`, rows: lawOfDay(RULE_BOOK, lawDate) }, name };
  }
  const text = rules ?? '';
  if (existsSync(text)) return lawFromFile(session, text);
  const found = await rulesToCompare(portsOf(session), await versionId(session, text));
  if (found === null) {
    const sentence = say(language, ruleVersionPhrases.unknown, { ruleset: text });
    return { outcome: refusedWith('RuleVersionUnknown', sentence) };
  }
  return { to: found.to, name: found.to.rulesetId };
};

const sumOf = (outcome: ClaimUnderLaw['before']): bigint => BigInt(outcome?.totalIdr ?? 0);

const sumText = (outcome: ClaimUnderLaw['before'], language: Language): string =>
  outcome === null || outcome.totalIdr === '0'
    ? say(language, phrases.notDue)
    : formatRupiah(outcome.totalIdr, language);

const signedRupiah = (amount: bigint, language: Language): string =>
  `${amount < 0n ? '−' : '+'}${formatRupiah(amount < 0n ? -amount : amount, language)}`;

/** Contributions and other flows are no part of it: these are sums of benefits. */
const payerSums = (claims: readonly ClaimUnderLaw[]) => {
  const sums = new Map<string, { before: bigint; after: bigint; claims: number }>();
  for (const { payerId, before, after } of claims) {
    const key = payerId ?? '-';
    const known = sums.get(key) ?? { before: 0n, after: 0n, claims: 0 };
    known.before += sumOf(before);
    known.after += sumOf(after);
    known.claims += 1;
    sums.set(key, known);
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1));
};

const whatIf = (session: Session, options: LawOptions): Promise<Outcome> =>
  withLog(session, async (log) => {
    const { language } = session;
    const law = await lawOf(session, options);
    if ('outcome' in law) return law.outcome;
    const found = await knownPoint(session, log, options);
    if ('outcome' in found) return found.outcome;
    const { known } = found.point;
    const position = known.position as Position;
    const all: ClaimUnderLaw[] = [];
    for await (const claim of claimsUnderLaw(portsOf(session), { to: law.to, position }))
      all.push(claim);
    const names = await bookNames(session.db);
    const other = all.filter(({ differs }) => differs);
    const sums = payerSums(all);
    const { before, after, difference, day } = columns;
    const head = [reportColumns.claim, day, reportColumns.stage, before, after, difference];
    const words = (texts: readonly Text[]) => texts.map((text) => inLanguage(language, text));
    const rows = other.map((one) => [
      ...[one.claimId, formatDay(one.eventDate, language), stageWord(one.stage, language)],
      ...[sumText(one.before, language), sumText(one.after, language)],
      signedRupiah(sumOf(one.after) - sumOf(one.before), language),
    ]);
    const payers = sums.map(([payerId, sum]) => [
      ...[names.get(payerId) ?? payerId, String(sum.claims)],
      ...[
        formatRupiah(sum.before, language),
        formatRupiah(sum.after, language),
        signedRupiah(sum.after - sum.before, language),
      ],
    ]);
    const json = {
      ...{ law: law.to.rulesetId, position, root: known.root },
      ...{ claims: all.length, differing: other },
      payers: sums.map(([payerId, { before: from, after: to, claims }]) => ({
        ...{ payerId, claims, beforeIdr: from.toString(), afterIdr: to.toString() },
        differenceIdr: (to - from).toString(),
      })),
    };
    const count = { differing: other.length, claims: all.length };
    return done(json, [
      say(language, phrases.whatIf, { law: law.name, position }),
      '',
      ...(other.length === 0
        ? [say(language, phrases.whatIfNone, { claims: all.length })]
        : [say(language, phrases.whatIfCount, count), ...table([words(head), ...rows])]),
      '',
      say(language, phrases.perPayer),
      ...table([
        words([reportColumns.payer, reportColumns.payables, before, after, difference]),
        ...payers,
      ]),
    ]);
  });

export const registerAuditRecompute = (audit: Command, cli: Cli): void => {
  audit
    .command('recompute')
    .option('--claim <id>', '', idOption)
    .option('--alter <change>', '', alterOption)
    .action((options: RecomputeOptions) => cli.perform((session) => recompute(session, options)));
  audit
    .command('what-if')
    .option('--rules <rules>')
    .option('--law-date <date>', '', dayOption)
    .option('--known-at <point>', '', knownAtOption)
    .action((options: LawOptions) => cli.perform((session) => whatIf(session, options)));
  registerAuditWithout(audit, cli);
};
