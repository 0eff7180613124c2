// The three lists of Kotabaru: who came to the counter, whom the province names, and who is in both.
import { listOf, peopleOf, putForward } from '../regency/lists.ts';
import type { SyntheticRow } from '../synthetic-roster.ts';
import { KOTABARU, type KotabaruScenario, PROVINCE_COVER, SELF_COVER } from './scenario.ts';

const { villages } = KOTABARU;

const selfRegistered = ({ seed, self }: KotabaruScenario): readonly SyntheticRow[] =>
  peopleOf({
    ...{ seed, villages, list: 0, good: putForward(self) },
    ...{ coverFrom: SELF_COVER, withFaults: true },
  });

const namedByProvince = ({ seed, province }: KotabaruScenario): readonly SyntheticRow[] =>
  peopleOf({
    ...{ seed, villages, list: 1, good: putForward(province) },
    ...{ coverFrom: PROVINCE_COVER, withFaults: false },
  });

export const selfList = (scenario: KotabaruScenario): string => listOf(selfRegistered(scenario));

/** Its last rows name people who had registered themselves. */
export const provinceList = (scenario: KotabaruScenario): string =>
  listOf([
    ...namedByProvince(scenario),
    ...selfRegistered(scenario)
      .filter(({ fault }) => fault === undefined)
      .slice(0, scenario.twice),
  ]);

/** Somebody whom the province pays for comes to the counter, too. */
const whoComes = (scenario: KotabaruScenario): readonly SyntheticRow[] =>
  namedByProvince(scenario).slice(0, 1);

export const lateComer = (scenario: KotabaruScenario): string => listOf(whoComes(scenario));

export const lateComerNik = (scenario: KotabaruScenario): string =>
  whoComes(scenario)[0]?.cells.NIK ?? '';
