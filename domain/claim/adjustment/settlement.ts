// Decisions that follow from time and money: a due day that ran out, the end of every payable.
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { type RupiahText, sumTexts } from '../../money.ts';
import { type DueDate, deadlineKey } from '../../rules/due-dates.ts';
import type { ClaimStage } from '../events.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';

/** T-07 speaks of the day of payment, so an approved claim that is not paid yet can still be late. */
const CLOCK_ENDS_AT: readonly ClaimStage[] = [
  'SETTLED',
  'REPORTED_PAID',
  'REJECTED',
  'WITHDRAWN',
  'ROUTED_TO_JKN',
];

/** The conclusion is waited for while it is suspected; the payment from complete papers on. */
const isRunning = (code: DueDate['code'], state: ClaimState): boolean => {
  const stage = claimStage(state);
  if (code === 'CONCLUDE_WITHIN_30_DAYS') return stage === 'SUSPECTED';
  return !CLOCK_ENDS_AT.includes(stage) && state.documentsComplete;
};

/** A timer never decides: whatever woke us, only a claim that still waits is late. */
export const passDeadline = (
  wish: ClaimWish<'PassDeadline'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  // The clock of the law ran for the first decision; a top-up has none.
  if (state.settledOnce || state.deadlinesPassed.includes(deadlineKey(wish))) return accept();
  if (!isRunning(wish.code, state)) return accept();
  if (officeDay(context.now) <= wish.dueOn) {
    return refuse('DeadlineNotReached', { dueOn: wish.dueOn });
  }
  return accept({ type: 'DeadlinePassed', data: { ...wish, claimId: state.claimId } });
};

/** Said once as long as it stays so: the engine tries again and again. */
export const noteFollowUp = (
  { step, refusedWith: code }: ClaimWish<'NoteFollowUp'>,
  state: ClaimState,
): ClaimDecision => {
  const { claimId, refusedSteps } = state;
  if (claimStage(state) === 'UNKNOWN') return refuse('ClaimUnknown');
  if (code === null)
    return step in refusedSteps
      ? accept({ type: 'FollowUpTaken', data: { claimId, step } })
      : accept();
  if (refusedSteps[step] === code) return accept();
  return accept({ type: 'FollowUpRefused', data: { claimId, step, code } });
};

type Payables = ClaimWish<'SettleClaim'>['payables'];

const sumOf = (payables: Payables, retained: boolean): RupiahText =>
  sumTexts(
    payables
      .filter((payable) => (payable.end === 'RETAINED') === retained)
      .map((payable) => payable.amountIdr),
  );

export const settleClaim = (
  { payables }: ClaimWish<'SettleClaim'>,
  state: ClaimState,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (state.closed === 'SETTLED' || state.closed === 'REPORTED_PAID') return accept();
  const { verdict, recommendation, claimId } = state;
  if (
    stage === 'REJECTED' ||
    stage === 'WITHDRAWN' ||
    verdict === null ||
    recommendation === null
  ) {
    return refuse('ClaimNotApproved', { stage });
  }
  if (payables.length === 0 || payables.some((payable) => payable.end === 'OPEN')) return accept();
  const ours = recommendation.mandate.mode === 'DISBURSES';
  const sumIdr = sumTexts(payables.map((payable) => payable.amountIdr));
  // A forgotten payable must not look like a settled claim; another house's sums are only reported.
  if (ours && sumIdr !== verdict.totalIdr) {
    return refuse('PayablesDoNotAddUp', { totalIdr: verdict.totalIdr, sumIdr });
  }
  return accept({
    type: 'ClaimSettled',
    data: {
      claimId,
      decision: recommendation.decision,
      paidIdr: sumOf(payables, false),
      retainedIdr: sumOf(payables, true),
      outcome: ours ? 'SETTLED' : 'REPORTED_PAID',
    },
  });
};
