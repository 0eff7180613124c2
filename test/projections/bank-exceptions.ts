// Bank exceptions for projection tests: one open, one passed on and resolved.
import type { BankExceptionEvent } from '../../domain/bank-exception/events.ts';
import { bankExceptionSamples as samples } from '../golden/event-samples-of-bank-exceptions.ts';
import type { Fact } from './history.ts';

const WHO = {
  at: '2024-06-02T02:00:00Z',
  by: 'citra',
  act: 'ingest-bank-answer',
  office: 'BPKAD',
} as const;

const fact = (type: BankExceptionEvent['type'], exceptionId: string): Fact => {
  const [data] = samples[type];
  const event = { type, data: { ...data, exceptionId } } as BankExceptionEvent;
  return { category: 'bank_exception', streamId: exceptionId, event, ...WHO };
};

export const exceptionFacts: readonly Fact[] = [
  fact('BankExceptionOpened', 'exception-1'),
  fact('BankExceptionOpened', 'exception-2'),
  fact('BankExceptionAssigned', 'exception-2'),
  fact('BankExceptionResolved', 'exception-2'),
];
