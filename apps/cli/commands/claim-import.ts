// `lindung claim import FILE`: running claims of the old files, each at its stage, a verdict per row.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import { sameFacts } from '../../../domain/claim/assessment/same-facts.ts';
import type { ReadClaimRow } from '../../../domain/claim/claim-row.ts';
import type { CommandEnvelope } from '../../../domain/command.ts';
import { failure } from '../../../infra/failure.ts';
import { CLAIM_ROW_TEXTS } from '../../../infra/rosters/claim-row-texts.ts';
import {
  type ClaimLine,
  type ClaimListReading,
  readClaimList,
} from '../../../infra/rosters/claims-csv.ts';
import { csvLine } from '../../../infra/rosters/csv-cell.ts';
import { fileRefusalText } from '../../../infra/rosters/file-refusal-texts.ts';
import { claimFileInLog } from '../../../projections/claim-file.ts';
import { refusalText } from '../../copy/catalogue.ts';
import { peopleColumns, peoplePhrases } from '../../copy/people-phrases.ts';
import { takeOverPhrases as phrases } from '../../copy/take-over-phrases.ts';
import { say } from '../../copy/text.ts';
import { columnOf } from '../claim-columns.ts';
import { takeOverEnvelope } from '../claim-take-over.ts';
import type { Cli } from '../cli.ts';
import { dayOption } from '../option-values.ts';
import { done, foundWrong, type Outcome } from '../outcome.ts';
import { headed } from '../page-lines.ts';
import { writePrivateFile } from '../private-file.ts';
import { refusalOutcome, type Session } from '../session.ts';

type Options = { asOf: LocalDate; check?: boolean; refusedTo?: string };

/** What became of one row. `UNCHANGED`: it was entered before. */
type Verdict = {
  readonly row: number;
  readonly verdict: 'TAKEN_OVER' | 'UNCHANGED' | 'ACCEPTED' | 'REFUSED';
  readonly column: string;
  readonly code: string;
  readonly text: string;
  readonly stage: string | null;
  readonly claimId: string | null;
};

const AT_ONCE = 6;
const LINES_SHOWN = 50;
const SAY_EVERY_MS = 2_000;
const BYTE_ORDER_MARK = '\uFEFF';

const refusedRow = (row: number, why: Pick<Verdict, 'column' | 'code' | 'text'>): Verdict => ({
  ...{ row, verdict: 'REFUSED', stage: null, claimId: null, ...why },
});

const cellFaults = (session: Session, { row, faults }: ClaimLine): Verdict => {
  const texts = faults.map(({ column, problem }) => {
    const text = CLAIM_ROW_TEXTS[problem][session.language];
    return `${column}: ${text}`;
  });
  const columns = faults.map(({ column }) => column).join(' ');
  return refusedRow(row, {
    ...{ column: columns, code: faults[0]?.problem ?? '', text: texts.join(' ') },
  });
};

type Place = {
  readonly row: ReadClaimRow;
  readonly workerId: string;
  readonly fileSha256: string;
  readonly asOf: LocalDate;
};

const known = (row: number, claimId: string): Verdict => ({
  ...{ row, verdict: 'UNCHANGED', column: '', code: '', text: '', stage: null, claimId },
});

/** The history is closed, yet this very row was entered while it was open: nothing is refused. */
const isThereAlready = async (
  { store }: Session,
  { streamId, command }: CommandEnvelope<'claim'>,
): Promise<boolean> => {
  if (command.type !== 'TakeOverClaim') return false;
  const facts = (await claimFileInLog(store, streamId))?.facts;
  if (facts?.takenOverAs == null) return false;
  const { stage, agendaNumber, papers, completeOn, report } = command.data;
  const { stage: atStage, agendaNumber: agenda, papers: held } = facts.takenOverAs;
  const said = { stage, agendaNumber, papers, completeOn, deathDate: report.deathDate };
  return sameFacts(said, {
    ...{ stage: atStage, agendaNumber: agenda, papers: held },
    ...{ completeOn: facts.takenOverAs.completeOn, deathDate: facts.reports[0]?.deathDate },
  });
};

const takeOver = async (session: Session, place: Place): Promise<Verdict> => {
  const { row } = place.row;
  const wish = await takeOverEnvelope(session, place);
  const answer = await session.gateway.send(wish);
  if (answer.status === 'refused') {
    if (answer.code === 'HistoryIsClosed' && (await isThereAlready(session, wish)))
      return known(row, wish.streamId);
    const text = refusalText(answer, session.language);
    return refusedRow(row, { column: columnOf(answer), code: answer.code, text });
  }
  const isOld = answer.repeated || answer.position === '0';
  const { stage, streamId: claimId } = answer;
  const verdict = isOld ? 'UNCHANGED' : 'TAKEN_OVER';
  return { row, verdict, column: '', code: '', text: '', stage, claimId };
};

