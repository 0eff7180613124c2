// Objections and cases sent up: others decide, within the time bar, and within what letters allow.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import { objectionTasksOf } from '../../../../domain/claim/open-task.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import type { Context } from '../../../../domain/decider.ts';
import { fold } from '../../../../domain/decider.ts';
import { at, person } from '../../specification.ts';
import {
  approveClaim,
  approved,
  approvedWishes,
  approver,
  because,
  checkClaim,
  checker,
  claim,
  clerk,
  determinedBy,
  idr,
  recommendClaim,
  recommended,
  recommendedWishes,
  rejectClaim,
  rejected,
  rejectedWishes,
  sealed,
  settleClaim,
  system,
  trackedWishes,
  verifier,
} from '../claim-facts.ts';

type Wish = Extract<ClaimCommand, { type: 'ObjectToDecision' }>['data'];

const object = (change: Partial<Wish> = {}): ClaimCommand => ({
  type: 'ObjectToDecision',
  data: {
    ...{ objectionId: 'objection-1', relation: 'SPOUSE', evidenceSha256: null },
    ...{ objector: sealed('objection.name'), grounds: sealed('objection.grounds') },
    objectedOn: localDate('2024-07-08'),
    ...change,
  },
});
const escalate: ClaimCommand = { type: 'EscalateClaim', data: { reason: 'meragukan' } };
const dewi = at(person('dewi', 'approve-claim'));
const lateOf = (objected: readonly [ClaimCommand, Context]) =>
  claim
    .after(...rejectedWishes, objected)
    .flatMap(({ type, data }) => (type === 'DecisionObjected' ? [data.late] : []))[0];
const stageAfter = (past: readonly ClaimEvent[]) => claimStage(fold(claimDecider, past));
const later = (context: Context, day: string): Context => ({
  ...context,
  now: `${day}T04:00:00.000Z`,
});

