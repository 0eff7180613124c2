// `lindung letter list|show|print`: drafts of a claim's letters, and those that have a number.
import type { Command } from 'commander';
import { OFFICES, type Office } from '../../../domain/actor.ts';
import { LETTER_KINDS, type LetterKind } from '../../../domain/letter/letter-events.ts';
import { CLAIM_READERS, PAPER_READERS } from '../../../domain/office/reading-acts.ts';
import type { LetterRow } from '../../../projections/letter-book/letter-row.ts';
import { type LetterFilter, listLetters } from '../../../projections/letter-book.ts';
import { wordOf } from '../../copy/code-words.ts';
import { formatDay, type Language } from '../../copy/format.ts';
import {
  letterColumns as columns,
  letterKinds,
  letterStates,
  letterPhrases as phrases,
} from '../../copy/letter-phrases.ts';
import { say } from '../../copy/text.ts';
import { refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { openedName } from '../letter-name.ts';
import { letterLines, lettersOf } from '../letters.ts';
import { revealReason } from '../look.ts';
import { letterByNumber, numberedLines, withRejection } from '../numbered-letter.ts';
import {
  countOption,
  cursorOption,
  idOption,
  isIdKey,
  limitOption,
  oneOf,
  reasonOption,
} from '../option-values.ts';
import { done, type Outcome, refusedWith, usageWrong } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import { readableClaim } from '../readable.ts';
import type { Session } from '../session.ts';
import { registerLetterActs } from './letter-acts.ts';
import { registerLetterhead } from './letterhead.ts';

const rowCells = (row: LetterRow, language: Language): readonly string[] => [
  row.reference,
  wordOf(letterKinds, row.kind, language),
  row.claimId,
  formatDay(row.issuedOn, language),
  wordOf(letterStates, row.state, language),
  row.signer === null ? '-' : `${row.signer}, ${row.title ?? ''}`,
  row.voidReason ?? '-',
];

const tableLines = (
  rows: readonly LetterRow[],
  language: Language,
  next: string | null,
): readonly string[] =>
  pageLines(language, {
    columns: [
      ...[columns.reference, columns.kind, columns.claim, columns.issuedOn],
      ...[columns.state, columns.signer, columns.note],
    ],
    rows: rows.map((row) => rowCells(row, language)),
    empty: say(language, phrases.none),
    next,
  });

type ListOptions = Omit<LetterFilter, 'claimId'> & {
  readonly limit: number;
  readonly cursor?: string;
};

const draftOf = (kind: LetterKind) => ({ kind, number: null, signedBy: null });

/** Of a claim: which drafts it has facts for, and every letter that got a number. */
const listOfClaim = async (session: Session, claimId: string): Promise<Outcome> => {
  const { language } = session;
  const found = await readableClaim(session, claimId);
  if ('outcome' in found) return found.outcome;
  const kinds = lettersOf(await withRejection(session, found.file));
  const { rows } = await listLetters(session.db, { claimId, limit: 500 });
  const drafts = kinds.map((kind) => `${kind}  ${wordOf(letterKinds, kind, language)}`);
  const lines = drafts.length === 0 ? [say(language, phrases.none)] : drafts;
  return done({ claimId, letters: kinds.map(draftOf), numbered: rows }, [
    ...lines,
    ...(rows.length === 0 ? [] : ['', ...tableLines(rows, language, null)]),
  ]);
};

const listOfSeries = async (session: Session, options: ListOptions): Promise<Outcome> => {
  const refused = await refusedAct(session, CLAIM_READERS, null);
  if (refused !== undefined) return refused;
  const page = await listLetters(session.db, options);
  return done(page, tableLines(page.rows, session.language, page.nextCursor));
};

const printDraft = async (
  session: Session,
  claimId: string,
  { kind, reason }: { readonly kind: LetterKind; readonly reason: string | undefined },
): Promise<Outcome> => {
  const { language } = session;
  const found = await readableClaim(
    session,
    claimId,
    reason === undefined ? undefined : PAPER_READERS,
  );
  if ('outcome' in found) return found.outcome;
  const file = await withRejection(session, found.file);
  if (!lettersOf(file).includes(kind)) {
    const facts = { kind: wordOf(letterKinds, kind, language), claim: claimId };
    return refusedWith('LetterNotThere', say(language, phrases.noLetter, facts), { claimId, kind });
  }
  const look = reason === undefined ? { name: null } : await openedName(session, claimId, reason);
  if ('outcome' in look) return look.outcome;
  const lines = letterLines(file, kind, { language, name: look.name }) ?? [];
  return done({ claimId, kind, number: null, signedBy: null, draft: true, text: lines }, lines);
};

const printNumbered = async (
  session: Session,
  row: LetterRow,
  reason: string | undefined,
): Promise<Outcome> => {
  const found = await readableClaim(session, row.claimId);
  if ('outcome' in found) return found.outcome;
  const answer = (lines: readonly string[]): Outcome =>
    done({ ...row, draft: row.state !== 'SIGNED', text: lines }, [
      ...(row.state === 'VOID'
        ? [`*** ${wordOf(letterStates, 'VOID', 'id').toUpperCase()} ***`]
        : []),
      ...lines,
    ]);
  if (reason === undefined) return answer(await numberedLines(session, row, { name: null }));
  const look = await openedName(session, row.claimId, reason);
  if ('outcome' in look) return look.outcome;
  if (row.sha256 === null) return answer(await numberedLines(session, row, look));
  const bytes = await session.documents.get(row.sha256);
  return bytes === undefined
    ? refusedWith('LetterTextAway', say(session.language, phrases.signedTextAway))
    : answer(new TextDecoder().decode(bytes).split('\n'));
};

type PrintOptions = {
  readonly kind?: LetterKind;
  readonly reveal?: string | true;
  readonly claim?: string;
};

const CLAIM_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const print = async (session: Session, what: string, options: PrintOptions): Promise<Outcome> => {
  const reason = revealReason(session, options.reveal);
  if (CLAIM_ID.test(what)) {
    const { kind } = options;
    return kind === undefined
      ? usageWrong('KindMissing', say(session.language, phrases.kindMissing))
      : printDraft(session, what.toLowerCase(), { kind, reason });
  }
  const found = await letterByNumber(session, what, options.claim);
  return 'outcome' in found ? found.outcome : printNumbered(session, found.row, reason);
};

const isNumberKey = (key: string): boolean => /^\d+$/.test(key);

const registerReading = (letter: Command, cli: Cli): void => {
  letter
    .command('list')
    .argument('[claim]', '', idOption)
    .option('--office <office>', '', oneOf(OFFICES))
    .option('--kind <kind>', '', oneOf(LETTER_KINDS))
    .option('--year <year>', '', countOption)
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isIdKey, isNumberKey]))
    .action((claimId: string | undefined, options: ListOptions & { office?: Office }) =>
      cli.act((session) =>
        claimId === undefined ? listOfSeries(session, options) : listOfClaim(session, claimId),
      ),
    );
  letter
    .command('show')
    .argument('<letter>')
    .option('--claim <claim>', '', idOption)
    .action((reference: string, { claim: of }: { claim?: string }) =>
      cli.act(async (session) => {
        const found = await letterByNumber(session, reference, of);
        if ('outcome' in found) return found.outcome;
        const claim = await readableClaim(session, found.row.claimId);
        if ('outcome' in claim) return claim.outcome;
        return done(found.row, tableLines([found.row], session.language, null));
      }),
    );
  letter
    .command('print')
    .argument('<letter>')
    .option('--kind <kind>', '', oneOf(LETTER_KINDS))
    .option('--reveal [why]', '', reasonOption)
    .option('--claim <claim>', '', idOption)
    .action((what: string, options: PrintOptions) =>
      cli.act((session) => print(session, what, options)),
    );
};

export const registerLetter = (program: Command, cli: Cli): void => {
  const letter = program.command('letter');
  registerReading(letter, cli);
  registerLetterActs(letter, cli);
  registerLetterhead(letter, cli);
};
