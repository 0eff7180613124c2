// Claims of one person name each other: one event is one claim, and what was due in life ends with it.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { missingPapers } from '../../../../domain/claim/documents/papers.ts';
import type { ClaimCommand } from '../../../../domain/claim/events.ts';
import type { LinkedCase } from '../../../../domain/claim/intake/case-link-events.ts';
import type { Context } from '../../../../domain/decider.ts';
import {
  checkClaim,
  checker,
  claim,
  clerk,
  officer,
  receiveDocument,
  reportDeath,
  system,
} from '../claim-facts.ts';
import { stageOf, stateOf } from '../death/death-facts.ts';
import {
  accidentCover,
  claimCosts,
  conclude,
  determinePayee,
  EVENT_DATE,
  linkCases,
  reportAccident,
  secondStage,
  statement,
} from '../incident-facts.ts';

type Wishes = readonly (readonly [ClaimCommand, Context])[];

const DIED_ON = localDate('2024-07-07');
const death: LinkedCase = { claimId: 'death-1', kind: 'DEATH', day: DIED_ON };
const accident: LinkedCase = { claimId: 'accident-1', kind: 'INCIDENT', day: EVENT_DATE };

const reported: Wishes = [[reportAccident(), officer]];
const concluded: Wishes = [...reported, [conclude(), checker]];
const diedWishes: Wishes = [...concluded, [linkCases([death]), system]];
const appliedWishes: Wishes = [
  ...diedWishes,
  [secondStage('DIED', localDate('2024-07-07')), clerk],
  [statement({ daysOff: 2 }), checker],
  [claimCosts(['JKK.TRANSPORT_LAND', '1200000']), clerk],
];
const checkedWishes: Wishes = [
  ...appliedWishes,
  ...missingPapers(stateOf(claim.after(...appliedWishes)), []).map(
    (kind) => [receiveDocument(kind), clerk] as const,
  ),
  [checkClaim(accidentCover), checker],
];
describe('a report of an event of the days around a known one', () => {
  const known = { deathDate: null, incidents: [{ claimId: 'accident-1', eventDate: EVENT_DATE }] };
  const twoDaysLater = { eventDate: localDate('2024-07-08'), reportId: 'report-8' };
  const told = (change: object): ClaimCommand => reportAccident({ ...twoDaysLater, ...change });

  test('is refused with the claim that it may be of', () =>
    claim
      .given()
      .when(told({ life: known }), officer)
      .thenRefuses('IncidentMayBeKnown', { claim: 'accident-1', eventDate: EVENT_DATE }));

  test('is a claim of its own when the reporter says so, or it is long after', () => {
    for (const change of [
      { life: known, apart: true },
      { life: known, ordinal: 2 },
      { life: { ...known, incidents: [{ claimId: 'x', eventDate: localDate('2024-06-23') }] } },
    ])
      claim
        .given()
        .when(told(change), officer)
        .thenRecords(
          { type: 'IncidentReported', data: { eventDate: '2024-07-08' } },
          { type: 'CareGuaranteed', data: {} },
        );
  });

  test('is linked to the claim it is of, and the other day asks a person', () => {
    const past = claim.after(...concluded, [told({ life: known }), officer]);
    expect(past.at(-1)).toMatchObject({
      type: 'IncidentReportLinked',
      data: { eventDate: '2024-07-08' },
    });
    expect(stateOf(past).incident?.eventDate).toBe(EVENT_DATE);
    const decision = claim.after(
      ...concluded,
      [told({}), officer],
      [checkClaim(accidentCover), checker],
    );
    expect(stateOf(decision).checks).toContainEqual(
      expect.objectContaining({ code: 'EVENT_IS_WORK_ACCIDENT', verdict: 'REVIEW' }),
    );
  });

  test('records nothing of what was only asked, and none of it after the death', () => {
    const past = claim.after([told({ life: known, apart: true }), officer]);
    expect(past[0]?.data).not.toHaveProperty('life');
    expect(past[0]?.data).not.toHaveProperty('apart');
    claim
      .given()
      .when(told({ life: { deathDate: DIED_ON, incidents: [] } }), officer)
      .thenRefuses('EventAfterDeath', { deathDate: DIED_ON });
  });
});

