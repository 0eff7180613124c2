// `lindung payout due|runs|status`: what may be sent, and whether every rupiah of a run is accounted for.
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { sumTexts } from '../../../domain/money.ts';
import type { PayableRow } from '../../../projections/payout-ledger/payable-row.ts';
import type { RunShare } from '../../../projections/payout-ledger/reconciliation.ts';
import {
  listPayables,
  listRuns,
  payablesToEnquire,
  type RunFile,
  runFile,
} from '../../../projections/payout-ledger.ts';
import { codesOf, wordOf } from '../../copy/code-words.ts';
import { deskPhrases } from '../../copy/desk-phrases.ts';
import {
  formatCount,
  formatDay,
  formatInstant,
  formatRupiah,
  type Language,
} from '../../copy/format.ts';
import { moneyColumns, moneyPhrases as phrases } from '../../copy/money-phrases.ts';
import { payableStages, runShares, runStages } from '../../copy/money-words.ts';
import { returnPhrases } from '../../copy/return-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { historicNote, marked } from '../historic-mark.ts';
import {
  cursorOption,
  idOption,
  isDayKey,
  isIdKey,
  isInstantKey,
  limitOption,
} from '../option-values.ts';
import { done, type Outcome, refusedWith, table } from '../outcome.ts';
import { headed, pageLines } from '../page-lines.ts';
import { returnFacts, returnLines } from '../return-lines.ts';
import type { Session } from '../session.ts';

type DueOptions = {
  payer?: string;
  claim?: string;
  held?: boolean;
  limit: number;
  cursor?: string;
};

const filterOf = ({ payer, claim }: DueOptions) => ({
  ...(payer !== undefined && { payerId: payer }),
  ...(claim !== undefined && { claimId: claim }),
});

const shownFields = <Row extends PayableRow>({ facts: _facts, payee: _payee, ...row }: Row) => row;

type Marked = PayableRow & { readonly historic: boolean };

/** A sum that an entered past owes is due like any other, and says where it comes from. */
const withOrigin = async (
  session: Session,
  rows: readonly PayableRow[],
): Promise<readonly Marked[]> => {
  const streams = await session.store.loadStreams(rows.map(({ payableId }) => payableId));
  return rows.map((row) => {
    const [created] = streams.get(row.payableId) ?? [];
    return { ...row, historic: created?.meta.origin === 'historic' };
  });
};

const dueRow = (row: Marked, language: Language): readonly string[] => [
  row.payableId,
  marked(wordOf(payableStages, row.stage, language), row),
  formatDay(row.dueOn, language),
  formatRupiah(row.amountIdr, language),
  row.claimId,
];

const { payable, stage, due, amount, claim, reason } = moneyColumns;

const heldLines = (rows: readonly PayableRow[], language: Language): readonly string[] =>
  headed(
    language,
    [payable, due, amount, claim, reason],
    rows.map((row) => [
      row.payableId,
      formatDay(row.dueOn, language),
      formatRupiah(row.amountIdr, language),
      row.claimId,
      row.holdReason ?? '-',
    ]),
  );

const listHeld = async (session: Session, options: DueOptions): Promise<Outcome> => {
  const { language } = session;
  const { limit, cursor } = options;
  const page = await listPayables(session.db, {
    stages: ['HELD'],
    limit,
    ...(cursor !== undefined && { cursor }),
    ...filterOf(options),
  });
  const { nextCursor: next } = page;
  const json = { held: page.rows.map(shownFields), nextCursor: next };
  if (page.rows.length === 0) return done(json, [say(language, phrases.heldNone)]);
  return done(json, [
    ...heldLines(page.rows, language),
    ...(next === null ? [] : [say(language, deskPhrases.nextPage, { cursor: next })]),
  ]);
};

const underHeading = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];

const listDue = async (session: Session, options: DueOptions): Promise<Outcome> => {
  const { language } = session;
  const { limit, cursor } = options;
  const filter = filterOf(options);
  const page = await listPayables(session.db, {
    stages: ['DUE', 'RETURNED', 'TRACKED'],
    limit,
    ...(cursor !== undefined && { cursor }),
    ...filter,
  });
  const { nextCursor } = page;
  const rows = await withOrigin(session, page.rows);
  const held = (await listPayables(session.db, { stages: ['HELD'], limit, ...filter })).rows;
  const enquire = await withOrigin(session, await payablesToEnquire(session.db));
  const total = sumTexts(rows.map((row) => row.amountIdr as RupiahText));
  const json = {
    today: officeDay(session.now()),
    count: rows.length,
    sumIdr: total,
    payables: rows.map((row) => ({ ...shownFields(row), cure: returnFacts(row, session.now()) })),
    nextCursor,
    held: held.map(shownFields),
    enquire: enquire.map((row) => row.payableId),
  };
  const sum = say(language, phrases.dueCount, {
    count: rows.length,
    sum: formatRupiah(total, language),
  });
  const ofPage =
    nextCursor === null && cursor === undefined ? '' : ` ${say(language, phrases.duePage)}`;
  return done(json, [
    ...pageLines(language, {
      columns: [payable, stage, due, amount, claim],
      rows: rows.map((row) => dueRow(row, language)),
      next: nextCursor,
      empty: say(language, phrases.dueNone),
    }),
    ...historicNote([...rows, ...enquire], language),
    ...(rows.length === 0 ? [] : [`${sum}${ofPage}`]),
    ...underHeading(
      say(language, returnPhrases.heading),
      returnLines(rows, session.now(), language),
    ),
    ...underHeading(
      say(language, phrases.held),
      held.length === 0 ? [] : heldLines(held, language),
    ),
    ...underHeading(
      say(language, phrases.enquire),
      table(enquire.map((row) => dueRow(row, language))),
    ),
  ]);
};

