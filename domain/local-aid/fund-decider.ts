// The aid fund's decider: no rupiah is promised that the year's budget does not hold, and nobody overtakes.
import { personsBehind, sharesPerson } from '../actor.ts';
import { officeDay } from '../calendar.ts';
import { sameFacts } from '../claim/assessment/same-facts.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import { parseRupiah, type RupiahText, sumTexts } from '../money.ts';
import { limitFault } from '../office/limits.ts';
import type { AidFundCommand, AidFundEvent } from './fund-events.ts';
import {
  type AidEntry,
  type AidFundState,
  evolveAidFund,
  initialAidFund,
  takenOf,
  waitingFor,
} from './fund-state.ts';
import type { PurseRefusal } from './purse.ts';

export type AidFundRefusal =
  | PurseRefusal
  | 'AidFundUnknown'
  | 'AidTermsUnknown'
  | 'AidTermsAlreadyProposed'
  | 'AidTermsInvalid'
  | 'SamePersonProposedTerms'
  | 'LegalBasisMissing'
  | 'AmountNotPositive'
  | 'AidBudgetBelowReserved'
  | 'AidBudgetYearInvalid'
  | 'AidNotReserved'
  | 'AidAlreadyNamed'
  | 'AidDecreeAlreadySigned'
  | 'AidDecreeEmpty'
  | 'AidDecreeInFuture'
  | 'AidDecreeOfOtherYear'
  | 'AidDecreeYearClosed'
  | 'AidPayerNotMandated'
  | 'VerifierCannotDecree'
  | 'AboveLimit'
  | 'BenefitNotHeld'
  | 'DecreeMissing';

type FundDecision = Decision<AidFundEvent, AidFundRefusal>;
type Wish<T extends AidFundCommand['type']> = Extract<AidFundCommand, { type: T }>['data'];

const FILING_DAYS_MAX = 3_650;
/** A decree signed before the year's end may be recorded so long into the next; then the year is closed. */
const LAST_DAY_FOR_FORMER_YEAR = '01-31';
const yearOf = (day: string): number => Number(day.slice(0, 4));

const termsFault = (wish: Wish<'ProposeAidTerms'>): AidFundRefusal | null => {
  if (wish.perwali.number.trim() === '') return 'LegalBasisMissing';
  if (parseRupiah(wish.amountIdr) <= 0n) return 'AmountNotPositive';
  const { filingDays, papers } = wish;
  const isWindow = Number.isInteger(filingDays) && 1 <= filingDays && filingDays <= FILING_DAYS_MAX;
  const isList = papers.length > 0 && new Set(papers).size === papers.length;
  return isWindow && isList ? null : 'AidTermsInvalid';
};

const proposeTerms = (
  wish: Wish<'ProposeAidTerms'>,
  { terms }: AidFundState,
  { by }: Context,
): FundDecision => {
  const known = terms.find(({ termsId }) => termsId === wish.termsId);
  if (known !== undefined) {
    const { proposedBy: _, confirmedBy: __, ...said } = known;
    return sameFacts(said, wish) ? accept() : refuse('AidTermsAlreadyProposed');
  }
  const fault = termsFault(wish);
  if (fault !== null) return refuse(fault);
  return accept({ type: 'AidTermsProposed', data: { ...wish, proposedBy: personsBehind(by) } });
};

const confirmTerms = (
  { termsId }: Wish<'ConfirmAidTerms'>,
  { terms }: AidFundState,
  { by }: Context,
): FundDecision => {
  const known = terms.find((each) => each.termsId === termsId);
  if (known === undefined) return refuse('AidTermsUnknown');
  if (known.confirmedBy !== null) return accept();
  if (sharesPerson(by, known.proposedBy)) return refuse('SamePersonProposedTerms');
  return accept({ type: 'AidTermsConfirmed', data: { termsId, confirmedBy: personsBehind(by) } });
};

const reservedFrom = ({ standing: _, year: __, ...entry }: AidEntry, year: number) =>
  ({ type: 'AidReserved', data: { ...entry, year } }) as const;

/** As far as the money goes, in the order of receipt: a smaller sum never overtakes a larger one. */
const filled = (state: AidFundState, year: number): readonly AidFundEvent[] => {
  const budget = state.budgets.get(year);
  if (budget === undefined) return [];
  let left = parseRupiah(budget) - takenOf(state, year);
  const events: AidFundEvent[] = [];
  for (const entry of waitingFor(state, year)) {
    const amount = parseRupiah(entry.amountIdr);
    if (amount > left) break;
    left -= amount;
    events.push(reservedFrom(entry, year));
  }
  return events;
};

/** The event, and what the money that it frees or brings does at once for those who wait. */
const withFilling = (
  state: AidFundState,
  event: AidFundEvent,
  year: number,
): readonly AidFundEvent[] => [event, ...filled(evolveAidFund(state, event), year)];

const setBudget = (
  wish: Wish<'SetAidBudget'>,
  state: AidFundState,
  { now }: Context,
): FundDecision => {
  const { year, amountIdr, document } = wish;
  const thisYear = yearOf(officeDay(now));
  if (state.terms.length === 0) return refuse('AidFundUnknown');
  if (year < thisYear - 1 || year > thisYear + 1) return refuse('AidBudgetYearInvalid', { year });
  if (document.trim() === '') return refuse('LegalBasisMissing');
  const taken = takenOf(state, year);
  if (parseRupiah(amountIdr) < taken)
    return refuse('AidBudgetBelowReserved', { takenIdr: taken.toString() });
  // Money of a year to come serves nobody before that year begins: said again then, it does.
  const isRunning = year === thisYear;
  if (state.budgets.get(year) === amountIdr)
    return accept(...(isRunning ? filled(state, year) : []));
  const set: AidFundEvent = { type: 'AidBudgetSet', data: wish };
  return accept(...(isRunning ? withFilling(state, set, year) : [set]));
};

