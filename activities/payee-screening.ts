// What the cases behind a run say of their payees today: read at the assembly and again at the release.
import { claimDecider } from '../domain/claim/decider.ts';
import type { ClaimState } from '../domain/claim/state.ts';
import { type CaseNow, type ScreeningCode, screenPayee } from '../domain/payout/payee-screening.ts';
import { workerDecider } from '../domain/worker/decider.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';
import type { Member } from './run-members.ts';

export type Screened = { readonly payableId: string; readonly code: ScreeningCode };

type Streams = Pick<DecisionPorts['store'], 'loadStreams'>;

/** Of the benefit of a claim only: a hospital is no heir, and local aid has papers of its own. */
const isOfCase = ({ state: { created } }: Member): boolean =>
  created?.flow === 'BENEFIT' && created.billId === undefined;

const claimsOf = async (
  store: Streams,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ClaimState>> => {
  const histories = await store.loadStreams([...new Set(ids)]);
  return new Map([...histories].map(([id, history]) => [id, stateOf(claimDecider, history)]));
};

const deathsOf = async (store: Streams, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const histories = await store.loadStreams([...new Set(ids)]);
  const dead = [...histories].filter(
    ([, history]) => stateOf(workerDecider, history).death !== null,
  );
  return new Set(dead.map(([id]) => id));
};

const determinedIn = ({ heirs, incident }: ClaimState): string | null =>
  (incident === null ? heirs?.payee : incident.payee)?.accountIndex ?? null;

/** Those whom no run may pay now; a handful of reads for the whole run. */
export const screenPayees = async (
  { store }: { readonly store: Streams },
  members: readonly Member[],
): Promise<readonly Screened[]> => {
  const ofCases = members.filter(isOfCase);
  const owed = ofCases.flatMap(({ state: { created } }) => created ?? []);
  const claims = await claimsOf(
    store,
    owed.map(({ claimId }) => claimId),
  );
  const survived = owed.filter(({ claimId }) => claims.get(claimId)?.incident != null);
  const dead = await deathsOf(
    store,
    survived.map(({ workerId }) => workerId),
  );
  const deathClaims = [...claims.values()].flatMap(({ links }) =>
    links.flatMap(({ kind, claimId }) => (kind === 'DEATH' ? claimId : [])),
  );
  const heirs = deathClaims.length === 0 ? new Map() : await claimsOf(store, deathClaims);
  return ofCases.flatMap(({ payableId, state }) => {
    const claim = claims.get(state.created?.claimId ?? '');
    if (claim === undefined) return [];
    const death = claim.links.find(({ kind }) => kind === 'DEATH');
    const now: CaseNow = {
      determined: determinedIn(claim),
      isOfWorker: claim.incident !== null,
      workerDied: dead.has(claim.workerId),
      heirAccount: heirs.get(death?.claimId ?? '')?.heirs?.payee.accountIndex ?? null,
    };
    const code = screenPayee(state, now);
    return code === null ? [] : [{ payableId, code }];
  });
};
