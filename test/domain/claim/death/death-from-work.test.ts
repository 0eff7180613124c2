// A death from work: suspected first, concluded with proof, paid by JKK and never by JKM as well.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { missingPapers, presentKinds } from '../../../../domain/claim/documents/papers.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import { claimKindOf, eventDateOf } from '../../../../domain/claim/kind.ts';
import { openTaskOf } from '../../../../domain/claim/open-task.ts';
import type { Context } from '../../../../domain/decider.ts';
import { at, NOON, person } from '../../specification.ts';
import {
  approveClaim,
  approver,
  checkClaim,
  checker,
  claim,
  clerk,
  coverFacts,
  determineHeirs,
  heir,
  idr,
  inArrears,
  officer,
  receiveDocument,
  recommendClaim,
  reportDeath,
  settleClaim,
  system,
  verifier,
} from '../claim-facts.ts';
import { ACCIDENT_DATE, concludeDeath, stageOf, stateOf } from './death-facts.ts';

type Wishes = readonly (readonly [ClaimCommand, Context])[];

const suspectedWishes: Wishes = [[reportDeath({ workAccidentSuspected: true }), officer]];
const concludedWishes: Wishes = [...suspectedWishes, [concludeDeath(), checker]];
const papersAfter = (wishes: Wishes): Wishes => {
  const state = stateOf(claim.after(...wishes));
  return missingPapers(state, presentKinds(state.documents)).map((kind) => [
    receiveDocument(kind),
    clerk,
  ]);
};
const fullWishes: Wishes = [...concludedWishes, ...papersAfter(concludedWishes)];
const readyWishes: Wishes = [...fullWishes, [checkClaim(), checker], [determineHeirs(), checker]];
const decidedWishes: Wishes = [
  ...readyWishes,
  [recommendClaim(), verifier],
  [approveClaim({ totalIdr: idr('70000000') }), approver],
];
const paidWishes: Wishes = [...decidedWishes, [settleClaim(['70000000', 'SETTLED']), system]];

const suspected = claim.after(...suspectedWishes);
const concluded = claim.after(...concludedWishes);

describe('a suspected death', () => {
  test('is guaranteed with its day, and waits for nothing but the conclusion', () => {
    expect(suspected.map(({ type }) => type)).toEqual(['DeathReported', 'CareGuaranteed']);
    expect(suspected[1]?.data).toMatchObject({
      ...{ concludeBy: '2024-08-07', receivedOn: '2024-07-08', ruleId: 'T-04' },
    });
    expect(stageOf(suspected)).toBe('SUSPECTED');
    expect(openTaskOf(stateOf(suspected), NOON)).toMatchObject({
      ...{ task: 'CONCLUDE_DEATH', act: 'check-claim', command: 'ConcludeDeath' },
    });
  });

  test('starts no payment day by full papers before it is known by which benefit', () => {
    const papers = papersAfter(suspectedWishes);
    expect(papers).toHaveLength(7);
    const brought = claim.after(...suspectedWishes, ...papers);
    expect(brought.some(({ type }) => type === 'DocumentsCompleted')).toBe(false);
    // Not from work: the form of JKM is all that still lacks.
    const notWork = claim.after(...suspectedWishes, ...papers, [
      concludeDeath('NOT_FROM_WORK'),
      checker,
    ]);
    expect(missingPapers(stateOf(notWork), presentKinds(stateOf(notWork).documents))).toEqual([
      'CLAIM_FORM',
    ]);
  });

  test('takes a recommendation with it when the word comes late, and guarantees once', () => {
    const again = claim.after(
      [reportDeath(), officer],
      [reportDeath({ reportId: 'report-2', workAccidentSuspected: true }), officer],
      [reportDeath({ reportId: 'report-3', workAccidentSuspected: true }), officer],
    );
    expect(again.filter(({ type }) => type === 'CareGuaranteed')).toHaveLength(1);
    expect(stageOf(again)).toBe('SUSPECTED');
  });
});

