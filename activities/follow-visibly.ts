// A claim's step on another stream: taken, or its refusal recorded where people look.

import type { FollowUpStep } from '../domain/claim/adjustment/follow-up-events.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { Acting } from './append-decision.ts';
import { versionOf } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import { followUp, mustFollow, type Step } from './follow-up.ts';
import type { DecisionPorts } from './ports.ts';

type Follow = {
  readonly claimId: string;
  readonly step: FollowUpStep;
  readonly cause: StoredEvent;
  readonly acting?: Acting;
};

/** A lost race is tried again by whoever runs the activity; a refusal would be the same for ever. */
export const followVisibly = async (
  ports: DecisionPorts,
  wish: Step,
  { claimId, step, ...because }: Follow,
): Promise<void> => {
  const answer = await followUp(ports, wish, because);
  const history = await ports.store.loadStream(claimId);
  const refusedWith = answer.status === 'refused' ? answer.code : null;
  const { refusedSteps } = stateOf(claimDecider, history);
  if ((refusedSteps[step] ?? null) === refusedWith) return;
  await mustFollow(
    ports,
    {
      category: 'claim',
      streamId: claimId,
      command: { type: 'NoteFollowUp', data: { step, refusedWith } },
      commandId: ports.ids.command('note-follow-up', claimId, step, versionOf(history)),
    },
    { cause: because.cause },
  );
};
