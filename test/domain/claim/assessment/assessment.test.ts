// Assessment: checks with a verdict each, heirs by rank, and benefits as soon as both are known.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { DEATH_CHECK_CODES } from '../../../../domain/claim/assessment/assessment-events.ts';
import { CLAIM_CHECKS } from '../../../../domain/claim/assessment/checks.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimEvent } from '../../../../domain/claim/events.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { fold } from '../../../../domain/decider.ts';
import { documentBasisOn } from '../../../../domain/rules/document-list.ts';
import {
  approved,
  checkClaim,
  checked,
  checkedWishes,
  checker,
  claim,
  clerk,
  complete,
  coverFacts,
  inArrears,
  officer,
  ready,
  readyWishes,
  receiveDocument,
  reportDeath,
  reported,
  returnDocument,
} from '../claim-facts.ts';

const stageAfter = (past: readonly ClaimEvent[]) => claimStage(fold(claimDecider, past));

const verdictOf = (past: readonly ClaimEvent[], code: string): string | undefined => {
  const recorded = past.findLast((event) => event.type === 'ChecksRecorded');
  return recorded?.data.checks.find((check) => check.code === code)?.verdict;
};

describe('checking a claim', () => {
  test('records every check once, with its legal basis', () => {
    expect(CLAIM_CHECKS.map((check) => check.code)).toEqual([...DEATH_CHECK_CODES]);
    const found = checked.findLast((event) => event.type === 'ChecksRecorded');
    for (const { legalBasis } of found?.data.checks ?? []) expect(legalBasis).toMatch(/\w/);
    claim
      .given(...complete)
      .when(checkClaim(), checker)
      .thenRecords({
        type: 'ChecksRecorded',
        data: {
          checks: DEATH_CHECK_CODES.map((code) => ({ code, verdict: 'HOLDS' })),
          cover: coverFacts(),
        },
      });
    expect(stageAfter(checked)).toBe('CHECKED');
  });

  test('cites for the papers what was in force on the day of the event', () => {
    expect(documentBasisOn(localDate('2024-09-10'), 'Pasal 79')).not.toContain('1/2025');
    expect(documentBasisOn(localDate('2025-02-24'), 'Pasal 79')).toBe(
      'L3: Permenaker 1/2025 Pasal 79',
    );
  });

  test('again over the same facts changes nothing', () =>
    claim
      .given(...checked)
      .when(checkClaim(coverFacts({ position: '999' })), checker)
      .thenNothing());

  test('is refused without cover, before a report and after a decision', () => {
    claim
      .given(...complete)
      .when(checkClaim(null), checker)
      .thenRefuses('CoverUnknown');
    claim.given().when(checkClaim(), checker).thenRefuses('ClaimUnknown');
    claim
      .given(...approved)
      .when(checkClaim(), checker)
      .thenRefuses('ClaimNotOpen', { stage: 'APPROVED' });
  });

  test('fails for a stranger, for ended cover and for missing papers', () => {
    const stranger = coverFacts({ enrolled: false, membershipStart: null, state: 'NOT_STARTED' });
    const lapsed = coverFacts({ state: 'LAPSED', unpaidMonths: 4 });
    const past = [
      [complete, stranger, 'WORKER_ENROLLED'],
      [complete, lapsed, 'COVER_ACTIVE_AT_DEATH'],
      [reported, coverFacts(), 'DOCUMENTS_COMPLETE'],
    ] as const;
    for (const [events, cover, code] of past) {
      const decision = claimDecider.decide(checkClaim(cover), fold(claimDecider, events), checker);
      expect('accepted' in decision && verdictOf(decision.accepted, code)).toBe('FAILS');
    }
  });

  test('holds in arrears: the claim is accepted and only its payment waits', () => {
    const past = claim.after(...checkedWishes.slice(0, -1), [checkClaim(inArrears), checker]);
    expect(verdictOf(past, 'COVER_ACTIVE_AT_DEATH')).toBe('HOLDS');
  });

  test('fails on a suspected work accident, and asks a person when reports disagree', () => {
    const accident = { workAccidentSuspected: true };
    const agreed = claim.after([reportDeath(accident), officer], [checkClaim(), checker]);
    expect(verdictOf(agreed, 'NOT_A_WORK_ACCIDENT')).toBe('FAILS');
    const disputed = claim.after(
      [reportDeath(), officer],
      [reportDeath({ ...accident, reportId: 'report-2' }), officer],
      [checkClaim(), checker],
    );
    expect(verdictOf(disputed, 'NOT_A_WORK_ACCIDENT')).toBe('REVIEW');
  });

  test('asks a person when reports name different days', () => {
    const past = claim.after(
      [reportDeath(), officer],
      [reportDeath({ reportId: 'report-2', deathDate: localDate('2024-02-29') }), officer],
      [checkClaim(), checker],
    );
    expect(verdictOf(past, 'NO_OTHER_CLAIM_FOR_DEATH')).toBe('REVIEW');
  });

  test('asks a person for the marriage book once the payee is known to be the spouse', () => {
    claim
      .given(...ready)
      .when(checkClaim(), checker)
      .thenRecords({ type: 'ChecksRecorded', data: {} });
    const past = claim.after(...readyWishes, [checkClaim(), checker]);
    expect(verdictOf(past, 'DOCUMENTS_COMPLETE')).toBe('REVIEW');
    const cured = claim.after(
      ...readyWishes,
      [receiveDocument('MARRIAGE_BOOK'), clerk],
      [checkClaim(coverFacts({ sources: [] })), checker],
    );
    expect(verdictOf(cured, 'DOCUMENTS_COMPLETE')).toBe('HOLDS');
  });

  test('grows old when a paper goes back or a report contradicts', () => {
    const stageThen = (command: Parameters<typeof claimDecider.decide>[0]) =>
      stageAfter(claim.after(...readyWishes, [command, clerk]));
    expect(stageThen(returnDocument('doc-BANK_BOOK'))).toBe('PAPERS_RETURNED');
    expect(stageThen(reportDeath({ reportId: 'r2', deathDate: localDate('2024-03-02') }))).toBe(
      'DOCUMENTS_COMPLETE',
    );
    expect(stageThen(reportDeath({ reportId: 'r2' }))).toBe('READY_TO_RECOMMEND');
  });
});
