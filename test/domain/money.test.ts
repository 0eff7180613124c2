// Rupiah: whole and exact, as text and as number, rounded once and by a named rule.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseRupiah,
  ratioOf,
  rupiah,
  rupiahText,
  sumRupiah,
  sumTexts,
} from '../../domain/money.ts';

const anyAmount = fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }).map(rupiah);

describe('rupiah', () => {
  test('survive the way to text and back', () =>
    fc.assert(
      fc.property(anyAmount, (amount) => {
        expect(parseRupiah(rupiahText(amount))).toBe(amount);
      }),
    ));

  test.each(['', ' 1', '1.000', '1,5', '1e3', '+1', '--1', '0x10', '1234567890123456789'])(
    '%j is no amount',
    (text) => {
      expect(() => parseRupiah(text)).toThrow('whole rupiah');
    },
  );

  test('add up in any order', () =>
    fc.assert(
      fc.property(fc.array(anyAmount), (amounts) => {
        const sum = sumRupiah(amounts);
        expect(sumRupiah([...amounts].reverse())).toBe(sum);
        expect(amounts.reduce<bigint>((left, amount) => left - amount, sum)).toBe(0n);
      }),
    ));

  test('add up on the wire', () => {
    const texts = [20_000_000n, 12_000_000n, 10_000_000n].map((n) => rupiahText(rupiah(n)));
    expect(sumTexts(texts)).toBe('42000000');
    expect(sumTexts([])).toBe('0');
  });
});

describe('a ratio', () => {
  const sevenDays = { numerator: 7n, denominator: 30n };

  test('is rounded once, by the rule that was named', () => {
    expect(ratioOf(rupiah(1_000_000n), sevenDays, 'half-up')).toBe(233_333n);
    expect(ratioOf(rupiah(1n), { numerator: 1n, denominator: 2n }, 'half-up')).toBe(1n);
    expect(ratioOf(rupiah(1n), { numerator: 1n, denominator: 2n }, 'down')).toBe(0n);
    expect(ratioOf(rupiah(1n), { numerator: 2n, denominator: 3n }, 'half-up')).toBe(1n);
    expect(ratioOf(rupiah(1n), { numerator: 1n, denominator: 3n }, 'half-up')).toBe(0n);
  });

  test('of a whole is the whole', () =>
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.bigInt({ min: 1n, max: 1000n }),
        (amount, parts) => {
          const whole = { numerator: parts, denominator: parts };
          expect(ratioOf(rupiah(amount), whole, 'half-up')).toBe(amount);
        },
      ),
    ));
});