const registerDue = (payout: Command, cli: Cli): void => {
  payout
    .command('due')
    .option('--payer <id>', '', idOption)
    .option('--claim <id>', '', idOption)
    .option('--held')
    .option('--limit <n>', '', limitOption, 500)
    .option('--cursor <cursor>', '', cursorOption([isDayKey, isIdKey]))
    .action((options: DueOptions) =>
      cli.perform((session) =>
        options.held === true ? listHeld(session, options) : listDue(session, options),
      ),
    );
};

const registerRuns = (payout: Command, cli: Cli): void => {
  payout
    .command('runs')
    .option('--payer <id>', '', idOption)
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isInstantKey, isIdKey]))
    .action((options: { payer?: string; limit: number; cursor?: string }) =>
      cli.perform(async (session) => {
        const { language } = session;
        const { payer, limit, cursor } = options;
        const page = await listRuns(session.db, {
          limit,
          ...(payer !== undefined && { payerId: payer }),
          ...(cursor !== undefined && { cursor }),
        });
        const { run, stage: at, assembled, payments, sum } = moneyColumns;
        const lines = pageLines(language, {
          columns: [run, at, assembled, payments, sum],
          rows: page.rows.map((row) => [
            row.runId,
            wordOf(runStages, row.stage, language),
            row.assembledAt === null ? '-' : formatInstant(row.assembledAt, language),
            formatCount(row.count, language),
            formatRupiah(row.sumIdr, language),
          ]),
          next: page.nextCursor,
          empty: say(language, phrases.runsNone),
        });
        return done({ runs: page.rows, nextCursor: page.nextCursor }, lines);
      }),
    );
};

const MEMBERS_SHOWN = 50;

/** What the fourth person signs: every payment of the run with its sum and its claim. */
const memberLines = ({ members }: RunFile, language: Language): readonly string[] => {
  const rest = members.length - MEMBERS_SHOWN;
  const rows = members
    .slice(0, MEMBERS_SHOWN)
    .map(({ member, payable: paid }) => [
      member.payableId,
      formatRupiah(member.amountIdr, language),
      paid === null ? '-' : wordOf(payableStages, paid.stage, language),
      member.claimId,
    ]);
  if (rows.length === 0) return [];
  return [
    say(language, phrases.runMembers),
    ...headed(language, [payable, amount, stage, claim], rows).map((line) => `  ${line}`),
    ...(rest > 0 ? [say(language, phrases.runMembersMore, { count: rest })] : []),
  ];
};

const statusLines = (found: RunFile, language: Language): readonly string[] => {
  const { run, reconciliation } = found;
  const { file, assembledAt, releasedAt, cancelReason } = run;
  const said = (at: string | null): string => (at === null ? '-' : formatInstant(at, language));
  const stageNow = wordOf(runStages, run.stage, language);
  return [
    `${say(language, phrases.run, { run: run.runId })}: ${stageNow}`,
    say(language, phrases.runCount, { count: run.count, sum: formatRupiah(run.sumIdr, language) }),
    ...(run.assembledBy.length === 0
      ? []
      : [
          say(language, phrases.runAssembled, {
            by: run.assembledBy.join(' + '),
            at: said(assembledAt),
          }),
        ]),
    ...(run.releasedBy.length === 0
      ? []
      : [
          say(language, phrases.runReleased, {
            by: run.releasedBy.join(' + '),
            at: said(releasedAt),
          }),
        ]),
    ...(cancelReason === null
      ? []
      : [say(language, phrases.runCancelled, { reason: cancelReason })]),
    ...(file === null ? [] : [say(language, phrases.runFile, { name: file.name })]),
    ...(run.answers.length === 0
      ? []
      : [say(language, phrases.runAnswers, { count: run.answers.length })]),
    ...table(
      codesOf<RunShare>(runShares).map((share) => {
        const { count, sumIdr } = reconciliation.shares[share];
        return [
          `  ${wordOf(runShares, share, language)}`,
          formatCount(count, language),
          formatRupiah(sumIdr, language),
        ];
      }),
    ),
    ...memberLines(found, language),
  ];
};

export const registerPayoutViews = (payout: Command, cli: Cli): void => {
  registerDue(payout, cli);
  registerRuns(payout, cli);
  payout
    .command('status')
    .argument('<run>', '', idOption)
    .action((runId: string) =>
      cli.perform(async (session) => {
        const found = await runFile(session.db, runId);
        if (found === undefined) {
          const sentence = say(session.language, deskPhrases.runNotFound, { id: runId });
          return refusedWith('RunNotFound', sentence, { runId, found: false });
        }
        const { run, members, reconciliation } = found;
        const json = {
          ...run,
          reconciliation: reconciliation.shares,
          members: members.map(({ member, payable: paid }) => ({
            ...member,
            stage: paid?.stage ?? null,
            attempts: paid?.attempts ?? [],
          })),
        };
        return done(json, statusLines(found, session.language));
      }),
    );
};
