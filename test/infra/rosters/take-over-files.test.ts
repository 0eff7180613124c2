// The examples of the take-over reference are files that the readers take as they stand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { readClaimList } from '../../../infra/rosters/claims-csv.ts';
import { readRegisteredList } from '../../../infra/rosters/registered-csv.ts';

const guide = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'docs', 'reference', 'take-over-files.md'),
  'utf8',
);
const example = (name: string): Uint8Array => {
  const block = new RegExp(`\`\`\`csv ${name}\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1];
  if (block === undefined) throw new Error(`the guide has no example ${name}`);
  return new TextEncoder().encode(block);
};

const terms = {
  ...{ region: '64.74', ageFrom: 18, ageTo: 64, coverFrom: localDate('2023-10-01') },
  ...{ asOf: localDate('2024-07-17'), closedThrough: null },
};

test('the example of members is accepted without a word', async () => {
  const reading = await readRegisteredList([example('peserta')], terms);
  expect(reading).toMatchObject({ status: 'read', rows: 2, refused: [], verdicts: [] });
});

test('the example of claims is accepted without a word', async () => {
  const reading = await readClaimList([example('klaim')]);
  if (reading.status === 'refused') throw new Error(reading.code);
  expect(reading.lines.flatMap(({ faults }) => faults)).toEqual([]);
  expect(reading.lines.map(({ accepted }) => accepted?.stage)).toEqual(['REPORTED', 'PAID']);
});

test.each([
  ['an empty file', '', 'FileEmpty'],
  [
    'a file without the column of the stage',
    'NIK,TANGGAL_MENINGGAL,TANGGAL_LAPOR\n1,2,3\n',
    'ColumnsMissing',
  ],
  ['a letter', 'Yth. Bapak Kepala Dinas\nBersama ini kami\n', 'FileNotCsv'],
])('%s is refused whole', async (_name, text, code) => {
  expect(await readClaimList([new TextEncoder().encode(text)])).toMatchObject({
    ...{ status: 'refused', code },
  });
});

test('a list of members that lacks the KPJ is refused whole, with the name of the column', async () => {
  const text = new TextDecoder().decode(example('peserta')).replace(',KPJ,', ',NOMOR,');
  expect(await readRegisteredList([new TextEncoder().encode(text)], terms)).toMatchObject({
    ...{ status: 'refused', code: 'ColumnsMissing', facts: { columns: 'KPJ' } },
  });
});
