// Laws over whole histories: folds are total, events are plain facts, order does not change a benefit.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameFacts } from '../../../domain/claim/assessment/same-facts.ts';
import { claimDecider } from '../../../domain/claim/decider.ts';
import { DOCUMENT_KINDS } from '../../../domain/claim/documents/document-events.ts';
import type { ClaimCommand, ClaimEvent, ClaimStage } from '../../../domain/claim/events.ts';
import { claimStage } from '../../../domain/claim/stage.ts';
import type { ClaimState } from '../../../domain/claim/state.ts';
import { fold } from '../../../domain/decider.ts';
import { sumTexts } from '../../../domain/money.ts';
import { accepted, anyHistory, clerk, play } from './any-claim-history.ts';
import { checkClaim, determineHeirs, receiveDocument, reportDeath } from './claim-facts.ts';

const STAGES: readonly ClaimStage[] = [
  'SUSPECTED',
  'SUSPECTED_AFTER_PAYMENT',
  'IN_TREATMENT',
  'MISSING',
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
  'TOP_UP_PROPOSED',
  'TOP_UP_RECOMMENDED',
  'RECOVERY_PROPOSED',
];

const expectSumsFit = (event: ClaimEvent, before: ClaimState): void => {
  if (event.type === 'BenefitsDetermined') {
    const { lines, totalIdr } = event.data;
    expect(sumTexts(lines.map((line) => line.amountIdr))).toBe(totalIdr);
  }
  if (event.type === 'ClaimApproved' && before.topUp?.recommended != null)
    expect(event.data.totalIdr).toBe(before.topUp.amountIdr);
  else if (event.type === 'ClaimApproved') {
    expect(event.data.totalIdr).toBe(before.benefits?.totalIdr);
    expect(before.benefits?.paymentBlocked).toBe(false);
    // An authority's word binds, whatever our own checks say.
    const fails = before.checks?.some((check) => check.verdict === 'FAILS');
    expect(before.binding === null && fails).toBe(false);
  }
  if (event.type === 'ClaimSettled' && event.data.outcome === 'SETTLED') {
    const { paidIdr, retainedIdr } = event.data;
    expect(sumTexts([paidIdr, retainedIdr])).toBe(before.verdict?.totalIdr);
  }
};

describe('any history that anybody can bring about', () => {
  test('folds to a stage at every point, and reads back from JSON as the same facts', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const stages = new Set<ClaimStage>();
        const past = play(history, (_, soFar) => stages.add(claimStage(fold(claimDecider, soFar))));
        expect(STAGES).toEqual(expect.arrayContaining([...stages]));
        const reread: readonly ClaimEvent[] = JSON.parse(JSON.stringify(past));
        expect(sameFacts(fold(claimDecider, reread), fold(claimDecider, past))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('reaches every stage', () => {
    const stages = new Set<string>();
    // The same histories each time: some stages are rare, and chance would miss one now and then.
    for (const history of fc.sample(anyHistory, { numRuns: 300, seed: 1 }))
      play(history, (_, soFar) => stages.add(claimStage(fold(claimDecider, soFar))));
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
        // A corrected day, or another word on where it comes from, takes a decision away, a top-up is one beside it; nothing else is decided anew.
        const fell = past.filter(
          (event) =>
            (event.type === 'DeathDateCorrected' ||
              event.type === 'DeathConcluded' ||
              event.type === 'PersonFound') &&
            event.data.decisionFell,
        );
        const verdicts = past.filter(
          ({ type }) => type === 'ClaimApproved' || type === 'DeterminationReported',
        );
        const topUps = past.filter(
          (event, index) =>
            (event.type === 'ClaimApproved' || event.type === 'DeterminationReported') &&
            fold(claimDecider, past.slice(0, index)).topUp?.recommended != null,
        );
        expect(verdicts.length - fell.length - topUps.length).toBeLessThan(2);
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
