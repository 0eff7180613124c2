// Receives a list: checked first, kept only when enough of it can be accepted, followed to its end.
import { readFile } from 'node:fs/promises';
import type { Answer } from '../../domain/command.ts';
import { peoplePhrases as phrases } from '../copy/people-phrases.ts';
import { say } from '../copy/text.ts';
import { followBatch } from './follow-batch.ts';
import { type Outcome, refusedWith } from './outcome.ts';
import { writePrivateFile } from './private-file.ts';
import { checkRosterFile, type RosterCheck } from './roster-check.ts';
import { verdictLines } from './roster-verdict-lines.ts';
import { answerOutcome, envelope, newCommandId, type Session } from './session.ts';

/** More refused than this, or than half of the list: it may be the wrong file. */
const REFUSED_ROWS_MAX = 1_000;
/** Members of a list that arrives at this moment change what a check found. */
const CHECKS_MAX = 3;

type Counts = Pick<RosterCheck, 'rosterId' | 'rows' | 'accepted' | 'refused'>;

export const looksWrong = ({ rows, refused }: Pick<Counts, 'rows' | 'refused'>): boolean =>
  refused > REFUSED_ROWS_MAX || refused * 2 > rows;

export const notReceived = (session: Session, check: Counts): Outcome => {
  const { rows, accepted, refused, rosterId } = check;
  const counts = { rows, accepted, refused };
  const sentence = say(session.language, phrases.importTooManyRefused, counts);
  const code = 'RosterMostlyRefused';
  return refusedWith(code, sentence, { status: 'refused', code, rosterId, ...counts });
};

type Received = { readonly check: RosterCheck; readonly answer: Answer | null };

/** `answer` null: the list looks wrong, and nothing was written. */
const receive = async (
  session: Session,
  bytes: Uint8Array,
  wish: { readonly tranche: string; readonly isSure: boolean; readonly commandId: string },
): Promise<Received> => {
  const { tranche, isSure, commandId } = wish;
  for (let attempt = 1; ; attempt += 1) {
    const check = await checkRosterFile(session, tranche, bytes);
    if (looksWrong(check) && !isSure) return { check, answer: null };
    const { rosterId, programmeId, rows, accepted, refused } = check;
    const { sha256: stored } = await session.documents.put(bytes);
    const answer = await session.gateway.startRoster({
      ...envelope(session, 'roster', rosterId, {
        type: 'ReceiveRoster',
        data: {
          ...{ rosterId, trancheId: tranche, programmeId, fileSha256: stored },
          ...{ rows, accepted, refused },
          // The engine reads the stored list itself: its verdicts would fit in no message.
          verdicts: [],
        },
      }),
      commandId,
    });
    const isStale = answer.status === 'refused' && answer.code === 'RosterCountsDiffer';
    if (!isStale || attempt === CHECKS_MAX) return { check, answer };
  }
};

export const importRoster = async (
  session: Session,
  file: string,
  options: { readonly tranche: string; readonly yes?: boolean; readonly refusedTo?: string },
): Promise<Outcome> => {
  const { language } = session;
  const commandId = newCommandId(session);
  const { check, answer } = await receive(session, await readFile(file), {
    ...{ tranche: options.tranche, isSure: options.yes === true, commandId },
  });
  const { refusedTo } = options;
  if (refusedTo !== undefined) await writePrivateFile(refusedTo, check.refusedRowsCsv());
  if (answer === null) return notReceived(session, check);
  if (answer.status === 'refused') return answerOutcome(session, answer, []);
  const { rosterId, rows, accepted, refused } = check;
  const counts = { rosterId, rows, accepted, refused };
  // "Already so": the list was received by an earlier command, and no step waits to be followed.
  if (answer.position === '0') {
    const before = say(language, phrases.rosterReceivedBefore, { id: rosterId });
    return answerOutcome(session, answer, [before], counts);
  }
  const batch = { kind: 'roster', id: rosterId, step: 'NOMINATION' } as const;
  const progress = await followBatch(session, batch);
  const said = say(language, phrases.roster, { id: rosterId });
  const path = refusedTo;
  const lines = [
    ...[said, ...verdictLines(check, language)],
    ...(path === undefined ? [] : [say(language, phrases.refusedWritten, { path })]),
    progress.line,
  ];
  return answerOutcome(session, answer, lines, { ...counts, progress });
};
