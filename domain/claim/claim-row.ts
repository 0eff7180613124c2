// The pure check of one row of a claim list: what it says in our words, or why it cannot be taken.
import type { LocalDate } from '../calendar.ts';
import { nameForms, personIn, type TextKind } from '../free-text.ts';
import { type Nik, readNik } from '../identity.ts';
import { type RupiahText, rupiah, rupiahText } from '../money.ts';
import { readWrittenDate } from '../roster/written-date.ts';
import type { HeirRelation } from './assessment/assessment-events.ts';
import { DOCUMENT_KINDS, type DocumentKind } from './documents/document-events.ts';
import {
  REPORT_CHANNELS,
  type ReportChannel,
  type ReporterRelation,
} from './intake/report-events.ts';
import { TAKEN_OVER_STAGES, type TakenOverStage } from './take-over/take-over-events.ts';

export const CLAIM_COLUMNS = [
  'NIK',
  'NO_AGENDA',
  'TANGGAL_MENINGGAL',
  'TANGGAL_LAPOR',
  'TAHAP',
  'SALURAN',
  'HUBUNGAN_PELAPOR',
  'PELAPOR',
  'KONTAK',
  'KRONOLOGI',
  'KECELAKAAN_KERJA',
  'TANGGAL_TERIMA',
  'BERKAS',
  'TANGGAL_LENGKAP',
  'TANGGAL_PERIKSA',
  'AHLI_WARIS',
  'REKENING',
  'BIC',
  'DIUSULKAN_OLEH',
  'TANGGAL_USULAN',
  'DIPUTUSKAN_OLEH',
  'TANGGAL_KEPUTUSAN',
  'NOMOR_KEPUTUSAN',
  'JUMLAH_DIPUTUSKAN',
  'ALASAN',
  'PASAL',
  'JALAN_KELUAR',
  'TANGGAL_BAYAR',
  'JUMLAH_DIBAYAR',
  'REFERENSI_BAYAR',
] as const;
export type ClaimColumn = (typeof CLAIM_COLUMNS)[number];
export const NEEDED_CLAIM_COLUMNS: readonly ClaimColumn[] = [
  ...(['NIK', 'TANGGAL_MENINGGAL', 'TANGGAL_LAPOR', 'TAHAP'] as const),
];

/** One row as the file has it: trimmed text by column, empty where the file has no such column. */
export type ClaimCells = Readonly<Record<ClaimColumn, string>>;

export const CLAIM_ROW_PROBLEMS = [
  'NIK_INVALID',
  'NIK_TWICE_IN_FILE',
  'NOT_A_MEMBER',
  'DAY_INVALID',
  'AMOUNT_INVALID',
  'STAGE_UNKNOWN',
  'CHANNEL_UNKNOWN',
  'RELATION_UNKNOWN',
  'PAPER_UNKNOWN',
  'HEIRS_INVALID',
  'ACCOUNT_INVALID',
  'VALUE_MISSING',
  'NAMES_A_PERSON',
] as const;
export type ClaimRowProblem = (typeof CLAIM_ROW_PROBLEMS)[number];
export type ClaimCellFault = { readonly column: ClaimColumn; readonly problem: ClaimRowProblem };

/** Personal data: it is sealed before it travels on. */
export type ReadClaimRow = {
  readonly row: number;
  readonly nik: Nik;
  readonly stage: TakenOverStage;
  readonly days: Readonly<Partial<Record<ClaimColumn, LocalDate>>>;
  readonly amounts: Readonly<Partial<Record<ClaimColumn, RupiahText>>>;
  readonly channel: ReportChannel;
  readonly relation: ReporterRelation;
  readonly workAccidentSuspected: boolean;
  readonly papers: readonly DocumentKind[];
  readonly heirs: readonly { readonly name: string; readonly relation: HeirRelation }[];
  readonly text: ClaimCells;
};

export type ClaimRowReading = {
  /** Null when a cell refuses the row. */
  readonly accepted: ReadClaimRow | null;
  readonly faults: readonly ClaimCellFault[];
};

const STAGE_WORDS: Readonly<Record<string, TakenOverStage>> = {
  DILAPORKAN: 'REPORTED',
  BERKAS_LENGKAP: 'DOCUMENTS_COMPLETE',
  DIPERIKSA: 'CHECKED',
  SIAP_DIUSULKAN: 'READY_TO_RECOMMEND',
  DIUSULKAN: 'RECOMMENDED',
  DIPUTUSKAN: 'DECIDED',
  DITOLAK: 'REJECTED',
  DICABUT: 'WITHDRAWN',
  DIBAYAR: 'PAID',
};
const RELATIONS: readonly ReporterRelation[] = [
  ...(['OFFICER', 'SPOUSE', 'CHILD', 'PARENT', 'NEIGHBOUR', 'FACILITY', 'OTHER'] as const),
];
const HEIR_RELATIONS: readonly HeirRelation[] = [
  ...(['SPOUSE', 'CHILD', 'PARENT', 'GRANDPARENT', 'GRANDCHILD'] as const),
  ...(['SIBLING', 'PARENT_IN_LAW', 'WILL', 'COURT_NAMED', 'FUNERAL_ORGANISER'] as const),
];
const DAY_COLUMNS: readonly ClaimColumn[] = CLAIM_COLUMNS.filter((c) => c.startsWith('TANGGAL_'));
const AMOUNT_COLUMNS: readonly ClaimColumn[] = ['JUMLAH_DIPUTUSKAN', 'JUMLAH_DIBAYAR'];

