// A look at personal data: recorded in the stream of what is looked at, before anything is shown.
import type { NoteClaimRevealed, NoteDocumentRead } from '../../domain/claim/desk/look-events.ts';
import type { NoteWorkerFound, NoteWorkerRevealed } from '../../domain/worker/look-events.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import type { Outcome } from './outcome.ts';
import { envelope, isRefused, type Refused, refusalOutcome, type Session } from './session.ts';

/** Always a command of its own: `--command-id` repeated would show the data without a trace. */
const asNewLook = (session: Session): Session => ({
  ...session,
  commandId: streamIds.random(),
  // The reason stands in the event itself.
  reason: session.effectiveAt === undefined ? undefined : session.reason,
});

type Look =
  | {
      readonly category: 'claim';
      readonly claimId: string;
      readonly note: NoteClaimRevealed | NoteDocumentRead;
    }
  | { readonly category: 'worker'; readonly note: NoteWorkerFound | NoteWorkerRevealed };

/** The command of a look that stands in the log, or why nothing may be shown. */
export const noteLook = async (
  session: Session,
  look: Look,
): Promise<{ readonly lookId: string } | Refused> => {
  const own = asNewLook(session);
  const wish =
    look.category === 'claim'
      ? envelope(own, 'claim', look.claimId, look.note)
      : envelope(own, 'worker', look.note.data.workerId, look.note);
  const answer = await session.gateway.send(wish);
  return isRefused(answer) ? answer : { lookId: wish.commandId };
};

/** Undefined when the look stands in the log; else why nothing may be shown. */
export const recordLook = async (session: Session, look: Look): Promise<Refused | undefined> => {
  const noted = await noteLook(session, look);
  return 'lookId' in noted ? undefined : noted;
};

/** What stops a look, printed; undefined when it stands in the log. */
export const refusedLook = async (session: Session, look: Look): Promise<Outcome | undefined> => {
  const refused = await recordLook(session, look);
  return refused && refusalOutcome(session, refused);
};

/** `--reveal WHY`, or `--reveal --reason WHY`. */
export const revealReason = (
  session: Session,
  reveal: string | true | undefined,
): string | undefined => (reveal === true ? (session.reason ?? '') : reveal);
