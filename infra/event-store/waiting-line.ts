// The line of those who wait to go together, and who may go next.

/** What one who waits brings. */
export type Boarding = {
  /** Two that share a key never go together, and go in the order they came. */
  readonly keys: readonly string[];
  readonly bytes: number;
};

export type Passenger = Boarding & {
  /** Goes by itself, with nobody beside it. */
  readonly alone: boolean;
};

export type WaitingLine<P extends Passenger> = {
  length(): number;
  push(passenger: P): void;
  /** The next group in the order of arrival, as far as the keys of those under way are free. */
  board(most: { readonly requests: number; readonly bytes: number }): P[];
  /** Those of a group are back: their keys are free, and these of them go again before the rest. */
  landed(group: readonly P[], again: readonly P[]): void;
};

export const waitingLine = <P extends Passenger>(): WaitingLine<P> => {
  const underWay = new Set<string>();
  let waiting: P[] = [];

  const addTo = (keys: Set<string>, passenger: P): void => {
    for (const key of passenger.keys) keys.add(key);
  };
  const isFree = (passenger: P, passedOver: ReadonlySet<string>): boolean =>
    !passenger.keys.some((key) => underWay.has(key) || passedOver.has(key));
  const besides = (passenger: P, group: readonly P[], room: number): boolean => {
    const [first] = group;
    if (first === undefined) return true;
    return !(first.alone || passenger.alone) && passenger.bytes <= room;
  };

  return {
    length: () => waiting.length,
    push: (passenger) => {
      waiting.push(passenger);
    },
    board(most) {
      const group: P[] = [];
      const left: P[] = [];
      const passedOver = new Set<string>(); // nobody overtakes one who shares a key
      let room = most.bytes;
      let seen = 0;
      for (const each of waiting) {
        if (group.length === most.requests) break;
        seen += 1;
        if (isFree(each, passedOver) && besides(each, group, room)) {
          addTo(underWay, each);
          group.push(each);
          room -= each.bytes;
        } else {
          addTo(passedOver, each);
          left.push(each);
        }
      }
      waiting = left.concat(waiting.slice(seen));
      return group;
    },
    landed(group, again) {
      for (const { keys } of group) for (const key of keys) underWay.delete(key);
      waiting = again.concat(waiting);
    },
  };
};
