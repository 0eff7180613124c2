// LIFECYCLE_START=at-enrolment on real servers: everybody has a lifecycle, and a case ends as by default.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lastOf } from '../../activities/stored-events.ts';
import type { CommandEnvelope, CommandsByCategory } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import { waiting } from '../../workflows/messages.ts';
import { enrol } from '../activities/approved-claims.ts';
import { booking } from '../activities/bank-papers.ts';
import {
  approval,
  envelope,
  foundOffice,
  KELURAHAN,
  must,
  type Office,
  reportDeath,
  verifyClaim,
} from '../activities/office-story.ts';
import './quiet-temporal.ts';
import { type RunningEngine, startEngine } from './engine-on-temporal.ts';

type Town = {
  readonly engine: RunningEngine;
  readonly office: Office;
  readonly workers: readonly string[];
};

const until = async <T>(look: () => Promise<T>, fits: (seen: T) => boolean): Promise<T> => {
  const limit = Date.now() + 90_000;
  for (;;) {
    const seen = await look();
    if (fits(seen)) return seen;
    if (Date.now() > limit) throw new Error(`never came true: ${JSON.stringify(seen)}`);
    await sleep(50);
  }
};

const found = async (lifecycleStart: 'at-enrolment' | 'on-first-touch'): Promise<Town> => {
  const engine = await startEngine({ lifecycleStart });
  const send = (wish: CommandEnvelope) => engine.gateway.send(wish);
  const office = await foundOffice(send, engine.ports);
  return { engine, office, workers: await enrol({ engine, send, office }, 3) };
};

const lifecycle = async ({ engine }: Town, workerId: string): Promise<string> => {
  const handle = engine.place.client.workflow.getHandle(`worker/${workerId}`);
  try {
    const { status } = await handle.describe();
    return status.name === 'RUNNING' ? (await handle.query(waiting)).waitingFor : status.name;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'UNKNOWN';
    throw error;
  }
};

const handOverByList = async ({ engine, workers }: Town): Promise<void> => {
  const cards = workers.map((workerId) => engine.ports.ids.card(workerId, 1));
  const list = new TextEncoder().encode(`KARTU\n${cards.join('\n')}\n`);
  const { sha256: fileSha256 } = await engine.ports.documents.put(list);
  const request = { fileSha256, place: KELURAHAN, actorId: 'kelurahan-eko' };
  const begun = await engine.gateway.handOverCards({ ...request, correlationId: randomUUID() });
  if (begun.status === 'refused') throw new Error(begun.code);
  await until(
    () => engine.gateway.batchProgress('cards', begun.batchId),
    (seen) => seen?.state === 'COMPLETED',
  );
};

const pay = async ({ engine, office }: Town, payableId: string): Promise<void> => {
  const runId = randomUUID();
  const run = (as: string, command: CommandsByCategory['payout_run']) =>
    must(engine.gateway.send(envelope('payout_run', runId, { command, as })));
  const members = [
    {
      ...{ payableId, claimId: '', amountIdr: '1' as RupiahText, mode: 'DISBURSES' as const },
      ...{ payerId: office.payerId, decidedBy: [] },
    },
  ];
  const purse = { payerId: office.payerId, flow: 'BENEFIT', mode: 'DISBURSES' } as const;
  const data = { runId, ...purse, members, membersSha256: '' };
  await run('keuangan-citra', { type: 'AssembleRun', data });
  await run('kepala-dewi', { type: 'ReleaseRun', data: { sumIdr: '42000000' as RupiahText } });
  await until(
    () => engine.ports.store.loadStream(payableId),
    (history) => lastOf(history, 'PaymentSent') !== null,
  );
  const bytes = booking(engine.ports.ids.endToEnd(payableId, 1));
  await engine.gateway.ingestAnswers({
    ...{ actorId: 'keuangan-citra', file: { name: 'statement.xml', bytes } },
  });
};

/** The whole case of one worker; answers with what each of its streams recorded. */
const wholeCase = async (town: Town): Promise<readonly (readonly string[])[]> => {
  const { engine, workers } = town;
  const [workerId = ''] = workers;
  const send = (wish: CommandEnvelope) => engine.gateway.send(wish);
  const report = await reportDeath(engine.ports, workerId);
  const claimId = report.streamId;
  await must(send(report));
  await verifyClaim(send, engine.ports, claimId);
  await must(send(approval(claimId)));
  const payableId = engine.ports.ids.payable(claimId, 1, 'istri');
  await until(
    () => engine.ports.store.loadStream(payableId),
    (history) => history.length > 0,
  );
  await pay(town, payableId);
  await until(
    () => lifecycle(town, workerId),
    (state) => state === 'COMPLETED',
  );
  const histories = [workerId, claimId, payableId].map((id) => engine.ports.store.loadStream(id));
  return (await Promise.all(histories)).map((history) => history.map(({ type }) => type));
};

let eager: Town;
let lazy: Town;

beforeAll(async () => {
  eager = await found('at-enrolment');
  lazy = await found('on-first-touch');
}, 120_000);
afterAll(async () => {
  await eager?.engine.stop();
  await lazy?.engine.stop();
});

test('each enrolled person has a lifecycle of their own, and by default nobody has', async () => {
  for (const workerId of eager.workers)
    await until(
      () => lifecycle(eager, workerId),
      (waitingFor) => waitingFor === 'CARD',
    );
  expect(await lifecycle(lazy, lazy.workers[1] ?? '')).toBe('UNKNOWN');
});

test('a batch tells the lifecycles what it did', async () => {
  for (const town of [eager, lazy]) await handOverByList(town);
  for (const workerId of eager.workers)
    await until(
      () => lifecycle(eager, workerId),
      (waitingFor) => waitingFor === 'REPORT',
    );
  expect(await lifecycle(lazy, lazy.workers[1] ?? '')).toBe('UNKNOWN');
}, 60_000);

test('a whole case ends with the same events', async () => {
  const [worker, claim, payable] = await wholeCase(eager);
  expect(worker?.at(-1)).toBe('WorkerClaimSettled');
  expect(await wholeCase(lazy)).toEqual([worker, claim, payable]);
}, 120_000);
