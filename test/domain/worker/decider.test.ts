// One person's membership and card, from the list to the end of cover.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemActor } from '../../../domain/actor.ts';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import { workerDecider } from '../../../domain/worker/decider.ts';
import type { WorkerCommand, WorkerEvent } from '../../../domain/worker/events.ts';
import { workerStage } from '../../../domain/worker/stage.ts';
import { sealedField } from '../sealed-field.ts';
import { at, person, specify } from '../specification.ts';

const worker = specify(workerDecider);
const system = at(systemActor);
const eko = at(person('eko', 'hand-over-card'));

const nominate = (rosterId = 'list-1', rosterRow = 3): WorkerCommand => ({
  type: 'NominateWorker',
  data: {
    workerId: 'siti',
    programmeId: 'bontang',
    trancheId: 'wave-1',
    rosterId,
    rosterRow,
    nik: sealedField('nik'),
    name: sealedField('name'),
    birthDate: sealedField('birth'),
    kelurahan: '64.74.02.1003',
    neighbourhood: sealedField('rt'),
    occupation: 'FISHER',
    disability: sealedField('disability'),
  },
});
const decree = (decreeNumber = 'SK 1'): WorkerCommand => ({
  type: 'NameWorkerInDecree',
  data: { workerId: 'siti', decreeNumber, decreeDate: localDate('2023-10-06') },
});
const enrol = (kpj = 'kpj-1', coverStart = '2023-10-12'): WorkerCommand => ({
  type: 'EnrolWorker',
  data: { workerId: 'siti', kpj: sealedField(kpj), coverStart: localDate(coverStart) },
});
const refuseAs = (reason = 'NIK tidak ditemukan'): WorkerCommand => ({
  type: 'RefuseRegistration',
  data: { workerId: 'siti', reason },
});
const issue = (cardId = 'card-1'): WorkerCommand => ({
  type: 'IssueCard',
  data: { workerId: 'siti', cardId, validFrom: localDate('2023-10-12') },
});
const handOver = (
  cardId = 'card-1',
  receivedBy: 'WORKER' | 'FAMILY' = 'WORKER',
): WorkerCommand => ({
  type: 'HandOverCard',
  data: { workerId: 'siti', cardId, method: 'SCAN', receivedBy, place: '64.74.02.1003' },
});
const death = (claimId = 'claim-1'): WorkerCommand => ({
  type: 'NoteDeathReport',
  data: { workerId: 'siti', claimId, deathDate: localDate('2024-03-01') },
});
const outcome = (
  end: 'SETTLED' | 'REPORTED_PAID' | 'REJECTED' = 'SETTLED',
  claimId = 'claim-1',
): WorkerCommand => ({
  type: 'NoteClaimOutcome',
  data: { workerId: 'siti', claimId, outcome: end },
});

const pastOf = (...wishes: readonly WorkerCommand[]): readonly WorkerEvent[] =>
  worker.after(...wishes.map((wish) => [wish, system] as const));

const nominated = pastOf(nominate());
const named = pastOf(nominate(), decree());
const enrolled = pastOf(nominate(), decree(), enrol());
const refused = pastOf(nominate(), decree(), refuseAs());
const carded = pastOf(nominate(), decree(), enrol(), issue());
const handed = pastOf(nominate(), decree(), enrol(), issue(), handOver());
const dead = pastOf(nominate(), decree(), enrol(), issue(), death());
const ended = pastOf(nominate(), decree(), enrol(), issue(), death(), outcome());
const stageAfter = (past: readonly WorkerEvent[]) => workerStage(fold(workerDecider, past));

describe('nomination', () => {
  test('begins a membership', () =>
    worker
      .given()
      .when(nominate(), system)
      .thenRecords({ type: 'WorkerNominated', data: { rosterId: 'list-1', rosterRow: 3 } }));

  test('by the same row again changes nothing', () =>
    worker
      .given(...enrolled)
      .when(nominate(), system)
      .thenNothing());

  test('by another list is refused while the first one holds', () => {
    for (const past of [nominated, enrolled, dead, ended])
      worker
        .given(...past)
        .when(nominate('list-2'), system)
        .thenRefuses('AlreadyNominated');
  });

  test('by a later list is possible after the branch refused, and starts over', () => {
    worker
      .given(...refused)
      .when(nominate('list-2'), system)
      .thenRecords({ type: 'WorkerNominated', data: { rosterId: 'list-2' } });
    expect(stageAfter(pastOf(nominate(), decree(), refuseAs(), nominate('list-2')))).toBe(
      'NOMINATED',
    );
  });
});

