// A refusal or a failure over HTTP: its status, and RFC 9457 for programs, in both languages.
import type { Answer } from '../../domain/command.ts';
import { storeFailure } from '../../infra/database/store-failure.ts';
import { isFailure } from '../../infra/failure.ts';
import { refusalText } from '../copy/catalogue.ts';
import type { Text } from '../copy/text.ts';

export type Refused = Extract<Answer, { status: 'refused' }>;

export type ProblemStatus =
  | 400
  | 401
  | 403
  | 404
  | 409
  | 412
  | 413
  | 415
  | 422
  | 428
  | 429
  | 500
  | 503;

export type Problem = {
  readonly status: ProblemStatus;
  /** From the list of refusals, or of failures of the house. */
  readonly code: string;
  readonly facts: Refused['facts'];
  readonly text: { readonly id: string; readonly en: string };
};

const STATUS: Readonly<Record<string, ProblemStatus>> = {
  ActNotHeld: 403,
  ActorUnknown: 403,
  ChangedMeanwhile: 412,
  CommandIdReused: 422,
  CommandMalformed: 422,
  FreeTextNamesAPerson: 422,
};

/** What is refused by the state of the thing is a conflict; what names nothing is not found. */
export const statusOfRefusal = (code: string): ProblemStatus =>
  STATUS[code] ?? (code.endsWith('NotFound') ? 404 : 409);

export const problemOfRefusal = (refused: Refused): Problem => ({
  status: statusOfRefusal(refused.code),
  code: refused.code,
  facts: refused.facts,
  text: { id: refusalText(refused, 'id'), en: refusalText(refused, 'en') },
});

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
