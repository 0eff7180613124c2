// The deaths that the office knew of when it came to us: paid, or standing somewhere in verification.
import { addDays, type LocalDate, localDate } from '../../../domain/calendar.ts';
import type { DocumentKind } from '../../../domain/claim/documents/document-events.ts';
import { csvLine } from '../../../infra/rosters/csv-cell.ts';
import { PAPERS } from '../claim-path.ts';
import { type Draw, drawFrom } from '../pseudo-random.ts';
import { FEMALE_NAMES, SECOND_NAMES } from '../synthetic-names.ts';
import { FIRST_COVER, type Registered, TAKEN_OVER_ON } from './rosters.ts';
import type { Scenario } from './scenario.ts';

const COLUMNS = [
  ...['NIK', 'NO_AGENDA', 'TANGGAL_MENINGGAL', 'TANGGAL_LAPOR', 'TAHAP', 'SALURAN'],
  ...['HUBUNGAN_PELAPOR', 'PELAPOR', 'KRONOLOGI', 'TANGGAL_TERIMA', 'BERKAS', 'TANGGAL_LENGKAP'],
  ...['AHLI_WARIS', 'REKENING', 'BIC', 'TANGGAL_PERIKSA', 'DIUSULKAN_OLEH', 'TANGGAL_USULAN'],
  ...['DIPUTUSKAN_OLEH', 'TANGGAL_KEPUTUSAN', 'NOMOR_KEPUTUSAN', 'JUMLAH_DIPUTUSKAN'],
  ...['TANGGAL_BAYAR', 'JUMLAH_DIBAYAR', 'REFERENSI_BAYAR', 'ALASAN', 'PASAL', 'JALAN_KELUAR'],
] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Readonly<Partial<Record<Column, string>>>;

/** What a sum is under the law of those months (PP 82/2019 Pasal 34, rule M-04). */
const BENEFIT = '42000000';
const LAST_PAYMENT = localDate('2024-07-12');

/** What families lack, as the counters tell it; the first of each is the one asked for next. */
const LACKING: readonly (readonly DocumentKind[])[] = [
  ['DEATH_CERTIFICATE'],
  ['HEIR_STATEMENT', 'BANK_BOOK'],
  ['FAMILY_CARD'],
  ['BANK_BOOK'],
  ['MEMBER_CARD', 'HEIR_STATEMENT'],
  ['HEIR_ID_CARD'],
];

/** How an open file stands: everything that a file says about its stage. */
const OPEN_STAGES = [
  'BARU',
  'KURANG',
  'KURANG',
  'LENGKAP',
  'DIPERIKSA',
  'SIAP',
  'DIUSULKAN',
  'KURANG',
] as const;
type OpenStage = (typeof OPEN_STAGES)[number];

type Death = { readonly who: Registered; readonly diedOn: LocalDate; readonly place: number };

const days = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Evenly over kelurahan and months, from the first week of cover to the day of the list. */
const deathsOf = (scenario: Scenario, registered: readonly Registered[]): readonly Death[] => {
  const count = scenario.paid + scenario.verifying;
  const span = days(FIRST_COVER, TAKEN_OVER_ON) - 20;
  return Array.from({ length: count }, (_, place) => {
    const at = Math.floor(((place + 0.5) * registered.length) / count);
    const who = registered[at];
    if (who === undefined) throw new Error('fewer people than deaths');
    // A step that visits every day before it comes back to one spreads neighbours over the year.
    return { who, place, diedOn: addDays(FIRST_COVER, 3 + ((place * 89) % span)) };
  });
};

const reported = ({ who, diedOn, place }: Death, draw: Draw): Cells => {
  const widow = `${draw.pick(FEMALE_NAMES)} ${draw.pick(SECOND_NAMES)}`;
  const reportedOn = addDays(diedOn, 2 + draw.below(6));
  return {
    NIK: who.nik,
    NO_AGENDA: `JKM/${String(place + 1).padStart(4, '0')}/BTG`,
    TANGGAL_MENINGGAL: diedOn,
    TANGGAL_LAPOR: reportedOn,
    SALURAN: 'KELURAHAN',
    HUBUNGAN_PELAPOR: 'SPOUSE',
    PELAPOR: widow,
    KRONOLOGI: 'Sakit; meninggal di rumah',
    TANGGAL_TERIMA: addDays(reportedOn, 1),
    AHLI_WARIS: `${widow}:SPOUSE`,
    REKENING: `12400${String(draw.below(100_000_000)).padStart(8, '0')}`,
    BIC: 'PDKTIDJ1',
  };
};

const dayOf = (cells: Cells, column: Column): LocalDate => localDate(cells[column] ?? '');

const complete = (cells: Cells, draw: Draw): Cells => ({
  ...cells,
  BERKAS: PAPERS.join(' '),
  TANGGAL_LENGKAP: addDays(dayOf(cells, 'TANGGAL_TERIMA'), 1 + draw.below(3)),
});

