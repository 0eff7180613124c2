// Missing at sea: nothing is paid before an authority has spoken, and nothing to a family whose member lives.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { claimKindOf } from '../../../../domain/claim/kind.ts';
import { openTaskOf } from '../../../../domain/claim/open-task.ts';
import { at, NOON, person } from '../../specification.ts';
import {
  approvedWishes,
  because,
  checkClaim,
  checker,
  claim,
  clerk,
  idr,
  officer,
  receiveDocument,
  reportDeath,
  reportedWishes,
  settleClaim,
  system,
} from '../claim-facts.ts';
import {
  determineDeath,
  foundAlive,
  MISSING_SINCE,
  reportMissing,
  stageOf,
  stateOf,
} from './death-facts.ts';

const missing = claim.after([reportMissing(), officer]);
const determined = claim.after([reportMissing(), officer], [determineDeath(), checker]);
const paid = claim.after(...approvedWishes, [settleClaim(['42000000', 'SETTLED']), system]);

describe('somebody who is missing', () => {
  test('is no death yet: papers may come, nothing is checked, and the word of an authority is awaited', () => {
    expect(stageOf(missing)).toBe('MISSING');
    expect(claimKindOf(stateOf(missing))).toBe('MISSING_PERSON');
    expect(openTaskOf(stateOf(missing), NOON)).toMatchObject({ task: 'DETERMINE_DEATH' });
    const brought = claim.after(
      [reportMissing(), officer],
      [receiveDocument('FAMILY_CARD'), clerk],
    );
    expect(brought.map(({ type }) => type)).toEqual(['PersonMissing', 'DocumentReceived']);
    claim
      .given(...brought)
      .when(checkClaim(), checker)
      .thenRefuses('ClaimNotOpen', { stage: 'MISSING' });
  });

  test('reported again is the same claim, and the first report counts', () => {
    const later = { reportId: 'missing-2', missingSince: localDate('2024-03-03') };
    claim
      .given(...missing)
      .when(reportMissing(), officer)
      .thenNothing();
    const again = claim.after([reportMissing(), officer], [reportMissing(later), officer]);
    expect(stateOf(again).missing?.report.missingSince).toBe(MISSING_SINCE);
    claim
      .given(...missing)
      .when(reportMissing({ missingSince: localDate('2024-03-05') }), officer)
      .thenRefuses('ReportIdTaken');
  });

  test('is refused of tomorrow, from before the law, of another worker and of a known death', () => {
    const told = (change: object) => claim.given().when(reportMissing(change), officer);
    told({ missingSince: localDate('2024-07-09') }).thenRefuses('EventDateInFuture');
    told({ missingSince: localDate('2014-07-09') }).thenRefuses('EventBeforeLaw');
    claim
      .given(...missing)
      .when(reportMissing({ reportId: 'm-3', workerId: 'worker-2' }), officer)
      .thenRefuses('ReportForAnotherWorker');
    claim
      .given(...claim.after(...reportedWishes))
      .when(reportMissing(), officer)
      .thenRefuses('DeathIsKnown');
  });

  test('whose body is found is a death by an ordinary report', () => {
    const past = claim.after([reportMissing(), officer], [reportDeath(), officer]);
    expect(stageOf(past)).toBe('REPORTED');
  });
});

describe('the word of an authority', () => {
  test('makes a death of its day, told by whoever told of the missing person', () => {
    expect(determined.slice(1)).toMatchObject([
      { type: 'MissingDetermined', data: { ruleId: 'T-11', reference: 'SAR-7/2024' } },
      { type: 'DeathReported', data: { deathDate: '2024-03-01', reportId: 'missing-1' } },
    ]);
    expect(stageOf(determined)).toBe('REPORTED');
    expect(claimKindOf(stateOf(determined))).toBe('JKM_DEATH');
    claim
      .given(...determined)
      .when(determineDeath(), checker)
      .thenNothing();
  });

  test('of a fisher at work opens the suspicion of JKK with its thirty days', () => {
    const past = claim.after(
      [reportMissing({ workAccidentSuspected: true }), officer],
      [determineDeath(), checker],
    );
    expect(past.at(-1)).toMatchObject({
      type: 'CareGuaranteed',
      data: { concludeBy: '2024-08-07' },
    });
    expect(stageOf(past)).toBe('SUSPECTED');
  });

  test('is refused without a number, a paper, or with days that cannot be', () => {
    const said = (change: Parameters<typeof determineDeath>[0]) =>
      claim.given(...missing).when(determineDeath(change), checker);
    said({ deathDate: localDate('2024-02-27') }).thenRefuses('DeathBeforeMissing');
    said({ deathDate: localDate('2024-06-02') }).thenRefuses('DeathDateInFuture');
    said({ determinedOn: localDate('2024-07-09') }).thenRefuses('DeterminationInFuture');
    said({ reference: ' ' }).thenRefuses('DeterminationMissing');
    said({ evidenceSha256: '' }).thenRefuses('EvidenceMissing');
    claim.given().when(determineDeath(), checker).thenRefuses('ClaimUnknown');
    claim
      .given(...claim.after(...reportedWishes))
      .when(determineDeath(), checker)
      .thenRefuses('NotMissing');
  });
});

