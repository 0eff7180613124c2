// Decisions that follow from time and money: a due day that ran out, the end of every payable.
import { type LocalDate, officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { type RupiahText, sumTexts } from '../../money.ts';
import { deadlineKey } from '../../rules/due-dates.ts';
import { lateCompensation } from '../clock/compensation.ts';
import { escalated } from '../clock/escalation.ts';
import { isClockOpen } from '../clock/office-clock.ts';
import type { ClaimEvent } from '../events.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';

/** A timer never decides: whatever woke us, only a claim that still waits is late. */
export const passDeadline = (
  wish: ClaimWish<'PassDeadline'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (state.deadlinesPassed.includes(deadlineKey(wish))) return accept();
  if (!isClockOpen(wish.code, state)) return accept();
  if (officeDay(context.now) <= wish.dueOn) {
    return refuse('DeadlineNotReached', { dueOn: wish.dueOn });
  }
  return accept<ClaimEvent>(
    { type: 'DeadlinePassed', data: { ...wish, claimId: state.claimId } },
    ...escalated(wish, state, context),
  );
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

/** The benefit is paid when its last payable is. */
const lastDay = (payables: Payables): LocalDate | null =>
  payables
    .flatMap(({ paidOn }) => paidOn ?? [])
    .sort()
    .at(-1) ?? null;

export const settleClaim = (
  { payables, payerIsBpjs = false, rules }: ClaimWish<'SettleClaim'>,
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
  const settled: ClaimEvent = {
    type: 'ClaimSettled',
    data: {
      claimId,
      decision: recommendation.decision,
      paidIdr: sumOf(payables, false),
      retainedIdr: sumOf(payables, true),
      outcome: ours ? 'SETTLED' : 'REPORTED_PAID',
    },
  };
  const paidOn = lastDay(payables);
  return accept<ClaimEvent>(settled, ...lateCompensation(state, { paidOn, payerIsBpjs, rules }));
};
