// What is recorded when an office goes and sees for itself: asked for, given to somebody, done.
import type { LocalDate } from '../../calendar.ts';
import type { RuledVisit } from '../../rules/field-visit.ts';
import type { Sealed } from '../../sealed.ts';

/** By a rule (F-01), or because a person doubts what the papers say. */
export type VisitGround = RuledVisit | 'DOUBT';

export type FieldVisitOpened = {
  readonly type: 'FieldVisitOpened';
  readonly data: {
    readonly claimId: string;
    /** Counts the visits of this claim. */
    readonly visit: number;
    readonly ground: VisitGround;
    /** Null where no rule asked for it. */
    readonly ruleId: string | null;
    readonly article: string | null;
    /** Why a person asked for it; null where a rule did. */
    readonly reason: string | null;
  };
};

export type FieldVisitAssigned = {
  readonly type: 'FieldVisitAssigned';
  readonly data: {
    readonly claimId: string;
    readonly visit: number;
    readonly officer: string;
    readonly before: string | null;
  };
};

/** What was found agrees with the papers, leaves a doubt, or speaks against them. */
export const VISIT_RESULTS = ['CONFIRMED', 'DOUBTFUL', 'REFUTED'] as const;
export type VisitResult = (typeof VISIT_RESULTS)[number];

export const SIGNER_PARTS = ['OFFICER', 'WITNESS', 'FAMILY', 'VILLAGE'] as const;
export type SignerPart = (typeof SIGNER_PARTS)[number];

/** Who put their name under the minutes. */
export type MinutesSigner = { readonly part: SignerPart; readonly name: Sealed };

export type FieldVisitDone = {
  readonly type: 'FieldVisitDone';
  readonly data: {
    readonly claimId: string;
    readonly visit: number;
    readonly officer: string;
    readonly visitedOn: LocalDate;
    readonly result: VisitResult;
    /** What was seen and heard, in the officer's words. */
    readonly minutes: Sealed;
    readonly signers: readonly MinutesSigner[];
    /** Hex SHA-256 of the signed minutes, kept as a paper. */
    readonly evidenceSha256: string;
    readonly recordedBy: readonly string[];
  };
};

/** Somebody with authority lets a visit be: the case is decided without it, for a reason that stays. */
export type FieldVisitWaived = {
  readonly type: 'FieldVisitWaived';
  readonly data: {
    readonly claimId: string;
    readonly visit: number;
    readonly reason: string;
    readonly waivedBy: readonly string[];
  };
};

/** One visit as it stands. */
export type FieldVisit = {
  readonly visit: number;
  readonly ground: VisitGround;
  readonly officer: string | null;
  /** Null until somebody went. */
  readonly result: VisitResult | null;
  readonly evidenceSha256: string | null;
  /** Let be by somebody with authority. */
  readonly waived?: Pick<FieldVisitWaived['data'], 'reason' | 'waivedBy'>;
};

export type FieldEvent = FieldVisitOpened | FieldVisitAssigned | FieldVisitDone | FieldVisitWaived;

export type FieldCommand =
  | { readonly type: 'OpenFieldVisit'; readonly data: { readonly reason: string } }
  | { readonly type: 'WaiveFieldVisit'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'AssignFieldVisit';
      readonly data: {
        readonly officer: string;
        /** Collected: whether that person may take in or check papers of this claim today. */
        readonly mayVisit: boolean;
      };
    }
  | {
      readonly type: 'RecordFieldVisit';
      readonly data: Pick<
        FieldVisitDone['data'],
        'visitedOn' | 'result' | 'minutes' | 'signers' | 'evidenceSha256'
      >;
    };
