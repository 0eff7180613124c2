// What a list of the dead leaves with a worker, for projection tests: a doubt, the certainty, a visit, the end.
import type { KnownDeathEvent } from '../../domain/worker/known-death-events.ts';
import { day, type Fact, morning, sealed, workerFact } from './history.ts';

const rowOf = (workerId: string) =>
  ({
    ...{ workerId, listId: 'list-of-june', row: 4, score: 860 },
    source: 'KELURAHAN',
    deathDate: day('2024-06-01'),
  }) as const;

const fact = (workerId: string, event: KnownDeathEvent, on: string): Fact =>
  workerFact(workerId, event, morning(on));

export const listedFacts = (workerId: string): readonly Fact[] => {
  const doubtId = `doubt-${workerId}`;
  const name = sealed('row-4', 'name');
  const doubt = { ...rowOf(workerId), doubtId, name, birthDate: null, nik: null };
  return [
    fact(workerId, { type: 'DeathDoubtRaised', data: doubt }, '2024-06-03'),
    fact(
      workerId,
      {
        type: 'DeathDoubtDecided',
        data: { workerId, doubtId, isSamePerson: true, reason: 'sama', decidedBy: ['ani'] },
      },
      '2024-06-04',
    ),
    fact(
      workerId,
      {
        type: 'WorkerNamedInDeathList',
        data: { ...rowOf(workerId), matchedBy: 'PERSON' },
      },
      '2024-06-04',
    ),
    fact(
      workerId,
      {
        type: 'BereavedFamilyVisited',
        data: { workerId, visitedOn: day('2024-06-05'), result: 'INFORMED', note: null },
      },
      '2024-06-05',
    ),
  ];
};

export const foundAliveFacts = (workerId: string): readonly Fact[] => [
  fact(
    workerId,
    { type: 'KnownDeathClosed', data: { workerId, ground: 'ALIVE', reason: 'ditemui' } },
    '2024-06-06',
  ),
];
