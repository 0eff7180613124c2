// Samples of what a payout schedule records.
import type { PayoutScheduleEvent } from '../../domain/payout/schedule-events.ts';
import { idr, ids, type SamplesOf } from './event-sample-parts.ts';

const scheduleId = 'e5a69b82-2ca3-43d1-b748-5f8dc7a9160f';
const triggerId = 'f6b7ac93-3db4-44e2-8859-609ed8ba2710';
const scheduledAt = '2026-06-05T02:00:00.000Z';
const at = '2026-06-01T01:00:00.000Z';
const slot = { scheduleId, cause: 'CALENDAR', slot: scheduledAt, scheduledAt } as const;
const asked = { scheduleId, cause: 'TRIGGER', slot: triggerId, scheduledAt: at } as const;

const leftOut = {
  count: 2,
  named: [{ payableId: ids.payable, code: 'DeciderCannotAssemble' }],
};

export const payoutScheduleSamples: SamplesOf<PayoutScheduleEvent> = {
  PayoutScheduleSet: [
    {
      scheduleId,
      programmeId: ids.programme,
      payerId: ids.payer,
      flow: 'BENEFIT',
      calendar: { daysOfMonth: [5, 20], weekdays: [1, 4], time: '10:00', nonWorkingDays: 'NEXT' },
      cutOffHours: 4,
      actorId: 'bendahara-1',
      setBy: ['bendahara-1', 'bendahara-3'],
      at,
    },
  ],
  PayoutSchedulePaused: [{ scheduleId, reason: 'rekening sedang diperiksa', at }],
  PayoutScheduleResumed: [{ scheduleId, reason: 'pemeriksaan selesai', at }],
  PayoutScheduleRemoved: [{ scheduleId, reason: 'diganti run harian dengan tangan', at }],
  PayoutScheduleTriggered: [{ scheduleId, triggerId, at }],
  ScheduledRunAssembled: [
    { ...slot, runId: ids.run, count: 1, sumIdr: idr(42_000_000n), left: 2, leftOut },
    { ...asked, runId: ids.run, count: 1, sumIdr: idr(42_000_000n), left: 0 },
  ],
  ScheduledRunEmpty: [{ ...slot, left: 0 }],
  ScheduledRunRefused: [
    {
      ...slot,
      code: 'ActNotHeld',
      facts: { act: 'assemble-run', area: '64.74', day: '2026-06-05' },
      leftOut,
    },
    { ...slot, code: 'ScheduleIsPaused', facts: {} },
  ],
  ScheduledRunMissed: [
    { ...slot, why: 'EARLIER_RUN_WAITS', runId: ids.run },
    { ...slot, why: 'LATE', runId: null },
    { ...slot, why: 'NOT_STARTED', runId: null },
  ],
};
