// Facts of the clocks that the claim's state tells by itself: a file needs no page for them.
const NOTES = ['DeadlineEscalated', 'EscalationAnswered', 'LateCompensationFound'] as const;

export const isClockNote = <Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { readonly type: (typeof NOTES)[number] }> =>
  NOTES.some((type) => type === event.type);
