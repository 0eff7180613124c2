// What is recorded when people tell of an accident or an illness of a living member, and what follows.

import type { LocalDate } from '../../calendar.ts';
import type { RupiahText } from '../../money.ts';
import type { DueDate } from '../../rules/due-dates.ts';
import type { BillCode } from '../../rules/reimbursement.ts';
import type { Sealed } from '../../sealed.ts';
import type { Payee } from '../assessment/assessment-events.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import type { ReportChannel, ReporterRelation } from '../intake/report-events.ts';

/** As the reporter sees it; what it is in law is concluded later, by a person. */
export const INCIDENT_KINDS = ['ACCIDENT', 'DISEASE', 'ILLNESS'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Pasal 48A: what a notice of suspicion says; of a disease also the work and the exposure (T-03). */
export const NOTICE_FIELDS = [
  'place',
  'cause',
  'time',
  'work',
  'tenure',
  'exposure',
  'diagnosis',
] as const;
export type NoticeField = (typeof NOTICE_FIELDS)[number];

export type IncidentReport = {
  readonly claimId: string;
  readonly workerId: string;
  readonly reportId: string;
  readonly kind: IncidentKind;
  /** Day of the accident, of the diagnosis, or on which the illness began. */
  readonly eventDate: LocalDate;
  /** Two incidents of one day are two claims; one is the ordinary case. */
  readonly ordinal: number;
  readonly channel: ReportChannel;
  readonly relation: ReporterRelation;
  readonly reporterName: Sealed;
  readonly reporterContact: Sealed;
  /** Health data: what happened, in the reporter's words. */
  readonly circumstances: Sealed;
  /** As far as the reporter knew. */
  readonly notice?: Readonly<Partial<Record<NoticeField, Sealed>>>;
};

/** Stage I (KK1) when somebody suspects that it comes from work. */
export type IncidentReported = {
  readonly type: 'IncidentReported';
  /** T-01, T-02: later than 2×24 hours; a flag for the office, never a reason to refuse. */
  readonly data: IncidentReport & {
    readonly late: boolean;
    /** Until when it was to be reported (T-01), and until when the right is claimed (T-09). */
    readonly clocks?: readonly DueDate[];
  };
};

/** A further report of the same incident: kept whole, linked to the one claim. */
export type IncidentReportLinked = {
  readonly type: 'IncidentReportLinked';
  readonly data: IncidentReport & { readonly kindDiffers: boolean };
};

export const ROUTING_GROUNDS = ['ILLNESS_NOT_FROM_WORK', 'NOT_FROM_WORK', 'NO_FORCE'] as const;
export type RoutingGround = (typeof ROUTING_GROUNDS)[number];

/** JKK does not cover the event: the health insurance (JKN) does, and nothing is payable here. */
export type ClaimRouted = {
  readonly type: 'ClaimRouted';
  readonly data: {
    readonly claimId: string;
    readonly to: 'JKN';
    readonly ground: RoutingGround;
    readonly ruleId: string;
    readonly article: string;
    readonly lawVersion: string;
    readonly rulesetId: string;
    /** until when a family may object. */
    readonly objectBy?: DueDate;
  };
};

/** PP 49/2023 Pasal 25A: care is guaranteed first, what it was is concluded by this day (T-04). */
export type CareGuaranteed = {
  readonly type: 'CareGuaranteed';
  readonly data: {
    readonly claimId: string;
    readonly concludeBy: LocalDate;
    readonly ruleId: string;
    readonly article: string;
    /** Of a death: the day on which somebody first said that it comes from work. */
    readonly receivedOn?: LocalDate;
  };
};

/** Why an event is a work accident (K-02 a–f, K-03). */
export const WORK_GROUNDS = [
  'AT_WORK',
  'ON_THE_WAY',
  'ON_DUTY',
  'URGENT_ERRAND',
  'OCCUPATIONAL_DISEASE',
  'VIOLENCE_AT_WORK',
] as const;
export type WorkGround = (typeof WORK_GROUNDS)[number];

export const CONCLUSIONS = [...WORK_GROUNDS, 'NOT_FROM_WORK', 'NO_FORCE'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** The suspicion is decided, with its evidence. */
export type IncidentConcluded = {
  readonly type: 'IncidentConcluded';
  readonly data: {
    readonly claimId: string;
    readonly conclusion: Conclusion;
    readonly ruleId: string;
    readonly article: string;
    /** Hex SHA-256 of the kept paper that shows it, e.g. the minutes or the witnesses' statement. */
    readonly evidenceSha256: string;
    readonly reason: string;
    /** A road accident: the police report is one of the papers, Jasa Raharja pays first. */
    readonly traffic: boolean;
    /** T-04: after the thirty days. */
    readonly late: boolean;
    /** Who concluded it, and on which day: a family may object to being led to JKN. */
    readonly concludedBy?: readonly string[];
    readonly concludedOn?: LocalDate;
  };
};

/** Why a report of the law came late (T-01, T-05), and whose matter that was. */
export const LATE_REASONS = [
  'NOT_KNOWN',
  'IN_CARE',
  'REMOTE',
  'HOSPITAL_TOLD_LATE',
  'OFFICE_CLOSED',
  'OFFICE_DELAY',
] as const;
export type LateReason = (typeof LATE_REASONS)[number];
export const LATE_PARTY = {
  NOT_KNOWN: 'FAMILY',
  IN_CARE: 'FAMILY',
  REMOTE: 'FAMILY',
  HOSPITAL_TOLD_LATE: 'HOSPITAL',
  OFFICE_CLOSED: 'VERIFIER',
  OFFICE_DELAY: 'VERIFIER',
} as const satisfies Readonly<Record<LateReason, string>>;

export const REPORT_STAGES = ['FIRST', 'SECOND'] as const;
export type ReportStage = (typeof REPORT_STAGES)[number];

/** Said when it is known; the last word counts, the earlier ones stay in the log. */
export type LatenessExplained = {
  readonly type: 'LatenessExplained';
  readonly data: {
    readonly claimId: string;
    readonly stage: ReportStage;
    readonly because: LateReason;
    readonly party: (typeof LATE_PARTY)[LateReason];
    readonly note: string;
    readonly explainedBy: readonly string[];
  };
};

/** `DIED`: what was due in life; the death itself is a claim of its own. */
export const MEDICAL_OUTCOMES = [
  'HEALED',
  'PARTIAL_DISABILITY',
  'TOTAL_DISABILITY',
  'DIED',
] as const;
export type MedicalOutcome = (typeof MEDICAL_OUTCOMES)[number];

/** Stage II (KK2): the application for the benefit, after the doctor has spoken. */
export type SecondStageReported = {
  readonly type: 'SecondStageReported';
  readonly data: {
    readonly claimId: string;
    readonly outcome: MedicalOutcome;
    /** The day on which the doctor declared it. */
    readonly declaredOn: LocalDate;
    /** T-05: later than 2×24 hours after that; a flag. */
    readonly late: boolean;
    readonly clocks?: readonly DueDate[];
  };
};

/** One loss by the table of the annex; hundredths of a percent, decibel or centimetre. */
export type StatedLoss = {
  readonly code: string;
  readonly count: number;
  readonly functionLost: number | null;
  readonly measure: number | null;
};

export type MedicalStatement = {
  /** Days on which the worker could not work (STMB). */
  readonly daysOff: number;
  readonly handedness: 'RIGHT' | 'LEFT';
  readonly losses: readonly StatedLoss[];
  readonly evidenceSha256: string;
};

/** KK3: what the doctor states, as figures; the words stay on the kept paper. */
export type MedicalStatementRecorded = {
  readonly type: 'MedicalStatementRecorded';
  readonly data: MedicalStatement & { readonly claimId: string };
};

export type ClaimedBill = {
  readonly code: BillCode;
  readonly amountIdr: RupiahText;
  readonly referencePriceIdr: RupiahText | null;
};

/** What the worker paid and asks back; the last list counts. */
export type CostsClaimed = {
  readonly type: 'CostsClaimed';
  readonly data: { readonly claimId: string; readonly bills: readonly ClaimedBill[] };
};

/** The worker is paid, on an account in their own name. */
export type PayeeDetermined = {
  readonly type: 'PayeeDetermined';
  readonly data: { readonly claimId: string; readonly payee: Payee };
};

export type IncidentEvent =
  | IncidentReported
  | IncidentReportLinked
  | ClaimRouted
  | CareGuaranteed
  | IncidentConcluded
  | SecondStageReported
  | MedicalStatementRecorded
  | CostsClaimed
  | LatenessExplained
  | PayeeDetermined;

/** What is known of the person beside this report. */
export type KnownLife = {
  readonly deathDate: LocalDate | null;
  readonly incidents: readonly { readonly claimId: string; readonly eventDate: LocalDate }[];
};

/** Whom the claim of the death pays; accounts are compared by their keyed index. */
export type Heir = Pick<Payee, 'accountIndex'>;

export type IncidentCommand =
  | {
      readonly type: 'ReportIncident';
      /** `rules`, here and below: collected. */
      readonly data: IncidentReport & {
        readonly rules?: RulesInForce;
        /** The reporter says that it is another event than one of the days around it. */
        readonly apart?: boolean;
        /** The claim of the same event, which was told with another day. */
        readonly sameAs?: string;
        /** Collected. */
        readonly life?: KnownLife;
      };
    }
  | {
      readonly type: 'ConcludeIncident';
      readonly data: Pick<
        IncidentConcluded['data'],
        'conclusion' | 'evidenceSha256' | 'reason' | 'traffic'
      > & { readonly rules?: RulesInForce };
    }
  | {
      readonly type: 'ReportSecondStage';
      readonly data: Pick<SecondStageReported['data'], 'outcome' | 'declaredOn'> & {
        readonly rules?: RulesInForce;
      };
    }
  | {
      readonly type: 'RecordMedicalStatement';
      readonly data: MedicalStatement & { readonly rules?: RulesInForce };
    }
  | {
      readonly type: 'ClaimCosts';
      /** `rules`: collected. */
      readonly data: Pick<CostsClaimed['data'], 'bills'> & { readonly rules?: RulesInForce };
    }
  | {
      readonly type: 'ExplainLateness';
      readonly data: Pick<LatenessExplained['data'], 'stage' | 'because' | 'note'>;
    }
  | {
      readonly type: 'DeterminePayee';
      readonly data: {
        readonly payee: Payee;
        readonly rules?: RulesInForce;
        /** Collected: the payee of the claim of the death; null while nobody determined one. */
        readonly heir?: Heir | null;
      };
    };
