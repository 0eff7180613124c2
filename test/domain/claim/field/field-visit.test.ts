// A visit that a rule or a doubt asks for: nobody recommends before somebody went and signed.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { foldClaimTime, initialClaimTime } from '../../../../domain/claim/clock/standing.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import { openTaskOf } from '../../../../domain/claim/open-task.ts';
import { type Context, fold } from '../../../../domain/decider.ts';
import { visitsAskedFor } from '../../../../domain/rules/field-visit.ts';
import { NATIONAL_HOLIDAYS } from '../../../../domain/rules/holidays.ts';
import { at, NOON, person } from '../../specification.ts';
import {
  approveClaim,
  checkClaim,
  checker,
  claim,
  clerk,
  completeWishes as complete,
  coverFacts,
  DEATH_DATE,
  determineHeirs,
  idr,
  receiveDocument,
  recommendClaim,
  verifier,
} from '../claim-facts.ts';
import { assignVisit, awaitCourt, bothSigned, openVisit, recordVisit } from './field-facts.ts';

const young = coverFacts({ membershipStart: localDate('2024-01-15') });
const eko = at(person('eko', 'handle-documents'));

const taskAfter = (past: readonly ClaimEvent[]) => {
  const task = openTaskOf(fold(claimDecider, past), NOON);
  return [task?.task, task?.party];
};

const recentDeath = claim.after(...complete, [checkClaim(young), checker]);
const ready = [...recentDeath, ...claim.given(...recentDeath).records(determineHeirs(), checker)];
const visited = (result: 'CONFIRMED' | 'DOUBTFUL' | 'REFUTED') => {
  const past = [...ready];
  const steps: readonly (readonly [ClaimCommand, Context])[] = [
    [assignVisit(), checker],
    [recordVisit(result), eko],
    [checkClaim(young), checker],
  ];
  for (const [wish, who] of steps) past.push(...claim.given(...past).records(wish, who));
  return past;
};

describe('the rule (F-01)', () => {
  const asked = (start: string, isSudden = false) =>
    visitsAskedFor({
      ...{ deathDate: DEATH_DATE, membershipStart: localDate(start), isSudden },
    }).map(({ ground }) => ground);

  test('asks for a visit up to the ninetieth day of the membership, and for a sudden death', () => {
    expect(asked('2023-12-02')).toEqual(['SOON_AFTER_ENROLMENT']);
    expect(asked('2023-12-01')).toEqual([]);
    expect(asked('2020-01-01', true)).toEqual(['SUDDEN_DEATH']);
    expect(asked('2024-03-02')).toEqual([]);
  });
});

describe('a death soon after the enrolment', () => {
  test('opens its visit with the first check, once', () => {
    expect(recentDeath.map(({ type }) => type)).toContain('FieldVisitOpened');
    claim
      .given(...recentDeath)
      .when(checkClaim(young), checker)
      .thenNothing();
  });

  test('is not recommended before somebody went; the time is theirs from the hour they are sent', () => {
    claim
      .given(...ready)
      .when(recommendClaim(), verifier)
      .thenRefuses('FieldVisitOpen', {});
    expect(taskAfter(ready)).toEqual(['ASSIGN_VISIT', 'VERIFIER']);
    const sent = [...ready, ...claim.given(...ready).records(assignVisit(), checker)];
    expect(taskAfter(sent)).toEqual(['VISIT', 'FIELD_OFFICER']);
    claim
      .given(...sent)
      .when(assignVisit(), checker)
      .thenNothing();
  });

  test('goes on once the minutes agree, needs a word where they doubt, fails where they refute', () => {
    claim
      .given(...visited('CONFIRMED'))
      .when(recommendClaim({ reason: 'buku nikah menyusul' }), verifier)
      .thenRecords({ type: 'ClaimRecommended', data: {} });
    const doubtful = claim.given(...visited('DOUBTFUL'));
    doubtful.when(recommendClaim(), verifier).thenRefuses('ReviewNeedsReason');
    const refuted = claim.given(...visited('REFUTED'));
    refuted.when(recommendClaim(), verifier).thenRefuses('CheckFails', { check: 'FIELD_VERIFIED' });
    expect(taskAfter(visited('REFUTED'))).toEqual(['DECIDE_ON_FAILED_CHECK', 'APPROVER']);
  });

  test('whoever went decides nothing on the case', () => {
    const past = visited('CONFIRMED');
    const mandated = claim
      .given(...past)
      .records(recommendClaim({ reason: 'buku nikah menyusul' }), verifier);
    claim
      .given(...past, ...mandated)
      .when(
        approveClaim({ totalIdr: idr('42000000'), cover: young }),
        at(person('eko', 'approve-claim')),
      )
      .thenRefuses('RecommenderCannotApprove');
  });

  test('taken over from an old file asks for none: it was seen to then', () => {
    const historic: Context = { ...checker, origin: 'historic' };
    const past = claim.after(...complete, [checkClaim(young), historic]);
    expect(past.map(({ type }) => type)).not.toContain('FieldVisitOpened');
  });
});

