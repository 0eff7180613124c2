// A campaign of faults: crashes at every step, lost, doubled and late answers; credits are what was settled.
import { expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { type Context, fold } from '../../../domain/decider.ts';
import { type RupiahText, rupiah, rupiahText } from '../../../domain/money.ts';
import type { PayableCommand, PayableEvent } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import { type PayableState, payableStage } from '../../../domain/payout/payable-state.ts';
import type { BankAnswerKind } from '../../../domain/payout/payment-events.ts';
import { payoutRunDecider } from '../../../domain/payout/run-decider.ts';
import type { PayoutRunCommand, PayoutRunEvent } from '../../../domain/payout/run-events.ts';
import { at, person } from '../specification.ts';
import {
  assemble,
  cashier,
  createPayable,
  dropFile,
  intend,
  member,
  release,
  releaseRun,
  resolve,
  select,
  sent,
  system,
  treasurer,
  unknown,
} from './payout-facts.ts';

const SEEDS = 4_000;
const inspector = at(person('gita', 'hold-payment'));

/** Small, fast and the same for the same seed. */
const drawsOf = (seed: number) => {
  let state = (seed * 2_654_435_761) >>> 0;
  return (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
};

type Line = { readonly endToEndId: string; readonly payableId: string; readonly amountIdr: bigint };
type Said = { readonly kind: BankAnswerKind; readonly line: Line; readonly reference: string };

/** What outlives every crash: the log, the kept file, the note of the hand-over, and the bank. */
type World = {
  readonly payables: Map<string, readonly PayableEvent[]>;
  readonly runs: Map<string, readonly PayoutRunEvent[]>;
  readonly files: Map<string, readonly Line[]>;
  readonly notes: Set<string>;
  readonly outbox: string[];
  readonly credits: Said[];
  /** Everything that the bank will ever say of a booking; a statement says it all once more. */
  readonly statement: Said[];
  readonly answers: Said[];
};

class Crash extends Error {}

const stateOf = (world: World, payableId: string): PayableState =>
  fold(payableDecider, world.payables.get(payableId) ?? []);

const tell = (world: World, id: string, command: PayableCommand, by: Context = system): boolean => {
  const past = world.payables.get(id) ?? [];
  const decision = payableDecider.decide(command, fold(payableDecider, past), by);
  if ('refused' in decision) return false;
  world.payables.set(id, [...past, ...decision.accepted]);
  return true;
};

const order = (world: World, runId: string, command: PayoutRunCommand, by: Context): boolean => {
  const past = world.runs.get(runId) ?? [];
  const decision = payoutRunDecider.decide(command, fold(payoutRunDecider, past), by);
  if ('refused' in decision) return false;
  world.runs.set(runId, [...past, ...decision.accepted]);
  return true;
};

/** The run's own work from wherever it stopped; the machine may die between any two effects. */
const workOn = (world: World, runId: string, dies: () => void): void => {
  const state = () => fold(payoutRunDecider, world.runs.get(runId) ?? []);
  const members = (world.runs.get(runId) ?? []).flatMap((event) =>
    event.type === 'RunMemberAdded' ? [event.data] : [],
  );
  const attemptOf = (id: string) => stateOf(world, id).attempts.find((a) => a.runId === runId);
  for (const { payableId } of members) {
    if (attemptOf(payableId) !== undefined) continue;
    const number = stateOf(world, payableId).attempts.length + 1;
    tell(world, payableId, intend(runId, `LD-${payableId}-${number}`));
    dies();
  }
  const lines = members.map(({ payableId, amountIdr }) => ({
    ...{ endToEndId: attemptOf(payableId)?.endToEndId ?? '', payableId },
    amountIdr: BigInt(amountIdr),
  }));
  const sha256 = `file-of-${runId}`;
  if (state().file === null) {
    world.files.set(sha256, lines);
    dies();
    const facts = { name: runId, sha256, messageId: runId, createdAt: '2024-07-08T04:00:00Z' };
    order(world, runId, { type: 'PrepareFile', data: facts }, system);
    dies();
  }
  if (!state().dropped) {
    // The note comes before the file, and stands for ever: with it nothing is dropped again.
    if (!world.notes.has(runId)) {
      world.notes.add(runId);
      dies();
      world.outbox.push(sha256);
    }
    dies();
    order(world, runId, dropFile(sha256), system);
    dies();
  }
  for (const { payableId } of members) {
    const { status, endToEndId = '' } = attemptOf(payableId) ?? {};
    if (status === 'INTENDED') tell(world, payableId, sent(endToEndId, sha256));
    dies();
  }
};

/** The same words once, twice, or not at all, in whatever order. */
const mumble = (world: World, told: readonly Said[], draw: (below: number) => number): void => {
  for (const said of told)
    for (let times = draw(3); times > 0; times -= 1)
      world.answers.splice(draw(world.answers.length + 1), 0, said);
};

const payLine = (
  world: World,
  { line, sha256 }: { readonly line: Line; readonly sha256: string },
  draw: (below: number) => number,
): void => {
  const say = (kind: BankAnswerKind): Said => ({ kind, line, reference: `${kind}-${sha256}` });
  const fate = draw(5);
  const booked = fate === 1 ? [say('settled'), say('returned')] : [say('settled')];
  const told = fate === 0 ? [say('rejected')] : [say('accepted'), ...booked];
  if (fate !== 0) world.credits.push(...booked);
  world.statement.push(...told);
  mumble(world, told, draw);
};

/** Takes what it finds: pays, refuses or returns each line. */
const bankWorks = (world: World, draw: (below: number) => number): void => {
  for (const sha256 of world.outbox.splice(0))
    for (const line of world.files.get(sha256) ?? []) payLine(world, { line, sha256 }, draw);
};

const hear = (world: World, { kind, line, reference }: Said): boolean =>
  tell(world, line.payableId, {
    type: 'RecordBankAnswer',
    data: {
      ...{ endToEndId: line.endToEndId, kind, bankReference: reference },
      amountIdr: rupiahText(rupiah(line.amountIdr)),
      reasonCode: kind === 'rejected' || kind === 'returned' ? 'AC04' : null,
      bookedOn: kind === 'settled' || kind === 'returned' ? localDate('2024-07-09') : null,
    },
  });

const netOf = ({ credits }: World, payableId: string): readonly Said[] => {
  const own = credits.filter(({ line }) => line.payableId === payableId);
  const isBack = (said: Said) =>
    own.some((one) => one.kind === 'returned' && one.line.endToEndId === said.line.endToEndId);
  return own.filter((said) => said.kind === 'settled' && !isBack(said));
};

/** A person who has the bank's statement in hand says what it says, and nothing else. */
const personEnds = (world: World, payableId: string): void => {
  const stage = payableStage(stateOf(world, payableId));
  const [paid] = netOf(world, payableId);
  if (['DISPUTED', 'ANSWER_UNKNOWN', 'SENT'].includes(stage))
    tell(world, payableId, resolve(paid?.line.endToEndId ?? null), inspector);
};

const newWorld = (): World => ({
  ...{ payables: new Map(), runs: new Map(), files: new Map(), notes: new Set() },
  ...{ outbox: [], credits: [], statement: [], answers: [] },
});

const startRun = (world: World, runId: string, due: readonly string[]): void => {
  const members = due.map((id) => {
    const amountIdr = stateOf(world, id).created?.amountIdr ?? ('0' as RupiahText);
    return member(id, { amountIdr });
  });
  const sum = members.reduce((total, { amountIdr }) => total + BigInt(amountIdr), 0n);
  expect(order(world, runId, assemble({ runId, members, membersSha256: runId }), cashier)).toBe(
    true,
  );
  for (const id of due) expect(tell(world, id, select(runId))).toBe(true);
  expect(order(world, runId, releaseRun(sum.toString()), treasurer)).toBe(true);
};

/** Begun anew after every death, until a whole round of work goes through. */
const untilDone = (world: World, runId: string, draw: (below: number) => number): number => {
  let crashes = 0;
  const dies = (): void => {
    if (draw(6) === 0) throw new Crash();
  };
  for (;;) {
    // The bank does not wait for us, and takes what it finds whenever it looks.
    if (draw(2) === 0) bankWorks(world, draw);
    try {
      workOn(world, runId, dies);
      return crashes;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      crashes += 1;
    }
  }
};

const stageOf = (world: World, id: string) => payableStage(stateOf(world, id));

/** Answers, time-outs, what comes late, and at last the statement, which leaves nothing out. */
const listen = (world: World, due: readonly string[], draw: (below: number) => number): void => {
  const lost = world.answers.splice(0).filter((said) => !hear(world, said));
  for (const id of due) {
    const { endToEndId = '' } = stateOf(world, id).attempts.at(-1) ?? {};
    if (stageOf(world, id) === 'SENT') tell(world, id, unknown(endToEndId));
  }
  for (const said of [...lost, ...(draw(3) === 0 ? [] : world.statement)]) hear(world, said);
  for (const id of due) personEnds(world, id);
  for (const id of due)
    if (stageOf(world, id) === 'RETURNED') tell(world, id, release(), inspector);
};

const campaign = (seed: number): { readonly world: World; readonly crashes: number } => {
  const draw = drawsOf(seed);
  const world = newWorld();
  let crashes = 0;
  const ids = Array.from({ length: 1 + draw(4) }, (_, index) => `p${index}`);
  for (const payableId of ids) {
    const amountIdr = rupiahText(rupiah(BigInt(1 + draw(50_000_000))));
    tell(world, payableId, createPayable({ payableId, amountIdr }));
  }
  for (let round = 1; round <= 4; round += 1) {
    const due = ids.filter((id) => stageOf(world, id) === 'DUE');
    if (due.length === 0) break;
    startRun(world, `run-${round}`, due);
    crashes += untilDone(world, `run-${round}`, draw);
    bankWorks(world, draw);
    listen(world, due, draw);
  }
  // The last statement of the year: whatever was never heard is heard now.
  for (const said of world.statement) hear(world, said);
  for (const id of ids) personEnds(world, id);
  return { world, crashes };
};

const sentOnce = (world: World, payableId: string): boolean => {
  const sends = (world.payables.get(payableId) ?? []).flatMap((event) =>
    event.type === 'PaymentSent' ? [event.data.endToEndId] : [],
  );
  return new Set(sends).size === sends.length;
};

/** What the bank has for this payable is what we say: one credit or none, and each send once. */
const check = (world: World, payableId: string, seed: number): bigint => {
  const state = stateOf(world, payableId);
  const stage = payableStage(state);
  const isSettled = stage === 'SETTLED';
  const because = `seed ${seed}, ${payableId}, ${stage}`;
  expect(netOf(world, payableId).length, because).toBe(isSettled ? 1 : 0);
  expect(sentOnce(world, payableId), because).toBe(true);
  return isSettled ? BigInt(state.created?.amountIdr ?? '0') : 0n;
};

test('over thousands of seeds: credits are settled intents to the rupiah, none twice, none lost', () => {
  const seen = { crashes: 0, settled: 0, returned: 0, retried: 0, resolved: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { world, crashes } = campaign(seed);
    const ids = [...world.payables.keys()];
    const settledIdr = ids.reduce((sum, id) => sum + check(world, id, seed), 0n);
    const credited = ids
      .flatMap((id) => netOf(world, id))
      .reduce((sum, { line }) => sum + line.amountIdr, 0n);
    expect(credited, `seed ${seed}`).toBe(settledIdr);
    const count = (holds: (id: string) => boolean): number => ids.filter(holds).length;
    const met = (id: string, type: PayableEvent['type']): boolean =>
      world.payables.get(id)?.some((event) => event.type === type) === true;
    seen.crashes += crashes;
    seen.settled += count((id) => stageOf(world, id) === 'SETTLED');
    seen.returned += count((id) => met(id, 'PaymentReturned'));
    seen.retried += count((id) => stateOf(world, id).attempts.length > 1);
    seen.resolved += count((id) => met(id, 'PaymentResolved'));
  }
  // The campaign did happen: each kind of trouble was met, and often.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(500);
});
