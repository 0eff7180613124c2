// A death that a list tells of: believed once, doubted until decided, visited, closed, taken back.
import { describe, expect, test } from 'vitest';
import { type LocalDate, localDate } from '../../../domain/calendar.ts';
import type { WorkerCommand } from '../../../domain/worker/events.ts';
import type { DeathClosingGround } from '../../../domain/worker/known-death-events.ts';
import { sealedField } from '../sealed-field.ts';
import { at, person } from '../specification.ts';
import {
  carded,
  death,
  enrolled,
  handOver,
  nominate,
  pastOf,
  stageAfter,
  worker,
} from './worker-facts.ts';

const row = {
  ...{ workerId: 'siti', listId: 'june', row: 4, score: 940 },
  source: 'CIVIL_REGISTRY',
  deathDate: localDate('2024-03-01'),
} as const;
const named = (change: { readonly row?: number; readonly deathDate?: LocalDate } = {}) =>
  ({
    type: 'NoteNamedInDeathList',
    data: { ...row, ...change, matchedBy: 'NIK' },
  }) as WorkerCommand;
const doubt: WorkerCommand = {
  type: 'RaiseDeathDoubt',
  data: { ...row, doubtId: 'doubt-1', name: sealedField('name'), birthDate: null, nik: null },
};
const decide = (isSamePerson: boolean, reason = 'ibu yang sama'): WorkerCommand => ({
  type: 'DecideDeathDoubt',
  data: { workerId: 'siti', doubtId: 'doubt-1', isSamePerson, reason },
});
const close = (ground: DeathClosingGround, reason = 'sudah ditanya'): WorkerCommand => ({
  type: 'CloseKnownDeath',
  data: { workerId: 'siti', ground, reason },
});
const visit = (on: string): WorkerCommand => ({
  type: 'RecordFamilyVisit',
  data: { workerId: 'siti', visitedOn: localDate(on), result: 'INFORMED', note: null },
});
const reported = pastOf(nominate(), death()).slice(-1);
const ani = at(person('ani', 'check-claim'));
/** A member with a card, and what a list and people said since. */
const pastOfList = (...wishes: readonly WorkerCommand[]) =>
  wishes.reduce((past, wish) => past.concat(worker.given(...past).records(wish, ani)), [...carded]);

describe('a list that names a member', () => {
  test('makes the death known, and the same row again changes nothing', () => {
    worker
      .given(...carded)
      .when(named(), ani)
      .thenRecords({ type: 'WorkerNamedInDeathList', data: { matchedBy: 'NIK' } });
    const past = pastOfList(named());
    worker
      .given(...past)
      .when(named(), ani)
      .thenNothing();
    expect(stageAfter(past)).toBe('REPORTED_DEAD');
  });

  test('a second list of the same day says nothing new, another day is recorded', () => {
    const past = pastOfList(named());
    worker
      .given(...past)
      .when(named({ row: 9 }), ani)
      .thenNothing();
    worker
      .given(...past)
      .when(named({ row: 9, deathDate: localDate('2024-03-02') }), ani)
      .thenRecords({ type: 'WorkerNamedInDeathList', data: {} });
  });

  test('says nothing of a stranger, of the future, or of whom a claim tells already', () => {
    worker.given().when(named(), ani).thenRefuses('WorkerNotNominated');
    worker
      .given(...carded)
      .when(named({ deathDate: localDate('2099-01-01') }), ani)
      .thenRefuses('DeathDateInFuture');
    worker
      .given(...carded, ...reported)
      .when(named(), ani)
      .thenNothing();
  });

  test('keeps the card from a hand that cannot be there', () =>
    worker
      .given(...pastOfList(named()))
      .when(handOver(), ani)
      .thenRefuses('WorkerReportedDead'));
});

describe('a doubt', () => {
  const doubted = pastOfList(doubt);
  test('waits for a person who says why', () => {
    worker
      .given(...doubted)
      .when(decide(true, ' '), ani)
      .thenRefuses('ReasonMissing');
    worker
      .given(...doubted)
      .when(decide(true), ani)
      .thenRecords(
        { type: 'DeathDoubtDecided', data: { decidedBy: ['ani'], isSamePerson: true } },
        { type: 'WorkerNamedInDeathList', data: { matchedBy: 'PERSON' } },
      );
    worker
      .given(...doubted)
      .when(decide(false), ani)
      .thenRecords({ type: 'DeathDoubtDecided', data: { isSamePerson: false } });
    expect(stageAfter(doubted)).toBe('ENROLLED');
  });

  test('is raised once, decided once, and by nobody where there is none', () => {
    worker
      .given(...doubted)
      .when(doubt, ani)
      .thenNothing();
    const dismissed = pastOfList(doubt, decide(false));
    worker
      .given(...dismissed)
      .when(decide(false), ani)
      .thenNothing();
    worker
      .given(...dismissed)
      .when(decide(true), ani)
      .thenRefuses('DeathDoubtAlreadyDecided');
    worker
      .given(...enrolled)
      .when(decide(true), ani)
      .thenRefuses('DeathDoubtUnknown');
    worker
      .given(...pastOfList(named()))
      .when(doubt, ani)
      .thenNothing();
  });
});

describe('the family', () => {
  test('is visited between the death and today', () => {
    worker
      .given(...pastOfList(named()))
      .when(visit('2024-03-05'), ani)
      .thenRecords({ type: 'BereavedFamilyVisited', data: {} });
    worker
      .given(...pastOfList(named()))
      .when(visit('2024-02-01'), ani)
      .thenRefuses('VisitBeforeEvent');
    worker
      .given(...pastOfList(named()))
      .when(visit('2099-02-01'), ani)
      .thenRefuses('VisitInFuture');
    worker
      .given(...enrolled)
      .when(visit('2024-03-05'), ani)
      .thenRefuses('DeathNotKnown');
  });
});

describe('a known death', () => {
  test('is closed once, with a reason, and not beside a claim', () => {
    const past = pastOfList(named());
    worker
      .given(...past)
      .when(close('NO_HEIR', ''), ani)
      .thenRefuses('ReasonMissing');
    const closed = pastOfList(named(), close('NO_HEIR'));
    worker
      .given(...closed)
      .when(close('NO_HEIR'), ani)
      .thenNothing();
    worker
      .given(...closed)
      .when(close('ALIVE'), ani)
      .thenRefuses('KnownDeathAlreadyClosed');
    worker
      .given(...enrolled)
      .when(close('ALIVE'), ani)
      .thenRefuses('DeathNotKnown');
    worker
      .given(...past, ...reported)
      .when(close('NO_HEIR'), ani)
      .thenRefuses('DeathHasClaim');
    expect(stageAfter(closed)).toBe('REPORTED_DEAD');
  });

  test('of somebody found alive is none, until another list says it again', () => {
    const alive = pastOfList(named(), close('ALIVE'));
    expect(stageAfter(alive)).toBe('ENROLLED');
    worker
      .given(...alive)
      .when(named(), ani)
      .thenNothing();
    worker
      .given(...alive)
      .when(named({ row: 12 }), ani)
      .thenRecords({ type: 'WorkerNamedInDeathList', data: {} });
  });
});
