// One person of the offices, for administrators and auditors; else it is not there.

import type { Acts } from '../../../domain/office/reading-acts.ts';
import type { ActorRow } from '../../../projections/actor-directory/actor-row.ts';
import { actorById } from '../../../projections/actor-directory.ts';
import { isIdKey } from '../../cli/option-values.ts';
import { offices, wordOf } from '../../copy/code-words.ts';
import { say } from '../../copy/text.ts';
import type { Desk, Visit } from '../house.ts';
import { Facts } from '../parts/data-parts.tsx';
import { peoplePhrases as phrases } from '../screens/people/people-phrases.ts';
import type { Head } from './case-head.tsx';
import { officersNamed } from './officers.ts';
import { mayRead } from './own-area.ts';

export const PEOPLE_READERS: Acts = ['administer', 'audit'];

export const readableActor = async (
  desk: Desk,
  streamId: string,
): Promise<ActorRow | undefined> => {
  if (!isIdKey(streamId) || !(await mayRead(desk, PEOPLE_READERS, null))) return undefined;
  const [first] = await desk.store.loadStream(streamId);
  const actorId: unknown =
    first?.category === 'actor' ? Reflect.get(Object(first.data), 'actorId') : undefined;
  return typeof actorId === 'string' ? actorById(desk.db, actorId) : undefined;
};

export const headOfActor = async ({ desk, language }: Visit, id: string): Promise<Head> => {
  const row = await readableActor(desk, id);
  if (row === undefined) return { name: '', body: <></> };
  const { actorId, office } = row;
  const name = (await officersNamed(desk, [actorId]))(actorId);
  return {
    name,
    body: (
      <Facts
        items={[
          [say(language, phrases.person), <strong>{name}</strong>],
          [say(language, phrases.actor), actorId],
          [say(language, phrases.office), wordOf(offices, office, language)],
        ]}
      />
    ),
  };
};
