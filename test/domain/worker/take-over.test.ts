// A registered person of a running programme enters once, each fact on its own day.
import { expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { type Context, fold } from '../../../domain/decider.ts';
import { workerDecider } from '../../../domain/worker/decider.ts';
import type { TakeOverWorker, WorkerCommand } from '../../../domain/worker/events.ts';
import { workerStage } from '../../../domain/worker/stage.ts';
import { sealedField } from '../sealed-field.ts';
import { at, person, specify } from '../specification.ts';

const worker = specify(workerDecider);
const engine: Context = { ...at(person('system', 'follow-up')), origin: 'historic' };

const takeOver = (change: Partial<TakeOverWorker['data']> = {}): WorkerCommand => ({
  type: 'TakeOverWorker',
  data: {
    ...{ workerId: 'worker-1', programmeId: 'programme-1', trancheId: 'tranche-1' },
    ...{ rosterId: 'roster-1', rosterRow: 7, kelurahan: '64.74.02.1001', occupation: 'FISHER' },
    nik: sealedField('worker.nik'),
    name: sealedField('worker.name'),
    birthDate: sealedField('worker.birthDate'),
    neighbourhood: sealedField('worker.neighbourhood'),
    disability: sealedField('worker.disability'),
    kpj: sealedField('worker.kpj'),
    registeredOn: localDate('2023-10-02'),
    coverStart: localDate('2023-10-01'),
    paidThrough: null,
    decree: null,
    cardId: 'card-1',
    handedOver: { on: localDate('2023-11-15'), receivedBy: 'FAMILY' },
    ...change,
  },
});

const typesOf = (command: WorkerCommand) => worker.after([command, engine]).map(({ type }) => type);

test('a person with a card in hand enters by three facts, each with its day', () => {
  const past = worker.after([takeOver(), engine]) as readonly { effectiveAt?: string }[];
  expect(past).toMatchObject([
    { type: 'WorkerNominated', effectiveAt: '2023-10-01T16:00:00.000Z' },
    { type: 'WorkerEnrolled', effectiveAt: '2023-10-01T16:00:00.000Z' },
    {
      ...{ type: 'CardHandedOver', effectiveAt: '2023-11-14T16:00:00.000Z' },
      data: { method: 'LIST', receivedBy: 'FAMILY', place: '64.74.02.1001' },
    },
  ]);
  const state = fold(workerDecider, worker.after([takeOver(), engine]));
  expect(workerStage(state)).toBe('ENROLLED');
  expect(state.card).toEqual({ cardId: 'card-1', isHandedOver: true });
});

test('a card that lies at the office is issued, and handed over by the ordinary command', () => {
  const past = worker.after([takeOver({ handedOver: null }), engine]);
  expect(past.at(-1)?.type).toBe('CardIssued');
  const data = { workerId: 'worker-1', cardId: 'card-1', place: '64.74.02.1001' };
  worker
    .given(...past)
    .when(
      { type: 'HandOverCard', data: { ...data, method: 'SCAN', receivedBy: 'WORKER' } },
      at(person('eko', 'hand-over-card')),
    )
    .thenRecords({ type: 'CardHandedOver', data: { method: 'SCAN' } });
});

test('decree and paid-through month are recorded only where the list says them', () => {
  const decree = { number: 'SK 1/2023', date: localDate('2023-09-28') };
  const paidThrough = '2024-06' as TakeOverWorker['data']['paidThrough'];
  expect(typesOf(takeOver({ decree, paidThrough }))).toEqual([
    ...['WorkerNominated', 'WorkerNamedInDecree', 'WorkerEnrolled'],
    ...['PaidThroughReported', 'CardHandedOver'],
  ]);
});

test('the same row again changes nothing, another list is refused', () => {
  const past = worker.after([takeOver(), engine]);
  worker
    .given(...past)
    .when(takeOver(), engine)
    .thenNothing();
  worker
    .given(...past)
    .when(takeOver({ rosterId: 'roster-2' }), engine)
    .thenRefuses('AlreadyNominated', { stage: 'ENROLLED' });
});
