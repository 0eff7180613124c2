// A suspected work accident: guaranteed, concluded, applied for in legal order, computed, paid.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { claimDecider } from '../../../domain/claim/decider.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import type { MedicalOutcome } from '../../../domain/claim/incident/incident-events.ts';
import { claimKindOf } from '../../../domain/claim/kind.ts';
import { claimStage } from '../../../domain/claim/stage.ts';
import { type Context, fold } from '../../../domain/decider.ts';
import { at, NOON, person } from '../specification.ts';
import {
  approveClaim,
  approver,
  because,
  CLAIM_ID,
  checkClaim,
  checker,
  claim,
  clerk,
  coverFacts,
  determineHeirs,
  idr,
  inArrears,
  mandate,
  officer,
  receiveDocument,
  recommendClaim,
  sealed,
  settleClaim,
  system,
  verifier,
} from './claim-facts.ts';
import {
  accidentCover,
  claimCosts,
  conclude,
  concludeDeadline,
  determinePayee,
  loss,
  reportAccident,
  reportIncident,
  secondStage,
  statement,
} from './incident-facts.ts';

const PAPERS = [
  'KK1_FORM',
  'MEMBER_CARD',
  'WORKER_ID_CARD',
  'WITNESS_STATEMENT',
  'KK2_FORM',
  'DOCTOR_STATEMENT',
  'REST_LETTER',
  'BANK_BOOK',
] as const;

type Wishes = readonly (readonly [ClaimCommand, Context])[];
const suspectedWishes: Wishes = [[reportAccident(), officer]];
const treatedWishes: Wishes = [...suspectedWishes, [conclude(), checker]];
const applied = (outcome: MedicalOutcome, stated = statement()): Wishes => [
  ...treatedWishes,
  [secondStage(outcome), clerk],
  [stated, checker],
];
const complete = (wishes: Wishes): Wishes => [
  ...wishes,
  ...PAPERS.map((kind) => [receiveDocument(kind), clerk] as const),
];
const ready = (wishes: Wishes): Wishes => [
  ...complete(wishes),
  [checkClaim(accidentCover), checker],
  [determinePayee(), checker],
];
const objection: ClaimCommand = {
  type: 'ObjectToDecision',
  data: {
    ...{ objectionId: 'objection-1', relation: 'SPOUSE', evidenceSha256: null },
    ...{ objector: sealed('objection.name'), grounds: sealed('objection.grounds') },
    objectedOn: localDate('2024-07-08'),
  },
};
const stateAfter = (wishes: Wishes) => fold(claimDecider, claim.after(...wishes));
const linesAfter = (wishes: Wishes) =>
  stateAfter(wishes).benefits?.lines.map(({ code, amountIdr, payee }) => [code, amountIdr, payee]);

const suspected = claim.after(...suspectedWishes);

