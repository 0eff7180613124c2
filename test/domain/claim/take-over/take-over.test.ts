// A running claim is taken over at its stage; a benefit that was paid before is never owed again.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { TAKEN_OVER_STAGES } from '../../../../domain/claim/take-over/take-over-events.ts';
import { type Context, fold } from '../../../../domain/decider.ts';
import { person } from '../../specification.ts';
import {
  approveClaim,
  approver,
  because,
  checkClaim,
  checker,
  claim,
  clerk,
  coverFacts,
  determineHeirs,
  idr,
  mandate,
  officer,
  passDeadline,
  receiveDocument,
  recommendClaim,
  rejectClaim,
  reportDeath,
  returnDocument,
  settleClaim,
  system,
  verifier,
} from '../claim-facts.ts';
import { facts, PAPERS, recorder, report, type TakeOver, takeOver } from '../old-file.ts';

const recordedBy = (command: ClaimCommand): readonly (ClaimEvent & { effectiveAt?: string })[] =>
  claim.after([command, recorder]);
const stageAfter = (events: readonly ClaimEvent[]): string =>
  claimStage(fold(claimDecider, events));
const dayOf = (events: readonly (ClaimEvent & { effectiveAt?: string })[], type: string) =>
  events.find((event) => event.type === type)?.effectiveAt;

describe('a running claim is taken over at the stage of the old file', () => {
  test.each([
    ['REPORTED', 'DOCUMENTS_COMPLETE'],
    ['DOCUMENTS_COMPLETE', 'DOCUMENTS_COMPLETE'],
    ['CHECKED', 'CHECKED'],
    ['READY_TO_RECOMMEND', 'READY_TO_RECOMMEND'],
    ['RECOMMENDED', 'RECOMMENDED'],
    ['DECIDED', 'APPROVED'],
    ['REJECTED', 'REJECTED'],
    ['WITHDRAWN', 'WITHDRAWN'],
    ['PAID', 'SETTLED'],
  ] as const)('%s stands at %s', (stage, expected) => {
    expect(stageAfter(recordedBy(takeOver({ stage })))).toBe(expected);
  });

  test('papers that are missing leave it waiting for them', () => {
    const some = takeOver({ papers: [{ documentId: 'old-1', kind: 'CLAIM_FORM' }] });
    expect(stageAfter(recordedBy(some))).toBe('PAPERS_INCOMPLETE');
  });

  test('a purse that we only follow makes it determined by the branch, and reported paid', () => {
    const tracked = facts({ mandate: mandate('TRACKS') });
    const decided = recordedBy(takeOver({ stage: 'DECIDED', facts: tracked }));
    expect(stageAfter(decided)).toBe('DETERMINED_BY_BRANCH');
    const paid = recordedBy(takeOver({ stage: 'PAID', facts: tracked }));
    expect(stageAfter(paid)).toBe('REPORTED_PAID');
  });

  test('every fact takes effect on its own day, and a due day that ran out is entered as passed', () => {
    const events = recordedBy(takeOver({ stage: 'RECOMMENDED' }));
    expect(events.map(({ type }) => type)).toEqual([
      ...['DeathReported', 'ClaimTakenOver', 'DocumentsCompleted', 'ChecksRecorded'],
      ...['HeirsDetermined', 'BenefitsDetermined', 'ClaimRecommended', 'DeadlinePassed'],
    ]);
    expect(dayOf(events, 'DeathReported')).toBe('2024-03-03T16:00:00.000Z');
    expect(dayOf(events, 'DocumentsCompleted')).toBe('2024-03-19T16:00:00.000Z');
    expect(dayOf(events, 'ClaimRecommended')).toBe('2024-03-21T16:00:00.000Z');
    expect(events.at(-1)).toMatchObject({ data: { dueOn: '2024-03-25' } });
  });

  test('a due day that has not come by the day of the list is left to the workflow', () => {
    const none = { checkedOn: null, recommendedOn: null, decidedOn: null, payment: null };
    const late = { completeOn: localDate('2024-07-16'), ...none };
    const events = recordedBy(takeOver({ stage: 'DOCUMENTS_COMPLETE', ...late }));
    expect(events.map(({ type }) => type)).not.toContain('DeadlinePassed');
  });

  test('the same claim taken over again changes nothing', () => {
    const past = recordedBy(takeOver({ stage: 'CHECKED' }));
    claim
      .given(...past)
      .when(takeOver({ stage: 'CHECKED' }), recorder)
      .thenNothing();
  });

  test.each([
    { stage: 'DECIDED' },
    { stage: 'CHECKED', completeOn: localDate('2024-03-21') },
    { stage: 'CHECKED', agendaNumber: 'AG-18/2024' },
    { stage: 'CHECKED', report: { ...report(), deathDate: localDate('2024-02-28') } },
  ] as const)('a corrected row is not passed over in silence: %o', (change) => {
    const past = recordedBy(takeOver({ stage: 'CHECKED' }));
    claim
      .given(...past)
      .when(takeOver(change), recorder)
      .thenRefuses('TakenOverOtherwise', { stage: 'CHECKED' });
  });
});

