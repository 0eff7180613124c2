// `lindung letter issue|sign|void`: a number from the series, a signature of a named person, a void.
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import { LETTER_KINDS, type LetterKind } from '../../../domain/letter/letter-events.ts';
import { PAPER_READERS } from '../../../domain/office/reading-acts.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { actorById } from '../../../projections/actor-directory.ts';
import { workerById } from '../../../projections/member-roster.ts';
import { wordOf } from '../../copy/code-words.ts';
import { letterKinds, letterPhrases as phrases } from '../../copy/letter-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { openedName } from '../letter-name.ts';
import {
  areaOfLetterhead,
  letterByNumber,
  numberedLines,
  signatureNow,
  signingTerms,
} from '../numbered-letter.ts';
import { idOption, oneOf } from '../option-values.ts';
import type { Outcome } from '../outcome.ts';
import { readableClaim } from '../readable.ts';
import { answerOutcome, envelope, isRefused, refusalOutcome, type Session } from '../session.ts';

/** Of which claim, where two offices write the same numbers. */
type Which = { readonly claim?: string };

const issue = async (session: Session, claimId: string, kind: LetterKind): Promise<Outcome> => {
  const { language, db, actorId } = session;
  const found = await readableClaim(session, claimId);
  if ('outcome' in found) return found.outcome;
  const worker = await workerById(db, found.file.workerId);
  // Somebody unknown is refused by the engine, whichever office is named here.
  const office = (await actorById(db, actorId))?.office ?? 'KELURAHAN';
  const area = await areaOfLetterhead(session, office, worker?.kelurahan ?? '');
  const place = { office, area, kind, year: Number(officeDay(session.now()).slice(0, 4)) };
  const seriesId = streamIds.letterSeries(place);
  const answer = await session.gateway.send(
    envelope(session, 'letter_series', seriesId, {
      type: 'IssueLetter',
      data: { ...place, seriesId, claimId, head: null, claim: null },
    }),
  );
  if (isRefused(answer)) return answerOutcome(session, answer, []);
  const events = await session.store.loadStream(seriesId);
  const data = events.find(({ version }) => version === answer.version)?.data;
  const { reference, number } = data as { readonly reference: string; readonly number: number };
  const word = wordOf(letterKinds, kind, language);
  const said = say(language, phrases.issued, { reference, kind: word });
  return answerOutcome(session, answer, [said], { reference, number, kind, claimId });
};

const refusedBy = (session: Session, code: string, facts: Record<string, string> = {}): Outcome =>
  refusalOutcome(session, { status: 'refused', code, facts });

const sign = async (
  session: Session,
  reference: string,
  claimId: string | undefined,
): Promise<Outcome> => {
  const found = await letterByNumber(session, reference, claimId);
  if ('outcome' in found) return found.outcome;
  const { row } = found;
  if (row.state === 'VOID') return refusedBy(session, 'LetterVoid');
  if (row.state === 'SIGNED') return refusedBy(session, 'LetterAlreadySigned');
  const claim = await readableClaim(session, row.claimId, PAPER_READERS);
  if ('outcome' in claim) return claim.outcome;
  const worker = await workerById(session.db, claim.file.workerId);
  const terms = await signingTerms(session, row, worker?.kelurahan ?? null);
  if (terms === undefined)
    return refusedBy(session, 'SignerNotNamed', { actorId: session.actorId });
  // Whoever signs reads the name: that look stands in the log under the number of the letter.
  const look = await openedName(session, row.claimId, row.reference);
  if ('outcome' in look) return look.outcome;
  const signature = await signatureNow(session, terms);
  const lines = await numberedLines(session, row, { ...look, signature });
  const { sha256 } = await session.documents.put(new TextEncoder().encode(lines.join('\n')));
  const answer = await session.gateway.send(
    envelope(session, 'letter_series', row.seriesId, {
      type: 'SignLetter',
      data: { number: row.number, sha256, signers: [] },
    }),
  );
  const { title } = terms;
  const said = say(session.language, phrases.signed, { reference: row.reference, title });
  const extra = { reference: row.reference, sha256 };
  return answerOutcome(session, answer, isRefused(answer) ? [] : [said], extra);
};

const makeVoid = async (
  session: Session,
  reference: string,
  { why: reason, claim }: Which & { readonly why: string },
): Promise<Outcome> => {
  const found = await letterByNumber(session, reference, claim);
  if ('outcome' in found) return found.outcome;
  const { seriesId, number, claimId } = found.row;
  const command = { type: 'VoidLetter', data: { number, reason, claimId } } as const;
  const answer = await session.gateway.send(envelope(session, 'letter_series', seriesId, command));
  return answerOutcome(session, answer, [], { reference: found.row.reference });
};

export const registerLetterActs = (letter: Command, cli: Cli): void => {
  letter
    .command('issue')
    .argument('<claim>', '', idOption)
    .requiredOption('--kind <kind>', '', oneOf(LETTER_KINDS))
    .action((claimId: string, { kind }: { kind: LetterKind }) =>
      cli.act((session) => issue(session, claimId, kind)),
    );
  letter
    .command('sign')
    .argument('<letter>')
    .option('--claim <claim>', '', idOption)
    .action((reference: string, { claim }: Which) =>
      cli.act((session) => sign(session, reference, claim)),
    );
  letter
    .command('void')
    .argument('<letter>')
    .requiredOption('--why <text>')
    .option('--claim <claim>', '', idOption)
    .action((reference: string, options: Which & { readonly why: string }) =>
      cli.act((session) => makeVoid(session, reference, options)),
    );
};
