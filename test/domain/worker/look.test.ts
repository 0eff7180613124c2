// A look at a person is recorded with who and why, and leaves the membership as it is.
import { describe, expect, test } from 'vitest';
import { fold } from '../../../domain/decider.ts';
import { workerDecider } from '../../../domain/worker/decider.ts';
import type { WorkerCommand, WorkerEvent } from '../../../domain/worker/events.ts';
import type { FoundBy } from '../../../domain/worker/look-events.ts';
import { at, person } from '../specification.ts';
import { carded, eko, worker } from './worker-facts.ts';

const auditor = at(person('fajar', 'audit'));

const found = (by: FoundBy, reason: string | null): WorkerCommand => ({
  type: 'NoteWorkerFound',
  data: { workerId: 'siti', by, reason },
});
const reveal = (reason: string): WorkerCommand => ({
  type: 'NoteWorkerRevealed',
  data: { workerId: 'siti', fields: ['name', 'nik'], reason },
});

describe('finding a person', () => {
  test('by a number is recorded with its kind and the reason, never the number', () =>
    worker
      .given(...carded)
      .when(found('NIK', 'keluarga di loket'), eko)
      .thenRecords({
        type: 'WorkerFound',
        data: { workerId: 'siti', by: 'NIK', reason: 'keluarga di loket' },
      }));

  test('by a number needs a reason', () => {
    for (const by of ['NIK', 'KPJ'] as const)
      worker
        .given(...carded)
        .when(found(by, null), eko)
        .thenRefuses('ReasonMissing');
  });

  test('by the card in the hand needs none, but for an auditor', () => {
    worker
      .given(...carded)
      .when(found('CARD', null), eko)
      .thenRecords({ type: 'WorkerFound', data: { by: 'CARD', reason: null } });
    worker
      .given(...carded)
      .when(found('CARD', null), auditor)
      .thenRefuses('ReasonMissing');
  });

  test('whom no list ever named is refused', () =>
    worker.given().when(found('NIK', 'x'), eko).thenRefuses('WorkerNotNominated'));
});

describe('opening the fields of a person', () => {
  test('is recorded with the fields and the reason', () =>
    worker
      .given(...carded)
      .when(reveal('mencocokkan KTP'), eko)
      .thenRecords({
        type: 'WorkerFieldsRevealed',
        data: { fields: ['name', 'nik'], reason: 'mencocokkan KTP' },
      }));

  test('without a reason is refused', () =>
    worker
      .given(...carded)
      .when(reveal('  '), eko)
      .thenRefuses('ReasonMissing'));

  test('as history is refused', () =>
    worker
      .given(...carded)
      .when(reveal('dulu'), { ...eko, origin: 'historic' })
      .thenRefuses('LookOnlyNow'));
});

test('a look leaves the membership as it is', () => {
  const looks: readonly WorkerEvent[] = [
    { type: 'WorkerFound', data: { workerId: 'siti', by: 'CARD', reason: null } },
    { type: 'WorkerFieldsRevealed', data: { workerId: 'siti', fields: ['name'], reason: 'x' } },
  ];
  expect(fold(workerDecider, [...carded, ...looks])).toEqual(fold(workerDecider, carded));
});
