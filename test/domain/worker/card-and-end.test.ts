// The card in the hand, a death, the outcome of its claim, and the law that said twice is once.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../domain/decider.ts';
import { workerDecider } from '../../../domain/worker/decider.ts';
import type { WorkerCommand, WorkerEvent } from '../../../domain/worker/events.ts';
import {
  carded,
  dead,
  death,
  decree,
  eko,
  ended,
  enrol,
  enrolled,
  handed,
  handOver,
  issue,
  named,
  nominate,
  nominated,
  outcome,
  pastOf,
  refuseAs,
  refused,
  stageAfter,
  system,
  worker,
} from './worker-facts.ts';

describe('the card', () => {
  test('is issued to an enrolled worker', () =>
    worker
      .given(...enrolled)
      .when(issue(), system)
      .thenRecords({ type: 'CardIssued', data: { cardId: 'card-1' } }));

  test('issued twice is one card', () =>
    worker
      .given(...carded)
      .when(issue(), system)
      .thenNothing());

  test('is not issued before enrolment, a second time, or after a death', () => {
    worker
      .given(...named)
      .when(issue(), system)
      .thenRefuses('WorkerNotEnrolled');
    worker
      .given(...refused)
      .when(issue(), system)
      .thenRefuses('WorkerNotEnrolled');
    worker
      .given(...carded)
      .when(issue('card-2'), system)
      .thenRefuses('CardAlreadyIssued');
    worker.given().when(issue(), system).thenRefuses('WorkerNotNominated');
    const deadUncarded = pastOf(nominate(), decree(), enrol(), death());
    worker
      .given(...deadUncarded)
      .when(issue(), system)
      .thenRefuses('WorkerReportedDead');
    const endedUncarded = pastOf(nominate(), decree(), enrol(), death(), outcome());
    worker
      .given(...endedUncarded)
      .when(issue(), system)
      .thenRefuses('WorkerEnded');
  });

  test('is handed over with who received it and where', () =>
    worker
      .given(...carded)
      .when(handOver(), eko)
      .thenRecords({
        type: 'CardHandedOver',
        data: { method: 'SCAN', receivedBy: 'WORKER', place: '64.74.02.1003' },
      }));

  test('handed over again changes nothing', () =>
    worker
      .given(...handed)
      .when(handOver(), eko)
      .thenNothing());

  test('of someone else is not handed over, nor one that does not exist', () => {
    worker
      .given(...carded)
      .when(handOver('card-9'), eko)
      .thenRefuses('CardOfSomeoneElse');
    worker
      .given(...handed)
      .when(handOver('card-9'), eko)
      .thenRefuses('CardOfSomeoneElse');
    worker
      .given(...enrolled)
      .when(handOver(), eko)
      .thenRefuses('CardNotIssued');
    worker.given().when(handOver(), eko).thenRefuses('WorkerNotNominated');
  });

  test('of the deceased can reach the family, never the deceased, and nobody after the end', () => {
    worker
      .given(...dead)
      .when(handOver(), eko)
      .thenRefuses('WorkerReportedDead');
    worker
      .given(...dead)
      .when(handOver('card-1', 'FAMILY'), eko)
      .thenRecords({ type: 'CardHandedOver', data: { receivedBy: 'FAMILY' } });
    worker
      .given(...ended)
      .when(handOver('card-1', 'FAMILY'), eko)
      .thenRefuses('WorkerEnded');
  });
});

describe('a death', () => {
  test('is noted with its claim, at any stage of the membership', () => {
    for (const past of [nominated, named, enrolled, refused, carded, handed])
      worker
        .given(...past)
        .when(death(), system)
        .thenRecords({ type: 'WorkerReportedDead', data: { claimId: 'claim-1' } });
  });

  test('noted twice is one death', () => {
    worker
      .given(...dead)
      .when(death(), system)
      .thenNothing();
    worker
      .given(...ended)
      .when(death(), system)
      .thenNothing();
  });

  test('of a stranger, or by a second claim, is refused', () => {
    worker.given().when(death(), system).thenRefuses('WorkerNotNominated');
    worker
      .given(...dead)
      .when(death('claim-2'), system)
      .thenRefuses('DeathAlreadyReported');
  });
});

describe('the outcome of the claim', () => {
  test('ends the membership', () => {
    worker
      .given(...dead)
      .when(outcome(), system)
      .thenRecords({ type: 'WorkerClaimSettled', data: { outcome: 'SETTLED' } });
    expect(stageAfter(ended)).toBe('ENDED');
  });

  test('noted twice is once', () =>
    worker
      .given(...ended)
      .when(outcome(), system)
      .thenNothing());

  test('can still turn from rejected to paid, never from paid to rejected', () => {
    const rejected = pastOf(nominate(), decree(), enrol(), death(), outcome('REJECTED'));
    worker
      .given(...rejected)
      .when(outcome('SETTLED'), system)
      .thenRecords({ type: 'WorkerClaimSettled', data: { outcome: 'SETTLED' } });
    worker
      .given(...ended)
      .when(outcome('REJECTED'), system)
      .thenRefuses('OutcomeAlreadyKnown', { outcome: 'SETTLED' });
  });

  test('without a reported death, or of another claim, is refused', () => {
    worker
      .given(...carded)
      .when(outcome(), system)
      .thenRefuses('DeathNotReported');
    worker
      .given(...dead)
      .when(outcome('SETTLED', 'claim-2'), system)
      .thenRefuses('DeathNotReported');
    worker.given().when(outcome(), system).thenRefuses('WorkerNotNominated');
  });
});

test('the stage says the latest fact of the life', () => {
  const pasts = [[], nominated, named, enrolled, refused, carded, handed, dead, ended];
  expect(pasts.map(stageAfter)).toEqual([
    'UNKNOWN',
    'NOMINATED',
    'NAMED_IN_DECREE',
    'ENROLLED',
    'REGISTRATION_REFUSED',
    'ENROLLED',
    'ENROLLED',
    'REPORTED_DEAD',
    'ENDED',
  ]);
});

const wishes: readonly WorkerCommand[] = [
  nominate(),
  nominate('list-2'),
  decree(),
  decree('SK 2'),
  enrol(),
  enrol('kpj-2'),
  refuseAs(),
  issue(),
  issue('card-2'),
  handOver(),
  handOver('card-2', 'FAMILY'),
  death(),
  outcome(),
  outcome('REJECTED'),
];

test('in any order of wishes: said twice is said once, one KPJ, one card, one death', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...wishes), { maxLength: 40 }), (list) => {
      const past: WorkerEvent[] = [];
      for (const wish of list) {
        const decision = workerDecider.decide(wish, fold(workerDecider, past), system);
        if ('refused' in decision) continue;
        past.push(...decision.accepted);
        const again = workerDecider.decide(wish, fold(workerDecider, past), system);
        expect(again).toEqual({ accepted: [] });
      }
      for (const once of ['WorkerEnrolled', 'CardIssued', 'CardHandedOver', 'WorkerReportedDead'])
        expect(past.filter(({ type }) => type === once).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});
