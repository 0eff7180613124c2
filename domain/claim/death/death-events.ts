// What is recorded of where a death comes from: from work (JKK) or not (JKM), and what that changes.
import type { LocalDate } from '../../calendar.ts';
import type { RupiahText } from '../../money.ts';
import type { AdjustmentCause } from '../adjustment/adjustment-events.ts';
import type {
  BenefitLine,
  BenefitsDetermined,
  CoverFacts,
} from '../assessment/assessment-events.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import { CONCLUSIONS } from '../incident/incident-events.ts';

/** K-04: an attack at work, care at once, dead within a day: only a death can be concluded so. */
export const DEATH_CONCLUSIONS = [...CONCLUSIONS, 'SUDDEN_DEATH'] as const;
export type DeathConclusion = (typeof DEATH_CONCLUSIONS)[number];

/** The claim of the accident that the death followed, as it stood when the death was concluded. */
export type AccidentClaim = {
  readonly claimId: string;
  readonly eventDate: LocalDate;
  /** Disability benefit granted there (K-34). */
  readonly disabilityIdr: RupiahText;
};

/** M-16: one death is paid by JKM or by JKK; the last conclusion says which. */
export type DeathConcluded = {
  readonly type: 'DeathConcluded';
  readonly data: {
    readonly claimId: string;
    readonly conclusion: DeathConclusion;
    readonly fromWork: boolean;
    /** Day of the accident or diagnosis: it selects law and cover. Null: not from work. */
    readonly accidentDate: LocalDate | null;
    readonly accident: AccidentClaim | null;
    /** The day on which somebody first said that it comes from work (T-09). */
    readonly claimedOn: LocalDate;
    readonly ruleId: string;
    readonly article: string;
    /** Hex SHA-256 of the kept paper that shows it. */
    readonly evidenceSha256: string;
    readonly reason: string;
    /** A road accident: the police report is one of the papers. */
    readonly traffic: boolean;
    /** T-04: after the thirty days. */
    readonly late: boolean;
    /** A decision on the other benefit falls: its payables are cancelled with it. */
    readonly decisionFell: boolean;
    readonly concludedBy: readonly string[];
    readonly concludedOn: LocalDate;
  };
};

/** paid by one benefit and owed by the other: every line is reversed, none is overwritten. */
export type BenefitConverted = {
  readonly type: 'BenefitConverted';
  readonly data: Omit<BenefitsDetermined['data'], 'benefit'> & {
    readonly from: BenefitsDetermined['data']['benefit'];
    readonly to: BenefitsDetermined['data']['benefit'];
    readonly reversed: readonly BenefitLine[];
    readonly cause: AdjustmentCause;
  };
};

export type DeathOriginEvent = DeathConcluded | BenefitConverted;

export type ConcludeDeath = {
  readonly type: 'ConcludeDeath';
  readonly data: {
    readonly conclusion: DeathConclusion;
    readonly accidentDate: LocalDate | null;
    readonly evidenceSha256: string;
    readonly reason: string;
    readonly traffic: boolean;
    /** The claim of the accident, where there is one; its facts are collected. */
    readonly accidentClaimId: string | null;
    /** Collected; null where that claim is unknown or of somebody else. */
    readonly accident?: AccidentClaim | null;
    /** Collected: cover on the day that counts after this conclusion. */
    readonly cover: CoverFacts | null;
    /** Collected. */
    readonly rules?: RulesInForce;
  };
};
