// The log says what happened and never who: personal fields and values of rows stay out of it.
import { expect, test } from 'vitest';
import { createLog, errorFacts } from '../../../infra/telemetry/log.ts';

const lines: string[] = [];
const log = createLog('test', { stream: { write: (line) => void lines.push(line) } });

test('personal fields are cut out at the top and two levels down', () => {
  const nik = '6474010101900001';
  log.info({ nik, row: { nik, phone: nik }, deep: { row: { accountNumber: nik } } }, 'a row');
  expect(lines.at(-1)).not.toContain(nik);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ app: 'test', row: { nik: '[sealed]' } });
});

test('what a projection is called is no personal name', () => {
  log.info({ projection: 'claim-queue', position: '42' }, 'following');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ projection: 'claim-queue' });
});

test('an error of the database is told by its codes, never by its message', () => {
  const error = Object.assign(new Error('Key (nik)=(6474010101900001) already exists'), {
    code: '23505',
    table: 'member_roster_v1',
    constraint: 'member_roster_v1_pkey',
  });
  expect(errorFacts(error)).toEqual({
    error: 'Error',
    code: '23505',
    table: 'member_roster_v1',
    constraint: 'member_roster_v1_pkey',
  });
  expect(errorFacts(new Error('no rule for X'))).toEqual({
    error: 'Error',
    message: 'no rule for X',
  });
});