describe('a claim is not taken over', () => {
  const refuses = (change: Partial<TakeOver>, code: string, about: object = {}): void =>
    claim.given().when(takeOver(change), recorder).thenRefuses(code, about);

  test('for a person on no list of ours', () =>
    refuses({ facts: facts({ workerKnown: false }) }, 'WorkerUnknown'));
  test('at a stage whose papers are missing', () =>
    refuses({ stage: 'CHECKED', papers: [] }, 'PapersMissing'));
  test('without a day that its stage needs', () =>
    refuses({ stage: 'CHECKED', completeOn: null }, 'StampMissing', { stamp: 'completeOn' }));
  test('with days that run backwards', () =>
    refuses({ reportedOn: localDate('2024-02-20') }, 'StampsOutOfOrder', { stamp: 'reportedOn' }));
  test('with a day later than the list', () =>
    refuses({ completeOn: localDate('2024-07-18'), checkedOn: null }, 'StampsOutOfOrder'));
  test('when a check fails: the rules of a live claim hold', () =>
    refuses(
      { stage: 'RECOMMENDED', facts: facts({ cover: coverFacts({ state: 'LAPSED' }) }) },
      'CheckFails',
    ));
  test('when nobody held the act of the recommendation on that day', () =>
    refuses({ stage: 'RECOMMENDED', facts: facts({ recommender: null }) }, 'PastActNotHeld'));
  test('when one person recommended and approved', () =>
    refuses(
      { stage: 'DECIDED', facts: facts({ decider: person('ani', 'approve-claim') }) },
      'RecommenderCannotApprove',
    ));
  test('when the decided sum is not the one our rules give', () =>
    refuses({ stage: 'DECIDED', decidedIdr: idr('41000000') }, 'TotalChanged'));
  test('as paid from no known purse', () =>
    refuses({ stage: 'PAID', facts: facts({ mandate: null }) }, 'MandateMissing'));
  test('when it runs here already', () => {
    const past = claim.after([reportDeath(), officer]);
    claim
      .given(...past)
      .when(takeOver({ stage: 'CHECKED' }), recorder)
      .thenRefuses('ClaimAlreadyRunning', { stage: 'REPORTED' });
  });
});

