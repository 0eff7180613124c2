// What `repair workflows` believes to be open, against what the workflow of a claim itself would say.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimFacts } from '../../../activities/activities.ts';
import { createClaimSteps } from '../../../activities/claim-steps.ts';
import type { Ports } from '../../../activities/ports.ts';
import { asJson } from '../../../activities/stored-events.ts';
import { openAfter } from '../../../apps/gateway/open-workflows.ts';
import { claimDecider } from '../../../domain/claim/decider.ts';
import { fold } from '../../../domain/decider.ts';
import { workerDecider } from '../../../domain/worker/decider.ts';
import type { WorkerCommand } from '../../../domain/worker/events.ts';
import type { EventStore, StoredEvent } from '../../../infra/event-store/event-store.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { anyHistory, play } from '../../domain/claim/any-claim-history.ts';
import { CLAIM_ID } from '../../domain/claim/claim-facts.ts';
import { NOON } from '../../domain/specification.ts';
import { nominated, system } from '../../domain/worker/worker-facts.ts';

const WORKER_ID = 'worker-1';

type Recorded = { readonly type: string; readonly data: unknown };

type Log = {
  readonly log: StoredEvent[];
  readonly ports: Ports;
  record(category: 'claim' | 'worker', event: Recorded): void;
};

/** A claim and its person in one log; their payables do not exist yet. */
const openLog = (): Log => {
  const log: StoredEvent[] = [];
  const of = (id: string) => log.filter(({ streamId }) => streamId === id);
  const store: Partial<EventStore> = {
    loadStream: async (id) => of(id),
    loadStreams: async (ids) => new Map(ids.map((id) => [id, of(id)])),
    setWorkflowFlag: async () => undefined,
  };
  const ports = { store, ids: streamIds, clock: () => NOON } as unknown as Ports;
  const record = (category: 'claim' | 'worker', { type, data }: Recorded): void => {
    const streamId = category === 'claim' ? CLAIM_ID : WORKER_ID;
    const place = log.length + 1;
    log.push({
      ...{ position: `${place}` as StoredEvent['position'], streamId, category },
      ...{ version: of(streamId).length + 1, eventId: `event-${place}`, type, schemaVersion: 1 },
      data: asJson(data),
      meta: {
        actor: { id: 'ani', office: 'DISNAKER', act: 'check-claim', letter: 'SK 1' },
        ...{ commandId: 'c', causationId: 'c', correlationId: 'c', origin: 'live' },
      },
      ...{ effectiveAt: NOON, recordedAt: NOON },
    });
  };
  return { log, ports, record };
};

/** What the claim's workflow tells the person's stream. */
const toldTo = (follows: ClaimFacts['follows'], past: StoredEvent[]): readonly WorkerCommand[] => {
  const state = fold(claimDecider, past as never);
  const common = { workerId: WORKER_ID, claimId: CLAIM_ID };
  const { deathDate, noDeath, closed, incident } = state;
  return follows.flatMap((step): readonly WorkerCommand[] => {
    if (step === 'NOTE_DEATH' && deathDate !== null)
      return [{ type: 'NoteDeathReport', data: { ...common, deathDate } }];
    if (step === 'NOTE_NO_DEATH' && noDeath !== null)
      return [{ type: 'WithdrawDeathReport', data: { ...common, ground: noDeath } }];
    if (step === 'NOTE_OUTCOME' && closed !== null && closed !== 'WITHDRAWN')
      return [{ type: 'NoteClaimOutcome', data: { ...common, outcome: closed } }];
    if (step === 'LINK_CASES' && incident !== null && incident.kind !== 'ILLNESS')
      return [{ type: 'NoteIncidentReport', data: { ...common, eventDate: incident.eventDate } }];
    return [];
  });
};

/** A case of the person that came to be linked elsewhere is told by that case's own workflow. */
const isWaiting = ({ ended, follows, deadline }: ClaimFacts): boolean =>
  !ended && (deadline !== null || follows.some((step) => step !== 'LINK_CASES'));

/** After each turn of a history: the claim as its workflow sees it, once the person was told. */
const lived = async (
  history: Parameters<typeof play>[0],
  look: (facts: ClaimFacts, log: readonly StoredEvent[]) => void,
): Promise<void> => {
  const { log, ports, record } = openLog();
  const { hydrateClaim } = createClaimSteps(ports);
  const turns: Recorded[][] = [];
  let seen = 0;
  play(history, (_, past) => {
    turns.push(past.slice(seen));
    seen = past.length;
  });
  let person = fold(workerDecider, nominated);
  for (const event of nominated) record('worker', event);
  /** Whether it was news. */
  const tellPerson = async (): Promise<boolean> => {
    const { follows } = await hydrateClaim(CLAIM_ID);
    const own = log.filter(({ category }) => category === 'claim');
    const before = log.length;
    for (const command of toldTo(follows, own)) {
      const decision = workerDecider.decide(command, person, system);
      if (!('accepted' in decision)) continue;
      for (const event of decision.accepted) record('worker', event);
      person = decision.accepted.reduce(workerDecider.evolve, person);
    }
    return before < log.length;
  };
  for (const turn of turns) {
    for (const event of turn) record('claim', event);
    while (await tellPerson());
    look(await hydrateClaim(CLAIM_ID), log);
  }
};

test('whatever happened to a claim, one that still has something to do or to wait for is rebuilt', async () => {
  const look = (facts: ClaimFacts, log: readonly StoredEvent[]): void => {
    if (!isWaiting(facts)) return;
    const { stage, follows, deadline } = facts;
    const types = log.map(({ type }) => type).join(' ');
    const why = `${stage}, ${follows.join()}, ${deadline?.code}: ${types}`;
    expect(openAfter(log), why).toContain(CLAIM_ID);
  };
  await fc.assert(
    fc.asyncProperty(anyHistory, (history) => lived(history, look)),
    { numRuns: 100 },
  );
});

const claimEvent = (type: string, own: object = {}) =>
  ['claim', { type, data: { claimId: CLAIM_ID, ...own } }] as const;
const heard = { type: 'WorkerClaimSettled', data: { claimId: CLAIM_ID, outcome: 'SETTLED' } };
const settled = claimEvent('ClaimSettled', { outcome: 'SETTLED' });
type Entry = readonly [category: 'claim' | 'worker', event: Recorded];
const after = (...events: readonly Entry[]): readonly string[] => {
  const { log, record } = openLog();
  record(...claimEvent('DeathReported'));
  for (const event of events) record(...event);
  return openAfter(log);
};

test('a hospital that bills a claim which was over is waited for until its payable is there', () => {
  const over = [settled, ['worker', heard] as const] as const;
  expect(after(...over)).toEqual([]);
  const approved = (acceptedIdr: string) =>
    claimEvent('HospitalBillApproved', { billId: 'bill-1', acceptedIdr });
  expect(after(...over, approved('0'))).toEqual([]);
  expect(after(...over, approved('450000'))).toEqual([CLAIM_ID]);
  const created = claimEvent('PayableCreated', { billId: 'bill-1' });
  expect(after(...over, approved('450000'), created)).toEqual([]);
});

test('an objection that came before the payment is waited for after it', () => {
  const objected = claimEvent('DecisionObjected');
  expect(after(objected, settled, ['worker', heard])).toEqual([CLAIM_ID]);
  const answered = claimEvent('ObjectionAnswered');
  expect(after(objected, answered, settled, ['worker', heard])).toEqual([]);
  const passed = claimEvent('DeadlinePassed', { code: 'ANSWER_OBJECTION' });
  expect(after(objected, settled, ['worker', heard], passed)).toEqual([]);
});
