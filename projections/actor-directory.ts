// Who is who: persons of the offices and the acts they may do on a day. Names come back sealed.
import { sql } from 'kysely';
import type { Act, Office } from '../domain/actor.ts';
import type { LocalDate } from '../domain/calendar.ts';
import type { RupiahText } from '../domain/money.ts';
import { limitFault } from '../domain/office/limits.ts';
import { isWithin } from '../domain/region.ts';
import { type ActorRow, actorTable, type HeldRole } from './actor-directory/actor-row.ts';
import { type ReadModels, rowsByKey, selectRows } from './keyed-table.ts';

export const actorById = async (db: ReadModels, actorId: string): Promise<ActorRow | undefined> =>
  (await rowsByKey(db, actorTable, [actorId])).get(actorId);

/** Names for the ids on a page, in one statement. */
export const actorsById = (
  db: ReadModels,
  actorIds: readonly string[],
): Promise<ReadonlyMap<string, ActorRow>> => rowsByKey(db, actorTable, actorIds);

export const listActors = (
  db: ReadModels,
  filter: { readonly office?: Office } = {},
): Promise<readonly ActorRow[]> => {
  const office = filter.office === undefined ? sql`` : sql`where t.office = ${filter.office}`;
  return selectRows(db, actorTable, sql`${office} order by t.office, t.registered_at, t.actor_id`);
};

export const isHeldOn = (role: HeldRole, day: LocalDate): boolean =>
  role.from <= day &&
  (role.to === null || day <= role.to) &&
  (role.endedOn === null || day < role.endedOn);

/** Where a person holds something on a day or will hold it: what ran out or was ended is over. */
export const areasFrom = ({ roles }: ActorRow, day: LocalDate): readonly string[] => [
  ...new Set(
    roles
      .filter(
        ({ to, endedOn }) => (to === null || day <= to) && (endedOn === null || day < endedOn),
      )
      .map(({ area }) => area),
  ),
];

/** Persons whose roles cover an act in an area on a day: "who may instead". */
export const actorsWhoMay = async (
  db: ReadModels,
  wish: { readonly act: Act; readonly area: string; readonly day: LocalDate },
): Promise<readonly ActorRow[]> => {
  const actors = await listActors(db);
  const { act, area, day } = wish;
  return actors.filter(({ roles }) =>
    roles.some((role) => role.act === act && isWithin(area, role.area) && isHeldOn(role, day)),
  );
};

/** Persons whose own letters let them decide that sum there on that day: the tier above. */
export const actorsWhoMayDecide = async (
  db: ReadModels,
  wish: {
    readonly act: Act;
    readonly area: string;
    readonly day: LocalDate;
    readonly amountIdr: RupiahText;
    readonly benefit: string;
  },
): Promise<readonly ActorRow[]> => {
  const actors = await listActors(db);
  const { act, area, day } = wish;
  return actors.filter(({ roles }) =>
    roles.some(
      (role) =>
        role.act === act &&
        role.principalId === null &&
        isWithin(area, role.area) &&
        isHeldOn(role, day) &&
        (role.limit === null ||
          limitFault({ limits: [{ ...role.limit, letter: role.letter }] }, wish) === null),
    ),
  );
};