describe('what was paid before is never owed', () => {
  const past = recordedBy(takeOver({ stage: 'PAID' }));

  test('it is closed without a verdict, in the sum and on the day of the payment', () => {
    expect(past.map(({ type }) => type)).toEqual([
      ...['DeathReported', 'ClaimTakenOver', 'DocumentsCompleted', 'DeadlinePassed'],
      'ClaimPaidBefore',
    ]);
    expect(past.at(-1)).toMatchObject({
      effectiveAt: '2024-04-01T16:00:00.000Z',
      data: { paidIdr: '42000000', outcome: 'SETTLED', paymentReference: 'TRF-1' },
    });
  });

  test('a claim that runs here and was paid elsewhere is closed by the payment', () => {
    const running = claim.after([reportDeath(), officer]);
    const decision = claimDecider.decide(
      takeOver({ stage: 'PAID' }),
      fold(claimDecider, running),
      recorder,
    );
    if ('refused' in decision) throw new Error(decision.refused.code);
    expect(decision.accepted.map(({ type }) => type)).toEqual(['ClaimPaidBefore']);
  });

  // The command line names every take-over of one claim by the same report, whichever list says it.
  test.each([
    ['DISBURSES', 'APPROVED'],
    ['TRACKS', 'DETERMINED_BY_BRANCH'],
  ] as const)(
    '%s: a claim that is owed is never passed over when a later list says paid',
    (mode, stage) => {
      const owed = recordedBy(
        takeOver({ stage: 'DECIDED', facts: facts({ mandate: mandate(mode) }) }),
      );
      claim
        .given(...owed)
        .when(takeOver({ stage: 'PAID' }), recorder)
        .thenRefuses('PaidWhileDecided', { stage });
    },
  );

  test.each(['REJECTED', 'WITHDRAWN'] as const)('%s, then said to be paid, is refused', (stage) => {
    claim
      .given(...recordedBy(takeOver({ stage })))
      .when(takeOver({ stage: 'PAID' }), recorder)
      .thenRefuses('PaidWhileClosed', { stage });
  });

  test('what was paid from here and is said to be paid by a list is not passed over', () => {
    const ours = claim.after(
      [takeOver({ stage: 'DECIDED' }), recorder],
      [settleClaim(['42000000', 'SETTLED']), system],
    );
    expect(stageAfter(ours)).toBe('SETTLED');
    claim
      .given(...ours)
      .when(takeOver({ stage: 'PAID' }), recorder)
      .thenRefuses('PaidHereAlready', { stage: 'SETTLED' });
  });

  test('the same payment again changes nothing, another one is refused', () => {
    claim
      .given(...past)
      .when(takeOver({ stage: 'PAID' }), recorder)
      .thenNothing();
    const payment = {
      ...{ paymentId: 'payment-1', paidIdr: idr('41000000') },
      ...{ paidOn: localDate('2024-04-02'), reference: 'TRF-1' },
    };
    claim
      .given(...past)
      .when(takeOver({ stage: 'PAID', payment }), recorder)
      .thenRefuses('TakenOverOtherwise', { stage: 'SETTLED' });
  });

  const wishes: readonly (readonly [ClaimCommand, Context])[] = [
    [reportDeath({ reportId: 'again' }), officer],
    [reportDeath({ reportId: 'other day', deathDate: localDate('2024-02-28') }), officer],
    [receiveDocument('CLAIM_FORM', 'new paper'), clerk],
    [returnDocument(`old-${PAPERS[0]}`), clerk],
    [checkClaim(), checker],
    [determineHeirs(), checker],
    [recommendClaim({ reason: 'ya' }), verifier],
    [approveClaim(), approver],
    [because('ReturnClaim'), approver],
    [rejectClaim(), approver],
    [because('WithdrawClaim'), clerk],
    [because('ReopenClaim'), checker],
    [settleClaim(['42000000', 'OPEN']), system],
    [settleClaim(['42000000', 'SETTLED']), system],
    [passDeadline, system],
    ...TAKEN_OVER_STAGES.map((stage) => [takeOver({ stage }), recorder] as const),
    ...TAKEN_OVER_STAGES.map(
      (stage) =>
        [
          takeOver({ stage, report: { ...report(), reportId: `list ${stage}` } }),
          recorder,
        ] as const,
    ),
  ];
  const OWING = ['ClaimRecommended', 'ClaimApproved', 'DeterminationReported', 'ClaimReopened'];

  type Past = readonly ClaimEvent[];

  /** What else the stream can come to hold by one more wish of anybody. */
  const oneFurther = (events: Past): readonly Past[] =>
    wishes.flatMap(([command, context]): readonly Past[] => {
      const decision = claimDecider.decide(command, fold(claimDecider, events), context);
      if ('refused' in decision || decision.accepted.length === 0) return [];
      return [[...events, ...decision.accepted]];
    });

  const owes = (events: Past): boolean =>
    events.some(({ type }) => OWING.includes(type)) || stageAfter(events) !== 'SETTLED';

  test('no command, after any other two, makes anything owed', () => {
    const second = oneFurther(past).flatMap(oneFurther);
    const reached = [...oneFurther(past), ...second, ...second.flatMap(oneFurther)];
    // Further reports are still linked: everything else is refused or changes nothing.
    expect(reached.length).toBeGreaterThan(2);
    expect(reached.filter(owes)).toEqual([]);
  });
});
