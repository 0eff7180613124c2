// The numbers of Bontang as the press told them, and how they shrink for a smaller demo.
import { BONTANG_KELURAHAN } from '../../../domain/region.ts';
import { shareOut } from '../synthetic-roster.ts';

/** domain-rules §8: PKTV 2023-10, Pranala 2024-07, Pelitabaru 2025-01. */
const PRESS = {
  first: 34_782,
  second: 1_995,
  disabled: 345,
  paid: 31,
  verifying: 76,
} as const;

export const PRESS_WORKERS = PRESS.first + PRESS.second;
/** Fewer open cases could not stand in eight different stages. */
const VERIFYING_MIN = 8;
const PAID_MIN = 3;
/** Whose cards are handed over one by one, by scanning. */
export const SCANNED_KELURAHAN = '64.74.02.1001';

/** What else may happen in the story; the press tells of none of it. */
export type Turns = {
  /** Deaths whose claims the branch had refused by the day of the list. */
  readonly refused: number;
  /** Payments of today that the bank books and sends back. */
  readonly returned: number;
  /** Deaths of today in the second tranche, whose last contributions are late. */
  readonly inGrace: number;
};

export const NO_TURNS: Turns = { refused: 0, returned: 0, inGrace: 0 };

export type Scenario = {
  readonly seed: number;
  readonly isScaled: boolean;
  /** Accepted people per tranche, by kelurahan code. */
  readonly first: ReadonlyMap<string, number>;
  readonly second: ReadonlyMap<string, number>;
  readonly disabled: number;
  readonly paid: number;
  readonly verifying: number;
} & Turns;

const shared = (total: number): ReadonlyMap<string, number> => {
  const parts = shareOut(total, BONTANG_KELURAHAN.length);
  return new Map(BONTANG_KELURAHAN.map(({ code }, index) => [code, parts[index] ?? 0]));
};

export const sumOf = (shares: ReadonlyMap<string, number>): number =>
  [...shares.values()].reduce((sum, share) => sum + share, 0);

/** As many people as asked for, in the shares of the press; the full number gives its figures. */
export const scenarioOf = (workers: number, seed: number, turns: Turns = NO_TURNS): Scenario => {
  const scaled = (count: number): number => Math.round((count * workers) / PRESS_WORKERS);
  const second = Math.max(1, scaled(PRESS.second));
  return {
    seed,
    isScaled: workers !== PRESS_WORKERS,
    first: shared(workers - second),
    second: shared(second),
    disabled: scaled(PRESS.disabled),
    paid: Math.max(PAID_MIN, scaled(PRESS.paid)),
    verifying: Math.max(VERIFYING_MIN, scaled(PRESS.verifying)),
    ...turns,
  };
};
