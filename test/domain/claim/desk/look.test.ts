// A look into a claim is recorded with who and why, changes nothing, and is no act of the case.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import type { ClaimCommand, ClaimEvent } from '../../../../domain/claim/events.ts';
import { fold } from '../../../../domain/decider.ts';
import type { Position } from '../../../../infra/event-store/event-store.ts';
import { claimFold } from '../../../../projections/claim-queue/claim-row.ts';
import { deadlineFold } from '../../../../projections/deadline-ledger/deadline-row.ts';
import { claimStandingFold } from '../../../../projections/programme-summary/claim-standing.ts';
import { recordedEvent } from '../../../../projections/recorded-event.ts';
import { at, NOON, person } from '../../specification.ts';
import {
  approved,
  approver,
  CLAIM_ID,
  claim,
  clerk,
  complete,
  ready,
  rejectedWishes,
  reported,
  sealed,
} from '../claim-facts.ts';

const auditor = at(person('fajar', 'audit'));

const reveal = (reason: string, fields: readonly ['PAYEE_NAME'?] = ['PAYEE_NAME']) =>
  ({
    type: 'NoteClaimRevealed',
    data: { fields: fields.flatMap((field) => field ?? []), reason },
  }) as const satisfies ClaimCommand;

const readPaper = (documentId: string, reason: string | null = null): ClaimCommand => ({
  type: 'NoteDocumentRead',
  data: { documentId, reason },
});

const PAPER = 'doc-DEATH_CERTIFICATE';

const lookedAt = [
  { type: 'ClaimFieldsRevealed', data: { claimId: CLAIM_ID, fields: ['HEIR_NAME'], reason: 'x' } },
  {
    type: 'DocumentRead',
    data: { claimId: CLAIM_ID, documentId: PAPER, kind: 'DEATH_CERTIFICATE', reason: null },
  },
] as const satisfies readonly ClaimEvent[];

const recordedOf = ({ type, data }: ClaimEvent) =>
  recordedEvent({
    ...{ type, data, category: 'claim', streamId: CLAIM_ID, eventId: 'e', schemaVersion: 1 },
    ...{ version: 9, position: '9' as Position, effectiveAt: NOON, recordedAt: NOON },
    meta: { actor: auditor.by, commandId: 'c', correlationId: 'c', origin: 'live' },
  });

describe('a proof that came with an act', () => {
  const sha256 = 'ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12';
  const documentId = 'ab12cd34-ef56-ab12-cd34-ef56ab12cd34';
  const objected = claim.after(...rejectedWishes, [
    {
      type: 'ObjectToDecision',
      data: {
        ...{ objectionId: 'objection-1', relation: 'SPOUSE', evidenceSha256: sha256 },
        ...{ objector: sealed('objection.name'), grounds: sealed('objection.grounds') },
        objectedOn: localDate('2024-07-08'),
      },
    },
    clerk,
  ]);

  test('is a paper that may be read, with who and why in the log', () => {
    claim
      .given(...objected)
      .when(readPaper(documentId), approver)
      .thenRecords({ type: 'DocumentRead', data: { documentId, kind: 'OBJECTION_PROOF' } });
    claim
      .given(...objected)
      .when(readPaper(documentId), auditor)
      .thenRefuses('ReasonMissing');
    // It is no paper of the list that the law asks for: nothing of the case moves.
    const state = fold(claimDecider, objected);
    expect(state.documents.map((paper) => paper.documentId)).not.toContain(documentId);
    expect(state.evidence).toEqual([{ documentId, kind: 'OBJECTION_PROOF', sha256 }]);
  });
});

describe('opening sealed fields of a claim', () => {
  test('is recorded with the fields and the reason, never with what they say', () =>
    claim
      .given(...ready)
      .when(reveal('mencocokkan rekening'), approver)
      .thenRecords({
        type: 'ClaimFieldsRevealed',
        data: { claimId: CLAIM_ID, fields: ['PAYEE_NAME'], reason: 'mencocokkan rekening' },
      }));

  test('needs a reason, whoever asks', () => {
    for (const context of [approver, clerk, auditor])
      claim
        .given(...ready)
        .when(reveal(' '), context)
        .thenRefuses('ReasonMissing');
  });

  test('of a claim that nobody reported is refused', () =>
    claim.given().when(reveal('ingin tahu'), approver).thenRefuses('ClaimUnknown'));

  test('where nothing is sealed is no look', () =>
    claim
      .given(...reported)
      .when(reveal('melihat', []), approver)
      .thenNothing());

  test('is possible after the decision too', () =>
    claim
      .given(...approved)
      .when(reveal('pemeriksaan'), auditor)
      .thenRecords({ type: 'ClaimFieldsRevealed', data: {} }));

  test('cannot be entered as history: what is shown is shown now', () =>
    claim
      .given(...ready)
      .when(reveal('dulu'), { ...approver, now: NOON, origin: 'historic' })
      .thenRefuses('LookOnlyNow'));
});

describe('reading a paper', () => {
  test('is recorded with the kind of paper; the case itself is reason enough', () =>
    claim
      .given(...complete)
      .when(readPaper(PAPER), clerk)
      .thenRecords({
        type: 'DocumentRead',
        data: { documentId: PAPER, kind: 'DEATH_CERTIFICATE', reason: null },
      }));

  test('by an auditor needs a reason', () => {
    claim
      .given(...complete)
      .when(readPaper(PAPER), auditor)
      .thenRefuses('ReasonMissing');
    claim
      .given(...complete)
      .when(readPaper(PAPER, 'pemeriksaan'), auditor)
      .thenRecords({ type: 'DocumentRead', data: { reason: 'pemeriksaan' } });
  });

  test('that is not in this claim is refused', () =>
    claim
      .given(...complete)
      .when(readPaper('doc-x'), clerk)
      .thenRefuses('DocumentUnknown'));

  test('twice is two looks', () => {
    const past = [...complete, ...lookedAt];
    claim
      .given(...past)
      .when(readPaper(PAPER), clerk)
      .thenRecords({ type: 'DocumentRead', data: { documentId: PAPER } });
  });
});

test('a look moves neither the claim nor any of its facts', () => {
  expect(fold(claimDecider, [...ready, ...lookedAt])).toEqual(fold(claimDecider, ready));
});

test('a look is no act: the queue, the clock and the figures stay as they were', () => {
  for (const event of lookedAt) {
    const recorded = recordedOf(event);
    for (const { fold: rowFold, keysOf } of [claimFold, deadlineFold, claimStandingFold]) {
      expect(keysOf(recorded)).toEqual([CLAIM_ID]);
      const row = { claimId: CLAIM_ID, position: '1' } as never;
      expect(rowFold(row, recorded, CLAIM_ID)).toBe(row);
    }
  }
});
