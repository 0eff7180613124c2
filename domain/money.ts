// Rupiah: whole, exact, never a float. In memory a bigint, on the wire a decimal string.

export type Rupiah = bigint & { readonly __brand: 'Rupiah' };
/** Decimal digits, optionally signed, as events and messages carry money: `"42000000"`. */
export type RupiahText = string & { readonly __brand: 'RupiahText' };

export const rupiah = (amount: bigint): Rupiah => amount as Rupiah;

/** Throws on anything but whole decimal digits: such a text in an event is a bug. */
export const parseRupiah = (text: string): Rupiah => {
  if (!/^-?\d{1,18}$/.test(text)) throw new Error('not an amount in whole rupiah');
  return BigInt(text) as Rupiah;
};

export const rupiahText = (amount: Rupiah): RupiahText => amount.toString() as RupiahText;

export const sumRupiah = (amounts: readonly Rupiah[]): Rupiah =>
  amounts.reduce<bigint>((total, amount) => total + amount, 0n) as Rupiah;

/** Adds wire amounts. */
export const sumTexts = (amounts: readonly RupiahText[]): RupiahText =>
  rupiahText(sumRupiah(amounts.map(parseRupiah)));

export type Rounding = 'down' | 'half-up';

/** `amount × numerator ÷ denominator`, rounded once by an explicit rule. */
export const ratioOf = (
  amount: Rupiah,
  ratio: { readonly numerator: bigint; readonly denominator: bigint },
  rounding: Rounding,
): Rupiah => {
  const scaled = amount * ratio.numerator;
  const half = rounding === 'half-up' ? ratio.denominator / 2n : 0n;
  return ((scaled + half) / ratio.denominator) as Rupiah;
};
