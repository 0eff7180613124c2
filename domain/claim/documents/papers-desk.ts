// Decisions at the desk where papers come in: received, taken as proof, sent back.
import { officeDay } from '../../calendar.ts';
import { accept, assertNever, type Context, refuse } from '../../decider.ts';
import type { ClaimCommand, ClaimEvent } from '../events.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { DocumentReceived, PaperSeen } from './document-events.ts';
import { PAPER_BYTES_MAX } from './paper-file.ts';
import { completion, presentKinds } from './papers.ts';

type Received = ClaimWish<'ReceiveDocument'>;

const isBlank = (text: string | null): boolean => text !== null && text.trim() === '';

/** What the paper says of itself must fit together, whoever sent it. */
const formFault = ({ file, form, seen }: Received, { now }: Context): ClaimDecision | null => {
  if (file !== undefined && (file.bytes < 1 || file.bytes > PAPER_BYTES_MAX))
    return refuse('PaperTooLarge', { bytes: file.bytes, bytesMax: PAPER_BYTES_MAX });
  if (seen === undefined) return null;
  if (form === 'COPY') return refuse('CopyHasNoOriginal');
  if (seen.on > officeDay(now)) return refuse('SeenInFuture', { day: seen.on });
  return isBlank(seen.by) || isBlank(seen.place) ? refuse('SeenByMissing') : null;
};

/**
 * Who says ORIGINAL_SEEN has seen it, unless somebody else is named. A legalised copy speaks by its stamp:
 * nobody of ours is said to have seen what it was made of.
 */
const seenOf = ({ form, seen }: Received, { by, now }: Context): PaperSeen | undefined =>
  seen ?? (form === 'ORIGINAL_SEEN' ? { by: by.id, on: officeDay(now), place: null } : undefined);

const eventOf = (wish: Received, claimId: string, context: Context): DocumentReceived => {
  const { documentId, kind, sha256, form, file } = wish;
  const seen = seenOf(wish, context);
  return {
    type: 'DocumentReceived',
    data: {
      ...{ claimId, documentId, kind, sha256, form },
      ...(file !== undefined && { file }),
      ...(seen !== undefined && { seen }),
    },
  };
};

const receiveDocument = (wish: Received, state: ClaimState, context: Context): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  const known = state.documents.find((document) => document.documentId === wish.documentId);
  if (known !== undefined && !known.returned) {
    const same = known.kind === wish.kind && known.sha256 === wish.sha256;
    return same ? accept() : refuse('DocumentIdTaken', { kind: known.kind });
  }
  // Converted after its payment, a claim may lack papers of the benefit that is owed now.
  if (!isOpenStage(stage) && stage !== 'TOP_UP_PROPOSED') return refuse('ClaimNotOpen', { stage });
  const fault = formFault(wish, context);
  if (fault !== null) return fault;
  const present = [...presentKinds(state.documents), wish.kind];
  const today = { today: officeDay(context.now), rules: wish.rules };
  return accept<ClaimEvent>(
    eventOf(wish, state.claimId, context),
    ...completion(state, present, today),
  );
};

/** Accepted is no stage: a claim with papers that nobody looked at can still be checked. */
const acceptDocument = (
  { documentId }: ClaimWish<'AcceptDocument'>,
  state: ClaimState,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  const known = state.documents.find((document) => document.documentId === documentId);
  if (known === undefined) return refuse('DocumentUnknown');
  if (known.accepted) return accept();
  if (known.returned) return refuse('DocumentWasReturned', { kind: known.kind });
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  const { claimId } = state;
  return accept({ type: 'DocumentAccepted', data: { claimId, documentId, kind: known.kind } });
};

const returnDocument = (wish: ClaimWish<'ReturnDocument'>, state: ClaimState): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  const { documentId, reason } = wish;
  const known = state.documents.find((document) => document.documentId === documentId);
  if (known === undefined) return refuse('DocumentUnknown');
  if (known.returned) return accept();
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  // What was recommended rests on this paper: the recommendation goes back first.
  if (stage === 'RECOMMENDED') return refuse('ClaimAlreadyRecommended');
  if (reason.trim() === '') return refuse('ReasonMissing');
  const { claimId } = state;
  return accept({
    type: 'DocumentReturned',
    data: { claimId, documentId, kind: known.kind, reason },
  });
};

export const decidePapers = (
  command: Extract<ClaimCommand, { type: `${'Receive' | 'Accept' | 'Return'}Document` }>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  switch (command.type) {
    case 'ReceiveDocument':
      return receiveDocument(command.data, state, context);
    case 'AcceptDocument':
      return acceptDocument(command.data, state);
    case 'ReturnDocument':
      return returnDocument(command.data, state);
    default:
      return assertNever(command, 'command about papers');
  }
};
