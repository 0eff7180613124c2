// One verifier works on a case: the first has it, the second hears who, and nothing is taken in silence.
import { describe, test } from 'vitest';
import type { ClaimCommand } from '../../../../domain/claim/events.ts';
import { at, person } from '../../specification.ts';
import { claim, complete, rejected, reported } from '../claim-facts.ts';

const ani = at(person('ani', 'check-claim'));
const budi = at(person('budi', 'check-claim'));

const assign = (
  assignee: string,
  change: { from?: string; reason?: string; isVerifier?: boolean } = {},
): ClaimCommand => ({
  type: 'AssignClaim',
  data: {
    ...{ assignee, from: change.from ?? null, reason: change.reason ?? null },
    isVerifier: change.isVerifier ?? true,
  },
});
const release = (reason: string | null = null): ClaimCommand => ({
  type: 'ReleaseClaim',
  data: { reason },
});

describe('a claim is given to one verifier', () => {
  const taken = [
    ...complete,
    {
      type: 'ClaimAssigned',
      data: { claimId: 'claim-1', assignee: 'ani', before: null, reason: null },
    },
  ] as const;

  test('who takes it first has it; the same wish again changes nothing', () => {
    claim
      .given(...complete)
      .when(assign('ani'), ani)
      .thenRecords({ type: 'ClaimAssigned', data: { assignee: 'ani', before: null } });
    claim
      .given(...taken)
      .when(assign('ani'), ani)
      .thenNothing();
  });

  test('who saw it free and comes second hears who has it', () => {
    claim
      .given(...taken)
      .when(assign('budi'), budi)
      .thenRefuses('ClaimAssignedToAnother', { assignee: 'ani' });
    // Seen with somebody who has given it back meanwhile: also another truth than was seen.
    claim
      .given(...complete)
      .when(assign('budi', { from: 'ani', reason: 'cuti' }), budi)
      .thenRefuses('ClaimAssignedToAnother', { assignee: '' });
  });

  test('it is taken from somebody only by their name and with a reason', () => {
    claim
      .given(...taken)
      .when(assign('budi', { from: 'ani' }), budi)
      .thenRefuses('ReasonMissing');
    claim
      .given(...taken)
      .when(assign('budi', { from: 'ani', reason: 'Ani cuti' }), budi)
      .thenRecords({
        type: 'ClaimAssigned',
        data: { assignee: 'budi', before: 'ani', reason: 'Ani cuti' },
      });
  });

  test('nobody is given a case that they may not work on, or one that is decided', () => {
    claim
      .given(...complete)
      .when(assign('tono', { isVerifier: false }), ani)
      .thenRefuses('AssigneeNotVerifier', { assignee: 'tono' });
    claim
      .given(...rejected)
      .when(assign('ani'), ani)
      .thenRefuses('ClaimNotOpen');
    claim.given().when(assign('ani'), ani).thenRefuses('ClaimUnknown');
  });

  test('it goes back to the queue: one’s own without a word, another’s with a reason', () => {
    claim
      .given(...taken)
      .when(release(), ani)
      .thenRecords({ type: 'ClaimReleased', data: { assignee: 'ani', reason: null } });
    claim
      .given(...taken)
      .when(release(), budi)
      .thenRefuses('ReasonMissing');
    claim
      .given(...taken)
      .when(release('Ani sakit'), budi)
      .thenRecords({ type: 'ClaimReleased', data: {} });
    claim
      .given(...reported)
      .when(release(), ani)
      .thenNothing();
    claim.given().when(release(), ani).thenRefuses('ClaimUnknown');
  });
});
