// Everything that runs is killed while claims are under way: nothing lost, nothing doubled, cases end.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawFrom } from '../../apps/demo/pseudo-random.ts';
import type { FaultPoint } from '../../infra/config/fault-points.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { type Caller, createCaller } from './outage-caller.ts';
import {
  ask,
  bankReport,
  bookedIds,
  countsOn,
  expectCommandsOnce,
  expectNoGaps,
  expectNothingLost,
  expectScreensAreTheLog,
  expectStreamIsTheLog,
} from './outage-facts.ts';
import { createOutageStack, type OutageStack, type Program } from './outage-stack.ts';
import {
  type ClaimAct,
  carry,
  claimActs,
  foundTown,
  payDue,
  reconciled,
  type Town,
} from './outage-town.ts';

const SEED = process.env['OUTAGE_SEED'] ?? String(Date.now() % 1_000_000);
const draw = drawFrom(`outage ${SEED}`);
const say = (line: string): void => console.log(`outage ${SEED}: ${line}`);

const CLAIMS = 6;
const BENEFIT_IDR = 42_000_000;

type Outage = { readonly name: string; readonly strike: () => Promise<void> };

let stack: OutageStack;
let caller: Caller;
let town: Town;

/** The process dies at some moment that no step of the code knows. */
const atAnyMoment = (program: Program): Outage => ({
  name: `${program} at a seeded moment`,
  strike: async () => {
    await sleep(draw.below(400));
    await stack.kill(program);
  },
});

/** The process dies while it, or its client, stands between two steps. */
const atPoint = (
  program: Program,
  point: FaultPoint,
  who: 'itself' | 'under its client',
): Outage => ({
  name: `${program} at ${point}`,
  strike: async () => {
    const before = stack.identity(program);
    stack.arm(point, who === 'itself' ? {} : { victim: program });
    await stack.fired(point);
    await stack.replaced(program, before);
  },
});

const supervisorAtAnyMoment: Outage = {
  name: 'supervisor at a seeded moment',
  strike: async () => {
    await sleep(draw.below(400));
    await stack.killSupervisor();
    await stack.up();
  },
};

