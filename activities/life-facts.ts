// What the person's own stream and the claim of their death say beside an accident.
import { claimDecider } from '../domain/claim/decider.ts';
import type { KnownLife } from '../domain/claim/incident/incident-events.ts';
import { workerDecider } from '../domain/worker/decider.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';

export const lifeBeside = async (
  { store }: Pick<DecisionPorts, 'store'>,
  workerId: string,
  claimId: string,
): Promise<KnownLife> => {
  const { death, incidents } = stateOf(workerDecider, await store.loadStream(workerId));
  return {
    deathDate: death?.date ?? null,
    incidents: incidents.filter((known) => known.claimId !== claimId),
  };
};

/** The account of the heir who is paid for the death; null while nobody determined one. */
export const heirOf = async (
  { store }: Pick<DecisionPorts, 'store'>,
  claimId: string,
): Promise<{ readonly accountIndex: string } | null> => {
  const { links } = stateOf(claimDecider, await store.loadStream(claimId));
  const death = links.find(({ kind }) => kind === 'DEATH');
  if (death === undefined) return null;
  const { heirs } = stateOf(claimDecider, await store.loadStream(death.claimId));
  return heirs === null ? null : { accountIndex: heirs.payee.accountIndex };
};
