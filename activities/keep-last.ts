// Keeps the last thing that was read, so that the chunks of one batch do not read it again each time.

/** A list of 150,000 people fills 100 MB, and is personal data: kept only while somebody asks for it. */
const KEPT_MS = 30_000;

/** A failed reading is not kept: the next try may find it restored. */
export const keepLast = <T>(): ((key: string, read: () => Promise<T>) => Promise<T>) => {
  let kept: { readonly key: string; readonly value: Promise<T> } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const forget = (): void => {
    kept = undefined;
  };
  const keepOn = (): void => {
    clearTimeout(timer);
    timer = setTimeout(forget, KEPT_MS).unref();
  };
  return (key, read) => {
    keepOn();
    if (kept?.key === key) return kept.value;
    const value = read();
    kept = { key, value };
    value.then(keepOn, forget);
    return value;
  };
};
