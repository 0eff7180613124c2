// What is recorded when people tell of a death.
import type { LocalDate } from '../../calendar.ts';
import type { Sealed } from '../../sealed.ts';

export const REPORT_CHANNELS = ['KELURAHAN', 'HEIR', 'HOSPITAL', 'GROUP', 'OUTREACH'] as const;

export type ReportChannel = (typeof REPORT_CHANNELS)[number];

export type ReporterRelation =
  | 'OFFICER'
  | 'SPOUSE'
  | 'CHILD'
  | 'PARENT'
  | 'NEIGHBOUR'
  | 'FACILITY'
  | 'OTHER';

export type DeathReport = {
  readonly claimId: string;
  readonly workerId: string;
  readonly reportId: string;
  readonly deathDate: LocalDate;
  readonly channel: ReportChannel;
  readonly relation: ReporterRelation;
  readonly reporterName: Sealed;
  readonly reporterContact: Sealed;
  /** Health data: what happened, in the reporter's words. */
  readonly circumstances: Sealed;
  /** A suspected work accident belongs to JKK and is not decided as JKM (M-16). */
  readonly workAccidentSuspected: boolean;
};

export type DeathReported = { readonly type: 'DeathReported'; readonly data: DeathReport };

/** A further report of the same death: kept whole, linked to the one claim. */
export type DeathReportLinked = {
  readonly type: 'DeathReportLinked';
  readonly data: DeathReport & { readonly deathDateDiffers: boolean };
};
