// Where a claim stands, as one code; its texts live in the copy catalogues.
import type { ClaimStage } from './events.ts';
import type { ClaimState } from './state.ts';

export const claimStage = (state: ClaimState): ClaimStage => {
  if (state.deathDate === null) return 'UNKNOWN';
  if (state.closed !== null) return state.closed;
  if (state.verdict !== null) return state.verdict.kind;
  if (state.recommendation !== null) return 'RECOMMENDED';
  // A paper sent back puts the whole file back to waiting for papers: the clock of T-07 stops.
  if (!state.documentsComplete) return 'REPORTED';
  if (state.checks === null || !state.checksCurrent) return 'DOCUMENTS_COMPLETE';
  return state.benefits === null ? 'CHECKED' : 'READY_TO_RECOMMEND';
};

const OPEN_STAGES: readonly ClaimStage[] = [
  'REPORTED',
  'DOCUMENTS_COMPLETE',
  'CHECKED',
  'READY_TO_RECOMMEND',
  'RECOMMENDED',
];

/** Open: known, and neither decided nor closed. */
export const isOpenStage = (stage: ClaimStage): boolean => OPEN_STAGES.includes(stage);
