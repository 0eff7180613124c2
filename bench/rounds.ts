// Rounds in turn: whoever else uses the machine then hurts the baseline and us alike.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export type Contestant = {
  readonly name: string;
  /** One round; answers a rate or a time. */
  measure(): Promise<number>;
};

export type Rounds = Readonly<Record<string, readonly number[]>>;

/** Every order of the contestants once: nobody always runs behind the same neighbour. */
const orders = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  all.length <= 1
    ? [all]
    : all.flatMap((first) =>
        orders(all.filter((each) => each !== first)).map((rest) => [first, ...rest]),
      );

// One contestant's garbage must not be collected in the round of the next.
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

export const alternate = async (
  contestants: readonly Contestant[],
  plan: { readonly rounds: number; readonly warmUps: number },
): Promise<Rounds> => {
  const values = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  const all = orders(contestants);
  for (let round = -plan.warmUps; round < plan.rounds; round += 1) {
    // A stride through the list, so that a few rounds see different orders too.
    const order = all[(Math.max(0, round) * 5) % all.length] ?? contestants;
    for (const contestant of order) {
      collectGarbage();
      const value = await contestant.measure();
      if (0 <= round) values.get(contestant.name)?.push(value);
    }
  }
  return Object.fromEntries(values);
};

/** The value below which the share lies: 0.5 is the median. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[at] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export type Compared = {
  /** Each round against the baseline of the same round, then the median of these ratios. */
  readonly paired: number;
  /** The ratio of the two medians. */
  readonly ofMedians: number;
};

/** In quiet both say the same; apart, other work on the machine decided more than the contestants. */
export const compare = (
  rounds: Rounds,
  pair: { readonly of: string; readonly to: string },
): Compared => {
  const [ours, base] = [rounds[pair.of] ?? [], rounds[pair.to] ?? []];
  return {
    paired: median(ours.map((value, round) => value / (base[round] ?? Number.NaN))),
    ofMedians: median(ours) / median(base),
  };
};

const APART = 0.1;

export const isNoisy = ({ paired, ofMedians }: Compared): boolean =>
  APART < Math.abs(paired / ofMedians - 1);

/** Operations a second of so many writers, each waiting for its answer before the next. */
export const rateOf = async (
  load: { readonly writers: number; readonly forMs: number },
  operation: () => Promise<void>,
): Promise<number> => {
  let done = 0;
  const startedAt = performance.now();
  const until = startedAt + load.forMs;
  const write = async (): Promise<void> => {
    while (performance.now() < until) {
      await operation();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: load.writers }, write));
  return done / ((performance.now() - startedAt) / 1000);
};
