// `lindung audit without`: which payouts lose what they rest on, without a person, a paper, an import.
import type { Command } from 'commander';
import {
  type Absent,
  type LostBasis,
  type LostPayout,
  payoutsWithout,
} from '../../../activities/without.ts';
import type { Position } from '../../../infra/event-store/event-store.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { isKnownPaper } from '../../../projections/paper-index.ts';
import { eventText } from '../../copy/catalogue.ts';
import { checkCodes } from '../../copy/claim-words.ts';
import { flows, wordOf } from '../../copy/code-words.ts';
import { formatRupiah, type Language } from '../../copy/format.ts';
import { payableStages } from '../../copy/money-words.ts';
import {
  recomputeColumns as columns,
  lostKinds,
  recomputePhrases as phrases,
} from '../../copy/recompute-phrases.ts';
import { reportColumns } from '../../copy/report-phrases.ts';
import { inLanguage, say, type Text } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { type KnownWish, knownAtOption, knownPoint } from '../known-point.ts';
import { bookNames } from '../ledger-lines.ts';
import { withLog } from '../log-proofs.ts';
import { collect, idOption } from '../option-values.ts';
import { done, type Outcome, refusedWith, table, usageWrong } from '../outcome.ts';
import type { Session } from '../session.ts';

type Options = {
  readonly actor?: readonly string[];
  readonly document?: readonly string[];
  readonly import?: readonly string[];
  readonly knownAt?: KnownWish;
};

const nameOf = (lost: LostBasis, language: Language): string => {
  switch (lost.kind) {
    case 'CHECK':
      return wordOf(checkCodes, lost.check, language);
    case 'EVIDENCE':
      return eventText(lost.event, language);
    case 'IMPORT':
      return lost.rosterId;
    default:
      return lost.actor;
  }
};

const lostText = (lost: LostBasis, language: Language): string =>
  inLanguage(language, lostKinds[lost.kind]).replace('{name}', nameOf(lost, language));

const sumsOf = (payouts: readonly LostPayout[]) => {
  const sums = new Map<string, { count: number; amount: bigint; one: LostPayout }>();
  for (const one of payouts) {
    const key = [one.payerId, one.flow, one.stage].join('|');
    const known = sums.get(key) ?? { count: 0, amount: 0n, one };
    known.count += 1;
    known.amount += BigInt(one.amountIdr);
    sums.set(key, known);
  }
  return [...sums.values()];
};

const tables = async (
  session: Session,
  lost: readonly LostPayout[],
): Promise<readonly string[]> => {
  const { language } = session;
  const names = await bookNames(session.db);
  const words = (texts: readonly Text[]) => texts.map((text) => inLanguage(language, text));
  const { claim, payable, amount, stage, payer, flow, payables } = reportColumns;
  const rows = lost.map((one) => [
    ...[one.claimId, one.payableId, formatRupiah(one.amountIdr, language)],
    wordOf(payableStages, one.stage, language),
    [...new Set(one.lost.map((each) => lostText(each, language)))].join('; '),
  ]);
  const sums = sumsOf(lost).map(({ one, count, amount: sum }) => [
    ...[names.get(one.payerId) ?? one.payerId, wordOf(flows, one.flow, language)],
    ...[wordOf(payableStages, one.stage, language), String(count), formatRupiah(sum, language)],
  ]);
  return [
    ...table([words([claim, payable, amount, stage, columns.why]), ...rows]),
    '',
    say(language, phrases.perPayer),
    ...table([words([payer, flow, stage, payables, amount]), ...sums]),
  ];
};

/** A slip of the pen must not look like an innocent person. */
const firstUnknown = async (
  session: Session,
  { actors, papers, imports }: Absent,
): Promise<string | undefined> => {
  const has = async (streamId: string) => (await session.store.loadStream(streamId)).length > 0;
  for (const actor of actors) if (!(await has(streamIds.actor(actor)))) return actor;
  for (const roster of imports) if (!(await has(roster))) return roster;
  for (const paper of papers) if (!(await isKnownPaper(session.db, paper))) return paper;
  return undefined;
};

const without = (session: Session, options: Options): Promise<Outcome> =>
  withLog(session, async (log) => {
    const { language } = session;
    const { actor: actors = [], document: papers = [], import: imports = [] } = options;
    const absent: Absent = { actors, papers, imports };
    if (actors.length + papers.length + imports.length === 0)
      return usageWrong('AbsentMissing', say(language, phrases.withoutMissing));
    const unknown = await firstUnknown(session, absent);
    if (unknown !== undefined) {
      const sentence = say(language, phrases.unknownName, { name: unknown });
      return refusedWith('NameUnknown', sentence, { name: unknown });
    }
    const found = await knownPoint(session, log, options);
    if ('outcome' in found) return found.outcome;
    const { known } = found.point;
    const position = known.position as Position;
    const all: LostPayout[] = [];
    for await (const one of payoutsWithout(session, absent, position)) all.push(one);
    const lost = all.filter((one) => one.lost.length > 0);
    const json = {
      ...{ absent, position, root: known.root, payouts: all.length, lost },
      totals: sumsOf(lost).map(({ one: { payerId, flow, stage }, count, amount }) => ({
        ...{ payerId, flow, stage, payouts: count, amountIdr: amount.toString() },
      })),
    };
    const payouts = all.length;
    if (lost.length === 0) return done(json, [say(language, phrases.withoutNone, { payouts })]);
    return done(json, [
      say(language, phrases.withoutCount, { lost: lost.length, payouts, position }),
      ...(await tables(session, lost)),
    ]);
  });

export const registerAuditWithout = (audit: Command, cli: Cli): void => {
  audit
    .command('without')
    .option('--actor <account>', '', collect(String))
    .option('--document <paper>', '', collect(String))
    .option('--import <roster>', '', collect(idOption))
    .option('--known-at <point>', '', knownAtOption)
    .action((options: Options) => cli.perform((session) => without(session, options)));
};
