// Kutai Timur over the months, on a server that skips time and a real log: gate, warnings, override,
// a late contribution, a death in the first three months, and the end of cover.
import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Activities } from '../../activities/activities.ts';
import { coverFacts } from '../../activities/cover-facts.ts';
import { createActivities } from '../../activities/create-activities.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { createGateway } from '../../apps/gateway/gateway.ts';
import type { Gateway } from '../../apps/gateway/gateway-contract.ts';
import { type WorkflowPlace, wake } from '../../apps/gateway/workflow-starts.ts';
import { type LocalDate, localDate } from '../../domain/calendar.ts';
import type { CommandEnvelope, CommandsByCategory } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import type { Position } from '../../infra/event-store/event-store.ts';
import { bundleWorkflows } from '../../infra/temporal/bundle-workflows.ts';
import { ensureSearchAttributes } from '../../infra/temporal/search-attributes.ts';
import { waiting } from '../../workflows/messages.ts';
import './quiet-temporal.ts';
import { type EngineFixture, openEngineFixture } from '../activities/engine-fixture.ts';
import {
  assessClaim,
  claimWish,
  must,
  receivePapers,
  reportDeath,
} from '../activities/office-story.ts';
import {
  enrolMembers,
  foundProgramme,
  opening,
  payMonth,
  type Regency,
  registerOfficers,
  trancheWish,
} from '../activities/regency-story.ts';
import { keepHistory } from '../histories/keep-history.ts';
import { startTimeSkippingServer } from '../support/temporal-test-server.ts';

const MEMBERS = 5;
const ALL_CARDS = { basis: 'RECEIVED', of: 'QUOTA', sharePercent: 100 } as const;
/** The story begins at noon of this office day; the server's clock begins today. */
const FIRST_NOON = Date.parse('2025-02-24T04:00:00.000Z');

let server: TestWorkflowEnvironment;
let engine: EngineFixture;
let worker: Worker;
let running: Promise<void>;
let gateway: Gateway;
let place: WorkflowPlace;
let regency: Regency;
let members: readonly string[];
let offsetMs = 0;

const storyNow = async (): Promise<string> =>
  new Date((await server.currentTimeMs()) - offsetMs).toISOString();
const setClock = async (): Promise<void> => engine.setClock(await storyNow());

/** The read model is late with each payment once, and knows no claim then. */
const lateWithClaims = ({ ports }: EngineFixture): Activities => {
  const asked = new Set<Position>();
  return createActivities({
    ...ports,
    tranches: {
      ...ports.tranches,
      async claims(trancheId) {
        const end = await ports.store.safePosition();
        const isKnown = asked.has(end);
        asked.add(end);
        return isKnown ? ports.tranches.claims(trancheId) : { claimIds: [], position: '0' };
      },
    },
  });
};

/** Every activity decides at the server's time, carried into the year of the story. */
const inStoryTime = (activities: Activities): object =>
  Object.fromEntries(
    Object.entries(activities).map(([name, activity]) => [
      name,
      async (...args: never[]) => {
        await setClock();
        return (activity as (...all: never[]) => unknown)(...args);
      },
    ]),
  );

beforeAll(async () => {
  server = await startTimeSkippingServer();
  await ensureSearchAttributes(server.client, server.namespace ?? 'default');
  engine = await openEngineFixture();
  offsetMs = (await server.currentTimeMs()) - FIRST_NOON;
  await setClock();
  place = { client: server.client, taskQueue: randomUUID() };
  gateway = createGateway({ place, engine: engine.engine, close: async () => undefined });
  worker = await Worker.create({
    connection: server.nativeConnection,
    taskQueue: place.taskQueue,
    workflowBundle: await bundleWorkflows(),
    activities: inStoryTime(lateWithClaims(engine)),
  });
  running = worker.run();
  await registerOfficers(createRecordDecision(engine.ports), engine.ports);
  regency = await foundProgramme(createRecordDecision(engine.ports), engine.ports);
}, 90_000);
afterAll(async () => {
  worker?.shutdown();
  await running;
  await server?.teardown();
  await engine?.close();
});