describe('a suspected accident', () => {
  test('is guaranteed at once, to be concluded within thirty days (T-04)', () => {
    claim
      .given()
      .when(reportAccident(), officer)
      .thenRecords(
        { type: 'IncidentReported', data: { late: false } },
        { type: 'CareGuaranteed', data: { concludeBy: '2024-08-07', ruleId: 'T-04' } },
      );
    expect(claimStage(stateAfter(suspectedWishes))).toBe('SUSPECTED');
    expect(claimKindOf(stateAfter(suspectedWishes))).toBe('WORK_ACCIDENT');
  });

  test('reported late is flagged and never refused (T-01, T-02)', () =>
    claim
      .given()
      .when(reportAccident({ eventDate: localDate('2024-07-05') }), officer)
      .thenRecords(
        { type: 'IncidentReported', data: { late: true } },
        { type: 'CareGuaranteed', data: {} },
      ));

  test('is late once the thirty days are over, and not when it is concluded', () => {
    claim
      .given(...suspected)
      .when(concludeDeadline, system)
      .thenRecords(
        { type: 'DeadlinePassed', data: { code: 'CONCLUDE_WITHIN_30_DAYS' } },
        { type: 'DeadlineEscalated', data: {} },
      );
    claim
      .given(...claim.after(...treatedWishes))
      .when(concludeDeadline, system)
      .thenNothing();
    const passed = claim.after(...suspectedWishes, [concludeDeadline, system]);
    claim
      .given(...passed)
      .when(concludeDeadline, system)
      .thenNothing();
  });

  test('is concluded with evidence, by rule and article, once', () => {
    claim
      .given(...suspected)
      .when(conclude('ON_THE_WAY', { traffic: true }), checker)
      .thenRecords({
        type: 'IncidentConcluded',
        data: { ruleId: 'K-02', article: 'Permenaker 5/2021 Pasal 7(2)', late: false },
      });
    const late = { ...checker, now: '2024-08-08T04:00:00.000Z' };
    claim
      .given(...suspected)
      .when(conclude(), late)
      .thenRecords({ type: 'IncidentConcluded', data: { late: true } });
    const treated = claim.after(...treatedWishes);
    claim
      .given(...treated)
      .when(conclude(), checker)
      .thenNothing();
    claim
      .given(...treated)
      .when(conclude('NOT_FROM_WORK'), checker)
      .thenRefuses('AlreadyConcluded', { conclusion: 'AT_WORK' });
  });

  test('is not concluded without evidence, reason, or a ground that fits', () => {
    const given = claim.given(...suspected);
    given
      .when(conclude('AT_WORK', { evidenceSha256: ' ' }), checker)
      .thenRefuses('EvidenceMissing');
    given.when(conclude('AT_WORK', { reason: '' }), checker).thenRefuses('ReasonMissing');
    given.when(conclude('OCCUPATIONAL_DISEASE'), checker).thenRefuses('ConclusionDoesNotFit');
    given.when(conclude('VIOLENCE_AT_WORK'), checker).thenRefuses('GroundNotInForce');
    claim.given().when(conclude(), checker).thenRefuses('ClaimUnknown');
  });

  test('that does not come from work is led to JKN, and can be opened again', () => {
    const routed = claim.after(...suspectedWishes, [conclude('NOT_FROM_WORK'), checker]);
    expect(routed.map(({ type }) => type).slice(-2)).toEqual(['IncidentConcluded', 'ClaimRouted']);
    expect(claimStage(fold(claimDecider, routed))).toBe('ROUTED_TO_JKN');
    claim
      .given(...routed)
      .when(because('ReopenClaim'), checker)
      .thenRecords({ type: 'ClaimReopened', data: {} }, { type: 'CareGuaranteed', data: {} });
  });

  test('led to JKN may be objected to; others than who concluded it conclude again', () => {
    const routed = claim.after(...suspectedWishes, [conclude('NOT_FROM_WORK'), checker]);
    claim
      .given(...routed)
      .when(objection, clerk)
      .thenRecords(
        {
          type: 'DecisionObjected',
          data: { against: 'ROUTED_TO_JKN', decidedBy: ['ani'], barOn: '2024-08-06' },
        },
        { type: 'CareGuaranteed', data: { concludeBy: '2024-08-07' } },
      );
    for (const wish of [objection, because('ReopenClaim')]) {
      const open = claim.after(
        ...suspectedWishes,
        [conclude('NOT_FROM_WORK'), checker],
        [wish, clerk],
      );
      expect(claimStage(fold(claimDecider, open))).toBe('SUSPECTED');
      claim
        .given(...open)
        .when(conclude('NOT_FROM_WORK'), checker)
        .thenRefuses('DeciderCannotDecideAgain');
      claim
        .given(...open)
        .when(conclude(), at(person('dewi', 'check-claim')))
        .thenRecords({ type: 'IncidentConcluded', data: { concludedBy: ['dewi'] } });
    }
  });

  test('reported as an illness is not lost: an objection makes it an occupational disease', () => {
    const open = claim.after([reportIncident(), officer], [objection, clerk]);
    expect(claimStage(fold(claimDecider, open))).toBe('SUSPECTED');
    claim
      .given(...open)
      .when(conclude('OCCUPATIONAL_DISEASE'), checker)
      .thenRecords({ type: 'IncidentConcluded', data: { conclusion: 'OCCUPATIONAL_DISEASE' } });
    expect(fold(claimDecider, open).answerDueOn).toBe('2024-07-22');
    const concluded = claim.after(
      ...([
        [reportIncident(), officer],
        [objection, clerk],
      ] as const),
      [conclude('OCCUPATIONAL_DISEASE'), checker],
    );
    expect(fold(claimDecider, concluded).answerDueOn).toBeNull();
  });

  test('opens an illness that was led to JKN once somebody says it comes from work', () => {
    const ill = claim.after([reportIncident(), officer]);
    claim
      .given(...ill)
      .when(reportAccident({ reportId: 'report-2', kind: 'DISEASE' }), officer)
      .thenRecords(
        { type: 'IncidentReportLinked', data: { kindDiffers: true } },
        { type: 'ClaimReopened', data: { reason: 'NEW_INCIDENT_REPORT' } },
        { type: 'CareGuaranteed', data: {} },
      );
  });
});

