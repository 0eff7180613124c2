// Facts about a death that come late: a suspicion after the decision, a payee who died, another day.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { holdOf } from '../../../../domain/claim/adjustment/hold.ts';
import { isClockOpen } from '../../../../domain/claim/clock/office-clock.ts';
import { gravest, linkedAccidents } from '../../../../domain/claim/death/linked-accident.ts';
import { missingPapers } from '../../../../domain/claim/documents/papers.ts';
import type { ClaimCommand } from '../../../../domain/claim/events.ts';
import type { LinkedCase } from '../../../../domain/claim/intake/case-link-events.ts';
import { openTaskOf } from '../../../../domain/claim/open-task.ts';
import type { Context } from '../../../../domain/decider.ts';
import { at, NOON, person } from '../../specification.ts';
import {
  approveClaim,
  approvedWishes,
  approver,
  checkClaim,
  checker,
  claim,
  clerk,
  coverFacts,
  idr,
  officer,
  payeeOf,
  receiveDocument,
  recommendClaim,
  rejectClaim,
  reportDeath,
  sealed,
  settleClaim,
  system,
  verifier,
} from '../claim-facts.ts';
import {
  accidentCover,
  claimCosts,
  conclude,
  determinePayee,
  linkCases,
  reportAccident,
  secondStage,
  statement,
} from '../incident-facts.ts';
import { ACCIDENT_DATE, concludeDeath, stageOf, stateOf } from './death-facts.ts';

type Wishes = readonly (readonly [ClaimCommand, Context])[];

const suspicion: Wishes[number] = [
  reportDeath({ reportId: 'report-2', workAccidentSuspected: true }),
  officer,
];
const T04 = 'CONCLUDE_WITHIN_30_DAYS';

describe('a suspicion after the decision', () => {
  const accident: LinkedCase = { claimId: 'accident-1', kind: 'INCIDENT', day: ACCIDENT_DATE };

  test('holds what is due, asks for the conclusion and runs its thirty days', () => {
    expect(holdOf(stateOf(claim.after(...approvedWishes)))).toBeNull();
    for (const told of [suspicion, [linkCases([accident], true), system] as const]) {
      const past = claim.after(...approvedWishes, told);
      const state = stateOf(past);
      expect(stageOf(past)).toBe('APPROVED');
      expect(holdOf(state)).toEqual({ because: 'SUSPECTED_FROM_WORK' });
      expect(openTaskOf(state, NOON)).toMatchObject({
        ...{ task: 'CONCLUDE_DEATH', command: 'ConcludeDeath' },
      });
      expect(isClockOpen(T04, state)).toBe(true);
    }
  });

  test('is over with the conclusion, and runs on where the money was already under way', () => {
    const concluded = stateOf(
      claim.after(...approvedWishes, suspicion, [concludeDeath('NOT_FROM_WORK'), checker]),
    );
    expect(holdOf(concluded)).toBeNull();
    expect(isClockOpen(T04, concluded)).toBe(false);
    const paid = claim.after(...approvedWishes, suspicion, [
      settleClaim(['42000000', 'SETTLED']),
      system,
    ]);
    expect(stageOf(paid)).toBe('SUSPECTED_AFTER_PAYMENT');
    expect(isClockOpen(T04, stateOf(paid))).toBe(true);
  });
});

describe('the accident of a death', () => {
  const linked = (claimId: string, change: Partial<LinkedCase> = {}): LinkedCase => ({
    ...{ claimId, kind: 'INCIDENT', day: ACCIDENT_DATE },
    ...change,
  });
  const paying = (claimId: string, disabilityIdr: string) => ({
    ...{ claimId, eventDate: ACCIDENT_DATE, disabilityIdr: idr(disabilityIdr) },
  });

  test('is the linked one of that day where nobody named it, and what it paid is set off', () => {
    const links = [
      linked('other', { day: localDate('2024-02-01') }),
      linked('death', { kind: 'DEATH' }),
      linked('accident-1'),
    ];
    expect(linkedAccidents(links, ACCIDENT_DATE)).toEqual(['accident-1']);
    expect(linkedAccidents(links, null)).toEqual([]);
    expect(gravest([])).toBeNull();
    const accidents = [paying('a', '0'), paying('b', '9000000'), paying('c', '1000')];
    expect(gravest(accidents)?.claimId).toBe('b');
  });

  test('and the road are said after all by concluding again on the same proof', () => {
    const concluded = claim.after(
      [reportDeath({ workAccidentSuspected: true }), officer],
      [concludeDeath(), checker],
    );
    const accident = paying('accident-1', '30000000');
    for (const change of [{ traffic: true }, { accidentClaimId: 'accident-1', accident }])
      claim
        .given(...concluded)
        .when(concludeDeath('AT_WORK', change), checker)
        .thenRecords({ type: 'DeathConcluded', data: {} });
  });
});

