// Which papers a claim needs, by its kind, cause and law version, and which of them still lack.
import type { HolidayCalendar, LocalDate } from '../../calendar.ts';
import { missingDocuments } from '../../rules/document-list.ts';
import { jkkPaymentDueDate, paymentDueDate } from '../../rules/due-dates.ts';
import { NATIONAL_HOLIDAYS } from '../../rules/holidays.ts';
import { incidentPapers } from '../../rules/incident-papers.ts';
import { lawOf } from '../assessment/law-of-claim.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import type { ClaimEvent } from '../events.ts';
import type { ClaimState, DocumentNote } from '../state.ts';
import { DOCUMENT_KINDS, type DocumentKind } from './document-events.ts';

/** The kinds at hand, in the order of the list and each once. */
export const presentKinds = (documents: readonly DocumentNote[]): readonly DocumentKind[] =>
  DOCUMENT_KINDS.filter((kind) =>
    documents.some((document) => document.kind === kind && !document.returned),
  );

type Claim = Pick<ClaimState, 'deathDate' | 'incident'>;

export const missingPapers = (
  { deathDate, incident }: Claim,
  present: readonly DocumentKind[],
): readonly DocumentKind[] => {
  if (incident !== null)
    return incident.routed === null
      ? incidentPapers(incident).filter((kind) => !present.includes(kind))
      : [];
  return deathDate === null ? [] : missingDocuments(deathDate, present);
};

/** A death is applied for by its report; an accident by KK2 and KK3. */
const isAppliedFor = ({ deathDate, incident }: Claim): boolean =>
  incident === null ? deathDate !== null : incident.medical !== null;

/** The day of the office, and the rules that the claim is decided by. */
type Today = { readonly today: LocalDate; readonly rules?: RulesInForce | undefined };

/** T-06 for an accident, T-07 for a death. */
export const payBy = (
  { incident }: Pick<Claim, 'incident'>,
  { today, rules }: Today,
  calendar: HolidayCalendar = NATIONAL_HOLIDAYS,
) => (incident === null ? paymentDueDate : jkkPaymentDueDate)(today, calendar, lawOf(rules));

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
