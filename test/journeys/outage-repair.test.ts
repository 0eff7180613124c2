// Nobody but the log knows what must follow: without Temporal, without JetStream, after a restore.
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { type Act, type Caller, createCaller } from './outage-caller.ts';
import {
  ask,
  countsOn,
  expectCommandsOnce,
  expectNoGaps,
  expectScreensAreTheLog,
  expectStreamIsTheLog,
  lastPosition,
  shownToTheEnd,
} from './outage-facts.ts';
import { createOutageStack, type OutageStack, until } from './outage-stack.ts';
import {
  assembleDue,
  type ClaimAct,
  type ClaimStep,
  carry,
  claimActs,
  foundTown,
  payDue,
  reconciled,
  releaseAct,
  type Town,
} from './outage-town.ts';
import { createLooker, type Looker } from './outage-workflows.ts';

const ADMINISTRATOR = 'admin-nur';
const KEEPER = 'kunci-hana';

let stack: OutageStack;
let caller: Caller;
let looker: Looker;
let town: Town;

/** One case: its worker, its claim, and what people type for it. */
type Case = {
  readonly workerId: string;
  readonly claimId: string;
  readonly acts: readonly ClaimAct[];
};

const caseOf = (index: number): Case => {
  const workerId = town.workers[index];
  if (workerId === undefined) throw new Error('the town is too small');
  const acts = claimActs(town, workerId, `12400311223${40 + index}`);
  return { workerId, claimId: streamIds.deathClaim(workerId), acts };
};

const upTo = (acts: readonly ClaimAct[], step: ClaimStep): readonly ClaimAct[] =>
  acts.slice(0, acts.findLastIndex((act) => act.step === step) + 1);

const after = (acts: readonly ClaimAct[], step: ClaimStep): readonly ClaimAct[] =>
  acts.slice(acts.findLastIndex((act) => act.step === step) + 1);

/** A command that the log has lost is sent again by its caller, with its id. */
type Sent = { readonly act: ClaimAct; readonly commandId: string };

const sendAll = async (acts: readonly ClaimAct[]): Promise<readonly Sent[]> => {
  const sent: Sent[] = [];
  await carry(acts, (act) => {
    const commandId = streamIds.random();
    sent.push({ act, commandId });
    return caller.send(act, commandId);
  });
  return sent;
};

const settled = async ({ claimId, workerId }: Case): Promise<void> => {
  await caller.settle(['claim', 'show', claimId], (json) => json['stage'] === 'SETTLED');
  await caller.settle(['worker', 'show', workerId], (json) => json['claimOutcome'] === 'SETTLED');
};

const payableOf = async (claimId: string): Promise<number> =>
  (
    await ask(
      stack,
      `select 1 from es.events where type = 'PayableCreated' and data->>'claimId' = $1`,
      [claimId],
    )
  ).length;

/** Worker, Temporal and caller die after the append; nobody sends the command again. */
const dieAfterAppend = async (act: Act): Promise<string> => {
  const commandId = streamIds.random();
  const t0 = Date.now();
  const before = { worker: stack.identity('worker'), temporal: stack.identity('temporal') };
  stack.arm('worker.after-append');
  const appended = stack.fired('worker.after-append');
  const calling = caller.spawned(act, { commandId, killWhen: appended });
  await appended;
  console.log('appended', Date.now() - t0);
  process.kill(before.temporal.pid, 'SIGKILL');
  expect((await calling).signal).toBe('SIGKILL');
  await stack.replaced('temporal', before.temporal);
  await stack.replaced('worker', before.worker);
  console.log('back', Date.now() - t0);
  return commandId;
};

const expectRecordedBefore = async (act: Act, commandId: string): Promise<void> => {
  const { json } = await caller.send(act, commandId);
  expect(json).toMatchObject({ status: 'recorded', repeated: true });
};

