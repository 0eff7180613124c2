// The payout run's decider: frozen by one person, released by another, sent once, reconciled.
import { personsBehind, sharesPerson } from '../actor.ts';
import { sameFacts } from '../claim/assessment/same-facts.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import { parseRupiah, sumTexts } from '../money.ts';
import { SCREENING_CODES } from './payee-screening.ts';
import type { PayoutRunCommand, PayoutRunEvent, RunMember } from './run-events.ts';
import { evolveRun, initialRun, type PayoutRunState } from './run-state.ts';

export const PAYOUT_RUN_REFUSALS = [
  'RunUnknown',
  'RunAlreadyAssembled',
  'RunIsEmpty',
  'MixedPayers',
  'PayerNotOurs',
  'PayableTwiceInRun',
  'AmountNotPositive',
  'DeciderCannotAssemble',
  'RunIsCancelled',
  'RunAlreadyReleased',
  'AssemblerCannotRelease',
  'DeciderCannotRelease',
  'SumChanged',
  'MemberNotSelected',
  'MemberHeld',
  ...SCREENING_CODES,
  'RunOfAnotherTime',
  'ReasonMissing',
  'RunNotReleased',
  'FileAlreadyPrepared',
  'FileNotPrepared',
  'FileIsAnother',
  'FileNotDropped',
  'FileAlreadyDropped',
  'ReconciliationDoesNotAddUp',
] as const;
export type PayoutRunRefusal = (typeof PAYOUT_RUN_REFUSALS)[number];

export type PayoutRunDecision = Decision<PayoutRunEvent, PayoutRunRefusal>;
type Wish<T extends PayoutRunCommand['type']> = Extract<PayoutRunCommand, { type: T }>['data'];

const memberFault = (wish: Wish<'AssembleRun'>): PayoutRunRefusal | null => {
  const { members, payerId, mode } = wish;
  if (mode === 'TRACKS' || members.some((member) => member.mode === 'TRACKS')) {
    return 'PayerNotOurs';
  }
  if (members.length === 0) return 'RunIsEmpty';
  if (members.some((member) => member.payerId !== payerId)) return 'MixedPayers';
  const ids = new Set(members.map((member) => member.payableId));
  if (ids.size < members.length) return 'PayableTwiceInRun';
  const unpaid = members.some((member) => parseRupiah(member.amountIdr) <= 0n);
  return unpaid ? 'AmountNotPositive' : null;
};

const decidersOf = (members: readonly RunMember[]): readonly string[] =>
  [...new Set(members.flatMap((member) => member.decidedBy))].sort();

const assembleRun = (
  wish: Wish<'AssembleRun'>,
  state: PayoutRunState,
  { by }: Context,
): PayoutRunDecision => {
  if (state.assembled !== null) {
    const again = state.assembled.membersSha256 === wish.membersSha256;
    return again ? accept() : refuse('RunAlreadyAssembled');
  }
  const fault = memberFault(wish);
  if (fault !== null) return refuse(fault);
  const { runId, payerId, flow, members, membersSha256 } = wish;
  const decidedBy = decidersOf(members);
  if (sharesPerson(by, decidedBy)) return refuse('DeciderCannotAssemble');
  const added = members.map(({ payableId, claimId, amountIdr }): PayoutRunEvent => {
    return { type: 'RunMemberAdded', data: { runId, payableId, claimId, amountIdr } };
  });
  return accept<PayoutRunEvent>(...added, {
    type: 'RunAssembled',
    data: {
      runId,
      payerId,
      flow,
      count: members.length,
      sumIdr: sumTexts(members.map((member) => member.amountIdr)),
      membersSha256,
      assembledBy: personsBehind(by),
      decidedBy,
    },
  });
};

type Members = Required<Pick<Wish<'ReleaseRun'>, 'membersHeld' | 'membersLost' | 'payeesUnfit'>>;

/** What became of the members since they were frozen: the first one found stops the release. */
const membersFault = ({
  membersHeld,
  membersLost,
  payeesUnfit,
}: Members): PayoutRunDecision | null => {
  const [held] = membersHeld;
  if (held !== undefined)
    return refuse('MemberHeld', { members: membersHeld.length, payable: held });
  const [payable] = membersLost;
  if (payable !== undefined)
    return refuse('MemberNotSelected', { members: membersLost.length, payable });
  const [unfit] = payeesUnfit;
  return unfit === undefined ? null : refuse(unfit.code, { payable: unfit.payableId });
};

const releaseRun = (
  {
    sumIdr: seen,
    membersLost = [],
    membersHeld = [],
    payeesUnfit = [],
    assembledIn = 'live',
  }: Wish<'ReleaseRun'>,
  state: PayoutRunState,
  { by, origin = 'live' }: Context,
): PayoutRunDecision => {
  const run = state.assembled;
  if (run === null) return refuse('RunUnknown');
  if (state.cancelled) return refuse('RunIsCancelled');
  if (state.releasedBy !== null) {
    const again = sameFacts(state.releasedBy, personsBehind(by)) && seen === run.sumIdr;
    return again ? accept() : refuse('RunAlreadyReleased');
  }
  if (sharesPerson(by, run.assembledBy)) return refuse('AssemblerCannotRelease');
  if (sharesPerson(by, run.decidedBy)) return refuse('DeciderCannotRelease');
  const { runId, sumIdr } = run;
  if (seen !== sumIdr) return refuse('SumChanged', { sumIdr, seen });
  // A live release of an entered past would pay it a second time; the other way round, never.
  if (origin !== assembledIn) return refuse('RunOfAnotherTime');
  const fault = membersFault({ membersHeld, membersLost, payeesUnfit });
  if (fault !== null) return fault;
  return accept({ type: 'RunReleased', data: { runId, sumIdr, releasedBy: personsBehind(by) } });
};

