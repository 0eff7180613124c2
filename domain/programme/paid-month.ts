// The two facts that gate, clock and cover share: a month that was paid, and the days of the clock.
import type { LocalDate, Month } from '../calendar.ts';

/** A month seen paid at BPJS, and the day on which it was paid. */
export type PaidMonth = { readonly month: Month; readonly paidOn: LocalDate };

export const LAPSE_MILESTONES = ['WARNING_30', 'WARNING_60', 'ESCALATION_80', 'LAPSE'] as const;
export type LapseMilestone = (typeof LAPSE_MILESTONES)[number];
