// What one person may do next in the queue, from the roles they hold today.
import { stateOf } from '../../activities/deciders.ts';
import type { Act } from '../../domain/actor.ts';
import type { LocalDate } from '../../domain/calendar.ts';
import type { ClaimStage } from '../../domain/claim/events.ts';
import { actorDecider } from '../../domain/office/decider.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import type { OwnTurn } from '../../projections/claim-queue/claim-filter.ts';
import type { Session } from './session.ts';

/** Who takes a claim on from where it stands. */
const STAGES_OF: Readonly<Partial<Record<Act, readonly ClaimStage[]>>> = {
  'handle-documents': ['REPORTED', 'PAPERS_INCOMPLETE', 'PAPERS_RETURNED'],
  'check-claim': ['DOCUMENTS_COMPLETE', 'CHECKED'],
  'recommend-claim': ['READY_TO_RECOMMEND', 'RETURNED_TO_VERIFIER', 'TOP_UP_PROPOSED'],
  'approve-claim': ['RECOMMENDED', 'TOP_UP_RECOMMENDED', 'RECOVERY_PROPOSED'],
  'assemble-run': ['APPROVED'],
  'report-payment': ['DETERMINED_BY_BRANCH'],
};

export const ownTurns = async (session: Session, day: LocalDate): Promise<readonly OwnTurn[]> => {
  const history = await session.store.loadStream(streamIds.actor(session.actorId));
  const { roles } = stateOf(actorDecider, history);
  return roles.flatMap(({ act, area, from, to }): readonly OwnTurn[] => {
    const stages = STAGES_OF[act];
    const isHeld = from <= day && (to === null || day <= to);
    return stages === undefined || !isHeld ? [] : [{ stages, area }];
  });
};
