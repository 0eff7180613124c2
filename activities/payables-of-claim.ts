// What a decided claim owes to whom, read from its own events: one payable per payee.
import { officeDay } from '../domain/calendar.ts';
import type { BenefitLine } from '../domain/claim/assessment/assessment-events.ts';
import type { ClaimRecommended } from '../domain/claim/decision/decision-events.ts';
import { parseRupiah, type RupiahText, sumTexts } from '../domain/money.ts';
import type { PayableCreated } from '../domain/payout/payable-events.ts';
import { type DueDate, jkkPaymentDueDate, paymentDueDate } from '../domain/rules/due-dates.ts';
import { NATIONAL_HOLIDAYS } from '../domain/rules/holidays.ts';
import { FUND_PAYEE } from '../domain/rules/jkm.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { StreamIds } from '../infra/ids/stream-ids.ts';
import { allOf, isBefore, lastOf, workerOfClaim } from './stored-events.ts';

export type OwedPayable = PayableCreated['data'];

/** T-06, T-07: the clock starts when the file is complete; null while it is not. */
export const dueDateOf = (history: readonly StoredEvent[]): DueDate | null => {
  const completed = lastOf(history, 'DocumentsCompleted');
  if (completed === null) return null;
  if (completed.data.due !== undefined) return completed.data.due;
  const isDeathFromWork = lastOf(history, 'DeathConcluded')?.data.fromWork === true;
  const isJkk = isDeathFromWork || lastOf(history, 'IncidentReported') !== null;
  const dueDate = isJkk ? jkkPaymentDueDate : paymentDueDate;
  return dueDate(officeDay(completed.stored.effectiveAt), NATIONAL_HOLIDAYS);
};

/** No law says until when a top-up is paid: as soon as the benefit after complete papers. */
const dueOfTopUp = (verdict: StoredEvent | undefined): DueDate | null =>
  verdict === undefined ? null : paymentDueDate(officeDay(verdict.effectiveAt), NATIONAL_HOLIDAYS);

/** The event that made the sums owed: the later one, where the mandate changed between two. */
export const verdictOf = (history: readonly StoredEvent[]) => {
  const approved = lastOf(history, 'ClaimApproved');
  const determined = lastOf(history, 'DeterminationReported');
  if (approved === null || determined === null) return approved ?? determined;
  return isBefore(approved.stored, determined.stored) ? determined : approved;
};

/** Whoever decided on the case before sends none of its money, and neither do the last ones. */
const everApprovedBy = (history: readonly StoredEvent[]): readonly string[] => [
  ...new Set(
    [...allOf(history, 'ClaimApproved'), ...allOf(history, 'DeterminationReported')].flatMap(
      ({ approvedBy }) => approvedBy,
    ),
  ),
];

const byPayee = (lines: readonly BenefitLine[]): ReadonlyMap<string, readonly BenefitLine[]> => {
  const groups = new Map<string, BenefitLine[]>();
  for (const line of lines) groups.set(line.payee, [...(groups.get(line.payee) ?? []), line]);
  return groups;
};

/**
 * Under TRACKS the branch's sum is what will be paid. With one payee that sum is the payable; with a
 * retained part nobody told us how it is split, so ours stand and the difference stays flagged.
 */
const amountOf = (
  lines: readonly BenefitLine[],
  groups: number,
  determinedIdr: RupiahText | undefined,
): RupiahText =>
  determinedIdr !== undefined && groups === 1
    ? determinedIdr
    : sumTexts(lines.map((line) => line.amountIdr));

/** The decision's own lines: the claim's, or the shares of the top-up that it recommended. */
const owedLines = (
  history: readonly StoredEvent[],
  { topUp }: ClaimRecommended['data'],
  lines: readonly BenefitLine[],
): readonly BenefitLine[] => {
  if (topUp === undefined) return lines;
  const proposed = allOf(history, 'TopUpProposed').find(({ proposal }) => proposal === topUp);
  // T-08: a line of its own, whoever is paid it.
  const code = proposed?.cause.kind === 'LATE_PAYMENT' ? 'COMP.LATE_PAYMENT' : 'TOP_UP';
  return (proposed?.shares ?? []).map(({ payee, amountIdr }) => ({
    ...{ code, amountIdr, payee, formula: '', ruleId: '', article: '' },
  }));
};

export const payablesOfClaim = (
  history: readonly StoredEvent[],
  ids: StreamIds,
): readonly OwedPayable[] => {
  const verdict = verdictOf(history);
  const benefits = lastOf(history, 'BenefitsDetermined')?.data;
  const heirs = (lastOf(history, 'HeirsDetermined') ?? lastOf(history, 'PayeeDetermined'))?.data;
  // The recommendation that the verdict followed: a later one may wait for its own.
  const recommended = allOf(history, 'ClaimRecommended').findLast(
    ({ decision }) => decision === verdict?.data.decision,
  );
  const workerId = workerOfClaim(history);
  const due = recommended?.topUp === undefined ? dueDateOf(history) : dueOfTopUp(verdict?.stored);
  // Paid before the claim was ours: whatever else the stream says, nothing is owed.
  if (lastOf(history, 'ClaimPaidBefore') !== null) return [];
  if (verdict === null || due === null) return [];
  if (benefits === undefined || heirs === undefined || recommended === undefined) return [];
  if (workerId === null) return [];
  const { claimId, decision, recommendedBy } = verdict.data;
  const determinedIdr = 'determinedIdr' in verdict.data ? verdict.data.determinedIdr : undefined;
  const lines = owedLines(history, recommended, benefits.lines);
  const groups = byPayee(lines);
  const { payerId, mandateId, mode } = recommended.mandate;
  return [...groups]
    .map(([payee, lines]) => ({
      payableId: ids.payable(claimId, decision, payee),
      claimId,
      workerId,
      decision,
      lineCodes: lines.map((line) => line.code),
      amountIdr: amountOf(lines, groups.size, determinedIdr),
      payerId,
      mandateId,
      mode,
      flow: 'BENEFIT' as const,
      payee: payee === FUND_PAYEE ? null : heirs.payee,
      dueOn: due.dueOn,
      recommendedBy,
      approvedBy: everApprovedBy(history),
    }))
    .filter((payable) => parseRupiah(payable.amountIdr) > 0n);
};
