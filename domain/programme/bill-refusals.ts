// Why a step of a bill may be refused, between its receipt and its confirmation.
import type { Decision } from '../decider.ts';
import type { BillPaymentCommand } from './bill-events.ts';
import type { ContributionBillEvent } from './events.ts';

export const BILL_PAYMENT_REFUSALS = [
  'BillUnknown',
  'BillListMissing',
  'ListDiffersFromBill',
  'PaymentAlreadyOrdered',
  'BillAlreadyConfirmed',
  'BillNotMatched',
  'DifferencesOpen',
  'DifferenceUnknown',
  'NothingToDeduct',
  'ReasonMissing',
  'GateClosed',
  'MonthNotBudgeted',
  'BudgetDocumentDiffers',
  'VoucherOutOfOrder',
  'VoucherIncomplete',
  'VoucherDiffers',
  'VoucherDateInvalid',
  'SignerNotOfStep',
  'AmountDiffers',
  'PaymentCodeExpired',
  'PaymentNotOrdered',
  'PaymentAlreadyProved',
  'PaymentInFuture',
  'ReferenceMissing',
  'SecondSignatureMissing',
  'MinutesAlreadySigned',
  'PaymentNotMade',
  'RefundTooLarge',
  'OrderUnknown',
  'OrderReturned',
] as const;
export type BillPaymentRefusal = (typeof BILL_PAYMENT_REFUSALS)[number];

export type BillPaymentDecision = Decision<ContributionBillEvent, BillPaymentRefusal>;
export type BillWish<T extends BillPaymentCommand['type']> = Extract<
  BillPaymentCommand,
  { type: T }
>['data'];

export const isBlank = (text: string): boolean => text.trim() === '';