describe('the application', () => {
  test('comes in legal order: KK1, KK2, KK3', () => {
    claim
      .given(...claim.after(...treatedWishes))
      .when(statement(), checker)
      .thenRefuses('StageOutOfOrder');
    claim.given().when(secondStage(), clerk).thenRefuses('ClaimUnknown');
    expect(claimStage(stateAfter(treatedWishes))).toBe('IN_TREATMENT');
    expect(claimStage(stateAfter(applied('HEALED')))).toBe('REPORTED');
  });

  test('after 2×24 hours is flagged, before the event or tomorrow it is refused (T-05)', () => {
    const given = claim.given(...claim.after(...treatedWishes));
    const later = { ...clerk, now: '2025-03-04T04:00:00.000Z' };
    given
      .when(secondStage('HEALED', localDate('2025-03-01')), later)
      .thenRecords({ type: 'SecondStageReported', data: { late: true } });
    given
      .when(secondStage('HEALED', localDate('2024-07-05')), clerk)
      .thenRefuses('DeclaredBeforeEvent');
    given
      .when(secondStage('HEALED', localDate('2024-07-09')), clerk)
      .thenRefuses('EventDateInFuture');
  });

  test('states losses of the table for a partial disability and for nothing else', () => {
    const partial = claim.given(
      ...claim.after(...treatedWishes, [secondStage('PARTIAL_DISABILITY'), clerk]),
    );
    partial.when(statement(), checker).thenRefuses('LossesDoNotFit');
    for (const wrong of [
      loss('D99'),
      loss('D05', { functionLost: 10_001 }),
      loss('D32'),
      loss('D05', { count: 0 }),
    ])
      partial.when(statement({ losses: [wrong] }), checker).thenRefuses('LossUnknown');
    partial
      .when(statement({ daysOff: 4, losses: [loss('D05')] }), checker)
      .thenRefuses('DaysOffInvalid');
    partial.when(statement({ evidenceSha256: '' }), checker).thenRefuses('EvidenceMissing');
    claim
      .given(...claim.after(...treatedWishes, [secondStage(), clerk]))
      .when(statement({ losses: [loss('D05')] }), checker)
      .thenRefuses('LossesDoNotFit');
  });

  test('is complete with the papers of its cause, and says which one lacks', () => {
    const allButOne = claim.after(...complete(applied('HEALED')).slice(0, -1));
    claim
      .given(...allButOne)
      .when(receiveDocument('BANK_BOOK'), clerk)
      .thenRecords(
        { type: 'DocumentReceived', data: {} },
        { type: 'DocumentsCompleted', data: { kinds: [...PAPERS] } },
      );
    const costs = claim.after(...complete(applied('HEALED')), [
      claimCosts(['JKK.TRANSPORT_LAND', '1']),
      clerk,
    ]);
    const checked = [
      ...costs,
      ...claim
        .after(
          ...complete(applied('HEALED')),
          [claimCosts(['JKK.TRANSPORT_LAND', '1']), clerk],
          [checkClaim(accidentCover), checker],
        )
        .slice(-1),
    ];
    const failing = fold(claimDecider, checked).checks?.find(
      ({ code }) => code === 'DOCUMENTS_COMPLETE',
    );
    expect(failing).toMatchObject({ verdict: 'FAILS', facts: { missing: 'TRANSPORT_RECEIPT' } });
  });
});