const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
  items
    .map((item) => ({ item, at: draw.below(1_000_000) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);

/** A person's own terminal dies before, during or after the command. */
const byDyingTerminal = async (act: ClaimAct, commandId: string): Promise<void> => {
  const killAfterMs = 300 + draw.below(1_500);
  const { signal } = await caller.spawned(act, { commandId, killWhen: sleep(killAfterMs) });
  say(`command line ${signal ?? 'faster than its kill'} within ${killAfterMs} ms (${act.step})`);
};

/** It has its answer and dies before it is shown; while a service is away there is none. */
const byTerminalWithoutAnswer = async (act: ClaimAct, commandId: string): Promise<void> => {
  for (let died = false; !died; ) {
    const { signal, stdout } = await caller.spawned(act, { commandId, fault: 'cli.after-send' });
    died = signal === 'SIGKILL';
    if (died) expect(stdout).toBe('');
  }
  const again = await caller.send(act, commandId);
  expect(again.json).toMatchObject({ status: 'recorded', repeated: true });
  say(`command line killed at cli.after-send (${act.step})`);
};

const account = (index: number): string => `12400311223${10 + index}`;
beforeAll(async () => {
  say('repeat with OUTAGE_SEED');
  stack = createOutageStack();
  caller = createCaller(stack);
  await stack.up();
  town = await foundTown(stack, caller, 40);
});
afterAll(async () => {
  await caller.close();
  await stack.close();
});

/** The last act of a claim is its approval. */
const approvals = (acts: readonly (readonly ClaimAct[])[]): readonly (readonly ClaimAct[])[] =>
  acts.map((own) => own.slice(-1));

const dueCount = (count: number): Promise<unknown> =>
  caller.settle(['payout', 'due'], (json) => json['count'] === count);

let acts: readonly (readonly ClaimAct[])[];
const runs: string[] = [];

test('claims go on while every process is killed, at any moment and between two steps', async () => {
  acts = town.workers
    .slice(0, CLAIMS)
    .map((workerId, index) => claimActs(town, workerId, account(index)));
  // Half of the claims stop before their approval: they are paid by a run of their own below.
  const now = acts.map((own, index) => (index < CLAIMS / 2 ? own : own.slice(0, -1)));
  const outages = shuffled([
    atAnyMoment('worker'),
    atPoint('worker', 'worker.after-append', 'itself'),
    atAnyMoment('relay'),
    atPoint('relay', 'relay.after-publish', 'itself'),
    atAnyMoment('projector'),
    atPoint('projector', 'projector.before-commit', 'itself'),
    atAnyMoment('nats'),
    atPoint('nats', 'relay.after-publish', 'under its client'),
    atAnyMoment('temporal'),
    atPoint('temporal', 'worker.after-append', 'under its client'),
    atAnyMoment('postgres'),
    atPoint('postgres', 'projector.before-commit', 'under its client'),
    supervisorAtAnyMoment,
  ]);
  const all = now.flat().length;
  const every = Math.floor(all / outages.length);
  const dying = { anyMoment: draw.below(all), afterSend: draw.below(all) };
  let sent = 0;
  let struck = 0;

  /** Commands run ahead of the outages by two turns at most: each outage meets traffic. */
  const send = async (act: ClaimAct) => {
    while (sent > (struck + 2) * every) await sleep(20);
    const number = sent;
    sent += 1;
    const commandId = streamIds.random();
    if (number === dying.anyMoment) await byDyingTerminal(act, commandId);
    if (number === dying.afterSend) await byTerminalWithoutAnswer(act, commandId);
    return caller.send(act, commandId);
  };
  const strikeAll = async (): Promise<void> => {
    for (const [index, { name, strike }] of outages.entries()) {
      while (sent < index * every) await sleep(20);
      const begun = Date.now();
      await strike();
      await stack.whole();
      struck += 1;
      say(`${name}: whole again after ${Date.now() - begun} ms, ${sent} commands sent`);
    }
  };
  await Promise.all([strikeAll(), ...now.map((own) => carry(own, send))]);
  say(`${sent} commands, ${caller.unanswered.length} tries without an answer`);
});

test('money goes out once although worker, supervisor and bank die with the file half told', async () => {
  await dueCount(CLAIMS / 2);
  const worker = stack.identity('worker');
  const bank = stack.identity('bank-simulator');
  stack.arm('worker.after-file-drop');
  stack.arm('bank.after-book');
  runs.push((await payDue(caller, town.payerId)).runId);
  await stack.fired('worker.after-file-drop');
  await stack.replaced('worker', worker);
  await stack.fired('bank.after-book');
  await stack.replaced('bank-simulator', bank);

  for (const own of approvals(acts.slice(CLAIMS / 2))) await carry(own, caller.send);
  await dueCount(CLAIMS / 2);
  stack.arm('worker.after-file-drop', { victim: 'supervisor' });
  const second = payDue(caller, town.payerId);
  await stack.fired('worker.after-file-drop');
  await stack.supervisorGone();
  await stack.up();
  runs.push((await second).runId);

  await sleep(draw.below(400));
  await stack.kill('bank-simulator');
  for (const runId of runs) await reconciled(caller, runId);
});

test('every claim is settled and every worker has its outcome', async () => {
  for (const [index, workerId] of town.workers.slice(0, CLAIMS).entries()) {
    const claimId = streamIds.deathClaim(workerId);
    await caller.settle(['claim', 'show', claimId], (json) => json['stage'] === 'SETTLED');
    await caller.settle(['worker', 'show', workerId], (json) => json['claimOutcome'] === 'SETTLED');
    expect(await countsOn(stack, claimId), `claim ${index}`).toEqual({
      DeathReported: 1,
      DocumentReceived: acts[index]?.filter(({ step }) => step === 'document').length,
      DocumentsCompleted: 1,
      ChecksRecorded: 1,
      HeirsDetermined: 1,
      BenefitsDetermined: 1,
      ClaimRecommended: 1,
      ClaimApproved: 1,
      ClaimSettled: 1,
    });
  }
});

test('nothing was lost and nothing is there twice', async () => {
  await expectNoGaps(stack);
  await expectCommandsOnce(stack);
  await expectNothingLost(stack, caller.recorded);
  // Out of reach is exit 3: nobody was told that something is wrong because a service was away.
  const wrong = caller.unanswered.filter(({ code }) => code !== 3);
  expect([...new Set(wrong.map(({ code, error }) => `${code} ${error}`))]).toEqual([]);
});

test('the bank paid each payable once, from one file per run', async () => {
  const sum = String(CLAIMS * BENEFIT_IDR);
  expect(bankReport(stack)).toMatchObject({
    ...{ attempts: runs.length, files: runs.length, files_refused: 0, duplicates_refused: 0 },
    ...{ credits: CLAIMS, sum, rejected: 0, returned: 0 },
  });
  const ours = await ask<{ id: string }>(
    stack,
    `select data->>'endToEndId' as id from es.events where type = 'PaymentSettled' order by 1`,
  );
  expect(ours.map(({ id }) => id)).toEqual(bookedIds(stack).toSorted());
  expect(new Set(bookedIds(stack)).size).toBe(CLAIMS);
});

test('the carried copy and the screens say what the log says', async () => {
  await expectStreamIsTheLog(stack);
  await expectScreensAreTheLog(stack, caller);
});

test('an orderly stop after all of this leaves no process behind', async () => {
  await stack.down();
  expect(await stack.close()).toEqual([]);
});
