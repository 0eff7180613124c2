// Reads a list of requests for the sponsor's own aid: one line per death and heir.
import type { LocalDate } from '../../domain/calendar.ts';
import { readNik } from '../../domain/identity.ts';
import { AID_PAPERS, type AidPaper } from '../../domain/local-aid/fund-events.ts';
import { isAreaCode, readKelurahan } from '../../domain/region.ts';
import { readWrittenDate } from '../../domain/roster/written-date.ts';
import { cellText, csvLine } from './csv-cell.ts';
import { type ColumnNames, findColumns } from './csv-columns.ts';
import { CSV_LIMITS, type CsvRefusal, openCsv } from './csv-table.ts';

const COLUMNS = [
  ...['NIK_ALMARHUM', 'NAMA_ALMARHUM', 'TANGGAL_WAFAT', 'KELURAHAN', 'MISKIN'],
  ...['NAMA_AHLI_WARIS', 'REKENING', 'BIC', 'BERKAS'],
] as const;
export type AidColumn =
  | 'NIK_ALMARHUM'
  | 'NAMA_ALMARHUM'
  | 'TANGGAL_WAFAT'
  | 'KELURAHAN'
  | 'MISKIN'
  | 'NAMA_AHLI_WARIS'
  | 'REKENING'
  | 'BIC'
  | 'BERKAS';

const NAMES: ColumnNames<AidColumn> = {
  NIK_ALMARHUM: ['NIK', 'NIK MENINGGAL'],
  NAMA_ALMARHUM: ['NAMA', 'NAMA MENINGGAL'],
  TANGGAL_WAFAT: ['TANGGAL MENINGGAL', 'TGL WAFAT', 'TGL MENINGGAL'],
  KELURAHAN: ['KODE KELURAHAN', 'DESA'],
  MISKIN: ['TERDATA MISKIN', 'DTKS'],
  NAMA_AHLI_WARIS: ['AHLI WARIS', 'PENERIMA'],
  REKENING: ['NO REKENING', 'NOMOR REKENING'],
  BIC: ['KODE BANK', 'BANK'],
  BERKAS: ['BERKAS DITERIMA', 'PAPERS'],
};

/** Personal data: lives as long as the import of its row. */
export type AidLine = {
  readonly row: number;
  readonly nik: string;
  readonly name: string;
  readonly deathDate: LocalDate;
  readonly kelurahan: string;
  readonly isPoor: boolean;
  readonly heirName: string;
  readonly account: string;
  readonly bic: string;
  readonly papers: readonly AidPaper[];
};

export type AidListReading =
  | {
      readonly status: 'read';
      readonly lines: readonly AidLine[];
      /** The first column of a row that cannot be read; never its text. */
      readonly faults: readonly { readonly row: number; readonly column: AidColumn }[];
    }
  | { readonly status: 'refused'; readonly refusal: CsvRefusal };

const YES = ['Y', 'YA', '1', 'MISKIN', 'TRUE'];
const NO = ['T', 'TIDAK', 'N', '0', 'FALSE', ''];

type Cells = (column: AidColumn) => string;

const kelurahanIn = (text: string, region: string): string | null => {
  const found = readKelurahan(text, region);
  if (found.status === 'found') return found.code;
  // A code of elsewhere is read as it stands: whether that is refused, the terms say.
  return isAreaCode(text) && text.length > 8 ? text : null;
};

const papersIn = (text: string): readonly AidPaper[] | null => {
  const words = text
    .toUpperCase()
    .split(/[\s,;+]+/)
    .filter((word) => word !== '');
  const papers = AID_PAPERS.filter((paper) => words.includes(paper));
  return papers.length === new Set(words).size ? papers : null;
};

const faultOf = (cell: Cells, region: string): AidColumn | null => {
  const poor = cell('MISKIN').toUpperCase();
  if (readNik(cell('NIK_ALMARHUM')).status !== 'plausible') return 'NIK_ALMARHUM';
  if (cell('NAMA_ALMARHUM') === '') return 'NAMA_ALMARHUM';
  if (readWrittenDate(cell('TANGGAL_WAFAT')) === null) return 'TANGGAL_WAFAT';
  if (kelurahanIn(cell('KELURAHAN'), region) === null) return 'KELURAHAN';
  if (!YES.includes(poor) && !NO.includes(poor)) return 'MISKIN';
  if (cell('NAMA_AHLI_WARIS') === '') return 'NAMA_AHLI_WARIS';
  if (!/^\d{8,20}$/.test(cell('REKENING').replace(/[ .-]/g, ''))) return 'REKENING';
  if (!/^[A-Z0-9]{8}([A-Z0-9]{3})?$/.test(cell('BIC').toUpperCase())) return 'BIC';
  return papersIn(cell('BERKAS')) === null ? 'BERKAS' : null;
};

const lineOf = (row: number, cell: Cells, region: string): AidLine | AidColumn => {
  const fault = faultOf(cell, region);
  const deathDate = readWrittenDate(cell('TANGGAL_WAFAT'))?.date;
  const kelurahan = kelurahanIn(cell('KELURAHAN'), region);
  if (fault !== null || deathDate === undefined || kelurahan === null)
    return fault ?? 'TANGGAL_WAFAT';
  return {
    ...{ row, nik: cell('NIK_ALMARHUM'), name: cell('NAMA_ALMARHUM'), deathDate, kelurahan },
    isPoor: YES.includes(cell('MISKIN').toUpperCase()),
    ...{ heirName: cell('NAMA_AHLI_WARIS'), bic: cell('BIC').toUpperCase() },
    account: cell('REKENING').replace(/[ .-]/g, ''),
    papers: papersIn(cell('BERKAS')) ?? [],
  };
};

export const readAidList = async (bytes: Uint8Array, region: string): Promise<AidListReading> => {
  const table = await openCsv([bytes], CSV_LIMITS);
  if ('code' in table) return { status: 'refused', refusal: table };
  const found = findColumns(table.header, NAMES, () => false);
  if ('refused' in found) return { status: 'refused', refusal: found.refused };
  const lines: AidLine[] = [];
  const faults: { row: number; column: AidColumn }[] = [];
  for await (const { row, cells } of table.rows) {
    const cell: Cells = (column) => cellText(cells[found.places[column] ?? -1] ?? '');
    const read = lineOf(row, cell, region);
    if (typeof read === 'string') faults.push({ row, column: read });
    else lines.push(read);
  }
  const refusal = table.refusal();
  return refusal === null ? { status: 'read', lines, faults } : { status: 'refused', refusal };
};

/** A head and one line that nobody can mistake for a person. */
export const aidTemplate = (): string =>
  [
    csvLine(COLUMNS, ';'),
    csvLine(
      [
        ...['6474010101500001', 'CONTOH ALMARHUM', '2026-01-20', '64.74.01.1001', 'YA'],
        ...['CONTOH AHLI WARIS', '0012345678', 'PDKTIDJ1', 'DEATH_CERTIFICATE FAMILY_CARD'],
      ],
      ';',
    ),
  ].join('');
