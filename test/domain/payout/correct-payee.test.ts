// The account of a payee is put right by two persons, and never while money may be under way.
import { describe, expect, test } from 'vitest';
import { fold } from '../../../domain/decider.ts';
import type { PayableCommand, PayableEvent } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import { payableStage } from '../../../domain/payout/payable-state.ts';
import { payeeOf } from '../claim/claim-facts.ts';
import { at, person } from '../specification.ts';
import {
  answer,
  confirmCorrection,
  createPayable,
  hold,
  intend,
  NEW_ACCOUNT,
  payable,
  payableAfter,
  proposeCorrection,
  release,
  select,
  sent,
  system,
  unknown,
} from './payout-facts.ts';

const verifier = at(person('ani', 'check-claim'));
const second = at(person('gita', 'hold-payment'));

const underway = [createPayable(), select(), intend(), sent()];
const returned = payableAfter(...underway, answer('returned'));

const and = (
  past: readonly PayableEvent[],
  ...wishes: readonly (readonly [PayableCommand, typeof system])[]
): readonly PayableEvent[] =>
  wishes.reduce((so, [wish, context]) => {
    const decision = payableDecider.decide(wish, fold(payableDecider, so), context);
    if ('refused' in decision) throw new Error(decision.refused.code);
    return so.concat(decision.accepted);
  }, past);

const stateAfter = (past: readonly PayableEvent[]) => fold(payableDecider, past);
const stageAfter = (past: readonly PayableEvent[]) => payableStage(stateAfter(past));

const proposed = and(returned, [proposeCorrection(), verifier]);
const corrected = and(proposed, [confirmCorrection(), second]);

describe('proposing another account', () => {
  test('records it with its paper and holds the payable', () => {
    payable
      .given(...returned)
      .when(proposeCorrection(), verifier)
      .thenRecords({
        type: 'PayeeCorrectionProposed',
        data: { accountIndex: NEW_ACCOUNT.accountIndex, proposedBy: ['ani'] },
      });
    expect(stageAfter(proposed)).toBe('HELD');
    payable
      .given(...proposed)
      .when(select('run-2'), system)
      .thenRefuses('PayableNotDue', { stage: 'HELD' });
  });

  test('is possible before the first payment, and while the payable is held', () => {
    for (const past of [payableAfter(createPayable()), payableAfter(createPayable(), hold())])
      payable
        .given(...past)
        .when(proposeCorrection(), verifier)
        .thenRecords({ type: 'PayeeCorrectionProposed', data: {} });
  });

  test('never touches a payment that may be under way, or has arrived', () => {
    const cases = [
      [[createPayable(), select()], 'PayableInRun'],
      [[createPayable(), select(), intend()], 'PayableInRun'],
      [underway, 'PayableNotAtRest'],
      [[...underway, answer('accepted')], 'PayableNotAtRest'],
      [[...underway, unknown()], 'AnswerIsUnknown'],
      [[...underway, answer('settled')], 'PayableNotAtRest'],
      [[...underway, answer('rejected'), answer('settled')], 'PayableNotAtRest'],
      [[createPayable({ mode: 'TRACKS' })], 'PayerNotOurs'],
      [[createPayable({ payee: null })], 'PayableIsRetained'],
      [[], 'PayableUnknown'],
    ] as const;
    for (const [past, code] of cases) {
      payable
        .given(...payableAfter(...past))
        .when(proposeCorrection(), verifier)
        .thenRefuses(code);
      payable
        .given(...payableAfter(...past))
        .when(confirmCorrection(), second)
        .thenRefuses(code);
    }
  });

  test('needs another account, a paper and a reason, from nobody who sent the money', () => {
    const { account, accountIndex, bic } = payeeOf('h1');
    const refusals = [
      [proposeCorrection({ account, accountIndex, bic }), 'AccountUnchanged'],
      [proposeCorrection({ evidenceSha256: '' }), 'EvidenceMissing'],
      [proposeCorrection({ reason: ' ' }), 'ReasonMissing'],
      [proposeCorrection({ runPersons: ['ani'] }), 'PartyCannotCorrectPayee'],
    ] as const;
    for (const [wish, code] of refusals)
      payable
        .given(...returned)
        .when(wish, verifier)
        .thenRefuses(code);
  });

  test('twice is one proposal; another account takes its place; letting go drops it', () => {
    payable
      .given(...proposed)
      .when(proposeCorrection(), verifier)
      .thenNothing();
    const other = proposeCorrection({ accountIndex: 'index-other' });
    expect(stateAfter(and(proposed, [other, verifier])).correction?.accountIndex).toBe(
      'index-other',
    );
    const dropped = and(proposed, [release(), second]);
    expect(stageAfter(dropped)).toBe('DUE');
    payable
      .given(...dropped)
      .when(confirmCorrection(), second)
      .thenRefuses('CorrectionNotProposed');
  });
});

