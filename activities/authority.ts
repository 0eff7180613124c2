// Whether the person who asks may do this act here and now, by their own stream and no other word.
import type { ActedBy } from '../domain/actor.ts';
import { systemActor } from '../domain/actor.ts';
import { officeDay } from '../domain/calendar.ts';
import type { Answer } from '../domain/command.ts';
import { type AuthorityRequest, authorise, principalsToAsk } from '../domain/office/authority.ts';
import { type ActorState, actorDecider } from '../domain/office/decider.ts';
import type { Acts } from '../domain/office/reading-acts.ts';
import { requiredActs } from '../domain/office/required-act.ts';
import { type Acting, refused, type Wish } from './append-decision.ts';
import { areaOf } from './areas.ts';
import { closedHistory } from './closed-history.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';

/** What authority rests on: the person's own stream, and the office's now. */
type AuthorityPorts = Pick<DecisionPorts, 'store' | 'ids' | 'clock'>;

type Refused = Extract<Answer, { status: 'refused' }>;
export type Authorised = { readonly acting: Acting } | Refused;

const actorState = async (ports: AuthorityPorts, actorId: string): Promise<ActorState> =>
  stateOf(actorDecider, await ports.store.loadStream(ports.ids.actor(actorId)));

const holder = async (
  ports: AuthorityPorts,
  actorId: string,
  wish: {
    readonly act: AuthorityRequest['act'];
    readonly area: string | null;
    readonly at: string;
  },
): Promise<{ readonly by: ActedBy } | Refused> => {
  // The engine's own hand is never lent to an envelope, whoever registered such a name.
  if (actorId === systemActor.id) return refusedActor(actorId);
  const state = await actorState(ports, actorId);
  if (state.actorId === null) return refusedActor(actorId);
  // No area: a role anywhere will do, but one that is held on that day.
  const request: AuthorityRequest = { act: wish.act, area: wish.area, day: officeDay(wish.at) };
  const principals = new Map<string, ActorState>();
  for (const id of principalsToAsk(state, request)) principals.set(id, await actorState(ports, id));
  const authority = authorise(state, request, principals);
  return 'by' in authority ? authority : { status: 'refused', ...authority.refused };
};

/** By the first of the acts that the person holds there. */
const holderOfOne = async (
  ports: AuthorityPorts,
  actorId: string,
  { acts, area, at }: { readonly acts: Acts; readonly area: string | null; readonly at: string },
): Promise<{ readonly by: ActedBy } | Refused> => {
  const [first, ...others] = acts;
  const held = await holder(ports, actorId, { act: first, area, at });
  if ('by' in held || held.code !== 'ActNotHeld') return held;
  for (const act of others) {
    const other = await holder(ports, actorId, { act, area, at });
    if ('by' in other) return other;
  }
  return held;
};

const refusedActor = (actorId: string): Refused => ({
  status: 'refused',
  code: 'ActorUnknown',
  facts: { actorId },
});

/** The very first person of an installation: nobody could have appointed them; once only. */
const firstAdministrator = (wish: Wish, now: string): Acting | undefined => {
  if (wish.category !== 'actor' || wish.command.type !== 'RegisterActor') return undefined;
  const { firstAdministrator: isFirst, appointment, office, actorId } = wish.command.data;
  if (!isFirst || wish.actorId !== actorId) return undefined;
  const letter = appointment?.letter ?? '';
  return { by: { id: actorId, office, act: 'administer', letter }, now, origin: 'live' };
};

/** A person's authority for one act, outside of a command (a batch, an answer of the bank). */
export const authoriseAct = async (
  ports: AuthorityPorts,
  actorId: string,
  wish: { readonly act: AuthorityRequest['act']; readonly area: string | null },
): Promise<Authorised> => {
  const now = ports.clock();
  const held = await holder(ports, actorId, { ...wish, at: now });
  return 'by' in held ? { acting: { by: held.by, now, origin: 'live' } } : held;
};

/** Commands that say nothing but the past. */
const isTakeOver = ({ command }: Wish): boolean =>
  command.type === 'TakeOverRoster' || command.type === 'TakeOverClaim';

/** `member`: a payable of the run to be assembled, which says in which region the run acts. */
export const authoriseWish = async (
  ports: AuthorityPorts,
  wish: Wish,
  member?: string,
): Promise<Authorised> => {
  const now = ports.clock();
  const first = firstAdministrator(wish, now);
  if (first !== undefined) return { acting: first };
  const area = await areaOf(ports.store, wish, member);
  const acts = requiredActs(wish.category, wish.command.type);
  if (wish.history === undefined) {
    if (isTakeOver(wish)) return refused('HistorySourceMissing');
    const held = await holderOfOne(ports, wish.actorId, { acts, area, at: now });
    return 'by' in held ? { acting: { by: held.by, now, origin: 'live' } } : held;
  }
  const [act] = acts;
  return authoriseHistory(ports, wish, { ...{ act, area, now, member }, ...wish.history });
};

type Past = {
  readonly act: AuthorityRequest['act'];
  readonly area: string | null;
  readonly now: string;
  readonly member: string | undefined;
  readonly effectiveAt: string;
  readonly source: string;
};

/** Entering the past needs its own permission, a source and a reason, and a history still open. */
const authoriseHistory = async (
  ports: AuthorityPorts,
  wish: Wish,
  { act, area, now, member, effectiveAt, source }: Past,
): Promise<Authorised> => {
  if (Number.isNaN(Date.parse(effectiveAt)) || effectiveAt > now)
    return refusedHistory(effectiveAt);
  if (source.trim() === '') return refused('HistorySourceMissing');
  if (wish.reason === undefined || wish.reason.trim() === '') return refused('ReasonMissing');
  const recorder = await holder(ports, wish.actorId, { act: 'record-history', area, at: now });
  if (!('by' in recorder)) return recorder;
  const closed = await closedHistory(ports.store, wish, { effectiveAt, member });
  if (closed !== undefined) return closed;
  // A whole running programme is taken over by this act alone: nobody here did its acts then.
  if (act === 'record-history')
    return { acting: { by: recorder.by, now: effectiveAt, origin: 'historic' } };
  const held = await holder(ports, wish.actorId, { act, area, at: effectiveAt });
  if (!('by' in held)) return held;
  return { acting: { by: held.by, now: effectiveAt, origin: 'historic' } };
};

const refusedHistory = (effectiveAt: string): Refused => ({
  status: 'refused',
  code: 'HistoryNotInThePast',
  facts: { effectiveAt },
});

export const isRefusedAuthority = (authority: Authorised): authority is Refused =>
  'status' in authority;
