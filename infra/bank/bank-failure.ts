// A failure of the bank folder or of our own rendering: thrown, with a code and two sentences.

export type BankFailureCode =
  | 'bank.same-name-other-bytes'
  | 'bank.name-not-allowed'
  | 'bank.answer-too-large'
  | 'bank.answer-changed'
  | 'bank.rendered-differs'
  | 'bank.folder-unusable';

export type BankFailure = Error & {
  readonly code: BankFailureCode;
  readonly sentence: { readonly id: string; readonly en: string };
  /** None of them heals by trying again. */
  readonly nonRetryable: true;
};

export const bankFailure = (
  code: BankFailureCode,
  sentence: { readonly id: string; readonly en: string },
  cause?: unknown,
): BankFailure =>
  Object.assign(new Error(sentence.en, { cause }), { code, sentence, nonRetryable: true as const });
