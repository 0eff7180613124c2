// What a command answers: one JSON document for programs, lines for people, an exit code for scripts.

/** 0 done · 1 refused or found wrong · 2 usage · 3 a service is out of reach. */
export type ExitCode = 0 | 1 | 2 | 3;

export type Outcome = {
  readonly json: unknown;
  readonly lines: readonly string[];
  readonly exitCode: ExitCode;
  /** A refusal or an error: people read it on stderr, apart from what was asked for. */
  readonly isComplaint?: boolean;
};

export const done = (json: unknown, lines: readonly string[]): Outcome => ({
  json,
  lines,
  exitCode: 0,
});

export const foundWrong = (json: unknown, lines: readonly string[]): Outcome => ({
  json,
  lines,
  exitCode: 1,
});

/** Nothing was done, or nothing was found: why, in a sentence. */
export const refusedWith = (
  error: string,
  sentence: string,
  facts: Readonly<Record<string, unknown>> = {},
): Outcome => ({
  json: { error, sentence, ...facts },
  lines: [sentence],
  exitCode: 1,
  isComplaint: true,
});

/** Options that do not fit together: nothing was asked of the installation. */
export const usageWrong = (code: string, sentence: string): Outcome => ({
  json: { error: code, sentence },
  lines: [sentence],
  exitCode: 2,
  isComplaint: true,
});

/** Columns padded to the widest cell; the first row is the head. */
export const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

/** Sums stand under each other, last digit under last digit. */
export const rightOf = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? '').length));
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell : cell.padStart(width(column)))),
  );
};
