// `lindung claim documents …`: what was handed in, looking at a paper, receiving, accepting, returning.
import type { Command } from 'commander';
import { type LocalDate, officeDay } from '../../../domain/calendar.ts';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type PaperForm,
  type PaperSeen,
} from '../../../domain/claim/documents/document-events.ts';
import { type Acts, PAPER_READERS } from '../../../domain/office/reading-acts.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { type ClaimFile, claimFileInLog } from '../../../projections/claim-file.ts';
import { claimPhrases as phrases } from '../../copy/claim-phrases.ts';
import { documentForms, documentKinds, paperKinds } from '../../copy/claim-words.ts';
import { codesOf, wordOf } from '../../copy/code-words.ts';
import { deskPhrases } from '../../copy/desk-phrases.ts';
import { paperPhrases } from '../../copy/paper-phrases.ts';
import { say } from '../../copy/text.ts';
import { type FilePaper, paperLines, papersOf } from '../claim-file-lines.ts';
import type { Cli } from '../cli.ts';
import { refusedLook } from '../look.ts';
import { dayOption, idOption, oneOf } from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { withKeptPaper } from '../paper-intake.ts';
import { papersElsewhere } from '../papers-elsewhere.ts';
import { writePrivateFile } from '../private-file.ts';
import { readableClaim } from '../readable.ts';
import { answerOutcome, envelope, newCommandId, type Session } from '../session.ts';

type Incoming = {
  readonly kind: DocumentKind;
  readonly file: string;
  readonly form: PaperForm;
  readonly seenBy?: string;
  readonly seenOn?: LocalDate;
  readonly seenAt?: string;
};

/** Nothing where nothing was said: then whoever receives the paper has seen its original. */
const seenOf = (
  { seenBy, seenOn, seenAt }: Incoming,
  { actorId, now }: Session,
): PaperSeen | undefined =>
  seenBy === undefined && seenOn === undefined && seenAt === undefined
    ? undefined
    : { by: seenBy ?? actorId, on: seenOn ?? officeDay(now()), place: seenAt ?? null };

/** Papers of this claim with the very same bytes: brought twice, which harms nothing. */
const sameHere = async (
  { store }: Session,
  claimId: string,
  { sha256, documentId }: { readonly sha256: string; readonly documentId: string },
): Promise<readonly string[]> => {
  const file = await claimFileInLog(store, claimId);
  return (file?.contents.documents ?? [])
    .filter((known) => known.sha256 === sha256 && known.documentId !== documentId)
    .map((known) => known.documentId);
};

const receive = (session: Session, claimId: string, paper: Incoming): Promise<Outcome> =>
  withKeptPaper(session, paper.file, async ({ sha256, file }) => {
    const { language } = session;
    const { kind, form } = paper;
    const commandId = newCommandId(session);
    const documentId = streamIds.derived(commandId, 'document');
    const seen = seenOf(paper, session);
    const answer = await session.gateway.send({
      ...envelope(session, 'claim', claimId, {
        type: 'ReceiveDocument',
        data: { documentId, kind, sha256, form, file, ...(seen !== undefined && { seen }) },
      }),
      commandId,
    });
    const alike = await sameHere(session, claimId, { sha256, documentId });
    return answerOutcome(
      session,
      answer,
      [
        say(language, phrases.documentKept, {
          id: documentId,
          kind: wordOf(documentKinds, kind, language),
        }),
        ...alike.map((id) => say(language, paperPhrases.sameHere, { id })),
      ],
      { documentId, sha256, file, sameContent: alike },
    );
  });

const listed = async (file: ClaimFile, session: Session): Promise<Outcome> => {
  const { language } = session;
  const { documents, evidence } = file.contents;
  const twice = await papersElsewhere(session, file.claimId);
  const missing = file.missingDocuments.map((kind) => wordOf(documentKinds, kind, language));
  const json = { claimId: file.claimId, documents, evidence, missing: file.missingDocuments };
  return done({ ...json, elsewhere: twice.papers }, [
    ...papersOf(file).flatMap((paper) => paperLines(file, paper, language)),
    ...(papersOf(file).length === 0 ? [say(language, deskPhrases.nothingThere)] : []),
    ...(missing.length === 0
      ? []
      : [say(language, phrases.documentsMissing, { kinds: missing.join(', ') })]),
    ...twice.lines,
  ]);
};