const WITH_HEIRS: readonly ClaimColumn[] = ['AHLI_WARIS', 'REKENING', 'BIC'];
const NEEDED: Readonly<Record<TakenOverStage, readonly ClaimColumn[]>> = {
  REPORTED: [],
  DOCUMENTS_COMPLETE: ['BERKAS', 'TANGGAL_LENGKAP'],
  CHECKED: ['BERKAS', 'TANGGAL_LENGKAP'],
  READY_TO_RECOMMEND: ['BERKAS', 'TANGGAL_LENGKAP', ...WITH_HEIRS],
  RECOMMENDED: [
    ...(['BERKAS', 'TANGGAL_LENGKAP', 'TANGGAL_USULAN', 'DIUSULKAN_OLEH'] as const),
    ...WITH_HEIRS,
  ],
  DECIDED: [
    ...(['BERKAS', 'TANGGAL_LENGKAP', 'TANGGAL_USULAN', 'DIUSULKAN_OLEH'] as const),
    ...WITH_HEIRS,
    ...(['TANGGAL_KEPUTUSAN', 'DIPUTUSKAN_OLEH', 'JUMLAH_DIPUTUSKAN'] as const),
  ],
  REJECTED: ['TANGGAL_KEPUTUSAN', 'DIPUTUSKAN_OLEH', 'ALASAN', 'PASAL', 'JALAN_KELUAR'],
  WITHDRAWN: ['TANGGAL_KEPUTUSAN', 'ALASAN'],
  PAID: ['TANGGAL_BAYAR', 'JUMLAH_DIBAYAR', 'REFERENSI_BAYAR'],
};

const codeIn = <Code extends string>(
  text: string,
  known: readonly Code[],
  usual: Code,
): Code | null => {
  if (text === '') return usual;
  return known.find((code) => code === text.toUpperCase().replaceAll(' ', '_')) ?? null;
};

const stageIn = (text: string): TakenOverStage | null => {
  const word = text.toUpperCase().replaceAll(/[ -]/g, '_');
  return TAKEN_OVER_STAGES.find((stage) => stage === word) ?? STAGE_WORDS[word] ?? null;
};

const papersIn = (text: string): readonly DocumentKind[] | null => {
  const words = text
    .toUpperCase()
    .split(/[\s,;|]+/)
    .filter((word) => word !== '');
  const papers = DOCUMENT_KINDS.filter((kind) => words.includes(kind));
  return papers.length === new Set(words).size ? papers : null;
};

/** `Siti Aminah:SPOUSE; Budi:CHILD`; the first one is the payee. */
const heirsIn = (text: string): ReadClaimRow['heirs'] | null => {
  const parts = text.split(/[;|]/).filter((part) => part.trim() !== '');
  const heirs = parts.flatMap((part) => {
    const [name = '', word = ''] = part.split(':').map((piece) => piece.trim());
    const relation = HEIR_RELATIONS.find((known) => known === word.toUpperCase());
    return name === '' || relation === undefined ? [] : [{ name, relation }];
  });
  return heirs.length === parts.length ? heirs : null;
};

const readDays = (cells: ClaimCells) => {
  const days: Partial<Record<ClaimColumn, LocalDate>> = {};
  const faults: ClaimCellFault[] = [];
  for (const column of DAY_COLUMNS) {
    if (cells[column] === '') continue;
    const written = readWrittenDate(cells[column]);
    if (written === null) faults.push({ column, problem: 'DAY_INVALID' });
    else days[column] = written.date;
  }
  return { days, faults };
};

const readAmounts = (cells: ClaimCells) => {
  const amounts: Partial<Record<ClaimColumn, RupiahText>> = {};
  const faults: ClaimCellFault[] = [];
  for (const column of AMOUNT_COLUMNS) {
    const text = cells[column].replaceAll(/^Rp\s*|[.\s]/g, '');
    if (text === '') continue;
    if (!/^\d{1,15}$/.test(text)) faults.push({ column, problem: 'AMOUNT_INVALID' });
    else amounts[column] = rupiahText(rupiah(BigInt(text)));
  }
  return { amounts, faults };
};

