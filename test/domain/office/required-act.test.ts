// The table of acts: what only the engine may do, and the acts that must never meet in one command.
import { expect, test } from 'vitest';
import { REQUIRED_ACTS, requiredAct } from '../../../domain/office/required-act.ts';

test('each decision on money and cover asks for the act that is named after it', () => {
  expect(requiredAct('claim', 'ReportDeath')).toBe('report-death');
  expect(requiredAct('claim', 'ReceiveDocument')).toBe('handle-documents');
  expect(requiredAct('claim', 'RecommendClaim')).toBe('recommend-claim');
  expect(requiredAct('claim', 'ApproveClaim')).toBe('approve-claim');
  expect(requiredAct('payout_run', 'AssembleRun')).toBe('assemble-run');
  expect(requiredAct('payout_run', 'ReleaseRun')).toBe('release-run');
  expect(requiredAct('payable', 'RecordBankAnswer')).toBe('ingest-bank-answer');
  expect(requiredAct('programme', 'ConfirmMandate')).toBe('grant-mandate');
  expect(requiredAct('roster', 'ApproveRoster')).toBe('approve-roster');
});

test('no command that a person decides is open to the engine’s own hand', () => {
  const followUps = Object.entries(REQUIRED_ACTS).flatMap(([category, commands]) =>
    Object.entries(commands).flatMap(([type, act]) =>
      act === 'follow-up' ? [`${category}/${type}`] : [],
    ),
  );
  for (const decision of [
    'claim/ApproveClaim',
    'claim/RejectClaim',
    'claim/RecommendClaim',
    'payout_run/AssembleRun',
    'payout_run/ReleaseRun',
    'programme/ConfirmMandate',
    'roster/ApproveRoster',
    'actor/AppointRole',
  ])
    expect(followUps).not.toContain(decision);
  expect(followUps).toContain('payable/CreatePayable');
});
