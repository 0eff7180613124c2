// Chapter five: cards. Lists for whole kelurahan, and one kelurahan where each card is scanned.
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { BONTANG_KELURAHAN } from '../../../domain/region.ts';
import { csvLine } from '../../../infra/rosters/csv-cell.ts';
import { contentOf, pathOf, writeClosed } from '../story-parts.ts';
import { officerOf } from './players.ts';
import { SCANNED_KELURAHAN, sumOf } from './scenario.ts';
import type { TakenOver } from './take-over.ts';
import type { Telling } from './telling.ts';

const printed = z.array(z.object({ KARTU: z.string(), KELURAHAN: z.string(), QR: z.string() }));
type Printed = z.infer<typeof printed>;

const SCANNERS = 16;

const cardsIn = async (path: string): Promise<Printed> => {
  const bytes = await contentOf(path);
  return bytes === undefined ? [] : printed.parse(parse(bytes, { columns: true, bom: true }));
};

/** Every card of the second tranche but those of the kelurahan that scans. */
const handOverSecond = async (telling: Telling, roster: string): Promise<void> => {
  const { narrator, scenario } = telling;
  await narrator.settle(
    ['roster', 'show', roster],
    (json) => Number(json['cardsIssued'] ?? json['registered'] ?? 0) >= sumOf(scenario.second),
  );
  const file = pathOf(telling, 'kartu-gelombang-2.csv');
  const print = { as: 'cabang-gita', args: ['card', 'print', '--roster', roster, '-o', file] };
  // Told again, the cards are in their owners' hands, and the file of the first time stands.
  if ((await contentOf(file)) === undefined)
    await narrator.step({
      title: { id: 'Berkas untuk pencetak kartu', en: 'The file for the card printer' },
      ...print,
    });
  const cards = (await cardsIn(file)).filter(({ KELURAHAN }) => KELURAHAN !== SCANNED_KELURAHAN);
  for (const district of new Set(BONTANG_KELURAHAN.map(({ code }) => code.slice(0, 8)))) {
    const here = cards.filter(({ KELURAHAN }) => KELURAHAN.startsWith(`${district}.`));
    if (here.length === 0) continue;
    const list = pathOf(telling, `serah-terima-${district}.csv`);
    await writeClosed(
      list,
      ['KARTU', ...here.map(({ KARTU }) => KARTU)].map((c) => csvLine([c])).join(''),
    );
    await narrator.step({
      title: {
        id: `Kartu diserahkan menurut daftar di kecamatan ${district}`,
        en: `Cards handed over by list in district ${district}`,
      },
      as: officerOf(`${district}.1001`),
      args: ['card', 'hand-over', list, '--place', district],
    });
  }
};

/** One whole kelurahan: each card scanned, and from then on a workflow carries its holder. */
const scanAll = async (telling: Telling): Promise<void> => {
  const { narrator } = telling;
  const officer = officerOf(SCANNED_KELURAHAN);
  const file = pathOf(telling, `kartu-${SCANNED_KELURAHAN}.csv`);
  if ((await contentOf(file)) === undefined)
    await narrator.step({
      title: {
        id: 'Tanjung Laut: kartunya masih di kantor lurah; dicetak ulang dengan QR',
        en: 'Tanjung Laut: its cards still lie in the office; printed again with a QR',
      },
      as: officer,
      args: ['card', 'print', '--kelurahan', SCANNED_KELURAHAN, '-o', file],
    });
  await narrator.many({
    title: {
      id: 'Setiap warga datang, kartunya dipindai; sejak itu satu alur kerja membawanya',
      en: 'Everyone comes, the card is scanned; from then on one workflow carries the person',
    },
    lines: (await cardsIn(file)).map(({ QR }) => ({
      as: officer,
      args: ['card', 'scan', QR, '--place', SCANNED_KELURAHAN],
    })),
    atOnce: SCANNERS,
  });
};

export const handOverCards = async (telling: Telling, rosters: TakenOver): Promise<void> => {
  telling.narrator.chapter({ id: 'Kartu sampai di tangan', en: 'Cards reach their hands' });
  await handOverSecond(telling, rosters.second);
  await scanAll(telling);
};