describe('an accident whose worker has died', () => {
  test('names the death, once, and forgets it when there was none', () => {
    const past = claim.after(...diedWishes);
    expect(past.at(-1)).toMatchObject({ type: 'CasesLinked', data: { cases: [death] } });
    claim
      .given(...past)
      .when(linkCases([death]), system)
      .thenNothing();
    expect(stateOf(claim.after(...diedWishes, [linkCases([]), system])).links).toEqual([]);
    claim
      .given()
      .when(linkCases([death]), system)
      .thenRefuses('ClaimUnknown');
  });

  test('ends with the death: no healing, no disability and no day off after it', () => {
    const died = claim.given(...claim.after(...diedWishes));
    const afterwards = localDate('2024-07-08');
    for (const outcome of ['HEALED', 'PARTIAL_DISABILITY', 'TOTAL_DISABILITY'] as const)
      died.when(secondStage(outcome, afterwards), clerk).thenRefuses('WorkerHasDied');
    claim
      .given(...claim.after(...concluded))
      .when(secondStage('DIED'), clerk)
      .thenRefuses('DeathNotLinked');
    const applied = claim.after(...diedWishes, [secondStage('DIED'), clerk]);
    claim
      .given(...applied)
      .when(statement({ daysOff: 3 }), checker)
      .thenRefuses('DaysOffInvalid');
  });

  test('pays what was due in life to the heir of the claim of the death, and nothing twice', () => {
    const checked = claim.given(...claim.after(...checkedWishes));
    checked.when(determinePayee('worker', null), checker).thenRefuses('HeirsNotKnown');
    checked.when(determinePayee('worker', 'istri'), checker).thenRefuses('PayeeNotTheHeir');
    const { benefits } = stateOf(
      claim.after(...checkedWishes, [determinePayee('istri', 'istri'), checker]),
    );
    // Two days of a wage of one million, and the transport: no burial, no death benefit here.
    expect(benefits?.lines.map(({ code, amountIdr, payee }) => [code, amountIdr, payee])).toEqual([
      ['JKK.STMB', '66667', 'istri'],
      ['JKK.TRANSPORT_LAND', '1200000', 'istri'],
    ]);
  });

  test('counts no day off after a death that became known later, and asks again who is paid', () => {
    const lived: Wishes = [
      ...concluded,
      [secondStage('HEALED', localDate('2024-07-08')), clerk],
      [statement({ daysOff: 3 }), checker],
    ];
    const full: Wishes = [
      ...lived,
      ...missingPapers(stateOf(claim.after(...lived)), []).map(
        (kind) => [receiveDocument(kind), clerk] as const,
      ),
      [checkClaim(accidentCover), checker],
      [determinePayee('worker', null), checker],
    ];
    expect(stageOf(claim.after(...full))).toBe('READY_TO_RECOMMEND');
    const linked: Wishes = [...full, [linkCases([death]), system]];
    expect(stageOf(claim.after(...linked))).toBe('DOCUMENTS_COMPLETE');
    const again = claim.after(
      ...linked,
      [checkClaim(accidentCover), checker],
      [determinePayee('istri', 'istri'), checker],
    );
    expect(stateOf(again).benefits?.lines).toMatchObject([
      { code: 'JKK.STMB', amountIdr: '66667', payee: 'istri' },
    ]);
  });

  test('leaves a disability that was declared before to a person (K-34)', () => {
    const disabled = claim.after(
      ...concluded,
      [secondStage('TOTAL_DISABILITY', DIED_ON), clerk],
      [linkCases([death]), system],
      [checkClaim(accidentCover), checker],
    );
    expect(stateOf(disabled).checks).toContainEqual(
      expect.objectContaining({ code: 'DISABILITY_OF_LIVING', verdict: 'REVIEW' }),
    );
  });

  test('asks whether another claim of the days around it is the same event', () => {
    const near = { ...accident, claimId: 'accident-2', day: localDate('2024-07-03') };
    const past = claim.after(
      ...concluded,
      [linkCases([near]), system],
      [checkClaim(accidentCover), checker],
    );
    expect(stateOf(past).checks).toContainEqual(
      expect.objectContaining({ code: 'NO_OTHER_CLAIM_FOR_EVENT', verdict: 'REVIEW' }),
    );
  });
});

describe('a death of somebody whose accident is known', () => {
  const died: Wishes = [[reportDeath({ deathDate: DIED_ON }), officer]];

  test('is a suspected one while the accident is treated, and not when it had ended', () => {
    const past = claim.after(...died, [linkCases([accident], true), system]);
    expect(past.slice(-2).map(({ type }) => type)).toEqual(['CasesLinked', 'CareGuaranteed']);
    expect(stageOf(past)).toBe('SUSPECTED');
    expect(stageOf(claim.after(...died, [linkCases([accident]), system]))).toBe('REPORTED');
  });
});
