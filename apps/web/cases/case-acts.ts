// What a person can do on a claim now, and why not the rest: asked of the decider, once for each act.
import { type ActOnClaim, claimPossibilities } from '../../../activities/claim-possibilities.ts';
import type { DecisionPorts } from '../../../activities/ports.ts';
import { contentHash } from '../../../infra/event-store/content-hash.ts';
import type { EventStore } from '../../../infra/event-store/event-store.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import type { Desk } from '../house.ts';

/** Thirty questions about one claim read the same few streams: each is read once. */
const readOnce = (store: EventStore): EventStore => {
  const read = new Map<string, ReturnType<EventStore['loadStream']>>();
  return {
    ...store,
    loadStream: (id) => {
      const known = read.get(id) ?? store.loadStream(id);
      read.set(id, known);
      return known;
    },
  };
};

const noBatches = () => Promise.reject(new Error('no act on a claim counts a batch'));

const portsOf = ({ store, keys, now }: Desk): DecisionPorts => ({
  ...{ store: readOnce(store), ids: streamIds, keys, clock: now, hash: contentHash },
  fault: () => undefined,
  tranches: { members: noBatches, claims: noBatches, roll: noBatches },
});

/** A claim that is here is not taken over from a list, nor reported a second time from its own page. */
const NOT_HERE: readonly string[] = [
  'TakeOverClaim',
  'ReportDeath',
  'ReportIncident',
  'ReportMissing',
];

export const caseActs = async (desk: Desk, claimId: string): Promise<readonly ActOnClaim[]> => {
  const acts = await claimPossibilities(portsOf(desk), { claimId, actorId: desk.actorId });
  return acts.filter(({ command }) => !NOT_HERE.includes(command));
};
