// `lindung batch …`: lists at work, how fast they go, and a person's pause, resumption or cancellation.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { BatchRow, BatchState } from '../../../projections/batch-board/batch-row.ts';
import { batchById, listBatches } from '../../../projections/batch-board.ts';
import type { BatchProgress } from '../../../workflows/messages.ts';
import {
  batchBoardStates,
  batchColumns,
  batchKinds,
  batchPhrases as phrases,
  restUnits,
} from '../../copy/batch-phrases.ts';
import { batchSteps, codesOf, wordOf } from '../../copy/code-words.ts';
import { formatCount, formatInstant, type Language } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import type { BatchRest } from '../../gateway/gateway-contract.ts';
import type { Cli } from '../cli.ts';
import { idOption, limitOption, oneOf } from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import { answerOutcome, newCommandId, type Session } from '../session.ts';

/** Long enough for a chunk or two. */
const RATE_OVER_MS = 2_000;
const REST_LINES = 20;

const unknown = ({ language }: Session, batchId: string): Outcome => {
  const sentence = say(language, phrases.batchNotFound, { id: batchId });
  return refusedWith('BatchNotFound', sentence, { batchId, found: false });
};

const percent = ({ done: noted, skipped, total }: BatchProgress): string =>
  total === 0 ? '-' : String(Math.floor(((noted + skipped) * 1_000) / total) / 10);

/** Two looks at a batch at work give its speed; one that stands still has none. */
const rateOf = async (
  session: Session,
  { kind, batchId }: BatchRow,
  first: BatchProgress,
): Promise<{ readonly now: BatchProgress; readonly perSecond: number | null }> => {
  if (first.state !== 'RUNNING' || first.total === 0) return { now: first, perSecond: null };
  const began = Date.now();
  await sleep(RATE_OVER_MS);
  const now = await session.gateway.batchProgress(kind, batchId, first.step);
  if (now === undefined) return { now: first, perSecond: null };
  const members = now.done + now.skipped - first.done - first.skipped;
  return { now, perSecond: Math.round((members * 10_000) / (Date.now() - began)) / 10 };
};

const restOf = async (session: Session, row: BatchRow): Promise<BatchRest | null> => {
  const { note, state, kind, batchId } = row;
  const isStopped = state === 'PAUSED' || state === 'CANCELLED';
  if (!isStopped || note === null || note.left === 0) return null;
  const at = { step: note.step ?? 'HAND_OVER', from: note.done + note.skipped };
  return session.gateway.batchRest(kind, batchId, at);
};

const rateLine = (
  progress: BatchProgress,
  perSecond: number | null,
  language: Language,
): string => {
  const { done: finished, skipped, total } = progress;
  const step = wordOf(batchSteps, progress.step, language);
  const seconds =
    perSecond === null || perSecond === 0
      ? null
      : Math.ceil((total - finished - skipped) / perSecond);
  return [
    say(language, phrases.progress, {
      ...{ step, done: finished, skipped, total, percent: percent(progress) },
    }),
    ...(perSecond === null ? [] : [say(language, phrases.rate, { rate: perSecond })]),
    ...(seconds === null ? [] : [say(language, phrases.remaining, { seconds })]),
  ].join(', ');
};

const restLines = (rest: BatchRest | null, language: Language): readonly string[] => {
  if (rest === null) return [];
  const count = rest.items.length;
  const unit = wordOf(restUnits, rest.unit, language);
  return [
    say(language, phrases.rest, { count, unit }),
    ...rest.items.slice(0, REST_LINES).map((item) => `  ${item}`),
    ...(count > REST_LINES
      ? [`  ${say(language, phrases.restMore, { count: count - REST_LINES })}`]
      : []),
  ];
};

const noteLines = ({ note, state }: BatchRow, language: Language): readonly string[] => {
  if (note === null) return [];
  const { by, reason, done: finished, skipped, left } = note;
  const word = wordOf(batchBoardStates, state, language);
  const at = formatInstant(note.at, language);
  return [
    say(language, phrases.noted, { state: word, by, at, reason }),
    // Between two steps there was nothing to stop in.
    ...(finished + skipped + left === 0
      ? []
      : [`  ${say(language, phrases.notedThen, { done: finished, skipped, left })}`]),
  ];
};

