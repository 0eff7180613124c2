// The payable's decider: what is owed to one payee, sent at most once per attempt, ended by answers.
import { officeDay } from '../calendar.ts';
import { sameFacts } from '../claim/assessment/same-facts.ts';
import { accept, assertNever, type Context, type Decider, refuse } from '../decider.ts';
import { parseRupiah } from '../money.ts';
import { recordBankAnswer } from './bank-answer.ts';
import {
  confirmPayeeCorrection,
  followPayeeCorrection,
  proposePayeeCorrection,
} from './correct-payee.ts';
import type { PayableCommand, PayableEvent } from './events.ts';
import type { PayableDecision, PayableRefusal, PayableWish } from './payable-refusals.ts';
import {
  type Attempt,
  evolvePayable,
  findAttempt,
  initialPayable,
  type PayableState,
  payableStage,
} from './payable-state.ts';
import { resolvePayment } from './resolve-payment.ts';
import { confirmStatementLine, readStatementLine } from './statement-line.ts';

/** ISO 20022: an end-to-end id has at most 35 characters. */
const END_TO_END_CHARS_MAX = 35;

const createPayable = (
  wish: PayableWish<'CreatePayable'>,
  state: PayableState,
): PayableDecision => {
  if (state.created !== null) {
    return sameFacts(state.created, wish) ? accept() : refuse('PayableAlreadyCreated');
  }
  if (parseRupiah(wish.amountIdr) <= 0n) return refuse('AmountNotPositive');
  return accept({ type: 'PayableCreated', data: wish });
};

const holdPayable = (
  { reason }: PayableWish<'HoldPayable'>,
  state: PayableState,
): PayableDecision => {
  const stage = payableStage(state);
  if (state.created === null) return refuse('PayableUnknown');
  if (state.held && stage === 'HELD') return accept();
  // A proposed correction holds it already; a hold of its own outlives the correction. In a run it
  // stops the release, and stays held when the run lets go of it.
  const rests = ['DUE', 'RETURNED', 'HELD', 'SELECTED'].includes(stage);
  if (!rests) return refuse('PayableNotDue', { stage });
  if (reason.trim() === '') return refuse('ReasonMissing');
  return accept({ type: 'PayableHeld', data: { payableId: state.created.payableId, reason } });
};

/** Only what never began to be paid: after that the money has to come back first. */
const cancelPayable = (
  { reason }: PayableWish<'CancelPayable'>,
  state: PayableState,
): PayableDecision => {
  const stage = payableStage(state);
  if (state.created === null) return refuse('PayableUnknown');
  if (stage === 'CANCELLED') return accept();
  if (state.selectedBy !== null) return refuse('PayableInRun');
  const rests = ['DUE', 'HELD', 'RETURNED', 'RETAINED', 'TRACKED'].includes(stage);
  if (!rests) return refuse('PaymentUnderWay', { stage });
  return accept({ type: 'PayableCancelled', data: { payableId: state.created.payableId, reason } });
};

/** Lifts a hold and drops a proposed correction; what came back from the bank is due again only by a person's word. */
const releasePayable = (
  { reason }: PayableWish<'ReleasePayable'>,
  state: PayableState,
): PayableDecision => {
  const stage = payableStage(state);
  if (state.created === null) return refuse('PayableUnknown');
  if (stage === 'DUE') return accept();
  if (stage !== 'HELD' && stage !== 'RETURNED') return refuse('PayableNotHeld', { stage });
  if (reason.trim() === '') return refuse('ReasonMissing');
  return accept({ type: 'PayableReleased', data: { payableId: state.created.payableId, reason } });
};

