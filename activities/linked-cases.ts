// Claims of one person find each other through the person's own stream, and each is told of the others.

import { sameFacts } from '../domain/claim/assessment/same-facts.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import type { LinkedCase } from '../domain/claim/intake/case-link-events.ts';
import { claimStage, isOpenStage } from '../domain/claim/stage.ts';
import type { ClaimState } from '../domain/claim/state.ts';
import { workerDecider } from '../domain/worker/decider.ts';
import type { WorkerState } from '../domain/worker/stage.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { versionOf } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import { mustFollow } from './follow-up.ts';
import { followVisibly } from './follow-visibly.ts';
import type { DecisionPorts } from './ports.ts';
import { lastOf } from './stored-events.ts';

const casesOf = ({ death, incidents }: WorkerState): readonly LinkedCase[] => [
  ...(death === null ? [] : [{ claimId: death.claimId, kind: 'DEATH', day: death.date } as const]),
  ...incidents.map(({ claimId, eventDate }) => ({
    ...{ claimId, kind: 'INCIDENT' as const, day: eventDate },
  })),
];

const othersOf = (worker: WorkerState, claimId: string): readonly LinkedCase[] =>
  casesOf(worker).filter((other) => other.claimId !== claimId);

/** Told on the person's stream when it was reported; an illness led away is no case to link. */
const mustBeNoted = ({ claimId, incident }: ClaimState, { workerId, incidents }: WorkerState) =>
  workerId !== null &&
  incident !== null &&
  incident.kind !== 'ILLNESS' &&
  !incidents.some((known) => known.claimId === claimId);

/** Whether this claim, or one of the others of its person, does not know of all of them yet. */
export const lacksLinks = async (
  { store }: Pick<DecisionPorts, 'store'>,
  state: ClaimState,
  worker: WorkerState,
): Promise<boolean> => {
  if (mustBeNoted(state, worker)) return true;
  if (!sameFacts(othersOf(worker, state.claimId), state.links)) return true;
  const others = await store.loadStreams(state.links.map(({ claimId }) => claimId));
  return [...others].some(
    ([claimId, history]) =>
      !sameFacts(othersOf(worker, claimId), stateOf(claimDecider, history).links),
  );
};

/** An accident that may be of work, in treatment or before its decision when the person died. */
const isOpenAccident = (state: ClaimState): boolean =>
  state.incident !== null && state.incident.kind !== 'ILLNESS' && isOpenStage(claimStage(state));

const noteIncident = async (
  ports: DecisionPorts,
  history: readonly StoredEvent[],
): Promise<void> => {
  const { claimId, workerId, incident } = stateOf(claimDecider, history);
  const cause = lastOf(history, 'IncidentReported')?.stored;
  if (incident === null || cause === undefined) return;
  const { eventDate } = incident;
  await followVisibly(
    ports,
    {
      category: 'worker',
      streamId: workerId,
      command: { type: 'NoteIncidentReport', data: { workerId, claimId, eventDate } },
      commandId: ports.ids.command('note-incident', claimId),
    },
    { claimId, step: 'LINK_CASES', cause },
  );
};

export const linkCases = async (ports: DecisionPorts, claimId: string): Promise<void> => {
  const history = await ports.store.loadStream(claimId);
  const state = stateOf(claimDecider, history);
  const before = stateOf(workerDecider, await ports.store.loadStream(state.workerId));
  if (mustBeNoted(state, before)) await noteIncident(ports, history);
  const person = await ports.store.loadStream(state.workerId);
  const worker = stateOf(workerDecider, person);
  const cause = person.at(-1);
  if (cause === undefined) return;
  const all = casesOf(worker);
  const streams = await ports.store.loadStreams([
    ...new Set([claimId, ...all.map((one) => one.claimId)]),
  ]);
  const suspects = [...streams.values()].some((stream) =>
    isOpenAccident(stateOf(claimDecider, stream)),
  );
  for (const [streamId, stream] of streams) {
    const cases = othersOf(worker, streamId);
    if (stream.length === 0 || sameFacts(cases, stateOf(claimDecider, stream).links)) continue;
    await mustFollow(
      ports,
      {
        category: 'claim',
        streamId,
        command: { type: 'LinkCases', data: { cases, suspects } },
        commandId: ports.ids.command('link-cases', streamId, versionOf(stream), versionOf(person)),
      },
      { cause },
    );
  }
};
