// What is to be done next on a claim, on what legal basis, and until when.
import {
  addDays,
  daysBetween,
  type HolidayCalendar,
  type LocalDate,
} from '../../domain/calendar.ts';
import type { ClaimStage } from '../../domain/claim/events.ts';
import type { MandateMode } from '../../domain/programme/events.ts';
import { type Clock, dueDayOf } from './due-day.ts';

/** One code per thing to do; its words live in the copy catalogues. */
export const OPEN_TASKS = [
  'BRING_PAPERS',
  'COMPLETE_PAPERS',
  'REPLACE_RETURNED_PAPERS',
  'CHECK_COVER',
  'DETERMINE_HEIRS',
  'RECOMMEND',
  'ANSWER_RETURN',
  'APPROVE',
  'AWAIT_DETERMINATION',
  'PAY',
  'AWAIT_PAYMENT_REPORT',
  'RECOMMEND_TOP_UP',
  'APPROVE_TOP_UP',
  'DECIDE_RECOVERY',
] as const;
export type OpenTask = (typeof OPEN_TASKS)[number];

/** Papers of JKM and who brings them (domain-rules §4.2, P). */
const PAPERS = 'Permenaker 5/2021';
/** T-07: three working days from complete papers. */
const CLOCK = 'Permenaker 1/2025 Pasal 79 ayat (2)';
/** Heirs in the order of the law (domain-rules §4.1, V). */
const HEIRS = 'PP 44/2015 Pasal 37 ayat (5)';

/** Reverse entries, never overwrite (domain-rules §5.2, X-03, design). */
const DIFFERENCE = 'X-03';

/** A house rule, not a law: a family that lacks papers is asked again every week. */
const FAMILY_REMINDER_DAYS = 7;

type TaskOf = { readonly task: OpenTask; readonly legalBasis: string };

const AT_STAGE: Readonly<Partial<Record<ClaimStage, TaskOf>>> = {
  REPORTED: { task: 'BRING_PAPERS', legalBasis: PAPERS },
  PAPERS_INCOMPLETE: { task: 'COMPLETE_PAPERS', legalBasis: PAPERS },
  PAPERS_RETURNED: { task: 'REPLACE_RETURNED_PAPERS', legalBasis: PAPERS },
  DOCUMENTS_COMPLETE: { task: 'CHECK_COVER', legalBasis: CLOCK },
  CHECKED: { task: 'DETERMINE_HEIRS', legalBasis: HEIRS },
  READY_TO_RECOMMEND: { task: 'RECOMMEND', legalBasis: CLOCK },
  RETURNED_TO_VERIFIER: { task: 'ANSWER_RETURN', legalBasis: CLOCK },
  APPROVED: { task: 'PAY', legalBasis: CLOCK },
  TOP_UP_PROPOSED: { task: 'RECOMMEND_TOP_UP', legalBasis: DIFFERENCE },
  TOP_UP_RECOMMENDED: { task: 'APPROVE_TOP_UP', legalBasis: DIFFERENCE },
  RECOVERY_PROPOSED: { task: 'DECIDE_RECOVERY', legalBasis: DIFFERENCE },
  DETERMINED_BY_BRANCH: { task: 'AWAIT_PAYMENT_REPORT', legalBasis: CLOCK },
};

/** Null when nothing is open. */
export const openTaskOf = (stage: ClaimStage, mode: MandateMode | null): TaskOf | null => {
  if (stage === 'RECOMMENDED')
    return { task: mode === 'TRACKS' ? 'AWAIT_DETERMINATION' : 'APPROVE', legalBasis: CLOCK };
  return AT_STAGE[stage] ?? null;
};

/** The next week's day counted from the last act, never one that is over. */
const nextReminder = (lastActOn: LocalDate, today: LocalDate): LocalDate => {
  const weeks = Math.max(1, Math.ceil(daysBetween(lastActOn, today) / FAMILY_REMINDER_DAYS));
  return addDays(lastActOn, weeks * FAMILY_REMINDER_DAYS);
};

/** The day of the law where a clock runs; else the day on which the family is asked again. */
export const nextDueOf = (
  clock: Clock & { readonly lastActOn: LocalDate },
  { today, calendar }: { readonly today: LocalDate; readonly calendar: HolidayCalendar },
): LocalDate => dueDayOf(clock, calendar) ?? nextReminder(clock.lastActOn, today);
