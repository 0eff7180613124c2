// `lindung tranche list|show|gate` and `lindung deadlines`: where gate and clock stand, and what is due.
import { type Command, InvalidArgumentError } from 'commander';
import { trancheLog } from '../../../activities/tranche-facts.ts';
import { type LocalDate, officeDay } from '../../../domain/calendar.ts';
import type { GateBasis, GateWhole } from '../../../domain/programme/gate-events.ts';
import { GATE_BASES, GATE_WHOLES } from '../../../domain/programme/gate-events.ts';
import {
  type TrancheStanding,
  trancheStanding,
} from '../../../domain/programme/tranche-standing.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import type { Position } from '../../../infra/event-store/event-store.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { runningDeadlines, trancheDeadlines } from '../../../projections/deadline-ledger.ts';
import { memberFiguresByTranche } from '../../../projections/programme-summary.ts';
import { trancheBoard, trancheOnBoard } from '../../../projections/tranche-board.ts';
import { membersKnownAt } from '../../../projections/tranche-known-at.ts';
import { formatCount, trancheWords } from '../../copy/tranche-words.ts';
import type { Cli } from '../cli.ts';
import { countOption, dayOption, idOption, oneOf } from '../option-values.ts';
import { done, foundWrong, type Outcome } from '../outcome.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';
import { type MemberFigures, NOBODY, trancheLines, trancheListLines } from '../tranche-lines.ts';

const unknown = (trancheId: string): Outcome =>
  foundWrong({ trancheId, found: false }, ['gelombang tidak ditemukan / no such tranche']);

const shownOutcome = (
  session: Session,
  standing: TrancheStanding,
  members: MemberFigures,
): Outcome => done({ ...standing, members }, trancheLines(standing, members, session.language));

const positionOption = (text: string): Position => {
  if (!/^\d{1,18}$/.test(text))
    throw new InvalidArgumentError('posisi log / a position of the log');
  return text as Position;
};

/** From the log itself, cut at a position: what was known then. */
const showKnownAt = async (
  session: Session,
  trancheId: string,
  at: { readonly on: LocalDate; readonly position: Position },
): Promise<Outcome> => {
  const { store } = session;
  const { on, position } = at;
  const log = await trancheLog({ store, ids: streamIds }, trancheId, { position, through: on });
  const { tranche, gate } = log.state;
  if (tranche === null) return unknown(trancheId);
  const { members, figures } = await membersKnownAt(store, { trancheId, position, on });
  const standing = trancheStanding({ tranche, gate }, { paid: log.paid, members }, on);
  return shownOutcome(session, standing, figures);
};

const showNow = async (session: Session, trancheId: string, on: LocalDate): Promise<Outcome> => {
  const standing = await trancheOnBoard(session.db, trancheId, on);
  if (standing === undefined) return unknown(trancheId);
  const figures = await memberFiguresByTranche(session.db, { asOf: on, trancheId });
  return shownOutcome(session, standing, figures.get(trancheId) ?? NOBODY);
};

const registerShow = (tranche: Command, cli: Cli): void => {
  tranche
    .command('show')
    .description('bulan lunas, kartu, gerbang, jam tunggakan / months, cards, gate, clock')
    .argument('<tranche>', 'gelombang', idOption)
    .option('--at <date>', 'keadaan pada hari ini / as of this day', dayOption)
    .option('--known-at <position>', 'menurut catatan sampai posisi / as known at', positionOption)
    .action((trancheId: string, options: { at?: LocalDate; knownAt?: Position }) =>
      cli.perform(async (session) => {
        const on = options.at ?? officeDay(session.now());
        return options.knownAt === undefined
          ? showNow(session, trancheId, on)
          : showKnownAt(session, trancheId, { on, position: options.knownAt });
      }),
    );
};

const registerList = (tranche: Command, cli: Cli): void => {
  tranche
    .command('list')
    .description('semua gelombang: iuran, kartu, gerbang, sisa hari / every tranche')
    .option('--programme <id>', 'program', idOption)
    .action((options: { programme?: string }) =>
      cli.perform(async (session) => {
        const on = officeDay(session.now());
        const { programme: programmeId } = options;
        const wish = programmeId === undefined ? { on } : { on, programmeId };
        const rows = await trancheBoard(session.db, wish);
        const figures = await memberFiguresByTranche(session.db, { asOf: on });
        const shown = rows.map((row) => ({
          ...row,
          members: figures.get(row.trancheId) ?? NOBODY,
        }));
        return done({ on, tranches: shown }, trancheListLines(shown, session));
      }),
    );
};

type GateOptions = { basis?: GateBasis; share?: number; of?: GateWhole };

const registerGate = (tranche: Command, cli: Cli): void => {
  tranche
    .command('gate')
    .description('lihat gerbang iuran, atau pasang syaratnya / look at the gate, or set its rule')
    .argument('<tranche>', 'gelombang', idOption)
    .option('--basis <basis>', GATE_BASES.join(' | '), oneOf(GATE_BASES))
    .option('--share <percent>', 'bagian kartu / share of cards', countOption)
    .option('--of <whole>', GATE_WHOLES.join(' | '), oneOf(GATE_WHOLES))
    .action((trancheId: string, options: GateOptions) =>
      cli.perform(async (session) => {
        const { basis, share, of } = options;
        if (basis === undefined && share === undefined && of === undefined) {
          const on = officeDay(session.now());
          const isKnown = (await trancheOnBoard(session.db, trancheId, on)) !== undefined;
          if (isKnown) await session.gateway.lookAtTranche(trancheId);
          return showNow(session, trancheId, on);
        }
        const rule = {
          ...{ basis: basis ?? 'RECEIVED', of: of ?? 'REGISTERED' },
          sharePercent: share ?? 100,
        };
        const answer = await session.gateway.send(
          envelope(session, 'tranche', trancheId, { type: 'SetGate', data: rule }),
        );
        const words = trancheWords[session.language];
        const text = words.rule({
          share: rule.sharePercent,
          basis: words.basis[rule.basis],
          whole: words.whole[rule.of],
        });
        return answerOutcome(session, answer, [`${words.labels.gateLine}: ${text}`]);
      }),
    );
};

export const registerTrancheViews = (tranche: Command, cli: Cli): void => {
  registerList(tranche, cli);
  registerShow(tranche, cli);
  registerGate(tranche, cli);
};

export const registerDeadlines = (program: Command, cli: Cli): void => {
  program
    .command('deadlines')
    .description('tenggat klaim dan gelombang, yang terdekat dulu / what is due, nearest first')
    .action(() =>
      cli.perform(async (session) => {
        const today = officeDay(session.now());
        const claims = await runningDeadlines(session.db, { today, calendar: NATIONAL_HOLIDAYS });
        const tranches = await trancheDeadlines(session.db, today);
        const words = trancheWords[session.language];
        const lines = [
          ...claims.map(
            ({ claimId, dueOn, state, workingDaysLeft }) =>
              `${dueOn ?? '-'}  T-07  klaim ${claimId}  ${state}  ${workingDaysLeft ?? '-'}`,
          ),
          ...tranches.map(
            ({ name, code, dueOn, daysLeft, personsAtRisk }) =>
              `${dueOn}  C-23  ${words.labels.tranche} ${name}  ${words.milestone[code]}` +
              ` (${words.due(daysLeft)})  ${words.labels.atRisk}` +
              ` ${formatCount(personsAtRisk, session.language)}`,
          ),
        ].toSorted();
        return done({ today, claims, tranches }, lines.length === 0 ? [words.labels.none] : lines);
      }),
    );
};
