// The decider of a bank exception: always with an owner, and no end while its payment is in doubt.
import { personsBehind } from '../actor.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import type { PayableStage } from '../payout/events.ts';
import type {
  BankExceptionCommand,
  BankExceptionEvent,
  BankExceptionOpened,
  BankExceptionResolved,
  BankExceptionStage,
} from './events.ts';

export const BANK_EXCEPTION_REFUSALS = [
  'ExceptionUnknown',
  'ExceptionResolved',
  'ExceptionAlreadyTheirs',
  'AssigneeCannotClear',
  'PaymentStillInDoubt',
  'ResultDoesNotFit',
  'ReasonMissing',
] as const;
export type BankExceptionRefusal = (typeof BANK_EXCEPTION_REFUSALS)[number];

export type BankExceptionState = {
  readonly opened: BankExceptionOpened['data'] | null;
  readonly ownerId: string | null;
  readonly resolved: BankExceptionResolved['data'] | null;
};

type ExceptionDecision = Decision<BankExceptionEvent, BankExceptionRefusal>;
type Wish<T extends BankExceptionCommand['type']> = Extract<
  BankExceptionCommand,
  { type: T }
>['data'];
type Opened = BankExceptionOpened['data'];

export const initialBankException: BankExceptionState = {
  opened: null,
  ownerId: null,
  resolved: null,
};

export const evolveBankException = (
  state: BankExceptionState,
  event: BankExceptionEvent,
): BankExceptionState => {
  switch (event.type) {
    case 'BankExceptionOpened':
      return { ...state, opened: event.data, ownerId: event.data.ownerId };
    case 'BankExceptionAssigned':
      return { ...state, ownerId: event.data.assignee };
    case 'BankExceptionResolved':
      return { ...state, resolved: event.data };
    default:
      return assertNever(event, 'bank exception event');
  }
};

export const bankExceptionStage = ({
  opened,
  resolved,
}: BankExceptionState): BankExceptionStage => {
  if (opened === null) return 'UNKNOWN';
  return resolved === null ? 'EXCEPTION_OPEN' : 'EXCEPTION_RESOLVED';
};

/** The same fact once more is known, whoever reads it, and whatever a person made of it since. */
const open = (wish: Opened, { opened }: BankExceptionState): ExceptionDecision =>
  opened === null ? accept({ type: 'BankExceptionOpened', data: wish }) : accept();

const assign = (
  { assignee, reason, mayClear = false }: Wish<'AssignBankException'>,
  { opened, ownerId, resolved }: BankExceptionState,
): ExceptionDecision => {
  if (opened === null || ownerId === null) return refuse('ExceptionUnknown');
  if (resolved !== null) return refuse('ExceptionResolved');
  if (ownerId === assignee) return refuse('ExceptionAlreadyTheirs', { ownerId });
  if (!mayClear) return refuse('AssigneeCannotClear', { assignee });
  if (reason.trim() === '') return refuse('ReasonMissing');
  const { exceptionId } = opened;
  return accept({
    type: 'BankExceptionAssigned',
    data: { exceptionId, from: ownerId, assignee, reason },
  });
};

/** While the money may be anywhere, the exception stays: the payment is cleared first. */
const IN_DOUBT: readonly PayableStage[] = ['DISPUTED', 'ANSWER_UNKNOWN', 'SENT', 'INTENDED'];

const resultFits = ({ payableId, kind }: Opened, { result }: Wish<'ResolveBankException'>) => {
  if (result === 'NOT_OURS') return payableId === null;
  if (result === 'PAYMENT_CLEARED') return payableId !== null;
  const mayCome = kind === 'MISSING_LINE' || kind === 'UNKNOWN_REFERENCE';
  return result === 'LINE_CAME' ? mayCome : true;
};

const resolve = (
  wish: Wish<'ResolveBankException'>,
  { opened, resolved }: BankExceptionState,
  { by }: Context,
): ExceptionDecision => {
  const { result, reason, paymentStage = null } = wish;
  if (opened === null) return refuse('ExceptionUnknown');
  const { exceptionId } = opened;
  if (resolved !== null) {
    const isSame = resolved.result === result && resolved.reason === reason;
    return isSame ? accept() : refuse('ExceptionResolved');
  }
  if (!resultFits(opened, wish)) return refuse('ResultDoesNotFit', { result });
  if (paymentStage !== null && IN_DOUBT.includes(paymentStage))
    return refuse('PaymentStillInDoubt', { payable: opened.payableId ?? '', stage: paymentStage });
  if (reason.trim() === '') return refuse('ReasonMissing');
  const resolvedBy = personsBehind(by);
  return accept({
    type: 'BankExceptionResolved',
    data: { exceptionId, result, reason, resolvedBy },
  });
};

const decide = (
  command: BankExceptionCommand,
  state: BankExceptionState,
  context: Context,
): ExceptionDecision => {
  switch (command.type) {
    case 'OpenBankException':
      return open(command.data, state);
    case 'AssignBankException':
      return assign(command.data, state);
    case 'ResolveBankException':
      return resolve(command.data, state, context);
    default:
      return assertNever(command, 'bank exception command');
  }
};

export const bankExceptionDecider: Decider<
  BankExceptionState,
  BankExceptionCommand,
  BankExceptionEvent,
  BankExceptionRefusal
> = { initial: initialBankException, decide, evolve: evolveBankException };