/** Until the hand-over: before it no money can have moved, after it only the bank's word counts. */
const cancelRun = ({ reason }: Wish<'CancelRun'>, state: PayoutRunState): PayoutRunDecision => {
  if (state.assembled === null) return refuse('RunUnknown');
  if (state.cancelled) return accept();
  if (state.dropped) return refuse('FileAlreadyDropped');
  if (reason.trim() === '') return refuse('ReasonMissing');
  return accept({ type: 'RunCancelled', data: { runId: state.assembled.runId, reason } });
};

/** Rendered once: another rendering of the same run could be paid beside the first. */
const prepareFile = (wish: Wish<'PrepareFile'>, state: PayoutRunState): PayoutRunDecision => {
  if (state.assembled === null) return refuse('RunUnknown');
  if (state.cancelled) return refuse('RunIsCancelled');
  if (state.releasedBy === null) return refuse('RunNotReleased');
  if (state.file !== null) {
    return state.file.sha256 === wish.sha256 ? accept() : refuse('FileAlreadyPrepared');
  }
  return accept({
    type: 'PaymentFilePrepared',
    data: { ...wish, runId: state.assembled.runId },
  });
};

const dropFile = ({ sha256 }: Wish<'DropFile'>, state: PayoutRunState): PayoutRunDecision => {
  if (state.assembled === null) return refuse('RunUnknown');
  if (state.cancelled) return refuse('RunIsCancelled');
  if (state.file === null) return refuse('FileNotPrepared');
  if (state.file.sha256 !== sha256) return refuse('FileIsAnother');
  if (state.dropped) return accept();
  return accept({ type: 'PaymentFileDropped', data: { runId: state.assembled.runId, sha256 } });
};

/** Also after the reconciliation: banks return money late. */
const ingestAnswer = (wish: Wish<'IngestAnswer'>, state: PayoutRunState): PayoutRunDecision => {
  if (state.assembled === null) return refuse('RunUnknown');
  if (state.ingested.includes(wish.fileSha256)) return accept();
  if (!state.dropped) return refuse('FileNotDropped');
  return accept({ type: 'BankAnswerIngested', data: { ...wish, runId: state.assembled.runId } });
};

/** May be said again with other figures when a late answer moved a member. */
const reconcileRun = (wish: Wish<'ReconcileRun'>, state: PayoutRunState): PayoutRunDecision => {
  const run = state.assembled;
  if (run === null) return refuse('RunUnknown');
  if (!state.dropped) return refuse('FileNotDropped');
  const data = { ...wish, runId: run.runId };
  if (state.reconciled !== null && sameFacts(state.reconciled, data)) return accept();
  const count = wish.settled + wish.returned + wish.unknown;
  const sumIdr = sumTexts([wish.settledIdr, wish.returnedIdr, wish.unknownIdr]);
  if (count !== run.count || sumIdr !== run.sumIdr) {
    return refuse('ReconciliationDoesNotAddUp', { count, sumIdr, runSumIdr: run.sumIdr });
  }
  return accept({ type: 'RunReconciled', data });
};

/** Each look is one: printed again, it stands in the log again. */
const noteRunNames = (
  { reason }: Wish<'NoteRunNames'>,
  { assembled }: PayoutRunState,
  { by }: Context,
): PayoutRunDecision => {
  if (assembled === null) return refuse('RunUnknown');
  if (reason.trim() === '') return refuse('ReasonMissing');
  const { runId, count } = assembled;
  return accept({
    type: 'RunNamesOpened',
    data: { runId, count, reason, openedBy: personsBehind(by) },
  });
};

const decide = (
  command: PayoutRunCommand,
  state: PayoutRunState,
  context: Context,
): PayoutRunDecision => {
  switch (command.type) {
    case 'AssembleRun':
      return assembleRun(command.data, state, context);
    case 'ReleaseRun':
      return releaseRun(command.data, state, context);
    case 'CancelRun':
      return cancelRun(command.data, state);
    case 'PrepareFile':
      return prepareFile(command.data, state);
    case 'DropFile':
      return dropFile(command.data, state);
    case 'IngestAnswer':
      return ingestAnswer(command.data, state);
    case 'NoteRunNames':
      return noteRunNames(command.data, state, context);
    case 'ReconcileRun':
      return reconcileRun(command.data, state);
    default:
      return assertNever(command, 'payout run command');
  }
};

export const payoutRunDecider: Decider<
  PayoutRunState,
  PayoutRunCommand,
  PayoutRunEvent,
  PayoutRunRefusal
> = { initial: initialRun, decide, evolve: evolveRun };