const selectPayable = (
  { runId, owedIn = 'live' }: PayableWish<'SelectPayable'>,
  state: PayableState,
  { origin }: Context,
): PayableDecision => {
  const stage = payableStage(state);
  if (state.created === null) return refuse('PayableUnknown');
  if (state.created.mode === 'TRACKS') return refuse('PayerNotOurs');
  if (stage === 'SELECTED') {
    return state.selectedBy === runId ? accept() : refuse('PayableInAnotherRun');
  }
  // A run takes a payable once; what it sent and got back is the next run's.
  if (state.attempts.some((attempt) => attempt.runId === runId)) return accept();
  if (stage !== 'DUE') return refuse('PayableNotDue', { stage });
  // An entered past would call it sent, and nothing would ever be paid.
  if (origin === 'historic' && owedIn === 'live') return refuse('PayableNotHistoric');
  const attempt = state.attempts.length + 1;
  return accept({
    type: 'PayableSelected',
    data: { payableId: state.created.payableId, runId, attempt },
  });
};

/**
 * Only an intent whose file was never handed over: the run's own stream vouches for that. One that left
 * in a file which this log has forgotten stays what it became: unknown, until the bank says.
 */
const voidAttempt = (
  payableId: string,
  { endToEndId, runId, status, fileSha256 }: Attempt,
): PayableDecision => {
  if (status === 'VOIDED') return accept();
  if (status !== 'INTENDED' && fileSha256 === null) return accept();
  if (status !== 'INTENDED') return refuse('PaymentAlreadyIntended');
  return accept({ type: 'PaymentVoided', data: { payableId, runId, endToEndId } });
};

/** Also out of a dispute: a cancelled run lets go of everything it had frozen. */
const deselectPayable = (
  { runId }: PayableWish<'DeselectPayable'>,
  state: PayableState,
): PayableDecision => {
  if (state.created === null) return refuse('PayableUnknown');
  const begun = state.attempts.find((attempt) => attempt.runId === runId);
  if (begun !== undefined) return voidAttempt(state.created.payableId, begun);
  if (state.selectedBy === null) return accept();
  if (state.selectedBy !== runId) return refuse('PayableInAnotherRun');
  return accept({ type: 'PayableDeselected', data: { payableId: state.created.payableId, runId } });
};

/** What was void never left the house: the one before it came back, or none did. */
const replacing = ({ attempts }: PayableState): { readonly replaces?: string } => {
  const before = attempts.findLast(({ status }) => status !== 'VOIDED');
  return before === undefined ? {} : { replaces: before.endToEndId };
};

const intendPayment = (
  { runId, endToEndId }: PayableWish<'IntendPayment'>,
  state: PayableState,
): PayableDecision => {
  const stage = payableStage(state);
  if (state.created === null) return refuse('PayableUnknown');
  if (state.created.mode === 'TRACKS') return refuse('PayerNotOurs');
  const known = findAttempt(state, endToEndId);
  if (known !== undefined) return known.runId === runId ? accept() : refuse('EndToEndIdUsed');
  if (stage !== 'SELECTED') return refuse('PayableNotSelected', { stage });
  if (state.selectedBy !== runId) return refuse('PayableInAnotherRun');
  if (endToEndId === '' || endToEndId.length > END_TO_END_CHARS_MAX) {
    return refuse('EndToEndIdUnfit');
  }
  const { payableId, amountIdr } = state.created;
  const attempt = state.attempts.length + 1;
  return accept({
    type: 'PaymentIntended',
    data: { payableId, runId, attempt, endToEndId, amountIdr, ...replacing(state) },
  });
};

const recordSent = (
  { endToEndId, fileSha256 }: PayableWish<'RecordSent'>,
  state: PayableState,
): PayableDecision => {
  if (state.created === null) return refuse('PayableUnknown');
  const attempt = findAttempt(state, endToEndId);
  if (attempt === undefined) return refuse('EndToEndIdUnknown');
  if (attempt.fileSha256 === fileSha256) return accept();
  if (attempt.fileSha256 !== null) return refuse('SentInAnotherFile');
  if (attempt.status === 'VOIDED') return refuse('PaymentIsVoid');
  // Whether it left the house is the very question: only the bank's word moves it on.
  if (attempt.status !== 'INTENDED') return refuse('AnswerIsUnknown');
  const { payableId } = state.created;
  return accept({ type: 'PaymentSent', data: { payableId, endToEndId, fileSha256 } });
};

