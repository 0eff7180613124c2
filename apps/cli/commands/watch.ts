// `lindung watch`: a live board in the terminal over the read projections; without a terminal, one picture.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import { cardBoard } from '../../../projections/card-board.ts';
import { listClaims } from '../../../projections/claim-queue.ts';
import { figures, memberFiguresByTranche } from '../../../projections/programme-summary.ts';
import { trancheBoard } from '../../../projections/tranche-board.ts';
import { formatInstant, formatRupiah } from '../../copy/format.ts';
import type { Cli } from '../cli.ts';
import { historicNote, markedStage } from '../historic-mark.ts';
import { countOption } from '../option-values.ts';
import { done, table } from '../outcome.ts';
import type { Session } from '../session.ts';
import { NOBODY, trancheListLines } from '../tranche-lines.ts';

const CLEAR = '\u001b[2J\u001b[H';
const CLAIMS_SHOWN = 12;
const KELURAHAN_SHOWN = 15;

const board = async (session: Session) => {
  const on = officeDay(session.now());
  const [claims, cards, sums, tranches, members, position] = await Promise.all([
    listClaims(session.db, {
      today: officeDay(session.now()),
      calendar: NATIONAL_HOLIDAYS,
      limit: CLAIMS_SHOWN,
    }),
    cardBoard(session.db),
    figures(session.db, { asOf: on }),
    trancheBoard(session.db, { on }),
    memberFiguresByTranche(session.db, { asOf: on }),
    session.store.safePosition(),
  ]);
  return {
    ...{ claims: claims.rows, cards: cards.slice(0, KELURAHAN_SHOWN), figures: sums, position },
    tranches: tranches.map((row) => ({ ...row, members: members.get(row.trancheId) ?? NOBODY })),
  };
};

type Board = Awaited<ReturnType<typeof board>>;

const boardLines = (shown: Board, session: Session): readonly string[] => [
  `Lindung · ${formatInstant(session.now(), session.language)} · #${shown.position}`,
  '',
  `terdaftar ${shown.figures.registered_cumulative} · aktif ${shown.figures.active_now}` +
    ` · meninggal ${shown.figures.deaths_known} · dibayar ${shown.figures.claims_paid}` +
    ` · verifikasi ${shown.figures.claims_in_verification}` +
    ` · ${formatRupiah(shown.figures.paid_total)}`,
  '',
  ...trancheListLines(shown.tranches, session),
  '',
  ...table([
    ['klaim', 'tahap', 'menunggu', 'umur', 'tenggat', 'manfaat'],
    ...shown.claims.map((row) => [
      row.claimId.slice(0, 8),
      markedStage(row),
      row.waitingFor,
      row.ageDays === null ? '-' : `${row.ageDays} hari`,
      row.nextDueOn ?? '-',
      row.totalIdr === null ? '-' : formatRupiah(row.totalIdr),
    ]),
  ]),
  ...historicNote(shown.claims),
  ...(shown.claims.length === 0 ? ['(belum ada klaim / no claims yet)'] : []),
  '',
  ...table([
    ['kelurahan', 'terdaftar', 'kartu terbit', 'diserahkan', '%'],
    ...shown.cards.map((row) => [
      row.kelurahan,
      String(row.enrolled),
      String(row.issued),
      String(row.handedOver),
      row.percent === null ? '-' : String(row.percent),
    ]),
  ]),
];

const follow = async (session: Session, cli: Cli, everyMs: number): Promise<void> => {
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  while (!stopping.signal.aborted) {
    const lines = boardLines(await board(session), session);
    cli.terminal.out(`${CLEAR}${lines.join('\n')}\n\nCtrl-C berhenti / stops`);
    await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
};

export const registerWatch = (program: Command, cli: Cli): void => {
  program
    .command('watch')
    .description('papan hidup di terminal / a live board in the terminal')
    .option('--every <ms>', 'selang / interval', countOption, 1_000)
    .option('--once', 'satu gambar saja / one picture')
    .action((options: { every: number; once?: boolean }) =>
      cli.perform(async (session) => {
        const live = options.once !== true && process.stdout.isTTY;
        if (live) await follow(session, cli, options.every);
        const shown = await board(session);
        return done(shown, live ? [] : boardLines(shown, session));
      }),
    );
};
