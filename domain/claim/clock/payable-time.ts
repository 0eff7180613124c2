// When the payables of a claim changed hands, and who is to move the money next.
import type { PayableEvent, PayableStage } from '../../payout/events.ts';
import {
  evolvePayable,
  initialPayable,
  type PayableState,
  payableStage,
} from '../../payout/payable-state.ts';
import type { TimeCause, TimeParty, Told } from './standing.ts';

export type PayableMark = {
  readonly at: string;
  readonly position: string;
  readonly payableId: string;
  readonly stage: PayableStage;
};

export type PayableTime = {
  readonly facts: PayableState;
  readonly marks: readonly PayableMark[];
};

export const initialPayableTime: PayableTime = { facts: initialPayable, marks: [] };

export const foldPayableTime = (
  time: PayableTime,
  { event, at, position }: Told<PayableEvent>,
): PayableTime => {
  const facts = evolvePayable(time.facts, event);
  const stage = payableStage(facts);
  if (time.marks.at(-1)?.stage === stage) return { ...time, facts };
  const { payableId } = event.data;
  return { facts, marks: [...time.marks, { at, position, payableId, stage }] };
};

type Step = { readonly party: TimeParty; readonly cause: TimeCause };

/** A stage of a payable without an entry does not compile; `null`: nothing is awaited any more. */
const OF_PAYABLE: Readonly<Record<PayableStage, Step | null>> = {
  UNKNOWN: { party: 'SYSTEM', cause: 'FOLLOW_UP' },
  DISPUTED: { party: 'TREASURER', cause: 'RESOLVE_DISPUTE' },
  ANSWER_UNKNOWN: { party: 'TREASURER', cause: 'RESOLVE_LOST_ANSWER' },
  HELD: { party: 'TREASURER', cause: 'LIFT_HOLD' },
  RETURNED: { party: 'TREASURER', cause: 'DEAL_WITH_RETURN' },
  DUE: { party: 'TREASURER', cause: 'PAY' },
  SELECTED: { party: 'TREASURER', cause: 'RELEASE_RUN' },
  INTENDED: { party: 'TREASURER', cause: 'SEND_FILE' },
  SENT: { party: 'BANK', cause: 'ANSWER_OF_BANK' },
  TRACKED: { party: 'BPJS_BRANCH', cause: 'AWAIT_PAYMENT_REPORT' },
  REPORTED_PAID: { party: 'FAMILY', cause: 'CONFIRM_RECEIPT' },
  SETTLED: null,
  RETAINED: null,
  CANCELLED: null,
  RECEIPT_CONFIRMED: null,
};

const ORDER = Object.keys(OF_PAYABLE) as readonly PayableStage[];

/** Several payables: the one that is furthest behind says who keeps the claim waiting. */
export const payingStep = (stages: ReadonlyMap<string, PayableStage>): Step => {
  const open = ORDER.find(
    (stage) => OF_PAYABLE[stage] !== null && [...stages.values()].includes(stage),
  );
  return (open === undefined ? null : OF_PAYABLE[open]) ?? { party: 'SYSTEM', cause: 'FOLLOW_UP' };
};