describe('confirming it', () => {
  test('names the new account, and the payable is due as a new attempt', () => {
    payable
      .given(...proposed)
      .when(confirmCorrection(), second)
      .thenRecords({
        type: 'PayeeAccountCorrected',
        data: { ...NEW_ACCOUNT, proposedBy: ['ani'], confirmedBy: ['gita'] },
      });
    expect(stateAfter(corrected).payee).toEqual({ ...payeeOf('h1'), ...NEW_ACCOUNT });
    expect(stageAfter(corrected)).toBe('DUE');
    payable
      .given(...corrected)
      .when(select('run-2'), system)
      .thenRecords({ type: 'PayableSelected', data: { attempt: 2 } });
    payable
      .given(...and(corrected, [select('run-2'), system]))
      .when(intend('run-2', 'LD-1'), system)
      .thenRefuses('EndToEndIdUsed');
  });

  test('is for somebody else than who proposed, decided or sent, delegation included', () => {
    for (const id of ['ani', 'budi', 'citra'])
      for (const by of [person(id, 'hold-payment'), person('gita', 'hold-payment', id)])
        payable
          .given(...proposed)
          .when(confirmCorrection({ runPersons: ['citra'] }), at(by))
          .thenRefuses(id === 'ani' ? 'ProposerCannotConfirm' : 'PartyCannotCorrectPayee');
  });

  test('needs the same account read again', () => {
    payable
      .given(...proposed)
      .when(confirmCorrection({ accountIndex: 'misread' }), second)
      .thenRefuses('AccountDiffers');
    payable
      .given(...returned)
      .when(confirmCorrection(), second)
      .thenRefuses('CorrectionNotProposed');
  });

  test('twice corrects once', () =>
    payable
      .given(...corrected)
      .when(confirmCorrection(), second)
      .thenNothing());

  test('leaves a hold of another reason standing', () => {
    const held = and(proposed, [hold('alasan lain'), second], [confirmCorrection(), second]);
    expect(stageAfter(held)).toBe('HELD');
    expect(stageAfter(and(held, [release(), second]))).toBe('DUE');
  });

  test('waits when the bank books the old attempt meanwhile', () => {
    const disputed = and(proposed, [answer('settled'), system]);
    payable
      .given(...disputed)
      .when(confirmCorrection(), second)
      .thenRefuses('PayableNotAtRest');
  });
});

describe('another payable of the same claim and payee', () => {
  const said = {
    ...{ ...NEW_ACCOUNT, evidenceSha256: 'paper', reason: 'rekening ditutup' },
    ...{ proposedBy: ['ani'], confirmedBy: ['gita'] },
  };
  const follow: PayableCommand = { type: 'FollowPayeeCorrection', data: said };

  test('is put right with it, with the same two persons, once', () => {
    const due = payableAfter(createPayable());
    payable
      .given(...due)
      .when(follow, system)
      .thenRecords({ type: 'PayeeAccountCorrected', data: { ...said, payableId: 'payable-1' } });
    const right = and(due, [follow, system]);
    expect(stateAfter(right)).toMatchObject({
      ...{ payee: { accountIndex: NEW_ACCOUNT.accountIndex }, correctedBy: ['ani', 'gita'] },
    });
    payable
      .given(...right)
      .when(follow, system)
      .thenNothing();
    expect(stageAfter(and(due, [hold(), system], [follow, system]))).toBe('HELD');
  });

  test('in a run refuses both; sent or settled it stays as it is', () => {
    payable
      .given(...payableAfter(createPayable(), select()))
      .when(follow, system)
      .thenRefuses('PayableInRun');
    payable
      .given(...payableAfter(...underway))
      .when(follow, system)
      .thenNothing();
    payable
      .given(...payableAfter(...underway, answer('settled')))
      .when(follow, system)
      .thenNothing();
    payable.given().when(follow, system).thenRefuses('PayableUnknown');
  });
});