describe('found alive', () => {
  test('ends a claim of a missing person with nothing paid, and they may go missing again', () => {
    claim
      .given(...missing)
      .when(foundAlive(), checker)
      .thenRecords({ type: 'PersonFound', data: {} }, { type: 'ClaimWithdrawn', data: {} });
    const found = claim.after([reportMissing(), officer], [foundAlive(), checker]);
    expect(stageOf(found)).toBe('WITHDRAWN');
    claim
      .given(...found)
      .when(foundAlive(), checker)
      .thenNothing();
    const again = claim.after(
      [reportMissing(), officer],
      [foundAlive(), checker],
      [reportMissing({ reportId: 'missing-9', missingSince: localDate('2024-07-05') }), officer],
    );
    expect(stageOf(again)).toBe('MISSING');
    expect(stateOf(again).missing?.report.missingSince).toBe('2024-07-05');
    const dead = claim.after(
      [reportMissing(), officer],
      [foundAlive(), checker],
      [reportDeath({ deathDate: localDate('2024-07-05') }), officer],
    );
    expect(stageOf(dead)).toBe('REPORTED');
    const reopened = claim.after(
      [reportMissing(), officer],
      [foundAlive(), checker],
      [because('ReopenClaim'), checker],
    );
    expect(stageOf(reopened)).toBe('MISSING');
  });

  test('takes an unpaid decision away, and gives the membership back', () => {
    const past = claim.after(...approvedWishes, [foundAlive(), checker]);
    expect(past.slice(-3)).toMatchObject([
      { type: 'PersonFound', data: { decisionFell: true } },
      { type: 'ClaimWithdrawn' },
      { type: 'DeathDisproved', data: { ground: 'PERSON_ALIVE' } },
    ]);
    expect(stateOf(past)).toMatchObject({ verdict: null, granted: [] });
  });

  test('after the payment proposes to recover the whole of it, and decides nothing', () => {
    claim
      .given(...paid)
      .when(foundAlive(), checker)
      .thenRecords(
        { type: 'PersonFound', data: { decisionFell: false } },
        { type: 'DeathDisproved', data: {} },
        {
          type: 'RecoveryProposed',
          data: {
            ...{ amountIdr: '42000000', entitledIdr: '0', grantedIdr: '42000000' },
            cause: { kind: 'ALIVE', reference: 'sha-hidup' },
          },
        },
      );
    const found = claim.after(
      ...approvedWishes,
      [settleClaim(['42000000', 'SETTLED']), system],
      [foundAlive(), checker],
    );
    expect(stageOf(found)).toBe('RECOVERY_PROPOSED');
    const demanded = claim.after(
      ...approvedWishes,
      [settleClaim(['42000000', 'SETTLED']), system],
      [foundAlive(), checker],
      [
        {
          type: 'DecideRecovery',
          data: {
            ...{ outcome: 'DEMAND', amountIdr: idr('42000000') },
            ...{ legalBasis: 'KUHPerdata 1359', reason: 'orangnya hidup' },
          },
        },
        at(person('dewi', 'approve-claim')),
      ],
    );
    expect(stageOf(demanded)).toBe('SETTLED');
  });

  test('is refused without proof, of days that cannot be, and of an unknown claim', () => {
    const said = (change: Parameters<typeof foundAlive>[0]) =>
      claim.given(...paid).when(foundAlive(change), checker);
    said({ evidenceSha256: '' }).thenRefuses('EvidenceMissing');
    said({ reason: '' }).thenRefuses('ReasonMissing');
    said({ foundOn: localDate('2024-07-09') }).thenRefuses('EventDateInFuture');
    said({ foundOn: localDate('2024-02-01') }).thenRefuses('FoundBeforeDeath');
    claim.given().when(foundAlive(), checker).thenRefuses('ClaimUnknown');
  });
});
