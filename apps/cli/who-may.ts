// After a refusal for want of authority: where the person may do it, and who else may do it there.
import { stateOf } from '../../activities/deciders.ts';
import type { Act } from '../../domain/actor.ts';
import { officeDay } from '../../domain/calendar.ts';
import { actorDecider } from '../../domain/office/decider.ts';
import type { Clock } from '../../infra/clock.ts';
import type { EventStore } from '../../infra/event-store/event-store.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import { actorsWhoMay } from '../../projections/actor-directory.ts';
import type { ProjectionDb } from '../../projections/projection.ts';
import { acts, offices, wordOf } from '../copy/code-words.ts';
import type { Language } from '../copy/format.ts';
import { say } from '../copy/text.ts';
import { whoMayPhrases as phrases } from '../copy/who-may-phrases.ts';
import { kelurahanText } from './place-words.ts';

/** What it reads of a session: the session itself says its refusals with it. */
type Reading = {
  readonly actorId: string;
  readonly store: EventStore;
  readonly db: ProjectionDb;
  readonly now: Clock;
  readonly language: Language;
};

/** More would hide the sentence that they explain. */
const SHOWN = 5;

const isAct = (text: string): text is Act => Object.hasOwn(acts, text);

const ownAreas = async (session: Reading, act: Act): Promise<readonly string[]> => {
  const day = officeDay(session.now());
  const history = await session.store.loadStream(streamIds.actor(session.actorId));
  const { roles } = stateOf(actorDecider, history);
  const held = roles.filter(
    (role) => role.act === act && role.from <= day && (role.to === null || day <= role.to),
  );
  return [...new Set(held.map(({ area }) => area))];
};

const listed = (all: readonly string[]): string =>
  [...all.slice(0, SHOWN), ...(all.length > SHOWN ? ['…'] : [])].join(', ');

export const whoMayLines = async (
  session: Reading,
  { code, facts }: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> },
): Promise<readonly string[]> => {
  const act = String(facts['act'] ?? '');
  if (code !== 'ActNotHeld' || !isAct(act)) return [];
  const { language } = session;
  const own = await ownAreas(session, act);
  const area = String(facts['area'] ?? '');
  const mine =
    own.length === 0
      ? say(language, phrases.ownNowhere)
      : say(language, phrases.ownAreas, { areas: listed(own.map(kelurahanText)) });
  if (area === '') return [mine];
  const may = await actorsWhoMay(session.db, { act, area, day: officeDay(session.now()) });
  if (may.length === 0) return [mine, say(language, phrases.nobody)];
  const who = may.map(({ actorId, office }) => `${actorId} (${wordOf(offices, office, language)})`);
  return [mine, say(language, phrases.others, { who: listed(who) })];
};