describe('the conclusion', () => {
  test('says from work: kind, law and cover of the day of the accident, papers of JKK', () => {
    const state = stateOf(concluded);
    expect(claimKindOf(state)).toBe('JKK_DEATH');
    expect(eventDateOf(state)).toBe(ACCIDENT_DATE);
    expect(missingPapers(state, [])).toEqual([
      ...['KK1_FORM', 'MEMBER_CARD', 'WORKER_ID_CARD', 'HEIR_ID_CARD', 'FAMILY_CARD'],
      ...['WITNESS_STATEMENT', 'KK2_FORM', 'DOCTOR_STATEMENT', 'DEATH_CERTIFICATE'],
      ...['HEIR_STATEMENT', 'BANK_BOOK'],
    ]);
  });

  test('asks for the police where the road or violence did it, and not twice for stage I', () => {
    const papersFor = (...wish: Parameters<typeof concludeDeath>) =>
      missingPapers(
        stateOf(claim.after(...suspectedWishes, [concludeDeath(...wish), checker])),
        [],
      );
    expect(papersFor('ON_THE_WAY', { traffic: true })).toContain('POLICE_REPORT');
    const accident = {
      ...{ claimId: 'accident-1', eventDate: ACCIDENT_DATE, disabilityIdr: idr('0') },
    };
    const known = papersFor('AT_WORK', { accidentClaimId: 'accident-1', accident });
    expect(known).not.toContain('KK1_FORM');
    expect(known).not.toContain('WITNESS_STATEMENT');
    expect(papersFor('OCCUPATIONAL_DISEASE')).not.toContain('WITNESS_STATEMENT');
  });

  const refusals: readonly (readonly [string, ClaimCommand])[] = [
    ['AccidentDateMissing', concludeDeath('AT_WORK', { accidentDate: null })],
    ['DeathBeforeAccident', concludeDeath('AT_WORK', { accidentDate: localDate('2024-03-02') })],
    ['ConclusionDoesNotFit', concludeDeath('NOT_FROM_WORK', { accidentDate: ACCIDENT_DATE })],
    // K-04: dead within a day of the attack.
    [
      'ConclusionDoesNotFit',
      concludeDeath('SUDDEN_DEATH', { accidentDate: localDate('2024-02-28') }),
    ],
    // K-03 is of 2025.
    ['GroundNotInForce', concludeDeath('VIOLENCE_AT_WORK')],
    ['AccidentClaimUnknown', concludeDeath('AT_WORK', { accidentClaimId: 'x', accident: null })],
    [
      'AccidentDateDiffers',
      concludeDeath('AT_WORK', {
        accidentClaimId: 'x',
        accident: { claimId: 'x', eventDate: localDate('2024-02-21'), disabilityIdr: idr('0') },
      }),
    ],
    ['EvidenceMissing', concludeDeath('AT_WORK', { evidenceSha256: ' ' })],
    ['ReasonMissing', concludeDeath('AT_WORK', { reason: '' })],
    ['EventBeforeLaw', concludeDeath('AT_WORK', { accidentDate: localDate('2014-01-01') })],
  ];
  test.each(refusals)('is refused: %s', (code, wish) =>
    claim
      .given(...suspected)
      .when(wish, checker)
      .thenRefuses(code),
  );

  test('is refused to an unknown claim, an accident and a rejected claim', () => {
    claim.given().when(concludeDeath(), checker).thenRefuses('ClaimUnknown');
    const withdrawn = claim.after(...suspectedWishes, [
      { type: 'WithdrawClaim', data: { reason: 'keluarga mencabut' } },
      clerk,
    ]);
    claim
      .given(...withdrawn)
      .when(concludeDeath(), checker)
      .thenRefuses('ClaimNotOpen');
  });

  test('changes nothing when said again, and another word on other proof counts from then on', () => {
    claim
      .given(...concluded)
      .when(concludeDeath(), checker)
      .thenNothing();
    const turned = claim.after(...concludedWishes, [concludeDeath('NOT_FROM_WORK'), checker]);
    expect(claimKindOf(stateOf(turned))).toBe('JKM_DEATH');
  });

  test('is late after the thirty days, and only that', () => {
    const later = at(person('ani', 'check-claim'), '2024-08-09T04:00:00.000Z');
    claim
      .given(...suspected)
      .when(concludeDeath(), later)
      .thenRecords({ type: 'DeathConcluded', data: { late: true, claimedOn: '2024-07-08' } });
  });

  test('makes whoever spoke it no approver of what follows', () => {
    const past = claim.after(...readyWishes, [
      recommendClaim(),
      at(person('eka', 'recommend-claim')),
    ]);
    claim
      .given(...past)
      .when(approveClaim({ totalIdr: idr('70000000') }), at(person('ani', 'approve-claim')))
      .thenRefuses('RecommenderCannotApprove');
  });
});

