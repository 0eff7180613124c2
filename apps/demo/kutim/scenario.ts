// The numbers of Kutai Timur as the press told them, and how they shrink for a smaller demo.
import { addMonthsTo, type LocalDate, localDate, monthOf } from '../../../domain/calendar.ts';
import type { Regency } from '../regency/regency.ts';

/** domain-rules §8: tranches towards 60,000, 80,000 and 150,000; 98,000 are verified. */
const PRESS = { first: 60_000, second: 20_000, target: 150_000, verified: 98_000 } as const;

/** The day of the press text that says 42 million without exception. */
export const PRESS_DAY = localDate('2025-03-21');
/** After Permenaker 1/2025 (2025-02-24), three days before the press text. */
export const DIED_ON = localDate('2025-03-18');

export const FIRST_COVER = localDate('2024-05-01');
export const SECOND_COVER = localDate('2025-03-01');

/** The third tranche has been waiting for its cards since the month before last. */
export const thirdCover = (today: LocalDate): LocalDate =>
  localDate(`${addMonthsTo(monthOf(today), -2)}-01`);

export const KUTIM: Regency = {
  name: 'Kabupaten Kutai Timur',
  code: '64.08',
  villages: ['64.08.04.2001', '64.08.12.2001', '64.08.09.2001', '64.08.13.2001'],
  branch: 'BPJS Ketenagakerjaan Cabang Sangatta',
  account: '1240018000888',
  inOfficeFrom: localDate('2024-01-02'),
};

export type KutimScenario = {
  readonly seed: number;
  readonly isScaled: boolean;
  readonly first: number;
  readonly second: number;
  readonly third: number;
  /** What the third tranche may hold: with the others the 150,000 of the press. */
  readonly thirdQuota: number;
  /** Cards of the third tranche that lie at the regency when the demo begins. */
  readonly cardsReceived: number;
};

const MEMBERS_MIN = 4;

export const PRESS_VERIFIED = PRESS.verified;
export const PRESS_TARGET = PRESS.target;

/** So many verified people in the shares of the press; 98,000 give its figures. */
export const kutimScenario = (workers: number, seed: number): KutimScenario => {
  const scaled = (count: number): number => Math.round((count * workers) / PRESS.verified);
  const first = scaled(PRESS.first);
  const second = Math.max(MEMBERS_MIN, scaled(PRESS.second));
  const third = workers - first - second;
  return {
    seed,
    isScaled: workers !== PRESS.verified,
    first,
    second,
    third,
    thirdQuota: scaled(PRESS.target) - first - second,
    cardsReceived: Math.max(1, Math.round(third * 0.6)),
  };
};
