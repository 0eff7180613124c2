// Bank exceptions: never without an owner, never ended while the money may be anywhere.
import { expect, test } from 'vitest';
import { bankExceptionDecider } from '../../domain/bank-exception/decider.ts';
import type {
  BankExceptionCommand,
  BankExceptionEvent,
  BankExceptionOpened,
} from '../../domain/bank-exception/events.ts';
import { fold } from '../../domain/decider.ts';
import { bankExceptionSamples } from '../golden/event-samples-of-bank-exceptions.ts';

const [OF_PAYMENT, OF_NOBODY] = bankExceptionSamples.BankExceptionOpened as readonly [
  BankExceptionOpened['data'],
  BankExceptionOpened['data'],
];

const citra = {
  by: { id: 'citra', office: 'BPKAD', act: 'ingest-bank-answer', letter: 'SK 1' },
  now: '2026-06-09T02:00:00.000Z',
  origin: 'live',
} as const;

const after = (opened: BankExceptionOpened['data'], ...commands: readonly BankExceptionCommand[]) =>
  commands.reduce<{ past: readonly BankExceptionEvent[]; last: unknown }>(
    ({ past }, command) => {
      const last = bankExceptionDecider.decide(command, fold(bankExceptionDecider, past), citra);
      return { past: 'accepted' in last ? [...past, ...last.accepted] : past, last };
    },
    { past: [{ type: 'BankExceptionOpened', data: opened }], last: null },
  );

const resolve = (
  result: Extract<BankExceptionCommand, { type: 'ResolveBankException' }>['data']['result'],
  paymentStage: 'DISPUTED' | 'ANSWER_UNKNOWN' | 'SETTLED' | null = null,
  reason = 'surat bank 12',
): BankExceptionCommand => ({
  type: 'ResolveBankException',
  data: { result, reason, paymentStage },
});
const assign = (assignee: string, mayClear: boolean): BankExceptionCommand => ({
  type: 'AssignBankException',
  data: { assignee, reason: 'cuti', mayClear },
});

test('the same line read again opens nothing, not even after it was resolved', () => {
  const again = { type: 'OpenBankException', data: { ...OF_PAYMENT, ownerId: 'other' } } as const;
  expect(after(OF_PAYMENT, again).past).toHaveLength(1);
  expect(after(OF_PAYMENT, resolve('BANK_CORRECTED', 'SETTLED'), again).past).toHaveLength(2);
});

test('nobody ends it while its payment is in doubt, or without a reason', () => {
  for (const stage of ['DISPUTED', 'ANSWER_UNKNOWN'] as const)
    expect(after(OF_PAYMENT, resolve('BANK_CORRECTED', stage)).last).toMatchObject({
      refused: { code: 'PaymentStillInDoubt' },
    });
  expect(after(OF_PAYMENT, resolve('BANK_CORRECTED', 'SETTLED', ' ')).last).toMatchObject({
    refused: { code: 'ReasonMissing' },
  });
  expect(after(OF_PAYMENT, resolve('PAYMENT_CLEARED', 'SETTLED')).past.at(-1)).toMatchObject({
    data: { resolvedBy: ['citra'] },
  });
});

test('the end fits what it was: not ours only without a payment, cleared only with one', () => {
  const wrong = [
    [OF_PAYMENT, 'NOT_OURS'],
    [OF_PAYMENT, 'LINE_CAME'],
    [OF_NOBODY, 'PAYMENT_CLEARED'],
  ] as const;
  for (const [opened, result] of wrong)
    expect(after(opened, resolve(result)).last).toMatchObject({
      refused: { code: 'ResultDoesNotFit' },
    });
  expect(after(OF_NOBODY, resolve('NOT_OURS')).past).toHaveLength(2);
});

test('it passes only to somebody who may clear it, and not once it has ended', () => {
  expect(after(OF_NOBODY, assign('eko', false)).last).toMatchObject({
    refused: { code: 'AssigneeCannotClear' },
  });
  expect(after(OF_NOBODY, assign('keuangan-1', true)).last).toMatchObject({
    refused: { code: 'ExceptionAlreadyTheirs' },
  });
  const passed = after(OF_NOBODY, assign('dewi', true));
  expect(fold(bankExceptionDecider, passed.past).ownerId).toBe('dewi');
  expect(after(OF_NOBODY, resolve('NOT_OURS'), assign('dewi', true)).last).toMatchObject({
    refused: { code: 'ExceptionResolved' },
  });
});
