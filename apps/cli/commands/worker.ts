// `lindung worker …`: one person's membership, and lists of members without personal data.
import type { Command } from 'commander';
import { FIELD_READERS } from '../../../domain/office/reading-acts.ts';
import { listMembers, type Member } from '../../../projections/member-roster.ts';
import { cardStates, wordOf, workerStages } from '../../copy/code-words.ts';
import type { Language } from '../../copy/format.ts';
import { occupationWord } from '../../copy/occupation-word.ts';
import { peopleColumns, peoplePhrases } from '../../copy/people-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { historicNote, marked } from '../historic-mark.ts';
import { refusedLook, revealReason } from '../look.ts';
import {
  cursorOption,
  idOption,
  isIdKey,
  kelurahanOption,
  limitOption,
  reasonOption,
} from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import { readableWorker } from '../readable.ts';
import type { Session } from '../session.ts';
import { presentFields, workerLines } from '../worker-lines.ts';
import { registerCard } from './card.ts';
import { registerWorkerFind } from './worker-find.ts';

const rowOf = (row: Member, language: Language): readonly string[] => [
  row.workerId,
  marked(wordOf(workerStages, row.stage, language), row),
  row.kelurahan,
  occupationWord(row.occupation, language),
  wordOf(cardStates, row.cardState, language),
];

type ListOptions = { roster?: string; kelurahan?: string; limit: number; cursor?: string };

const listed = async (session: Session, options: ListOptions): Promise<Outcome> => {
  const { language } = session;
  const page = await listMembers(session.db, {
    limit: options.limit,
    ...(options.roster !== undefined && { rosterId: options.roster }),
    ...(options.kelurahan !== undefined && { kelurahan: options.kelurahan }),
    ...(options.cursor !== undefined && { cursor: options.cursor }),
  });
  const workers = page.rows.map(
    ({ workerId, stage, kelurahan, occupation, cardId, cardState, historic }) => ({
      ...{ workerId, stage, kelurahan, occupation, cardId, cardState, historic },
    }),
  );
  const { worker, stage, kelurahan, occupation, card } = peopleColumns;
  const lines = pageLines(language, {
    columns: [worker, stage, kelurahan, occupation, card],
    rows: page.rows.map((row) => rowOf(row, language)),
    next: page.nextCursor,
    empty: say(language, peoplePhrases.membersNone),
  });
  const note = historicNote(page.rows, language);
  return done({ workers, nextCursor: page.nextCursor }, [...lines, ...note]);
};

const shown = async (
  session: Session,
  workerId: string,
  reason: string | undefined,
): Promise<Outcome> => {
  const reveal = reason !== undefined;
  const found = await readableWorker(session, workerId, reveal ? FIELD_READERS : undefined);
  if ('outcome' in found) return found.outcome;
  const { worker } = found;
  if (reveal) {
    const data = { workerId, fields: presentFields(worker), reason };
    const note = { type: 'NoteWorkerRevealed', data } as const;
    const refused = await refusedLook(session, { category: 'worker', note });
    if (refused !== undefined) return refused;
  }
  const { json, lines } = await workerLines(session, worker, reveal);
  return done(json, lines);
};

export const registerWorker = (program: Command, cli: Cli): void => {
  const worker = program.command('worker');
  worker
    .command('show')
    .argument('<worker>', '', idOption)
    .option('--reveal [why]', '', reasonOption)
    .action((workerId: string, options: { reveal?: string | true }) =>
      cli.act((session) => shown(session, workerId, revealReason(session, options.reveal))),
    );
  registerWorkerFind(worker, cli);
  worker
    .command('list')
    .option('--roster <id>', '', idOption)
    .option('--kelurahan <code>', '', kelurahanOption)
    .option('--limit <n>', '', limitOption, 500)
    .option('--cursor <cursor>', '', cursorOption([isIdKey]))
    .action((options: ListOptions) => cli.perform((session) => listed(session, options)));
  registerCard(program, cli);
};
