// `lindung tranche list|show|gate`: where gate and clock stand.
import type { Command } from 'commander';
import { stateOf } from '../../../activities/deciders.ts';
import { trancheLog } from '../../../activities/tranche-facts.ts';
import { type LocalDate, officeDay } from '../../../domain/calendar.ts';
import type { GateRule } from '../../../domain/programme/gate-events.ts';
import { GATE_BASES, GATE_WHOLES } from '../../../domain/programme/gate-events.ts';
import { trancheDecider } from '../../../domain/programme/tranche-decider.ts';
import {
  type TrancheStanding,
  trancheStanding,
} from '../../../domain/programme/tranche-standing.ts';
import type { Position } from '../../../infra/event-store/event-store.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { type PageWish, pageOfAll } from '../../../projections/page.ts';
import { memberFiguresByTranche } from '../../../projections/programme-summary.ts';
import { trancheBoard, trancheOnBoard } from '../../../projections/tranche-board.ts';
import { membersKnownAt } from '../../../projections/tranche-known-at.ts';
import { deskPhrases } from '../../copy/desk-phrases.ts';
import { say } from '../../copy/text.ts';
import { trancheSaid, trancheWords } from '../../copy/tranche-words.ts';
import type { Cli } from '../cli.ts';
import { type GateWish, gateRule } from '../gate-rule.ts';
import {
  countOption,
  cursorOption,
  dayOption,
  idOption,
  isIdKey,
  limitOption,
  oneOf,
  positionOption,
} from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';
import {
  type MemberFigures,
  NOBODY,
  trancheLines,
  trancheListLines,
  trancheNotFound,
} from '../tranche-lines.ts';

const shownOutcome = (
  session: Session,
  standing: TrancheStanding,
  members: MemberFigures,
): Outcome => done({ ...standing, members }, trancheLines(standing, members, session.language));

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
  if (tranche === null) return trancheNotFound(session, trancheId);
  const { members, figures } = await membersKnownAt(store, { trancheId, position, on });
  const standing = trancheStanding({ tranche, gate }, { paid: log.paid, members }, on);
  return shownOutcome(session, standing, figures);
};

const showNow = async (session: Session, trancheId: string, on: LocalDate): Promise<Outcome> => {
  const standing = await trancheOnBoard(session.db, trancheId, on);
  if (standing === undefined) return trancheNotFound(session, trancheId);
  const figures = await memberFiguresByTranche(session.db, { asOf: on, trancheId });
  return shownOutcome(session, standing, figures.get(trancheId) ?? NOBODY);
};

const registerShow = (tranche: Command, cli: Cli): void => {
  tranche
    .command('show')
    .argument('<tranche>', '', idOption)
    .option('--at <date>', '', dayOption)
    .option('--known-at <position>', '', positionOption)
    .action((trancheId: string, options: { at?: LocalDate; knownAt?: Position }) =>
      cli.perform(async (session) => {
        const on = options.at ?? officeDay(session.now());
        return options.knownAt === undefined
          ? showNow(session, trancheId, on)
          : showKnownAt(session, trancheId, { on, position: options.knownAt });
      }),
    );
};

type ListOptions = PageWish & { readonly programme?: string };

const registerList = (tranche: Command, cli: Cli): void => {
  tranche
    .command('list')
    .option('--programme <id>', '', idOption)
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isIdKey]))
    .action((options: ListOptions) =>
      cli.perform(async (session) => {
        const on = officeDay(session.now());
        const { programme: programmeId } = options;
        const wish = programmeId === undefined ? { on } : { on, programmeId };
        const all = await trancheBoard(session.db, wish);
        const { rows, nextCursor } = pageOfAll(all, options, (row) => row.trancheId);
        const figures = await memberFiguresByTranche(session.db, { asOf: on });
        const shown = rows.map((row) => ({
          ...row,
          members: figures.get(row.trancheId) ?? NOBODY,
        }));
        const { language } = session;
        return done({ on, tranches: shown, nextCursor }, [
          ...trancheListLines(shown, session),
          ...(nextCursor === null
            ? []
            : [say(language, deskPhrases.nextPage, { cursor: nextCursor })]),
        ]);
      }),
    );
};

/** Of a rule that stands, only what is named changes. */
const ruleOf = async ({ store }: Session, trancheId: string): Promise<GateRule | null> =>
  stateOf(trancheDecider, await store.loadStream(trancheId)).gate.rule;

const registerGate = (tranche: Command, cli: Cli): void => {
  tranche
    .command('gate')
    .argument('<tranche>', '', idOption)
    .option('--basis <basis>', '', oneOf(GATE_BASES))
    .option('--share <percent>', '', countOption)
    .option('--of <whole>', '', oneOf(GATE_WHOLES))
    .action((trancheId: string, options: GateWish) => {
      const { basis, share, of } = options;
      // Looking is for anybody; setting a rule is an act.
      if (basis === undefined && share === undefined && of === undefined)
        return cli.perform(async (session) => {
          const on = officeDay(session.now());
          const isKnown = (await trancheOnBoard(session.db, trancheId, on)) !== undefined;
          if (isKnown) await session.gateway.lookAtTranche(trancheId);
          return showNow(session, trancheId, on);
        });
      return cli.act(async (session) => {
        const { rule, taken } = gateRule(options, await ruleOf(session, trancheId));
        const answer = await session.gateway.send(
          envelope(session, 'tranche', trancheId, { type: 'SetGate', data: rule }),
        );
        const words = trancheWords[session.language];
        const text = words.rule({
          share: rule.sharePercent,
          basis: words.basis[rule.basis],
          whole: words.whole[rule.of],
        });
        const lines = [
          `${words.labels.gateLine}: ${text}`,
          ...(taken === '' ? [] : [say(session.language, trancheSaid.ruleTaken, { taken })]),
        ];
        return answerOutcome(session, answer, lines, { rule, taken });
      });
    });
};

export const registerTrancheViews = (tranche: Command, cli: Cli): void => {
  registerList(tranche, cli);
  registerShow(tranche, cli);
  registerGate(tranche, cli);
};
