// The heirs as a table that a person fills in: one row per person, and who of them is paid.
import { parse } from 'csv-parse/sync';
import { failure } from '../../infra/failure.ts';
import { heirRelations } from '../copy/claim-words.ts';
import { codesOf } from '../copy/code-words.ts';

export const HEIRS_COLUMNS = [
  ...(['SEBUTAN', 'HUBUNGAN', 'NAMA', 'DI_BAWAH_UMUR', 'NAMA_WALI'] as const),
  ...(['PENERIMA', 'NAMA_DI_REKENING', 'REKENING', 'BIC'] as const),
] as const;
type Column = (typeof HEIRS_COLUMNS)[number];
type Cells = Readonly<Record<Column, string>>;

/** A row that is no heir: whoever takes the money for a minor. */
const GUARDIAN = 'WALI';

const EXAMPLE: readonly Cells[] = [
  {
    ...{ SEBUTAN: 'istri', HUBUNGAN: 'SPOUSE', NAMA: 'Nama Istri', DI_BAWAH_UMUR: 'tidak' },
    ...{ NAMA_WALI: '', PENERIMA: 'ya', NAMA_DI_REKENING: 'Nama Istri' },
    ...{ REKENING: '1234567890', BIC: 'PDKTIDJ1' },
  },
  {
    ...{ SEBUTAN: 'anak-1', HUBUNGAN: 'CHILD', NAMA: 'Nama Anak', DI_BAWAH_UMUR: 'ya' },
    ...{ NAMA_WALI: 'Nama Wali', PENERIMA: 'tidak', NAMA_DI_REKENING: '', REKENING: '', BIC: '' },
  },
];

const lineOf = (cells: Cells): string => HEIRS_COLUMNS.map((column) => cells[column]).join(',');

/** What the words in HUBUNGAN may be, in a line of their own that is skipped on the way back. */
export const heirsTemplate = (): string =>
  [
    HEIRS_COLUMNS.join(','),
    `# HUBUNGAN: ${[...codesOf(heirRelations), GUARDIAN].join(' ')}`,
    ...EXAMPLE.map(lineOf),
    '',
  ].join('\r\n');

const unreadable = (): Error =>
  failure({
    code: 'HeirsFileUnreadable',
    retryable: false,
    sentence: {
      id: `Tabel ahli waris tidak dapat dibaca. Kolomnya: ${HEIRS_COLUMNS.join(', ')}; buat contohnya dengan \`lindung claim heirs-template\`.`,
      en: `The table of heirs cannot be read. Its columns: ${HEIRS_COLUMNS.join(', ')}; make one with \`lindung claim heirs-template\`.`,
    },
  });

const onePayee = (): Error =>
  failure({
    code: 'HeirsFileInvalid',
    retryable: false,
    sentence: {
      id: 'Tepat satu baris harus menjawab "ya" di kolom PENERIMA: dialah yang menerima uangnya.',
      en: 'Exactly one row must say "ya" in the column PENERIMA: that person is paid.',
    },
  });

const COMMENT = '#';

const rowsOf = (text: string): readonly Cells[] => {
  const delimiter = (text.split('\n')[0] ?? '').includes(';') ? ';' : ',';
  let rows: unknown;
  try {
    rows = parse(text, {
      ...{ delimiter, columns: true, bom: true, trim: true, skip_empty_lines: true },
      ...{ comment: COMMENT, comment_no_infix: true, relax_column_count: true },
    });
  } catch {
    throw unreadable();
  }
  const known = rows as readonly Partial<Cells>[];
  const [first] = known;
  if (first === undefined || HEIRS_COLUMNS.some((column) => !Object.hasOwn(first, column)))
    throw unreadable();
  return known.map(
    (row) =>
      Object.fromEntries(HEIRS_COLUMNS.map((column) => [column, row[column] ?? ''])) as Cells,
  );
};

const isYes = (text: string): boolean => /^(ya|y|yes|true|1)$/i.test(text);

const digits = (text: string): string => text.replaceAll(/[\s.-]/g, '');

/** The same document that a JSON file holds; its own check says what is wrong in it. */
export const heirsInTable = (text: string): unknown => {
  const rows = rowsOf(text);
  const payees = rows.filter(({ PENERIMA }) => isYes(PENERIMA));
  const [payee] = payees;
  if (payee === undefined || payees.length > 1) throw onePayee();
  return {
    heirs: rows
      .filter(({ HUBUNGAN }) => HUBUNGAN.toUpperCase() !== GUARDIAN)
      .map((row) => ({
        ...{ ref: row.SEBUTAN, relation: row.HUBUNGAN.toUpperCase(), name: row.NAMA },
        minor: isYes(row.DI_BAWAH_UMUR),
        ...(row.NAMA_WALI !== '' && { guardianName: row.NAMA_WALI }),
      })),
    payee: {
      ...{ ref: payee.SEBUTAN, name: payee.NAMA_DI_REKENING || payee.NAMA },
      ...{ account: digits(payee.REKENING), bic: payee.BIC.toUpperCase() },
    },
  };
};
