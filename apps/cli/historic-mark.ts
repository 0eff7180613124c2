// How a list says that a line was entered as history: a mark on the line, its meaning below.

type Marked = { readonly stage: string; readonly historic: boolean };

export const markedStage = ({ stage, historic }: Marked): string =>
  historic ? `${stage} *` : stage;

/** Only where the list holds such a line. */
export const historicNote = (rows: readonly { readonly historic: boolean }[]): readonly string[] =>
  rows.some(({ historic }) => historic)
    ? ['* riwayat, dimasukkan saat ambil alih / historic, entered at the take-over']
    : [];