const handle = () => place.client.workflow.getHandle(`tranche/${regency.trancheId}`);
const tranche = async (command: CommandsByCategory['tranche'], as?: string) => {
  await setClock();
  return gateway.send(trancheWish(regency, command, as));
};
const history = () => engine.ports.store.loadStream(regency.trancheId);
const until = async (day: string): Promise<void> => {
  const left = Date.parse(`${day}T04:00:00.000Z`) - Date.parse(await storyNow());
  await server.sleep(left);
  await setClock();
};
const milestones = async (): Promise<readonly string[]> =>
  allOf(await history(), 'LapseWarned').map(
    ({ firstUnpaid, milestone, gate, cardsMissing }) =>
      `${firstUnpaid} ${milestone} ${gate} ${cardsMissing}`,
  );
const claimSend = (envelope: CommandEnvelope) => createRecordDecision(engine.ports)(envelope);

test('the gate waits for every card, and the first warning already says so', async () => {
  await must(tranche(opening(regency, ALL_CARDS)));
  members = await enrolMembers(engine.ports, regency, MEMBERS);
  expect(await handle().query(waiting)).toEqual({ stage: 'OPEN', waitingFor: 'CARDS' });
  await until('2025-03-01');
  expect(await milestones()).toEqual([]);
  await until('2025-03-02');
  expect(await milestones()).toEqual(['2025-02 WARNING_30 CLOSED 150000']);
  expect(lastOf(await history(), 'LapseWarned')?.data).toMatchObject({
    ...{ workersAtRisk: MEMBERS, lapsesOn: '2025-05-01', payBy: '2025-04-30', remind: true },
  });
});

test('98,000 cards for 98,000 people never reach a quorum of 150,000', async () => {
  await until('2025-03-10');
  const receivedOn = localDate('2025-03-10');
  const received = { deliveryNote: 'BAST 1', cards: 98_000, receivedOn };
  await must(tranche({ type: 'ReceiveCards', data: received }));
  await until('2025-04-21');
  expect((await milestones()).slice(1)).toEqual([
    '2025-02 WARNING_60 CLOSED 52000',
    '2025-02 ESCALATION_80 CLOSED 52000',
  ]);
  expect(lastOf(await history(), 'PremiumGateOpened')).toBeNull();
});

let claimId: string;

test('a death before any month was paid has no cover yet, and fails its check', async () => {
  await until('2025-04-22');
  const [workerId = ''] = members;
  const report = await reportDeath(engine.ports, workerId, localDate('2025-04-10'));
  claimId = report.streamId;
  await must(claimSend(report));
  await receivePapers(claimSend, engine.ports, claimId);
  await must(
    claimSend(claimWish(claimId, 'verifikator-ani', { type: 'CheckClaim', data: { cover: null } })),
  );
  const checks = lastOf(await engine.ports.store.loadStream(claimId), 'ChecksRecorded')?.data;
  expect(checks?.cover).toMatchObject({ state: 'NOT_STARTED', paidThrough: null });
  expect(checks?.checks.find(({ code }) => code === 'COVER_ACTIVE_AT_DEATH')).toMatchObject({
    ...{ verdict: 'FAILS', facts: { review: 'REVIEW_COVER_NOT_STARTED' } },
  });
});

test('only a named person with the act, and with a reason, overrides the gate', async () => {
  const wish = (reason: string) => ({
    ...{ type: 'OverrideGate' as const, data: { reason, facts: null } },
  });
  expect(await tranche(wish('x'), 'dinas-rahma')).toMatchObject({ code: 'ActNotHeld' });
  expect(await tranche(wish(' '), 'sekda-rizal')).toMatchObject({ code: 'ReasonMissing' });
  const reason = 'kepesertaan 98.000 orang berakhir 1 Mei bila menunggu semua kartu';
  await must(tranche(wish(reason), 'sekda-rizal'));
  expect(lastOf(await history(), 'PremiumGateOverridden')?.data).toMatchObject({
    ...{ reason, cards: 98_000, quorum: 150_000, overriddenBy: ['sekda-rizal'] },
    ...{ firstUnpaid: '2025-02', lapsesOn: '2025-05-01' },
  });
  expect(await handle().query(waiting)).toMatchObject({ waitingFor: 'CONTRIBUTION' });
});

