// A list of papers by law version: which of them a case needs, by a need of its own kind and its day.
import { type LocalDate, localDate } from '../calendar.ts';
import type { DocumentKind } from '../claim/documents/document-events.ts';

export type DatedPaper<Need extends string> = {
  readonly kind: DocumentKind;
  readonly need: Need;
  /** First day of the law that asks for it; null: always. */
  readonly from: LocalDate | null;
};

export const datedPaper = <Need extends string>(
  kind: DocumentKind,
  need: Need,
  from: string | null = null,
): DatedPaper<Need> => ({ kind, need, from: from === null ? null : localDate(from) });

/** Each kind once, in the order of the list. `day`: of the event, which decides the law. */
export const papersFor = <Need extends string>(
  papers: readonly DatedPaper<Need>[],
  day: LocalDate,
  holds: (need: Need) => boolean,
): readonly DocumentKind[] => [
  ...new Set(
    papers
      .filter(({ need, from }) => holds(need) && (from === null || from <= day))
      .map(({ kind }) => kind),
  ),
];