describe('a rejection the family objects to', () => {
  test('is open again, with the day of its answer, and names who decided before', () => {
    claim
      .given(...rejected)
      .when(object(), clerk)
      .thenRecords({
        type: 'DecisionObjected',
        data: {
          ...{ against: 'REJECTED', decidedBy: ['budi'], ruleId: 'X-04' },
          ...{ barOn: '2024-08-06', answerDueOn: '2024-07-22', relation: 'SPOUSE' },
        },
      });
    const objected = claim.after(...rejectedWishes, [object(), clerk]);
    expect(stageAfter(objected)).toBe('DOCUMENTS_COMPLETE');
    claim
      .given(...objected)
      .when(object(), clerk)
      .thenNothing();
  });

  test('is decided by anybody but who decided it, whichever way it ends', () => {
    const again = claim.after(
      ...rejectedWishes,
      [object(), clerk],
      [checkClaim(), checker],
      [recommendClaim({ reason: 'ditinjau' }), verifier],
    );
    claim
      .given(...again)
      .when(approveClaim(), approver)
      .thenRefuses('DeciderCannotDecideAgain');
    claim
      .given(...again)
      .when(approveClaim(), at(person('eka', 'approve-claim', 'budi')))
      .thenRefuses('DeciderCannotDecideAgain');
    claim
      .given(...again)
      .when(rejectClaim(), approver)
      .thenRefuses('DeciderCannotDecideAgain');
    claim
      .given(...again)
      .when(approveClaim(), dewi)
      .thenRecords({ type: 'ClaimApproved', data: { approvedBy: ['dewi'] } });
    claim
      .given(...again)
      .when(rejectClaim(), dewi)
      .thenRecords({ type: 'ClaimRejected', data: { rejectedBy: ['dewi'] } });
  });

  test('is not recommended by who rejected it, nor by anybody who acts for them', () => {
    const checkedAgain = claim.after(...rejectedWishes, [object(), clerk], [checkClaim(), checker]);
    const again = recommendClaim({ reason: 'ditinjau' });
    for (const by of [person('budi', 'recommend-claim'), person('eka', 'recommend-claim', 'budi')])
      claim
        .given(...checkedAgain)
        .when(again, at(by))
        .thenRefuses('DeciderCannotDecideAgain');
    claim
      .given(...checkedAgain)
      .when(again, verifier)
      .thenRecords({ type: 'ClaimRecommended', data: { recommendedBy: ['ani'] } });
  });

  test('and that is opened again without the letter is not decided again by who rejected it', () => {
    const reopened = claim.after(
      ...rejectedWishes,
      [because('ReopenClaim'), checker],
      [checkClaim(), checker],
      [recommendClaim({ reason: 'ditinjau' }), verifier],
    );
    for (const wish of [approveClaim(), rejectClaim()])
      claim
        .given(...reopened)
        .when(wish, approver)
        .thenRefuses('DeciderCannotDecideAgain');
    claim
      .given(...reopened)
      .when(rejectClaim(), dewi)
      .thenRecords({ type: 'ClaimRejected', data: { rejectedBy: ['dewi'] } });
    // A claim that a family took back had no decision: everybody may decide it then.
    const takenBack = claim.after(
      ...recommendedWishes,
      [because('WithdrawClaim'), clerk],
      [because('ReopenClaim'), checker],
      [checkClaim(), checker],
      [recommendClaim({ reason: 'ditinjau' }), verifier],
    );
    claim
      .given(...takenBack)
      .when(approveClaim(), approver)
      .thenRecords({ type: 'ClaimApproved', data: {} });
  });

  test('is objected to after the twenty-one working days too, marked late, never before it', () => {
    const onDay = (day: string): ClaimCommand => object({ objectedOn: localDate(day) });
    claim
      .given(...rejected)
      .when(onDay('2024-08-06'), later(clerk, '2024-08-06'))
      .thenRecords({ type: 'DecisionObjected', data: { objectedOn: '2024-08-06' } });
    claim
      .given(...rejected)
      .when(onDay('2024-08-07'), later(clerk, '2024-08-07'))
      .thenRecords({ type: 'DecisionObjected', data: { late: true, barOn: '2024-08-06' } });
    expect(lateOf([onDay('2024-08-06'), later(clerk, '2024-08-06')])).toBeUndefined();
    claim
      .given(...rejected)
      .when(onDay('2024-07-07'), clerk)
      .thenRefuses('ObjectionBeforeDecision', { decidedOn: '2024-07-08' });
    claim
      .given(...rejected)
      .when(onDay('2024-07-09'), clerk)
      .thenRefuses('ObjectionInFuture');
  });

  test('is one: what was not rejected cannot be objected to', () => {
    claim
      .given(...recommended)
      .when(object(), clerk)
      .thenRefuses('NothingToObjectTo', { stage: 'RECOMMENDED' });
    claim.given().when(object(), clerk).thenRefuses('ClaimUnknown');
  });

  test('of an older record that tells no day has no time bar', () => {
    const old = rejected.map((event): ClaimEvent => {
      if (event.type !== 'ClaimRejected') return event;
      const { decidedOn: _, ...data } = event.data;
      return { type: 'ClaimRejected', data };
    });
    claim
      .given(...old)
      .when(object(), later(clerk, '2026-07-08'))
      .thenRecords({ type: 'DecisionObjected', data: { barOn: null } });
  });
});

