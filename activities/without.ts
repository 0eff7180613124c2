// What would be left without a person, a paper or an import: which payouts lose what they rest on.
import { personsBehind } from '../domain/actor.ts';
import { officeDay } from '../domain/calendar.ts';
import { checksOver } from '../domain/claim/assessment/assessment.ts';
import type { CheckResult } from '../domain/claim/assessment/assessment-events.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import { incidentChecksOver } from '../domain/claim/incident/incident-assessment.ts';
import type { ClaimState } from '../domain/claim/state.ts';
import type { PayableStage } from '../domain/payout/events.ts';
import { payableDecider } from '../domain/payout/payable-decider.ts';
import type { PayableCreated } from '../domain/payout/payable-events.ts';
import { payableStage } from '../domain/payout/payable-state.ts';
import type { EventStore, Position, StoredEvent } from '../infra/event-store/event-store.ts';
import { stateOf } from './deciders.ts';
import { allOf, lastOf } from './stored-events.ts';

const PAYABLES_AT_ONCE = 200;

/** What is thought away. A paper is named by its id or by the hash of its bytes. */
export type Absent = {
  readonly actors: readonly string[];
  readonly papers: readonly string[];
  readonly imports: readonly string[];
};

export type LostBasis =
  | {
      readonly kind: 'RECOMMENDED' | 'APPROVED' | 'ASSEMBLED' | 'RELEASED' | 'DETERMINED';
      readonly actor: string;
    }
  /** A check that held with the paper and does not without. */
  | { readonly kind: 'CHECK'; readonly paper: string; readonly check: string }
  /** An act that rests on the paper itself. */
  | { readonly kind: 'EVIDENCE'; readonly paper: string; readonly event: string }
  | { readonly kind: 'IMPORT'; readonly rosterId: string };

export type LostPayout = {
  readonly payableId: string;
  readonly claimId: string;
  readonly payerId: string;
  readonly flow: string;
  readonly amountIdr: string;
  readonly stage: PayableStage;
  readonly lost: readonly LostBasis[];
};

type History = readonly StoredEvent[];

const VERDICTS = ['ClaimApproved', 'DeterminationReported'];
const PAPERS = ['DocumentReceived', 'DocumentAccepted', 'DocumentReturned'];
const DETERMINATIONS = [
  'HeirsDetermined',
  'PayeeDetermined',
  'DeathConcluded',
  'MissingDetermined',
];

const verdictOf = (claim: History, decision: number): StoredEvent | undefined =>
  claim.findLast(
    ({ type, data }) =>
      VERDICTS.includes(type) && (data as { readonly decision?: number }).decision === decision,
  );

const byActors = (
  created: PayableCreated['data'],
  claim: History,
  actors: readonly string[],
): readonly LostBasis[] => {
  const verdict = verdictOf(claim, created.decision);
  const approvers = verdict === undefined ? created.approvedBy : personsBehind(verdict.meta.actor);
  const before = claim.filter(({ version }) => verdict === undefined || version < verdict.version);
  return actors.flatMap((actor): readonly LostBasis[] => [
    ...(created.recommendedBy.includes(actor) ? [{ kind: 'RECOMMENDED', actor } as const] : []),
    ...(approvers.includes(actor) ? [{ kind: 'APPROVED', actor } as const] : []),
    // Only the last word counts: who was overruled decided nothing here.
    ...(DETERMINATIONS.some((type) => {
      const last = before.findLast((event) => event.type === type);
      return last !== undefined && personsBehind(last.meta.actor).includes(actor);
    })
      ? [{ kind: 'DETERMINED', actor } as const]
      : []),
  ]);
};

/** Whoever sent the money on its way, for a payout that went out. */
const byRuns = (runs: readonly History[], actors: readonly string[]): readonly LostBasis[] =>
  actors.flatMap((actor): readonly LostBasis[] => [
    ...(runs.some((run) =>
      allOf(run, 'RunAssembled').some((one) => one.assembledBy.includes(actor)),
    )
      ? [{ kind: 'ASSEMBLED', actor } as const]
      : []),
    ...(runs.some((run) => allOf(run, 'RunReleased').some((one) => one.releasedBy.includes(actor)))
      ? [{ kind: 'RELEASED', actor } as const]
      : []),
  ]);

const speaksOf = ({ data }: StoredEvent, paper: string): boolean =>
  JSON.stringify(data).includes(`"${paper}"`);

