// A wait that a poke ends early; a poke before the wait ends it at once.

export type Doorbell = {
  ring(): void;
  /** `true` if somebody rang. */
  wait(limitMs: number): Promise<boolean>;
  /** Forgets who rang so far. */
  clear(): void;
};

export const createDoorbell = (): Doorbell => {
  let rung = false;
  let wake: () => void = () => undefined;
  return {
    ring: () => {
      rung = true;
      wake();
    },
    wait: async (limitMs) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, limitMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return rung;
    },
    clear: () => {
      rung = false;
    },
  };
};
