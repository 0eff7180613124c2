// `lindung roster check|import FILE --registered`: people whom BPJS has registered already.
import { readFile } from 'node:fs/promises';
import { type TakeOverTerms, termsOfTakeOver } from '../../../activities/take-over-terms.ts';
import type { LocalDate } from '../../../domain/calendar.ts';
import { startOfOfficeDay } from '../../../domain/calendar.ts';
import { failure } from '../../../infra/failure.ts';
import { fileRefusalText } from '../../../infra/rosters/file-refusal-texts.ts';
import { refusedRowsCsv } from '../../../infra/rosters/refused-rows-csv.ts';
import {
  type RegisteredListReading,
  readRegisteredList,
} from '../../../infra/rosters/registered-csv.ts';
import { peoplePhrases as phrases } from '../../copy/people-phrases.ts';
import { say } from '../../copy/text.ts';
import { followBatch } from '../follow-batch.ts';
import { done, foundWrong, type Outcome } from '../outcome.ts';
import { writePrivateFile } from '../private-file.ts';
import { rosterIdOf, unknownTranche } from '../roster-check.ts';
import { looksWrong, notReceived } from '../roster-import.ts';
import { verdictLines } from '../roster-verdict-lines.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';

export type TakeOverOptions = {
  readonly tranche: string;
  readonly asOf: LocalDate;
  readonly sk?: string;
  readonly skDate?: LocalDate;
  readonly refusedTo?: string;
  /** Also a list of which most rows are refused. */
  readonly yes?: boolean;
};

type Checked = {
  readonly reading: RegisteredListReading;
  readonly programmeId: string;
  readonly rosterId: string;
  readonly isOnFile: boolean;
  readonly counts: {
    readonly rows: number;
    readonly accepted: number;
    readonly refused: number;
    readonly warnings: number;
  };
};

/** Records nothing. Throws with a sentence when the whole file cannot be read. */
const check = async (
  session: Session,
  bytes: Uint8Array,
  options: TakeOverOptions,
): Promise<Checked> => {
  const found = await termsOfTakeOver(session.store, options.tranche, options.asOf);
  if (found === undefined) throw unknownTranche();
  const { programmeId, terms: today }: TakeOverTerms = found;
  // A history that was closed meanwhile refuses nothing of a list that is on file.
  const rosterId = rosterIdOf(options.tranche, bytes);
  const isOnFile = (await session.store.loadStream(rosterId)).length > 0;
  const terms = isOnFile ? { ...today, closedThrough: null } : today;
  const reading = await readRegisteredList([bytes], terms);
  if (reading.status === 'refused')
    throw failure({
      code: reading.code,
      retryable: false,
      sentence: fileRefusalText(reading),
    });
  if (options.refusedTo !== undefined)
    await writePrivateFile(
      options.refusedTo,
      [...refusedRowsCsv(reading, session.language)].join(''),
    );
  const { rows, accepted, refused, verdicts } = reading;
  const warnings = verdicts.filter(({ severity }) => severity === 'warning').length;
  const counts = { rows, accepted: accepted.length, refused: refused.length, warnings };
  return { reading, rosterId, isOnFile, programmeId, counts };
};

const foundLines = (
  session: Session,
  { counts, reading }: Checked,
  { refusedTo: path }: TakeOverOptions,
): readonly string[] => [
  ...verdictLines({ ...counts, verdicts: reading.verdicts }, session.language),
  ...(path === undefined ? [] : [say(session.language, phrases.refusedWritten, { path })]),
];

export const checkTakeOver = async (
  session: Session,
  file: string,
  options: TakeOverOptions,
): Promise<Outcome> => {
  const checked = await check(session, await readFile(file), options);
  const { counts, reading } = checked;
  const { verdicts } = reading;
  const lines = foundLines(session, checked, options);
  const answer = counts.refused === 0 ? done : foundWrong;
  return answer({ ...counts, verdicts }, lines);
};

/** An entry of the past says where it is known from; the engine refuses it without. */
const historyOf = (session: Session, asOf: LocalDate) => ({
  effectiveAt: startOfOfficeDay(asOf),
  source: session.source ?? '',
});

export const importTakeOver = async (
  session: Session,
  file: string,
  options: TakeOverOptions,
): Promise<Outcome> => {
  const bytes = await readFile(file);
  const checked = await check(session, bytes, options);
  // The same bytes for the same tranche are the same list: entered twice, it changes nothing.
  const { programmeId, counts, rosterId, isOnFile } = checked;
  const { tranche: trancheId, asOf } = options;
  if (!isOnFile && looksWrong(counts) && options.yes !== true)
    return notReceived(session, { ...counts, rosterId });
  const { sha256: fileSha256 } = await session.documents.put(bytes);
  const { warnings: _warnings, ...rows } = counts;
  const answer = await session.gateway.startRoster({
    ...envelope(session, 'roster', rosterId, {
      type: 'TakeOverRoster',
      data: {
        ...{ rosterId, trancheId, programmeId, fileSha256, ...rows, asOf },
        ...{ decreeNumber: options.sk ?? null, decreeDate: options.skDate ?? null },
        // The engine reads the stored list itself: its verdicts would fit in no message.
        verdicts: [],
      },
    }),
    history: historyOf(session, asOf),
  });
  if (answer.status === 'refused') return answerOutcome(session, answer, []);
  // Also for a list that was received before: whoever was interrupted sees it through.
  const progress = await followBatch(session, { kind: 'roster', id: rosterId, step: 'TAKE_OVER' });
  const said = say(session.language, phrases.roster, { id: rosterId });
  const lines = [said, ...foundLines(session, checked, options), progress.line];
  return answerOutcome(session, answer, lines, {
    ...{ rosterId, ...rows, progress },
  });
};
