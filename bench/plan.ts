// How long each benchmark runs: at most a minute of rounds, or a few seconds to see that it works.

type Rounds = { readonly rounds: number; readonly warmUps: number };

export type Plan = {
  readonly append: Rounds & { readonly forMs: number };
  readonly relay: Rounds & { readonly events: number };
  readonly visible: Rounds & { readonly eventsPerSecond: number; readonly seconds: number };
  readonly update: Rounds & {
    readonly commands: number;
    readonly everyMs: number;
    /** Each uses up a claim that took a dozen commands to prepare. */
    readonly approvals: number;
    readonly approveEveryMs: number;
  };
  /** Each round is a new installation: nothing is warm, as on a city's first day. */
  readonly bulk: readonly { readonly rows: number; readonly rounds: number }[];
  readonly lifecycles: Rounds & { readonly starts: number; readonly touches: number };
};

export const FULL: Plan = {
  append: { rounds: 24, warmUps: 2, forMs: 250 },
  relay: { rounds: 5, warmUps: 0, events: 25_000 },
  visible: { rounds: 5, warmUps: 1, eventsPerSecond: 200, seconds: 7 },
  update: { rounds: 5, warmUps: 1, commands: 20, everyMs: 100, approvals: 8, approveEveryMs: 300 },
  bulk: [
    { rows: 36_777, rounds: 3 },
    { rows: 150_000, rounds: 1 },
  ],
  lifecycles: { rounds: 5, warmUps: 1, starts: 200, touches: 60 },
};

/** Tries every path; its numbers mean nothing and are not written down. */
export const QUICK: Plan = {
  append: { rounds: 3, warmUps: 1, forMs: 100 },
  relay: { rounds: 1, warmUps: 0, events: 3_000 },
  visible: { rounds: 1, warmUps: 0, eventsPerSecond: 50, seconds: 2 },
  update: { rounds: 1, warmUps: 0, commands: 5, everyMs: 50, approvals: 3, approveEveryMs: 120 },
  bulk: [{ rows: 1_200, rounds: 1 }],
  lifecycles: { rounds: 1, warmUps: 0, starts: 40, touches: 20 },
};
