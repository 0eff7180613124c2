// Whole rupiah on the wire of ISO 20022: written without sen, and sen refused when read.

export type ReadAmount =
  | { readonly status: 'read'; readonly amountIdr: bigint }
  | { readonly status: 'refused'; readonly code: 'AmountUnreadable' | 'SenNotZero' };

/** ISO 20022 allows 18 digits in all; two of them may be the `.00`. */
export const amountIdrMax = 9_999_999_999_999_999n;

export const writeIdr = (amountIdr: bigint, style: 'whole' | 'two-decimals'): string =>
  style === 'whole' ? amountIdr.toString() : `${amountIdr}.00`;

/** ISO 4217 gives IDR two decimals but sen do not circulate: any sen but zero is an error. */
export const readIdr = (text: string): ReadAmount => {
  const parts = /^(\d{1,18})(?:\.(\d{1,5}))?$/.exec(text);
  if (parts?.[1] === undefined) return { status: 'refused', code: 'AmountUnreadable' };
  if (/[1-9]/.test(parts[2] ?? '')) return { status: 'refused', code: 'SenNotZero' };
  return { status: 'read', amountIdr: BigInt(parts[1]) };
};
