// A sentence for the operator in both languages, and where it goes.

export type Sentence = { readonly id: string; readonly en: string };

/** Receives one line per change of state; what a process itself prints goes to its log file. */
export type Log = (sentence: Sentence) => void;

/** The operating system's code (`ENOSPC`, `EADDRINUSE`, …), if the error carries one. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