/** A paper is known by its id and by its hash: whoever names one means both. */
const namesOf = (claim: History, paper: string): readonly string[] =>
  allOf(claim, 'DocumentReceived').flatMap(({ documentId, sha256 }) =>
    documentId === paper || sha256 === paper ? [documentId] : [],
  );

const checksAt = (state: ClaimState, today: string): readonly CheckResult[] => {
  const { cover, deathDate, incident } = state;
  if (cover === null) return [];
  const over = { cover, today: officeDay(today) };
  if (deathDate !== null) return checksOver(state, deathDate, over);
  return incident === null ? [] : incidentChecksOver(state, incident, over);
};

const byPapers = (
  created: PayableCreated['data'],
  claim: History,
  papers: readonly string[],
): readonly LostBasis[] => {
  const verdict = verdictOf(claim, created.decision);
  const before = claim.filter(({ version }) => verdict === undefined || version < verdict.version);
  const today = verdict?.effectiveAt ?? before.at(-1)?.effectiveAt ?? '';
  return papers.flatMap((paper): readonly LostBasis[] => {
    const ids = namesOf(before, paper);
    const isOfPaper = (event: StoredEvent): boolean =>
      PAPERS.includes(event.type) && ids.some((id) => speaksOf(event, id));
    const left = before.filter((event) => !isOfPaper(event));
    const held = checksAt(stateOf(claimDecider, before), today);
    const now = new Map(
      checksAt(stateOf(claimDecider, left), today).map(({ code, verdict: says }) => [code, says]),
    );
    const fallen =
      left.length === before.length
        ? []
        : held.filter(({ code, verdict: says }) => says === 'HOLDS' && now.get(code) !== 'HOLDS');
    const resting = left.filter((event) => [paper, ...ids].some((name) => speaksOf(event, name)));
    return [
      ...fallen.map(({ code: check }) => ({ kind: 'CHECK', paper, check }) as const),
      ...resting
        .filter(({ type }) => !['DocumentsCompleted', 'DocumentRead'].includes(type))
        .map(({ type: event }) => ({ kind: 'EVIDENCE', paper, event }) as const),
    ];
  });
};

/** Named by no other list, the person would not have been enrolled. */
const byImports = (worker: History, imports: readonly string[]): readonly LostBasis[] => {
  const lists = allOf(worker, 'WorkerNominated').map(({ rosterId }) => rosterId);
  const rosterId = lists.find((list) => imports.includes(list));
  const isOnlyThere = rosterId !== undefined && lists.every((list) => imports.includes(list));
  return isOnlyThere ? [{ kind: 'IMPORT', rosterId }] : [];
};

type Ports = { readonly store: EventStore };

const lostPayout = async (
  { store }: Ports,
  payable: History,
  { absent, known }: { readonly absent: Absent; readonly known: (history: History) => History },
): Promise<LostPayout | null> => {
  const created = lastOf(payable, 'PayableCreated')?.data;
  if (created === undefined) return null;
  const stage = payableStage(stateOf(payableDecider, payable));
  if (stage === 'CANCELLED') return null;
  const runIds = [...new Set(allOf(payable, 'PayableSelected').map(({ runId }) => runId))];
  const { claimId, workerId, payableId, payerId, flow, amountIdr } = created;
  const streams = await store.loadStreams([claimId, workerId, ...runIds]);
  const of = (id: string): History => known(streams.get(id) ?? []);
  const sent = lastOf(payable, 'PaymentSent') === null ? [] : runIds.map(of);
  const isOfClaim = of(claimId)[0]?.category === 'claim';
  const lost = [
    ...byActors(created, of(claimId), absent.actors),
    ...byRuns(sent, absent.actors),
    ...(isOfClaim ? byPapers(created, of(claimId), absent.papers) : []),
    ...byImports(of(workerId), absent.imports),
  ];
  return { payableId, claimId, payerId, flow, amountIdr, stage, lost };
};

/** Every payout that was ever made or owed as known at the position; those that lose nothing too. */
export const payoutsWithout = async function* (
  ports: Ports,
  absent: Absent,
  position: Position,
): AsyncGenerator<LostPayout> {
  const known = (history: History): History =>
    history.filter((event) => BigInt(event.position) <= BigInt(position));
  const ids = await ports.store.streamsOf('payable');
  for (let at = 0; at < ids.length; at += PAYABLES_AT_ONCE) {
    const payables = await ports.store.loadStreams(ids.slice(at, at + PAYABLES_AT_ONCE));
    for (const payable of payables.values()) {
      const found = await lostPayout(ports, known(payable), { absent, known });
      if (found !== null) yield found;
    }
  }
};