describe('the decree', () => {
  test('names a nominated worker', () =>
    worker
      .given(...nominated)
      .when(decree(), system)
      .thenRecords({ type: 'WorkerNamedInDecree', data: { decreeNumber: 'SK 1' } }));

  test('twice is once', () =>
    worker
      .given(...named)
      .when(decree(), system)
      .thenNothing());

  test('is refused for a stranger, over another decree, after a death', () => {
    worker.given().when(decree(), system).thenRefuses('WorkerNotNominated');
    worker
      .given(...named)
      .when(decree('SK 2'), system)
      .thenRefuses('AlreadyNamedInDecree');
    const deadBefore = pastOf(nominate(), death());
    worker
      .given(...deadBefore)
      .when(decree(), system)
      .thenRefuses('WorkerReportedDead');
    const endedBefore = pastOf(nominate(), death(), outcome('REJECTED'));
    worker
      .given(...endedBefore)
      .when(decree(), system)
      .thenRefuses('WorkerEnded');
  });
});

describe('enrolment', () => {
  test('makes the worker registered, with a first day of cover', () =>
    worker
      .given(...named)
      .when(enrol(), system)
      .thenRecords({ type: 'WorkerEnrolled', data: { coverStart: '2023-10-12' } }));

  test('twice is once', () =>
    worker
      .given(...enrolled)
      .when(enrol(), system)
      .thenNothing());

  test('with another number or day over it is refused', () => {
    worker
      .given(...enrolled)
      .when(enrol('kpj-2'), system)
      .thenRefuses('AlreadyEnrolled');
    worker
      .given(...enrolled)
      .when(enrol('kpj-1', '2023-10-13'), system)
      .thenRefuses('AlreadyEnrolled', { coverStart: '2023-10-12' });
  });

  test('that becomes known after the death is still recorded, and the worker stays dead', () => {
    const past = pastOf(nominate(), decree(), death());
    worker
      .given(...past)
      .when(enrol(), system)
      .thenRecords({ type: 'WorkerEnrolled', data: {} });
    expect(stageAfter(pastOf(nominate(), decree(), death(), enrol()))).toBe('REPORTED_DEAD');
  });

  test('may correct a refusal of the branch', () => {
    worker
      .given(...refused)
      .when(enrol(), system)
      .thenRecords({ type: 'WorkerEnrolled', data: {} });
    expect(stageAfter(pastOf(nominate(), decree(), refuseAs(), enrol()))).toBe('ENROLLED');
  });

  test('is refused without a decree, for a stranger, and after the end', () => {
    worker
      .given(...nominated)
      .when(enrol(), system)
      .thenRefuses('WorkerNotNamedInDecree');
    worker.given().when(enrol(), system).thenRefuses('WorkerNotNominated');
    const over = pastOf(nominate(), decree(), death(), outcome('REJECTED'));
    worker
      .given(...over)
      .when(enrol(), system)
      .thenRefuses('WorkerEnded');
  });
});

describe('a refusal by the branch', () => {
  test('is recorded with its reason', () =>
    worker
      .given(...named)
      .when(refuseAs(), system)
      .thenRecords({ type: 'WorkerRegistrationRefused', data: { reason: 'NIK tidak ditemukan' } }));

  test('twice is once', () =>
    worker
      .given(...refused)
      .when(refuseAs(), system)
      .thenNothing());

  test('is refused after enrolment, for another reason, without one, before the decree', () => {
    worker
      .given(...enrolled)
      .when(refuseAs(), system)
      .thenRefuses('AlreadyEnrolled');
    worker
      .given(...refused)
      .when(refuseAs('lain'), system)
      .thenRefuses('RegistrationAlreadyRefused');
    worker
      .given(...named)
      .when(refuseAs(' '), system)
      .thenRefuses('ReasonMissing');
    worker
      .given(...nominated)
      .when(refuseAs(), system)
      .thenRefuses('WorkerNotNamedInDecree');
    worker.given().when(refuseAs(), system).thenRefuses('WorkerNotNominated');
  });
});

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
