// What a claim is about, as one code; its texts live in the copy catalogues.
import type { LocalDate } from '../calendar.ts';
import type { IncidentState } from './incident/incident-state.ts';
import type { ClaimState } from './state.ts';

export const CLAIM_KINDS = [
  'JKM_DEATH',
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
export const claimKindOf = ({ deathDate, incident }: ClaimState): ClaimKind | null => {
  if (incident !== null) return incidentKindOf(incident);
  return deathDate === null ? null : 'JKM_DEATH';
};

/** The day whose law and cover count. */
export const eventDateOf = ({ deathDate, incident }: ClaimState): LocalDate | null =>
  deathDate ?? incident?.eventDate ?? null;
