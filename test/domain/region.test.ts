// Areas: the dots of a code matter, and a kelurahan is found by its code or by its name.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areaAround,
  BONTANG_KELURAHAN,
  DISTRICTS,
  isAreaCode,
  isRegencyCode,
  isWithin,
  readKelurahan,
} from '../../domain/region.ts';

test('Bontang has fifteen kelurahan in three districts, as the press says', () => {
  expect(BONTANG_KELURAHAN).toHaveLength(15);
  expect(DISTRICTS['64.74']).toHaveLength(3);
  expect(DISTRICTS['64.08']).toHaveLength(18);
  expect(DISTRICTS['63.02']).toHaveLength(22);
  expect(new Set(BONTANG_KELURAHAN.map(({ code }) => code)).size).toBe(15);
});

test('every kelurahan of Bontang is found by its code, its bare digits and its name', () => {
  for (const { code, name } of BONTANG_KELURAHAN)
    for (const text of [code, code.replaceAll('.', ''), name, name.toUpperCase(), `Kel. ${name}`])
      expect(readKelurahan(text, '64.74')).toEqual({ status: 'found', code });
});

test.each([
  [['64.74.02.1001'], '64.74.02.1001'],
  [['64.74.02.1001', '64.74.02'], '64.74.02'],
  [['64.74.02.1001', '64.74.01.1003'], '64.74'],
  [['64.74', '64.08'], '64'],
  [['64.74', '63.02'], ''],
  [[], ''],
])('the smallest area around %j is "%s"', (areas, around) => {
  expect(areaAround(areas)).toBe(around);
});

test('names are read without hyphens and blanks', () => {
  const code = '64.74.01.1003';
  expect(readKelurahan('Loktuan', '64.74')).toEqual({ status: 'found', code });
  expect(readKelurahan('lok-tuan', '64.74')).toEqual({ status: 'found', code });
});

describe('a kelurahan is refused', () => {
  test.each([
    ['Kampung Seberang', 'KELURAHAN_UNKNOWN'],
    ['', 'KELURAHAN_UNKNOWN'],
    ['64.74.01.1007', 'KELURAHAN_UNKNOWN'],
    ['64.74.04.1001', 'KELURAHAN_UNKNOWN'],
    ['64.74.02.3001', 'KELURAHAN_UNKNOWN'],
    ['99.74.02.1001', 'KELURAHAN_UNKNOWN'],
    ['64.72.01.1001', 'KELURAHAN_OUTSIDE_PROGRAMME'],
    ['64.08.04.2001', 'KELURAHAN_OUTSIDE_PROGRAMME'],
  ])('%s: %s', (text, problem) => {
    expect(readKelurahan(text, '64.74')).toEqual({ status: 'refused', problem });
  });

  test('when its name lies in another programme’s region', () => {
    expect(readKelurahan('Berbas Pantai', '64.08')).toEqual({
      status: 'refused',
      problem: 'KELURAHAN_OUTSIDE_PROGRAMME',
    });
  });
});

test('where only districts are listed, a village counts by its district', () => {
  expect(readKelurahan('64.08.04.2001', '64.08')).toEqual({
    status: 'found',
    code: '64.08.04.2001',
  });
  expect(readKelurahan('64.08.19.2001', '64.08')).toMatchObject({ problem: 'KELURAHAN_UNKNOWN' });
});

test('an area lies within itself and within every prefix that ends at a dot, nothing else', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...BONTANG_KELURAHAN.map(({ code }) => code)),
      fc.nat({ max: 13 }),
      (code, length) => {
        const prefix = code.slice(0, length);
        const endsAtDot = length === 13 || code[length] === '.';
        expect(isWithin(code, prefix)).toBe(length > 0 && endsAtDot);
      },
    ),
  );
});

test('an area code has whole parts and a known province', () => {
  for (const code of ['64', '64.74', '64.74.02', '64.74.02.1003'])
    expect(isAreaCode(code)).toBe(true);
  for (const code of ['', '6', '64.', '64.7', '64.74.02.1', '99', '64.74.02.1003.1', 'x64'])
    expect(isAreaCode(code)).toBe(false);
  expect(isRegencyCode('64.74')).toBe(true);
  expect(isRegencyCode('64.74.02')).toBe(false);
});
