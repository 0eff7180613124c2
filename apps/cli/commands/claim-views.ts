// `lindung claim list|show`: the queue, and the whole file of one claim with every line explained.
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import type { ClaimStage } from '../../../domain/claim/events.ts';
import { PAPER_READERS } from '../../../domain/office/reading-acts.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import { type ClaimListItem, listClaims } from '../../../projections/claim-queue.ts';
import { claimColumns, claimPhrases } from '../../copy/claim-phrases.ts';
import { claimStages, openTasks, waitingFor } from '../../copy/claim-words.ts';
import { codesOf, wordOf } from '../../copy/code-words.ts';
import { formatDay, formatRupiah, type Language } from '../../copy/format.ts';
import { claimKinds } from '../../copy/incident-phrases.ts';
import { say } from '../../copy/text.ts';
import { claimFileLines } from '../claim-file-lines.ts';
import { revealedClaim, sealedFields } from '../claim-reveal.ts';
import type { Cli } from '../cli.ts';
import { historicNote, marked } from '../historic-mark.ts';
import { refusedLook, revealReason } from '../look.ts';
import {
  cursorOption,
  idOption,
  isIdKey,
  isInstantKey,
  kelurahanOption,
  limitOption,
  oneOf,
  reasonOption,
} from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import { readableClaim } from '../readable.ts';
import type { Session } from '../session.ts';

const rowOf = (row: ClaimListItem, language: Language): readonly string[] => [
  row.claimId,
  wordOf(claimKinds, row.kind, language),
  marked(wordOf(claimStages, row.stage, language), row),
  row.kelurahan ?? '-',
  wordOf(waitingFor, row.waitingFor, language),
  row.assignedTo ?? '-',
  row.openTask === null ? '-' : wordOf(openTasks, row.openTask, language),
  row.ageDays === null ? '-' : say(language, claimPhrases.age, { days: row.ageDays }),
  row.nextDueOn === null ? '-' : formatDay(row.nextDueOn, language),
  row.totalIdr === null ? '-' : formatRupiah(row.totalIdr),
];

type ListOptions = {
  stage?: ClaimStage;
  kelurahan?: string;
  assignedTo?: string;
  overdue?: boolean;
  limit: number;
  cursor?: string;
};

const registerList = (claim: Command, cli: Cli): void => {
  const {
    claim: id,
    kind,
    stage,
    kelurahan,
    waitingFor: who,
    assignedTo,
    openTask: task,
    age,
    due,
    benefit,
  } = claimColumns;
  claim
    .command('list')
    .option('--stage <stage>', '', oneOf(codesOf(claimStages)))
    .option('--kelurahan <code>', '', kelurahanOption)
    .option('--assigned-to <actor>')
    .option('--overdue')
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isInstantKey, isIdKey]))
    .action((options: ListOptions) =>
      cli.perform(async (session) => {
        const { language } = session;
        const page = await listClaims(session.db, {
          today: officeDay(session.now()),
          calendar: NATIONAL_HOLIDAYS,
          limit: options.limit,
          ...(options.stage !== undefined && { stages: [options.stage] }),
          ...(options.kelurahan !== undefined && { kelurahan: options.kelurahan }),
          ...(options.assignedTo !== undefined && { assignedTo: options.assignedTo }),
          ...(options.overdue === true && { overdue: true }),
          ...(options.cursor !== undefined && { cursor: options.cursor }),
        });
        const columns = [id, kind, stage, kelurahan, who, assignedTo, task, age, due, benefit];
        const rows = page.rows.map((row) => rowOf(row, language));
        const empty = say(language, claimPhrases.queueEmpty);
        const lines = pageLines(language, { columns, rows, empty, next: page.nextCursor });
        return done(page, [...lines, ...historicNote(page.rows, language)]);
      }),
    );
};

/** Sealed fields only after the look is recorded; without a reason everything stays sealed. */
const shown = async (
  session: Session,
  claimId: string,
  reason: string | undefined,
): Promise<Outcome> => {
  const reveal = reason !== undefined;
  const found = await readableClaim(session, claimId, reveal ? PAPER_READERS : undefined);
  if ('outcome' in found) return found.outcome;
  const { file } = found;
  const lines = claimFileLines(file, session.language);
  if (!reveal) return done(file, lines);
  const data = { fields: sealedFields(file), reason };
  const note = { type: 'NoteClaimRevealed', data } as const;
  const refused = await refusedLook(session, { category: 'claim', claimId, note });
  if (refused !== undefined) return refused;
  const { revealed, lines: opened } = await revealedClaim(session, file);
  return done({ ...file, revealed }, [...lines, ...opened]);
};

export const registerClaimViews = (claim: Command, cli: Cli): void => {
  registerList(claim, cli);
  claim
    .command('show')
    .argument('<claim>', '', idOption)
    .option('--reveal [why]', '', reasonOption)
    .action((claimId: string, options: { reveal?: string | true }) =>
      cli.act((session) => shown(session, claimId, revealReason(session, options.reveal))),
    );
};
