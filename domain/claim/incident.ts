// Decisions on a reported accident or illness: linked, or led to the house that pays for it.
import { officeDay } from '../calendar.ts';
import { accept, type Context, refuse } from '../decider.ts';
import { lawVersionOn } from '../rules/law-versions.ts';
import { routingOf } from '../rules/routing.ts';
import type { ClaimEvent } from './events.ts';
import type { ClaimDecision, ClaimWish } from './refusals.ts';
import { claimStage } from './stage.ts';
import type { ClaimState } from './state.ts';

type Wish = ClaimWish<'ReportIncident'>;

/** An illness that nobody says comes from work is told at once where help is to be had. */
const firstReport = (wish: Wish): ClaimDecision =>
  accept<ClaimEvent>(
    // T-01 counts hours for accidents and diseases of work only.
    { type: 'IncidentReported', data: { ...wish, late: false } },
    {
      type: 'ClaimRouted',
      data: { claimId: wish.claimId, ...routingOf('ILLNESS_NOT_FROM_WORK', wish.eventDate) },
    },
  );

/** A report is linked at any stage, even after the end: nothing that people tell us is lost. */
export const reportIncident = (wish: Wish, state: ClaimState, context: Context): ClaimDecision => {
  const { incident } = state;
  const known = incident?.reports.find((report) => report.reportId === wish.reportId);
  if (known !== undefined) return known.kind === wish.kind ? accept() : refuse('ReportIdTaken');
  const { eventDate } = wish;
  if (eventDate > officeDay(context.now)) return refuse('EventDateInFuture', { eventDate });
  if (lawVersionOn(eventDate) === null) return refuse('EventBeforeLaw', { eventDate });
  if (incident === null)
    return claimStage(state) === 'UNKNOWN' ? firstReport(wish) : refuse('ReportForAnotherWorker');
  if (wish.workerId !== state.workerId || eventDate !== incident.eventDate)
    return refuse('ReportForAnotherWorker');
  const kindDiffers = wish.kind !== incident.kind;
  return accept({ type: 'IncidentReportLinked', data: { ...wish, kindDiffers } });
};
