// Decisions of the intake: reports of the death, the first and every further one.
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { lawVersionOn } from '../../rules/law-versions.ts';
import type { ClaimEvent } from '../events.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import type { ClaimState } from '../state.ts';

/** A report is linked at any stage, even after the end: nothing that people tell us is lost. */
export const reportDeath = (
  wish: ClaimWish<'ReportDeath'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const known = state.reports.find((report) => report.reportId === wish.reportId);
  if (known !== undefined) {
    const same =
      known.deathDate === wish.deathDate &&
      known.workAccidentSuspected === wish.workAccidentSuspected;
    return same ? accept() : refuse('ReportIdTaken');
  }
  const { deathDate } = wish;
  if (deathDate > officeDay(context.now)) return refuse('DeathDateInFuture', { deathDate });
  if (lawVersionOn(deathDate) === null) return refuse('DeathBeforeLaw', { deathDate });
  if (state.deathDate === null) return accept({ type: 'DeathReported', data: wish });
  if (wish.workerId !== state.workerId) return refuse('ReportForAnotherWorker');
  const deathDateDiffers = deathDate !== state.deathDate;
  const linked: ClaimEvent = { type: 'DeathReportLinked', data: { ...wish, deathDateDiffers } };
  // Withdrawn because nobody had died: this report speaks of another event and needs an open case.
  if (state.noDeath === null) return accept(linked);
  const { claimId } = state;
  return accept<ClaimEvent>(linked, {
    type: 'ClaimReopened',
    data: { claimId, reason: 'NEW_DEATH_REPORT' },
  });
};
