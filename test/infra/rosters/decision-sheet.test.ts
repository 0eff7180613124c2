// A sheet of many decisions: what was written is read back, and a bad row refuses itself only.
import { expect, test } from 'vitest';
import {
  decisionSheet,
  readDecisionSheet,
  refusedSheet,
} from '../../../infra/rosters/decision-sheet.ts';

const ONE = '6f4c576f-0d1e-4c3b-9a57-0c2f5f0d7a01';
const TWO = 'be898749-0d1e-4c3b-9a57-0c2f5f0d7a02';
const row = (KLAIM: string) => ({
  ...{ KLAIM, VERSI: 9, KELURAHAN: 'Kanaan', TAHAP: 'diusulkan', JUMLAH: '42000000' },
});
const read = async (text: string) => {
  const reading = await readDecisionSheet(new TextEncoder().encode(text));
  if (reading.status === 'refused') throw new Error(reading.code);
  return reading;
};
const HEAD = 'KLAIM,VERSI,JUMLAH,PUTUSAN,ALASAN';

test('what nobody filled in is left alone, what was filled in is decided over the sum seen', async () => {
  const written = decisionSheet([row(ONE), row(TWO)]);
  const filled = written.replace(/(6f4c.*42000000),/, '$1,Setujui');
  const { lines } = await read(filled);
  expect(lines.map(({ decided, fault }) => [decided?.decision, fault])).toEqual([
    ['APPROVE', null],
    [undefined, null],
  ]);
  expect(lines[0]?.decided).toMatchObject({
    ...{ claimId: ONE, seenVersion: 9, totalIdr: '42000000', determination: null },
  });
});

test.each([
  [`x,9,42000000,SETUJUI,`, 'KLAIM'],
  [`${ONE},,42000000,SETUJUI,`, 'VERSI'],
  [`${ONE},9,empat,SETUJUI,`, 'JUMLAH'],
  [`${ONE},9,42000000,TOLAK,`, 'PUTUSAN'],
  [`${ONE},9,42000000,KEMBALIKAN,`, 'ALASAN'],
])('%s names the cell that is wrong', async (line, column) => {
  const { lines } = await read(`${HEAD}\n${line}\n`);
  expect(lines[0]).toMatchObject({ decided: null, fault: column });
});

test('a branch’s verdict is whole or refused; a claim stands in a sheet once', async () => {
  const head = `${HEAD},JUMLAH_DITETAPKAN,TANGGAL_PENETAPAN,REFERENSI`;
  const start = `9,42000000,approve,,`;
  const { lines } = await read(
    `${head}\n${ONE},${start}Rp42.000.000,2026-09-01,BPJS/7\n${TWO},${start}42000000,,BPJS/8\n` +
      `${ONE},9,42000000,return,periksa lagi,,,\n`,
  );
  expect(lines.map(({ fault }) => fault)).toEqual([null, 'TANGGAL_PENETAPAN', 'KLAIM']);
  expect(lines[0]?.decided?.determination).toEqual({
    ...{ determinedIdr: '42000000', determinedOn: '2026-09-01', reference: 'BPJS/7' },
  });
});

test('refused rows come back as they were, with reason and row', async () => {
  const reading = await read(`${HEAD}\n${ONE},9,42000000,SETUJUI,\n${TWO},9,1,SETUJUI,\n`);
  const text = refusedSheet(reading, new Map([[2, 'Jumlah berubah']]));
  expect(text).toContain(`${TWO},9,1,SETUJUI,,Jumlah berubah,2`);
  expect(text).not.toContain(ONE);
});
