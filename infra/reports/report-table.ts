// A report as a table, whatever file it becomes: text, CSV, a worksheet or a PDF.

export type ReportTable = {
  readonly title: string;
  /** Under the title and at the end: as of when, up to which position, under which root. */
  readonly notes: readonly string[];
  readonly head: readonly string[];
  /** Sums are bigint: a spreadsheet gets numbers, a person gets rupiah. */
  readonly rows: readonly (readonly (string | number | bigint)[])[];
};
