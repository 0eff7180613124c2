// National public holidays 2023–2026 (libur nasional) as dated data; days of cuti bersama are not in.
// To be checked against the yearly joint decree of three ministers before production (confidence K).
import type { HolidayCalendar, LocalDate } from '../calendar.ts';
import { localDate } from '../calendar.ts';

/** Working days after this day are counted without holidays: add the next year's rows first. */
export const HOLIDAYS_KNOWN_THROUGH = localDate('2026-12-31');

type Holiday = readonly [date: string, name: string];

const ROWS: readonly Holiday[] = [
  ['2023-01-01', 'Tahun Baru'],
  ['2023-01-22', 'Tahun Baru Imlek'],
  ['2023-02-18', 'Isra Mikraj'],
  ['2023-03-22', 'Hari Suci Nyepi'],
  ['2023-04-07', 'Wafat Isa Almasih'],
  ['2023-04-22', 'Idulfitri'],
  ['2023-04-23', 'Idulfitri'],
  ['2023-05-01', 'Hari Buruh'],
  ['2023-05-18', 'Kenaikan Isa Almasih'],
  ['2023-06-01', 'Hari Lahir Pancasila'],
  ['2023-06-04', 'Waisak'],
  ['2023-06-29', 'Iduladha'],
  ['2023-07-19', 'Tahun Baru Islam'],
  ['2023-08-17', 'Hari Kemerdekaan'],
  ['2023-09-28', 'Maulid Nabi'],
  ['2023-12-25', 'Natal'],
  ['2024-01-01', 'Tahun Baru'],
  ['2024-02-08', 'Isra Mikraj'],
  ['2024-02-10', 'Tahun Baru Imlek'],
  ['2024-02-14', 'Pemilihan umum'],
  ['2024-03-11', 'Hari Suci Nyepi'],
  ['2024-03-29', 'Wafat Yesus Kristus'],
  ['2024-03-31', 'Paskah'],
  ['2024-04-10', 'Idulfitri'],
  ['2024-04-11', 'Idulfitri'],
  ['2024-05-01', 'Hari Buruh'],
  ['2024-05-09', 'Kenaikan Yesus Kristus'],
  ['2024-05-23', 'Waisak'],
  ['2024-06-01', 'Hari Lahir Pancasila'],
  ['2024-06-17', 'Iduladha'],
  ['2024-07-07', 'Tahun Baru Islam'],
  ['2024-08-17', 'Hari Kemerdekaan'],
  ['2024-09-16', 'Maulid Nabi'],
  ['2024-11-27', 'Pemilihan kepala daerah'],
  ['2024-12-25', 'Natal'],
  ['2025-01-01', 'Tahun Baru'],
  ['2025-01-27', 'Isra Mikraj'],
  ['2025-01-29', 'Tahun Baru Imlek'],
  ['2025-03-29', 'Hari Suci Nyepi'],
  ['2025-03-31', 'Idulfitri'],
  ['2025-04-01', 'Idulfitri'],
  ['2025-04-18', 'Wafat Yesus Kristus'],
  ['2025-04-20', 'Paskah'],
  ['2025-05-01', 'Hari Buruh'],
  ['2025-05-12', 'Waisak'],
  ['2025-05-29', 'Kenaikan Yesus Kristus'],
  ['2025-06-01', 'Hari Lahir Pancasila'],
  ['2025-06-06', 'Iduladha'],
  ['2025-06-27', 'Tahun Baru Islam'],
  ['2025-08-17', 'Hari Kemerdekaan'],
  ['2025-09-05', 'Maulid Nabi'],
  ['2025-12-25', 'Natal'],
  ['2026-01-01', 'Tahun Baru'],
  ['2026-01-16', 'Isra Mikraj'],
  ['2026-02-17', 'Tahun Baru Imlek'],
  ['2026-03-19', 'Hari Suci Nyepi'],
  ['2026-03-21', 'Idulfitri'],
  ['2026-03-22', 'Idulfitri'],
  ['2026-04-03', 'Wafat Yesus Kristus'],
  ['2026-04-05', 'Paskah'],
  ['2026-05-01', 'Hari Buruh'],
  ['2026-05-14', 'Kenaikan Yesus Kristus'],
  ['2026-05-27', 'Iduladha'],
  ['2026-05-31', 'Waisak'],
  ['2026-06-01', 'Hari Lahir Pancasila'],
  ['2026-06-16', 'Tahun Baru Islam'],
  ['2026-08-17', 'Hari Kemerdekaan'],
  ['2026-08-25', 'Maulid Nabi'],
  ['2026-12-25', 'Natal'],
];

export const HOLIDAYS: readonly { readonly date: LocalDate; readonly name: string }[] = ROWS.map(
  ([date, name]) => ({ date: localDate(date), name }),
);

export const NATIONAL_HOLIDAYS: HolidayCalendar = {
  version: 'id-national-2023-2026.1',
  holidays: HOLIDAYS.map((holiday) => holiday.date),
};
