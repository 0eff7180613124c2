// A paid accident of which a later fact says more, or less: what differs is proposed with its cause.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimCommand } from '../../../../domain/claim/events.ts';
import { lateStatementTasksOf, openTaskOf } from '../../../../domain/claim/open-task.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { type Context, fold } from '../../../../domain/decider.ts';
import { NOON } from '../../specification.ts';
import {
  approveClaim,
  approver,
  checkClaim,
  checker,
  claim,
  clerk,
  coverFacts,
  idr,
  officer,
  receiveDocument,
  recommendClaim,
  settleClaim,
  system,
  verifier,
} from '../claim-facts.ts';
import {
  accidentCover,
  claimCosts,
  conclude,
  determinePayee,
  loss,
  reportAccident,
  secondStage,
  statement,
} from '../incident-facts.ts';

type Wishes = readonly (readonly [ClaimCommand, Context])[];

const PAPERS = [
  ...(['KK1_FORM', 'MEMBER_CARD', 'WORKER_ID_CARD', 'WITNESS_STATEMENT'] as const),
  ...(['KK2_FORM', 'DOCTOR_STATEMENT', 'REST_LETTER', 'BANK_BOOK'] as const),
];
const hand = (code: string, paper = 'sha-kk3') =>
  statement({ losses: [loss(code)], evidenceSha256: paper });

/** The right hand: 32 % of 80 million, and three days off. */
const paidWishes: Wishes = [
  [reportAccident(), officer],
  [conclude(), checker],
  [secondStage('PARTIAL_DISABILITY'), clerk],
  [hand('D05'), checker],
  ...PAPERS.map((kind) => [receiveDocument(kind), clerk] as const),
  [checkClaim(accidentCover), checker],
  [determinePayee(), checker],
  [recommendClaim(), verifier],
  [approveClaim({ totalIdr: idr('25700000'), cover: accidentCover }), approver],
  [settleClaim(['25700000', 'SETTLED']), system],
];
const paid = claim.after(...paidWishes);
const past = (...more: Wishes) => claim.after(...paidWishes, ...more);
const stateAfter = (...more: Wishes) => fold(claimDecider, past(...more));

describe('a paid accident', () => {
  test('of which a doctor states more owes the difference, recommended and approved anew', () => {
    claim
      .given(...paid)
      .when(hand('D01', 'sha-kk3-baru'), checker)
      .thenRecords(
        { type: 'MedicalStatementRecorded', data: {} },
        {
          type: 'TopUpProposed',
          data: {
            ...{ grantedIdr: '25700000', entitledIdr: '32100000', amountIdr: '6400000' },
            shares: [{ payee: 'worker', amountIdr: '6400000' }],
            cause: { kind: 'MEDICAL', reference: 'sha-kk3-baru' },
          },
        },
      );
    const more: Wishes = [[hand('D01', 'sha-kk3-baru'), checker]];
    expect(claimStage(stateAfter(...more))).toBe('TOP_UP_PROPOSED');
    claim
      .given(...past(...more))
      .when(recommendClaim(), verifier)
      .thenRefuses('ChecksOutdated');
    expect(openTaskOf(stateAfter(...more), NOON)?.task).toBe('CHECK_COVER');
    const looked: Wishes = [...more, [checkClaim(accidentCover), checker]];
    expect(openTaskOf(stateAfter(...looked), NOON)?.task).toBe('RECOMMEND_TOP_UP');
    const granted = stateAfter(
      ...looked,
      [recommendClaim(), verifier],
      [approveClaim({ totalIdr: idr('6400000'), cover: accidentCover }), approver],
    );
    expect(granted.granted).toEqual([{ payee: 'worker', amountIdr: '32100000' }]);
  });

  test('of which a doctor states less proposes a recovery, and takes nothing back', () => {
    const less = stateAfter([hand('D06'), checker]);
    expect(claimStage(less)).toBe('RECOVERY_PROPOSED');
    expect(less.recovery).toMatchObject({ amountIdr: '3200000', decided: null });
  });

  test('gets costs that came later, once their receipts are there', () => {
    const costs: Wishes = [[claimCosts(['JKK.TRANSPORT_LAND', '750000']), clerk]];
    expect(stateAfter(...costs).topUp).toMatchObject({ amountIdr: '750000' });
    const looked: Wishes = [...costs, [checkClaim(accidentCover), checker]];
    claim
      .given(...past(...looked))
      .when(recommendClaim(), verifier)
      .thenRefuses('CheckFails', { check: 'DOCUMENTS_COMPLETE' });
    claim
      .given(
        ...past(
          ...looked,
          [receiveDocument('TRANSPORT_RECEIPT'), clerk],
          [checkClaim(accidentCover), checker],
        ),
      )
      .when(recommendClaim(), verifier)
      .thenRecords({ type: 'ClaimRecommended', data: { totalIdr: '750000', topUp: 1 } });
  });

  test('that the doctor judges again waits for the statement, and proposes nothing before it', () => {
    const judged: Wishes = [[secondStage('TOTAL_DISABILITY'), clerk]];
    const waiting = stateAfter(...judged);
    expect([claimStage(waiting), waiting.recovery, waiting.topUp]).toEqual(['SETTLED', null, null]);
    expect(lateStatementTasksOf(waiting).map(({ task }) => task)).toEqual(['RECORD_STATEMENT']);
    const stated = stateAfter(...judged, [statement({ evidenceSha256: 'sha-2' }), checker]);
    // 56 million, 12 million, three days: less what was granted.
    expect(stated.topUp?.amountIdr).toBe('42400000');
    expect(lateStatementTasksOf(stated)).toEqual([]);
    claim
      .given(...paid)
      .when(secondStage('DIED'), clerk)
      .thenRefuses('ClaimNotOpen', { stage: 'SETTLED' });
  });

  test('whose cover turns out to have lapsed is found by the late fact', () => {
    const late: ClaimCommand = {
      type: 'NoteLateFact',
      data: {
        cause: { streamId: 'bill-1', position: '120' },
        cover: coverFacts({ ...accidentCover, state: 'LAPSED', unpaidMonths: 4 }),
      },
    };
    claim
      .given(...paid)
      .when(late, system)
      .thenRecords(
        { type: 'ChecksRecorded', data: {} },
        {
          type: 'RecoveryProposed',
          data: { amountIdr: '25700000', cause: { kind: 'CONTRIBUTION' } },
        },
      );
  });

  test('is bound by an inspector’s own sum, before it is paid and after (X-02)', () => {
    const says: ClaimCommand = {
      type: 'RecordBindingDetermination',
      data: {
        ...{ authority: 'LABOUR_INSPECTOR', reference: 'PW-3/2024' },
        ...{ determinedOn: localDate('2024-07-08'), entitledIdr: idr('30000000') },
        ...{ basis: 'PP 44/2015 Pasal 49', evidenceSha256: 'sha-pw' },
      },
    };
    claim
      .given(...paid)
      .when(says, checker)
      .thenRecords(
        { type: 'BindingDeterminationRecorded', data: {} },
        { type: 'TopUpProposed', data: { amountIdr: '4300000' } },
      );
    const open = fold(claimDecider, claim.after(...paidWishes.slice(0, -3), [says, checker]));
    expect(open.benefits?.lines).toMatchObject([
      { code: 'DETERMINED', amountIdr: '30000000', payee: 'worker', ruleId: 'X-02' },
    ]);
  });
});
