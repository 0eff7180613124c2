// `lindung payout ingest`: an answer of the bank is read; what it said of each run, and what did not fit.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Command } from 'commander';
import { parseRupiah, rupiahText, sumRupiah } from '../../../domain/money.ts';
import type { BankAnswerKind } from '../../../domain/payout/payment-events.ts';
import { answerBytesMax } from '../../../infra/bank/bank-port.ts';
import { isRefusalCode, refusalText } from '../../copy/catalogue.ts';
import { wordOf } from '../../copy/code-words.ts';
import { formatRupiah, type Language } from '../../copy/format.ts';
import { moneyPhrases as phrases } from '../../copy/money-phrases.ts';
import { answerKinds, answerProblems } from '../../copy/money-words.ts';
import { say } from '../../copy/text.ts';
import type { IngestMisfit, IngestReport } from '../../gateway/gateway-contract.ts';
import type { Cli } from '../cli.ts';
import { done, foundWrong, type Outcome, refusedWith } from '../outcome.ts';
import type { Session } from '../session.ts';

type RunOutcome = {
  readonly runId: string;
  readonly outcome: BankAnswerKind;
  readonly count: number;
  readonly sumIdr: string;
};

const grouped = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

/** Counts and sums per run and kind of answer, in the order in which the bank said them. */
const outcomesOf = ({ heard }: IngestReport): readonly RunOutcome[] => {
  const groups = grouped(heard, ({ runId, kind }) => `${runId} ${kind}`);
  return [...groups.values()].flatMap((lines) => {
    const [first] = lines;
    if (first === undefined) return [];
    const sum = sumRupiah(lines.map(({ amountIdr }) => parseRupiah(amountIdr)));
    const { runId, kind: outcome } = first;
    return [{ runId, outcome, count: lines.length, sumIdr: rupiahText(sum) }];
  });
};

const problemText = ({ code, facts }: IngestMisfit, language: Language): string =>
  isRefusalCode(code)
    ? refusalText({ status: 'refused', code, facts }, language)
    : wordOf(answerProblems, code, language);

const misfitLine = (misfit: IngestMisfit, language: Language): string => {
  const { file, endToEndId: payment } = misfit;
  const problem = problemText(misfit, language);
  return payment === ''
    ? say(language, phrases.ingestProblem, { file, problem })
    : say(language, phrases.ingestProblemOf, { file, payment, problem });
};

const reportLines = (
  report: IngestReport,
  runs: readonly RunOutcome[],
  language: Language,
): readonly string[] => {
  const { files, lines, misfits } = report;
  if (files === 0 && misfits.length === 0) return [say(language, phrases.ingestNone)];
  const byRun = grouped(runs, ({ runId }) => runId);
  return [
    say(language, phrases.ingestCount, { files, lines, problems: misfits.length }),
    ...[...byRun].flatMap(([run, outcomes]) => [
      say(language, phrases.ingestRun, { run }),
      ...outcomes.map(({ outcome, count, sumIdr }) => {
        const word = wordOf(answerKinds, outcome, language);
        const sum = formatRupiah(sumIdr, language);
        return `  ${say(language, phrases.ingestOutcome, { outcome: word, count, sum })}`;
      }),
    ]),
    ...misfits.map((misfit) => `  ${misfitLine(misfit, language)}`),
  ];
};

/** A file of gigabytes is refused before it is in memory. */
const isTooLarge = async (file: string): Promise<boolean> =>
  (await stat(file)).size > answerBytesMax;

const ingest = async (session: Session, file: string | undefined): Promise<Outcome> => {
  if (file !== undefined && (await isTooLarge(file))) {
    const refusal = { status: 'refused', code: 'AnswerUnreadable' } as const;
    const sentence = refusalText({ ...refusal, facts: { problem: 'TooLarge' } }, session.language);
    return refusedWith('AnswerUnreadable', sentence, refusal);
  }
  const report = await session.gateway.ingestAnswers({
    actorId: session.actorId,
    ...(file !== undefined && { file: { name: basename(file), bytes: await readFile(file) } }),
  });
  const runs = outcomesOf(report);
  const { files, lines: rows, problems, misfits } = report;
  const lines = reportLines(report, runs, session.language);
  const json = { files, lines: rows, problems, misfits, runs };
  return misfits.length === 0 ? done(json, lines) : foundWrong(json, lines);
};

/** A folder is looked into so often: the bank's program writes under a hidden name first. */
const LOOK_EVERY_MS = 2_000;

/** Until it is told to stop: each file is taken in as it comes, and what it said is told at once. */
const watchInbox = async (session: Session): Promise<Outcome> => {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const told = new Set<string>();
  let files = 0;
  session.progress(say(session.language, phrases.ingestWatching));
  while (!stop.signal.aborted) {
    const report = await session.gateway.ingestAnswers({ actorId: session.actorId });
    // What cannot be taken yet stays in the folder: it is told once, and tried again.
    const lines = reportLines(report, outcomesOf(report), session.language);
    const text = lines.join('\n');
    if (report.files > 0 && !told.has(text)) for (const line of lines) session.progress(line);
    told.add(text);
    files += report.files;
    await setTimeout(LOOK_EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
  }
  return done({ files }, [say(session.language, phrases.ingestWatched, { files })]);
};

export const registerIngest = (payout: Command, cli: Cli): void => {
  payout
    .command('ingest')
    .argument('[file]')
    .option('--watch')
    .action((file: string | undefined, { watch }: { watch?: true }) =>
      cli.act((session) => (watch === true ? watchInbox(session) : ingest(session, file))),
    );
};
