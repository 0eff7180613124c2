// What is recorded when a list of the dead speaks of a worker: named, doubted, decided, visited, closed.
import type { LocalDate } from '../calendar.ts';
import type { MatchedBy } from '../outreach/death-match.ts';
import type { Sealed } from '../sealed.ts';

export const DEATH_SOURCES = ['KELURAHAN', 'CIVIL_REGISTRY'] as const;
export type DeathSource = (typeof DEATH_SOURCES)[number];

/** Which row of which list says it. */
type RowOfList = {
  readonly workerId: string;
  readonly listId: string;
  readonly row: number;
  readonly source: DeathSource;
  readonly deathDate: LocalDate;
  /** How alike name, birth date and place are; a thousand is the same in every word. */
  readonly score: number;
};

/** From here the death is known: contributions end, and somebody tells the family. */
export type WorkerNamedInDeathList = {
  readonly type: 'WorkerNamedInDeathList';
  readonly data: RowOfList & { readonly matchedBy: MatchedBy | 'PERSON' };
};

export type DeathDoubtRaised = {
  readonly type: 'DeathDoubtRaised';
  readonly data: RowOfList & {
    readonly doubtId: string;
    /** Of the list, so that whoever decides can compare; sealed under a key of that row. */
    readonly name: Sealed;
    readonly birthDate: Sealed | null;
    readonly nik: Sealed | null;
  };
};

export type DeathDoubtDecided = {
  readonly type: 'DeathDoubtDecided';
  readonly data: {
    readonly workerId: string;
    readonly doubtId: string;
    readonly isSamePerson: boolean;
    readonly reason: string;
    readonly decidedBy: readonly string[];
  };
};

export const FAMILY_VISIT_RESULTS = ['INFORMED', 'NOT_FOUND', 'NO_FAMILY', 'ALIVE'] as const;
export type FamilyVisitResult = (typeof FAMILY_VISIT_RESULTS)[number];

export type BereavedFamilyVisited = {
  readonly type: 'BereavedFamilyVisited';
  readonly data: {
    readonly workerId: string;
    readonly visitedOn: LocalDate;
    readonly result: FamilyVisitResult;
    readonly note: Sealed | null;
  };
};

export const DEATH_CLOSING_GROUNDS = [
  'ALIVE',
  'NOT_COVERED',
  'NO_HEIR',
  'PAID_BEFORE',
  'FAMILY_DECLINES',
] as const;
export type DeathClosingGround = (typeof DEATH_CLOSING_GROUNDS)[number];

/** Why nobody waits for a claim of this death any more. */
export type KnownDeathClosed = {
  readonly type: 'KnownDeathClosed';
  readonly data: {
    readonly workerId: string;
    readonly ground: DeathClosingGround;
    readonly reason: string;
  };
};

export type KnownDeathEvent =
  | WorkerNamedInDeathList
  | DeathDoubtRaised
  | DeathDoubtDecided
  | BereavedFamilyVisited
  | KnownDeathClosed;

export type KnownDeathCommand =
  | {
      readonly type: 'NoteNamedInDeathList';
      readonly data: Omit<WorkerNamedInDeathList['data'], 'matchedBy'> & {
        readonly matchedBy: MatchedBy;
      };
    }
  | { readonly type: 'RaiseDeathDoubt'; readonly data: DeathDoubtRaised['data'] }
  | {
      readonly type: 'DecideDeathDoubt';
      readonly data: Omit<DeathDoubtDecided['data'], 'decidedBy'>;
    }
  | { readonly type: 'RecordFamilyVisit'; readonly data: BereavedFamilyVisited['data'] }
  | { readonly type: 'CloseKnownDeath'; readonly data: KnownDeathClosed['data'] };

/** What the worker's stream knows of a death before, or without, any claim. */
export type KnownDeath = {
  readonly deathDate: LocalDate;
  readonly rows: readonly string[];
  readonly closed: DeathClosingGround | null;
};

export type DeathDoubt = {
  readonly listed: Omit<DeathDoubtRaised['data'], 'name' | 'birthDate' | 'nik'>;
  readonly isSamePerson: boolean | null;
};
