// Streams `letterhead-…` and `letter_series-…`: what stands on the letters of an office, and their numbers.
import type { Office } from '../actor.ts';
import type { LocalDate } from '../calendar.ts';

export const LETTER_KINDS = [
  'RECEIPT',
  'PAPERS_RETURNED',
  'INVITATION',
  'DETERMINATION',
  'REJECTION',
  'JKN_ROUTING',
  'GUARANTEE',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** What stands above and below a letter. */
export type Letterhead = {
  readonly name: string;
  readonly address: string;
  readonly contact: string;
  /** Where it is signed, before the date. */
  readonly place: string;
  /** The office in its numbers, e.g. `BPJS-BTG`. */
  readonly code: string;
};

/** One letterhead per office and area. */
export type LetterheadPlace = { readonly office: Office; readonly area: string };

export type LetterheadSet = {
  readonly type: 'LetterheadSet';
  readonly data: LetterheadPlace & {
    readonly letterheadId: string;
    readonly from: LocalDate;
    readonly head: Letterhead;
  };
};

export type SignerNamed = {
  readonly type: 'SignerNamed';
  readonly data: LetterheadPlace & {
    readonly letterheadId: string;
    readonly actorId: string;
    /** Their office in words, as it stands under the signature. */
    readonly title: string;
    readonly from: LocalDate;
    readonly to: LocalDate | null;
  };
};

/** One series per office, area, kind and year. */
export type SeriesPlace = LetterheadPlace & { readonly kind: LetterKind; readonly year: number };

/** The number is taken with the event: no other letter of the series can have it. */
export type LetterIssued = {
  readonly type: 'LetterIssued';
  readonly data: SeriesPlace & {
    readonly seriesId: string;
    readonly number: number;
    /** As it stands on the paper, e.g. `014/PEN/BPJS-BTG/XI/2026`. */
    readonly reference: string;
    readonly claimId: string;
    /** The letter says what the file said then, and never anything later. */
    readonly claimVersion: number;
    readonly issuedOn: LocalDate;
    readonly head: Letterhead;
    /** Who made it: of a decision, they do not sign it themselves. */
    readonly issuedBy?: readonly string[];
  };
};

export type LetterSigned = {
  readonly type: 'LetterSigned';
  readonly data: {
    readonly seriesId: string;
    readonly number: number;
    readonly claimId: string;
    readonly signer: string;
    readonly title: string;
    readonly signedOn: LocalDate;
    /** The whole text as it was signed, in the store of papers. */
    readonly sha256: string;
  };
};

/** A number is never used again: what was wrong stays visible as void. */
export type LetterVoided = {
  readonly type: 'LetterVoided';
  readonly data: {
    readonly seriesId: string;
    readonly number: number;
    readonly claimId: string;
    readonly reason: string;
  };
};

export type LetterheadEvent = LetterheadSet | SignerNamed;
export type LetterSeriesEvent = LetterIssued | LetterSigned | LetterVoided;

export type Signer = { readonly actorId: string; readonly title: string };

/** Fields marked "collected" are put in by the activity; what the caller sent there is ignored. */
export type LetterheadCommand =
  | { readonly type: 'SetLetterhead'; readonly data: LetterheadSet['data'] }
  | {
      readonly type: 'NameSigner';
      readonly data: SignerNamed['data'] & {
        /** Collected: the office of the named person; null for somebody unknown. */
        readonly worksAt: Office | null;
      };
    };

export type LetterSeriesCommand =
  | {
      readonly type: 'IssueLetter';
      readonly data: SeriesPlace & {
        readonly seriesId: string;
        readonly claimId: string;
        /** Collected: in force on the day of the act. */
        readonly head: Letterhead | null;
        /** Collected: how far the claim is, which letters it has facts for, where its worker lives. */
        readonly claim: {
          readonly version: number;
          readonly kinds: readonly LetterKind[];
          readonly kelurahan: string | null;
        } | null;
      };
    }
  | {
      readonly type: 'SignLetter';
      readonly data: {
        readonly number: number;
        readonly sha256: string;
        /** Collected: who is named to sign for the office on the day of the act. */
        readonly signers: readonly Signer[];
      };
    }
  | {
      readonly type: 'VoidLetter';
      readonly data: {
        readonly number: number;
        readonly reason: string;
        /** Collected: the claim that the letter is of. */
        readonly claimId: string;
      };
    };

export type LetterheadStage = 'UNKNOWN' | 'LETTERHEAD_SET';
export type LetterSeriesStage = 'UNKNOWN' | 'NUMBERED';
