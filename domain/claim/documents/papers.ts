// Which papers a claim needs, by its kind, cause and law version, and which of them still lack.
import type { HolidayCalendar, LocalDate } from '../../calendar.ts';
import { missingDocuments } from '../../rules/document-list.ts';
import { jkkPaymentDueDate, paymentDueDate } from '../../rules/due-dates.ts';
import { NATIONAL_HOLIDAYS } from '../../rules/holidays.ts';
import { incidentPapers } from '../../rules/incident-papers.ts';
import { deathFromWorkPapers, PAPERS_OF_ANY_DEATH } from '../../rules/jkk-death-papers.ts';
import { lawOf } from '../assessment/law-of-claim.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import { fromWork, isOriginOpen } from '../death/death-state.ts';
import type { ClaimEvent } from '../events.ts';
import { isJkk } from '../kind.ts';
import type { ClaimState, DocumentNote } from '../state.ts';
import { DOCUMENT_KINDS, type DocumentKind } from './document-events.ts';

/** The kinds at hand, in the order of the list and each once. */
export const presentKinds = (documents: readonly DocumentNote[]): readonly DocumentKind[] =>
  DOCUMENT_KINDS.filter((kind) =>
    documents.some((document) => document.kind === kind && !document.returned),
  );

type Claim = Pick<ClaimState, 'deathDate' | 'incident' | 'origin' | 'court'>;

/** A court that is awaited owes the file its paper, whatever else is asked for (H-01). */
export const ofCourt = (
  { court }: Pick<Claim, 'court'>,
  present: readonly DocumentKind[],
): readonly DocumentKind[] =>
  court === null || present.includes('COURT_DETERMINATION') ? [] : ['COURT_DETERMINATION'];

/** Of a death from work; while its origin is open, what any death asks for. */
const listOfWork = (claim: Claim): readonly DocumentKind[] | null => {
  if (isOriginOpen(claim)) return PAPERS_OF_ANY_DEATH;
  const concluded = fromWork(claim);
  if (concluded === null) return null;
  const { conclusion, accidentDate, accident, traffic } = concluded;
  return deathFromWorkPapers({
    ...{ accidentDate, traffic, hasAccidentClaim: accident !== null },
    isDisease: conclusion === 'OCCUPATIONAL_DISEASE',
    isViolence: conclusion === 'VIOLENCE_AT_WORK',
  });
};

export const missingPapers = (
  claim: Claim,
  present: readonly DocumentKind[],
): readonly DocumentKind[] => {
  const { deathDate, incident } = claim;
  if (incident !== null)
    return incident.routed === null
      ? incidentPapers(incident).filter((kind) => !present.includes(kind))
      : [];
  const listed = listOfWork(claim)?.filter((kind) => !present.includes(kind));
  const missing = listed ?? (deathDate === null ? [] : missingDocuments(deathDate, present));
  return [...missing, ...ofCourt(claim, present).filter((kind) => !missing.includes(kind))];
};

/** A death is applied for by its report, once it is known by which benefit; an accident by KK2 and KK3. */
const isAppliedFor = (claim: Claim): boolean =>
  claim.incident === null
    ? claim.deathDate !== null && !isOriginOpen(claim)
    : claim.incident.medical !== null;

/** The day of the office, and the rules that the claim is decided by. */
type Today = { readonly today: LocalDate; readonly rules?: RulesInForce | undefined };

/** T-06 for what comes from work, T-07 for any other death. */
export const payBy = (
  claim: Pick<Claim, 'incident' | 'origin'>,
  { today, rules }: Today,
  calendar: HolidayCalendar = NATIONAL_HOLIDAYS,
) => (isJkk(claim) ? jkkPaymentDueDate : paymentDueDate)(today, calendar, lawOf(rules));

/** The file became full with what is at hand now. */
export const completion = (
  state: ClaimState,
  present: readonly DocumentKind[],
  on: Today,
): readonly ClaimEvent[] => {
  if (state.documentsComplete || !isAppliedFor(state)) return [];
  if (missingPapers(state, present).length > 0) return [];
  const { claimId } = state;
  const kinds = missingPapers(state, []);
  return [{ type: 'DocumentsCompleted', data: { claimId, kinds, due: payBy(state, on) } }];
};
