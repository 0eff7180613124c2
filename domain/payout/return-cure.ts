// What cures a payment that came back: by the bank's code the cause, the papers and the last day.
import { addWorkingDays, type HolidayCalendar, type LocalDate } from '../calendar.ts';

export const CURE_PAPERS = [
  'ACCOUNT_BOOK',
  'PAYEE_ID',
  'BANK_LETTER',
  'HEIR_STATEMENT',
  'DEATH_CERTIFICATE',
  'TREASURY_RETURN_NOTE',
] as const;
export type CurePaper = (typeof CURE_PAPERS)[number];

export const RETURN_CAUSES = [
  'ACCOUNT_WRONG',
  'ACCOUNT_CLOSED',
  'ACCOUNT_BLOCKED',
  'NAME_DIFFERS',
  'PAYEE_DIED',
  'BANK_WRONG',
  'FUNDS_SHORT',
  'NOT_SAID',
] as const;
export type ReturnCause = (typeof RETURN_CAUSES)[number];

/** Reason codes of ISO 20022 as banks of the region use them; another code has no cause of its own. */
const CAUSE_OF: Readonly<Record<string, ReturnCause>> = {
  ...{ AC01: 'ACCOUNT_WRONG', AC02: 'ACCOUNT_WRONG', AC03: 'ACCOUNT_WRONG' },
  ...{ AC04: 'ACCOUNT_CLOSED', AC05: 'ACCOUNT_CLOSED', AC07: 'ACCOUNT_CLOSED' },
  ...{ AC06: 'ACCOUNT_BLOCKED', AG01: 'ACCOUNT_BLOCKED' },
  ...{ BE01: 'NAME_DIFFERS', BE04: 'NAME_DIFFERS', AC13: 'NAME_DIFFERS' },
  ...{ MD07: 'PAYEE_DIED', AM04: 'FUNDS_SHORT' },
  ...{ RC01: 'BANK_WRONG', RC03: 'BANK_WRONG', RC04: 'BANK_WRONG', AGNT: 'BANK_WRONG' },
};

type Cure = { readonly papers: readonly CurePaper[]; readonly workingDays: number };

/**
 * Papers and days of the office (confidence K; no rule sets them): data that an office edits here.
 * Days count from the return to the last one on which the account is put right or the money held.
 */
const CURES: Readonly<Record<ReturnCause, Cure>> = {
  ACCOUNT_WRONG: { papers: ['ACCOUNT_BOOK', 'PAYEE_ID'], workingDays: 5 },
  ACCOUNT_CLOSED: { papers: ['ACCOUNT_BOOK', 'PAYEE_ID'], workingDays: 5 },
  ACCOUNT_BLOCKED: { papers: ['BANK_LETTER', 'ACCOUNT_BOOK'], workingDays: 10 },
  NAME_DIFFERS: { papers: ['ACCOUNT_BOOK', 'PAYEE_ID', 'BANK_LETTER'], workingDays: 5 },
  PAYEE_DIED: { papers: ['DEATH_CERTIFICATE', 'HEIR_STATEMENT', 'ACCOUNT_BOOK'], workingDays: 14 },
  BANK_WRONG: { papers: ['ACCOUNT_BOOK'], workingDays: 5 },
  FUNDS_SHORT: { papers: ['TREASURY_RETURN_NOTE'], workingDays: 3 },
  NOT_SAID: { papers: ['BANK_LETTER'], workingDays: 3 },
};

export type ReturnCure = {
  readonly cause: ReturnCause;
  readonly papers: readonly CurePaper[];
  readonly dueOn: LocalDate;
};

export const cureOf = (
  reasonCode: string | null,
  cameBackOn: LocalDate,
  calendar: HolidayCalendar,
): ReturnCure => {
  const cause = CAUSE_OF[reasonCode ?? ''] ?? 'NOT_SAID';
  const { papers, workingDays } = CURES[cause];
  return { cause, papers, dueOn: addWorkingDays(cameBackOn, workingDays, calendar) };
};
