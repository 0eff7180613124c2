// Chapters two to four: the programme that has been running for years is taken over, and closed.
import { addMonthsTo, type Month, monthOf } from '../../../domain/calendar.ts';
import { enterMonths, monthlyLines, monthsBetween } from '../monthly-bills.ts';
import type { Line } from '../narrator.ts';
import { answerRegistration, PER_REFUSAL } from '../registration-office.ts';
import { contentOf, idOf, pathOf, writeClosed } from '../story-parts.ts';
import { FIRST_COVER, firstList, SECOND_COVER, secondList, TAKEN_OVER_ON } from './rosters.ts';
import { runningClaims } from './running-claims.ts';
import { type Scenario, sumOf } from './scenario.ts';
import { sendBack } from './sent-back.ts';
import type { Telling } from './telling.ts';

export type TakenOver = { readonly first: string; readonly second: string };

const takeOverMembers = async (telling: Telling, csv: string): Promise<string> => {
  const { narrator } = telling;
  const list = pathOf(telling, 'peserta-terdaftar-2023.csv');
  await writeClosed(list, csv);
  const taken = await narrator.step({
    title: {
      id: 'Peserta yang sudah terdaftar: KPJ, iuran lunas sampai bulan apa, kartu di tangan siapa',
      en: 'People registered already: KPJ, paid through which month, who holds the card',
    },
    as: 'dinas-rahma',
    args: [
      ...['roster', 'import', list, '--tranche', idOf(telling, 'tranche-1'), '--registered'],
      ...['--as-of', TAKEN_OVER_ON, '--source', 'Daftar peserta BPJS per 17 Juli 2024'],
      ...['--sk', '188.45/412/DISNAKER/2023', '--sk-date', '2023-10-09'],
      ...['--reason', 'ambil alih program berjalan'],
    ],
  });
  return String(taken['rosterId']);
};

type Months = readonly (readonly Line[])[];

/** Those of the city's two tranches; where deaths of grace are told, the last ones are not paid. */
const linesOfMonths = (
  telling: Telling,
  monthsSince: (first: Month) => readonly Month[],
): Months => {
  const { scenario, today } = telling;
  const first = monthlyLines(
    idOf(telling, 'tranche-1'),
    sumOf(scenario.first),
    monthsSince(monthOf(FIRST_COVER)),
  );
  const months = monthsSince(monthOf(SECOND_COVER));
  const second = monthlyLines(idOf(telling, 'tranche-2'), sumOf(scenario.second), months);
  // Who died three days ago may have died in the month before this one.
  const unpaidFrom = scenario.inGrace > 0 ? addMonthsTo(monthOf(today), -1) : null;
  const isUnpaid = (index: number): boolean =>
    unpaidFrom !== null && (months[index] ?? '') >= unpaidFrom;
  return [...first, ...second.map((lines, index) => lines.slice(0, isUnpaid(index) ? 1 : 2))];
};

const enterContributions = async (telling: Telling): Promise<void> => {
  const { narrator, today } = telling;
  narrator.say({ id: 'Dompet kota: iuran ke BPJS', en: 'The purse of the city: contributions' });
  await enterMonths(
    narrator,
    linesOfMonths(telling, (first) => monthsBetween(first, monthOf(today))),
  );
};

const PROPOSED = { on: '2024-09-03', source: 'Usulan kelurahan 2024' };
const DECREED = { on: '2024-09-10', source: 'SK Wali Kota 2024' };
const REGISTERED = { on: '2024-09-24', source: 'Jawaban pendaftaran BPJS 2024' };

