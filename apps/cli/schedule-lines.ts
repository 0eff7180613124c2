// A payout schedule as lines: its days, its next times by the office's clock, what became of the last.
import type { PayoutCalendar } from '../../domain/payout/schedule-calendar.ts';
import type {
  LeftOut,
  PayoutScheduleSet,
  ScheduledOutcome,
} from '../../domain/payout/schedule-events.ts';
import { refusalText } from '../copy/catalogue.ts';
import { formatInstant, formatRupiah, type Language } from '../copy/format.ts';
import { scheduleWords } from '../copy/payout-schedule.ts';

export const calendarLine = (calendar: PayoutCalendar, language: Language): string => {
  const words = scheduleWords[language];
  const { daysOfMonth, weekdays, time, nonWorkingDays } = calendar;
  const ofMonth = daysOfMonth.length === 0 ? [] : [`${words.dayOfMonth} ${daysOfMonth.join(', ')}`];
  const days = [...ofMonth, ...weekdays.map((day) => words.weekdays[day - 1] ?? String(day))];
  return `${days.join(', ')}, ${time} WITA; ${words.nonWorking[nonWorkingDays]}`;
};

export const setLines = (set: PayoutScheduleSet['data'], language: Language): readonly string[] => {
  const words = scheduleWords[language];
  return [
    calendarLine(set.calendar, language),
    words.cutOff(set.cutOffHours),
    `${words.inNameOf} ${set.setBy.join('+')}`,
  ];
};

/** With its weekday: whoever reads it sees at once whether it is a working day. */
export const timeLine = (instant: string, language: Language): string => {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'Asia/Makassar' });
  return `${weekday.format(new Date(instant))} ${formatInstant(instant, language)}`;
};

export const nextLines = (next: readonly string[], language: Language): readonly string[] => {
  const words = scheduleWords[language];
  if (next.length === 0) return [words.noNextTimes];
  return [`${words.nextTimes}:`, ...next.map((time) => `  ${timeLine(time, language)}`)];
};

/** The ids with what stands against each: whoever deals with them needs both. */
const leftOutText = (leftOut: LeftOut | undefined, language: Language): string => {
  if (leftOut === undefined) return '';
  const named = leftOut.named.map(({ payableId, code }) => {
    const text = refusalText({ status: 'refused', code, facts: {} }, language);
    return `${payableId}: ${text}`;
  });
  const more = leftOut.count > named.length ? ['…'] : [];
  return `; ${scheduleWords[language].leftOut(leftOut.count)}: ${[...named, ...more].join('; ')}`;
};

const whatCame = (outcome: ScheduledOutcome, language: Language): string => {
  const words = scheduleWords[language];
  switch (outcome.type) {
    case 'ScheduledRunAssembled': {
      const { count, sumIdr, runId, left, leftOut } = outcome.data;
      const more = left === 0 ? '' : `; ${words.left(left)}`;
      return `${words.assembled(count, formatRupiah(sumIdr, language))} (run ${runId})${more}${leftOutText(leftOut, language)}`;
    }
    case 'ScheduledRunEmpty':
      return outcome.data.left === 0
        ? words.empty
        : `${words.empty}; ${words.left(outcome.data.left)}`;
    case 'ScheduledRunRefused': {
      const { code, facts, leftOut } = outcome.data;
      const text = refusalText({ status: 'refused', code, facts }, language);
      return `${words.refused}: ${text}${leftOutText(leftOut, language)}`;
    }
    case 'ScheduledRunMissed': {
      const { why, runId } = outcome.data;
      return runId === null ? words.missed[why] : `${words.missed[why]} (run ${runId})`;
    }
  }
};

export const outcomeLine = (outcome: ScheduledOutcome, language: Language): string => {
  const { scheduledAt, cause } = outcome.data;
  const asked = cause === 'TRIGGER' ? ` (${scheduleWords[language].asked})` : '';
  return `${timeLine(scheduledAt, language)}${asked}: ${whatCame(outcome, language)}`;
};
