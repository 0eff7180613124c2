// The cash amounts of JKM per law version, row by row, with rule id, article and confidence.
import type { LocalDate } from '../calendar.ts';
import { localDate } from '../calendar.ts';
import type { Rupiah } from '../money.ts';
import { rupiah } from '../money.ts';
import type { Confidence, LawVersionCode } from './law-versions.ts';

export type JkmLineCode = 'JKM.LUMP' | 'JKM.PERIODIC' | 'JKM.FUNERAL';

export type JkmRow = {
  readonly code: JkmLineCode;
  /** `times × eachIdr`; the periodic benefit is 24 months paid at once (M-02). */
  readonly times: bigint;
  readonly eachIdr: Rupiah;
  readonly ruleId: string;
  readonly article: string;
  readonly confidence: Confidence;
};

/** M-12 to M-15: the doubtful points are parameters, not code. */
export type WaitingPeriod = {
  readonly months: number;
  /** Days on each side of the boundary on which a person must look (M-14). */
  readonly reviewDays: number;
  /** M-15: would people enrolled before the rule be exempt from it? */
  readonly exemptsEarlierMembers: boolean;
  readonly ruleId: string;
  readonly article: string;
  readonly confidence: Confidence;
};

export type JkmTable = {
  /** The version whose rule sets the figure. */
  readonly lawVersion: LawVersionCode;
  readonly from: LocalDate;
  readonly rows: readonly JkmRow[];
  readonly waitingPeriod: WaitingPeriod | null;
};

const row = (
  code: JkmLineCode,
  [times, eachIdr]: readonly [bigint, bigint],
  basis: Pick<JkmRow, 'ruleId' | 'article' | 'confidence'>,
): JkmRow => ({ code, times, eachIdr: rupiah(eachIdr), ...basis });

const PP_44 = 'PP 44/2015';
const PP_82_34 = 'PP 82/2019 Pasal 34';

const ROWS_SINCE_PP_82: readonly JkmRow[] = [
  row('JKM.LUMP', [1n, 20_000_000n], { ruleId: 'M-01', article: PP_82_34, confidence: 'P' }),
  row('JKM.PERIODIC', [24n, 500_000n], { ruleId: 'M-02', article: PP_82_34, confidence: 'P' }),
  row('JKM.FUNERAL', [1n, 10_000_000n], { ruleId: 'M-03', article: PP_82_34, confidence: 'P' }),
];

export const JKM_TABLES: readonly JkmTable[] = [
  {
    lawVersion: 'L0',
    from: localDate('2015-07-01'),
    rows: [
      row('JKM.LUMP', [1n, 16_200_000n], { ruleId: 'M-01', article: PP_44, confidence: 'P' }),
      row('JKM.PERIODIC', [24n, 200_000n], { ruleId: 'M-02', article: PP_44, confidence: 'P' }),
      row('JKM.FUNERAL', [1n, 3_000_000n], { ruleId: 'M-03', article: PP_44, confidence: 'P' }),
    ],
    waitingPeriod: null,
  },
  {
    lawVersion: 'L1',
    from: localDate('2019-12-02'),
    rows: ROWS_SINCE_PP_82,
    waitingPeriod: null,
  },
  {
    lawVersion: 'L3',
    from: localDate('2025-02-24'),
    rows: ROWS_SINCE_PP_82,
    waitingPeriod: {
      months: 3,
      reviewDays: 3,
      exemptsEarlierMembers: false,
      ruleId: 'M-12',
      // The number of the article is not known yet (domain-rules §11, question 1).
      article: 'Permenaker 1/2025',
      confidence: 'P',
    },
  },
];

/** Chosen by the day of death, never by the day of the claim; null before PP 44/2015. */
export const jkmTableOn = (deathDate: LocalDate): JkmTable | null =>
  JKM_TABLES.findLast((table) => table.from <= deathDate) ?? null;
