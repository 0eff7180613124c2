// Persons of the offices: roles with dates, and who may do an act on a day.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OFFICES } from '../../domain/actor.ts';
import { parseRupiah, rupiahText } from '../../domain/money.ts';
import {
  actorById,
  actorsById,
  actorsWhoMay,
  actorsWhoMayDecide,
  listActors,
} from '../../projections/actor-directory.ts';
import { day, type Fact, logOf, morning, sealed } from './history.ts';
import { openReadModels, type ReadModelDatabase } from './read-model-database.ts';

let models: ReadModelDatabase;
beforeAll(async () => {
  models = await openReadModels();
});
beforeEach(() => models.empty());
afterAll(() => models.close());

const actor = (actorId: string) =>
  ({
    category: 'actor',
    streamId: actorId,
    by: 'admin',
    office: 'DISNAKER',
    act: 'administer',
    at: morning('2023-10-01'),
  }) as const;
const registered = (actorId: string, office: (typeof OFFICES)[number]): Fact => ({
  ...actor(actorId),
  event: {
    type: 'ActorRegistered',
    data: { actorId, office, name: sealed(actorId, 'actor.name') },
  },
});
const role = { act: 'approve-claim', area: '64.74', from: day('2024-01-01') } as const;

describe('the directory of actors', () => {
  const people: readonly Fact[] = [
    registered('budi', 'BPJS_BRANCH'),
    {
      ...actor('budi'),
      event: {
        type: 'RoleAppointed',
        data: { ...role, actorId: 'budi', to: null, letter: 'SK 7' },
      },
    },
    registered('cici', 'BPJS_BRANCH'),
    {
      ...actor('cici'),
      event: {
        type: 'RoleDelegated',
        data: {
          ...role,
          actorId: 'cici',
          principalId: 'budi',
          from: day('2024-03-01'),
          to: day('2024-03-31'),
          letter: 'ST 9',
        },
      },
    },
    {
      ...actor('budi'),
      event: {
        type: 'RoleEnded',
        data: { actorId: 'budi', act: 'approve-claim', on: day('2024-06-01'), reason: 'moved' },
      },
    },
  ];

  test('shows every role ever held with its dates, names sealed', async () => {
    await models.apply([logOf(people)]);
    expect(await actorById(models.db, 'budi')).toMatchObject({
      office: 'BPJS_BRANCH',
      name: sealed('budi', 'actor.name'),
      roles: [
        {
          act: 'approve-claim',
          letter: 'SK 7',
          to: null,
          endedOn: '2024-06-01',
          endReason: 'moved',
          principalId: null,
        },
      ],
    });
    expect((await listActors(models.db)).map((row) => row.actorId)).toEqual(['budi', 'cici']);
    expect(await listActors(models.db, { office: 'BPK' })).toEqual([]);
    expect((await actorsById(models.db, ['cici', 'nobody'])).has('cici')).toBe(true);
  });

  test('says who may do an act in an area on a day', async () => {
    await models.apply([logOf(people)]);
    const who = async (on: string, area = '64.74.02.1001') => {
      const wish = { act: 'approve-claim', area, day: day(on) } as const;
      return (await actorsWhoMay(models.db, wish)).map((row) => row.actorId);
    };
    expect(await who('2023-12-31')).toEqual([]);
    expect(await who('2024-02-01')).toEqual(['budi']);
    expect(await who('2024-03-31')).toEqual(['budi', 'cici']);
    expect(await who('2024-06-01')).toEqual([]);
    expect(await who('2024-02-01', '64.08')).toEqual([]);
  });

  test('says whose letters let them decide a sum: the tier above, not those who borrow', async () => {
    const tier = (actorId: string, upToIdr: string): Fact => ({
      ...actor(actorId),
      event: {
        type: 'RoleAppointed',
        data: {
          ...{ ...role, actorId, to: null, letter: 'SK 8' },
          limit: { upToIdr: rupiahText(parseRupiah(upToIdr)), benefits: ['JKM'] },
        },
      },
    });
    await models.apply([
      logOf([...people, registered('dedi', 'BPJS_BRANCH'), tier('dedi', '42000000')]),
    ]);
    const who = async (amount: string, on: string, benefit = 'JKM') => {
      const amountIdr = rupiahText(parseRupiah(amount));
      const wish = { act: 'approve-claim', area: '64.74.02.1001', day: day(on) } as const;
      const may = await actorsWhoMayDecide(models.db, { ...wish, amountIdr, benefit });
      return may.map((row) => row.actorId);
    };
    expect(await who('42000000', '2024-03-02')).toEqual(['budi', 'dedi']);
    expect(await who('42000001', '2024-03-02')).toEqual(['budi']);
    expect(await who('1', '2024-06-02', 'JKK')).toEqual([]);
  });
});