const accountFaults = ({ REKENING, BIC }: ClaimCells): readonly ClaimCellFault[] => [
  ...(REKENING === '' || /^\d{8,20}$/.test(REKENING)
    ? []
    : [{ column: 'REKENING', problem: 'ACCOUNT_INVALID' } as const]),
  ...(BIC === '' || /^[A-Z0-9]{8}([A-Z0-9]{3})?$/.test(BIC)
    ? []
    : [{ column: 'BIC', problem: 'ACCOUNT_INVALID' } as const]),
];

const neededFaults = (cells: ClaimCells, stage: TakenOverStage | null) => {
  const needed = [...NEEDED_CLAIM_COLUMNS, ...(stage === null ? [] : NEEDED[stage])];
  return needed
    .filter((column) => cells[column] === '')
    .map((column): ClaimCellFault => ({ column, problem: 'VALUE_MISSING' }));
};

/** They are recorded in the clear. */
const PLAIN: readonly (readonly [ClaimColumn, TextKind])[] = [
  ...([
    ['NO_AGENDA', 'NUMBER'],
    ['NOMOR_KEPUTUSAN', 'NUMBER'],
  ] as const),
  ...([
    ['REFERENSI_BAYAR', 'NUMBER'],
    ['ALASAN', 'PROSE'],
    ['PASAL', 'PROSE'],
  ] as const),
  ...([
    ['JALAN_KELUAR', 'PROSE'],
    ['DIUSULKAN_OLEH', 'CODE'],
    ['DIPUTUSKAN_OLEH', 'CODE'],
  ] as const),
];
const BY_OFFICE: readonly (ReporterRelation | null)[] = ['OFFICER', 'FACILITY'];

/** The row itself names its people; the worker's name is known only where the claim is entered. */
const personFaults = (
  cells: ClaimCells,
  heirs: ReadClaimRow['heirs'] | null,
  relation: ReporterRelation | null,
): readonly ClaimCellFault[] => {
  const reporter = BY_OFFICE.includes(relation) ? [] : [cells.PELAPOR];
  const names = nameForms([...(heirs ?? []).map(({ name }) => name), ...reporter]);
  const isNamed = (text: string, kind: TextKind): boolean =>
    personIn(text, kind === 'CODE' && /\s/.test(text) ? 'PROSE' : kind, names) !== null;
  return PLAIN.filter(([column, kind]) => isNamed(cells[column], kind)).map(
    ([column]): ClaimCellFault => ({ column, problem: 'NAMES_A_PERSON' }),
  );
};

const YES = /^(ya|y|yes|true|1)$/i;

const readRow = (row: number, cells: ClaimCells): ClaimRowReading => {
  const nik = readNik(cells.NIK.replaceAll(/\s/g, ''));
  const stage = stageIn(cells.TAHAP);
  const channel = codeIn(cells.SALURAN, REPORT_CHANNELS, 'KELURAHAN');
  const relation = codeIn(cells.HUBUNGAN_PELAPOR, RELATIONS, 'OFFICER');
  const papers = papersIn(cells.BERKAS);
  const heirs = heirsIn(cells.AHLI_WARIS);
  const { days, faults: dayFaults } = readDays(cells);
  const { amounts, faults: amountFaults } = readAmounts(cells);
  const odd = (column: ClaimColumn, problem: ClaimRowProblem, isOdd: boolean) =>
    isOdd && cells[column] !== '' ? [{ column, problem }] : [];
  const faults: readonly ClaimCellFault[] = [
    ...odd('NIK', 'NIK_INVALID', nik.status === 'implausible'),
    ...odd('TAHAP', 'STAGE_UNKNOWN', stage === null),
    ...odd('SALURAN', 'CHANNEL_UNKNOWN', channel === null),
    ...odd('HUBUNGAN_PELAPOR', 'RELATION_UNKNOWN', relation === null),
    ...odd('BERKAS', 'PAPER_UNKNOWN', papers === null),
    ...odd('AHLI_WARIS', 'HEIRS_INVALID', heirs === null),
    ...[...dayFaults, ...amountFaults, ...accountFaults(cells), ...neededFaults(cells, stage)],
    ...personFaults(cells, heirs, relation),
  ];
  if (faults.length > 0 || nik.status === 'implausible' || stage === null)
    return { accepted: null, faults };
  if (channel === null || relation === null || papers === null || heirs === null)
    return { accepted: null, faults };
  const workAccidentSuspected = YES.test(cells.KECELAKAAN_KERJA);
  const read = { row, nik: nik.nik, stage, days, amounts, channel, relation };
  return { accepted: { ...read, workAccidentSuspected, papers, heirs, text: cells }, faults };
};

/** Checks the rows of one file in their order; a person dies once. */
export const claimRowCheck = () => {
  const taken = new Set<string>();
  return (row: number, cells: ClaimCells): ClaimRowReading => {
    const reading = readRow(row, cells);
    if (reading.accepted === null) return reading;
    if (taken.has(reading.accepted.nik))
      return { accepted: null, faults: [{ column: 'NIK', problem: 'NIK_TWICE_IN_FILE' }] };
    taken.add(reading.accepted.nik);
    return reading;
  };
};