describe('what was granted, and is objected to', () => {
  const answered = (outcome: 'UPHELD' | 'DISMISSED', reason = 'sesuai surat'): ClaimCommand => ({
    type: 'AnswerObjection',
    data: { outcome, reason, article: 'PP 82/2019 Pasal 34' },
  });
  const objected = claim.after(...approvedWishes, [object(), clerk]);
  const paidWishes = [...approvedWishes, [settleClaim(['42000000', 'SETTLED']), system]] as const;
  const inspector: ClaimCommand = {
    type: 'RecordBindingDetermination',
    data: {
      ...{ authority: 'LABOUR_INSPECTOR', reference: 'PW-3/2024', evidenceSha256: 'sha-w' },
      ...{ determinedOn: localDate('2024-07-05'), entitledIdr: idr('48000000') },
      basis: 'PP 44/2015 Pasal 49',
    },
  };

  test('stands until the answer, which is not given by who decided it', () => {
    claim
      .given(...approved)
      .when(object(), clerk)
      .thenRecords({
        type: 'DecisionObjected',
        data: { against: 'GRANTED', decidedBy: ['budi'], answerDueOn: '2024-07-22' },
      });
    expect(stageAfter(objected)).toBe('APPROVED');
    expect(objectionTasksOf(fold(claimDecider, objected))).toMatchObject([{ party: 'APPROVER' }]);
    claim
      .given(...objected)
      .when(object({ objectionId: 'objection-2' }), clerk)
      .thenRefuses('ObjectionOpen');
    const refused = [
      [approver, answered('DISMISSED'), 'DeciderCannotDecideAgain'],
      [verifier, answered('DISMISSED'), 'RecommenderCannotApprove'],
      [dewi, answered('DISMISSED', ' '), 'ReasonMissing'],
    ] as const;
    for (const [by, wish, code] of refused)
      claim
        .given(...objected)
        .when(wish, by)
        .thenRefuses(code);
    claim
      .given(...approved)
      .when(answered('DISMISSED'), dewi)
      .thenRefuses('NoObjectionOpen');
  });

  test('is answered by nobody whose letter does not reach what was granted', () => {
    const limitedTo = (upToIdr: string, benefit = 'JKM'): Context =>
      at({ ...dewi.by, limits: [{ upToIdr: idr(upToIdr), benefits: [benefit], letter: 'SK 2' }] });
    for (const outcome of ['UPHELD', 'DISMISSED'] as const) {
      const wish = answered(outcome);
      claim
        .given(...objected)
        .when(wish, limitedTo('41999999'))
        .thenRefuses('AboveLimit', { limitIdr: '41999999', totalIdr: '42000000' });
      claim
        .given(...objected)
        .when(wish, limitedTo('42000000', 'JKK'))
        .thenRefuses('BenefitNotHeld', { benefit: 'JKM' });
      claim
        .given(...objected)
        .when(wish, limitedTo('42000000'))
        .thenRecords({ type: 'ObjectionAnswered', data: { outcome } });
    }
  });

  test('dismissed, is as it was, and nobody waits any more', () => {
    const dismissed = claim.after(
      ...approvedWishes,
      [object(), clerk],
      [answered('DISMISSED'), dewi],
    );
    const state = fold(claimDecider, dismissed);
    expect([claimStage(state), state.answerDueOn, state.verdict?.totalIdr]).toEqual([
      ...['APPROVED', null, '42000000'],
    ]);
    expect(objectionTasksOf(state)).toEqual([]);
  });

  test('upheld before it was paid, is judged anew and owes nothing until then', () => {
    claim
      .given(...objected)
      .when(answered('UPHELD'), dewi)
      .thenRecords({
        type: 'ObjectionAnswered',
        data: { decisionFell: true, answeredBy: ['dewi'] },
      });
    const anew = claim.after(
      ...approvedWishes,
      [object(), clerk],
      [answered('UPHELD'), dewi],
      [checkClaim(), checker],
    );
    expect(fold(claimDecider, anew).granted).toEqual([]);
    expect(stageAfter(anew)).toBe('READY_TO_RECOMMEND');
    claim
      .given(...anew)
      .when(recommendClaim({ reason: 'ditinjau' }), verifier)
      .thenRecords({ type: 'ClaimRecommended', data: { decision: 2 } });
  });

  test('upheld after it was paid, names the difference first; a top-up is no answer to it', () => {
    const past = [...paidWishes, [object(), clerk]] as const;
    claim
      .given(...claim.after(...past))
      .when(answered('UPHELD'), dewi)
      .thenRefuses('NothingDiffers');
    const differs = [...past, [inspector, checker]] as const;
    claim
      .given(...claim.after(...differs))
      .when(answered('UPHELD'), dewi)
      .thenRecords({ type: 'ObjectionAnswered', data: { outcome: 'UPHELD', decisionFell: false } });
    const topped = fold(
      claimDecider,
      claim.after(
        ...differs,
        [recommendClaim(), verifier],
        [approveClaim({ totalIdr: idr('6000000') }), dewi],
      ),
    );
    expect(topped.answerDueOn).toBe('2024-07-22');
    expect(objectionTasksOf(topped)).toHaveLength(1);
  });

  test('of a branch is objected to as well', () =>
    claim
      .given(
        ...claim.after(...trackedWishes, [
          approveClaim({ determination: determinedBy('42000000', localDate('2024-07-08')) }),
          approver,
        ]),
      )
      .when(object(), clerk)
      .thenRecords({ type: 'DecisionObjected', data: { against: 'GRANTED' } }));
});

