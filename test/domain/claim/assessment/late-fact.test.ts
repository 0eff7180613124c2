// A late fact of cover: the claim that rested on another one is checked again, or opened again.
import { describe, expect, test } from 'vitest';
import type { CoverFacts } from '../../../../domain/claim/assessment/assessment-events.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { fold } from '../../../../domain/decider.ts';
import {
  approved,
  approver,
  checkClaim,
  checker,
  claim,
  complete,
  completeWishes,
  coverFacts,
  determineHeirs,
  inArrears,
  ready,
  rejectClaim,
  reported,
  system,
} from '../claim-facts.ts';

const late = (cover: CoverFacts | null): ClaimCommand => ({
  type: 'NoteLateFact',
  data: { cause: { streamId: 'bill-1', position: '120' }, cover },
});
const lapsed = coverFacts({ state: 'LAPSED', unpaidMonths: 5 });
const paid = coverFacts({ position: '130' });

const waiting = claim.after(
  ...completeWishes,
  [checkClaim(inArrears), checker],
  [determineHeirs(), checker],
);
const refused = claim.after(
  ...completeWishes,
  [checkClaim(lapsed), checker],
  [rejectClaim(), approver],
);
const stageAfter = (past: readonly ClaimEvent[], cover: CoverFacts): string => {
  const state = fold(claimDecider, past);
  const decision = claimDecider.decide(late(cover), state, system);
  if ('refused' in decision) throw new Error(decision.refused.code);
  return claimStage(decision.accepted.reduce(claimDecider.evolve, state));
};

describe('a payment that becomes known after the checks', () => {
  test('sends an open claim back to its checks, and names its cause', () => {
    claim
      .given(...waiting)
      .when(late(paid), system)
      .thenRecords({
        type: 'LateFactFound',
        data: {
          ...{ cause: { streamId: 'bill-1' }, effect: 'CHECK_AGAIN' },
          ...{ before: { state: 'GRACE' }, now: { state: 'ACTIVE' }, position: '130' },
        },
      });
    expect(stageAfter(waiting, paid)).toBe('DOCUMENTS_COMPLETE');
  });

  test('opens a claim again that was rejected without cover', () => {
    claim
      .given(...refused)
      .when(late(paid), system)
      .thenRecords({ type: 'LateFactFound', data: { effect: 'REOPENED' } });
    expect(stageAfter(refused, paid)).toBe('DOCUMENTS_COMPLETE');
  });

  test('leaves a rejection alone that has other reasons', () => {
    const covered = claim.after(
      ...completeWishes,
      [checkClaim(inArrears), checker],
      [rejectClaim(), approver],
    );
    claim
      .given(...covered)
      .when(late(paid), system)
      .thenNothing();
  });

  test('changes nothing where it says nothing new, nor where nobody checked yet', () => {
    claim
      .given(...ready)
      .when(late(paid), system)
      .thenNothing();
    claim
      .given(...complete)
      .when(late(paid), system)
      .thenNothing();
    claim
      .given(...reported)
      .when(late(paid), system)
      .thenNothing();
  });

  test('is noted once: checks that are open again wait for a person', () => {
    const decision = claimDecider.decide(late(paid), fold(claimDecider, waiting), system);
    const noted = 'accepted' in decision ? decision.accepted : [];
    claim
      .given(...waiting, ...noted)
      .when(late(paid), system)
      .thenNothing();
  });

  test('never touches what was decided: what differs is proposed, and no more', () => {
    claim
      .given(...approved)
      .when(late(lapsed), system)
      .thenRecords(
        { type: 'ChecksRecorded', data: {} },
        {
          type: 'RecoveryProposed',
          data: {
            amountIdr: '42000000',
            cause: { kind: 'CONTRIBUTION', streamId: 'bill-1', position: '120' },
          },
        },
      );
    expect(stageAfter(approved, lapsed)).toBe('APPROVED');
  });

  test('of an unknown claim, or without its cover, is refused', () => {
    claim.given().when(late(paid), system).thenRefuses('ClaimUnknown');
    claim
      .given(...ready)
      .when(late(null), system)
      .thenRefuses('CoverUnknown');
  });
});