beforeAll(async () => {
  stack = createOutageStack();
  caller = createCaller(stack);
  looker = createLooker(stack, caller);
  await stack.up();
  town = await foundTown(stack, caller, 40);
  const added = await caller.send({
    as: ADMINISTRATOR,
    args: [
      ...['actor', 'add', KEEPER, '--office', 'DISNAKER', '--name', 'Hana Wulandari'],
      ...['--act', 'manage-keys', '--area', '64.74', '--letter', 'SK Kadisnaker 800/009/2026'],
      ...['--from', '2026-01-02'],
    ],
  });
  expect(added.code).toBe(0);
});
afterAll(async () => {
  await caller.close();
  await stack.close();
});

test('a released run goes on when Temporal and the caller die before the release is answered', async () => {
  const paid = caseOf(0);
  await sendAll(paid.acts);
  await caller.settle(['payout', 'due'], (json) => json['count'] === 1);
  const run = await assembleDue(caller, town.payerId);
  const release = releaseAct(run);
  const commandId = await dieAfterAppend(release);
  await until(
    'the file is handed to the bank',
    async () => (await countsOn(stack, run.runId))['PaymentFileDropped'] === 1,
  );
  await expectRecordedBefore(release, commandId);
  await reconciled(caller, run.runId);
  await settled(paid);
});

test('a case goes on when Temporal and the caller die between append and task, at every command', async () => {
  const { claimId, acts } = caseOf(1);
  for (const [index, act] of acts.entries()) {
    const isLastPaper = act.step === 'document' && acts[index + 1]?.step !== 'document';
    if (act.step === 'document' && !isLastPaper) {
      await caller.send(act);
      continue;
    }
    const commandId = await dieAfterAppend(act);
    const t1 = Date.now();
    await looker.agreed('claim', claimId);
    console.log(act.step, 'agreed', Date.now() - t1);
    const carrier = act.step === 'report' ? `worker/${caseOf(1).workerId}` : `claim/${claimId}`;
    // The log alone knew: a local activity leaves no trace of a task that never completed.
    if (act.step !== 'approve')
      expect([act.step, await looker.remembers(carrier, commandId)]).toEqual([act.step, false]);
    await expectRecordedBefore(act, commandId);
    // So that the supervisor's growing pauses begin anew.
    if (act.step === 'check') {
      await stack.down();
      await stack.up();
    }
  }
  await until('the payable is owed', async () => (await payableOf(claimId)) === 1);
  expect((await countsOn(stack, caseOf(1).workerId))['WorkerReportedDead']).toBe(1);
});

test('every open workflow comes back from the events alone when Temporal lost its database', async () => {
  const [approved, recommended, reported] = [caseOf(1), caseOf(2), caseOf(3)];
  await sendAll(upTo(recommended.acts, 'recommend'));
  await sendAll(upTo(reported.acts, 'report'));
  const before = stack.identity('temporal');
  const folder = join(stack.dataDir, 'temporal');
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  process.kill(before.pid, 'SIGKILL');
  await stack.replaced('temporal', before);
  await stack.whole();
  const open = [approved, recommended, reported];
  const repair = { as: ADMINISTRATOR, args: ['repair', 'workflows'] };
  const repaired = await caller.send(repair);
  expect(repaired).toMatchObject({ code: 0, json: { started: 2 * open.length, signalled: 0 } });
  for (const { claimId } of open) await looker.agreed('claim', claimId);
  expect((await caller.send(repair)).json).toMatchObject({
    started: 0,
    signalled: 2 * open.length,
  });

  await sendAll(after(recommended.acts, 'recommend'));
  await sendAll(after(reported.acts, 'report'));
  await caller.settle(['payout', 'due'], (json) => json['count'] === open.length);
  const { runId } = await payDue(caller, town.payerId);
  await reconciled(caller, runId);
  for (const one of open) await settled(one);
});

