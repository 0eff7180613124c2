// Dates and working days. A LocalDate is `YYYY-MM-DD`; holidays are dated data, never code.

export type LocalDate = string & { readonly __brand: 'LocalDate' };
export type Month = string & { readonly __brand: 'Month' };

const DAY_MS = 86_400_000;
/** Bontang and Kutai Timur keep WITA, UTC+8, without summer time. */
export const OFFICE_UTC_OFFSET_HOURS = 8;

const toMs = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);
const fromMs = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10) as LocalDate;

/** True for a real calendar day in ISO form. */
export const isLocalDate = (text: string): text is LocalDate =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  fromMs(Date.parse(`${text}T00:00:00Z`)) === text;

export const localDate = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new Error(`not a calendar day: ${text}`);
  return text;
};

export const isMonth = (text: string): text is Month => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
export const monthOf = (date: LocalDate): Month => date.slice(0, 7) as Month;

/** The office's calendar day at an instant. */
export const officeDay = (instant: string): LocalDate =>
  fromMs(Date.parse(instant) + OFFICE_UTC_OFFSET_HOURS * 3_600_000);

export const addDays = (date: LocalDate, days: number): LocalDate =>
  fromMs(toMs(date) + days * DAY_MS);
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((toMs(to) - toMs(from)) / DAY_MS);

/** Adds calendar months; a day that the target month lacks becomes its last day. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1 + months;
  const day = Number(date.slice(8, 10));
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last)))
    .toISOString()
    .slice(0, 10) as LocalDate;
};

export const addMonthsTo = (month: Month, months: number): Month =>
  monthOf(addMonths(`${month}-01` as LocalDate, months));

/** Whole calendar months from one month to another (0 for the same month). */
export const monthsBetween = (from: Month, to: Month): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));

/** Full years reached on a day. */
export const ageOn = (birth: LocalDate, day: LocalDate): number => {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) >= birth.slice(5) ? years : years - 1;
};

/** Dated list of public holidays. `version` is recorded wherever a due date was computed from it. */
export type HolidayCalendar = { readonly version: string; readonly holidays: readonly LocalDate[] };

export const isWorkingDay = (date: LocalDate, calendar: HolidayCalendar): boolean => {
  const weekday = new Date(toMs(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.includes(date);
};

/** The day on which `days` working days after `start` have passed; the start day does not count. */
export const addWorkingDays = (
  start: LocalDate,
  days: number,
  calendar: HolidayCalendar,
): LocalDate => {
  let date = start;
  for (let left = days; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return date;
};

/** The instant at which an office day begins: what only a day is known of counts from then. */
export const startOfOfficeDay = (date: LocalDate): string =>
  new Date(toMs(date) - OFFICE_UTC_OFFSET_HOURS * 3_600_000).toISOString();

/** The instant at which an office day ends (exclusive): deadlines run out then. */
export const endOfOfficeDay = (date: LocalDate): string =>
  new Date(toMs(date) + DAY_MS - OFFICE_UTC_OFFSET_HOURS * 3_600_000).toISOString();

export const endOfMonth = (month: Month): LocalDate =>
  addDays(addMonths(`${month}-01` as LocalDate, 1), -1);
