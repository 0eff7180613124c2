// Officers by name and office: who did something, and who else may.
import type { Act } from '../../../domain/actor.ts';
import { officeDay } from '../../../domain/calendar.ts';
import { isWithin } from '../../../domain/region.ts';
import type { ActorRow } from '../../../projections/actor-directory/actor-row.ts';
import { actorsById, actorsWhoMay, isHeldOn } from '../../../projections/actor-directory.ts';
import type { ActNote } from '../../../projections/claim-file/file-contents.ts';
import { offices, wordOf } from '../../copy/code-words.ts';
import type { Language } from '../../copy/format.ts';
import type { Desk } from '../house.ts';

export type Officer = { readonly actorId: string; readonly name: string; readonly office: string };

const named = async (
  { keys }: Pick<Desk, 'keys'>,
  rows: readonly ActorRow[],
  language: Language,
): Promise<readonly Officer[]> => {
  const opened = await keys.openMany(rows.map(({ name }) => name));
  return rows.map(({ actorId, office }, at) => {
    const one = opened[at];
    const name = one?.status === 'opened' ? one.value : actorId;
    return { actorId, name, office: wordOf(offices, office, language) };
  });
};

/** Names of those who acted; an id without an entry stays an id. */
export const officersNamed = async (
  desk: Desk,
  actorIds: readonly string[],
): Promise<(actorId: string) => string> => {
  const rows = await actorsById(desk.db, [...new Set(actorIds)]);
  const names = new Map(
    (await named(desk, [...rows.values()], desk.language)).map(({ actorId, name }) => [
      actorId,
      name,
    ]),
  );
  return (actorId) => names.get(actorId) ?? actorId;
};

/** Whoever acted, with office and principal: `Ani Suryani (Kantor cabang BPJS)`. */
export const actedByText = (
  act: ActNote | undefined,
  nameOf: (actorId: string) => string,
  language: Language,
): string => {
  if (act === undefined) return '–';
  const { id, office, onBehalfOf } = act.by;
  const behalf = onBehalfOf === undefined ? '' : ` ← ${nameOf(onBehalfOf)}`;
  return `${nameOf(id)}${behalf} (${wordOf(offices, office, language)})`;
};

/** Who may do an act in an area today, without those who had a part already, lent roles included. */
export const officersWhoMay = async (
  desk: Desk,
  wish: { readonly act: Act; readonly area: string; readonly without: readonly string[] },
): Promise<readonly Officer[]> => {
  const { act, area, without } = wish;
  const day = officeDay(desk.now());
  const found = await actorsWhoMay(desk.db, { act, area, day });
  const free = found.filter(
    ({ actorId, roles }) =>
      !without.includes(actorId) &&
      roles.some(
        (role) =>
          role.act === act &&
          isWithin(area, role.area) &&
          isHeldOn(role, day) &&
          (role.principalId === null || !without.includes(role.principalId)),
      ),
  );
  return named(desk, free, desk.language);
};
