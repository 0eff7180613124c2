// Why a report of the law came late: said by whoever hears it, whenever that is; it changes no right.
import { personsBehind } from '../../actor.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import type { ClaimState } from '../state.ts';
import { LATE_PARTY } from './incident-events.ts';

export const explainLateness = (
  { stage, because, note }: ClaimWish<'ExplainLateness'>,
  { claimId, incident }: ClaimState,
  { by }: Context,
): ClaimDecision => {
  if (claimId === '') return refuse('ClaimUnknown');
  if (incident === null) return refuse('NotAnIncident');
  const { late, secondStage, explained } = incident;
  const isLate = stage === 'FIRST' ? late : secondStage?.late === true;
  if (!isLate) return refuse('ReportNotLate');
  const said = { stage, because, party: LATE_PARTY[because], note };
  const known = explained.find((one) => one.stage === stage);
  if (known !== undefined) {
    const { explainedBy: _, ...before } = known;
    if (sameFacts(before, said)) return accept();
  }
  const explainedBy = personsBehind(by);
  return accept({ type: 'LatenessExplained', data: { claimId, ...said, explainedBy } });
};
