// Laws over whole histories: folds are total, events are plain facts, order does not change a benefit.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { claimDecider } from '../../../domain/claim/decider.ts';
import { DOCUMENT_KINDS } from '../../../domain/claim/document-events.ts';
import type { ClaimCommand, ClaimEvent, ClaimStage } from '../../../domain/claim/events.ts';
import { CLAIM_REFUSALS } from '../../../domain/claim/refusals.ts';
import { sameFacts } from '../../../domain/claim/same-facts.ts';
import { claimStage } from '../../../domain/claim/stage.ts';
import type { ClaimState } from '../../../domain/claim/state.ts';
import { type Context, fold } from '../../../domain/decider.ts';
import { sumTexts } from '../../../domain/money.ts';
import { at, person } from '../specification.ts';
import {
  approveClaim,
  because,
  checkClaim,
  coverFacts,
  determinedBy,
  determineHeirs,
  heir,
  idr,
  inArrears,
  mandate,
  passDeadline,
  receiveDocument,
  recommendClaim,
  rejectClaim,
  reportDeath,
  returnDocument,
  settleClaim,
} from './claim-facts.ts';
import { reportIncident } from './incident-facts.ts';

const determination = determinedBy('42000000', localDate('2024-07-01'));
const organiser = heir({ ref: 'p1', relation: 'FUNERAL_ORGANISER' });

/** Every kind of wish at least once, in ordinary and in odd forms. */
const WISHES: readonly ClaimCommand[] = [
  reportDeath(),
  reportDeath({ reportId: 'report-2' }),
  reportDeath({ reportId: 'report-3', deathDate: localDate('2024-03-02') }),
  reportDeath({ reportId: 'report-4', workAccidentSuspected: true }),
  reportIncident(),
  reportIncident({ reportId: 'report-5', channel: 'HOSPITAL' }),
  ...DOCUMENT_KINDS.map((kind) => receiveDocument(kind)),
  returnDocument('doc-FAMILY_CARD'),
  checkClaim(),
  checkClaim(inArrears),
  checkClaim(coverFacts({ state: 'LAPSED', unpaidMonths: 4 })),
  checkClaim(coverFacts({ enrolled: false, membershipStart: null, state: 'NOT_STARTED' })),
  determineHeirs(),
  determineHeirs([organiser], 'p1'),
  recommendClaim({ reason: 'ada alasan' }),
  recommendClaim({ mandate: mandate('TRACKS'), reason: 'ada alasan' }),
  approveClaim(),
  approveClaim({ determination }),
  approveClaim({ totalIdr: idr('10000000') }),
  because('ReturnClaim'),
  rejectClaim(),
  because('WithdrawClaim'),
  because('ReopenClaim'),
  passDeadline,
  settleClaim(['42000000', 'SETTLED']),
  settleClaim(['10000000', 'REPORTED_PAID'], ['32000000', 'RETAINED']),
];

type Turn = { readonly wish: ClaimCommand; readonly context: Context };

const nearlyReady: readonly ClaimCommand[] = [
  reportDeath(),
  ...DOCUMENT_KINDS.map((kind) => receiveDocument(kind)),
  checkClaim(),
  determineHeirs(),
];
/** Histories begin empty or further on, so that the late stages are met as often as the early. */
const OPENINGS: readonly (readonly ClaimCommand[])[] = [
  [],
  nearlyReady,
  [...nearlyReady, recommendClaim()],
  [...nearlyReady, recommendClaim({ mandate: mandate('TRACKS') })],
];
const clerk = at(person('rina', 'handle-documents'));

const accepted = ({ wish, context }: Turn, past: readonly ClaimEvent[]): readonly ClaimEvent[] => {
  const decision = claimDecider.decide(wish, fold(claimDecider, past), context);
  if ('accepted' in decision) return decision.accepted;
  expect(CLAIM_REFUSALS).toContain(decision.refused.code);
  return [];
};

/** A blind pick takes any wish, a seeing one a wish that would change something, an eager one a verdict. */
const anyPick = fc.record({
  number: fc.nat({ max: 9999 }),
  mood: fc.constantFrom('blind', 'seeing', 'eager'),
  who: fc.constantFrom('ani', 'budi', 'citra'),
});
type Pick = { readonly number: number; readonly mood: string; readonly who: string };

const LEADS_ON: readonly ClaimCommand['type'][] = [
  'RecommendClaim',
  'ApproveClaim',
  'SettleClaim',
  'CheckClaim',
];

const choose = (pick: Pick, past: readonly ClaimEvent[]): Turn => {
  const context = at(person(pick.who, 'check-claim'));
  const all = WISHES.map((wish) => ({ wish, context }));
  const seen = pick.mood === 'eager' ? all.filter((one) => LEADS_ON.includes(one.wish.type)) : all;
  const fruitful =
    pick.mood === 'blind' ? all : seen.filter((turn) => accepted(turn, past).length > 0);
  const pool = fruitful.length === 0 ? all : fruitful;
  return pool[pick.number % pool.length] ?? { wish: reportDeath(), context };
};

