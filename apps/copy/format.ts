// How sums and days are written for people, in both languages.
import { OFFICE_UTC_OFFSET_HOURS } from '../../domain/calendar.ts';
import { parseRupiah } from '../../domain/money.ts';

export type Language = 'id' | 'en';

const countFormats: Record<Language, Intl.NumberFormat> = {
  id: new Intl.NumberFormat('id-ID'),
  en: new Intl.NumberFormat('en-GB'),
};

/** `1.118` in Bahasa Indonesia, `1,118` in English. */
export const formatCount = (count: number | bigint, language: Language): string =>
  countFormats[language].format(count);

/** `Rp42.000.000` in Bahasa Indonesia, as every voucher writes it; `Rp42,000,000` in English. */
export const formatRupiah = (amount: string | bigint, language: Language): string => {
  const rupiah = typeof amount === 'bigint' ? amount : parseRupiah(amount);
  return `${rupiah < 0n ? '-' : ''}Rp${formatCount(rupiah < 0n ? -rupiah : rupiah, language)}`;
};

/** Figures of a recorded formula or a rule: `4,5 % × Rp1.000.000` is `4.5 % × Rp1,000,000` in English. */
export const figuresIn = (text: string, language: Language): string =>
  language === 'id'
    ? text
    : text
        .replace(/Rp\d{1,3}(?:\.\d{3})+/g, (sum) => sum.replaceAll('.', ','))
        .replace(/(\d),(\d+ %)/g, '$1.$2')
        .replace(/(\d) bulan\b/g, '$1 months');

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

const longDayFormats: Record<Language, Intl.DateTimeFormat> = {
  id: new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

const startOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** A calendar day, the same everywhere: `10-09-2026`, in English `10 Sep 2026`. */
export const formatDay = (day: string, language: Language): string =>
  language === 'id' ? day.split('-').toReversed().join('-') : dayFormat.format(startOf(day));

/** As a letter writes it: `10 September 2026`. */
export const formatLongDay = (day: string, language: Language): string =>
  longDayFormats[language].format(startOf(day));

/** ISO text of what the office's clock shows. */
const officeTime = (instant: string): string =>
  new Date(Date.parse(instant) + OFFICE_UTC_OFFSET_HOURS * 3_600_000).toISOString();

/** An instant in the office's time: `10-09-2026 14.30 WITA`, in English `10 Sep 2026, 14:30 WITA`. */
export const formatInstant = (instant: string, language: Language): string => {
  const office = officeTime(instant);
  const day = formatDay(office.slice(0, 10), language);
  const time = office.slice(11, 16);
  return language === 'id' ? `${day} ${time.replace(':', '.')} WITA` : `${day}, ${time} WITA`;
};

/** A day that was entered without a time of day has none: nothing is invented. */
export const formatMoment = (instant: string, language: Language): string => {
  const office = officeTime(instant);
  return office.slice(11, 19) === '00:00:00'
    ? formatLongDay(office.slice(0, 10), language)
    : formatInstant(instant, language);
};

/** The time of day of a line of progress: `14.30.05`, in English `14:30:05`. */
export const formatClock = (instant: string, language: Language): string => {
  const time = officeTime(instant).slice(11, 19);
  return language === 'id' ? time.replaceAll(':', '.') : time;
};

const percentFormats: Record<Language, Intl.NumberFormat> = {
  id: new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
};

/** `54,4 %` in Bahasa Indonesia, `54.4 %` in English. */
export const formatPercent = (percent: number, language: Language): string =>
  `${percentFormats[language].format(percent)} %`;

const MEGABYTE = 1024 * 1024;

/** `1,4 MB` in Bahasa Indonesia; below a tenth of it in kB. */
export const formatBytes = (bytes: number, language: Language): string =>
  bytes < MEGABYTE / 10
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${percentFormats[language].format(bytes / MEGABYTE)} MB`;
