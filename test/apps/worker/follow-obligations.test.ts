// Which failed deliveries wait for a server that is away, and which are answers about the event.
import { expect, test } from 'vitest';
import { isTransient } from '../../../apps/worker/follow-obligations.ts';
import { failure } from '../../../infra/failure.ts';

const grpc = (code: number): Error =>
  Object.assign(new Error('of gRPC'), { code, details: '', metadata: {} });
const wrapped = (cause: unknown): Error =>
  Object.assign(new Error('of the client', { cause }), { name: 'ServiceError' });

test('a server that is away is waited for, an answer about the request is not', () => {
  for (const code of [1, 2, 4, 8, 10, 13, 14]) {
    expect(isTransient(grpc(code)), `${code}`).toBe(true);
    expect(isTransient(wrapped(grpc(code))), `${code}`).toBe(true);
  }
  // Invalid argument, not found, permission denied, failed precondition, unauthenticated.
  for (const code of [3, 5, 7, 9, 16]) {
    expect(isTransient(grpc(code)), `${code}`).toBe(false);
    expect(isTransient(wrapped(grpc(code))), `${code}`).toBe(false);
  }
  expect(isTransient(wrapped(undefined))).toBe(true);
});

test('a failure of ours says it itself', () => {
  const of = (retryable: boolean) =>
    failure({ code: 'Infra.X', retryable, sentence: { id: 'x', en: 'x' } });
  expect(isTransient(of(true))).toBe(true);
  expect(isTransient(of(false))).toBe(false);
});
