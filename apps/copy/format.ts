// How sums and days are written for people, in both languages.
import { parseRupiah } from '../../domain/money.ts';

export type Language = 'id' | 'en';

const rupiahFormat = new Intl.NumberFormat('id-ID', {
  style: 'currency',
  currency: 'IDR',
  maximumFractionDigits: 0,
});

/** `Rp42.000.000`: the same in both languages, as every voucher writes it. */
export const formatRupiah = (amount: string | bigint): string =>
  rupiahFormat
    .format(typeof amount === 'bigint' ? amount : parseRupiah(amount))
    .replaceAll('\u00a0', '');

const instantFormats: Record<Language, Intl.DateTimeFormat> = {
  id: new Intl.DateTimeFormat('id-ID', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Makassar',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Makassar',
  }),
};

const dayFormats: Record<Language, Intl.DateTimeFormat> = {
  id: new Intl.DateTimeFormat('id-ID', { dateStyle: 'medium', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
};

/** A calendar day: `10 Sep 2026`. */
export const formatDay = (day: string, language: Language): string =>
  dayFormats[language].format(new Date(`${day}T00:00:00Z`));

/** An instant in the office's time (WITA). */
export const formatInstant = (instant: string, language: Language): string =>
  `${instantFormats[language].format(new Date(instant))} WITA`;

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