test('the stream comes back from the log when JetStream lost its store while everything runs', async () => {
  const { claimId, acts } = caseOf(4);
  await sendAll(upTo(acts, 'report'));
  rmSync(join(stack.dataDir, 'nats', 'jetstream'), { recursive: true, force: true });
  const { code } = await caller.send({ as: ADMINISTRATOR, args: ['repair', 'relay'] });
  expect(code).toBe(0);
  await sendAll(after(acts, 'report'));
  await until('the payable is owed', async () => (await payableOf(claimId)) === 1);
  await shownToTheEnd(stack);
  await expectStreamIsTheLog(stack);
});

test('after a restore a new epoch goes on from the older log: nothing of the lost future is believed', async () => {
  const [owed, checked, unborn] = [caseOf(4), caseOf(5), caseOf(6)];
  const forgotten = town.workers[10] ?? '';
  await sendAll(upTo(checked.acts, 'heirs'));
  const kept = await lastPosition(stack);
  const cluster = join(stack.dataDir, 'postgres');
  const backup = join(stack.dataDir, 'backup');
  await stack.down();
  execFileSync('cp', ['-a', cluster, backup]);
  await stack.up();
  const lost = [
    ...(await sendAll(after(checked.acts, 'heirs'))),
    ...(await sendAll(upTo(unborn.acts, 'report'))),
  ];
  await until('the payable is owed', async () => (await payableOf(checked.claimId)) === 1);
  await looker.agreed('claim', unborn.claimId);
  const why = 'permintaan keluarga';
  const shred = { as: KEEPER, args: ['keys', 'shred', forgotten, '--why', why, '--yes'] };
  expect((await caller.send(shred)).code).toBe(0);
  await expectStreamIsTheLog(stack);
  const published = await lastPosition(stack);

  await stack.down();
  rmSync(cluster, { recursive: true });
  execFileSync('cp', ['-a', backup, cluster]);
  await stack.up();
  const restored = await caller.send({ as: ADMINISTRATOR, args: ['restore', '--yes'] });
  expect(restored).toMatchObject({ code: 0, json: { publishedPosition: published } });
  const epochs = await ask<{ epoch: string }>(stack, 'select epoch from es.epochs order by number');
  expect(epochs.map(({ epoch }) => epoch).slice(1)).toEqual([restored.json['epoch']]);

  expect(await looker.agreed('claim', checked.claimId)).toBe('READY_TO_RECOMMEND');
  await shownToTheEnd(stack);
  await caller.settle(
    ['claim', 'show', checked.claimId],
    (json) => json['stage'] === 'READY_TO_RECOMMEND',
  );
  // Their callers were told that these are recorded; sent again they are recorded in this epoch.
  for (const { act, commandId } of lost) {
    const { json } = await caller.send(act, commandId);
    expect([act.step, json['status'], json['repeated']]).toEqual([act.step, 'recorded', false]);
  }
  const reused = await ask(
    stack,
    'select position from es.events where position > $1 and position <= $2',
    [kept, published],
  );
  expect(reused).toEqual([]);
  const { keys } = await caller.session();
  const name = { subject: forgotten, field: 'worker.name', value: 'x', commandId: forgotten };
  await expect(keys.seal(name)).rejects.toMatchObject({ code: 'Pii.KeyShredded' });
  expect(await ask(stack, 'select 1 from es.subject_keys where subject = $1', [forgotten])).toEqual(
    [],
  );

  await caller.settle(['payout', 'due'], (json) => json['count'] === 2);
  const { runId } = await payDue(caller, town.payerId);
  await reconciled(caller, runId);
  for (const one of [owed, checked]) await settled(one);
});

test('through all of it the log has no gap, and its copies say what it says', async () => {
  await expectNoGaps(stack);
  await expectCommandsOnce(stack);
  await expectStreamIsTheLog(stack);
  await expectScreensAreTheLog(stack, caller);
  await stack.down();
  expect(await stack.close()).toEqual([]);
});
