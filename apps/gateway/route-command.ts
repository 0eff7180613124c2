// Which workflow waits for a command; `undefined` when none does and it is decided at once.
import type { CommandEnvelope } from '../../domain/command.ts';
import {
  claimCommand,
  handOverCommand,
  rosterCommand,
  runCommand,
  STEERING,
  trancheCommand,
  workerCommand,
} from '../../workflows/messages.ts';
import type { Destination } from './update-workflow.ts';

/** Steps of the engine's own hand are refused by authority, not by a workflow. */
const CLAIM_STEPS = [
  ...['NoteLateFact', 'NoteRuleVersion', 'PassDeadline'],
  ...['SettleClaim', 'NoteFollowUp'],
];
/** A look is recorded at once: no workflow goes on because somebody read something. */
const CLAIM_LOOKS = ['NoteClaimRevealed', 'NoteDocumentRead'];
/** Whose case it is, and what was looked at, moves no workflow either. */
const CLAIM_DESK = [
  ...['AssignClaim', 'ReleaseClaim', 'AcceptDocument', 'AssignFieldVisit'],
  'ExplainLateness',
];
/** A hospital beside the case: only what is owed to it moves the workflow. */
const CLAIM_HOSPITAL = ['ReceiveHospitalBill', 'VerifyHospitalBill', 'ReturnHospitalBill'];
/** Money that came back is booked; no workflow waits for it. */
const CLAIM_MONEY = ['RecordRepayment'];
const RUN_COMMANDS = ['AssembleRun', 'ReleaseRun', 'CancelRun', 'IngestAnswer'];
const ROSTER_COMMANDS = [
  ...['ReceiveRoster', 'TakeOverRoster', 'ApproveRoster'],
  ...['SubmitRoster', 'AnswerRegistration'],
  ...STEERING,
];
const HAND_OVER_COMMANDS = ['ReceiveHandOver', ...STEERING];

/** Seats are taken by the engine's own hand, while a list is received. */
const TRANCHE_STEPS = ['ReserveSeats', 'AssessGate', 'AssessLapse'];

/** A death report touches the worker first: the lifecycle records it and starts the claim. */
const claimRoute = (
  envelope: Extract<CommandEnvelope, { category: 'claim' }>,
): Destination | undefined => {
  const { command, streamId } = envelope;
  if (command.type === 'ReportDeath')
    return { kind: 'worker', id: command.data.workerId, update: workerCommand };
  const atOnce = [...CLAIM_STEPS, ...CLAIM_LOOKS, ...CLAIM_DESK, ...CLAIM_HOSPITAL, ...CLAIM_MONEY];
  if (atOnce.includes(command.type)) return undefined;
  return { kind: 'claim', id: streamId, update: claimCommand };
};

export const routeOf = (envelope: CommandEnvelope): Destination | undefined => {
  const { streamId: id, command } = envelope;
  switch (envelope.category) {
    case 'claim':
      return claimRoute(envelope);
    case 'worker':
      return command.type === 'HandOverCard'
        ? { kind: 'worker', id, update: workerCommand }
        : undefined;
    case 'payout_run':
      return RUN_COMMANDS.includes(command.type)
        ? { kind: 'payout-run', id, update: runCommand }
        : undefined;
    case 'roster':
      return ROSTER_COMMANDS.includes(command.type)
        ? { kind: 'roster', id, update: rosterCommand }
        : undefined;
    case 'hand_over':
      return HAND_OVER_COMMANDS.includes(command.type)
        ? { kind: 'cards', id, update: handOverCommand }
        : undefined;
    case 'tranche':
      return TRANCHE_STEPS.includes(command.type)
        ? undefined
        : { kind: 'tranche', id, update: trancheCommand };
    case 'actor':
    case 'programme':
    case 'contribution_bill':
    case 'payable':
    case 'payout_schedule':
    case 'rule_book':
    case 'letterhead':
    case 'letter_series':
    case 'aid_fund':
    case 'aid_request':
    case 'death_list':
    case 'bank_exception':
    case 'examination':
      return undefined;
  }
};
