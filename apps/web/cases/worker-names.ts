// Names of the workers on a page, as far as the office of whoever looks may see them.

import { nameFor, sightWith } from '../../../domain/office/visibility.ts';
import { isWithin } from '../../../domain/region.ts';
import { isSealed, type Sealed } from '../../../domain/sealed.ts';
import type { Desk, Visitor } from '../house.ts';

const sealedName = (events: readonly { readonly data: unknown }[]): Sealed | undefined => {
  for (const { data } of events.toReversed()) {
    const name: unknown =
      typeof data === 'object' && data !== null ? Reflect.get(data, 'name') : null;
    if (isSealed(name) && name.field === 'worker.name') return name;
  }
  return undefined;
};

export type Placed = { readonly workerId: string; readonly kelurahan: string | null };

/** The acts that somebody holds today where a case lies. */
export const actsAt = ({ roles }: Pick<Visitor, 'roles'>, kelurahan: string | null) =>
  roles.filter(({ area }) => kelurahan !== null && isWithin(kelurahan, area)).map(({ act }) => act);

/** Without an entry: never on a list of ours, forgotten, or not for this person. */
export const workerNames = async (
  { store, keys }: Pick<Desk, 'store' | 'keys'>,
  visitor: Pick<Visitor, 'office' | 'roles'>,
  workers: readonly Placed[],
): Promise<ReadonlyMap<string, string>> => {
  const { office } = visitor;
  const actsOf = new Map(
    workers.map(({ workerId, kelurahan }) => [workerId, actsAt(visitor, kelurahan)]),
  );
  const seen = [...actsOf].flatMap(([workerId, acts]) =>
    sightWith(office, acts, 'IDENTITY') === 'NONE' ? [] : [workerId],
  );
  if (seen.length === 0) return new Map();
  const histories = await store.loadStreams(seen);
  const closed = [...histories].flatMap(([workerId, events]) => {
    const name = sealedName(events);
    return name === undefined ? [] : [{ workerId, name }];
  });
  const opened = await keys.openMany(closed.map(({ name }) => name));
  return new Map(
    closed.flatMap(({ workerId }, at) => {
      const one = opened[at];
      const name =
        one?.status === 'opened' ? nameFor(office, one.value, actsOf.get(workerId)) : null;
      return name === null ? [] : [[workerId, name] as const];
    }),
  );
};