const recordUnknown = (
  { endToEndId, reason }: PayableWish<'RecordUnknown'>,
  state: PayableState,
): PayableDecision => {
  if (state.created === null) return refuse('PayableUnknown');
  const attempt = findAttempt(state, endToEndId);
  if (attempt === undefined) return refuse('EndToEndIdUnknown');
  const waits = ['INTENDED', 'SENT', 'ACCEPTED'].includes(attempt.status);
  if (!waits) return accept();
  const { payableId } = state.created;
  return accept({ type: 'PaymentUnknown', data: { payableId, endToEndId, reason } });
};

const reportPayment = (
  wish: PayableWish<'ReportPayment'>,
  state: PayableState,
  { now }: Context,
): PayableDecision => {
  const { created, report, receipt } = state;
  if (created === null) return refuse('PayableUnknown');
  if (created.mode === 'DISBURSES') return refuse('PayerIsOurs');
  if (created.payee === null) return refuse('PayableIsRetained');
  const differs = wish.amountIdr !== created.amountIdr;
  const data = { ...wish, payableId: created.payableId, differs };
  if (report !== null && sameFacts(report, data)) return accept();
  // A report that differed may be put right; one that fits stands.
  if (receipt !== null || report?.differs === false) return refuse('PaymentAlreadyReported');
  if (parseRupiah(wish.amountIdr) <= 0n) return refuse('AmountNotPositive');
  if (wish.paidOn > officeDay(now)) return refuse('PaymentDateInFuture', { paidOn: wish.paidOn });
  return accept({ type: 'PaymentReported', data });
};

const confirmReceipt = (
  { confirmedOn }: PayableWish<'ConfirmReceipt'>,
  state: PayableState,
  { now }: Context,
): PayableDecision => {
  const { created, report, receipt } = state;
  if (created === null) return refuse('PayableUnknown');
  if (created.mode === 'DISBURSES') return refuse('PayerIsOurs');
  if (report === null) return refuse('PaymentNotReported');
  if (receipt !== null) {
    return receipt.confirmedOn === confirmedOn ? accept() : refuse('ReceiptAlreadyConfirmed');
  }
  if (confirmedOn < report.paidOn) return refuse('ReceiptBeforePayment', { paidOn: report.paidOn });
  if (confirmedOn > officeDay(now)) return refuse('ReceiptInFuture', { confirmedOn });
  return accept({ type: 'ReceiptConfirmed', data: { payableId: created.payableId, confirmedOn } });
};

const decide = (
  command: PayableCommand,
  state: PayableState,
  context: Context,
): PayableDecision => {
  switch (command.type) {
    case 'CreatePayable':
      return createPayable(command.data, state);
    case 'HoldPayable':
      return holdPayable(command.data, state);
    case 'CancelPayable':
      return cancelPayable(command.data, state);
    case 'ReleasePayable':
      return releasePayable(command.data, state);
    case 'ResolvePayment':
      return resolvePayment(command.data, state, context);
    case 'ProposePayeeCorrection':
      return proposePayeeCorrection(command.data, state, context);
    case 'ConfirmPayeeCorrection':
      return confirmPayeeCorrection(command.data, state, context);
    case 'FollowPayeeCorrection':
      return followPayeeCorrection(command.data, state);
    case 'SelectPayable':
      return selectPayable(command.data, state, context);
    case 'DeselectPayable':
      return deselectPayable(command.data, state);
    case 'IntendPayment':
      return intendPayment(command.data, state);
    case 'RecordSent':
      return recordSent(command.data, state);
    case 'RecordUnknown':
      return recordUnknown(command.data, state);
    case 'RecordBankAnswer':
      return recordBankAnswer(command.data, state);
    case 'ReadStatementLine':
      return readStatementLine(command.data, state, context);
    case 'ConfirmStatementLine':
      return confirmStatementLine(command.data, state, context);
    case 'ReportPayment':
      return reportPayment(command.data, state, context);
    case 'ConfirmReceipt':
      return confirmReceipt(command.data, state, context);
    default:
      return assertNever(command, 'payable command');
  }
};

export const payableDecider: Decider<PayableState, PayableCommand, PayableEvent, PayableRefusal> = {
  initial: initialPayable,
  decide,
  evolve: evolvePayable,
};
