// What a claim is about, as one code; its texts live in the copy catalogues.
import type { LocalDate } from '../calendar.ts';
import { fromWork } from './death/death-state.ts';
import type { IncidentState } from './incident/incident-state.ts';
import type { ClaimState } from './state.ts';

export const CLAIM_KINDS = [
  'JKM_DEATH',
  'JKK_DEATH',
  'MISSING_PERSON',
  'WORK_ACCIDENT',
  'OCCUPATIONAL_DISEASE',
  'ILLNESS',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

const KIND_OF = {
  ACCIDENT: 'WORK_ACCIDENT',
  DISEASE: 'OCCUPATIONAL_DISEASE',
  ILLNESS: 'ILLNESS',
} as const;

/** What was concluded counts; until then what was reported. */
const incidentKindOf = ({ kind, conclusion }: IncidentState): ClaimKind => {
  if (conclusion === null) return KIND_OF[kind];
  if (conclusion.conclusion === 'OCCUPATIONAL_DISEASE') return 'OCCUPATIONAL_DISEASE';
  return kind === 'ACCIDENT' ? 'WORK_ACCIDENT' : KIND_OF[kind];
};

/** Null while nothing was reported. */
export const claimKindOf = (state: ClaimState): ClaimKind | null => {
  const { deathDate, incident } = state;
  if (incident !== null) return incidentKindOf(incident);
  if (deathDate === null) return state.missing === null ? null : 'MISSING_PERSON';
  return fromWork(state) === null ? 'JKM_DEATH' : 'JKK_DEATH';
};

/** JKK has papers, a payment day (T-06) and a law of the day of the accident. */
export const isJkk = (state: Pick<ClaimState, 'incident' | 'origin'>): boolean =>
  state.incident !== null || fromWork(state) !== null;

/** The day whose law and cover count. */
export const eventDateOf = (state: ClaimState): LocalDate | null =>
  fromWork(state)?.accidentDate ??
  state.deathDate ??
  state.incident?.eventDate ??
  state.missing?.report.missingSince ??
  null;
