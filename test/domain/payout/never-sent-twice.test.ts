// Model check: every reachable past of a payable with two runs, and what no order of wishes can do.
import { expect, test } from 'vitest';
import type { Decision } from '../../../domain/decider.ts';
import type { PayableCommand, PayableEvent, PayableStage } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import {
  type Attempt,
  type PayableState,
  payableStage,
} from '../../../domain/payout/payable-state.ts';
import { idr } from '../claim/claim-facts.ts';
import { at, person } from '../specification.ts';
import {
  answer,
  confirmCorrection,
  createPayable,
  deselect,
  hold,
  intend,
  proposeCorrection,
  release,
  resolve,
  select,
  sent,
  system,
  unknown,
} from './payout-facts.ts';

/** A correction is confirmed by somebody else than whoever proposed it. */
const second = at(person('gita', 'hold-payment'));

const RUNS = ['run-1', 'run-2'];
const IDS = ['LD-1', 'LD-2'];

/** The bank's words about one attempt: as it should be, booked again, and with another sum. */
const answersTo = (endToEndId: string): readonly PayableCommand[] => [
  answer('accepted', { endToEndId }),
  answer('rejected', { endToEndId }),
  ...(['settled', 'returned'] as const).flatMap((kind) => [
    answer(kind, { endToEndId }),
    answer(kind, { endToEndId, bankReference: 'second' }),
    answer(kind, { endToEndId, amountIdr: idr('1') }),
  ]),
];

/** Everything anybody could wish of this payable, sensible or not. */
const WISHES: readonly PayableCommand[] = [
  createPayable(),
  hold(),
  release(),
  proposeCorrection(),
  confirmCorrection(),
  ...[...IDS, null].map((id) => resolve(id)),
  ...RUNS.flatMap((runId) => [select(runId), deselect(runId)]),
  // The mirrored pair (run-1 with LD-2) would only double the pasts.
  intend('run-1', 'LD-1'),
  intend('run-2', 'LD-2'),
  intend('run-2', 'LD-1'),
  sent('LD-1', 'sha-2'),
  ...IDS.flatMap((id) => [sent(id), unknown(id), ...answersTo(id)]),
];

/** A short name for each fact, the same for the same facts: millions of pasts are told apart. */
const createNames = () => {
  const byText = new Map<string, number>();
  const known = new WeakMap<object, number>();
  return <Fact extends object>(fact: Fact, read: (fact: Fact) => object = (one) => one): number => {
    const before = known.get(fact);
    if (before !== undefined) return before;
    const text = JSON.stringify(read(fact));
    const name = byText.get(text) ?? byText.size + 1;
    byText.set(text, name);
    known.set(fact, name);
    return name;
  };
};
const nameOf = createNames();
const attemptName = createNames();
const disputedName = createNames();

/** Answers are counted and looked for: their order makes no new past. */
const inAnyOrder = (one: Attempt) => ({ ...one, answers: one.answers.toSorted() });
/** In a dispute the list of answers only tells repeated ones apart. */
const withoutAnswers = (one: Attempt) => ({ ...one, answers: [] });

const keyOf = ({ attempts, ...state }: PayableState): string =>
  [
    ...Object.values(state).map((fact) =>
      typeof fact === 'object' && fact !== null ? nameOf(fact) : fact,
    ),
    ...attempts.map((one) =>
      state.disputed ? disputedName(one, withoutAnswers) : attemptName(one, inAnyOrder),
    ),
  ].join();

type Step = {
  readonly before: PayableState;
  readonly command: PayableCommand;
  readonly events: readonly PayableEvent[];
  readonly after: PayableState;
};

const eventsOf = (decision: Decision<PayableEvent>): readonly PayableEvent[] =>
  'accepted' in decision ? decision.accepted : [];

const eventsAfter = (before: PayableState, command: PayableCommand): readonly PayableEvent[] => {
  const by = command.type === 'ConfirmPayeeCorrection' ? second : system;
  return eventsOf(payableDecider.decide(command, before, by));
};

const explore = (): readonly Step[] => {
  const seen = new Map<string, PayableState>();
  const steps: Step[] = [];
  const waiting: PayableState[] = [payableDecider.initial];
  for (let before = waiting.pop(); before !== undefined; before = waiting.pop()) {
    for (const command of WISHES) {
      const events = eventsAfter(before, command);
      if (events.length === 0) continue;
      const reached = events.reduce(payableDecider.evolve, before);
      const key = keyOf(reached);
      const after = seen.get(key) ?? reached;
      steps.push({ before, command, events, after });
      if (after !== reached) continue;
      seen.set(key, after);
      waiting.push(after);
    }
  }
  return steps;
};

