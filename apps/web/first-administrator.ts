// Makes the first person of an installation; repeated with the same facts, it is the same person.
import { stateOf } from '../../activities/deciders.ts';
import type { Office } from '../../domain/actor.ts';
import { officeDay } from '../../domain/calendar.ts';
import { actorDecider } from '../../domain/office/decider.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { envelope, isRefused, sealFields } from '../cli/session.ts';
import { refusalText } from '../copy/catalogue.ts';
import { deskOf } from './house.ts';
import type { Guest } from './screen.ts';

export type FirstPerson = {
  readonly actorId: string;
  readonly name: string;
  readonly office: Office;
  readonly area: string;
  readonly letter: string;
};

export const registerFirstAdministrator = async (
  { house, language }: Pick<Guest, 'house' | 'language'>,
  { actorId, name, office, area, letter }: FirstPerson,
): Promise<{ readonly actorId: string } | { readonly error: string }> => {
  const desk = deskOf(house, { actorId, language });
  const streamId = streamIds.actor(actorId);
  // A form sent twice, or an administrator who was registered before there were accounts.
  const { roles } = stateOf(actorDecider, await desk.store.loadStream(streamId));
  if (roles.some(({ act }) => act === 'administer')) return { actorId };
  const named = await desk.gateway.personIn({ texts: { letter }, streams: [] });
  if (named !== undefined) return { error: refusalText(named, language) };
  const commandId = desk.gateway.newCommandId();
  const sealed = await sealFields(desk, streamId, commandId, { name: ['actor.name', name] });
  const from = officeDay(desk.now());
  const answer = await desk.gateway.send({
    ...envelope(desk, 'actor', streamId, {
      type: 'RegisterActor',
      data: {
        ...{ actorId, office, name: sealed.name, firstAdministrator: true },
        appointment: { area, from, to: null, letter },
      },
    }),
    commandId,
  });
  return isRefused(answer) ? { error: refusalText(answer, language) } : { actorId };
};
