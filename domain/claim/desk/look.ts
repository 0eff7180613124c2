// A look into a claim is recorded before anything is shown; it changes nothing else.
import { accept, type Context, refuse } from '../../decider.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';

/** Nobody has looked in the past: what is shown is shown now. */
const isPast = ({ origin }: Context): boolean => origin === 'historic';

const isBlank = (reason: string | null): boolean => (reason ?? '').trim() === '';

export const noteClaimRevealed = (
  wish: ClaimWish<'NoteClaimRevealed'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  if (claimStage(state) === 'UNKNOWN') return refuse('ClaimUnknown');
  if (isPast(context)) return refuse('LookOnlyNow');
  if (isBlank(wish.reason)) return refuse('ReasonMissing');
  if (wish.fields.length === 0) return accept();
  const { claimId } = state;
  return accept({ type: 'ClaimFieldsRevealed', data: { ...wish, claimId } });
};

export const noteDocumentRead = (
  { documentId, reason }: ClaimWish<'NoteDocumentRead'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  if (claimStage(state) === 'UNKNOWN') return refuse('ClaimUnknown');
  if (isPast(context)) return refuse('LookOnlyNow');
  const { claimId, documents, evidence } = state;
  const known = [...documents, ...evidence].find((document) => document.documentId === documentId);
  if (known === undefined) return refuse('DocumentUnknown');
  // For whoever works on the case, the case is the reason; an auditor always says why.
  if (context.by.act === 'audit' && isBlank(reason)) return refuse('ReasonMissing');
  const { kind } = known;
  return accept({ type: 'DocumentRead', data: { claimId, documentId, kind, reason } });
};
