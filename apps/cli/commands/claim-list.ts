// `lindung claim list`: the queue, open cases first, by stage, place, party, due day, or for me.
import type { Command } from 'commander';
import { type LocalDate, officeDay } from '../../../domain/calendar.ts';
import type { ClaimStage } from '../../../domain/claim/events.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import {
  type ClaimListItem,
  type ClaimListWish,
  listClaims,
} from '../../../projections/claim-queue.ts';
import { papersInOtherClaims } from '../../../projections/paper-index.ts';
import { adjustmentPhrases } from '../../copy/adjustment-phrases.ts';
import { claimColumns, claimPhrases } from '../../copy/claim-phrases.ts';
import { claimStages, openTasks, waitingFor } from '../../copy/claim-words.ts';
import { codesOf, wordOf } from '../../copy/code-words.ts';
import { formatRupiah, type Language } from '../../copy/format.ts';
import { claimKinds } from '../../copy/incident-phrases.ts';
import { paperPhrases } from '../../copy/paper-phrases.ts';
import {
  claimExceptions,
  QUEUE_PRESETS,
  type QueuePreset,
  queuePhrases,
} from '../../copy/queue-words.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { dueCell } from '../due-lines.ts';
import { historicNote, marked } from '../historic-mark.ts';
import {
  cursorOption,
  dayOption,
  isIdKey,
  isInstantKey,
  kelurahanOption,
  limitOption,
  oneOf,
} from '../option-values.ts';
import { done, type Outcome, usageWrong } from '../outcome.ts';
import { ownTurns } from '../own-turn.ts';
import { pageLines } from '../page-lines.ts';
import { kelurahanText } from '../place-words.ts';
import { isNobody, type Session } from '../session.ts';

/** A line of the queue, and which other claims hold one of its papers. */
type Row = ClaimListItem & { readonly papersInClaims: readonly string[] };

const attention = ({ exceptions, papersInClaims }: Row, language: Language): string => {
  const words = exceptions.map((code) => wordOf(claimExceptions, code, language));
  const twice =
    papersInClaims.length === 0
      ? []
      : [say(language, paperPhrases.twice, { claims: papersInClaims.join(', ') })];
  return [...words, ...twice].join('; ') || '-';
};

/** Asked for the claims of one page only. */
const withPapers = async (
  { db }: Session,
  rows: readonly ClaimListItem[],
): Promise<readonly Row[]> => {
  const twice = await papersInOtherClaims(
    db,
    rows.map(({ claimId }) => claimId),
  );
  return rows.map((row) => {
    const others = (twice.get(row.claimId) ?? []).flatMap(({ elsewhere }) => elsewhere);
    return { ...row, papersInClaims: [...new Set(others.map(({ claimId }) => claimId))] };
  });
};

/** Computed here or paid before the take-over; and a top-up that waits for its decision. */
const benefitCell = (
  { totalIdr, paidBeforeIdr, topUpIdr }: ClaimListItem,
  language: Language,
): string => {
  const shown = totalIdr ?? paidBeforeIdr;
  if (shown === null) return '-';
  const sum = formatRupiah(shown, language);
  if (topUpIdr === null) return sum;
  return say(language, adjustmentPhrases.listed, { sum, due: formatRupiah(topUpIdr, language) });
};

const rowOf = (row: Row, language: Language): readonly string[] => [
  row.claimId,
  wordOf(claimKinds, row.kind, language),
  marked(wordOf(claimStages, row.stage, language), row),
  row.kelurahan === null ? '-' : kelurahanText(row.kelurahan),
  wordOf(waitingFor, row.waitingFor, language),
  row.assignedTo ?? '-',
  row.openTask === null ? '-' : wordOf(openTasks, row.openTask, language),
  row.ageDays === null ? '-' : say(language, claimPhrases.age, { days: row.ageDays }),
  dueCell(row.due, language),
  benefitCell(row, language),
  attention(row, language),
];

type Options = {
  readonly stage?: ClaimStage;
  readonly open?: boolean;
  readonly waitingFor?: ClaimListItem['waitingFor'];
  readonly kelurahan?: string;
  readonly assignedTo?: string;
  readonly dueBefore?: LocalDate;
  readonly preset?: QueuePreset;
  readonly limit: number;
  readonly cursor?: string;
};

type Wish = Omit<ClaimListWish, 'today' | 'calendar'>;

/** A preset is nothing but options that many people type every morning. */
const presetWish = async (
  session: Session,
  preset: QueuePreset | undefined,
  today: LocalDate,
): Promise<Wish> => {
  const { actorId } = session;
  switch (preset) {
    case undefined:
      return {};
    case 'OVERDUE':
      return { open: true, dueBefore: today };
    case 'FAMILY':
      return { waitingFor: 'FAMILY' };
    case 'MINE':
      return { turnOf: { actorId, turns: await ownTurns(session, today) } };
  }
};

const wishOf = async (session: Session, options: Options, today: LocalDate): Promise<Wish> => {
  const { stage, open, waitingFor: party, kelurahan, assignedTo, dueBefore } = options;
  const { limit, cursor } = options;
  return {
    ...(await presetWish(session, options.preset, today)),
    limit,
    ...(stage !== undefined && { stages: [stage] }),
    ...(open === true && { open }),
    ...(party !== undefined && { waitingFor: party }),
    ...(kelurahan !== undefined && { kelurahan }),
    ...(assignedTo !== undefined && { assignedTo }),
    ...(dueBefore !== undefined && { dueBefore }),
    ...(cursor !== undefined && { cursor }),
  };
};

const list = async (session: Session, options: Options): Promise<Outcome> => {
  const { language } = session;
  if (options.preset === 'MINE' && isNobody(session))
    return usageWrong('ActorMissing', say(language, queuePhrases.mineNeedsActor));
  const today = officeDay(session.now());
  const wish = await wishOf(session, options, today);
  const found = await listClaims(session.db, { ...wish, today, calendar: NATIONAL_HOLIDAYS });
  const page = { ...found, rows: await withPapers(session, found.rows) };
  const {
    claim,
    kind,
    stage,
    kelurahan,
    waitingFor: who,
    assignedTo,
    openTask,
    age,
    due,
    benefit,
  } = claimColumns;
  const lines = pageLines(language, {
    columns: [
      ...[claim, kind, stage, kelurahan, who, assignedTo, openTask, age, due, benefit],
      queuePhrases.attention,
    ],
    rows: page.rows.map((row) => rowOf(row, language)),
    empty: say(language, claimPhrases.queueEmpty),
    next: page.nextCursor,
  });
  return done(page, [...lines, ...historicNote(page.rows, language)]);
};

const isFlagKey = (key: string): boolean => key === '0' || key === '1';

export const registerClaimList = (claim: Command, cli: Cli): void => {
  claim
    .command('list')
    .option('--open')
    .option('--stage <stage>', '', oneOf(codesOf(claimStages)))
    .option('--waiting-for <party>', '', oneOf(codesOf(waitingFor)))
    .option('--kelurahan <code>', '', kelurahanOption)
    .option('--assigned-to <actor>')
    .option('--due-before <date>', '', dayOption)
    .option('--preset <preset>', '', oneOf(QUEUE_PRESETS))
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isFlagKey, isInstantKey, isIdKey]))
    .action((options: Options) => cli.perform((session) => list(session, options)));
};
