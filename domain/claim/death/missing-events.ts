// What is recorded of somebody who is missing: reported, determined to be dead, or found alive.
import type { LocalDate } from '../../calendar.ts';
import type { DeathReport } from '../intake/report-events.ts';

export type MissingReport = Omit<DeathReport, 'deathDate'> & {
  /** The day on which somebody last knew of them, e.g. on which the boat did not come back. */
  readonly missingSince: LocalDate;
};

/** No death yet (T-11): nothing is paid before somebody with authority has spoken. */
export type PersonMissing = { readonly type: 'PersonMissing'; readonly data: MissingReport };

export const MISSING_AUTHORITIES = ['SEARCH_AND_RESCUE', 'HARBOUR_MASTER', 'COURT'] as const;
export type MissingAuthority = (typeof MISSING_AUTHORITIES)[number];

/** From here on it is a death of that day; `DeathReported` follows in the same act. */
export type MissingDetermined = {
  readonly type: 'MissingDetermined';
  readonly data: {
    readonly claimId: string;
    readonly workerId: string;
    readonly deathDate: LocalDate;
    readonly authority: MissingAuthority;
    readonly reference: string;
    readonly determinedOn: LocalDate;
    readonly ruleId: string;
    readonly article: string;
    /** Hex SHA-256 of the kept paper. */
    readonly evidenceSha256: string;
  };
};

/** Alive: the claim ends, and what was paid may be demanded back by a person's decision alone. */
export type PersonFound = {
  readonly type: 'PersonFound';
  readonly data: {
    readonly claimId: string;
    readonly workerId: string;
    readonly foundOn: LocalDate;
    readonly evidenceSha256: string;
    readonly reason: string;
    /** A decision falls: its payables are cancelled with it. */
    readonly decisionFell: boolean;
  };
};

export type MissingEvent = PersonMissing | MissingDetermined | PersonFound;

export type MissingCommand =
  | { readonly type: 'ReportMissing'; readonly data: MissingReport }
  | {
      readonly type: 'DetermineDeath';
      readonly data: Omit<MissingDetermined['data'], 'claimId' | 'workerId' | 'ruleId' | 'article'>;
    }
  | {
      readonly type: 'RecordFoundAlive';
      readonly data: Pick<PersonFound['data'], 'foundOn' | 'evidenceSha256' | 'reason'>;
    };
