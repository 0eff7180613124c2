// A refusal or a failure over HTTP: its status, and RFC 9457 for programs, in both languages.
import type { Answer } from '../../domain/command.ts';
import { storeFailure } from '../../infra/database/store-failure.ts';
import { isFailure } from '../../infra/failure.ts';
import type { Text } from '../copy/text.ts';

export type Refused = Extract<Answer, { status: 'refused' }>;

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 422 | 428 | 429 | 500 | 503;

export type Problem = {
  readonly status: ProblemStatus;
  /** From the list of refusals, or of failures of the house. */
  readonly code: string;
  readonly facts: Refused['facts'];
  readonly text: { readonly id: string; readonly en: string };
};

export const problemOf = (
  status: ProblemStatus,
  code: string,
  [id, en]: Text,
  facts: Refused['facts'] = {},
): Problem => ({ status, code, facts, text: { id, en } });

/** Broken infrastructure with words of our own; undefined: a bug. */
export const problemOfFailure = (error: unknown): Problem | undefined => {
  const failure = isFailure(error) ? error : storeFailure(error);
  if (!isFailure(error) && !failure.retryable) return undefined;
  const { code, retryable, sentence } = failure;
  return { status: retryable ? 503 : 500, code, facts: {}, text: sentence };
};

/** RFC 9457; `title` and `detail` are Bahasa Indonesia, `text` has both. */
export const problemJson = (problem: Problem, request: string) => ({
  type: `urn:lindung:problem:${problem.code}`,
  title: problem.code,
  status: problem.status,
  detail: problem.text.id,
  code: problem.code,
  facts: problem.facts,
  text: problem.text,
  request,
});
