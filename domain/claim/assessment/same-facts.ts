// Equality of plain JSON facts; the order of keys does not count, because the log does not keep it.

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A key whose value is undefined counts as absent, as it does on the wire. */
const keysOf = (record: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(record).filter((key) => record[key] !== undefined);

export const sameFacts = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, i) => sameFacts(item, other[i]));
  }
  if (!isRecord(one) || !isRecord(other)) return one === other;
  const keys = keysOf(one);
  return (
    keys.length === keysOf(other).length && keys.every((key) => sameFacts(one[key], other[key]))
  );
};
