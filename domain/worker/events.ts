// Stream `worker-…`: one person's membership and card, from nomination to the end of cover.
import type { LocalDate, Month } from '../calendar.ts';
import type { Sealed } from '../sealed.ts';
import type { KnownDeathCommand, KnownDeathEvent } from './known-death-events.ts';
import type {
  NoteWorkerFound,
  NoteWorkerRevealed,
  WorkerFieldsRevealed,
  WorkerFound,
} from './look-events.ts';

export type WorkerNominated = {
  readonly type: 'WorkerNominated';
  readonly data: {
    readonly workerId: string;
    readonly programmeId: string;
    readonly trancheId: string;
    readonly rosterId: string;
    readonly rosterRow: number;
    readonly nik: Sealed;
    readonly name: Sealed;
    readonly birthDate: Sealed;
    /** Kemendagri code, e.g. `64.74.02.1001`. */
    readonly kelurahan: string;
    readonly neighbourhood: Sealed;
    readonly occupation: string;
    /** Health data: sealed even when it only says no. */
    readonly disability: Sealed;
  };
};

export type WorkerNamedInDecree = {
  readonly type: 'WorkerNamedInDecree';
  readonly data: {
    readonly workerId: string;
    readonly decreeNumber: string;
    readonly decreeDate: LocalDate;
  };
};

/** Accepted by BPJS with a KPJ: from here the worker is *terdaftar* (C-19). */
export type WorkerEnrolled = {
  readonly type: 'WorkerEnrolled';
  readonly data: {
    readonly workerId: string;
    readonly kpj: Sealed;
    readonly coverStart: LocalDate;
  };
};

export type WorkerRegistrationRefused = {
  readonly type: 'WorkerRegistrationRefused';
  readonly data: { readonly workerId: string; readonly reason: string };
};

export type CardIssued = {
  readonly type: 'CardIssued';
  readonly data: {
    readonly workerId: string;
    readonly cardId: string;
    readonly validFrom: LocalDate;
  };
};

export type CardHandedOver = {
  readonly type: 'CardHandedOver';
  readonly data: {
    readonly workerId: string;
    readonly cardId: string;
    readonly method: 'LIST' | 'SCAN';
    readonly receivedBy: 'WORKER' | 'FAMILY';
    /** Kemendagri code of the place of hand-over. */
    readonly place: string;
  };
};

/** Taking over a running programme: up to which month the contributions were paid by then. */
export type PaidThroughReported = {
  readonly type: 'PaidThroughReported';
  readonly data: { readonly workerId: string; readonly paidThrough: Month };
};

export type WorkerReportedDead = {
  readonly type: 'WorkerReportedDead';
  readonly data: {
    readonly workerId: string;
    readonly claimId: string;
    readonly deathDate: LocalDate;
  };
};

export type WorkerDeathDateCorrected = {
  readonly type: 'WorkerDeathDateCorrected';
  readonly data: WorkerReportedDead['data'];
};

/** There was no death: the membership is what it was before the report. */
export type DeathReportWithdrawn = {
  readonly type: 'DeathReportWithdrawn';
  readonly data: {
    readonly workerId: string;
    readonly claimId: string;
    readonly ground: 'PERSON_ALIVE' | 'REPORT_WRONG';
  };
};

export type WorkerClaimSettled = {
  readonly type: 'WorkerClaimSettled';
  readonly data: {
    readonly workerId: string;
    readonly claimId: string;
    readonly outcome: 'SETTLED' | 'REPORTED_PAID' | 'REJECTED';
  };
};

/** A claim of an accident or illness of this person exists: claims of one person find each other. */
export type WorkerIncidentReported = {
  readonly type: 'WorkerIncidentReported';
  readonly data: {
    readonly workerId: string;
    readonly claimId: string;
    readonly eventDate: LocalDate;
  };
};

export type WorkerEvent =
  | WorkerNominated
  | WorkerNamedInDecree
  | WorkerEnrolled
  | WorkerRegistrationRefused
  | CardIssued
  | CardHandedOver
  | PaidThroughReported
  | WorkerReportedDead
  | WorkerIncidentReported
  | WorkerDeathDateCorrected
  | DeathReportWithdrawn
  | WorkerClaimSettled
  | WorkerFound
  | WorkerFieldsRevealed
  | KnownDeathEvent;

/** One registered person of a running programme, as a take-over list says it. */
export type TakeOverWorker = {
  readonly type: 'TakeOverWorker';
  readonly data: WorkerNominated['data'] & {
    readonly kpj: Sealed;
    readonly registeredOn: LocalDate;
    readonly coverStart: LocalDate;
    readonly paidThrough: Month | null;
    readonly decree: { readonly number: string; readonly date: LocalDate } | null;
    readonly cardId: string;
    /** Null: the card lies at the office; the ordinary hand-over goes on from there. */
    readonly handedOver: {
      readonly on: LocalDate;
      readonly receivedBy: CardHandedOver['data']['receivedBy'];
    } | null;
  };
};

export type WorkerCommand =
  | { readonly type: 'NominateWorker'; readonly data: WorkerNominated['data'] }
  | { readonly type: 'NameWorkerInDecree'; readonly data: WorkerNamedInDecree['data'] }
  | { readonly type: 'EnrolWorker'; readonly data: WorkerEnrolled['data'] }
  | { readonly type: 'RefuseRegistration'; readonly data: WorkerRegistrationRefused['data'] }
  | { readonly type: 'IssueCard'; readonly data: CardIssued['data'] }
  | { readonly type: 'HandOverCard'; readonly data: CardHandedOver['data'] }
  | { readonly type: 'NoteDeathReport'; readonly data: WorkerReportedDead['data'] }
  | { readonly type: 'NoteIncidentReport'; readonly data: WorkerIncidentReported['data'] }
  | { readonly type: 'WithdrawDeathReport'; readonly data: DeathReportWithdrawn['data'] }
  | { readonly type: 'NoteClaimOutcome'; readonly data: WorkerClaimSettled['data'] }
  | TakeOverWorker
  | NoteWorkerFound
  | NoteWorkerRevealed
  | KnownDeathCommand;

/** Stage codes of the worker's life, as `worker show` and the lifecycle workflow name them. */
export type WorkerStage =
  | 'UNKNOWN'
  | 'NOMINATED'
  | 'NAMED_IN_DECREE'
  | 'ENROLLED'
  | 'REGISTRATION_REFUSED'
  | 'REPORTED_DEAD'
  | 'ENDED';
