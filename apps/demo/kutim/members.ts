// Chapters two and three: two tranches that run already, and a third whose contribution waits for cards.
import { addDays, addMonthsTo, type LocalDate, monthOf } from '../../../domain/calendar.ts';
import { enterMonths, monthlyLines, monthsBetween } from '../monthly-bills.ts';
import type { Words } from '../narrator.ts';
import { closePast, enrolList, takeOverList } from '../regency/enrolment.ts';
import { openTranche, type Tranche } from '../regency/founding.ts';
import { listOf, peopleOf, putForward, registeredListOf } from '../regency/lists.ts';
import { idOf } from '../story-parts.ts';
import { FIRST_COVER, KUTIM, PRESS_DAY, SECOND_COVER, thirdCover } from './scenario.ts';
import type { KutimTelling } from './telling.ts';

export const PROGRAMME = 'kutim';

const tranches = (telling: KutimTelling): readonly Tranche[] => {
  const { scenario, today } = telling;
  const cover = thirdCover(today);
  return [
    {
      ...{ key: 'gelombang-1', programme: PROGRAMME, name: 'Menuju 60.000' },
      ...{ coverFrom: FIRST_COVER, quota: scenario.first },
      opened: { on: addDays(FIRST_COVER, -30), source: 'SK Bupati 2024' },
    },
    {
      ...{ key: 'gelombang-2', programme: PROGRAMME, name: 'Menuju 80.000' },
      ...{ coverFrom: SECOND_COVER, quota: scenario.second },
      opened: { on: addDays(SECOND_COVER, -30), source: 'SK Bupati 2025' },
    },
    {
      ...{ key: 'gelombang-3', programme: PROGRAMME, name: 'Menuju 150.000' },
      ...{ coverFrom: cover, quota: scenario.thirdQuota },
      opened: { on: addDays(cover, -40), source: 'SK Bupati' },
      gate: ['--gate', 'RECEIVED', '--gate-share', '100', '--gate-of', 'QUOTA'],
    },
  ];
};

type TakenOver = {
  readonly key: 'gelombang-1' | 'gelombang-2';
  readonly list: number;
  readonly good: number;
  readonly coverFrom: LocalDate;
  readonly title: Words;
};

const takeOver = (telling: KutimTelling, part: TakenOver): Promise<string> => {
  const { coverFrom, good, key, list, title } = part;
  const { seed } = telling.scenario;
  const { villages } = KUTIM;
  const people = peopleOf({ seed, villages, list, good, coverFrom, withFaults: false });
  return takeOverList(telling, {
    ...{ tranche: key, title },
    csv: registeredListOf(people, {
      ...{ coverFrom, paidThrough: monthOf(PRESS_DAY) },
      cards: addDays(coverFrom, 14),
    }),
    asOf: { on: PRESS_DAY, source: 'Daftar peserta BPJS 21 Maret 2025' },
  });
};

export type KutimRosters = { readonly first: string; readonly second: string };

export const takeOverTwo = async (telling: KutimTelling): Promise<KutimRosters> => {
  const { narrator, scenario, today } = telling;
  narrator.chapter({
    id: 'Menuju 60.000, lalu 80.000: yang sudah berjalan',
    en: 'Towards 60,000, then 80,000: what runs already',
  });
  await narrator.many({
    title: {
      id: 'Tiga gelombang; iuran yang ketiga baru dibayar kalau semua kartunya diterima',
      en: 'Three tranches; the third is paid for only when all of its cards were received',
    },
    lines: tranches(telling)
      .map((tranche) => openTranche(telling, tranche))
      .toReversed(),
  });
  const first = await takeOver(telling, {
    ...{ key: 'gelombang-1', list: 0, good: scenario.first, coverFrom: FIRST_COVER },
    title: { id: 'Peserta sejak Mei 2024', en: 'Members since May 2024' },
  });
  const second = await takeOver(telling, {
    ...{ key: 'gelombang-2', list: 1, good: scenario.second, coverFrom: SECOND_COVER },
    title: { id: 'Peserta sejak 1 Maret 2025', en: 'Members since 1 March 2025' },
  });
  const bills = [
    { key: 'gelombang-1', workers: scenario.first, from: monthOf(FIRST_COVER) },
    { key: 'gelombang-2', workers: scenario.second, from: monthOf(SECOND_COVER) },
  ].flatMap(({ key, workers, from }) =>
    monthlyLines(idOf(telling, key), workers, monthsBetween(from, monthOf(today))),
  );
  await enterMonths(narrator, bills);
  return { first, second };
};

export const enrolThird = async (telling: KutimTelling): Promise<void> => {
  const { narrator, scenario, today } = telling;
  const { seed, third } = scenario;
  const coverFrom = thirdCover(today);
  narrator.chapter({
    id: 'Menuju 150.000: gelombang yang menunggu kartu',
    en: 'Towards 150,000: the tranche that waits for cards',
  });
  const good = putForward(third);
  const { villages } = KUTIM;
  const rows = peopleOf({ seed, villages, list: 2, good, coverFrom, withFaults: true });
  await enrolList(telling, {
    ...{ name: 'usulan-gelombang-3', tranche: 'gelombang-3', csv: listOf(rows), coverFrom },
    decree: `188.4.45/512/${coverFrom.slice(0, 4)}`,
    proposed: { on: addDays(coverFrom, -20), source: 'Usulan desa' },
    decreed: { on: addDays(coverFrom, -10), source: 'SK Bupati' },
    registered: { on: addDays(coverFrom, -3), source: 'Jawaban pendaftaran BPJS' },
    titles: {
      check: {
        id: 'Daftar desa diperiksa; baris yang salah kembali dengan kolom dan alasan',
        en: 'The lists of the villages are checked; bad rows come back with column and reason',
      },
      registered: {
        id: 'Cabang menjawab dengan KPJ; satu dari seratus ditolaknya',
        en: 'The branch answers with KPJ; it refuses one in a hundred',
      },
    },
  });
  const keys = ['gelombang-1', 'gelombang-2', 'gelombang-3'];
  await closePast(telling, keys, addMonthsTo(monthOf(today), -1));
};
