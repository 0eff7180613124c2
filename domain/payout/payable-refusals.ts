// Every reason why a payable command is not carried out, each a true sentence for the copy catalogues.
import type { Decision } from '../decider.ts';
import type { PayableCommand, PayableEvent } from './events.ts';

export const PAYABLE_REFUSALS = [
  'PayableUnknown',
  'PaymentUnderWay',
  'PayableAlreadyCreated',
  'AmountNotPositive',
  'ReasonMissing',
  'PayableInRun',
  'PayableInAnotherRun',
  'PayableNotDue',
  'PayableNotHeld',
  'PayableNotHistoric',
  'PayableNotAtRest',
  'AccountUnchanged',
  'AccountDiffers',
  'EvidenceMissing',
  'CorrectionNotProposed',
  'ProposerCannotConfirm',
  'PartyCannotCorrectPayee',
  'PayerNotOurs',
  'PayerIsOurs',
  'PayableIsRetained',
  'PayableNotSelected',
  'EndToEndIdUnfit',
  'EndToEndIdUsed',
  'EndToEndIdUnknown',
  'PaymentAlreadyIntended',
  'PaymentNotSent',
  'PaymentIsVoid',
  'NothingToResolve',
  'PartyCannotResolve',
  'SentInAnotherFile',
  'AnswerIsUnknown',
  'BookingDateMissing',
  'PaymentAlreadyReported',
  'PaymentNotReported',
  'PaymentDateInFuture',
  'ReceiptBeforePayment',
  'ReceiptInFuture',
  'ReceiptAlreadyConfirmed',
  'NoLineAwaited',
  'BookingInFuture',
  'LineNotRead',
  'LineConfirmed',
  'ReaderCannotConfirm',
  'LineReadDifferently',
] as const;
export type PayableRefusal = (typeof PAYABLE_REFUSALS)[number];

export type PayableDecision = Decision<PayableEvent, PayableRefusal>;

/** The data of one command. */
export type PayableWish<T extends PayableCommand['type']> = Extract<
  PayableCommand,
  { type: T }
>['data'];