/** The ordinary way, as any later tranche goes it: check, decree, registration, cards. */
const enrolSecond = async (telling: Telling): Promise<string> => {
  const { narrator } = telling;
  const list = pathOf(telling, 'usulan-2024.csv');
  const tranche = ['--tranche', idOf(telling, 'tranche-2')];
  await writeClosed(list, secondList(telling.scenario, PER_REFUSAL));
  await narrator.step({
    title: {
      id: 'Daftar baru diperiksa dulu; baris yang salah kembali dengan kolom dan alasan',
      en: 'A new list is checked first; bad rows come back with column and reason',
    },
    as: 'dinas-rahma',
    expect: [0, 1],
    args: ['roster', 'check', list, ...tranche, '--refused-to', pathOf(telling, 'ditolak.csv')],
  });
  const imported = await narrator.step({
    title: { id: 'Diterima: setiap orang satu aliran', en: 'Received: one stream per person' },
    as: 'dinas-rahma',
    past: PROPOSED,
    show: 3,
    args: ['roster', 'import', list, ...tranche],
  });
  const roster = String(imported['rosterId']);
  await narrator.step({
    title: { id: 'Keputusan wali kota menamai mereka', en: 'The decree names them' },
    as: 'kadis-yusuf',
    past: DECREED,
    args: [
      'roster',
      'approve',
      roster,
      '--sk',
      '188.45/377/DISNAKER/2024',
      '--sk-date',
      '2024-09-10',
    ],
  });
  const file = pathOf(telling, 'pendaftaran-2024.csv');
  await narrator.step({
    title: { id: 'Berkas pendaftaran untuk cabang', en: 'The registration file for the branch' },
    as: 'cabang-gita',
    past: REGISTERED,
    args: ['registration', 'export', roster, '-o', file],
  });
  const answer = pathOf(telling, 'jawaban-2024.csv');
  const exported = (await contentOf(file)) ?? Buffer.alloc(0);
  await writeClosed(answer, answerRegistration(exported, { coverStart: SECOND_COVER }));
  await narrator.step({
    title: {
      id: 'Cabang menjawab dengan KPJ; sebagian ditolak walau lolos pemeriksaan kita',
      en: 'The branch answers with KPJ; some are refused although our check had passed them',
    },
    as: 'cabang-gita',
    past: REGISTERED,
    args: ['registration', 'ingest', roster, answer],
  });
  return roster;
};

const takeOverClaims = async (telling: Telling, csv: string): Promise<void> => {
  const file = pathOf(telling, 'klaim-berjalan.csv');
  await writeClosed(file, csv);
  await telling.narrator.step({
    title: {
      id: 'Klaim yang sedang berjalan, masing-masing pada tahapnya, dengan cap tanggalnya',
      en: 'The running claims, each at its stage, with the dates of its stamps',
    },
    as: 'verifikator-ani',
    args: [
      ...['claim', 'import', file, '--as-of', TAKEN_OVER_ON],
      ...['--source', 'Buku agenda klaim cabang', '--reason', 'ambil alih program berjalan'],
    ],
  });
};

const closeHistory = async (telling: Telling): Promise<void> => {
  const through = addMonthsTo(monthOf(telling.today), -1);
  const tranches = ['tranche-1', 'tranche-2'].map((name) => idOf(telling, name));
  const closing = (act: string, as: string): readonly Line[] =>
    tranches.map((id) => ({
      as,
      args: ['history', act, '--tranche', id, '--through', through],
    }));
  await telling.narrator.many({
    title: {
      id: 'Masa lalu ditutup oleh dua orang: setelah ini tidak ada lagi yang dicatat mundur …',
      en: 'Two persons close the past: nothing more is entered backwards after this …',
    },
    lines: closing('propose-close', 'dinas-rahma'),
  });
  await telling.narrator.many({
    title: { id: '… yang kedua mengesahkan', en: '… the second confirms' },
    lines: closing('confirm-close', 'kadis-yusuf'),
  });
};

const describeClaims = ({ paid, refused, verifying }: Scenario, deaths: number) => {
  const also = (word: string): string => (refused > 0 ? `, ${refused} ${word}` : '');
  return {
    id: `Kematian yang sudah diketahui: ${deaths} (${paid} sudah dibayar, ${verifying} dalam verifikasi${also('ditolak')})`,
    en: `Deaths known already: ${deaths} (${paid} paid, ${verifying} in verification${also('refused')})`,
  };
};

export const takeOver = async (telling: Telling): Promise<TakenOver> => {
  const { narrator, scenario } = telling;
  const { csv, registered } = firstList(scenario);
  narrator.chapter({
    id: 'Program yang sudah berjalan diambil alih',
    en: 'A running programme is taken over',
  });
  const first = await takeOverMembers(telling, csv);
  await enterContributions(telling);
  narrator.chapter({
    id: 'Gelombang II, lewat jalan biasa',
    en: 'Tranche II, by the ordinary way',
  });
  const second = await enrolSecond(telling);
  const claims = runningClaims(scenario, registered);
  narrator.chapter(describeClaims(scenario, claims.deaths));
  await takeOverClaims(telling, claims.csv);
  await sendBack(telling);
  await closeHistory(telling);
  return { first, second };
};

export const currentMonthLines = (telling: Telling): readonly Line[] =>
  linesOfMonths(telling, () => [monthOf(telling.today)])
    .flat()
    .map(({ past: _, ...line }) => line);
