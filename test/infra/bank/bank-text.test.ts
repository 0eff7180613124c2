// Names as banks can write them, and numbers that must not stand in a payment's text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsNik, isBankId, isBankText, toBankText } from '../../../infra/bank/bank-text.ts';

describe('a name for the bank', () => {
  test.each([
    ['Siti Nur’aini', "SITI NUR'AINI"],
    ['José Ångström', 'JOSE ANGSTROM'],
    ['Straße & Søn', 'STRASSE + SON'],
    ['I Gusti Ngurah\tOka\n', 'I GUSTI NGURAH OKA'],
    ['A\u0000b\u200bdul\u202e', 'ABDUL'],
    ['/Ani: -Budi', 'ANI: -BUDI'],
    ['Ｆｕｌｌ', 'FULL'],
    ['Maria 王', 'MARIA ?'],
    ['Andi 😀 Baso', 'ANDI BASO'],
  ])('%j becomes %j', (raw, written) => {
    expect(toBankText(raw, 140)).toBe(written);
  });

  test('holds only characters of the bank, whatever was typed, and stays as it is the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 140 }), (raw, max) => {
        const once = toBankText(raw, max);
        expect(isBankText(once)).toBe(true);
        expect(once.length).toBeLessThanOrEqual(max);
        expect(toBankText(once, max)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});

test('an id with outer blanks or stray slashes is none', () => {
  expect(['A', 'JKM-6474-2024-000123', 'A/B'].every((id) => isBankId(id, 35))).toBe(true);
  expect([' A', 'A ', '/A', 'A/', 'A//B', 'a', 'Å', ''].some((id) => isBankId(id, 35))).toBe(false);
});

test('a NIK is seen alone and in groups, a card number or a case number is none', () => {
  expect(holdsNik('NIK6474014501900001')).toBe(true);
  expect(holdsNik('6474.0145.0190.0001')).toBe(true);
  expect(holdsNik('JKM-6474-2024-000123')).toBe(false);
  expect(holdsNik('KPJ 12345678901')).toBe(false);
  expect(holdsNik('64740145019000012')).toBe(false);
});