describe('a case that was sent up', () => {
  const up = claim.after(...recommendedWishes, [escalate, approver]);

  test('is decided neither by who sent it up nor by anybody whose letter sets a limit', () => {
    claim
      .given(...up)
      .when(approveClaim(), approver)
      .thenRefuses('EscalatedToHigher');
    const limited = at({ ...dewi.by, limits: [{ upToIdr: idr('90000000'), letter: 'SK 2' }] });
    claim
      .given(...up)
      .when(approveClaim(), limited)
      .thenRefuses('EscalatedToHigher');
    claim
      .given(...up)
      .when(approveClaim(), dewi)
      .thenRecords({ type: 'ClaimApproved', data: { approvedBy: ['dewi'] } });
  });

  test('is sent up once, with a reason, while it is open', () => {
    claim
      .given(...recommended)
      .when(escalate, approver)
      .thenRecords({ type: 'ClaimEscalated', data: { escalatedBy: ['budi'] } });
    claim
      .given(...up)
      .when(escalate, approver)
      .thenNothing();
    claim
      .given(...up)
      .when(escalate, dewi)
      .thenRefuses('ClaimAlreadyEscalated');
    const silent: ClaimCommand = { type: 'EscalateClaim', data: { reason: ' ' } };
    claim
      .given(...recommended)
      .when(silent, approver)
      .thenRefuses('ReasonMissing');
    claim
      .given(...rejected)
      .when(escalate, approver)
      .thenRefuses('ClaimNotOpen');
    claim.given().when(escalate, approver).thenRefuses('ClaimUnknown');
  });

  test('is down again once it was decided', () => {
    const back = claim.after(
      ...recommendedWishes,
      [escalate, approver],
      [rejectClaim(), dewi],
      [because('ReopenClaim'), checker],
      [checkClaim(), checker],
      [recommendClaim({ reason: 'ditinjau' }), verifier],
    );
    claim
      .given(...back)
      .when(approveClaim(), approver)
      .thenRecords({ type: 'ClaimApproved', data: {} });
  });
});

describe('a sum', () => {
  const limitedTo = (upToIdr: string, benefits: readonly string[] = ['JKM']): Context =>
    at({ ...approver.by, limits: [{ upToIdr: idr(upToIdr), benefits, letter: 'SK 2' }] });

  test('is approved up to the limit of a letter, and not a rupiah above', () => {
    claim
      .given(...recommended)
      .when(approveClaim(), limitedTo('42000000'))
      .thenRecords({ type: 'ClaimApproved', data: { decidedOn: '2024-07-08' } });
    claim
      .given(...recommended)
      .when(approveClaim(), limitedTo('41999999'))
      .thenRefuses('AboveLimit', { limitIdr: '41999999', totalIdr: '42000000' });
  });

  test('of a benefit that the letter does not name is somebody else’s', () =>
    claim
      .given(...recommended)
      .when(approveClaim(), limitedTo('90000000', ['JKK']))
      .thenRefuses('BenefitNotHeld', { benefit: 'JKM' }));

  test('needs no limit where a claim is rejected', () =>
    claim
      .given(...recommended)
      .when(rejectClaim({ code: 'COVER_NOT_ACTIVE' }), limitedTo('1'))
      .thenRecords({ type: 'ClaimRejected', data: { code: 'COVER_NOT_ACTIVE' } }));
});
