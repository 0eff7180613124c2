// Where a claim stands, as one code; its texts live in the copy catalogues.

import { isOriginOpen } from './death/death-state.ts';
import type { ClaimStage } from './events.ts';
import { eventDateOf } from './kind.ts';
import type { ClaimState } from './state.ts';

/** While papers are missing: nothing came, some came, or one that came was sent back. */
const paperStage = ({ documents }: ClaimState): ClaimStage => {
  const held = documents.filter(({ returned }) => !returned).map(({ kind }) => kind);
  const isMissed = documents.some(({ returned, kind }) => returned && !held.includes(kind));
  if (isMissed) return 'PAPERS_RETURNED';
  return held.length === 0 ? 'REPORTED' : 'PAPERS_INCOMPLETE';
};

/** Paid, and a later fact changed what is owed: what is proposed waits for persons. */
const adjustedStage = (state: ClaimState): ClaimStage | null => {
  const { closed, topUp, recovery } = state;
  if (closed !== 'SETTLED' && closed !== 'REPORTED_PAID') return null;
  if (isOriginOpen(state) && state.granted.length > 0) return 'SUSPECTED_AFTER_PAYMENT';
  if (topUp !== null) return topUp.recommended === null ? 'TOP_UP_PROPOSED' : 'TOP_UP_RECOMMENDED';
  return recovery !== null && recovery.decided === null ? 'RECOVERY_PROPOSED' : null;
};

/**
 * A death that may come from work is judged first; an accident before its application is judged, then
 * treated until the doctor has spoken.
 */
const earlyStage = (state: ClaimState): ClaimStage | null => {
  const { incident } = state;
  if (incident === null && state.deathDate === null) return 'MISSING';
  if (incident === null) return isOriginOpen(state) ? 'SUSPECTED' : null;
  if (incident.conclusion === null) return 'SUSPECTED';
  return incident.medical === null ? 'IN_TREATMENT' : null;
};

export const claimStage = (state: ClaimState): ClaimStage => {
  if (eventDateOf(state) === null) return 'UNKNOWN';
  if (state.closed !== null) return adjustedStage(state) ?? state.closed;
  if (state.incident?.routed != null) return 'ROUTED_TO_JKN';
  if (state.verdict !== null) return state.verdict.kind;
  if (state.recommendation !== null) return 'RECOMMENDED';
  const early = earlyStage(state);
  if (early !== null) return early;
  // A paper sent back puts the whole file back to waiting for papers: the clock of T-07 stops.
  if (!state.documentsComplete) return paperStage(state);
  if (state.checks === null || !state.checksCurrent) return 'DOCUMENTS_COMPLETE';
  if (state.benefits === null) return 'CHECKED';
  return state.steppedBack === 'RETURNED' ? 'RETURNED_TO_VERIFIER' : 'READY_TO_RECOMMEND';
};

const OPEN_STAGES: readonly ClaimStage[] = [
  'SUSPECTED',
  'IN_TREATMENT',
  'MISSING',
  'REPORTED',
  'PAPERS_INCOMPLETE',
  'PAPERS_RETURNED',
  'DOCUMENTS_COMPLETE',
  'CHECKED',
  'READY_TO_RECOMMEND',
  'RETURNED_TO_VERIFIER',
  'RECOMMENDED',
];

/** Open: known, and neither decided nor closed. */
export const isOpenStage = (stage: ClaimStage): boolean => OPEN_STAGES.includes(stage);
