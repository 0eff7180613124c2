// `lindung letter list|print`: the letters of a claim as text; without number and signature, drafts.
import type { Command } from 'commander';
import type { ClaimRejected } from '../../../domain/claim/decision/decision-events.ts';
import { PAPER_READERS } from '../../../domain/office/reading-acts.ts';
import type { ClaimFile } from '../../../projections/claim-file.ts';
import { wordOf } from '../../copy/code-words.ts';
import {
  LETTER_KINDS,
  type LetterKind,
  letterKinds,
  letterPhrases as phrases,
} from '../../copy/letter-phrases.ts';
import { say } from '../../copy/text.ts';
import { revealedClaim, sealedFields } from '../claim-reveal.ts';
import type { Cli } from '../cli.ts';
import { letterLines, lettersOf } from '../letters.ts';
import { refusedLook, revealReason } from '../look.ts';
import { idOption, oneOf, reasonOption } from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { readableClaim } from '../readable.ts';
import type { Session } from '../session.ts';

/** A rejection that was objected to is no longer in force, but the family still got its letter. */
const withRejection = async (session: Session, file: ClaimFile): Promise<ClaimFile> => {
  if (file.contents.rejection !== null || file.contents.objections.length === 0) return file;
  const events = await session.store.loadStream(file.claimId);
  const rejected = events.findLast(({ type }) => type === 'ClaimRejected');
  if (rejected === undefined) return file;
  const { reason, article, cure, rejectedBy, code = null } = rejected.data as ClaimRejected['data'];
  const at = rejected.effectiveAt;
  const rejection = { reason, article, cure, code, rejectedBy, at };
  return { ...file, contents: { ...file.contents, rejection } };
};

const list = async (session: Session, claimId: string): Promise<Outcome> => {
  const { language } = session;
  const found = await readableClaim(session, claimId);
  if ('outcome' in found) return found.outcome;
  const kinds = lettersOf(await withRejection(session, found.file));
  const lines = kinds.map((kind) => `${kind}  ${wordOf(letterKinds, kind, language)}`);
  return done(
    { claimId, letters: kinds.map((kind) => ({ kind, number: null, signedBy: null })) },
    lines.length === 0 ? [say(language, phrases.none)] : lines,
  );
};

const print = async (
  session: Session,
  claimId: string,
  { kind, reason }: { readonly kind: LetterKind; readonly reason: string | undefined },
): Promise<Outcome> => {
  const { language } = session;
  const reveal = reason !== undefined;
  const found = await readableClaim(session, claimId, reveal ? PAPER_READERS : undefined);
  if ('outcome' in found) return found.outcome;
  const file = await withRejection(session, found.file);
  if (!lettersOf(file).includes(kind)) {
    const facts = { kind: wordOf(letterKinds, kind, language), claim: claimId };
    return refusedWith('LetterNotThere', say(language, phrases.noLetter, facts), { claimId, kind });
  }
  let name: string | null = null;
  if (reveal) {
    const note = {
      type: 'NoteClaimRevealed',
      data: { fields: sealedFields(file), reason },
    } as const;
    const refused = await refusedLook(session, { category: 'claim', claimId, note });
    if (refused !== undefined) return refused;
    name = (await revealedClaim(session, file)).revealed.payees[0]?.name ?? null;
  }
  const lines = letterLines(file, kind, { language, name }) ?? [];
  return done({ claimId, kind, number: null, signedBy: null, draft: true, text: lines }, lines);
};

export const registerLetter = (program: Command, cli: Cli): void => {
  const letter = program.command('letter');
  letter
    .command('list')
    .argument('<claim>', '', idOption)
    .action((claimId: string) => cli.act((session) => list(session, claimId)));
  letter
    .command('print')
    .argument('<claim>', '', idOption)
    .requiredOption('--kind <kind>', '', oneOf(LETTER_KINDS))
    .option('--reveal [why]', '', reasonOption)
    .action((claimId: string, options: { kind: LetterKind; reveal?: string | true }) =>
      cli.act((session) =>
        print(session, claimId, {
          kind: options.kind,
          reason: revealReason(session, options.reveal),
        }),
      ),
    );
};
