// Names of the workers on a page, as far as the office of whoever looks may see them.

import type { Office } from '../../../domain/actor.ts';
import { nameFor, sightOf } from '../../../domain/office/visibility.ts';
import { isSealed, type Sealed } from '../../../domain/sealed.ts';
import type { Desk } from '../house.ts';

const sealedName = (events: readonly { readonly data: unknown }[]): Sealed | undefined => {
  for (const { data } of events.toReversed()) {
    const name: unknown =
      typeof data === 'object' && data !== null ? Reflect.get(data, 'name') : null;
    if (isSealed(name) && name.field === 'worker.name') return name;
  }
  return undefined;
};

/** Without an entry: never on a list of ours, forgotten, or not for this office. */
export const workerNames = async (
  { store, keys }: Pick<Desk, 'store' | 'keys'>,
  office: Office,
  workerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (sightOf(office, 'IDENTITY') === 'NONE' || workerIds.length === 0) return new Map();
  const histories = await store.loadStreams([...new Set(workerIds)]);
  const closed = [...histories].flatMap(([workerId, events]) => {
    const name = sealedName(events);
    return name === undefined ? [] : [{ workerId, name }];
  });
  const opened = await keys.openMany(closed.map(({ name }) => name));
  return new Map(
    closed.flatMap(({ workerId }, at) => {
      const one = opened[at];
      const name = one?.status === 'opened' ? nameFor(office, one.value) : null;
      return name === null ? [] : [[workerId, name] as const];
    }),
  );
};
