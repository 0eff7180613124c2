// `lindung claim list|show`: the queue, and the whole file of one claim with every line explained.
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import type { ClaimStage } from '../../../domain/claim/events.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import { type ClaimListItem, listClaims } from '../../../projections/claim-queue.ts';
import { claimColumns, claimPhrases } from '../../copy/claim-phrases.ts';
import { claimStages, openTasks, waitingFor } from '../../copy/claim-words.ts';
import { codesOf, wordOf } from '../../copy/code-words.ts';
import { formatDay, formatRupiah, type Language } from '../../copy/format.ts';
import { claimKinds } from '../../copy/incident-phrases.ts';
import { say } from '../../copy/text.ts';
import { claimFileLines } from '../claim-file-lines.ts';
import type { Cli } from '../cli.ts';
import { historicNote, marked } from '../historic-mark.ts';
import {
  cursorOption,
  idOption,
  isIdKey,
  isInstantKey,
  kelurahanOption,
  limitOption,
  oneOf,
} from '../option-values.ts';
import { done } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import { readableClaim } from '../readable.ts';

const rowOf = (row: ClaimListItem, language: Language): readonly string[] => [
  row.claimId,
  wordOf(claimKinds, row.kind, language),
  marked(wordOf(claimStages, row.stage, language), row),
  row.kelurahan ?? '-',
  wordOf(waitingFor, row.waitingFor, language),
  row.openTask === null ? '-' : wordOf(openTasks, row.openTask, language),
  row.ageDays === null ? '-' : say(language, claimPhrases.age, { days: row.ageDays }),
  row.nextDueOn === null ? '-' : formatDay(row.nextDueOn, language),
  row.totalIdr === null ? '-' : formatRupiah(row.totalIdr),
];

type ListOptions = { stage?: ClaimStage; kelurahan?: string; limit: number; cursor?: string };

const registerList = (claim: Command, cli: Cli): void => {
  const {
    claim: id,
    kind,
    stage,
    kelurahan,
    waitingFor: who,
    openTask: task,
    age,
    due,
    benefit,
  } = claimColumns;
  claim
    .command('list')
    .option('--stage <stage>', '', oneOf(codesOf(claimStages)))
    .option('--kelurahan <code>', '', kelurahanOption)
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
          ...(options.cursor !== undefined && { cursor: options.cursor }),
        });
        const columns = [id, kind, stage, kelurahan, who, task, age, due, benefit];
        const rows = page.rows.map((row) => rowOf(row, language));
        const empty = say(language, claimPhrases.queueEmpty);
        const lines = pageLines(language, { columns, rows, empty, next: page.nextCursor });
        return done(page, [...lines, ...historicNote(page.rows, language)]);
      }),
    );
};

export const registerClaimViews = (claim: Command, cli: Cli): void => {
  registerList(claim, cli);
  claim
    .command('show')
    .argument('<claim>', '', idOption)
    .action((claimId: string) =>
      cli.act(async (session) => {
        const found = await readableClaim(session, claimId);
        return 'outcome' in found
          ? found.outcome
          : done(found.file, claimFileLines(found.file, session.language));
      }),
    );
};
