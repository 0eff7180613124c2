// Membership: nominated, named by decree, and the branch's answer, each said once.
import { describe, expect, test } from 'vitest';
import {
  dead,
  death,
  decree,
  ended,
  enrol,
  enrolled,
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
