// Whether a person may do an act, in an area, on a day, and by which letter.
import type { Act, ActedBy } from '../actor.ts';
import type { LocalDate } from '../calendar.ts';
import type { Refusal } from '../decider.ts';
import { isWithin } from '../region.ts';
import type { ActorState, Role } from './decider.ts';
import { limitsOf, widestOf } from './limits.ts';

export type AuthorityRequest = {
  readonly act: Act;
  /**
   * Kemendagri code of the thing acted on; a role for a wider area covers it. Null for a thing that
   * lies nowhere, e.g. a new person of an office: then a role anywhere will do.
   */
  readonly area: string | null;
  /** The office's day of the act. */
  readonly day: LocalDate;
};

export type Authority = { readonly by: ActedBy } | { readonly refused: Refusal<'ActNotHeld'> };

const isHeldOn = (role: Role, day: LocalDate): boolean =>
  role.from <= day && (role.to === null || day <= role.to);

const covers = (role: Role, { act, area, day }: AuthorityRequest): boolean =>
  role.act === act && (area === null || isWithin(area, role.area)) && isHeldOn(role, day);

/** States of principals by their actor id, as they stand now. */
export type Principals = ReadonlyMap<string, ActorState>;

/** Whose streams must be read before a delegated role can count for this request. */
export const principalsToAsk = (
  state: ActorState,
  request: AuthorityRequest,
): readonly string[] => [
  ...new Set(
    state.roles.flatMap((role) =>
      role.principalId !== null && covers(role, request) ? [role.principalId] : [],
    ),
  ),
];

/** Whoever lends an act lends it with its limits. */
const limitedBy = (roles: readonly Role[]): Pick<ActedBy, 'limits'> => {
  const limits = limitsOf(roles);
  return limits === undefined ? {} : { limits };
};

/**
 * Own role before a lent one. A lent role counts only while its principal still holds the act by a
 * role of their own: it ends with the principal's, and cannot be lent on.
 */
export const authorise = (
  state: ActorState,
  request: AuthorityRequest,
  principals: Principals = new Map(),
): Authority => {
  const { actorId, office } = state;
  const held = state.roles.filter((role) => covers(role, request));
  const owned = held.filter((role) => role.principalId === null);
  const own = widestOf(owned);
  if (actorId !== null && own !== undefined)
    return {
      by: { id: actorId, office, act: request.act, letter: own.letter, ...limitedBy(owned) },
    };
  for (const { principalId, letter } of held) {
    const principal = principalId === null ? undefined : principals.get(principalId);
    if (actorId === null || principalId === null || principal === undefined) continue;
    const lent = principal.roles.filter((r) => r.principalId === null && covers(r, request));
    if (lent.length > 0 && principal.actorId === principalId) {
      const by = { id: actorId, office, act: request.act, letter, onBehalfOf: principalId };
      return { by: { ...by, ...limitedBy(lent) } };
    }
  }
  const { act, area, day } = request;
  return { refused: { code: 'ActNotHeld', facts: { act, area: area ?? '', day } } };
};

/**
 * True when somebody holds an act by a role of their own, in the whole area, for the whole period:
 * the fact `principalHolds` that `DelegateRole` needs. One role must cover it all.
 */
export const holdsThroughout = (
  state: ActorState,
  wish: {
    readonly act: Act;
    readonly area: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
  },
): boolean =>
  state.roles.some(
    (role) =>
      role.principalId === null &&
      covers(role, { act: wish.act, area: wish.area, day: wish.from }) &&
      isHeldOn(role, wish.to),
  );
