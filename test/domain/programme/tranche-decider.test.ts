// A tranche and its quota: the seats of all lists together never exceed it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemActor } from '../../../domain/actor.ts';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import { type RupiahText, rupiah, rupiahText } from '../../../domain/money.ts';
import type { TrancheCommand, TrancheEvent } from '../../../domain/programme/events.ts';
import {
  seatsTaken,
  trancheDecider,
  trancheStage,
} from '../../../domain/programme/tranche-decider.ts';
import { at, person, specify } from '../specification.ts';

const tranche = specify(trancheDecider);
const rahma = at(person('rahma', 'manage-programme'));
const system = at(systemActor);
const MONTHLY: RupiahText = rupiahText(rupiah(16_800n));

type DataOf<T extends TrancheCommand['type']> = Extract<TrancheCommand, { type: T }>['data'];

const open = (changed: Partial<DataOf<'OpenTranche'>> = {}): TrancheCommand => ({
  type: 'OpenTranche',
  data: {
    trancheId: 'wave-1',
    programmeId: 'bontang',
    name: 'Gelombang I',
    coverFrom: localDate('2023-10-12'),
    quota: 100,
    monthlyContributionIdr: MONTHLY,
    ...changed,
  },
});
const reserve = (rosterId: string, workers: number): TrancheCommand => ({
  type: 'ReserveSeats',
  data: { rosterId, workers },
});

const opened = tranche.after([open(), rahma]);
const taken = tranche.after([open(), rahma], [reserve('a', 60), system]);

describe('opening a tranche', () => {
  test('records quota, first day of cover and contribution', () => {
    tranche
      .given()
      .when(open(), rahma)
      .thenRecords({ type: 'TrancheOpened', data: { quota: 100, coverFrom: '2023-10-12' } });
    expect(trancheStage(fold(trancheDecider, []))).toBe('UNKNOWN');
    expect(trancheStage(fold(trancheDecider, opened))).toBe('OPEN');
  });

  test('twice is once', () =>
    tranche
      .given(...opened)
      .when(open(), rahma)
      .thenNothing());

  test('with another quota over an open one is refused', () =>
    tranche
      .given(...opened)
      .when(open({ quota: 200 }), rahma)
      .thenRefuses('TrancheAlreadyOpen'));

  test.each<[Partial<DataOf<'OpenTranche'>>, string]>([
    [{ name: '' }, 'NameMissing'],
    [{ quota: 0 }, 'QuotaInvalid'],
    [{ quota: 1.5 }, 'QuotaInvalid'],
    [{ monthlyContributionIdr: rupiahText(rupiah(0n)) }, 'ContributionInvalid'],
  ])('with %o is refused: %s', (changed, code) =>
    tranche.given().when(open(changed), rahma).thenRefuses(code),
  );
});

describe('reserving seats', () => {
  test('sets them aside for one list', () =>
    tranche
      .given(...opened)
      .when(reserve('a', 60), system)
      .thenRecords({ type: 'SeatsReserved', data: { rosterId: 'a', workers: 60 } }));

  test('twice is once', () =>
    tranche
      .given(...taken)
      .when(reserve('a', 60), system)
      .thenNothing());

  test('beyond the quota is refused, the last seat is not', () => {
    tranche
      .given(...taken)
      .when(reserve('b', 41), system)
      .thenRefuses('QuotaExhausted', { quota: 100, taken: 60, wanted: 41 });
    tranche
      .given(...taken)
      .when(reserve('b', 40), system)
      .thenRecords({
        type: 'SeatsReserved',
        data: { workers: 40 },
      });
  });

  test('said again for the same list, the newest number counts and frees seats', () => {
    const freed = tranche.after(
      [open(), rahma],
      [reserve('a', 60), system],
      [reserve('a', 10), system],
    );
    expect(seatsTaken(fold(trancheDecider, freed))).toBe(10);
  });

  test('of an unknown tranche, or less than nothing, is refused', () => {
    tranche.given().when(reserve('a', 1), system).thenRefuses('TrancheUnknown');
    tranche
      .given(...opened)
      .when(reserve('a', -1), system)
      .thenRefuses('SeatsInvalid');
  });

  test('in any order of wishes, never takes more than the quota', () => {
    const wishes = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat({ max: 120 })));
    fc.assert(
      fc.property(wishes, (list) => {
        const past = list.reduce<readonly TrancheEvent[]>((events, [rosterId, workers]) => {
          const state = fold(trancheDecider, events);
          const decision = trancheDecider.decide(reserve(rosterId, workers), state, system);
          return 'accepted' in decision ? events.concat(decision.accepted) : events;
        }, opened);
        expect(seatsTaken(fold(trancheDecider, past))).toBeLessThanOrEqual(100);
      }),
    );
  });
});
