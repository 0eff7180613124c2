// The stories that `lindung demo` can tell: their sizes, the days of their figures, their data folders.
import { join } from 'node:path';
import { type LocalDate, localDate } from '../../domain/calendar.ts';
import { PRESS_WORKERS, scenarioOf } from './bontang/scenario.ts';
import { tellBontang } from './bontang/story.ts';
import { kotabaruScenario } from './kotabaru/scenario.ts';
import { tellKotabaru } from './kotabaru/story.ts';
import { PRESS_DAY as KUTIM_PRESS, kutimScenario } from './kutim/scenario.ts';
import { tellKutim } from './kutim/story.ts';
import type { Lived, Story } from './story-parts.ts';

export type City = {
  readonly name: 'bontang' | 'kutim' | 'kotabaru';
  readonly workers: number;
  /** A small town cannot hold every part of the story. */
  readonly workersMin: number;
  readonly days: readonly LocalDate[];
  tell(story: Story, wish: { readonly workers: number; readonly seed: number }): Promise<Lived>;
};

const REGENCY_WORKERS = 3_000;
const REGENCY_WORKERS_MIN = 30;

export const CITIES: readonly City[] = [
  {
    name: 'bontang',
    workers: PRESS_WORKERS,
    workersMin: 1,
    // The day of the press figures (Pranala), and the month of the full number (Pelitabaru).
    days: [localDate('2024-07-17'), localDate('2025-01-31')],
    tell: (story, { seed, workers }) =>
      tellBontang({ ...story, scenario: scenarioOf(workers, seed) }),
  },
  {
    name: 'kutim',
    workers: REGENCY_WORKERS,
    workersMin: REGENCY_WORKERS_MIN,
    days: [KUTIM_PRESS],
    tell: (story, { seed, workers }) =>
      tellKutim({ ...story, scenario: kutimScenario(workers, seed) }),
  },
  {
    name: 'kotabaru',
    workers: REGENCY_WORKERS,
    workersMin: REGENCY_WORKERS_MIN,
    days: [localDate('2024-12-31')],
    tell: (story, { seed, workers }) =>
      tellKotabaru({ ...story, scenario: kotabaruScenario(workers, seed) }),
  },
];

/** Which telling it is: another size or seed is another story, with other people. */
export type Telling = { readonly city: City; readonly workers: number; readonly seed: number };

export const nameOfTelling = ({ city, seed, workers }: Telling): string =>
  `${city.name}-${workers}-${seed}`;

/** The files of every story told in a data folder lie here, each in a folder of its name. */
export const STORIES = 'demo';

/**
 * Bontang is told in the installation's own folder, every other city in one of its own inside; where
 * another telling of the city was first, this one gets a folder that bears its name.
 */
export const dataFolderOf = (
  telling: Telling,
  dataDir: string,
  toldIn: (folder: string) => readonly string[],
): string => {
  const { name } = telling.city;
  const own = name === 'bontang' ? dataDir : join(dataDir, name);
  const told = toldIn(join(own, STORIES));
  const isFree = told.length === 0 || told.includes(nameOfTelling(telling));
  return isFree ? own : join(dataDir, nameOfTelling(telling));
};