const headLine = (row: BatchRow, language: Language): string =>
  say(language, phrases.batch, {
    kind: wordOf(batchKinds, row.kind, language),
    id: row.batchId,
    state: wordOf(batchBoardStates, row.state, language),
    total: formatCount(row.total, language),
    by: row.receivedBy,
    at: formatInstant(row.receivedAt, language),
  });

const show = async (session: Session, batchId: string): Promise<Outcome> => {
  const { language } = session;
  const row = await batchById(session.db, batchId);
  if (row === undefined) return unknown(session, batchId);
  const seen = await session.gateway.batchProgress(row.kind, batchId);
  const measured = seen && (await rateOf(session, row, seen));
  const rest = await restOf(session, row);
  const { facts: _facts, ...batch } = row;
  const json = {
    ...batch,
    progress: measured?.now ?? null,
    perSecond: measured?.perSecond ?? null,
    rest,
  };
  return done(json, [
    headLine(row, language),
    ...(measured === undefined || measured.now.total === 0
      ? []
      : [rateLine(measured.now, measured.perSecond, language)]),
    ...noteLines(row, language),
    ...restLines(rest, language),
  ]);
};

const steer = async (
  session: Session,
  batchId: string,
  wish: { readonly act: 'pause' | 'resume' | 'cancel'; readonly reason: string },
): Promise<Outcome> => {
  // It steers what runs now: the day would be dropped, and a stop of the past become a live one.
  if (session.effectiveAt !== undefined)
    return refusedWith('BatchOnlyForward', say(session.language, phrases.onlyForward), {
      status: 'refused',
      code: 'BatchOnlyForward',
    });
  const row = await batchById(session.db, batchId);
  if (row === undefined) return unknown(session, batchId);
  const { actorId, language } = session;
  const commandId = newCommandId(session);
  const answer = await session.gateway.controlBatch({
    ...{ kind: row.kind, id: batchId, actorId, commandId, ...wish },
    ...(session.agenda !== undefined && { agenda: session.agenda }),
  });
  const said =
    wish.act === 'cancel' && answer.status !== 'refused'
      ? [say(language, phrases.cancelled), say(language, phrases.restWhere, { id: batchId })]
      : [];
  return answerOutcome(session, answer, said, { batchId });
};

type ListOptions = { readonly state?: BatchState; readonly limit: number };

const list = async (session: Session, options: ListOptions): Promise<Outcome> => {
  const { language } = session;
  const rows = await listBatches(session.db, options);
  const { batch, kind, state, members, received, by } = batchColumns;
  const lines = pageLines(language, {
    columns: [batch, kind, state, members, received, by],
    rows: rows.map((row) => [
      row.batchId,
      wordOf(batchKinds, row.kind, language),
      wordOf(batchBoardStates, row.state, language),
      formatCount(row.total, language),
      formatInstant(row.receivedAt, language),
      row.receivedBy,
    ]),
    empty: say(language, phrases.batchesNone),
  });
  return done(
    rows.map(({ facts: _facts, ...row }) => row),
    lines,
  );
};

export const registerBatch = (program: Command, cli: Cli): void => {
  const batch = program.command('batch');
  batch
    .command('list')
    .option('--state <state>', '', oneOf(codesOf(batchBoardStates)))
    .option('--limit <n>', '', limitOption, 100)
    .action((options: ListOptions) => cli.perform((session) => list(session, options)));
  batch
    .command('show')
    .argument('<batch>', '', idOption)
    .action((batchId: string) => cli.perform((session) => show(session, batchId)));
  for (const act of ['pause', 'resume', 'cancel'] as const)
    batch
      .command(act)
      .argument('<batch>', '', idOption)
      .requiredOption('--why <text>')
      .action((batchId: string, options: { why: string }) =>
        cli.act((session) => steer(session, batchId, { act, reason: options.why })),
      );
};
