// Broken infrastructure, thrown: a code, whether trying again can help, and a sentence for people.
import type { Sentence } from './local/sentence.ts';

export type Failure = Error & {
  /** E.g. `Infra.StoreAway`, `Pii.KeyShredded`; activities map it to a Temporal failure type. */
  readonly code: string;
  readonly retryable: boolean;
  readonly sentence: Sentence;
};

export const failure = (facts: {
  readonly code: string;
  readonly retryable: boolean;
  readonly sentence: Sentence;
  readonly cause?: unknown;
}): Failure => {
  const { code, retryable, sentence, cause } = facts;
  return Object.assign(new Error(sentence.en, { cause }), { code, retryable, sentence });
};

export const isFailure = (error: unknown): error is Failure =>
  error instanceof Error && 'code' in error && 'retryable' in error && 'sentence' in error;
