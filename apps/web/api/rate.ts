// How often one account may ask: a bucket each, filled again as time goes by.
const BURST = 120;
const PER_SECOND = 20;
const KEPT_MAX = 10_000;

type Bucket = { left: number; at: number };

export type Rate = {
  /** Seconds until the next request is looked at; 0: now. */
  waitFor(key: string): number;
};

export const openRate = (now: () => number = Date.now): Rate => {
  const buckets = new Map<string, Bucket>();
  return {
    waitFor(key) {
      const at = now();
      const bucket = buckets.get(key) ?? { left: BURST, at };
      const filled = Math.min(BURST, bucket.left + ((at - bucket.at) / 1_000) * PER_SECOND);
      // Whoever asks a million times with a million keys must not fill the memory.
      if (buckets.size >= KEPT_MAX) buckets.clear();
      const isFree = filled >= 1;
      buckets.set(key, { left: isFree ? filled - 1 : filled, at });
      return isFree ? 0 : Math.ceil((1 - filled) / PER_SECOND);
    },
  };
};
