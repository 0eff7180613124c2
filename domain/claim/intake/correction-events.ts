// What is recorded when the day of death was wrong, or the death itself.
import type { LocalDate } from '../../calendar.ts';
import type { CoverFacts } from '../assessment/assessment-events.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';

/** The reports stay as they were told; from here on this is the day of death. */
export type DeathDateCorrected = {
  readonly type: 'DeathDateCorrected';
  readonly data: {
    readonly claimId: string;
    readonly workerId: string;
    readonly before: LocalDate;
    readonly deathDate: LocalDate;
    /** Hex SHA-256 of the kept paper that shows the day, e.g. the certificate. */
    readonly evidenceSha256: string;
    readonly reason: string;
    /** A decision that was taken on the old day falls: its payables are cancelled with it. */
    readonly decisionFell: boolean;
  };
};

export type CorrectDeathDate = {
  readonly type: 'CorrectDeathDate';
  readonly data: {
    readonly deathDate: LocalDate;
    readonly evidenceSha256: string;
    readonly reason: string;
    /** Collected: cover on the corrected day. */
    readonly cover: CoverFacts | null;
    /** Collected. */
    readonly rules?: RulesInForce;
  };
};

export const NO_DEATH_GROUNDS = ['PERSON_ALIVE', 'REPORT_WRONG'] as const;
export type NoDeathGround = (typeof NO_DEATH_GROUNDS)[number];

/** The claim was withdrawn because there was no death; a family's own withdrawal says nothing of it. */
export type DeathDisproved = {
  readonly type: 'DeathDisproved';
  readonly data: {
    readonly claimId: string;
    readonly workerId: string;
    readonly ground: NoDeathGround;
  };
};
