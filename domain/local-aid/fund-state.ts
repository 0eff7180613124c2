// What an aid fund's decisions need to know: terms, budgets, who has money set aside, who waits.

import type { LocalDate } from '../calendar.ts';
import { assertNever } from '../decider.ts';
import { parseRupiah, type RupiahText } from '../money.ts';
import type { AidFundEvent, AidFundStage, AidTerms, AidTermsProposed } from './fund-events.ts';

export type AidEntry = {
  readonly requestId: string;
  readonly amountIdr: RupiahText;
  readonly receivedAt: string;
  readonly verifiedBy: readonly string[];
  readonly standing: 'WAITING' | 'RESERVED' | 'NAMED';
  /** Whose budget it is set aside from; null while it waits. */
  readonly year: number | null;
};

export type KnownTerms = AidTermsProposed['data'] & {
  readonly confirmedBy: readonly string[] | null;
};

export type AidFundState = {
  readonly programmeId: string | null;
  readonly payerId: string | null;
  readonly terms: readonly KnownTerms[];
  readonly budgets: ReadonlyMap<number, RupiahText>;
  readonly entries: ReadonlyMap<string, AidEntry>;
  readonly decrees: readonly string[];
};

export const initialAidFund: AidFundState = {
  ...{ programmeId: null, payerId: null, terms: [] },
  ...{ budgets: new Map(), entries: new Map(), decrees: [] },
};

const withEntry = (
  state: AidFundState,
  requestId: string,
  entry: AidEntry | undefined,
): AidFundState => {
  const entries = new Map(state.entries);
  if (entry === undefined) entries.delete(requestId);
  else entries.set(requestId, entry);
  return { ...state, entries };
};

const confirmed = (
  terms: readonly KnownTerms[],
  termsId: string,
  confirmedBy: readonly string[],
): readonly KnownTerms[] => [
  ...terms.filter((known) => known.termsId !== termsId),
  ...terms.flatMap((known) => (known.termsId === termsId ? [{ ...known, confirmedBy }] : [])),
];

export const evolveAidFund = (state: AidFundState, event: AidFundEvent): AidFundState => {
  switch (event.type) {
    case 'AidTermsProposed': {
      const { programmeId, payerId } = event.data;
      const terms = [...state.terms, { ...event.data, confirmedBy: null }];
      return { ...state, programmeId, payerId, terms };
    }
    case 'AidTermsConfirmed': {
      const { termsId, confirmedBy } = event.data;
      return { ...state, terms: confirmed(state.terms, termsId, confirmedBy) };
    }
    case 'AidBudgetSet': {
      const budgets = new Map(state.budgets).set(event.data.year, event.data.amountIdr);
      return { ...state, budgets };
    }
    case 'AidReserved':
      return withEntry(state, event.data.requestId, { ...event.data, standing: 'RESERVED' });
    case 'AidQueued':
      return withEntry(state, event.data.requestId, {
        ...{ ...event.data, year: null, standing: 'WAITING' },
      });
    case 'AidFreed':
      return withEntry(state, event.data.requestId, undefined);
    case 'AidNamedInDecree': {
      const entry = state.entries.get(event.data.requestId);
      return entry === undefined
        ? state
        : withEntry(state, entry.requestId, { ...entry, standing: 'NAMED' });
    }
    case 'AidDecreeSigned':
      return { ...state, decrees: [...state.decrees, event.data.decreeNumber] };
    default:
      return assertNever(event, 'aid fund event');
  }
};

export const aidFundStage = ({ terms }: AidFundState): AidFundStage => {
  if (terms.length === 0) return 'UNKNOWN';
  return terms.some(({ confirmedBy }) => confirmedBy !== null) ? 'AID_OPEN' : 'AID_TERMS_PROPOSED';
};

/** The confirmed terms for a death of that day; of two from one day, those confirmed last. */
export const termsOn = ({ terms }: Pick<AidFundState, 'terms'>, day: LocalDate): AidTerms | null =>
  terms
    .filter(({ confirmedBy, from }) => confirmedBy !== null && from <= day)
    .reduce<KnownTerms | null>(
      (latest, next) => (latest === null || next.from >= latest.from ? next : latest),
      null,
    );

/** Set aside or spent of one year's budget. */
export const takenOf = ({ entries }: Pick<AidFundState, 'entries'>, year: number): bigint =>
  [...entries.values()]
    .filter((entry) => entry.year === year)
    .reduce((sum, { amountIdr }) => sum + parseRupiah(amountIdr), 0n);

/**
 * Who waits for the money of a year, in the order of receipt. Money set aside in an earlier year and
 * not named in a decree lapsed with that year: it waits again, in its old place.
 */
export const waitingFor = (
  { entries }: Pick<AidFundState, 'entries'>,
  year: number,
): readonly AidEntry[] =>
  [...entries.values()]
    .filter(
      (entry) =>
        entry.standing === 'WAITING' || (entry.standing === 'RESERVED' && (entry.year ?? 0) < year),
    )
    .toSorted((a, b) =>
      a.receivedAt === b.receivedAt
        ? a.requestId.localeCompare(b.requestId)
        : a.receivedAt.localeCompare(b.receivedAt),
    );
