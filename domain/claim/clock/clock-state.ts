// What the clocks of a claim have led to: who must answer for a passed day, what a late payment owes.
import type { ClockCode, DueDate } from '../../rules/due-dates.ts';
import type { LateCompensationFound } from './compensation-events.ts';
import type { DeadlineEscalated, EscalationAnswered } from './escalation-events.ts';

export type OpenEscalation = Omit<DeadlineEscalated['data'], 'claimId'>;

export type ClockFacts = EscalationState & {
  /** Until when the first payment is due, as the full file started it. */
  readonly paymentDue: DueDate | null;
  readonly compensation: LateCompensationFound['data'] | null;
  readonly compensationProposed: boolean;
};

type EscalationState = {
  readonly escalations: readonly OpenEscalation[];
  /** Clocks whose last escalation was answered: the same wish again changes nothing. */
  readonly escalationsAnswered: readonly ClockCode[];
};

export const initialClocks: ClockFacts = {
  ...{ escalations: [], escalationsAnswered: [] },
  ...{ paymentDue: null, compensation: null, compensationProposed: false },
};

const escalationAfter = (
  { escalations, escalationsAnswered }: EscalationState,
  event: DeadlineEscalated | EscalationAnswered,
): EscalationState => {
  const { code } = event.data;
  const others = escalations.filter((escalation) => escalation.code !== code);
  const answered = escalationsAnswered.filter((one) => one !== code);
  if (event.type === 'EscalationAnswered')
    return { escalations: others, escalationsAnswered: [...answered, code] };
  const { claimId: _, ...escalation } = event.data;
  return { escalations: [...others, escalation], escalationsAnswered: answered };
};

export const clocksAfter = (
  state: ClockFacts,
  event: DeadlineEscalated | EscalationAnswered | LateCompensationFound,
): Partial<ClockFacts> =>
  event.type === 'LateCompensationFound'
    ? { compensation: event.data }
    : escalationAfter(state, event);
