// `lindung batch …`: lists at work, how fast they go, and a person's pause, resumption or cancellation.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { BatchRow, BatchState } from '../../../projections/batch-board/batch-row.ts';
import { batchById, listBatches } from '../../../projections/batch-board.ts';
import type { BatchProgress } from '../../../workflows/messages.ts';
import type { BatchRest } from '../../gateway/gateway-contract.ts';
import type { Cli } from '../cli.ts';
import { countOption, idOption, oneOf } from '../option-values.ts';
import { done, foundWrong, type Outcome, table } from '../outcome.ts';
import { answerOutcome, newCommandId, type Session } from '../session.ts';

const STATES: readonly BatchState[] = ['RUNNING', 'WAITING', 'PAUSED', 'CANCELLED', 'COMPLETED'];
/** Long enough for a chunk or two. */
const RATE_OVER_MS = 2_000;
const REST_LINES = 20;

const unknown = (batchId: string): Outcome =>
  foundWrong({ batchId, found: false }, ['daftar tidak ditemukan / no such batch']);

const percent = ({ done: noted, skipped, total }: BatchProgress): string =>
  total === 0 ? '-' : `${Math.floor(((noted + skipped) * 1_000) / total) / 10} %`;

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

const rateLine = (progress: BatchProgress, perSecond: number | null): string => {
  const left = progress.total - progress.done - progress.skipped;
  const eta =
    perSecond === null || perSecond === 0 ? '' : `, ± ${Math.ceil(left / perSecond)} s lagi / left`;
  return (
    `${progress.step}: ${progress.done} selesai, ${progress.skipped} dilewati dari ` +
    `${progress.total} (${percent(progress)})` +
    (perSecond === null ? '' : `, ${perSecond}/s${eta}`)
  );
};

const restLines = (rest: BatchRest | null): readonly string[] =>
  rest === null
    ? []
    : [
        `belum dikerjakan / not reached: ${rest.items.length} ${rest.unit}`,
        ...rest.items.slice(0, REST_LINES).map((item) => `  ${item}`),
        ...(rest.items.length > REST_LINES ? ['  … (--json)'] : []),
      ];

const noteLines = ({ note, state }: BatchRow): readonly string[] =>
  note === null
    ? []
    : [
        `${state}: ${note.by}, ${note.at}: ${note.reason}`,
        `  saat itu / then: ${note.done} selesai, ${note.skipped} dilewati, ${note.left} tersisa`,
      ];

const show = async (session: Session, batchId: string): Promise<Outcome> => {
  const row = await batchById(session.db, batchId);
  if (row === undefined) return unknown(batchId);
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
    `${row.kind}/${batchId}: ${row.state}, ${row.total} (${row.receivedBy}, ${row.receivedAt})`,
    ...(measured === undefined ? [] : [rateLine(measured.now, measured.perSecond)]),
    ...noteLines(row),
    ...restLines(rest),
  ]);
};

const steer = async (
  session: Session,
  batchId: string,
  wish: { readonly act: 'pause' | 'resume' | 'cancel'; readonly reason: string },
): Promise<Outcome> => {
  const row = await batchById(session.db, batchId);
  if (row === undefined) return unknown(batchId);
  const { actorId } = session;
  const commandId = newCommandId(session);
  const answer = await session.gateway.controlBatch({
    ...{ kind: row.kind, id: batchId, actorId, commandId, ...wish },
  });
  const said =
    wish.act === 'cancel'
      ? [
          'yang sudah selesai tetap; terima lagi daftar yang sama untuk melanjutkan / what was done stays',
          `sisanya / the rest: lindung batch show ${batchId}`,
        ]
      : [];
  return answerOutcome(session, answer, answer.status === 'refused' ? [] : said, { batchId });
};

export const registerBatch = (program: Command, cli: Cli): void => {
  const batch = program.command('batch').description('pekerjaan atas daftar / batches at work');
  batch
    .command('list')
    .description('daftar yang sedang, menunggu, dijeda, dibatalkan, selesai / every batch')
    .option('--state <state>', STATES.join(' | '), oneOf(STATES))
    .option('--limit <n>', 'baris / rows', countOption, 100)
    .action((options: { state?: BatchState; limit: number }) =>
      cli.perform(async (session) => {
        const rows = await listBatches(session.db, options);
        return done(
          rows.map(({ facts: _facts, ...row }) => row),
          table([
            ['pekerjaan', 'jenis', 'keadaan', 'anggota', 'diterima', 'oleh'],
            ...rows.map((row) => [
              ...[row.batchId, row.kind, row.state, String(row.total)],
              ...[row.receivedAt, row.receivedBy],
            ]),
          ]),
        );
      }),
    );
  batch
    .command('show')
    .description('kemajuan, kecepatan, dan sisanya / progress, rate and what is left')
    .argument('<batch>', 'id daftar / id of the list', idOption)
    .action((batchId: string) => cli.perform((session) => show(session, batchId)));
  for (const [act, description] of [
    ['pause', 'jeda di antara dua bagian / pause between two chunks'],
    ['resume', 'lanjutkan / let it go on'],
    ['cancel', 'akhiri; yang selesai tetap / end it; what was done stays'],
  ] as const)
    batch
      .command(act)
      .description(description)
      .argument('<batch>', 'id daftar / id of the list', idOption)
      .requiredOption('--why <text>', 'alasan / reason')
      .action((batchId: string, options: { why: string }) =>
        cli.perform((session) => steer(session, batchId, { act, reason: options.why })),
      );
};
