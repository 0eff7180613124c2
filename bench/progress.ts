// What a long measurement says while it runs, beside its results: a line with the minutes since it began.
const startedAt = performance.now();

export const progress = (text: string): void => {
  const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
  process.stderr.write(`  ${minutes.padStart(5)} min  ${text}\n`);
};
