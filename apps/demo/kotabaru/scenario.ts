// The numbers of Kotabaru: the press names none, so that only the ways into the programme are told.
import { localDate } from '../../../domain/calendar.ts';
import type { Regency } from '../regency/regency.ts';
import type { Story } from '../story-parts.ts';

/** domain-rules §8: Newsway, 2023-12-28. */
export const PRESS_DAY = localDate('2023-12-28');
export const SELF_COVER = localDate('2024-02-01');
export const PROVINCE_COVER = localDate('2024-03-01');
/** Three weeks after the first day of cover, a year before the three-month rule. */
export const DIED_ON = localDate('2024-02-20');

export const KOTABARU: Regency = {
  name: 'Kabupaten Kotabaru',
  code: '63.02',
  villages: ['63.02.06.2001', '63.02.22.2001', '63.02.04.2001', '63.02.08.2001'],
  branch: 'BPJS Ketenagakerjaan Cabang Kotabaru',
  account: '1240018000999',
  inOfficeFrom: localDate('2023-12-01'),
};

export type KotabaruScenario = {
  readonly seed: number;
  /** Who came to the counter and registered. */
  readonly self: number;
  /** Whom the province put forward, and the branch accepted. */
  readonly province: number;
  /** Who stands in both lists: one NIK is one membership. */
  readonly twice: number;
};

export const kotabaruScenario = (workers: number, seed: number): KotabaruScenario => {
  const self = Math.round(workers * 0.6);
  return { seed, self, province: workers - self, twice: Math.max(2, Math.round(workers * 0.02)) };
};

export type KotabaruTelling = Story & { readonly scenario: KotabaruScenario };
