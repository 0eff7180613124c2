// A history as plain JSON and back: bytes and 64-bit numbers keep their kind, nothing else is lost.

const isLong = (value: object): boolean => 'low' in value && 'high' in value && 'unsigned' in value;

/** Bytes become `{"bytes64": …}`; 64-bit numbers (ids and instants, all below 2^53) plain numbers. */
export const asPlain = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return { bytes64: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(asPlain);
  if (isLong(value)) return Number(value.toString());
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([key, inner]) => [key, asPlain(inner)]),
  );
};

export const fromPlain = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromPlain);
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === 'bytes64')
    return new Uint8Array(Buffer.from(String(first[1]), 'base64'));
  return Object.fromEntries(entries.map(([key, inner]) => [key, fromPlain(inner)]));
};
