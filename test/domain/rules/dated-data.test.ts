// Dated data: the law in force on a day, the papers it asks for, holidays and the due day of T-07.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, addWorkingDays, localDate } from '../../../domain/calendar.ts';
import { DOCUMENT_KINDS } from '../../../domain/claim/documents/document-events.ts';
import { documentListOn, missingDocuments } from '../../../domain/rules/document-list.ts';
import { dueAt, paymentDueDate } from '../../../domain/rules/due-dates.ts';
import {
  HOLIDAYS,
  HOLIDAYS_KNOWN_THROUGH,
  NATIONAL_HOLIDAYS,
} from '../../../domain/rules/holidays.ts';
import { LAW_VERSIONS, lawVersionOn } from '../../../domain/rules/law-versions.ts';

describe('law versions', () => {
  test.each([
    ['2015-07-01', 'L0'],
    ['2019-12-01', 'L0'],
    ['2019-12-02', 'L1'],
    ['2020-09-15', 'L1'],
    ['2023-10-31', 'L1'],
    ['2023-11-01', 'L2'],
    ['2025-02-23', 'L2'],
    ['2025-02-24', 'L3'],
    ['2026-06-01', 'L3'],
  ])('on %s the benefit law is %s', (day, code) => {
    expect(lawVersionOn(localDate(day))?.code).toBe(code);
  });

  test('there is none before PP 44/2015', () =>
    expect(lawVersionOn(localDate('2015-06-30'))).toBeNull());

  test('follow each other without a gap and never end before they begin', () => {
    const benefits = LAW_VERSIONS.filter((version) => version.scope === 'BENEFITS');
    const begins = benefits.map((version) => version.from);
    const follows = benefits.map((version) => version.to && addDays(version.to, 1));
    expect(follows).toEqual([...begins.slice(1), null]);
    expect(LAW_VERSIONS.filter((version) => (version.to ?? version.from) < version.from)).toEqual(
      [],
    );
  });
});

describe('papers of a JKM claim', () => {
  const before = localDate('2025-02-23');
  const since = localDate('2025-02-24');
  const paperFor = (day: typeof before) =>
    documentListOn(day).rows.find((row) => row.kind === 'DEATH_CERTIFICATE')?.paper;

  test('name each kind once', () => {
    for (const day of [before, since]) {
      const kinds = documentListOn(day).rows.map((row) => row.kind);
      expect(new Set(kinds).size).toBe(kinds.length);
      // The papers of a work accident are no papers of a death.
      expect(kinds).toHaveLength(15);
      expect(kinds).not.toContain('KK1_FORM');
    }
  });

  test('ask for the deed of death since L3, and were content with a letter before', () => {
    expect(paperFor(since)).toBe('Akta kematian');
    expect(paperFor(before)).toContain('Surat keterangan kematian');
    expect(paperFor(localDate('2010-01-01'))).toBe(paperFor(before));
  });

  test('the minimum set leaves out what depends on the heirs', () => {
    expect(missingDocuments(since, [])).not.toContain('MARRIAGE_BOOK');
    expect(missingDocuments(since, [])).toHaveLength(8);
    expect(missingDocuments(since, DOCUMENT_KINDS)).toEqual([]);
    expect(missingDocuments(since, [], ['PAYEE_IS_SPOUSE', 'SEVERAL_HEIRS'])).toEqual([
      'MARRIAGE_BOOK',
      'POWER_OF_ATTORNEY',
    ]);
  });
});

describe('holidays', () => {
  test('are in order, each day once, and cover four years', () => {
    const days = HOLIDAYS.map((holiday) => holiday.date);
    expect(days).toEqual([...new Set(days)].sort());
    expect(new Set(days.map((day) => day.slice(0, 4))).size).toBe(4);
    expect(days.every((day) => day <= HOLIDAYS_KNOWN_THROUGH)).toBe(true);
  });

  test.each(['2023', '2024', '2025', '2026'])('%s has the days that never move', (year) => {
    for (const fixed of ['01-01', '05-01', '06-01', '08-17', '12-25']) {
      expect(NATIONAL_HOLIDAYS.holidays).toContain(`${year}-${fixed}`);
    }
  });
});

describe('the due day of T-07', () => {
  test('is the third working day after the papers were complete', () => {
    const due = paymentDueDate(localDate('2024-07-08'), NATIONAL_HOLIDAYS);
    expect(due).toEqual({
      code: 'PAY_WITHIN_3_WORKING_DAYS',
      dueOn: '2024-07-11',
      calendarVersion: 'id-national-2023-2026.1',
      ruleId: 'T-07',
      article: 'Permenaker Pasal 79(2)',
    });
    expect(dueAt(due)).toBe('2024-07-11T16:00:00.000Z');
  });

  test('jumps over weekends and holidays', () => {
    const due = (day: string) => paymentDueDate(localDate(day), NATIONAL_HOLIDAYS).dueOn;
    expect(due('2024-04-09')).toBe('2024-04-16');
    expect(due('2024-07-05')).toBe('2024-07-10');
    expect(due('2024-07-06')).toBe('2024-07-10');
  });

  test('is that of the oracles E48 (the sum of the compensation is not asserted here)', () => {
    const oracles: readonly {
      readonly id: string;
      readonly input: { readonly documents_complete_date: string };
      readonly expected: { readonly due_date: string };
    }[] = JSON.parse(readFileSync(new URL('../../oracles.json', import.meta.url), 'utf8'));
    const cases = oracles.filter((oracle) => oracle.id.startsWith('E48'));
    expect(cases).toHaveLength(2);
    for (const { input, expected } of cases) {
      const start = localDate(input.documents_complete_date);
      expect(addWorkingDays(start, 3, { version: 'oracle', holidays: [] })).toBe(expected.due_date);
    }
  });
});
