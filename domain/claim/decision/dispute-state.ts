// Who decided last, who may not decide again, and whether the case was sent up.
import type { LocalDate } from '../../calendar.ts';
import type { ClaimEscalated, DecisionObjected } from './objection-events.ts';

export type DisputeState = {
  /** Who took the last decision, and on which day. */
  readonly deciders: readonly string[];
  readonly decidedOn: LocalDate | null;
  /** Whose decision was objected to: they take no other on this case. */
  readonly excluded: readonly string[];
  readonly objections: readonly string[];
  /** Until when the family is owed an answer to its objection; null when none is open. */
  readonly answerDueOn: LocalDate | null;
  /** Who sent the case up, until it is decided. */
  readonly escalatedBy: readonly string[];
};

export const initialDispute: DisputeState = {
  deciders: [],
  decidedOn: null,
  excluded: [],
  objections: [],
  answerDueOn: null,
  escalatedBy: [],
};

/** A decision ends what was sent up; who took it may be objected to. */
export const disputeDecided = (
  deciders: readonly string[],
  decidedOn: LocalDate | null = null,
): Pick<DisputeState, 'deciders' | 'decidedOn' | 'answerDueOn' | 'escalatedBy'> => ({
  ...{ deciders, decidedOn, answerDueOn: null },
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
  { objections, excluded }: DisputeState,
  event: DecisionObjected | ClaimEscalated,
): Partial<DisputeState> => {
  if (event.type === 'ClaimEscalated') return { escalatedBy: event.data.escalatedBy };
  const { objectionId, decidedBy, answerDueOn } = event.data;
  return {
    answerDueOn,
    objections: [...objections, objectionId],
    excluded: [...new Set([...excluded, ...decidedBy])],
  };
};