const checked = (cells: Cells): Cells => ({
  ...cells,
  TANGGAL_PERIKSA: addDays(dayOf(cells, 'TANGGAL_LENGKAP'), 1),
});

const recommended = (cells: Cells): Cells => ({
  ...cells,
  DIUSULKAN_OLEH: 'verifikator-ani',
  TANGGAL_USULAN: addDays(dayOf(cells, 'TANGGAL_PERIKSA'), 1),
});

const paid = (cells: Cells, place: number): Cells => {
  const decidedOn = addDays(dayOf(cells, 'TANGGAL_USULAN'), 1);
  return {
    ...cells,
    TAHAP: 'DIBAYAR',
    DIPUTUSKAN_OLEH: 'penetap-budi',
    TANGGAL_KEPUTUSAN: decidedOn,
    NOMOR_KEPUTUSAN: `KEP/${place + 1}/JKM/BTG`,
    JUMLAH_DIPUTUSKAN: BENEFIT,
    TANGGAL_BAYAR: addDays(decidedOn, 2),
    JUMLAH_DIBAYAR: BENEFIT,
    REFERENSI_BAYAR: `BPJS-BTG-${String(place + 1).padStart(5, '0')}`,
  };
};

const rejected = (cells: Cells): Cells => ({
  ...cells,
  TAHAP: 'DITOLAK',
  DIPUTUSKAN_OLEH: 'penetap-budi',
  TANGGAL_KEPUTUSAN: addDays(dayOf(cells, 'TANGGAL_LENGKAP'), 2),
  ALASAN: 'pelapor bukan ahli waris menurut surat-suratnya',
  PASAL: 'PP 44/2015',
  JALAN_KELUAR: 'ahli waris yang sah mengajukan klaim, atau keberatan tertulis',
});

const openCells = (stage: OpenStage, base: Cells, over: { draw: Draw; place: number }): Cells => {
  const { draw, place } = over;
  const lacking = LACKING[place % LACKING.length] ?? [];
  const papers = PAPERS.filter((kind) => !lacking.includes(kind)).join(' ');
  switch (stage) {
    case 'BARU':
      return { ...base, TAHAP: 'DILAPORKAN', BERKAS: '' };
    case 'KURANG':
      return { ...base, TAHAP: 'DILAPORKAN', BERKAS: papers };
    case 'LENGKAP':
      return { ...complete(base, draw), TAHAP: 'BERKAS_LENGKAP' };
    case 'DIPERIKSA':
      return { ...checked(complete(base, draw)), TAHAP: 'DIPERIKSA' };
    case 'SIAP':
      return { ...checked(complete(base, draw)), TAHAP: 'SIAP_DIUSULKAN' };
    case 'DIUSULKAN':
      return { ...recommended(checked(complete(base, draw))), TAHAP: 'DIUSULKAN' };
  }
};

/** Others than those who died anyway, so that nothing else in the story moves. */
const refusedDeaths = (
  { refused }: Scenario,
  registered: readonly Registered[],
  known: readonly Death[],
): readonly Death[] => {
  const dead = new Set(known.map(({ who }) => who.nik));
  return registered
    .filter(({ nik }) => !dead.has(nik))
    .slice(0, refused)
    .map((who, index) => {
      const place = known.length + index;
      return { who, place, diedOn: addDays(FIRST_COVER, 30 + index) };
    });
};

/** The earliest deaths were the ones paid by the day of the list. */
const isPayable = ({ diedOn }: Death): boolean => addDays(diedOn, 20) <= LAST_PAYMENT;

export type RunningClaims = { readonly csv: string; readonly deaths: number };

/** One row per death, as `claim import` takes them; the same scenario gives the same bytes. */
export const runningClaims = (
  scenario: Scenario,
  registered: readonly Registered[],
): RunningClaims => {
  const draw = drawFrom(`${scenario.seed}|claims`);
  const deaths = deathsOf(scenario, registered);
  const byDay = deaths.toSorted((a, b) => (a.diedOn < b.diedOn ? -1 : 1));
  const early = byDay.filter(isPayable);
  const every = Math.max(1, Math.floor(early.length / scenario.paid));
  const paidPlaces = new Set(
    early
      .filter((_, index) => index % every === 0)
      .slice(0, scenario.paid)
      .map((d) => d.place),
  );
  let open = 0;
  const rows = byDay.map((death): Cells => {
    const base = reported(death, draw);
    if (paidPlaces.has(death.place))
      return paid(recommended(checked(complete(base, draw))), death.place);
    const stage = OPEN_STAGES[open % OPEN_STAGES.length] ?? 'BARU';
    open += 1;
    return openCells(stage, base, { draw, place: open });
  });
  for (const death of refusedDeaths(scenario, registered, deaths))
    rows.push(rejected(complete(reported(death, draw), draw)));
  const lines = rows.map((cells) => csvLine(COLUMNS.map((column) => cells[column] ?? '')));
  return { csv: csvLine(COLUMNS) + lines.join(''), deaths: rows.length };
};
