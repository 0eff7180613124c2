// Decisions of the intake: reports of the death, the first and every further one.
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { lawVersionOn } from '../../rules/law-versions.ts';
import { suspicion } from '../death/suspicion.ts';
import type { ClaimEvent } from '../events.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import type { ClaimState } from '../state.ts';

type Report = ClaimWish<'ReportDeath'>;

/** A report is linked at any stage, even after the end: nothing that people tell us is lost. */
export const reportDeath = (asked: Report, state: ClaimState, context: Context): ClaimDecision => {
  const { rules, ...wish } = asked;
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
  const { claimId, workAccidentSuspected } = wish;
  const suspected = workAccidentSuspected
    ? suspicion(state, { claimId, now: context.now, rules })
    : [];
  if (state.deathDate === null)
    return accept<ClaimEvent>({ type: 'DeathReported', data: wish }, ...suspected);
  if (wish.workerId !== state.workerId) return refuse('ReportForAnotherWorker');
  const deathDateDiffers = deathDate !== state.deathDate;
  const linked: ClaimEvent = { type: 'DeathReportLinked', data: { ...wish, deathDateDiffers } };
  // Withdrawn because nobody had died: this report speaks of another event and needs an open case.
  if (state.noDeath === null) return accept<ClaimEvent>(linked, ...suspected);
  return accept<ClaimEvent>(
    linked,
    { type: 'ClaimReopened', data: { claimId, reason: 'NEW_DEATH_REPORT' } },
    ...suspected,
  );
};
