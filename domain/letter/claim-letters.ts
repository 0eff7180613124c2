// Which letters a claim has facts for; nothing is numbered that would say nothing.
import { claimStage } from '../claim/stage.ts';
import type { ClaimState } from '../claim/state.ts';
import { LETTER_KINDS, type LetterKind } from './letter-events.ts';

const WAITS_FOR_FAMILY: readonly ReturnType<typeof claimStage>[] = [
  ...(['REPORTED', 'PAPERS_INCOMPLETE', 'PAPERS_RETURNED', 'CHECKED'] as const),
];

const isRouted = ({ incident }: ClaimState): boolean => incident?.routed != null;

const HAS: Readonly<Record<LetterKind, (state: ClaimState) => boolean>> = {
  RECEIPT: ({ documents, objections }) =>
    objections.length > 0 || documents.some(({ returned, sha256 }) => !returned && sha256 !== null),
  PAPERS_RETURNED: ({ documents }) => documents.some(({ returned }) => returned),
  INVITATION: (state) => WAITS_FOR_FAMILY.includes(claimStage(state)),
  DETERMINATION: ({ verdict, settledOnce }) => verdict !== null || settledOnce,
  // One that was objected to is no longer in force, but the family is owed its letter.
  REJECTION: (state) =>
    state.closed === 'REJECTED' || (state.rejectionObjected && !isRouted(state)),
  JKN_ROUTING: isRouted,
  GUARANTEE: ({ hospital }) => hospital.guarantees.length > 0,
};

export const lettersOfClaim = (state: ClaimState): readonly LetterKind[] =>
  LETTER_KINDS.filter((kind) => HAS[kind](state));
