// Arbitrary valid histories: many workers with fates of their own, interleaved as a log would be.
import fc from 'fast-check';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import { exceptionFacts } from './bank-exceptions.ts';
import { deathOf } from './death.ts';
import { foundAliveFacts, listedFacts } from './death-lists.ts';
import {
  billFacts,
  cardFacts,
  enrolled,
  type Fact,
  logOf,
  named,
  nominated,
  programmeFacts,
  refused,
} from './history.ts';
import { letterFacts } from './letters.ts';

import { aidFacts } from './local-aid.ts';
import { runFacts } from './payment.ts';

const KELURAHAN = ['64.74.01.1001', '64.74.02.1001', '64.74.03.1003'];

type Death = ReturnType<typeof deathOf>;

const toBenefit = (death: Death): readonly Fact[] => [
  ...death.reported,
  ...death.documents,
  ...death.assessed,
];

const branchPaid = (death: Death, attempts: number): readonly Fact[] => [
  ...toBenefit(death),
  death.recommended(),
  ...death.approved,
  death.payable,
  ...death.held,
  ...Array.from({ length: attempts }, (_, index) => [
    ...death.sent(index + 1, '2024-06-06'),
    ...(index + 1 < attempts ? [death.unknown(index + 1), death.moneyBack(index + 1)] : []),
  ]).flat(),
  death.paid(attempts, '2024-06-10'),
  death.late,
  ...death.settled('SETTLED', '2024-06-11'),
];

const FATES: readonly ((workerId: string, row: number, place: string) => readonly Fact[])[] = [
  (id, row, place) => [nominated(id, row, place)],
  (id, row, place) => [nominated(id, row, place), named(id), refused(id)],
  (id, row, place) => [
    nominated(id, row, place),
    named(id),
    refused(id),
    nominated(id, row + 1_000, place),
    named(id),
    enrolled(id),
  ],
  (id, row, place) => [
    nominated(id, row, place),
    named(id),
    enrolled(id),
    ...cardFacts(id, 'SCAN'),
  ],
  (id, row, place) => [
    nominated(id, row, place),
    named(id),
    enrolled(id),
    ...cardFacts(id, 'LIST'),
  ],
  (id, row, place) => [
    nominated(id, row, place),
    enrolled(id),
    ...branchPaid(deathOf(id, 'DISBURSES'), 1),
  ],
  (id, row, place) => [
    nominated(id, row, place),
    enrolled(id),
    ...branchPaid(deathOf(id, 'DISBURSES'), 2),
  ],
  (id, row, place) => {
    const death = deathOf(id, 'TRACKS');
    return [
      nominated(id, row, place),
      enrolled(id),
      ...toBenefit(death),
      death.recommended(),
      death.sentBack,
      death.recommended(2),
      ...death.determined(40_000_000),
      death.payable,
      ...death.reportedPaid,
      ...death.settled('REPORTED_PAID', '2024-06-09'),
    ];
  },
  (id, row, place) => {
    const death = deathOf(id, 'DISBURSES');
    return [
      nominated(id, row, place),
      enrolled(id),
      ...death.reported,
      death.linked,
      ...death.documents,
      death.returnedPaper,
      ...death.paperAgain,
    ];
  },
  (id, row, place) => {
    const death = deathOf(id, 'DISBURSES');
    return [nominated(id, row, place), ...death.reported, death.rejected, death.reopened];
  },
  (id, row, place) => [
    ...[nominated(id, row, place), named(id), enrolled(id), ...listedFacts(id)],
    ...deathOf(id, 'DISBURSES').reported,
  ],
  (id, row, place) => [
    ...[nominated(id, row, place), named(id), enrolled(id), ...listedFacts(id)],
    ...foundAliveFacts(id),
  ],
  (id) => {
    // Somebody who was on no list of ours.
    const [first] = deathOf(id, 'DISBURSES').reported;
    return first === undefined ? [] : [first, deathOf(id, 'DISBURSES').withdrawn];
  },
];

type Choice = { readonly fate: number; readonly place: number };

const sequencesOf = (choices: readonly Choice[]): readonly (readonly Fact[])[] => [
  programmeFacts('DISBURSES'),
  ...['2024-04', '2024-05', '2024-06'].map((of) => billFacts(of, choices.length, `${of}-20`)),
  letterFacts(choices.map((_, index) => `claim-w${index}`)),
  aidFacts,
  exceptionFacts,
  runFacts({ number: 1, workers: ['w0', 'w1'], on: '2024-06-06' }),
  ...choices.map(({ fate, place }, index) => {
    const build = FATES[fate % FATES.length];
    return build?.(`w${index}`, index + 1, KELURAHAN[place % KELURAHAN.length] ?? '') ?? [];
  }),
];

/** Takes the next fact of a stream drawn by lot: the order within a stream's story is kept. */
const interleave = (
  sequences: readonly (readonly Fact[])[],
  draws: readonly number[],
): readonly Fact[] => {
  const waiting = sequences.map((sequence) => [...sequence]);
  const facts: Fact[] = [];
  for (let turn = 0; waiting.some((sequence) => sequence.length > 0); turn += 1) {
    const open = waiting.filter((sequence) => sequence.length > 0);
    const fact = open[(draws[turn % draws.length] ?? 0) % open.length]?.shift();
    if (fact !== undefined) facts.push(fact);
  }
  return facts;
};

export const anyHistory: fc.Arbitrary<readonly StoredEvent[]> = fc
  .record({
    choices: fc.array(fc.record({ fate: fc.nat(100), place: fc.nat(10) }), {
      minLength: 2,
      maxLength: 8,
    }),
    draws: fc.array(fc.nat(50), { minLength: 7, maxLength: 40 }),
  })
  .map(({ choices, draws }) => logOf(interleave(sequencesOf(choices), draws)));

/** Every fate once: what the fixed histories of a test are made of. */
export const everyFate = (): readonly StoredEvent[] =>
  logOf(interleave(sequencesOf(FATES.map((_, fate) => ({ fate, place: fate }))), [0, 3, 1, 7, 2]));

/** Cuts a log into batches at these places. */
export const split = (
  log: readonly StoredEvent[],
  cuts: readonly number[],
): readonly (readonly StoredEvent[])[] => {
  const places = [...new Set(cuts.map((cut) => cut % (log.length + 1)))].toSorted((a, b) => a - b);
  const edges = [0, ...places, log.length];
  return edges.slice(1).flatMap((edge, index) => {
    const batch = log.slice(edges[index] ?? 0, edge);
    return batch.length === 0 ? [] : [batch];
  });
};
