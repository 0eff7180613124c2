// Decisions of the intake: reports of the death, the first and every further one.
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { lawVersionOn } from '../../rules/law-versions.ts';
import { suspicion } from '../death/suspicion.ts';
import type { ClaimEvent } from '../events.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import type { ClaimState } from '../state.ts';

type Report = ClaimWish<'ReportDeath'>;

type Told = {
  readonly wish: Omit<Report, 'rules'>;
  /** The thirty days that a first suspicion opens. */
  readonly suspected: readonly ClaimEvent[];
};

const reopened = (claimId: string): ClaimEvent => ({
  type: 'ClaimReopened',
  data: { claimId, reason: 'NEW_DEATH_REPORT' },
});

/** Missing, found alive, and then really dead: the case is open again. */
const firstReport = ({ wish, suspected }: Told, { closed }: ClaimState): ClaimDecision =>
  accept<ClaimEvent>(
    { type: 'DeathReported', data: wish },
    ...(closed === null ? [] : [reopened(wish.claimId)]),
    ...suspected,
  );

const linkedReport = ({ wish, suspected }: Told, state: ClaimState): ClaimDecision => {
  const deathDateDiffers = wish.deathDate !== state.deathDate;
  const linked: ClaimEvent = { type: 'DeathReportLinked', data: { ...wish, deathDateDiffers } };
  // Withdrawn because nobody had died: this report speaks of another event and needs an open case.
  if (state.noDeath === null || state.settledOnce) return accept<ClaimEvent>(linked, ...suspected);
  return accept<ClaimEvent>(linked, reopened(wish.claimId), ...suspected);
};

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
  const { deathDate, claimId } = wish;
  if (deathDate > officeDay(context.now)) return refuse('DeathDateInFuture', { deathDate });
  if (lawVersionOn(deathDate) === null) return refuse('DeathBeforeLaw', { deathDate });
  if (state.incident !== null) return refuse('NotADeath');
  if (state.workerId !== '' && wish.workerId !== state.workerId)
    return refuse('ReportForAnotherWorker');
  const suspected = wish.workAccidentSuspected
    ? suspicion(state, { claimId, now: context.now, rules })
    : [];
  const told = { wish, suspected };
  return state.deathDate === null ? firstReport(told, state) : linkedReport(told, state);
};
