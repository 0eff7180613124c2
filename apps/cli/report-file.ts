// Writes a report into the form that was asked for; on the screen it is a table of text.
import { pdfOf } from '../../infra/reports/pdf.ts';
import type { ReportTable } from '../../infra/reports/report-table.ts';
import { csvOf, worksheetOf } from '../../infra/reports/worksheet.ts';
import { lastSeal } from '../../infra/seals/tree-store.ts';
import { formatCount, formatRupiah, type Language } from '../copy/format.ts';
import { reportPhrases as phrases } from '../copy/report-phrases.ts';
import { say } from '../copy/text.ts';
import { withLog } from './log-proofs.ts';
import { table } from './outcome.ts';
import { writePrivateFile } from './private-file.ts';
import type { Session } from './session.ts';

export const REPORT_FORMATS = ['text', 'csv', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What stands on every printed sheet: where the log stood, and the root that proves it. */
export const sealNotes = (session: Session): Promise<readonly string[]> =>
  withLog(session, async ({ pool }) => {
    const { language } = session;
    const seal = await lastSeal(pool);
    if (seal === undefined) return [say(language, phrases.notSealed)];
    const { position, size, root, sealed_at: at } = seal;
    const words = { position, size, root: root.toString('base64'), at };
    return [say(language, phrases.sealed, words)];
  });

const textTable = ({ head, rows }: ReportTable, language: Language): readonly string[] => {
  const textCell = (cell: string | number | bigint): string => {
    if (typeof cell === 'string') return cell;
    return typeof cell === 'bigint' ? formatRupiah(cell, language) : formatCount(cell, language);
  };
  return table([head, ...rows.map((row) => row.map(textCell))]);
};

export const reportLines = (report: ReportTable, language: Language): readonly string[] => [
  report.title,
  ...report.notes,
  '',
  ...textTable(report, language),
];

const bytesOf = (
  { language }: Session,
  report: ReportTable,
  of: { readonly format: Exclude<ReportFormat, 'text'>; readonly asOf: string },
): Promise<Uint8Array> | Uint8Array => {
  switch (of.format) {
    case 'csv':
      return csvOf(report);
    case 'xlsx':
      return worksheetOf(report);
    case 'pdf': {
      const { title, notes } = report;
      const indented = textTable(report, language).map((line) => ` ${line}`);
      return pdfOf({ title, language, asOf: of.asOf, notes, lines: indented });
    }
  }
};

export const writeReport = async (
  session: Session,
  report: ReportTable,
  of: {
    readonly format: Exclude<ReportFormat, 'text'>;
    readonly asOf: string;
    readonly path: string;
  },
): Promise<void> => writePrivateFile(of.path, await bytesOf(session, report, of));