/** Asked after the verification; whoever came before and still waits is served before. */
const reserve = (wish: Wish<'ReserveAid'>, state: AidFundState, { now }: Context): FundDecision => {
  if (state.entries.has(wish.requestId)) return accept();
  const queued: AidFundEvent = { type: 'AidQueued', data: wish };
  const events = filled(evolveAidFund(state, queued), yearOf(officeDay(now)));
  const own = events.some(
    ({ type, data }) => type === 'AidReserved' && data.requestId === wish.requestId,
  );
  return accept(...(own ? events : [queued, ...events]));
};

const free = (wish: Wish<'FreeAid'>, state: AidFundState, { now }: Context): FundDecision => {
  const entry = state.entries.get(wish.requestId);
  if (entry === undefined) return accept();
  if (entry.standing === 'NAMED') return refuse('AidAlreadyNamed');
  const freed: AidFundEvent = { type: 'AidFreed', data: wish };
  // Money of a year that is over lapsed with it: it serves nobody who waits.
  const thisYear = yearOf(officeDay(now));
  return accept(...withFilling(state, freed, Math.max(entry.year ?? thisYear, thisYear)));
};

const decreeFault = (
  { decreeNumber, decreeDate, mode }: Wish<'SignAidDecree'>,
  state: AidFundState,
  { now }: Context,
): FundDecision | null => {
  if (state.terms.length === 0) return refuse('AidFundUnknown');
  if (decreeNumber.trim() === '') return refuse('DecreeMissing');
  if (decreeDate > officeDay(now)) return refuse('AidDecreeInFuture', { decreeDate });
  const closesOn = `${yearOf(decreeDate) + 1}-${LAST_DAY_FOR_FORMER_YEAR}`;
  if (officeDay(now) > closesOn) return refuse('AidDecreeYearClosed', { decreeDate });
  if (state.decrees.includes(decreeNumber))
    return refuse('AidDecreeAlreadySigned', { decreeNumber });
  return mode == null ? refuse('AidPayerNotMandated') : null;
};

/** Why one name cannot stand in this decree. */
const nameFault = (
  entry: AidEntry | undefined,
  {
    requestId,
    year,
    by,
  }: { readonly requestId: string; readonly year: number } & Pick<Context, 'by'>,
): FundDecision | null => {
  if (entry === undefined || entry.standing === 'WAITING')
    return refuse('AidNotReserved', { requestId });
  if (entry.standing === 'NAMED') return refuse('AidAlreadyNamed', { requestId });
  if (entry.year !== year) return refuse('AidDecreeOfOtherYear', { requestId });
  if (sharesPerson(by, entry.verifiedBy)) return refuse('VerifierCannotDecree', { requestId });
  const fault = limitFault(by, { amountIdr: entry.amountIdr, benefit: 'LOCAL_AID' });
  return fault === null ? null : refuse(fault.code, fault.facts);
};

const signDecree = (
  wish: Wish<'SignAidDecree'>,
  state: AidFundState,
  context: Context,
): FundDecision => {
  const fault = decreeFault(wish, state, context);
  if (fault !== null) return fault;
  const { decreeNumber, decreeDate, named = [], namesSha256 = '' } = wish;
  const { by } = context;
  const year = yearOf(decreeDate);
  if (named.length === 0) return refuse('AidDecreeEmpty');
  const amounts: RupiahText[] = [];
  const names: AidFundEvent[] = [];
  for (const { requestId, payableId } of named) {
    const entry = state.entries.get(requestId);
    const wrong = nameFault(entry, { requestId, year, by });
    if (wrong !== null || entry === undefined) return wrong ?? refuse('AidNotReserved');
    const { amountIdr } = entry;
    amounts.push(amountIdr);
    const data = { requestId, payableId, amountIdr, decreeNumber };
    names.push({ type: 'AidNamedInDecree', data });
  }
  const count = named.length;
  const totals = { year, count, sumIdr: sumTexts(amounts), namesSha256 };
  const data = { decreeNumber, decreeDate, ...totals, signedBy: personsBehind(by) };
  return accept(...names, { type: 'AidDecreeSigned', data });
};

/** Everybody whom a decree of that day may name. */
export const readyFor = ({ entries }: AidFundState, decreeDate: string): readonly AidEntry[] =>
  [...entries.values()].filter(
    ({ standing, year }) => standing === 'RESERVED' && year === yearOf(decreeDate),
  );

const decide = (command: AidFundCommand, state: AidFundState, context: Context): FundDecision => {
  switch (command.type) {
    case 'ProposeAidTerms':
      return proposeTerms(command.data, state, context);
    case 'ConfirmAidTerms':
      return confirmTerms(command.data, state, context);
    case 'SetAidBudget':
      return setBudget(command.data, state, context);
    case 'ReserveAid':
      return reserve(command.data, state, context);
    case 'FreeAid':
      return free(command.data, state, context);
    case 'SignAidDecree':
      return signDecree(command.data, state, context);
    default:
      return assertNever(command, 'aid fund command');
  }
};

export const aidFundDecider: Decider<AidFundState, AidFundCommand, AidFundEvent, AidFundRefusal> = {
  initial: initialAidFund,
  decide,
  evolve: evolveAidFund,
};
