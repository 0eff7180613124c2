// The words of the house: both languages say the same, and no fact of a refusal is left without a name.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditPhrases, findingPhrases } from '../../apps/copy/audit-phrases.ts';
import { batchColumns, batchPhrases } from '../../apps/copy/batch-phrases.ts';
import { refusalText } from '../../apps/copy/catalogue.ts';
import { claimColumns, claimPhrases } from '../../apps/copy/claim-phrases.ts';
import { deskPhrases } from '../../apps/copy/desk-phrases.ts';
import { factNames } from '../../apps/copy/fact-words.ts';
import {
  figuresIn,
  formatClock,
  formatDay,
  formatInstant,
  formatLongDay,
  formatPercent,
  formatRupiah,
} from '../../apps/copy/format.ts';
import { moneyColumns, moneyPhrases } from '../../apps/copy/money-phrases.ts';
import { officeColumns, officePhrases } from '../../apps/copy/office-phrases.ts';
import {
  deadlineColumns,
  deadlinePhrases,
  demoPhrases,
  operateColumns,
  operatePhrases,
  stackColumns,
  stackPhrases,
} from '../../apps/copy/operate-phrases.ts';
import { peopleColumns, peoplePhrases } from '../../apps/copy/people-phrases.ts';
import { ruleColumns, rulePhrases } from '../../apps/copy/rule-phrases.ts';
import { takeOverPhrases } from '../../apps/copy/take-over-phrases.ts';
import { say, type Text } from '../../apps/copy/text.ts';
import { trancheSaid } from '../../apps/copy/tranche-words.ts';
import { usagePhrases } from '../../apps/copy/usage-phrases.ts';
import { whoMayPhrases } from '../../apps/copy/who-may-phrases.ts';

const catalogues: readonly Readonly<Record<string, Text>>[] = [
  ...[auditPhrases, findingPhrases],
  ...[claimColumns, claimPhrases, demoPhrases, deskPhrases, moneyColumns, moneyPhrases],
  ...[officeColumns, officePhrases, operateColumns, operatePhrases, peopleColumns],
  ...[peoplePhrases, usagePhrases, batchColumns, batchPhrases, deadlineColumns],
  ...[
    ruleColumns,
    rulePhrases,
    deadlinePhrases,
    stackColumns,
    stackPhrases,
    takeOverPhrases,
    trancheSaid,
    whoMayPhrases,
  ],
];

const gapsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, gap = '']) => gap).sort();

test('both languages of a phrase of the pages are filled with the same facts', async () => {
  const files = globSync('apps/web/**/*phrases.ts');
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const { href } = new URL(`../../${file}`, import.meta.url);
    const found: Readonly<Record<string, Readonly<Record<string, Text>>>> = await import(href);
    for (const [name, [id, en]] of Object.values(found).flatMap(Object.entries<Text>))
      expect(gapsOf(id).join(), `${file} ${name}`).toBe(gapsOf(en).join());
  }
});

test('both languages of a phrase are filled with the same facts', () => {
  const phrases = catalogues.flatMap((catalogue) => Object.entries(catalogue));
  expect(phrases.length).toBeGreaterThan(200);
  const uneven = phrases.filter(([, [id, en]]) => gapsOf(id).join() !== gapsOf(en).join());
  expect(uneven.map(([name]) => name)).toEqual([]);
});

/** `refuse('Code', { stage, from: data.from })`: the names before the colons and commas. */
const spokenFacts = (): readonly string[] => {
  // The facts of a calculation are put into sentences of their own (`benefit-sentences.ts`).
  const files = globSync('{domain,activities,workflows,apps/gateway}/**/*.ts').filter(
    (file) => !file.startsWith('domain/rules/'),
  );
  const objects = files.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /(?:refused?\(\s*(?:'\w+'|\w+(?:\.\w+)?),\s*|facts: )\{([^{}]*)\}/g,
      ),
    ].map(([, body = '']) => body),
  );
  const names = objects.flatMap((body) =>
    body.split(',').map((part) => part.trim().match(/^(\w+)(?::|$)/)?.[1] ?? ''),
  );
  return [...new Set(names.filter((name) => name !== ''))];
};

