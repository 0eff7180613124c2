// Keeps the last thing that was read, so that the chunks of one batch do not read it again each time.

/** A failed reading is not kept: the next try may find it restored. */
export const keepLast = <T>(): ((key: string, read: () => Promise<T>) => Promise<T>) => {
  let kept: { readonly key: string; readonly value: Promise<T> } | undefined;
  return (key, read) => {
    if (kept?.key === key) return kept.value;
    const value = read();
    kept = { key, value };
    value.catch(() => {
      kept = undefined;
    });
    return value;
  };
};
