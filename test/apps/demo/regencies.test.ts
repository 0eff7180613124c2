// The lists of Kutai Timur and Kotabaru: the press's numbers, one NIK once, folders that never collide.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CITIES, dataFolderOf } from '../../../apps/demo/cities.ts';
import { lateComer, provinceList, selfList } from '../../../apps/demo/kotabaru/lists.ts';
import { kotabaruScenario } from '../../../apps/demo/kotabaru/scenario.ts';
import {
  DIED_ON,
  FIRST_COVER,
  KUTIM,
  kutimScenario,
  PRESS_VERIFIED,
  SECOND_COVER,
  thirdCover,
} from '../../../apps/demo/kutim/scenario.ts';
import { peopleOf, putForward } from '../../../apps/demo/regency/lists.ts';
import { localDate } from '../../../domain/calendar.ts';
import { lapseClock } from '../../../domain/programme/lapse-clock.ts';
import { RULE_BOOK } from '../../../domain/rules/book/rule-book.ts';
import { waitingOf } from '../../../domain/rules/jkm.ts';
import { readLaw } from '../../../domain/rules/read-law.ts';

const niksOf = (csv: string): readonly string[] =>
  csv
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '');

describe('Kutai Timur', () => {
  test('98,000 people: 60,000, 80,000 with the second tranche, and a target of 150,000', () => {
    const { first, second, third, thirdQuota } = kutimScenario(PRESS_VERIFIED, 2026);
    expect([first, first + second, first + second + third]).toEqual([60_000, 80_000, 98_000]);
    expect(first + second + thirdQuota).toBe(150_000);
  });

  test.each([30, 60, 500, 3_000])(
    '%i people: every person is in a tranche, and cards cannot fill the quota of the third',
    (workers) => {
      const { first, second, third, thirdQuota, cardsReceived } = kutimScenario(workers, 1);
      expect(first + second + third).toBe(workers);
      expect(third).toBeGreaterThan(0);
      expect(cardsReceived).toBeLessThan(thirdQuota);
      expect(third).toBeLessThan(thirdQuota);
    },
  );

  test.each(['2026-01-01', '2026-03-01', '2026-03-31', '2026-11-21', '2027-12-31'])(
    'told on %s, a warning has come and cover has not ended yet',
    (day) => {
      const today = localDate(day);
      const clock = lapseClock({ coverStart: thirdCover(today), paid: [] }, today);
      expect(clock.milestones[0]?.daysLeft).toBeLessThanOrEqual(0);
      expect(clock.hasLapsed).toBe(false);
    },
  );

  test('the two who die on one day stand on both sides of the three-month rule', () => {
    const within = (membershipStart: typeof FIRST_COVER): boolean =>
      waitingOf({ membershipStart, deathDate: DIED_ON }, readLaw(RULE_BOOK)).within;
    expect([within(FIRST_COVER), within(SECOND_COVER)]).toEqual([false, true]);
  });

  test('no NIK is in two of its lists, whatever the seed', () => {
    const { villages } = KUTIM;
    const lists = [0, 1, 2].flatMap((list) =>
      peopleOf({
        ...{ seed: 7, villages, list, good: 400, coverFrom: FIRST_COVER, withFaults: false },
      }).map(({ cells }) => cells.NIK),
    );
    expect(new Set(lists).size).toBe(1_200);
  });

  test('so many are put forward that the wanted are left when one in a hundred is refused', () => {
    for (const wanted of [1, 99, 100, 551, 18_000]) {
      const many = putForward(wanted);
      expect(many - Math.floor(many / 100)).toBe(wanted);
    }
  });
});

describe('Kotabaru', () => {
  const scenario = kotabaruScenario(300, 2026);
  const self = niksOf(selfList(scenario));
  const province = niksOf(provinceList(scenario));

  test('the province names as many people again as it says, and no others', () => {
    const known = new Set(self);
    expect(province.filter((nik) => known.has(nik))).toHaveLength(scenario.twice);
    expect(new Set(province).size).toBe(province.length);
    expect(scenario.self + scenario.province).toBe(300);
  });

  test('who comes to the counter today stands in the list of the province', () => {
    const [nik] = niksOf(lateComer(scenario));
    expect(province).toContain(nik);
    expect(self).not.toContain(nik);
  });
});

describe('the data folders of the stories', () => {
  const nobody = (): readonly string[] => [];
  const telling = (name: string, workers = 60, seed = 1) => {
    const city = CITIES.find((one) => one.name === name);
    if (city === undefined) throw new Error(`no city ${name}`);
    return { city, workers, seed };
  };

  test('every city has its own, and Bontang the usual one', () => {
    const folders = CITIES.map(({ name }) => dataFolderOf(telling(name), '/d', nobody));
    expect(folders).toEqual(['/d', join('/d', 'kutim'), join('/d', 'kotabaru')]);
  });

  test('told again it finds its own; another size or seed never mixes with it', () => {
    const told = (): readonly string[] => ['kutim-60-1'];
    expect(dataFolderOf(telling('kutim'), '/d', told)).toBe(join('/d', 'kutim'));
    const other = join('/d', 'kutim-90-1');
    expect(dataFolderOf(telling('kutim', 90), '/d', told)).toBe(other);
    const foreign = dataFolderOf(telling('bontang'), '/d', () => ['bontang-36777-2026']);
    expect(foreign).toBe(join('/d', 'bontang-60-1'));
  });
});
