// Where a person may look: by the roles they hold, and by the area of the thing that is looked at.
import { authoriseAct } from '../../../activities/authority.ts';
import type { Acts } from '../../../domain/office/reading-acts.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import type { Desk, Visitor } from '../house.ts';

/** The same question as before an act: a lent role counts only while its principal holds the act. */
export const mayRead = async (desk: Desk, acts: Acts, area: string | null): Promise<boolean> => {
  const ports = { store: desk.store, ids: streamIds, clock: desk.now };
  for (const act of acts) {
    const authority = await authoriseAct(ports, desk.actorId, { act, area });
    if ('acting' in authority) return true;
    // Nobody of that name holds any act: no need to ask for the others.
    if (authority.code !== 'ActNotHeld') return false;
  }
  return false;
};

/** Of lists: the widest areas in which one of these acts is held today. */
export const areasOf = ({ roles }: Visitor, acts: Acts): readonly string[] => [
  ...new Set(roles.filter(({ act }) => acts.includes(act)).map(({ area }) => area)),
];
