// The dated versions of the law as data that a lawyer can edit (domain-rules §0).
import type { LocalDate } from '../calendar.ts';
import { localDate } from '../calendar.ts';

/** V law text or official, P press or third party, K general knowledge, D doubtful. */
export type Confidence = 'V' | 'P' | 'K' | 'D';
export type LawVersionCode = 'L0' | 'L1' | 'L1c' | 'L1p' | 'L2' | 'L3' | 'L4';

export type LawVersion = {
  readonly code: LawVersionCode;
  readonly instrument: string;
  readonly from: LocalDate;
  /** Last day in force, or null while nothing replaced it. */
  readonly to: LocalDate | null;
  /** Only BENEFITS versions are chosen by the date of death or accident. */
  readonly scope: 'BENEFITS' | 'CONTRIBUTIONS' | 'PROCEDURE';
  readonly confidence: Confidence;
  readonly note: string;
};

/**
 * Names the whole set of rule data below `domain/rules`; recorded on every calculation. Whoever edits
 * a table gives it a new name, so that an old figure can always be told from a new one.
 */
export const RULESET_ID = 'lindung-rules-2026.5';

export const LAW_VERSIONS: readonly LawVersion[] = [
  {
    code: 'L0',
    instrument: 'PP 44/2015',
    from: localDate('2015-07-01'),
    to: localDate('2019-12-01'),
    scope: 'BENEFITS',
    confidence: 'V',
    note: 'base law of JKK and JKM',
  },
  {
    code: 'L1',
    instrument: 'PP 82/2019',
    from: localDate('2019-12-02'),
    to: localDate('2023-10-31'),
    scope: 'BENEFITS',
    confidence: 'P',
    note: 'JKM 24 million becomes 42 million',
  },
  {
    code: 'L1c',
    instrument: 'PP 49/2020',
    from: localDate('2020-08-01'),
    to: localDate('2021-01-31'),
    scope: 'CONTRIBUTIONS',
    confidence: 'K',
    note: 'COVID relief of contributions; JKM Pasal 9 is V, the months are K',
  },
  {
    code: 'L1p',
    instrument: 'Permenaker 5/2021',
    from: localDate('2021-01-01'),
    to: null,
    scope: 'PROCEDURE',
    confidence: 'V',
    note: 'only the year is known; the day stands for it',
  },
  {
    code: 'L2',
    instrument: 'PP 49/2023',
    from: localDate('2023-11-01'),
    to: localDate('2025-02-23'),
    scope: 'BENEFITS',
    confidence: 'P',
    note: 'changes no amount of a BPU; the day is about right',
  },
  {
    code: 'L3',
    instrument: 'Permenaker 1/2025',
    from: localDate('2025-02-24'),
    to: null,
    scope: 'BENEFITS',
    confidence: 'P',
    note: 'BPU: full JKM only after three months of membership',
  },
  {
    code: 'L4',
    instrument: 'PP 50/2025',
    from: localDate('2025-12-22'),
    to: null,
    scope: 'CONTRIBUTIONS',
    confidence: 'P',
    note: 'half price for BPU, but not where APBN or APBD pays (C-06)',
  },
];

/** The benefit law in force on the day of the event; null before PP 44/2015. */
export const lawVersionOn = (date: LocalDate): LawVersion | null =>
  LAW_VERSIONS.findLast((version) => version.scope === 'BENEFITS' && version.from <= date) ?? null;
