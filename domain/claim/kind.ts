// What a claim is about, as one code; its texts live in the copy catalogues.
import type { LocalDate } from '../calendar.ts';
import type { ClaimState } from './state.ts';

export const CLAIM_KINDS = ['JKM_DEATH', 'ILLNESS'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Null while nothing was reported. */
export const claimKindOf = ({ deathDate, incident }: ClaimState): ClaimKind | null => {
  if (incident !== null) return incident.kind;
  return deathDate === null ? null : 'JKM_DEATH';
};

/** The day whose law and cover count. */
export const eventDateOf = ({ deathDate, incident }: ClaimState): LocalDate | null =>
  deathDate ?? incident?.eventDate ?? null;
