// Stream `roster-…`: a received list, its verdicts, the decree naming its people, the answer.
import type { BatchPlace, SteerBatch } from '../batch.ts';
import type { LocalDate } from '../calendar.ts';

export const ROW_PROBLEMS = [
  'NIK_LENGTH',
  'NIK_NOT_DIGITS',
  'NIK_DATE',
  'NIK_PROVINCE_UNKNOWN',
  'NIK_SEQUENCE',
  'NIK_TWICE_IN_FILE',
  'NIK_BIRTH_DATE_DIFFERS',
  'NAME_MISSING',
  'BIRTH_DATE_INVALID',
  'AGE_BELOW_WINDOW',
  'AGE_ABOVE_WINDOW',
  'KELURAHAN_UNKNOWN',
  'KELURAHAN_OUTSIDE_PROGRAMME',
  'OCCUPATION_MISSING',
  'OCCUPATION_UNKNOWN',
  'COLUMN_MISSING',
  'FIELD_TOO_LONG',
  'CHARACTER_REFUSED',
  'FORMULA',
  'ALREADY_MEMBER',
  'KPJ_INVALID',
  'KPJ_TWICE_IN_FILE',
  'REGISTERED_ON_INVALID',
  'COVER_START_INVALID',
  'PAID_THROUGH_INVALID',
  'CARD_DATE_INVALID',
  'CARD_RECEIVER_UNKNOWN',
  'LATER_THAN_LIST',
  'HISTORY_IS_CLOSED',
] as const;
export type RowProblem = (typeof ROW_PROBLEMS)[number];

/** One refused cell, without its value: row (1 = first data row), column, reason. */
export type RowVerdict = {
  readonly row: number;
  readonly column: string;
  readonly problem: RowProblem;
  readonly severity: 'refused' | 'warning';
};

export type RosterReceived = {
  readonly type: 'RosterReceived';
  readonly data: {
    readonly rosterId: string;
    readonly trancheId: string;
    readonly programmeId: string;
    /** Hex SHA-256 of the received bytes; the encrypted bytes are kept under it. */
    readonly fileSha256: string;
    readonly rows: number;
    readonly accepted: number;
    readonly refused: number;
  };
};

/** Verdicts in pieces small enough for one event (≤ 500 each). */
export type RosterRowsRefused = {
  readonly type: 'RosterRowsRefused';
  readonly data: { readonly rosterId: string; readonly verdicts: readonly RowVerdict[] };
};

/** The people of the list are registered already: they are taken over, not nominated. */
export type RosterTakenOver = {
  readonly type: 'RosterTakenOver';
  readonly data: {
    readonly rosterId: string;
    /** The day up to which the list speaks. */
    readonly asOf: LocalDate;
    readonly decreeNumber: string | null;
    readonly decreeDate: LocalDate | null;
  };
};

export type RosterApproved = {
  readonly type: 'RosterApproved';
  readonly data: {
    readonly rosterId: string;
    readonly decreeNumber: string;
    readonly decreeDate: LocalDate;
    readonly workers: number;
  };
};

/** The list handed to the BPJS branch for registration. */
export type RosterSubmitted = {
  readonly type: 'RosterSubmitted';
  readonly data: {
    readonly rosterId: string;
    readonly workers: number;
    readonly fileSha256: string;
  };
};

export type RegistrationAnswered = {
  readonly type: 'RegistrationAnswered';
  readonly data: {
    readonly rosterId: string;
    readonly fileSha256: string;
    readonly accepted: number;
    readonly refused: number;
  };
};

export type RosterStepCompleted = {
  readonly type: 'RosterStepCompleted';
  readonly data: {
    readonly rosterId: string;
    readonly step: 'NOMINATION' | 'DECREE' | 'REGISTRATION' | 'CARDS' | 'TAKE_OVER';
    readonly done: number;
    readonly skipped: number;
  };
};

type Steered<Type extends string> = {
  readonly type: Type;
  readonly data: { readonly rosterId: string; readonly reason: string } & BatchPlace;
};
export type RosterPaused = Steered<'RosterPaused'>;
export type RosterResumed = Steered<'RosterResumed'>;
/** What was done stays; `left` members of the step at work were not reached. */
export type RosterCancelled = Steered<'RosterCancelled'>;

/** A cancelled list was received again: its steps go on. */
export type RosterReopened = {
  readonly type: 'RosterReopened';
  readonly data: { readonly rosterId: string };
};

export type RosterEvent =
  | RosterReceived
  | RosterRowsRefused
  | RosterTakenOver
  | RosterApproved
  | RosterSubmitted
  | RegistrationAnswered
  | RosterStepCompleted
  | RosterPaused
  | RosterResumed
  | RosterCancelled
  | RosterReopened;

export type RosterCommand =
  | {
      readonly type: 'ReceiveRoster';
      readonly data: RosterReceived['data'] & { readonly verdicts: readonly RowVerdict[] };
    }
  | {
      readonly type: 'TakeOverRoster';
      readonly data: RosterReceived['data'] &
        Omit<RosterTakenOver['data'], 'rosterId'> & { readonly verdicts: readonly RowVerdict[] };
    }
  | {
      readonly type: 'ApproveRoster';
      readonly data: { readonly decreeNumber: string; readonly decreeDate: LocalDate };
    }
  | {
      readonly type: 'SubmitRoster';
      readonly data: { readonly workers: number; readonly fileSha256: string };
    }
  | {
      readonly type: 'AnswerRegistration';
      readonly data: {
        readonly fileSha256: string;
        readonly accepted: number;
        readonly refused: number;
      };
    }
  | SteerBatch
  | { readonly type: 'CompleteStep'; readonly data: Omit<RosterStepCompleted['data'], 'rosterId'> };

/** Stage codes of a list; `SUBMITTED` stays until every handed-over worker is answered for. */
export type RosterStage =
  | 'UNKNOWN'
  | 'RECEIVED'
  | 'APPROVED'
  | 'SUBMITTED'
  | 'ANSWERED'
  | 'TAKEN_OVER';
