// Published sums beside the computed ones, and lines of other programmes that are never computed.
import type { LocalDate } from '../../calendar.ts';
import type { Flag } from '../flags.ts';
import { type Reconciliation, reconcile } from '../press-figure.ts';
import type { LawReader } from '../read-law.ts';
import { type Fields, isRecord } from './fields.ts';
import type { Figures } from './outcome.ts';

type ExternalLine = { readonly code: string; readonly amountIdr: bigint | null };

export type PressFacts = {
  readonly reportedIdr: bigint | null;
  /** EXT.JHT, EXT.JP: reported by others, never computed. */
  readonly external: readonly ExternalLine[];
};

const amountOf = (value: unknown): bigint | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : null;

const externalIn = (item: unknown): ExternalLine | null => {
  if (typeof item === 'string') return { code: item, amountIdr: null };
  if (!isRecord(item) || typeof item['code'] !== 'string') return null;
  return { code: item['code'], amountIdr: amountOf(item['amount']) };
};

/** `[{code, amount}]`, `["EXT.JHT"]` or `{"EXT.JHT": 1000}`. */
const externalFacts = (fields: Fields): readonly ExternalLine[] => {
  const given = fields.raw('reported_external');
  if (given === undefined || given === null) return [];
  const list = Array.isArray(given)
    ? given.map(externalIn)
    : isRecord(given)
      ? Object.entries(given).map(([code, amount]) => ({ code, amountIdr: amountOf(amount) }))
      : [null];
  const known = list.filter((line) => line !== null);
  if (known.length < list.length) fields.refuse('reported_external', 'LIST', '{code, amount}');
  return known;
};

export const pressFacts = (fields: Fields): PressFacts => ({
  reportedIdr: fields.optionalAmount('reported_total'),
  external: externalFacts(fields),
});

export type Computed = {
  readonly totalIdr: bigint;
  /** Sums that a headline may quote instead: with this year's scholarship, with its potential. */
  readonly headlines: readonly bigint[];
  readonly deaths: number;
  readonly eventDate: LocalDate;
};

type PressPart = { readonly flags: readonly Flag[]; readonly figures: Figures };

const reconciliationOf = (
  { reportedIdr, external }: PressFacts & { readonly reportedIdr: bigint },
  computed: Computed,
  law: LawReader,
): Reconciliation => {
  const outside = external.reduce((sum, line) => sum + (line.amountIdr ?? 0n), 0n);
  if (computed.headlines.some((headline) => headline + outside === reportedIdr)) return 'EXACT';
  const { totalIdr, deaths, eventDate } = computed;
  const figures = { reportedIdr, computedIdr: totalIdr + outside, deaths, eventDate };
  const found = reconcile(figures, law);
  // An external line without its sum may be any rest.
  const isOpenEnded = external.some((line) => line.amountIdr === null);
  return isOpenEnded && found === 'DOES_NOT_REPRODUCE' && reportedIdr > totalIdr + outside
    ? 'AMBIGUOUS'
    : found;
};

const externalPart = (external: readonly ExternalLine[]): PressPart =>
  external.length === 0
    ? { flags: [], figures: {} }
    : {
        flags: ['EXTERNAL_LINES_NOT_COMPUTED'],
        figures: {
          external_lines: external.map(({ code, amountIdr }) => ({ code, amount: amountIdr })),
        },
      };

export const pressPart = (facts: PressFacts, computed: Computed, law: LawReader): PressPart => {
  const outside = externalPart(facts.external);
  const { reportedIdr } = facts;
  if (reportedIdr === null) return outside;
  const reconciliation = reconciliationOf({ ...facts, reportedIdr }, computed, law);
  const known = facts.external.reduce((sum, line) => sum + (line.amountIdr ?? 0n), 0n);
  return {
    flags: [
      ...outside.flags,
      ...(reconciliation === 'DOES_NOT_REPRODUCE'
        ? (['PRESS_FIGURE_NOT_REPRODUCED'] as const)
        : []),
    ],
    figures: {
      ...outside.figures,
      reported_total: reportedIdr,
      reconciliation,
      difference: reportedIdr - computed.totalIdr - known,
    },
  };
};
