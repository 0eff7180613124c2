// What a payment order must satisfy before it may become a file; nothing is repaired in silence.
import type {
  BankProfile,
  PaymentInstruction,
  PaymentOrder,
  PaymentProblem,
  PaymentProblemCode,
  PaymentWarning,
} from './bank-port.ts';
import {
  endToEndIdCharsMax,
  messageIdCharsMax,
  nameCharsMax,
  transactionsPerFileMax,
} from './bank-port.ts';
import { railFor } from './bank-profiles.ts';
import { holdsNik, isBankId, toBankText } from './bank-text.ts';
import { amountIdrMax } from './idr-amount.ts';

const messageIdShape = new RegExp(`^[A-Z0-9][A-Z0-9-]{0,${messageIdCharsMax - 1}}$`);
const bicShape = /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;
const accountShape = /^[A-Z0-9]{1,34}$/;
const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

/** People write account numbers with blanks, dots and dashes; the bank wants the digits. */
export const plainAccount = (account: string): string =>
  account.replace(/[ .-]/g, '').toUpperCase();

/** A date of the calendar: `2024-02-30` is none. */
export const isIsoDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

const hasReadableName = (name: string): boolean => /[A-Z]/.test(toBankText(name, nameCharsMax));

type Check<T> = {
  readonly code: PaymentProblemCode;
  readonly holds: (subject: T, profile: BankProfile) => boolean;
};

const orderChecks: readonly Check<PaymentOrder>[] = [
  { code: 'MessageIdInvalid', holds: ({ messageId }) => messageIdShape.test(messageId) },
  {
    code: 'CreatedAtInvalid',
    holds: ({ createdAt }) =>
      instantShape.test(createdAt) && !Number.isNaN(new Date(createdAt).getTime()),
  },
  { code: 'ExecutionDateInvalid', holds: ({ executionDate }) => isIsoDate(executionDate) },
  {
    code: 'FundingAccountInvalid',
    holds: ({ debtor }) =>
      hasReadableName(debtor.name) &&
      accountShape.test(plainAccount(debtor.account)) &&
      bicShape.test(debtor.bic),
  },
  { code: 'NoInstructions', holds: ({ instructions }) => instructions.length > 0 },
  {
    code: 'TooManyInstructions',
    holds: ({ instructions }, profile) =>
      instructions.length <= Math.min(profile.transactionsMax, transactionsPerFileMax),
  },
];

const instructionChecks: readonly Check<PaymentInstruction>[] = [
  {
    code: 'EndToEndIdInvalid',
    // The standard keeps `NOTPROVIDED` for "no id", so it can never be one.
    holds: ({ endToEndId }) =>
      isBankId(endToEndId, endToEndIdCharsMax) && endToEndId !== 'NOTPROVIDED',
  },
  {
    code: 'AmountNotPositive',
    holds: ({ amountIdr }) => amountIdr > 0n,
  },
  {
    code: 'AmountAboveEveryRail',
    holds: ({ amountIdr }, profile) =>
      amountIdr <= amountIdrMax && railFor(profile, amountIdr) !== undefined,
  },
  { code: 'NameUnreadable', holds: ({ creditorName }) => hasReadableName(creditorName) },
  {
    code: 'AccountInvalid',
    holds: ({ creditorAccount }) => accountShape.test(plainAccount(creditorAccount)),
  },
  { code: 'BicInvalid', holds: ({ creditorBic }) => bicShape.test(creditorBic) },
  { code: 'RemittanceHoldsNik', holds: ({ remittance }) => !holdsNik(remittance) },
];

const repeatedIds = (instructions: readonly PaymentInstruction[]): readonly PaymentProblem[] => {
  const seen = new Set<string>();
  return instructions.flatMap(({ endToEndId }) => {
    if (seen.has(endToEndId)) return [{ code: 'EndToEndIdRepeated' as const, endToEndId }];
    seen.add(endToEndId);
    return [];
  });
};

/** All problems at once, so that the person who assembles the run corrects it once. */
export const problemsOf = (
  order: PaymentOrder,
  profile: BankProfile,
): readonly PaymentProblem[] => [
  ...orderChecks.filter(({ holds }) => !holds(order, profile)).map(({ code }) => ({ code })),
  ...order.instructions.flatMap((instruction) =>
    instructionChecks
      .filter(({ holds }) => !holds(instruction, profile))
      .map(({ code }) => ({ code, endToEndId: instruction.endToEndId })),
  ),
  ...repeatedIds(order.instructions),
];

/** Lengths of Indonesian accounts are hearsay (confidence K): unusual ones warn, never refuse. */
export const warningsOf = (instruction: PaymentInstruction): readonly PaymentWarning[] => {
  const { creditorAccount, creditorName, endToEndId } = instruction;
  const wholeName = toBankText(creditorName, Number.MAX_SAFE_INTEGER);
  const warnings: PaymentWarning[] = [];
  if (!/^\d{8,20}$/.test(plainAccount(creditorAccount))) {
    warnings.push({ code: 'AccountLengthUnusual', endToEndId });
  }
  if (wholeName.length > nameCharsMax) warnings.push({ code: 'NameShortened', endToEndId });
  if (wholeName.includes('?')) warnings.push({ code: 'NameHoldsUnknownLetters', endToEndId });
  return warnings;
};