const judge = async (
  session: Session,
  line: ClaimLine,
  over: Omit<Place, 'row' | 'workerId'> & { readonly workerId: string | undefined; check: boolean },
): Promise<Verdict> => {
  const { accepted: row } = line;
  if (row === null) return cellFaults(session, line);
  const { workerId, fileSha256, asOf } = over;
  if (workerId === undefined) {
    const text = CLAIM_ROW_TEXTS.NOT_A_MEMBER[session.language];
    return refusedRow(line.row, { column: 'NIK', code: 'NOT_A_MEMBER', text });
  }
  if (over.check) {
    const none = { column: '', code: '', text: '', stage: row.stage, claimId: null };
    return { row: line.row, verdict: 'ACCEPTED', ...none };
  }
  return takeOver(session, { row, workerId, fileSha256, asOf });
};

const readList = async (bytes: Uint8Array): Promise<ClaimListReading> => {
  const reading = await readClaimList([bytes]);
  if (reading.status === 'read') return reading;
  const sentence = fileRefusalText(reading);
  throw failure({ code: reading.code, retryable: false, sentence });
};

const judgeAll = async (
  session: Session,
  { lines }: ClaimListReading,
  over: { readonly fileSha256: string; readonly asOf: LocalDate; readonly check: boolean },
): Promise<readonly Verdict[]> => {
  const niks = lines.map(({ accepted }) =>
    session.keys.keyedHash('nik', accepted === null ? '' : accepted.nik),
  );
  const workers = await session.store.findIdentities('nik', niks);
  const verdicts: Verdict[] = [];
  let saidAt = Date.now();
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const chunk = lines.slice(from, from + AT_ONCE);
    const judged = chunk.map((line, index) =>
      judge(session, line, { ...over, workerId: workers[from + index] }),
    );
    verdicts.push(...(await Promise.all(judged)));
    if (Date.now() - saidAt < SAY_EVERY_MS) continue;
    saidAt = Date.now();
    session.progress(`${verdicts.length}/${lines.length}`);
  }
  return verdicts;
};

/** Personal data: the refused rows as they came, and why. */
const refusedCsv = (
  { delimiter, header, lines }: ClaimListReading,
  verdicts: readonly Verdict[],
): string => {
  const rows = lines.flatMap(({ row, cells }) => {
    const found = verdicts.find((v) => v.row === row && v.verdict === 'REFUSED');
    return found === undefined
      ? []
      : [csvLine([...cells, found.text, found.column, String(row)], delimiter)];
  });
  return (
    BYTE_ORDER_MARK +
    csvLine([...header, 'ALASAN_DITOLAK', 'KOLOM', 'BARIS'], delimiter) +
    rows.join('')
  );
};

const summary = (verdicts: readonly Verdict[]) => {
  const count = (verdict: Verdict['verdict']): number =>
    verdicts.filter((v) => v.verdict === verdict).length;
  return {
    rows: verdicts.length,
    accepted: count('ACCEPTED'),
    takenOver: count('TAKEN_OVER'),
    unchanged: count('UNCHANGED'),
    refused: count('REFUSED'),
  };
};

const importClaims = async (session: Session, file: string, options: Options): Promise<Outcome> => {
  // Said of every row at once: it is looked at before the first.
  const texts = { reason: session.reason, source: session.source };
  const named = await session.gateway.personIn({ texts, streams: [] });
  if (named !== undefined) return refusalOutcome(session, named);
  const bytes = await readFile(file);
  const reading = await readList(bytes);
  const check = options.check === true;
  // Kept sealed among the papers: the proof of what was handed over.
  const { sha256: fileSha256 } = check ? { sha256: '' } : await session.documents.put(bytes);
  const verdicts = await judgeAll(session, reading, { fileSha256, asOf: options.asOf, check });
  if (options.refusedTo !== undefined)
    await writePrivateFile(options.refusedTo, refusedCsv(reading, verdicts));
  const counts = summary(verdicts);
  const refused = verdicts.filter(({ verdict }) => verdict === 'REFUSED');
  const shown = refused.slice(0, LINES_SHOWN);
  const { language } = session;
  const { row: rowHead, column: columnHead, reason } = peopleColumns;
  const more = refused.length - LINES_SHOWN;
  const { refusedTo: path } = options;
  const lines = [
    say(language, phrases.claimsCount, counts),
    ...(shown.length === 0
      ? []
      : headed(
          language,
          [rowHead, columnHead, reason],
          shown.map(({ row, column, text }) => [String(row), column, text]),
        )),
    ...(more > 0 ? [say(language, peoplePhrases.more, { count: more })] : []),
    ...(path === undefined ? [] : [say(language, peoplePhrases.refusedWritten, { path })]),
  ];
  const answer = counts.refused === 0 ? done : foundWrong;
  return answer({ ...counts, verdicts }, lines);
};

export const registerClaimImport = (claim: Command, cli: Cli): void => {
  claim
    .command('import')
    .argument('<file>')
    .requiredOption('--as-of <date>', '', dayOption)
    .option('--check')
    .option('--refused-to <path>')
    .action((file: string, options: Options) =>
      cli.act((session) => importClaims(session, file, options)),
    );
};
