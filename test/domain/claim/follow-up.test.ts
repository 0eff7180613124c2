// A step that another stream refuses is said on the claim, once, until it is taken after all.
import { expect, test } from 'vitest';
import { claimDecider } from '../../../domain/claim/decider.ts';
import type { ClaimCommand, ClaimEvent } from '../../../domain/claim/events.ts';
import { fold } from '../../../domain/decider.ts';
import { claim, reportDeath, system } from './claim-facts.ts';

const noted = (refusedWith: string | null): ClaimCommand => ({
  type: 'NoteFollowUp',
  data: { step: 'NOTE_OUTCOME', refusedWith },
});
const reported = claim.after([reportDeath(), system]);
const refused = claim.after([reportDeath(), system], [noted('OutcomeAlreadyKnown'), system]);
const stepsAfter = (past: readonly ClaimEvent[]) => fold(claimDecider, past).refusedSteps;

test('a refused step is recorded with its code', () => {
  claim
    .given(...reported)
    .when(noted('OutcomeAlreadyKnown'), system)
    .thenRecords({
      type: 'FollowUpRefused',
      data: { step: 'NOTE_OUTCOME', code: 'OutcomeAlreadyKnown' },
    });
  expect(stepsAfter(refused)).toEqual({ NOTE_OUTCOME: 'OutcomeAlreadyKnown' });
});

test('the same refusal again, and a step that was never refused, are no news', () => {
  claim
    .given(...refused)
    .when(noted('OutcomeAlreadyKnown'), system)
    .thenNothing();
  claim
    .given(...reported)
    .when(noted(null), system)
    .thenNothing();
});

test('a step that is taken after all ends the exception', () => {
  claim
    .given(...refused)
    .when(noted(null), system)
    .thenRecords({ type: 'FollowUpTaken', data: { step: 'NOTE_OUTCOME' } });
  const after = claim.after(
    [reportDeath(), system],
    [noted('OutcomeAlreadyKnown'), system],
    [noted(null), system],
  );
  expect(stepsAfter(after)).toEqual({});
});

test('a claim that nobody reported has no steps', () =>
  claim.given().when(noted('WorkerEnded'), system).thenRefuses('ClaimUnknown'));
