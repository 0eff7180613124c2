// Why a claim is rejected, as codes: the article it rests on, and in the copy how it can be cured.

export const REJECTION_CODES = [
  'NOT_ENROLLED',
  'COVER_NOT_ACTIVE',
  'WORK_ACCIDENT',
  'NOT_WORK_RELATED',
  'PAPERS_NOT_BROUGHT',
  'NOT_THE_HEIR',
  'PAPERS_FALSE',
  'TIME_BARRED',
  'PAID_BEFORE',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** The article that a rejection of this kind rests on, unless the decider names another. */
export const REJECTION_ARTICLES: Readonly<Record<RejectionCode, string>> = {
  NOT_ENROLLED: 'PP 44/2015 Pasal 1; Perdir BPJS TK 22/PERDIR.02/072022 (C-11)',
  COVER_NOT_ACTIVE: 'PP 44/2015 Pasal 1; Perdir BPJS TK 22/PERDIR.02/072022 (C-09)',
  WORK_ACCIDENT: 'PP 44/2015 Pasal 1 (M-16)',
  NOT_WORK_RELATED: 'Permenaker 5/2021 Pasal 7 ayat (1)–(2)',
  PAPERS_NOT_BROUGHT: 'Permenaker 5/2021; Permenaker 1/2025 Pasal 79',
  NOT_THE_HEIR: 'PP 44/2015 Pasal 37 ayat (5)',
  PAPERS_FALSE: 'PP 44/2015 Pasal 37',
  TIME_BARRED: 'PP 82/2019 Pasal 26 (T-09)',
  PAID_BEFORE: 'PP 44/2015 Pasal 1 (M-16, X-03)',
};
