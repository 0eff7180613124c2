// What is recorded when people tell of an accident or an illness of a living member, and what follows.
import type { LocalDate } from '../calendar.ts';
import type { Sealed } from '../sealed.ts';
import type { ReportChannel, ReporterRelation } from './report-events.ts';

/** As the reporter sees it; what it is in law is concluded later, by a person. */
export const INCIDENT_KINDS = ['ILLNESS'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

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
};

export type IncidentReported = {
  readonly type: 'IncidentReported';
  /** T-01, T-02: later than 2×24 hours; a flag for the office, never a reason to refuse. */
  readonly data: IncidentReport & { readonly late: boolean };
};

/** A further report of the same incident: kept whole, linked to the one claim. */
export type IncidentReportLinked = {
  readonly type: 'IncidentReportLinked';
  readonly data: IncidentReport & { readonly kindDiffers: boolean };
};

export const ROUTING_GROUNDS = ['ILLNESS_NOT_FROM_WORK'] as const;
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
  };
};

export type IncidentEvent = IncidentReported | IncidentReportLinked | ClaimRouted;

export type IncidentCommand = {
  readonly type: 'ReportIncident';
  readonly data: IncidentReport;
};
