// Which passed due days wait for a superior's word.
import type { ClockCode } from '../../rules/due-dates.ts';
import type { DeadlineEscalated, EscalationAnswered } from './escalation-events.ts';

export type OpenEscalation = Omit<DeadlineEscalated['data'], 'claimId'>;

export type EscalationState = {
  readonly escalations: readonly OpenEscalation[];
  /** Clocks whose last escalation was answered: the same wish again changes nothing. */
  readonly escalationsAnswered: readonly ClockCode[];
};

export const initialEscalations: EscalationState = { escalations: [], escalationsAnswered: [] };

export const escalationAfter = (
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
