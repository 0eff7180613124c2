// Stream `payout_schedule-…`: when the runs of one payer assemble themselves, in whose name, and how.
import type { RupiahText } from '../money.ts';
import type { Flow, MandateMode } from '../programme/events.ts';
import type { PayoutCalendar } from './schedule-calendar.ts';

export type PayoutScheduleSet = {
  readonly type: 'PayoutScheduleSet';
  readonly data: {
    readonly scheduleId: string;
    readonly programmeId: string;
    readonly payerId: string;
    readonly flow: Flow;
    readonly calendar: PayoutCalendar;
    /** A run takes what was made due, or let go, at least so many hours before its time. */
    readonly cutOffHours: number;
    /** In whose name the runs are assembled: their role is asked at every run. */
    readonly actorId: string;
    readonly setBy: readonly string[];
    /** From this instant on its run times count. */
    readonly at: string;
  };
};
export type PayoutSchedulePaused = {
  readonly type: 'PayoutSchedulePaused';
  readonly data: { readonly scheduleId: string; readonly reason: string; readonly at: string };
};
export type PayoutScheduleResumed = {
  readonly type: 'PayoutScheduleResumed';
  readonly data: { readonly scheduleId: string; readonly reason: string; readonly at: string };
};
export type PayoutScheduleRemoved = {
  readonly type: 'PayoutScheduleRemoved';
  readonly data: { readonly scheduleId: string; readonly reason: string; readonly at: string };
};
/** A person asked for a run now, beside the calendar. */
export type PayoutScheduleTriggered = {
  readonly type: 'PayoutScheduleTriggered';
  readonly data: { readonly scheduleId: string; readonly triggerId: string; readonly at: string };
};

/** One run time of the calendar, or one trigger: each has one outcome. */
export type RunSlot = {
  readonly cause: 'CALENDAR' | 'TRIGGER';
  /** The run time itself, or the id of the trigger. */
  readonly slot: string;
  readonly scheduledAt: string;
};

type OfSlot = RunSlot & { readonly scheduleId: string };

/** Due in time, and yet in no run that this setter makes: each needs a person. */
export type LeftOut = {
  readonly count: number;
  /** The first of them. */
  readonly named: readonly { readonly payableId: string; readonly code: string }[];
};

export type ScheduledRunAssembled = {
  readonly type: 'ScheduledRunAssembled';
  readonly data: OfSlot & {
    readonly runId: string;
    readonly count: number;
    readonly sumIdr: RupiahText;
    /** Due as well, but after the cut-off or beyond what one run holds. */
    readonly left: number;
    readonly leftOut?: LeftOut;
  };
};
export type ScheduledRunEmpty = {
  readonly type: 'ScheduledRunEmpty';
  readonly data: OfSlot & { readonly left: number };
};
export type ScheduledRunRefused = {
  readonly type: 'ScheduledRunRefused';
  readonly data: OfSlot & {
    readonly code: string;
    readonly facts: Readonly<Record<string, string | number | boolean>>;
    readonly leftOut?: LeftOut;
  };
};

/**
 * LATE: started too long after its time. NOT_STARTED: nothing started it. EARLIER_RUN_WAITS: a run
 * of this schedule still waits for its release.
 */
export const MISSED_REASONS = ['LATE', 'NOT_STARTED', 'EARLIER_RUN_WAITS'] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

export type ScheduledRunMissed = {
  readonly type: 'ScheduledRunMissed';
  readonly data: OfSlot & {
    readonly why: MissedReason;
    /** The earlier run that waits. */
    readonly runId: string | null;
  };
};

export type PayoutScheduleEvent =
  | PayoutScheduleSet
  | PayoutSchedulePaused
  | PayoutScheduleResumed
  | PayoutScheduleRemoved
  | PayoutScheduleTriggered
  | ScheduledRunAssembled
  | ScheduledRunEmpty
  | ScheduledRunRefused
  | ScheduledRunMissed;

export type ScheduledOutcome = Extract<PayoutScheduleEvent, { type: `ScheduledRun${string}` }>;

export type PayoutScheduleCommand =
  | {
      readonly type: 'SetPayoutSchedule';
      readonly data: Omit<PayoutScheduleSet['data'], 'actorId' | 'setBy' | 'at'> & {
        /** Collected, never believed: whether the programme knows this payer, and its mandate. */
        readonly payer?: { readonly known: boolean; readonly mode: MandateMode | null };
      };
    }
  | { readonly type: 'PausePayoutSchedule'; readonly data: { readonly reason: string } }
  | { readonly type: 'ResumePayoutSchedule'; readonly data: { readonly reason: string } }
  | { readonly type: 'RemovePayoutSchedule'; readonly data: { readonly reason: string } }
  | { readonly type: 'TriggerPayoutSchedule'; readonly data: { readonly triggerId: string } }
  | { readonly type: 'RecordScheduledRun'; readonly data: { readonly outcome: ScheduledOutcome } };

export type PayoutScheduleStage = 'UNKNOWN' | 'ACTIVE' | 'PAUSED' | 'REMOVED';
