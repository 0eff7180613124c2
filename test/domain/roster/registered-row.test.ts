// One row of a take-over list: what it says, or the cell that refuses it.
import { describe, expect, test } from 'vitest';
import { localDate, type Month } from '../../../domain/calendar.ts';
import {
  type RegisteredCells,
  type RegisteredTerms,
  registeredCheck,
} from '../../../domain/roster/registered-row.ts';

const terms: RegisteredTerms = {
  ...{ region: '64.74', ageFrom: 18, ageTo: 64, coverFrom: localDate('2023-10-01') },
  ...{ asOf: localDate('2024-07-17'), closedThrough: null },
};

const row: RegisteredCells = {
  ...{ NIK: '6474022103790001', NAMA: 'Siti Aminah', TANGGAL_LAHIR: '21/03/1979' },
  ...{ KELURAHAN: '64.74.02.1001', RT: '03', PEKERJAAN: 'Nelayan', DISABILITAS: '' },
  ...{ KPJ: '23000000001', TANGGAL_DAFTAR: '2023-10-02', MULAI_PERLINDUNGAN: '' },
  ...{ LUNAS_SAMPAI: '2024-06', KARTU_DISERAHKAN: '15/11/2023', PENERIMA_KARTU: 'keluarga' },
};

const read = (change: Partial<RegisteredCells> = {}, own: Partial<RegisteredTerms> = {}) =>
  registeredCheck({ ...terms, ...own })(1, { ...row, ...change });

test('a whole row becomes a member with its days; cover begins with the tranche', () => {
  expect(read()).toMatchObject({
    verdicts: [],
    accepted: {
      ...{ kpj: '23000000001', registeredOn: '2023-10-02', coverStart: '2023-10-01' },
      ...{ paidThrough: '2024-06', handedOver: { on: '2023-11-15', receivedBy: 'FAMILY' } },
    },
  });
});

test('what a list may leave out stays unknown', () => {
  const bare = { LUNAS_SAMPAI: '', KARTU_DISERAHKAN: '', PENERIMA_KARTU: '' };
  expect(read(bare).accepted).toMatchObject({ paidThrough: null, handedOver: null });
});

test('age is only a warning: whom BPJS registered is a member', () => {
  const old = read({ TANGGAL_LAHIR: '21/03/1949', NIK: '6474022103490001' });
  expect(old.accepted).not.toBeNull();
  expect(old.verdicts).toMatchObject([{ problem: 'AGE_ABOVE_WINDOW', severity: 'warning' }]);
});

describe('a row is refused', () => {
  test.each([
    [{ KPJ: '123' }, 'KPJ', 'KPJ_INVALID'],
    [{ TANGGAL_DAFTAR: '' }, 'TANGGAL_DAFTAR', 'REGISTERED_ON_INVALID'],
    [{ MULAI_PERLINDUNGAN: '31/02/2024' }, 'MULAI_PERLINDUNGAN', 'COVER_START_INVALID'],
    [{ LUNAS_SAMPAI: 'Juni' }, 'LUNAS_SAMPAI', 'PAID_THROUGH_INVALID'],
    [{ KARTU_DISERAHKAN: 'kemarin' }, 'KARTU_DISERAHKAN', 'CARD_DATE_INVALID'],
    [{ PENERIMA_KARTU: 'tetangga' }, 'PENERIMA_KARTU', 'CARD_RECEIVER_UNKNOWN'],
    [{ KARTU_DISERAHKAN: '2024-07-18' }, 'KARTU_DISERAHKAN', 'LATER_THAN_LIST'],
    [{ LUNAS_SAMPAI: '2024-08' }, 'LUNAS_SAMPAI', 'LATER_THAN_LIST'],
    [{ NIK: '12' }, 'NIK', 'NIK_LENGTH'],
  ] as const)('%o', (change, column, problem) => {
    const { accepted, verdicts } = read(change);
    expect(accepted).toBeNull();
    expect(verdicts).toContainEqual({ row: 1, column, problem, severity: 'refused' });
  });

  test('when its past belongs to a closed month', () => {
    const { accepted, verdicts } = read({}, { closedThrough: '2023-10' as Month });
    expect(accepted).toBeNull();
    expect(verdicts).toMatchObject([{ column: 'TANGGAL_DAFTAR', problem: 'HISTORY_IS_CLOSED' }]);
  });

  test('when its NIK or KPJ stood in an earlier row, and a corrected row is not lost', () => {
    const check = registeredCheck(terms);
    const problems = (change: Partial<RegisteredCells>, place: number) =>
      check(place, { ...row, ...change }).verdicts.map(({ problem }) => problem);
    expect(problems({ KPJ: 'salah' }, 1)).toEqual(['KPJ_INVALID']);
    expect(problems({}, 2)).toEqual([]);
    expect(problems({ KPJ: '23000000002' }, 3)).toEqual(['NIK_TWICE_IN_FILE']);
    const other = { NIK: '6474022103790002' };
    expect(problems(other, 4)).toEqual(['KPJ_TWICE_IN_FILE']);
  });
});
