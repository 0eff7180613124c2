// Law: whoever recommends, approves, assembles and releases are four persons, on every path.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Act, personsBehind } from '../../../domain/actor.ts';
import { claimDecider } from '../../../domain/claim/decider.ts';
import type { ClaimCommand, ClaimEvent } from '../../../domain/claim/events.ts';
import { type Context, fold } from '../../../domain/decider.ts';
import { payoutRunDecider } from '../../../domain/payout/run-decider.ts';
import type { PayoutRunCommand, PayoutRunEvent } from '../../../domain/payout/run-events.ts';
import {
  approveClaim,
  because,
  checkClaim,
  claim,
  coverFacts,
  determineHeirs,
  heir,
  inArrears,
  readyWishes,
  recommendClaim,
  rejectClaim,
} from '../claim/claim-facts.ts';
import { at, person } from '../specification.ts';
import { assemble, cancelRun, member, releaseRun } from './payout-facts.ts';

const PERSONS = ['ani', 'budi', 'citra', 'dewi', 'eko', 'fajar'] as const;

const CLAIM_WISHES: readonly (readonly [ClaimCommand, Act])[] = [
  [recommendClaim({ reason: 'ada alasan' }), 'recommend-claim'],
  [approveClaim(), 'approve-claim'],
  [because('ReturnClaim'), 'approve-claim'],
  [rejectClaim(), 'approve-claim'],
  [because('ReopenClaim'), 'check-claim'],
  [checkClaim(), 'check-claim'],
  [checkClaim(inArrears), 'check-claim'],
  [checkClaim(coverFacts({ sources: [] })), 'check-claim'],
  [determineHeirs([heir({ ref: 'h2' })], 'h2'), 'check-claim'],
];

type Turn = {
  readonly who: string;
  readonly standsInFor: string | undefined;
  readonly wish: number;
};

const turn: fc.Arbitrary<Turn> = fc.record({
  who: fc.constantFrom(...PERSONS),
  standsInFor: fc.option(fc.constantFrom(...PERSONS), { nil: undefined, freq: 3 }),
  // The first three wishes come more often, so that many histories reach a second recommendation.
  wish: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 1 }) },
    { weight: 1, arbitrary: fc.constant(2) },
    { weight: 1, arbitrary: fc.integer({ min: 3, max: CLAIM_WISHES.length - 1 }) },
  ),
});

const contextOf = ({ who, standsInFor }: Turn, act: Act): Context =>
  at(person(who, act, standsInFor === who ? undefined : standsInFor));

const playClaim = (turns: readonly Turn[]): readonly ClaimEvent[] => {
  const past = [...claim.after(...readyWishes)];
  for (const each of turns) {
    const [command, act] = CLAIM_WISHES[each.wish] ?? [recommendClaim(), 'recommend-claim'];
    const state = fold(claimDecider, past);
    const decision = claimDecider.decide(command, state, contextOf(each, act));
    if ('accepted' in decision) past.push(...decision.accepted);
  }
  return past;
};

type Runs = readonly PayoutRunEvent[];

/** What a turn wishes of a run: assemble, release (more often), or cancel. */
const runWish = (turnWish: number, decidedBy: readonly string[]): [PayoutRunCommand, Act] => {
  const members = [member('payable-1', { decidedBy })];
  if (turnWish === 0) return [assemble({ members }), 'assemble-run'];
  return turnWish % 4 === 3
    ? [cancelRun(), 'assemble-run']
    : [releaseRun('42000000'), 'release-run'];
};

/** Runs one after the other: a cancelled run frees the payable for the next one. */
const playRuns = (turns: readonly Turn[], decidedBy: readonly string[]): readonly Runs[] => {
  const runs: PayoutRunEvent[][] = [[]];
  for (const each of turns) {
    const current = runs.at(-1) ?? [];
    const [command, act] = runWish(each.wish, decidedBy);
    const state = fold(payoutRunDecider, current);
    const decision = payoutRunDecider.decide(command, state, contextOf(each, act));
    if ('accepted' in decision) current.push(...decision.accepted);
    if (fold(payoutRunDecider, current).cancelled) runs.push([]);
  }
  return runs;
};

const expectDisjoint = (groups: readonly (readonly string[])[]): void => {
  const everyone = groups.flatMap((group) => [...new Set(group)]);
  expect(new Set(everyone).size).toBe(everyone.length);
};

const recommendersOf = (past: readonly ClaimEvent[]): readonly string[] =>
  past.flatMap((event) => (event.type === 'ClaimRecommended' ? event.data.recommendedBy : []));

/** Persons who acted on one run. */
const handsOf = (events: Runs) => ({
  assembledBy: events.flatMap((event) =>
    event.type === 'RunAssembled' ? event.data.assembledBy : [],
  ),
  releasedBy: events.flatMap((event) =>
    event.type === 'RunReleased' ? event.data.releasedBy : [],
  ),
});

describe('on any order of wishes by anybody, delegation included', () => {
  const reached = { approved: 0, afterReturn: 0, released: 0 };

  const fourAreFour = (claimTurns: readonly Turn[], runTurns: readonly Turn[]): void => {
    const past = playClaim(claimTurns);
    const verdict = past.find((event) => event.type === 'ClaimApproved');
    if (verdict === undefined) return;
    const recommenders = recommendersOf(past);
    const { recommendedBy, approvedBy } = verdict.data;
    expectDisjoint([recommenders, approvedBy]);
    expect(recommendedBy).toEqual([...new Set(recommenders)]);
    reached.approved += 1;
    if (past.some((event) => event.type === 'ClaimReturned')) reached.afterReturn += 1;
    for (const events of playRuns(runTurns, [...recommendedBy, ...approvedBy])) {
      const { assembledBy, releasedBy } = handsOf(events);
      expectDisjoint([recommenders, approvedBy, assembledBy, releasedBy]);
      if (releasedBy.length > 0) reached.released += 1;
    }
  };

  test('the four are four', () => {
    const turns = fc.array(turn, { minLength: 8, maxLength: 40 });
    fc.assert(fc.property(turns, turns, fourAreFour), { numRuns: 1000 });
  });

  test('and the law was put to the test: claims were approved and runs released', () => {
    expect(reached.approved).toBeGreaterThan(50);
    expect(reached.afterReturn).toBeGreaterThan(10);
    expect(reached.released).toBeGreaterThan(10);
  });
});

test('a stand-in counts for both persons', () =>
  expect(personsBehind(person('ani', 'approve-claim', 'budi'))).toEqual(['ani', 'budi']));
