// What each purse owes, is paying and has paid: one set of sums per payer, flow and mode.
import type { PayableStage } from '../../../../domain/payout/events.ts';
import type { Flow, MandateMode } from '../../../../domain/programme/events.ts';
import type { MoneyByPurse } from '../../../../projections/payout-ledger.ts';
import type { Text } from '../../../copy/text.ts';
import { paymentsPhrases as phrases } from './payments-phrases.ts';
import type { Purse, Purses } from './purses.ts';

export type Heap = { readonly word: Text; readonly count: number; readonly sumIdr: bigint };

export type PurseSums = {
  readonly purse: Purse;
  readonly flow: Flow;
  readonly mode: MandateMode;
  readonly due: Heap;
  readonly heaps: readonly Heap[];
};

type Kind = { readonly word: Text; readonly stages: readonly PayableStage[] };

const DUE: Kind = { word: phrases.isDue, stages: ['DUE'] };

/** What we pay ourselves; `dibayar` is said of nothing else. */
const OURS: readonly Kind[] = [
  DUE,
  { word: phrases.isUnderWay, stages: ['SELECTED', 'INTENDED', 'SENT'] },
  { word: phrases.isInDoubt, stages: ['ANSWER_UNKNOWN', 'DISPUTED'] },
  { word: phrases.isHeldBack, stages: ['HELD', 'RETURNED'] },
  { word: phrases.isPaid, stages: ['SETTLED'] },
];

const THEIRS: readonly Kind[] = [
  { word: phrases.isTracked, stages: ['TRACKED', 'DUE'] },
  { word: phrases.isReported, stages: ['REPORTED_PAID'] },
  { word: phrases.isReceived, stages: ['RECEIPT_CONFIRMED'] },
];

const RETAINED: Kind = { word: phrases.isRetained, stages: ['RETAINED'] };

const heapOf = (lines: readonly MoneyByPurse[], { word, stages }: Kind): Heap => {
  const own = lines.filter(({ stage }) => stages.includes(stage));
  return {
    word,
    count: own.reduce((count, { payables }) => count + payables, 0),
    sumIdr: own.reduce((sum, { amountIdr }) => sum + BigInt(amountIdr), 0n),
  };
};

const keyOf = ({ payerId, flow, mode }: MoneyByPurse): string => `${payerId}/${flow}/${mode}`;

const sumsOf = (lines: readonly MoneyByPurse[], purses: Purses): PurseSums | undefined => {
  const [first] = lines;
  const purse = first && purses.get(first.payerId);
  if (first === undefined || purse === undefined) return undefined;
  const { flow, mode } = first;
  const kinds = mode === 'DISBURSES' ? OURS : THEIRS;
  const retained = heapOf(lines, RETAINED);
  return {
    ...{ purse, flow, mode, due: heapOf(lines, DUE) },
    heaps: [
      ...kinds.map((kind) => heapOf(lines, kind)),
      ...(retained.count === 0 ? [] : [retained]),
    ],
  };
};

/** In the order of the read model: payer, flow, mode. */
export const purseSums = (lines: readonly MoneyByPurse[], purses: Purses): readonly PurseSums[] => {
  const keys = [...new Set(lines.map(keyOf))];
  return keys.flatMap(
    (key) =>
      sumsOf(
        lines.filter((line) => keyOf(line) === key),
        purses,
      ) ?? [],
  );
};