const pay = async (months: readonly string[], paidOn: LocalDate): Promise<void> => {
  for (const month of months) {
    await payMonth(claimSend, engine.ports, {
      ...{ trancheId: regency.trancheId, month, paidOn, workers: MEMBERS },
    });
  }
  // What the obligation of a confirmed contribution does.
  const facts = { streamId: 'bill', version: 1 };
  await wake(place, 'tranche', { id: regency.trancheId, facts });
};

test('arrears paid in time wind up the clock, and send the claim back to its checks', async () => {
  await until('2025-04-24');
  await pay(['2025-02', '2025-03', '2025-04'], localDate('2025-04-24'));
  await until('2025-04-25');
  const claim = await engine.ports.store.loadStream(claimId);
  expect(lastOf(claim, 'LateFactFound')?.data).toMatchObject({
    ...{ effect: 'CHECK_AGAIN', before: { state: 'NOT_STARTED' }, now: { state: 'ACTIVE' } },
    cause: { streamId: engine.ports.ids.contributionBill(regency.trancheId, '2025-04') },
  });
  await until('2025-05-20');
  expect(await milestones()).toHaveLength(3);
  expect(lastOf(await history(), 'CoverLapsed')).toBeNull();
});

test('the death in the first three months pays the funeral only: 10,000,000', async () => {
  await assessClaim(claimSend, engine.ports, claimId);
  const benefits = lastOf(await engine.ports.store.loadStream(claimId), 'BenefitsDetermined')?.data;
  expect(benefits).toMatchObject({ totalIdr: '10000000', paymentBlocked: false });
  expect(benefits?.flags).toContain('WITHIN_FIRST_THREE_MONTHS');
  await must(
    claimSend(
      claimWish(claimId, 'penetap-budi', {
        type: 'ApproveClaim',
        data: { totalIdr: '10000000' as RupiahText, cover: null },
      }),
    ),
  );
});

test('nobody pays any more: the clock runs again, and cover ends with the fourth month', async () => {
  await until('2025-07-31');
  expect((await milestones()).slice(3)).toEqual([
    '2025-05 WARNING_30 OVERRIDDEN 0',
    '2025-05 WARNING_60 OVERRIDDEN 0',
    '2025-05 ESCALATION_80 OVERRIDDEN 0',
  ]);
  expect(lastOf(await history(), 'CoverLapsed')).toBeNull();
  await until('2025-08-01');
  expect(allOf(await history(), 'CoverLapsed')).toMatchObject([
    { firstUnpaid: '2025-05', lapsedOn: '2025-08-01', workers: MEMBERS },
  ]);
});

test('what is paid after the end begins anew, and the arrears count by the branch’s word only', async () => {
  await until('2025-08-11');
  await pay(['2025-05', '2025-06', '2025-07', '2025-08'], localDate('2025-08-11'));
  await until('2025-09-29');
  const { ports } = engine;
  const coverOf = async (knownAt?: Position) => {
    const [, second = ''] = members;
    return (await coverFacts(ports, second, localDate('2025-08-05'), { at: knownAt })).state;
  };
  expect(await coverOf()).toBe('LAPSED');
  const before = await ports.store.safePosition();
  const days = async () => (await milestones()).slice(6);
  expect(await days()).toEqual([]);
  const accept = {
    type: 'AcceptArrears' as const,
    data: {
      ...{ from: '2025-05' as never, through: '2025-07' as never, letter: 'B/221/082025' },
      decidedOn: localDate('2025-09-01'),
    },
  };
  expect(await tranche(accept, 'dinas-rahma')).toMatchObject({ code: 'ActNotHeld' });
  await must(tranche(accept, 'cabang-gita'));
  expect(await coverOf()).toBe('ACTIVE');
  expect(await coverOf(before)).toBe('LAPSED');
  await until('2025-09-30');
  expect(await days()).toEqual(['2025-09 WARNING_30 OVERRIDDEN 0']);
  if (process.env['LINDUNG_RECORD_HISTORIES'] === '1') {
    const plain = { encode: async (all: never[]) => all, decode: async (all: never[]) => all };
    await keepHistory(handle(), 'coverage-tranche', plain as never);
  }
  await handle().terminate('the story is told');
}, 60_000);