describe('the benefit of a living worker', () => {
  test('is the wage of the days off, to the worker (E44 by day)', () => {
    expect(linesAfter(ready(applied('HEALED')))).toEqual([['JKK.STMB', '100000', 'worker']]);
    expect(claimStage(stateAfter(ready(applied('HEALED'))))).toBe('READY_TO_RECOMMEND');
  });

  test('adds the costs up to their ceilings and says so (E45)', () => {
    const wishes = ready(applied('HEALED')).slice(0, -2);
    const after = stateAfter([
      ...wishes,
      [claimCosts(['JKK.TRANSPORT_LAND', '6200000'], ['JKK.TRANSPORT_SEA', '1800000']), clerk],
      [receiveDocument('TRANSPORT_RECEIPT'), clerk],
      [checkClaim(accidentCover), checker],
      [determinePayee(), checker],
    ]);
    expect(after.benefits?.totalIdr).toBe('6900000');
    expect(after.benefits?.flags).toEqual(['CAPPED']);
  });

  test('is a share of eighty wages for a loss (E38), fifty-six for all (E31)', () => {
    const half = statement({ daysOff: 0, losses: [loss('D05', { functionLost: 5_000 })] });
    expect(linesAfter(ready(applied('PARTIAL_DISABILITY', half)))).toEqual([
      ['JKK.DISABILITY_PARTIAL', '12800000', 'worker'],
    ]);
    const total = stateAfter(ready(applied('TOTAL_DISABILITY', statement({ daysOff: 0 }))));
    expect(total.benefits?.totalIdr).toBe('68000000');
    expect(total.benefits?.flags).toEqual(['SCHOLARSHIP_RIGHT']);
  });

  test('is nothing without cover, and waits for arrears in grace', () => {
    const lapsed = coverFacts({ state: 'LAPSED', unpaidMonths: 4 });
    const before = complete(applied('HEALED'));
    const without = stateAfter([
      ...before,
      [checkClaim(lapsed), checker],
      [determinePayee(), checker],
    ]);
    expect(without.benefits).toMatchObject({ totalIdr: '0', flags: ['LAPSED'] });
    const blocked = stateAfter([
      ...before,
      [checkClaim(inArrears), checker],
      [determinePayee(), checker],
    ]);
    expect(blocked.benefits).toMatchObject({ paymentBlocked: true, flags: ['ARREARS_DUE'] });
  });

  test('is recommended, approved and settled like any other', () => {
    const approvedWishes: Wishes = [
      ...ready(applied('HEALED')),
      [recommendClaim({ mandate: mandate() }), verifier],
      [approveClaim({ totalIdr: idr('100000'), cover: accidentCover }), approver],
    ];
    claim
      .given(...claim.after(...approvedWishes))
      .when(settleClaim(['100000', 'SETTLED']), system)
      .thenRecords({ type: 'ClaimSettled', data: { claimId: CLAIM_ID, paidIdr: '100000' } });
  });

  test('has no heirs and no day of death to correct', () => {
    const given = claim.given(
      ...claim.after(...complete(applied('HEALED')), [checkClaim(accidentCover), checker]),
    );
    given.when(determineHeirs(), checker).thenRefuses('NotADeath');
    given
      .when({ type: 'WithdrawClaim', data: { reason: 'hidup', ground: 'PERSON_ALIVE' } }, clerk)
      .thenRefuses('NotADeath');
    claim
      .given(...claim.after(...suspectedWishes))
      .when(determinePayee(), { ...checker, now: NOON })
      .thenRefuses('ChecksMissing');
  });
});

describe('a late report', () => {
  const because = (stage: 'FIRST' | 'SECOND', note = ''): ClaimCommand => ({
    type: 'ExplainLateness',
    data: { stage, because: 'HOSPITAL_TOLD_LATE', note },
  });
  const late: Wishes = [[reportAccident({ eventDate: localDate('2024-07-05') }), officer]];

  test('is explained when the reason is known, with the party whose matter it was', () => {
    claim
      .given(...claim.after(...late))
      .when(because('FIRST'), clerk)
      .thenRecords({ type: 'LatenessExplained', data: { party: 'HOSPITAL', stage: 'FIRST' } });
    const told = claim.after(...late, [because('FIRST'), clerk]);
    claim
      .given(...told)
      .when(because('FIRST'), clerk)
      .thenNothing();
    claim
      .given(...told)
      .when(because('FIRST', 'RSUD, 8 Juli'), clerk)
      .thenRecords({ type: 'LatenessExplained', data: { note: 'RSUD, 8 Juli' } });
  });

  test('that came in time needs no explanation', () => {
    for (const stage of ['FIRST', 'SECOND'] as const)
      claim
        .given(...claim.after(...suspectedWishes))
        .when(because(stage), clerk)
        .thenRefuses('ReportNotLate');
    claim.given().when(because('FIRST'), clerk).thenRefuses('ClaimUnknown');
  });
});
