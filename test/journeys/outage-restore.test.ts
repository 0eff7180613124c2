// A restore that forgets an approval and a hand-over: both are done again, and nothing is doubled.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { type Act, type Caller, createCaller } from './outage-caller.ts';
import {
  ask,
  bankReport,
  bookedIds,
  countsOn,
  expectCommandsOnce,
  expectNoGaps,
  expectScreensAreTheLog,
  expectStreamIsTheLog,
} from './outage-facts.ts';
import { createOutageStack, type OutageStack, until } from './outage-stack.ts';
import {
  type ClaimAct,
  carry,
  claimActs,
  foundTown,
  payDue,
  reconciled,
  type Town,
} from './outage-town.ts';
import { createLooker, type Looker } from './outage-workflows.ts';

const ADMINISTRATOR = 'admin-nur';
const KELURAHAN = '64.74.02.1001';

let stack: OutageStack;
let caller: Caller;
let looker: Looker;
let town: Town;

beforeAll(async () => {
  stack = createOutageStack();
  caller = createCaller(stack);
  looker = createLooker(stack, caller);
  await stack.up();
  town = await foundTown(stack, caller, 20);
});
afterAll(async () => {
  await caller.close();
  await stack.close();
});

const replacePostgres = async (from: string, to: string): Promise<void> => {
  await stack.down();
  rmSync(to, { recursive: true, force: true });
  execFileSync('cp', ['-a', from, to]);
  await stack.up();
};

const owedTo = async (claimId: string): Promise<number> => {
  const created = `select 1 from es.events where type = 'PayableCreated' and data->>'claimId' = $1`;
  return (await ask(stack, created, [claimId])).length;
};

const handedOver = async (workers: readonly string[]): Promise<readonly number[]> =>
  Promise.all(
    workers.map(async (workerId) => (await countsOn(stack, workerId))['CardHandedOver'] ?? 0),
  );

test('a forgotten approval and a forgotten hand-over are recorded once in the new epoch', async () => {
  const [workerId = '', ...others] = town.workers;
  const holders = others.slice(0, 5);
  const claimId = streamIds.deathClaim(workerId);
  const acts = claimActs(town, workerId, '1240031122399');
  const approve = acts.at(-1);
  if (approve === undefined) throw new Error('no approval');
  await carry(acts.slice(0, -1), (act) => caller.send(act));
  expect(await looker.agreed('claim', claimId)).toBe('RECOMMENDED');

  const [cluster, backup] = ['postgres', 'backup'].map((name) => join(stack.dataDir, name));
  if (cluster === undefined || backup === undefined) throw new Error('no folder');
  await replacePostgres(cluster, backup);
  const list = join(town.folder, 'serah-terima.csv');
  const cards = holders.map((holder) => streamIds.card(holder, 1));
  writeFileSync(list, `KARTU\n${cards.join('\n')}\n`);
  const handOver: Act = {
    as: 'kelurahan-eko',
    args: ['card', 'hand-over', list, '--place', KELURAHAN],
  };
  const lost: { readonly act: Act | ClaimAct; readonly commandId: string }[] = [];
  for (const act of [approve, handOver]) {
    const commandId = streamIds.random();
    lost.push({ act, commandId });
    expect((await caller.send(act, commandId)).code).toBe(0);
  }
  await until('the sum is owed', async () => (await owedTo(claimId)) === 1);
  expect(await handedOver(holders)).toEqual([1, 1, 1, 1, 1]);
  await expectStreamIsTheLog(stack);

  await replacePostgres(backup, cluster);
  // Opened while nothing may be recorded: it goes on when that is over. Its sum is never right.
  let waiting = createCaller(stack);
  const wrong: Act = { ...approve, args: ['claim', 'approve', claimId, '--total', '1'] };
  await until('the older log is noticed', async () => {
    const { json } = await waiting.run(wrong);
    if (json['error'] === 'Infra.RestorePending') return true;
    // Opened before anybody had looked.
    await waiting.close();
    waiting = createCaller(stack);
    return false;
  });
  const restored = await caller.send({ as: ADMINISTRATOR, args: ['restore', '--yes'] });
  expect(restored.code).toBe(0);
  expect(await looker.agreed('claim', claimId)).toBe('RECOMMENDED');
  expect(await owedTo(claimId)).toBe(0);
  expect(await handedOver(holders)).toEqual([0, 0, 0, 0, 0]);
  const repaired = await caller.send({ as: ADMINISTRATOR, args: ['repair', 'workflows'] });
  expect(repaired).toMatchObject({ code: 0, json: { started: 0 } });

  for (const { act, commandId } of lost) expect((await waiting.send(act, commandId)).code).toBe(0);
  await waiting.close();
  await until('the sum is owed again', async () => (await owedTo(claimId)) === 1);
  await until(
    'every card is noted again',
    async () => (await handedOver(holders)).join() === '1,1,1,1,1',
  );
  await caller.settle(['payout', 'due'], (json) => json['count'] === 1);
  const { runId } = await payDue(caller, town.payerId);
  await reconciled(caller, runId);
  await caller.settle(['claim', 'show', claimId], (json) => json['stage'] === 'SETTLED');
  expect(await countsOn(stack, claimId)).toMatchObject({ ClaimApproved: 1, ClaimSettled: 1 });
  expect(bankReport(stack)).toMatchObject({ credits: 1 });
  expect(bookedIds(stack)).toHaveLength(1);
});

test('the log has no gap, and its copies say what it says', async () => {
  await expectNoGaps(stack);
  await expectCommandsOnce(stack);
  await expectStreamIsTheLog(stack);
  await expectScreensAreTheLog(stack, caller);
  await stack.down();
  expect(await stack.close()).toEqual([]);
});
