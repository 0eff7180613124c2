// `lindung watch`: a live board in the terminal over the read projections; without a terminal, one picture.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import { cardBoard, cardsByKelurahan } from '../../../projections/card-board.ts';
import { listClaims } from '../../../projections/claim-queue.ts';
import { figures, memberFiguresByTranche } from '../../../projections/programme-summary.ts';
import { trancheBoard } from '../../../projections/tranche-board.ts';
import { claimColumns, claimPhrases } from '../../copy/claim-phrases.ts';
import { claimStages, waitingFor } from '../../copy/claim-words.ts';
import { wordOf } from '../../copy/code-words.ts';
import {
  formatCount,
  formatInstant,
  formatPercent,
  formatRupiah,
  type Language,
} from '../../copy/format.ts';
import { operatePhrases as phrases } from '../../copy/operate-phrases.ts';
import { peopleColumns, peoplePhrases } from '../../copy/people-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { dueCell } from '../due-lines.ts';
import { historicNote, marked } from '../historic-mark.ts';
import { countOption } from '../option-values.ts';
import { done } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import { kelurahanText } from '../place-words.ts';
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
    ...{
      claims: claims.rows,
      cards: cardsByKelurahan(cards).slice(0, KELURAHAN_SHOWN),
      figures: sums,
      position,
    },
    tranches: tranches.map((row) => ({ ...row, members: members.get(row.trancheId) ?? NOBODY })),
  };
};

type Board = Awaited<ReturnType<typeof board>>;

/** Every claim is in one bucket, and the buckets add up to the claims. */
const claimsText = (sums: Board['figures'], language: Language): string => {
  const { claims_rejected: rejected, claims_paid: paid } = sums;
  const { claims_reported_paid: reportedPaid, claims_withdrawn: withdrawn } = sums;
  const buckets = [
    say(language, phrases.boardVerification, { count: sums.claims_in_verification }),
    say(language, phrases.boardDecided, {
      count: sums.claims_decided - rejected - paid - reportedPaid,
    }),
    say(language, phrases.boardPaid, { count: paid }),
    ...(reportedPaid === 0n
      ? []
      : [say(language, phrases.boardReportedPaid, { count: reportedPaid })]),
    ...(rejected === 0n ? [] : [say(language, phrases.boardRejected, { count: rejected })]),
    ...(withdrawn === 0n ? [] : [say(language, phrases.boardWithdrawn, { count: withdrawn })]),
  ];
  const all = say(language, phrases.boardClaims, { count: sums.claims_reported });
  return `${all}: ${buckets.join(', ')}`;
};

const sumsLine = ({ figures: sums }: Board, language: Language): string =>
  [
    say(language, phrases.boardRegistered, { count: sums.registered_cumulative }),
    say(language, phrases.boardActive, { count: sums.active_now }),
    say(language, phrases.boardDeaths, { count: sums.deaths_known }),
    claimsText(sums, language),
    formatRupiah(sums.paid_total, language),
  ].join(' · ');

const claimRow = (row: Board['claims'][number], language: Language): readonly string[] => [
  row.claimId.slice(0, 8),
  marked(wordOf(claimStages, row.stage, language), row),
  wordOf(waitingFor, row.waitingFor, language),
  row.ageDays === null ? '-' : say(language, claimPhrases.age, { days: row.ageDays }),
  dueCell(row.due, language),
  row.totalIdr === null ? '-' : formatRupiah(row.totalIdr, language),
];

/** The board is one screen: what it leaves out is counted. */
const moreClaims = (shown: Board, language: Language): readonly string[] => {
  const count = shown.figures.claims_reported - BigInt(shown.claims.length);
  return count > 0n ? [say(language, phrases.boardMoreClaims, { count })] : [];
};

const boardLines = (shown: Board, session: Session): readonly string[] => {
  const { language } = session;
  const { claim, stage, waitingFor: who, age, due, benefit } = claimColumns;
  const { kelurahan, enrolled, issued, handedOver, percent } = peopleColumns;
  return [
    `Lindung · ${formatInstant(session.now(), language)} · #${shown.position}`,
    '',
    sumsLine(shown, language),
    '',
    ...trancheListLines(shown.tranches, session),
    '',
    ...pageLines(language, {
      columns: [claim, stage, who, age, due, benefit],
      rows: shown.claims.map((row) => claimRow(row, language)),
      empty: say(language, phrases.claimsNone),
    }),
    ...moreClaims(shown, language),
    ...historicNote(shown.claims, language),
    '',
    ...pageLines(language, {
      columns: [kelurahan, enrolled, issued, handedOver, percent],
      rows: shown.cards.map((row) => [
        ...[
          kelurahanText(row.kelurahan),
          formatCount(row.enrolled, language),
          formatCount(row.issued, language),
          formatCount(row.handedOver, language),
        ],
        row.percent === null ? '-' : formatPercent(row.percent, language),
      ]),
      empty: say(language, peoplePhrases.boardNone),
    }),
  ];
};

const follow = async (session: Session, cli: Cli, everyMs: number): Promise<void> => {
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  while (!stopping.signal.aborted) {
    const lines = boardLines(await board(session), session);
    cli.terminal.out(`${CLEAR}${lines.join('\n')}\n\n${say(session.language, phrases.boardStops)}`);
    await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
};

export const registerWatch = (program: Command, cli: Cli): void => {
  program
    .command('watch')
    .option('--every <ms>', '', countOption, 1_000)
    .option('--once')
    .action((options: { every: number; once?: boolean }) =>
      cli.perform(async (session) => {
        const live = options.once !== true && process.stdout.isTTY;
        if (live) await follow(session, cli, options.every);
        const shown = await board(session);
        return done(shown, live ? [] : boardLines(shown, session));
      }),
    );
};
