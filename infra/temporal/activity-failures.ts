// Turns a thrown failure into Temporal's form once: its code as type, and whether a retry can help.
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import { isFailure } from '../failure.ts';

type Told = { readonly code: string; readonly retryable: boolean; readonly message: string };

const toldBy = (error: unknown): Told | undefined => {
  if (isFailure(error)) return error;
  if (!(error instanceof Error) || !('code' in error) || !('nonRetryable' in error))
    return undefined;
  const { code, message, nonRetryable } = error;
  return typeof code === 'string' ? { code, message, retryable: nonRetryable !== true } : undefined;
};

const asTemporal = (error: unknown): unknown => {
  if (error instanceof ApplicationFailure) return error;
  const told = toldBy(error);
  if (told === undefined) return error;
  const { code, retryable, message } = told;
  // No cause: what a database says about a row may name a person.
  return ApplicationFailure.create({
    type: code,
    message,
    nonRetryable: !retryable,
    ...(code.startsWith('Infra.') ? { category: 'BENIGN' as const } : {}),
  });
};

export const mapFailures: ActivityInboundCallsInterceptor = {
  async execute(input, next) {
    try {
      return await next(input);
    } catch (error) {
      throw asTemporal(error);
    }
  },
};