describe('minutes', () => {
  const sent = [...ready, ...claim.given(...ready).records(assignVisit(), checker)];

  test.each([
    ['WitnessMissing', { signers: bothSigned.slice(0, 1) }],
    ['OfficerSignatureMissing', { signers: bothSigned.slice(1) }],
    ['VisitInFuture', { visitedOn: localDate('2024-07-09') }],
    ['VisitBeforeEvent', { visitedOn: localDate('2024-02-29') }],
    ['EvidenceMissing', { evidenceSha256: ' ' }],
  ] as const)('are refused: %s', (code, change) => {
    claim
      .given(...sent)
      .when(recordVisit('CONFIRMED', 'sha', change), eko)
      .thenRefuses(code);
  });

  test('need somebody who was sent, and stand as they were recorded', () => {
    claim
      .given(...ready)
      .when(recordVisit(), eko)
      .thenRefuses('FieldVisitNotAssigned');
    claim
      .given(...ready)
      .when(assignVisit('x', false), checker)
      .thenRefuses('OfficerCannotVisit');
    const done = visited('CONFIRMED');
    claim
      .given(...done)
      .when(recordVisit(), eko)
      .thenNothing();
    claim
      .given(...done)
      .when(recordVisit('REFUTED'), eko)
      .thenRefuses('MinutesAlreadyRecorded');
    claim
      .given(...done)
      .when(assignVisit(), checker)
      .thenRefuses('NoFieldVisitOpen');
  });

  test('of a doubt: a person opens it with a reason, at most one at a time', () => {
    const opened = claim.after(...complete, [openVisit(), checker]);
    claim
      .given(...opened)
      .when(openVisit('lagi'), checker)
      .thenNothing();
    const past = claim.after(...complete);
    claim
      .given(...past)
      .when(openVisit(' '), checker)
      .thenRefuses('ReasonMissing');
  });
});

describe('a court that is awaited', () => {
  const waiting = claim.after(...complete, [awaitCourt, clerk]);

  test('makes the full file lack its paper, so that the clock stands and the court has the time', () => {
    expect(taskAfter(waiting)).toEqual(['AWAIT_COURT', 'COURT']);
    const time = waiting.reduce(
      (told, event, place) =>
        foldClaimTime(told, { event, at: NOON, position: `${place + 1}` }, NATIONAL_HOLIDAYS),
      initialClaimTime,
    );
    expect(time.marks.at(-1)?.standing).toMatchObject({
      ...{ party: 'COURT', cause: 'AWAIT_COURT', clock: 'COURT_DETERMINES' },
    });
    claim
      .given(...waiting)
      .when(awaitCourt, clerk)
      .thenNothing();
  });

  test('is what the check of the papers says', () => {
    const checks = claim
      .after(...complete, [awaitCourt, clerk], [checkClaim(), checker])
      .flatMap((event) => (event.type === 'ChecksRecorded' ? event.data.checks : []));
    expect(checks.find(({ code }) => code === 'DOCUMENTS_COMPLETE')).toMatchObject({
      ...{ verdict: 'FAILS', facts: { missing: 'COURT_DETERMINATION' } },
    });
  });

  test('ends with its determination: the file is full again, with a day of its own', () => {
    claim
      .given(...waiting)
      .when(receiveDocument('COURT_DETERMINATION'), clerk)
      .thenRecords(
        { type: 'DocumentReceived', data: {} },
        { type: 'DocumentsCompleted', data: { due: { code: 'PAY_WITHIN_3_WORKING_DAYS' } } },
      );
  });

  test('or with a word that nobody waits any more', () => {
    const end: ClaimCommand = { type: 'EndCourtWait', data: { reason: 'dicabut' } };
    claim
      .given(...waiting)
      .when(end, clerk)
      .thenRecords({ type: 'CourtWaitEnded', data: {} }, { type: 'DocumentsCompleted', data: {} });
    claim
      .given(...claim.after(...complete))
      .when(end, clerk)
      .thenNothing();
  });

  test('a missing person waits for the court that declares the death', () => {
    const missing: ClaimCommand = {
      type: 'ReportMissing',
      data: {
        ...{ claimId: 'claim-1', workerId: 'worker-1', reportId: 'm', channel: 'KELURAHAN' },
        ...{ relation: 'OFFICER', workAccidentSuspected: false },
        missingSince: localDate('2024-03-01'),
        ...{ reporterName: bothSigned[0]?.name, reporterContact: bothSigned[0]?.name },
        circumstances: bothSigned[0]?.name,
      } as Extract<ClaimCommand, { type: 'ReportMissing' }>['data'],
    };
    expect(taskAfter(claim.after([missing, clerk], [awaitCourt, clerk]))).toEqual([
      ...['DETERMINE_DEATH', 'COURT'],
    ]);
  });
});

describe('a visit that is let be', () => {
  const waive = (reason = 'keluarga pindah ke luar pulau'): ClaimCommand => ({
    type: 'WaiveFieldVisit',
    data: { reason },
  });
  const head = at(person('fitri', 'approve-claim'));

  test('needs a reason and somebody with authority, who then decides nothing on the claim', () => {
    claim
      .given(...ready)
      .when(waive(' '), head)
      .thenRefuses('ReasonMissing');
    claim
      .given(...ready)
      .when(waive(), head)
      .thenRecords({ type: 'FieldVisitWaived', data: { visit: 1, waivedBy: ['fitri'] } });
    const past = [...ready, ...claim.given(...ready).records(waive(), head)];
    past.push(...claim.given(...past).records(checkClaim(young), checker));
    expect(taskAfter(past)).toEqual(['RECOMMEND', 'VERIFIER']);
    // No visit is no confirmation: whoever recommends says why.
    claim
      .given(...past)
      .when(recommendClaim(), verifier)
      .thenRefuses('ReviewNeedsReason');
    const checks = fold(claimDecider, past).checks ?? [];
    expect(checks.find(({ code }) => code === 'FIELD_VERIFIED')).toMatchObject({
      ...{ verdict: 'REVIEW', facts: { waived: 1, open: 0 } },
    });
    past.push(
      ...claim.given(...past).records(recommendClaim({ reason: 'sesuai surat lurah' }), verifier),
    );
    claim
      .given(...past)
      .when(approveClaim(), head)
      .thenRefuses('RecommenderCannotApprove');
    claim
      .given(...past)
      .when(waive(), head)
      .thenRefuses('ClaimAlreadyRecommended');
  });
});
