// Authority: within dates and area, one's own before a lent one, and a loan never widens anything.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act } from '../../../domain/actor.ts';
import { addDays, type LocalDate, localDate } from '../../../domain/calendar.ts';
import {
  type AuthorityRequest,
  authorise,
  holdsThroughout,
  principalsToAsk,
} from '../../../domain/office/authority.ts';
import type { ActorState, Role } from '../../../domain/office/decider.ts';
import { isWithin } from '../../../domain/region.ts';

const START = localDate('2024-01-01');
const role = (changed: Partial<Role> = {}): Role => ({
  act: 'approve-claim',
  area: '64.74',
  from: START,
  to: localDate('2024-12-31'),
  letter: 'SK 1',
  limit: null,
  principalId: null,
  ...changed,
});
const actorWith = (actorId: string, ...roles: readonly Role[]): ActorState => ({
  actorId,
  office: 'DISNAKER',
  nameCommitment: actorId,
  roles,
});
const request = (changed: Partial<AuthorityRequest> = {}): AuthorityRequest => ({
  act: 'approve-claim',
  area: '64.74.02.1003',
  day: localDate('2024-07-08'),
  ...changed,
});
const states = (...actors: readonly ActorState[]): ReadonlyMap<string, ActorState> =>
  new Map(actors.map((actor) => [actor.actorId ?? '', actor]));

describe('an own role', () => {
  test('counts in its area, both days included, and names its letter', () => {
    const ani = actorWith('ani', role());
    for (const day of ['2024-01-01', '2024-07-08', '2024-12-31'])
      expect(authorise(ani, request({ day: localDate(day) }))).toEqual({
        by: { id: 'ani', office: 'DISNAKER', act: 'approve-claim', letter: 'SK 1' },
      });
  });

  test('does not count outside: act, day, area', () => {
    const ani = actorWith('ani', role({ area: '64.74.02' }));
    for (const changed of [
      { act: 'audit' },
      { day: localDate('2023-12-31') },
      { day: localDate('2025-01-01') },
      { area: '64.74.01.1001' },
      { area: '64.74.021' },
      { area: '64.74' },
    ] as const)
      expect(authorise(ani, request(changed)), JSON.stringify(changed)).toMatchObject({
        refused: { code: 'ActNotHeld' },
      });
  });

  test('anywhere is enough for a thing that lies nowhere', () => {
    const ani = actorWith('ani', role());
    expect(authorise(ani, request({ area: null }))).toHaveProperty('by');
    expect(authorise(actorWith('ani'), request({ area: null }))).toHaveProperty('refused');
  });

  test('of nobody registered gives nothing', () => {
    const nobody = { ...actorWith('ani', role()), actorId: null };
    expect(authorise(nobody, request())).toHaveProperty('refused');
  });
});

describe('a lent role', () => {
  const lent = role({ principalId: 'budi', letter: 'ST 2', area: '64.74.02' });

  test('counts on behalf of the principal who still holds the act', () => {
    const answer = authorise(actorWith('ani', lent), request(), states(actorWith('budi', role())));
    expect(answer).toEqual({
      by: {
        id: 'ani',
        office: 'DISNAKER',
        act: 'approve-claim',
        letter: 'ST 2',
        onBehalfOf: 'budi',
      },
    });
  });

  test('yields to one’s own', () => {
    const ani = actorWith('ani', lent, role());
    const answer = authorise(ani, request(), states(actorWith('budi', role())));
    expect(answer).toMatchObject({ by: { letter: 'SK 1' } });
    expect(answer).not.toHaveProperty('by.onBehalfOf');
  });

  test('ends with the principal’s role, and is never granted without asking', () => {
    const ani = actorWith('ani', lent);
    const dismissed = actorWith('budi', role({ to: localDate('2024-07-07') }));
    expect(authorise(ani, request(), states(dismissed))).toHaveProperty('refused');
    expect(authorise(ani, request())).toHaveProperty('refused');
    expect(principalsToAsk(ani, request())).toEqual(['budi']);
    expect(principalsToAsk(ani, request({ act: 'audit' }))).toEqual([]);
  });

  test('cannot be lent on', () => {
    const borrower = actorWith('budi', role({ principalId: 'citra' }));
    const answer = authorise(
      actorWith('ani', lent),
      request(),
      states(borrower, actorWith('citra', role())),
    );
    expect(answer).toHaveProperty('refused');
    expect(
      holdsThroughout(borrower, {
        act: 'approve-claim',
        area: '64.74',
        from: START,
        to: addDays(START, 1),
      }),
    ).toBe(false);
  });
});

const anyDay: fc.Arbitrary<LocalDate> = fc
  .integer({ min: -40, max: 440 })
  .map((days) => addDays(START, days));
const anyAct: fc.Arbitrary<Act> = fc.constantFrom('approve-claim', 'audit');
const anyArea = fc.constantFrom('64', '64.74', '64.74.02', '64.74.02.1003', '64.7', '63.02');
const anyRole: fc.Arbitrary<Role> = fc.record({
  act: anyAct,
  area: anyArea,
  from: anyDay,
  to: fc.option(anyDay),
  letter: fc.constant('SK'),
  limit: fc.constant(null),
  principalId: fc.option(fc.constantFrom('budi', 'citra')),
});
const anyRequest: fc.Arbitrary<AuthorityRequest> = fc.record({
  act: anyAct,
  area: anyArea,
  day: anyDay,
});

const reaches = (held: Role, { act, area, day }: AuthorityRequest): boolean =>
  held.act === act &&
  isWithin(area ?? '', held.area) &&
  held.from <= day &&
  (held.to === null || day <= held.to);

test('authority is never granted outside the dates and the area of a role that is held', () => {
  fc.assert(
    fc.property(fc.array(anyRole), fc.array(anyRole), anyRequest, (mine, theirs, wish) => {
      const answer = authorise(
        actorWith('ani', ...mine),
        wish,
        states(actorWith('budi', ...theirs)),
      );
      if ('refused' in answer) return;
      const { onBehalfOf } = answer.by;
      expect(mine.some((r) => reaches(r, wish) && r.principalId === (onBehalfOf ?? null))).toBe(
        true,
      );
    }),
    { numRuns: 500 },
  );
});

test('an own role that reaches the request is always enough', () => {
  fc.assert(
    fc.property(fc.array(anyRole), anyRequest, (roles, wish) => {
      const own = roles.some((r) => r.principalId === null && reaches(r, wish));
      if (own) expect(authorise(actorWith('ani', ...roles), wish)).toHaveProperty('by');
    }),
    { numRuns: 500 },
  );
});

test('a delegation never widens: what it allows, the principal may do by an own role', () => {
  fc.assert(
    fc.property(
      fc.array(anyRole.map((r) => ({ ...r, principalId: 'budi' }))),
      fc.array(anyRole),
      anyRequest,
      (lent, held, wish) => {
        const budi = actorWith('budi', ...held);
        const answer = authorise(actorWith('ani', ...lent), wish, states(budi));
        if ('by' in answer)
          expect(held.some((r) => r.principalId === null && reaches(r, wish))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('who holds an act throughout holds it on every day and in every place of the wish', () => {
  fc.assert(
    fc.property(fc.array(anyRole), anyRequest, fc.nat({ max: 60 }), (roles, wish, days) => {
      const budi = actorWith('budi', ...roles);
      const { act, area, day: from } = wish;
      const to = addDays(from, days);
      if (area === null || !holdsThroughout(budi, { act, area, from, to })) return;
      for (let day = from; day <= to; day = addDays(day, 1))
        expect(authorise(budi, { act, area, day })).toHaveProperty('by');
    }),
  );
});
