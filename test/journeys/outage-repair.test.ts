// Nobody but the log knows what must follow: without Temporal, without JetStream, after a restore.
import { execFileSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync } from 'node:fs';
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

const owedTo = async ({ claimId }: Case): Promise<number> => {
  const created = `select 1 from es.events where type = 'PayableCreated' and data->>'claimId' = $1`;
  return (await ask(stack, created, [claimId])).length;
};

/** Worker, Temporal and caller die after the append; nobody sends the command again. */
const dieAfterAppend = async (act: Act): Promise<string> => {
  const commandId = streamIds.random();
  const before = { worker: stack.identity('worker'), temporal: stack.identity('temporal') };
  stack.arm('worker.after-append', { commandId });
  const appended = stack.fired('worker.after-append');
  const calling = caller.spawned(act, { commandId, killWhen: appended });
  await appended;
  process.kill(before.temporal.pid, 'SIGKILL');
  expect(await calling).toEqual({ signal: 'SIGKILL', stdout: '' });
  await stack.replaced('temporal', before.temporal);
  await stack.replaced('worker', before.worker);
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

/** The case in which a command is the next, for every command. */
const STEPS = ['report', 'document', 'check', 'heirs', 'recommend', 'approve'] as const;
const paidCase = (): Case => caseOf(STEPS.length);
const caseBefore = (step: (typeof STEPS)[number]): Case => caseOf(STEPS.indexOf(step));

/** Of several papers the one that completes the file. */
const placeOf = ({ acts }: Case, step: ClaimStep): number =>
  acts.findLastIndex((act) => act.step === step);

const actOf = (one: Case, step: ClaimStep): ClaimAct => {
  const act = one.acts[placeOf(one, step)];
  if (act === undefined) throw new Error(`no ${step}`);
  return act;
};

test('a case goes on without a person when worker, Temporal and caller die after the append', async () => {
  const before = STEPS.map((step) => {
    const one = caseBefore(step);
    return one.acts.slice(0, placeOf(one, step));
  });
  await Promise.all([...before, paidCase().acts].map(sendAll));
  await caller.settle(['payout', 'due'], (json) => json['count'] === 1);
  const run = await assembleDue(caller, town.payerId);

  const died: { act: Act; commandId: string; carrier: string }[] = [];
  const release = { act: releaseAct(run), carrier: `payout-run/${run.runId}` };
  died.push({ ...release, commandId: await dieAfterAppend(release.act) });
  for (const step of STEPS) {
    const { workerId, claimId } = caseBefore(step);
    const act = actOf(caseBefore(step), step);
    const carrier = step === 'report' ? `worker/${workerId}` : `claim/${claimId}`;
    died.push({ act, carrier, commandId: await dieAfterAppend(act) });
    if (step !== 'check') continue;
    // So that the supervisor's growing pauses begin anew.
    await stack.down();
    await stack.up();
  }

  for (const [index, stage] of [
    'REPORTED',
    'DOCUMENTS_COMPLETE',
    'CHECKED',
    'READY_TO_RECOMMEND',
    'RECOMMENDED',
    'APPROVED',
  ].entries())
    expect(await looker.agreed('claim', caseOf(index).claimId)).toBe(stage);
  const { workerId, claimId } = caseBefore('report');
  await until('the membership knows of the report', async () =>
    Object.keys(await countsOn(stack, workerId)).includes('WorkerReportedDead'),
  );
  expect(await looker.believedStage(`claim/${claimId}`)).toBe('REPORTED');
  await until('the sum is owed', async () => (await owedTo(caseBefore('approve'))) === 1);
  await until(
    'the file is handed to the bank',
    async () => (await countsOn(stack, run.runId))['PaymentFileDropped'] === 1,
  );
  for (const { act, carrier, commandId } of died) {
    // Only the log knew: a local activity leaves no trace of a task that never completed.
    const isDurable = ['approve', 'release'].some((word) => act.args.includes(word));
    expect([carrier, await looker.remembers(carrier, commandId)]).toEqual([carrier, isDurable]);
    await expectRecordedBefore(act, commandId);
  }
  await reconciled(caller, run.runId);
  await settled(paidCase());
});

test('every open workflow comes back from the events alone when Temporal lost its database', async () => {
  const before = stack.identity('temporal');
  const folder = join(stack.dataDir, 'temporal');
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  process.kill(before.pid, 'SIGKILL');
  await stack.replaced('temporal', before);
  await stack.whole();
  const repair = { as: ADMINISTRATOR, args: ['repair', 'workflows'] };
  // A lifecycle and a claim for each open case, and the tranche; what has ended is not begun again.
  const open = 2 * STEPS.length + 1;
  const repaired = await caller.send(repair);
  expect(repaired).toMatchObject({ code: 0, json: { started: open, signalled: 0 } });
  for (const step of STEPS) await looker.agreed('claim', caseBefore(step).claimId);
  const again = await caller.send(repair);
  expect(again.json).toMatchObject({ started: 0, signalled: open });

  const recommended = caseBefore('recommend');
  await sendAll(after(recommended.acts, 'recommend'));
  await caller.settle(['payout', 'due'], (json) => json['count'] === 2);
  const { runId } = await payDue(caller, town.payerId);
  await reconciled(caller, runId);
  for (const one of [recommended, caseBefore('approve')]) await settled(one);
});

test('the stream comes back from the log when JetStream lost its store while everything runs', async () => {
  const reported = caseBefore('report');
  rmSync(join(stack.dataDir, 'nats', 'jetstream'), { recursive: true, force: true });
  const { code } = await caller.send({ as: ADMINISTRATOR, args: ['repair', 'relay'] });
  expect(code).toBe(0);
  await sendAll(after(reported.acts, 'report'));
  await until('the sum is owed', async () => (await owedTo(reported)) === 1);
  await shownToTheEnd(stack);
  await expectStreamIsTheLog(stack);
});

const replacePostgres = async (from: string, to: string): Promise<void> => {
  await stack.down();
  rmSync(to, { recursive: true, force: true });
  execFileSync('cp', ['-a', from, to]);
  await stack.up();
};

test('after a restore a new epoch goes on from the older log; the lost future is not believed', async () => {
  const [owed, ready, unborn] = [caseBefore('report'), caseBefore('heirs'), caseOf(8)];
  const forgotten = town.workers[10] ?? '';
  const kept = await lastPosition(stack);
  const [cluster, backup] = ['postgres', 'backup'].map((name) => join(stack.dataDir, name));
  if (cluster === undefined || backup === undefined) throw new Error('no folder');
  await replacePostgres(cluster, backup);
  // Money leaves the house, and the log will not know of it.
  const paidBefore = bankReport(stack).credits;
  const lostRun = await payDue(caller, town.payerId);
  await until('the bank paid', () => bankReport(stack).credits === paidBefore + 1);
  const lost = [
    ...(await sendAll(after(ready.acts, 'heirs'))),
    ...(await sendAll(upTo(unborn.acts, 'report'))),
  ];
  await until('the sum is owed', async () => (await owedTo(ready)) === 1);
  await looker.agreed('claim', unborn.claimId);
  const why = 'permintaan keluarga';
  const shred = { as: KEEPER, args: ['keys', 'shred', forgotten, '--why', why, '--yes'] };
  expect((await caller.send(shred)).code).toBe(0);
  await expectStreamIsTheLog(stack);
  const published = await lastPosition(stack);

  await replacePostgres(backup, cluster);
  const restored = await caller.send({ as: ADMINISTRATOR, args: ['restore', '--yes'] });
  expect(restored).toMatchObject({ code: 0, json: { publishedPosition: published } });
  const epochs = await ask<{ epoch: string }>(stack, 'select epoch from es.epochs order by number');
  expect(epochs.map(({ epoch }) => epoch).slice(1)).toEqual([restored.json['epoch']]);

  expect(await looker.isOpen(`payout-run/${lostRun.runId}`)).toBe(false);
  expect(await looker.agreed('claim', ready.claimId)).toBe('READY_TO_RECOMMEND');
  await shownToTheEnd(stack);
  await caller.settle(
    ['claim', 'show', ready.claimId],
    (json) => json['stage'] === 'READY_TO_RECOMMEND',
  );
  // Their callers were told that these are recorded; sent again they are recorded in this epoch.
  for (const { act, commandId } of lost) {
    const { json } = await caller.send(act, commandId);
    expect([act.step, json['status'], json['repeated']]).toEqual([act.step, 'recorded', false]);
  }
  const reused = 'select position from es.events where position > $1 and position <= $2';
  expect(await ask(stack, reused, [kept, published])).toEqual([]);
  const { keys } = await caller.session();
  const name = { subject: forgotten, field: 'worker.name', value: 'x', commandId: forgotten };
  await expect(keys.seal(name)).rejects.toMatchObject({ code: 'Pii.KeyShredded' });
  const keysLeft = 'select 1 from es.subject_keys where subject = $1';
  expect(await ask(stack, keysLeft, [forgotten])).toEqual([]);

  await caller.settle(['payout', 'due'], (json) => json['count'] === 2);
  const both = await payDue(caller, town.payerId);
  // One of the two left in the lost future: no file goes out until the bank was asked about it.
  const doubtful = `select 1 from es.events where type = 'PaymentUnknown'
    and data->>'reason' = 'SENT_BEFORE_RESTORE'`;
  await until(
    'the forgotten payment is unknown',
    async () => (await ask(stack, doubtful)).length === 1,
  );
  expect(bankReport(stack)).toMatchObject({ credits: paidBefore + 1, duplicates_refused: 0 });
  const doubt = 'satu pembayaran sudah keluar sebelum pemulihan';
  const cancelled = await caller.send({
    as: 'keuangan-citra',
    args: ['payout', 'cancel', both.runId, '--why', doubt],
  });
  expect(cancelled.code).toBe(0);
  // The bank's answers since the backup are read again: the log has forgotten that it read them.
  const [archive, inbox] = ['archive', 'inbox'].map((name) => join(stack.dataDir, 'bank', name));
  if (archive === undefined || inbox === undefined) throw new Error('no folder');
  for (const name of readdirSync(archive)) renameSync(join(archive, name), join(inbox, name));
  const { runId } = await payDue(caller, town.payerId);
  await reconciled(caller, runId);
  for (const one of [owed, ready]) await settled(one);
  expect(bankReport(stack)).toMatchObject({ credits: paidBefore + 2, duplicates_refused: 0 });
  expect(new Set(bookedIds(stack)).size).toBe(bookedIds(stack).length);
});

test('through all of it the log has no gap, and its copies say what it says', async () => {
  await expectNoGaps(stack);
  await expectCommandsOnce(stack);
  await expectStreamIsTheLog(stack);
  await expectScreensAreTheLog(stack, caller);
  await stack.down();
  expect(await stack.close()).toEqual([]);
});
