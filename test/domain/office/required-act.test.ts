// The table of acts: what only the engine may do, and the acts that must never meet in one command.
import { expect, test } from 'vitest';
import { REQUIRED_ACTS, requiredActs } from '../../../domain/office/required-act.ts';

test('each decision on money and cover asks for the act that is named after it', () => {
  expect(requiredActs('claim', 'ReportDeath')).toEqual(['report-death']);
  expect(requiredActs('claim', 'ReceiveDocument')).toEqual(['handle-documents']);
  expect(requiredActs('claim', 'RecommendClaim')).toEqual(['recommend-claim']);
  expect(requiredActs('claim', 'ApproveClaim')).toEqual(['approve-claim']);
  expect(requiredActs('payout_run', 'AssembleRun')).toEqual(['assemble-run']);
  expect(requiredActs('payout_run', 'ReleaseRun')).toEqual(['release-run']);
  expect(requiredActs('payable', 'RecordBankAnswer')).toEqual(['ingest-bank-answer']);
  expect(requiredActs('programme', 'ConfirmMandate')).toEqual(['grant-mandate']);
  expect(requiredActs('roster', 'ApproveRoster')).toEqual(['approve-roster']);
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
