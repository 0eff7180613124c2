// One line of the bank on its way: as read from the file, and what became of it on its payable.
import type { RupiahText } from '../domain/money.ts';
import type { AnswerFile, AnswerKind, AnswerProblem, ReadAnswer } from '../infra/bank/bank-port.ts';
import type { Acting } from './append-decision.ts';
import type { Member } from './run-members.ts';

export type HeardAnswer = {
  readonly runId: string;
  readonly kind: AnswerKind;
  readonly amountIdr: RupiahText;
};

export type Line = {
  readonly ordinal: number;
  readonly kind: AnswerKind;
  readonly endToEndId: string;
  /** Null: a status report about the instruction as a whole. */
  readonly amountIdr: bigint | null;
  readonly bankReference: string;
  readonly reasonCode: string | null;
  readonly bookedOn: string | null;
};

export type ReadFile = Extract<AnswerFile, { status: 'read' }>;

export const lineOf = (answer: ReadAnswer): Line => ({
  ordinal: answer.ordinal,
  kind: answer.kind,
  endToEndId: answer.endToEndId,
  amountIdr: answer.amountIdr ?? null,
  bankReference: answer.bankReference,
  reasonCode: answer.reasonCode ?? null,
  bookedOn: answer.bookedOn ?? null,
});

export const amountOf = ({ amountText }: AnswerProblem): bigint | null =>
  amountText !== undefined && /^\d+$/.test(amountText) ? BigInt(amountText) : null;

/** A second line about one payment may be a second booking: its payable must judge, not the file. */
export const repeatedLine = (problem: AnswerProblem): Line | undefined => {
  const { code, kind, endToEndId, ordinal } = problem;
  if (code !== 'RepeatedInFile' || kind === undefined || endToEndId === undefined) return undefined;
  return {
    ordinal,
    kind,
    endToEndId,
    amountIdr: amountOf(problem),
    bankReference: problem.bankReference ?? '',
    reasonCode: problem.reasonCode ?? null,
    bookedOn: problem.bookedOn ?? null,
  };
};

export type Taking = {
  readonly acting: Acting;
  readonly correlationId: string;
  readonly fileSha256: string;
};

export type Taken = {
  readonly line: Line;
  readonly runId: string | undefined;
  readonly problem: string | undefined;
  readonly heard?: HeardAnswer;
  /** Whose payment it is, as it stands after the line. */
  readonly member?: Member;
};