describe('the benefit', () => {
  test('is 48 times the wage, periodic and burial, by rule and article, to the heir', () => {
    const { benefits } = stateOf(claim.after(...readyWishes));
    expect(benefits).toMatchObject({ benefit: 'JKK', lawVersion: 'L1', totalIdr: '70000000' });
    expect(
      benefits?.lines.map(({ code, amountIdr, ruleId, payee }) => [code, amountIdr, ruleId, payee]),
    ).toEqual([
      ['JKK.DEATH', '48000000', 'K-20', 'h1'],
      ['JKK.PERIODIC', '12000000', 'K-22', 'h1'],
      ['JKK.FUNERAL', '10000000', 'K-21', 'h1'],
    ]);
    expect(benefits?.flags).toContain('SCHOLARSHIP_RIGHT');
    expect(stageOf(claim.after(...paidWishes))).toBe('SETTLED');
  });

  test('without any heir pays the burial to its organiser and leaves the rest in the fund', () => {
    const past = claim.after(
      ...fullWishes,
      [checkClaim(), checker],
      [determineHeirs([heir({ ref: 'p1', relation: 'FUNERAL_ORGANISER' })], 'p1'), checker],
    );
    expect(stateOf(past).benefits?.lines.map(({ code, payee }) => [code, payee])).toEqual([
      ['JKK.DEATH', 'DJS'],
      ['JKK.PERIODIC', 'DJS'],
      ['JKK.FUNERAL', 'p1'],
    ]);
  });

  test('waits for arrears, and is nothing without cover on the day of the accident', () => {
    const over = (cover: ReturnType<typeof coverFacts>) =>
      stateOf(claim.after(...fullWishes, [checkClaim(cover), checker], [determineHeirs(), checker]))
        .benefits;
    expect(over(inArrears)).toMatchObject({ paymentBlocked: true, totalIdr: '70000000' });
    const tooNew = coverFacts({ membershipStart: localDate('2024-02-21') });
    expect(over(tooNew)).toMatchObject({ totalIdr: '0', flags: ['EVENT_BEFORE_MEMBERSHIP'] });
  });

  test('after a disability payment is for a person to weigh (K-34)', () => {
    const disabled = {
      accidentClaimId: 'accident-1',
      accident: { claimId: 'accident-1', eventDate: ACCIDENT_DATE, disabilityIdr: idr('32000000') },
    };
    const wishes: Wishes = [...suspectedWishes, [concludeDeath('AT_WORK', disabled), checker]];
    const past = claim.after(
      ...wishes,
      ...papersAfter(wishes),
      [checkClaim(), checker],
      [determineHeirs(), checker],
    );
    expect(stateOf(past).benefits?.flags).toContain('REVIEW_AFTER_DISABILITY');
    claim
      .given(...past)
      .when(recommendClaim(), verifier)
      .thenRefuses('ReviewNeedsReason', { check: 'NO_DISABILITY_PAID' });
  });

  test('has expired where the accident lies more than five years before the word', () => {
    const accidentDate = localDate('2019-12-15');
    const cover = coverFacts({ membershipStart: localDate('2019-12-10') });
    const wishes: Wishes = [
      ...suspectedWishes,
      [concludeDeath('AT_WORK', { accidentDate, cover }), checker],
    ];
    const inTime = claim.after(
      ...wishes,
      ...papersAfter(wishes),
      [checkClaim(cover), checker],
      [determineHeirs(), checker],
    );
    expect(stateOf(inTime).benefits?.totalIdr).toBe('70000000');
    const late = at(person('rina', 'report-death'), '2024-12-16T04:00:00.000Z');
    const check = at(person('ani', 'check-claim'), '2024-12-17T04:00:00.000Z');
    const lateWishes: Wishes = [
      [reportDeath({ workAccidentSuspected: true }), late],
      [concludeDeath('AT_WORK', { accidentDate, cover }), check],
    ];
    const expired = claim.after(
      ...lateWishes,
      ...papersAfter(lateWishes),
      [checkClaim(cover), check],
      [determineHeirs(), check],
    );
    expect(stateOf(expired).benefits).toMatchObject({ totalIdr: '0', flags: ['EXPIRED'] });
  });
});

