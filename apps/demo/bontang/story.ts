// Bontang, told by ordinary commands: taken over while it runs, then living today.
import { mkdir } from 'node:fs/promises';
import { formatCount, type Language } from '../../copy/format.ts';
import type { Lived } from '../story-parts.ts';
import { handOverCards } from './cards.ts';
import { foundOffices } from './offices.ts';
import { PRESS_WORKERS, sumOf } from './scenario.ts';
import { currentMonthLines, takeOver } from './take-over.ts';
import type { Telling } from './telling.ts';
import { liveToday } from './today.ts';

export const tellBontang = async (telling: Telling): Promise<Lived> => {
  const { narrator, scenario } = telling;
  await mkdir(telling.folder, { recursive: true, mode: 0o700 });
  if (scenario.isScaled) {
    const count = sumOf(scenario.first) + sumOf(scenario.second);
    const of = (language: Language): string => formatCount(PRESS_WORKERS, language);
    narrator.say({
      id: `Versi kecil: ${count} orang dari ${of('id')}; angka lain ikut mengecil.`,
      en: `A smaller telling: ${count} people of ${of('en')}; the other figures shrink too.`,
    });
  }
  await foundOffices(telling);
  const rosters = await takeOver(telling);
  await handOverCards(telling, rosters);
  await narrator.many({
    title: { id: 'Iuran bulan ini', en: 'The contributions of this month' },
    lines: currentMonthLines(telling),
  });
  return liveToday(telling, rosters);
};
