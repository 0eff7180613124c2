// `lindung claim sheet|decide`: many claims decided by one sheet, each row with a verdict of its own.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import { failure } from '../../../infra/failure.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import {
  type DecidedRow,
  decisionSheet,
  readDecisionSheet,
  refusedSheet,
  type SheetLine,
  type SheetReading,
} from '../../../infra/rosters/decision-sheet.ts';
import { fileRefusalText } from '../../../infra/rosters/file-refusal-texts.ts';
import { type ClaimListItem, listClaims } from '../../../projections/claim-queue.ts';
import { PAGE_ROWS_MAX } from '../../../projections/page.ts';
import { refusalText } from '../../copy/catalogue.ts';
import { claimStages } from '../../copy/claim-words.ts';
import { wordOf } from '../../copy/code-words.ts';
import { peopleColumns, peoplePhrases } from '../../copy/people-phrases.ts';
import { sheetPhrases as phrases } from '../../copy/sheet-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { done, foundWrong, type Outcome } from '../outcome.ts';
import { ownTurns } from '../own-turn.ts';
import { headed } from '../page-lines.ts';
import { kelurahanText } from '../place-words.ts';
import { writePrivateFile } from '../private-file.ts';
import { envelope, isRefused, type Session } from '../session.ts';

const DECIDED_HERE: readonly ClaimListItem['stage'][] = [
  ...(['READY_TO_RECOMMEND', 'RETURNED_TO_VERIFIER', 'RECOMMENDED'] as const),
  ...(['TOP_UP_PROPOSED', 'TOP_UP_RECOMMENDED'] as const),
];

/** Everything of the queue that waits for a recommendation or a decision of this person. */
const waitingClaims = async (session: Session): Promise<readonly ClaimListItem[]> => {
  const today = officeDay(session.now());
  const { actorId } = session;
  const turns = (await ownTurns(session, today)).map(({ stages, area }) => ({
    area,
    stages: stages.filter((stage) => DECIDED_HERE.includes(stage)),
  }));
  const found: ClaimListItem[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listClaims(session.db, {
      ...{ today, calendar: NATIONAL_HOLIDAYS, limit: PAGE_ROWS_MAX },
      turnOf: { actorId, turns: turns.filter(({ stages }) => stages.length > 0) },
      ...(cursor !== undefined && { cursor }),
    });
    found.push(...page.rows);
    cursor = page.nextCursor;
  }
  return found;
};

const sheet = async (session: Session, path: string): Promise<Outcome> => {
  const { language } = session;
  const claims = await waitingClaims(session);
  if (claims.length === 0) return done({ claims: 0 }, [say(language, phrases.none)]);
  const rows = claims.map(({ claimId, version, kelurahan, stage, totalIdr, topUpIdr }) => ({
    ...{ KLAIM: claimId, VERSI: version, TAHAP: wordOf(claimStages, stage, language) },
    ...{ KELURAHAN: kelurahan === null ? '' : kelurahanText(kelurahan) },
    JUMLAH: topUpIdr ?? totalIdr ?? '',
  }));
  await writePrivateFile(path, decisionSheet(rows));
  const said = say(language, phrases.written, { count: rows.length, path });
  return done({ claims: rows.length, path }, [said]);
};

const commandOf = ({ decision, totalIdr, reason, determination }: DecidedRow): ClaimCommand => {
  switch (decision) {
    case 'RECOMMEND':
      return {
        type: 'RecommendClaim',
        data: { mandate: null, ...(reason !== '' && { reason }) },
      };
    case 'APPROVE':
      return {
        type: 'ApproveClaim',
        data: { totalIdr, cover: null, ...(determination !== null && { determination }) },
      };
    case 'RETURN':
      return { type: 'ReturnClaim', data: { reason } };
  }
};

type Verdict = {
  readonly row: number;
  readonly claimId: string | null;
  readonly verdict: 'RECORDED' | 'UNCHANGED' | 'LEFT' | 'REFUSED';
  readonly code: string;
  readonly text: string;
  readonly stage: string | null;
};