describe('a conclusion that comes after a decision', () => {
  const jkmWishes: Wishes = [
    [reportDeath(), officer],
    ...papersAfter([[reportDeath(), officer]]),
    [checkClaim(), checker],
    [determineHeirs(), checker],
    [recommendClaim(), verifier],
    [approveClaim(), approver],
  ];
  const jkmPaid: Wishes = [...jkmWishes, [settleClaim(['42000000', 'SETTLED']), system]];

  test('lets an unpaid decision fall, and the benefit is determined anew', () => {
    const past = claim.after(...jkmWishes, [concludeDeath(), checker]);
    expect(past.find(({ type }) => type === 'DeathConcluded')?.data).toMatchObject({
      decisionFell: true,
    });
    const state = stateOf(past);
    expect(state.verdict).toBeNull();
    expect(state.benefits).toMatchObject({ benefit: 'JKK', totalIdr: '70000000' });
    expect(stageOf(past)).toBe('PAPERS_INCOMPLETE');
  });

  test('of a paid JKM reverses its lines and proposes what JKK gives more, with the cause', () => {
    claim
      .given(...claim.after(...jkmPaid))
      .when(concludeDeath(), checker)
      .thenRecords(
        { type: 'DeathConcluded', data: { fromWork: true, decisionFell: false } },
        { type: 'ChecksRecorded', data: {} },
        {
          type: 'BenefitConverted',
          data: {
            ...{ from: 'JKM', to: 'JKK', totalIdr: '70000000' },
            reversed: [{ code: 'JKM.LUMP' }, { code: 'JKM.PERIODIC' }, { code: 'JKM.FUNERAL' }],
            lines: [{ code: 'JKK.DEATH' }, { code: 'JKK.PERIODIC' }, { code: 'JKK.FUNERAL' }],
            cause: { kind: 'ORIGIN', reference: 'sha-AT_WORK' },
          },
        },
        {
          type: 'TopUpProposed',
          data: { amountIdr: '28000000', entitledIdr: '70000000', grantedIdr: '42000000' },
        },
      );
  });

  test('of a paid JKK proposes a recovery, which only a person with a legal basis decides', () => {
    const past = claim.after(...paidWishes, [concludeDeath('NOT_FROM_WORK'), checker]);
    expect(past.slice(-2)).toMatchObject([
      { type: 'BenefitConverted', data: { from: 'JKK', to: 'JKM', totalIdr: '42000000' } },
      { type: 'RecoveryProposed', data: { amountIdr: '28000000' } },
    ]);
    expect(stageOf(past)).toBe('RECOVERY_PROPOSED');
  });

  test('is asked for when the suspicion comes after the payment', () => {
    const past = claim.after(...jkmPaid, [
      reportDeath({ reportId: 'report-9', workAccidentSuspected: true }),
      officer,
    ]);
    expect(stageOf(past)).toBe('SUSPECTED_AFTER_PAYMENT');
    expect(openTaskOf(stateOf(past), NOON)?.task).toBe('CONCLUDE_DEATH');
    const answered = claim.after(
      ...jkmPaid,
      [reportDeath({ reportId: 'report-9', workAccidentSuspected: true }), officer],
      [concludeDeath('NOT_FROM_WORK'), checker],
    );
    expect(stageOf(answered)).toBe('SETTLED');
  });

  const convertedWishes: Wishes = [...jkmPaid, [concludeDeath(), checker]];

  test('asks for the papers of JKK before more is paid, and looks at them again', () => {
    const task = (past: readonly ClaimEvent[]) => openTaskOf(stateOf(past), NOON)?.task;
    const converted = claim.after(...convertedWishes);
    expect(task(converted)).toBe('COMPLETE_PAPERS');
    claim
      .given(...converted)
      .when(recommendClaim(), verifier)
      .thenRefuses('CheckFails', { check: 'DOCUMENTS_COMPLETE' });
    const full = claim.after(...convertedWishes, ...papersAfter(convertedWishes));
    expect(task(full)).toBe('CHECK_COVER');
    claim
      .given(...full)
      .when(checkClaim(), checker)
      .thenRecords({ type: 'ChecksRecorded', data: {} });
  });

  test('waits until a top-up that is being paid has come to its end', () => {
    const past = claim.after(
      ...convertedWishes,
      ...papersAfter(convertedWishes),
      [checkClaim(), checker],
      [recommendClaim({ reason: 'surat kuasa tidak perlu' }), verifier],
      [approveClaim({ totalIdr: idr('28000000') }), at(person('citra', 'approve-claim'))],
    );
    expect(stageOf(past)).toBe('APPROVED');
    claim
      .given(...past)
      .when(concludeDeath('NOT_FROM_WORK'), checker)
      .thenRefuses('PaymentUnderWay');
  });
});
