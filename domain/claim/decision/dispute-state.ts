// Who decided last, who may not decide again, and whether the case was sent up.
import type { LocalDate } from '../../calendar.ts';
import type { ClaimEscalated, DecisionObjected, ObjectionAnswered } from './objection-events.ts';

export type DisputeState = {
  /** Who took the last decision, and on which day. */
  readonly deciders: readonly string[];
  readonly decidedOn: LocalDate | null;
  /** Whose decision was objected to: they take no other on this case. */
  readonly excluded: readonly string[];
  readonly objections: readonly string[];
  /** A rejection was objected to: it is no longer in force, and its letter is still owed. */
  readonly rejectionObjected: boolean;
  /** Until when the family is owed an answer to its objection; null when none is open. */
  readonly answerDueOn: LocalDate | null;
  /** The open objection to what was granted, and how many differences were proposed before it. */
  readonly objected: { readonly objectionId: string; readonly proposals: number } | null;
  /** The last answer to such an objection: the same one again changes nothing. */
  readonly answered: Pick<
    ObjectionAnswered['data'],
    'outcome' | 'reason' | 'article' | 'answeredBy'
  > | null;
  /** Who sent the case up, until it is decided. */
  readonly escalatedBy: readonly string[];
};

export const initialDispute: DisputeState = {
  deciders: [],
  decidedOn: null,
  excluded: [],
  objections: [],
  rejectionObjected: false,
  answerDueOn: null,
  objected: null,
  answered: null,
  escalatedBy: [],
};

/** A decision ends what was sent up; who took it may be objected to. */
export const disputeDecided = (
  deciders: readonly string[],
  decidedOn: LocalDate | null = null,
): Pick<DisputeState, 'deciders' | 'decidedOn' | 'answerDueOn' | 'objected' | 'escalatedBy'> => ({
  ...{ deciders, decidedOn, answerDueOn: null, objected: null },
  escalatedBy: [],
});

/** Opened again after a word that a family may object to: who spoke it does not speak it again. */
export const openedAgain = (
  { excluded, deciders }: DisputeState,
  wasDecided: boolean,
): Pick<DisputeState, 'excluded'> => ({
  excluded: wasDecided ? [...new Set([...excluded, ...deciders])] : excluded,
});

export const disputeAfter = (
  {
    objections,
    excluded,
    proposals,
    rejectionObjected,
  }: DisputeState & { readonly proposals: number },
  event: DecisionObjected | ClaimEscalated,
): Partial<DisputeState> => {
  if (event.type === 'ClaimEscalated') return { escalatedBy: event.data.escalatedBy };
  const { objectionId, decidedBy, answerDueOn, against } = event.data;
  return {
    answerDueOn,
    objected: against === 'GRANTED' ? { objectionId, proposals } : null,
    objections: [...objections, objectionId],
    rejectionObjected: rejectionObjected || against === 'REJECTED',
    excluded: [...new Set([...excluded, ...decidedBy])],
  };
};