const steps = explore();
const typesOf = ({ events }: Step) => events.map((event) => event.type);

test('the exploration reaches every stage of a payable that we pay', () => {
  const reached = new Set(steps.map(({ after }) => payableStage(after)));
  const expected: readonly PayableStage[] = [
    'DUE',
    'HELD',
    'SELECTED',
    'INTENDED',
    'SENT',
    'ANSWER_UNKNOWN',
    'DISPUTED',
    'SETTLED',
    'RETURNED',
  ];
  expect([...reached].sort()).toEqual([...expected].sort());
  expect(steps.some(({ after }) => after.attempts.length === 2)).toBe(true);
});

test('no wish leads from an unknown answer to a selection, an intent or a send', () => {
  const fromUnknown = steps.filter(({ before }) => payableStage(before) === 'ANSWER_UNKNOWN');
  expect(fromUnknown.length).toBeGreaterThan(0);
  const stages = new Set(fromUnknown.map(({ after }) => payableStage(after)));
  expect([...stages].sort()).toEqual(['DISPUTED', 'RETURNED', 'SENT', 'SETTLED']);
  const types = new Set(fromUnknown.flatMap(typesOf));
  for (const type of ['PayableSelected', 'PaymentIntended', 'PaymentSent'] as const) {
    expect(types).not.toContain(type);
  }
});

const sentIds = ({ events }: Step): readonly string[] =>
  events.flatMap((event) => (event.type === 'PaymentSent' ? [event.data.endToEndId] : []));

test('each attempt is sent at most once: only out of its intent, to which nothing returns', () => {
  const sends = steps.filter((step) => sentIds(step).length > 0);
  expect(sends.length).toBeGreaterThan(0);
  const notOutOfIntent = sends.filter((step) =>
    sentIds(step).some(
      (id) => step.before.attempts.find((one) => one.endToEndId === id)?.status !== 'INTENDED',
    ),
  );
  expect(notOutOfIntent).toEqual([]);
  const backToIntent = steps.filter(({ before, after }) =>
    before.attempts.some(
      ({ status, endToEndId }, index) =>
        after.attempts[index]?.endToEndId !== endToEndId ||
        (status !== 'INTENDED' && after.attempts[index]?.status === 'INTENDED'),
    ),
  );
  expect(backToIntent).toEqual([]);
});

test('a further attempt begins only when every earlier one came back', () => {
  const begun = steps.filter(({ before, after }) => after.attempts.length > before.attempts.length);
  const earlier = new Set(begun.flatMap(({ before }) => before.attempts.map((one) => one.status)));
  expect([...earlier].sort()).toEqual(['REJECTED', 'RETURNED', 'VOIDED']);
});

test('money is never with the payee twice, and never more than was owed', () => {
  const settledTwice = steps.filter(
    ({ after }) => after.attempts.filter(({ status }) => status === 'SETTLED').length > 1,
  );
  expect(settledTwice).toEqual([]);
  const booked = steps.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'PaymentSettled' ? [event.data.amountIdr] : [])),
  );
  expect(new Set(booked)).toEqual(new Set(['42000000']));
});

test('an intent that was voided stays void, whatever the bank says: only a person knows better', () => {
  const voided = steps.flatMap(({ before, after, command }) =>
    command.type === 'ResolvePayment'
      ? []
      : before.attempts.flatMap((attempt, index) =>
          attempt.status === 'VOIDED' ? [after.attempts[index]?.status] : [],
        ),
  );
  expect(new Set(voided)).toEqual(new Set(['VOIDED']));
});

test('a dispute is left by no wish but the word of a person', () => {
  const all = steps.filter(({ before }) => before.disputed);
  const resolved = all.filter(({ command }) => command.type === 'ResolvePayment');
  expect(new Set(resolved.map(({ after }) => payableStage(after)))).toEqual(
    // Held before the dispute it is held after it; a void intent leaves nothing to come back.
    new Set(['SETTLED', 'RETURNED', 'HELD', 'DUE']),
  );
  const disputed = all.filter(({ command }) => command.type !== 'ResolvePayment');
  expect(disputed.length).toBeGreaterThan(0);
  expect(new Set(disputed.map(({ after }) => payableStage(after)))).toEqual(new Set(['DISPUTED']));
  expect(disputed.flatMap(typesOf)).not.toContain('PaymentSettled');
});