describe('an accident whose worker died while its claim was closed', () => {
  const death: LinkedCase = { claimId: 'death-1', kind: 'DEATH', day: localDate('2024-07-08') };
  const begun: Wishes = [
    [reportAccident(), officer],
    [conclude(), checker],
    [secondStage('HEALED', localDate('2024-07-07')), clerk],
    [statement({ daysOff: 2 }), checker],
    [claimCosts(['JKK.TRANSPORT_LAND', '1200000']), clerk],
  ];
  const ready: Wishes = [
    ...begun,
    ...missingPapers(stateOf(claim.after(...begun)), []).map(
      (kind) => [receiveDocument(kind), clerk] as const,
    ),
    [checkClaim(accidentCover), checker],
    [determinePayee(), checker],
  ];
  const withdrawn: Wishes[number] = [
    { type: 'WithdrawClaim', data: { reason: 'keluarga mencabut' } },
    clerk,
  ];
  const reopened: Wishes[number] = [
    { type: 'ReopenClaim', data: { reason: 'keluarga kembali' } },
    checker,
  ];

  test('is opened again without the payee who died, and with them where nobody did', () => {
    const lives = stateOf(claim.after(...ready, withdrawn, reopened));
    expect(lives.incident?.payee).not.toBeNull();
    const died = stateOf(claim.after(...ready, withdrawn, [linkCases([death]), system], reopened));
    expect(died.incident?.payee).toBeNull();
    expect(died.benefits).toBeNull();
  });

  test('pays the heir of today: another one stops recommendation and approval', () => {
    const wife = { accountIndex: payeeOf('istri').accountIndex };
    const child = { accountIndex: payeeOf('anak').accountIndex };
    const reason = 'sesuai berkas';
    const forWife: Wishes = [
      ...ready,
      [linkCases([death]), system],
      [checkClaim(accidentCover), checker],
      [determinePayee('istri', 'istri'), checker],
    ];
    const recommendable = claim.given(...claim.after(...forWife));
    recommendable
      .when(recommendClaim({ heir: child, reason }), verifier)
      .thenRefuses('PayeeNotTheHeir');
    recommendable
      .when(recommendClaim({ heir: null, reason }), verifier)
      .thenRefuses('HeirsNotKnown');
    const past = claim.after(...forWife, [recommendClaim({ heir: wife, reason }), verifier]);
    const totalIdr = stateOf(past).recommendation?.totalIdr ?? idr('0');
    const approval = { totalIdr, cover: accidentCover };
    claim
      .given(...past)
      .when(approveClaim({ ...approval, heir: child }), approver)
      .thenRefuses('PayeeNotTheHeir');
    claim
      .given(...past)
      .when(approveClaim({ ...approval, heir: wife }), approver)
      .thenRecords({ type: 'ClaimApproved', data: {} });
  });
});

describe('a death that was concluded', () => {
  const suspected: Wishes = [[reportDeath({ workAccidentSuspected: true }), officer]];

  test('as a sudden one is not moved to a day on which it was none', () => {
    const sudden: Wishes = [
      ...suspected,
      [concludeDeath('SUDDEN_DEATH', { accidentDate: localDate('2024-02-29') }), checker],
    ];
    const correct = (deathDate: string): ClaimCommand => ({
      type: 'CorrectDeathDate',
      data: {
        ...{ deathDate: localDate(deathDate), evidenceSha256: 'akta', reason: 'akta kematian' },
        cover: coverFacts(),
      },
    });
    const concluded = claim.given(...claim.after(...sudden));
    concluded.when(correct('2024-03-02'), checker).thenRefuses('NoLongerSudden');
    concluded
      .when(correct('2024-02-29'), checker)
      .thenRecords({ type: 'DeathDateCorrected', data: {} });
  });

  test('by whoever decided before an objection is not concluded by them again', () => {
    const past = claim.after(
      ...suspected,
      [rejectClaim(), approver],
      [
        {
          type: 'ObjectToDecision',
          data: {
            ...{ objectionId: 'objection-1', relation: 'SPOUSE', evidenceSha256: null },
            ...{ objector: sealed('objection.name'), grounds: sealed('objection.grounds') },
            objectedOn: localDate('2024-07-08'),
          },
        },
        officer,
      ],
    );
    claim
      .given(...past)
      .when(concludeDeath(), at(person('budi', 'check-claim')))
      .thenRefuses('DeciderCannotDecideAgain');
    claim
      .given(...past)
      .when(concludeDeath(), checker)
      .thenRecords({ type: 'DeathConcluded', data: {} });
  });

  test('from work too late is rejected as time-barred; one of JKM never is (T-09, T-10)', () => {
    const barred = rejectClaim({ code: 'TIME_BARRED' });
    const fromWork: Wishes = [...suspected, [concludeDeath(), checker]];
    claim
      .given(...claim.after(...fromWork))
      .when(barred, approver)
      .thenRecords({ type: 'ClaimRejected', data: { code: 'TIME_BARRED' } });
    claim
      .given(...claim.after([reportDeath(), officer]))
      .when(barred, approver)
      .thenRefuses('GroundNotInForce');
  });
});