/** One paper of a claim, for whoever holds one of the acts in its area. */
const withPaper = async (
  session: Session,
  of: { readonly claimId: string; readonly documentId: string; readonly acts?: Acts },
  then: (file: ClaimFile, paper: FilePaper) => Promise<Outcome> | Outcome,
): Promise<Outcome> => {
  const found = await readableClaim(session, of.claimId, of.acts);
  if ('outcome' in found) return found.outcome;
  const paper = papersOf(found.file).find(({ documentId }) => documentId === of.documentId);
  const sentence = say(session.language, deskPhrases.documentNotFound, { id: of.documentId });
  return paper === undefined
    ? refusedWith('DocumentNotFound', sentence, { ...of, found: false })
    : then(found.file, paper);
};

const save = async (
  session: Session,
  claimId: string,
  { paper, path }: { readonly paper: FilePaper; readonly path: string },
): Promise<Outcome> => {
  const { language } = session;
  if (paper.sha256 === null)
    return refusedWith('DocumentTakenOver', say(language, phrases.documentTakenOverAway));
  const bytes = await session.documents.get(paper.sha256);
  if (bytes === undefined)
    return refusedWith('DocumentAway', say(language, deskPhrases.documentAway));
  const { documentId, sha256 } = paper;
  const data = { documentId, reason: session.reason ?? null };
  const note = { type: 'NoteDocumentRead', data } as const;
  const refused = await refusedLook(session, { category: 'claim', claimId, note });
  if (refused !== undefined) return refused;
  await writePrivateFile(path, bytes);
  const kind = wordOf(paperKinds, paper.kind, language);
  return done({ documentId, sha256, bytes: bytes.byteLength, path }, [
    say(language, phrases.documentSaved, { kind, path, bytes: bytes.byteLength }),
  ]);
};

const registerReading = (documents: Command, cli: Cli): void => {
  documents
    .command('list')
    .argument('<claim>', '', idOption)
    .action((claimId: string) =>
      cli.act(async (session) => {
        const found = await readableClaim(session, claimId);
        return 'outcome' in found ? found.outcome : listed(found.file, session);
      }),
    );
  documents
    .command('show')
    .argument('<claim>', '', idOption)
    .argument('<document>', '', idOption)
    .action((claimId: string, documentId: string) =>
      cli.act((session) =>
        withPaper(session, { claimId, documentId }, (file, paper) =>
          done(paper, [
            ...paperLines(file, paper, session.language),
            ...(paper.sha256 === null ? [] : [`    sha256 ${paper.sha256}`]),
          ]),
        ),
      ),
    );
  documents
    .command('get')
    .argument('<claim>', '', idOption)
    .argument('<document>', '', idOption)
    .requiredOption('-o, --output <path>')
    .action((claimId: string, documentId: string, options: { output: string }) =>
      cli.act((session) =>
        withPaper(session, { claimId, documentId, acts: PAPER_READERS }, (_file, paper) =>
          save(session, claimId, { paper, path: options.output }),
        ),
      ),
    );
};

export const registerClaimDocuments = (claim: Command, cli: Cli): void => {
  const documents = claim.command('documents');
  registerReading(documents, cli);
  documents
    .command('add')
    .argument('<claim>', '', idOption)
    .requiredOption('--kind <kind>', '', oneOf(DOCUMENT_KINDS))
    .requiredOption('--file <path>')
    .option('--form <form>', '', oneOf(codesOf(documentForms)), 'COPY' as const)
    .option('--seen-by <actor>')
    .option('--seen-on <date>', '', dayOption)
    .option('--seen-at <place>')
    .action((claimId: string, options: Incoming) =>
      cli.act((session) => receive(session, claimId, options)),
    );
  documents
    .command('accept')
    .argument('<claim>', '', idOption)
    .argument('<document>', '', idOption)
    .action((claimId: string, documentId: string) =>
      cli.act(async (session) => {
        const command = { type: 'AcceptDocument', data: { documentId } } as const;
        const answer = await session.gateway.send(envelope(session, 'claim', claimId, command));
        return answerOutcome(session, answer, []);
      }),
    );
  documents
    .command('return')
    .argument('<claim>', '', idOption)
    .argument('<document>', '', idOption)
    .requiredOption('--why <text>')
    .action((claimId: string, documentId: string, options: { why: string }) =>
      cli.act(async (session) => {
        const command = {
          type: 'ReturnDocument',
          data: { documentId, reason: options.why },
        } as const;
        const answer = await session.gateway.send(envelope(session, 'claim', claimId, command));
        return answerOutcome(session, answer, []);
      }),
    );
};
