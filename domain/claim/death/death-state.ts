// Where a death comes from, folded: suspected of work, guaranteed, concluded; the last word counts.
import { addDays, type LocalDate } from '../../calendar.ts';
import type { CareGuaranteed } from '../incident/incident-events.ts';
import type { DeathConcluded } from './death-events.ts';

export type DeathOrigin = {
  /** Somebody said that it comes from work. */
  readonly suspected: boolean;
  readonly guarantee: CareGuaranteed['data'] | null;
  readonly conclusion: DeathConcluded['data'] | null;
};

export const unknownOrigin: DeathOrigin = {
  suspected: false,
  guarantee: null,
  conclusion: null,
};

type WithOrigin = { readonly origin: DeathOrigin };

/** Suspected and not concluded: neither benefit can be decided yet. */
export const isOriginOpen = ({ origin }: WithOrigin): boolean =>
  origin.suspected && origin.conclusion === null;

/** The conclusion by which the death is one of JKK; null: JKM, or nobody knows yet. */
export const fromWork = ({
  origin,
}: WithOrigin): (DeathConcluded['data'] & { readonly accidentDate: LocalDate }) | null => {
  const { conclusion } = origin;
  if (conclusion === null || !conclusion.fromWork || conclusion.accidentDate === null) return null;
  return { ...conclusion, accidentDate: conclusion.accidentDate };
};

/** K-04: dead within a day of the attack; of hours only the days are known. */
export const isTooLateForSudden = (
  { conclusion, accidentDate }: Pick<DeathConcluded['data'], 'conclusion' | 'accidentDate'>,
  deathDate: LocalDate,
): boolean =>
  conclusion === 'SUDDEN_DEATH' && accidentDate !== null && addDays(accidentDate, 1) < deathDate;

type Deciding = WithOrigin & {
  readonly verdict: object | null;
  readonly closed: string | null;
  readonly settledOnce: boolean;
};

/** Decided, not paid, and suspected since: the conclusion will take the decision away. */
export const isDecisionInDoubt = (claim: Deciding): boolean =>
  isOriginOpen(claim) && claim.verdict !== null && claim.closed === null && !claim.settledOnce;