const decideRow = async (session: Session, line: SheetLine, sha256: string): Promise<Verdict> => {
  const { row, decided, fault } = line;
  const nothing = { row, claimId: null, code: '', text: '', stage: null };
  if (fault !== null) {
    const text = say(session.language, phrases.badCell, { column: fault });
    return { ...nothing, verdict: 'REFUSED', code: 'CellWrong', text };
  }
  if (decided === null) return { ...nothing, verdict: 'LEFT' };
  const { claimId, seenVersion } = decided;
  // The same row of the same sheet of the same person is the same act, however often it is sent.
  const commandId = streamIds.command('decide-row', sha256, session.actorId, row);
  const answer = await session.gateway.send({
    ...envelope({ ...session, commandId }, 'claim', claimId, commandOf(decided)),
    seenVersion,
  });
  if (isRefused(answer)) {
    const { code } = answer;
    const text = refusalText(answer, session.language);
    return { ...nothing, claimId, verdict: 'REFUSED', code, text };
  }
  const isOld = answer.repeated || answer.position === '0';
  const verdict = isOld ? 'UNCHANGED' : 'RECORDED';
  return { ...nothing, claimId, verdict, stage: answer.stage };
};

const AT_ONCE = 6;
const SAY_EVERY_MS = 2_000;

const decideAll = async (
  session: Session,
  { lines }: SheetReading,
  sha256: string,
): Promise<readonly Verdict[]> => {
  const verdicts: Verdict[] = [];
  let saidAt = Date.now();
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const chunk = lines.slice(from, from + AT_ONCE);
    verdicts.push(...(await Promise.all(chunk.map((line) => decideRow(session, line, sha256)))));
    if (Date.now() - saidAt < SAY_EVERY_MS) continue;
    saidAt = Date.now();
    session.progress(`${verdicts.length}/${lines.length}`);
  }
  return verdicts;
};

const decide = async (session: Session, file: string, refusedTo?: string): Promise<Outcome> => {
  const { language } = session;
  const bytes = await readFile(file);
  const reading = await readDecisionSheet(bytes);
  if (reading.status === 'refused') {
    const sentence = fileRefusalText(reading);
    throw failure({ code: reading.code, retryable: false, sentence });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const verdicts = await decideAll(session, reading, sha256);
  const count = (wanted: Verdict['verdict']) =>
    verdicts.filter(({ verdict }) => verdict === wanted).length;
  const refused = verdicts.filter(({ verdict }) => verdict === 'REFUSED');
  if (refusedTo !== undefined)
    await writePrivateFile(
      refusedTo,
      refusedSheet(reading, new Map(refused.map(({ row, text }) => [row, text]))),
    );
  const counts = {
    ...{ rows: verdicts.length, recorded: count('RECORDED'), unchanged: count('UNCHANGED') },
    ...{ left: count('LEFT'), refused: refused.length },
  };
  const { row, reason } = peopleColumns;
  const lines = [
    say(language, phrases.counts, counts),
    ...(refused.length === 0
      ? []
      : headed(
          language,
          [row, phrases.claim, reason],
          refused.map((one) => [String(one.row), one.claimId ?? '-', one.text]),
        )),
    ...(refusedTo === undefined
      ? []
      : [say(language, peoplePhrases.refusedWritten, { path: refusedTo })]),
  ];
  return (refused.length === 0 ? done : foundWrong)({ ...counts, verdicts }, lines);
};

export const registerClaimDecide = (claim: Command, cli: Cli): void => {
  claim
    .command('sheet')
    .requiredOption('-o, --output <path>')
    .action(({ output }: { output: string }) => cli.act((session) => sheet(session, output)));
  claim
    .command('decide')
    .argument('<file>')
    .option('--refused-to <path>')
    .action((file: string, { refusedTo }: { refusedTo?: string }) =>
      cli.act((session) => decide(session, file, refusedTo)),
    );
};