type History = { readonly opening: readonly ClaimCommand[]; readonly picks: readonly Pick[] };
const anyHistory: fc.Arbitrary<History> = fc.record({
  opening: fc.constantFrom(...OPENINGS),
  picks: fc.array(anyPick, { maxLength: 20 }),
});

/** Shows each turn that changed something, with the past it left behind. */
const play = (
  { opening, picks }: History,
  look: (turn: Turn, past: readonly ClaimEvent[]) => void = () => {},
): readonly ClaimEvent[] => {
  const past: ClaimEvent[] = [];
  const take = (turn: Turn): void => {
    const events = accepted(turn, past);
    past.push(...events);
    if (events.length > 0) look(turn, past);
  };
  for (const wish of opening) take({ wish, context: clerk });
  for (const pick of picks) take(choose(pick, past));
  return past;
};

const STAGES: readonly ClaimStage[] = [
  'REPORTED',
  'PAPERS_INCOMPLETE',
  'PAPERS_RETURNED',
  'DOCUMENTS_COMPLETE',
  'CHECKED',
  'READY_TO_RECOMMEND',
  'RETURNED_TO_VERIFIER',
  'RECOMMENDED',
  'APPROVED',
  'DETERMINED_BY_BRANCH',
  'REJECTED',
  'WITHDRAWN',
  'ROUTED_TO_JKN',
  'SETTLED',
  'REPORTED_PAID',
];

const expectSumsFit = (event: ClaimEvent, before: ClaimState): void => {
  if (event.type === 'BenefitsDetermined') {
    const { lines, totalIdr } = event.data;
    expect(sumTexts(lines.map((line) => line.amountIdr))).toBe(totalIdr);
  }
  if (event.type === 'ClaimApproved') {
    expect(event.data.totalIdr).toBe(before.benefits?.totalIdr);
    expect(before.benefits?.paymentBlocked).toBe(false);
    expect(before.checks?.some((check) => check.verdict === 'FAILS')).toBe(false);
  }
  if (event.type === 'ClaimSettled' && event.data.outcome === 'SETTLED') {
    const { paidIdr, retainedIdr } = event.data;
    expect(sumTexts([paidIdr, retainedIdr])).toBe(before.verdict?.totalIdr);
  }
};

describe('any history that anybody can bring about', () => {
  const stages = new Set<string>();

  test('folds to a stage at every point, and reads back from JSON as the same facts', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const past = play(history, (_, soFar) => stages.add(claimStage(fold(claimDecider, soFar))));
        const reread: readonly ClaimEvent[] = JSON.parse(JSON.stringify(past));
        expect(sameFacts(fold(claimDecider, reread), fold(claimDecider, past))).toBe(true);
      }),
      { numRuns: 250 },
    );
    expect([...stages].sort()).toEqual([...STAGES].sort());
  });

  test('answers a wish that comes again from the same person with nothing', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        play(history, ({ wish, context }, past) => {
          const again = claimDecider.decide(wish, fold(claimDecider, past), context);
          expect(again).toEqual({ accepted: [] });
        });
      }),
      { numRuns: 150 },
    );
  });

  test('decides once, on a sum that is the sum of its lines, and settles that very sum', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const past = play(history);
        const verdicts = past.filter(
          ({ type }) => type === 'ClaimApproved' || type === 'DeterminationReported',
        );
        expect(verdicts.length).toBeLessThan(2);
        for (const [index, event] of past.entries()) {
          expectSumsFit(event, fold(claimDecider, past.slice(0, index)));
        }
      }),
      { numRuns: 150 },
    );
  });
});

test('the same facts in any order of arrival determine the same benefit', () => {
  const facts: readonly ClaimCommand[] = [
    reportDeath(),
    reportDeath({ reportId: 'report-2' }),
    ...DOCUMENT_KINDS.map((kind) => receiveDocument(kind)),
    checkClaim(),
    determineHeirs(),
  ];
  /** A fact that comes too early is brought again; a last check looks at everything. */
  const bring = (order: readonly ClaimCommand[]): ClaimState => {
    const past: ClaimEvent[] = [];
    for (const wish of [...order, ...order, ...order, checkClaim()]) {
      past.push(...accepted({ wish, context: clerk }, past));
    }
    return fold(claimDecider, past);
  };
  const inOrder = bring(facts);
  expect(claimStage(inOrder)).toBe('READY_TO_RECOMMEND');
  fc.assert(
    fc.property(fc.shuffledSubarray([...facts], { minLength: facts.length }), (order) => {
      const state = bring(order);
      expect(claimStage(state)).toBe('READY_TO_RECOMMEND');
      expect(state.benefits).toEqual(inOrder.benefits);
    }),
    { numRuns: 60 },
  );
});