test('every fact of a refusal has a name in both languages', () => {
  const names = spokenFacts();
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => factNames[name] === undefined)).toEqual([]);
});

test('a refusal shows words, sums and days, never codes', () => {
  const refused = (facts: Readonly<Record<string, string>>) =>
    ({ status: 'refused', code: 'ClaimNotOpen', facts }) as const;
  const stage = refused({ stage: 'REJECTED' });
  expect(refusalText(stage, 'id')).toContain('(tahap: ditolak)');
  expect(refusalText(stage, 'en')).toContain('(stage: rejected)');
  const money = refused({ totalIdr: '42000000', paidOn: '2026-09-10', area: '' });
  expect(refusalText(money, 'id')).toContain('(jumlah: Rp42.000.000, tanggal bayar: 10-09-2026)');
  expect(refusalText(money, 'en')).toContain('(total: Rp42,000,000, day of payment: 10 Sept 2026)');
});

test('one is no plural in English, and a percentage has the comma of its language', () => {
  const text = ['{count} pembayaran, {rows} baris', '{count} payments, {rows} rows'] as const;
  expect(say('en', text, { count: 1, rows: 2 })).toBe('1 payment, 2 rows');
  expect(say('en', text, { count: 21, rows: '1' })).toBe('21 payments, 1 row');
  expect(say('id', text, { count: 1, rows: 1 })).toBe('1 pembayaran, 1 baris');
  expect([formatPercent(54.44, 'id'), formatPercent(54.44, 'en')]).toEqual(['54,4 %', '54.4 %']);
});

test('sums and counts have the marks of their language; a year or a position has none', () => {
  expect([formatRupiah('42000000', 'id'), formatRupiah(-42_000_000n, 'en')]).toEqual([
    ...['Rp42.000.000', '-Rp42,000,000'],
  ]);
  const text = ['{count} kartu sejak {year}', '{count} cards since {year}'] as const;
  expect(say('id', text, { count: 36_777, year: 2026 })).toBe('36.777 kartu sejak 2026');
  expect(say('en', text, { count: 36_777n, year: 2026 })).toBe('36,777 cards since 2026');
  const formula = '4,5 % × Rp1.000.000 = Rp45.000; 2025-06-01 < 2025-04-10 + 3 bulan';
  expect(figuresIn(formula, 'id')).toBe(formula);
  expect(figuresIn(formula, 'en')).toBe(
    '4.5 % × Rp1,000,000 = Rp45,000; 2025-06-01 < 2025-04-10 + 3 months',
  );
});

test('no text for people writes a sum in a way of its own', () => {
  const files = globSync('{apps,infra}/**/*.{ts,tsx}').filter(
    // Alone with Node by intent: it imports nothing of the house.
    (file) => file !== 'apps/verifier/main.ts' && file !== 'apps/copy/format.ts',
  );
  const own = files.filter((file) =>
    /Rp ?\$\{|currency: 'IDR'|\brp\(|\.map\(format(?:Rupiah|Count)\)/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  // It fills both languages at once and puts the English marks in at its end.
  expect(own.toSorted()).toEqual(['apps/cli/rule-views.ts', 'apps/copy/benefit-sentences.ts']);
});

test('a day and a time are written the same everywhere, by the clock of the office', () => {
  const eve = '2026-12-31T16:05:09.999Z';
  expect(formatInstant(eve, 'id')).toBe('01-01-2027 00.05 WITA');
  expect(formatInstant(eve, 'en')).toBe('1 Jan 2027, 00:05 WITA');
  expect(formatClock(eve, 'id')).toBe('00.05.09');
  expect([formatDay('2026-09-01', 'id'), formatDay('2026-09-01', 'en')]).toEqual([
    ...['01-09-2026', '1 Sept 2026'],
  ]);
  expect(formatLongDay('2026-09-01', 'id')).toBe('1 September 2026');
});
