// The port to the paying bank: what we instruct, the file we hand over, what the bank answers.

export type Rail = 'BI_FAST' | 'SKNBI' | 'RTGS';

/** One limit of one rail; `codeAtBank` is what the bank wants to read in the file. */
export type RailRule = {
  readonly rail: Rail;
  readonly codeAtBank: string;
  /** The rail takes only amounts above this one. */
  readonly aboveIdr?: bigint;
  /** The rail takes amounts up to and including this one. */
  readonly upToIdr?: bigint;
};

/** How one bank wants its files; limits are data because banks set them lower than the rails. */
export type BankProfile = {
  readonly code: string;
  readonly bic: string;
  readonly name: string;
  readonly amountStyle: 'whole' | 'two-decimals';
  /** In order of preference: the first rail that takes the amount carries it. */
  readonly rails: readonly RailRule[];
  readonly transactionsMax: number;
  /** A bank that takes a table of its own form; absent: pain.001.001.09. */
  readonly template?: TransferTemplate;
};

export type TransferField =
  | 'NUMBER'
  | 'ACCOUNT'
  | 'NAME'
  | 'BIC'
  | 'BANK_CODE'
  | 'AMOUNT'
  | 'RAIL'
  | 'REMITTANCE'
  | 'PAYMENT_ID';

export type TransferColumn = { readonly header: string; readonly field: TransferField };

/** A place of fixed width in a line; what does not fit refuses the file, it is never cut. */
export type FixedColumn = {
  readonly field: TransferField;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly fill: ' ' | '0';
  /** Texts that the bank itself cuts: a longer name or message loses its end. */
  readonly shorten?: true;
};

/** The columns of a bank's own table, in its order and under its names. */
export type TransferTemplate =
  | {
      readonly form: 'csv';
      readonly delimiter: ',' | ';' | '|';
      readonly columns: readonly TransferColumn[];
    }
  | { readonly form: 'xlsx'; readonly sheet: string; readonly columns: readonly TransferColumn[] }
  | { readonly form: 'fixed-width'; readonly columns: readonly FixedColumn[] };

export type PaymentInstruction = {
  /** The idempotency key at the bank: at most 35 characters of the bank's charset, no person. */
  readonly endToEndId: string;
  readonly amountIdr: bigint;
  readonly creditorName: string;
  readonly creditorAccount: string;
  readonly creditorBic: string;
  /** At most 140 characters, without NIK and without diagnosis. */
  readonly remittance: string;
};

export type FundingAccount = {
  readonly name: string;
  readonly account: string;
  readonly bic: string;
};

/** Everything that goes into one file: one payer, one funding account, one run. */
export type PaymentOrder = {
  /** `A–Z 0–9 -`, at most 35: it also names the file and the bank's answers. */
  readonly messageId: string;
  /** ISO instant in UTC. */
  readonly createdAt: string;
  /** ISO date on which the bank shall pay. */
  readonly executionDate: string;
  readonly debtor: FundingAccount;
  readonly instructions: readonly PaymentInstruction[];
};

export type PaymentFile = {
  readonly name: string;
  readonly messageId: string;
  readonly createdAt: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly count: number;
  readonly sumIdr: bigint;
};

export type PaymentProblemCode =
  | 'MessageIdInvalid'
  | 'CreatedAtInvalid'
  | 'ExecutionDateInvalid'
  | 'FundingAccountInvalid'
  | 'NoInstructions'
  | 'TooManyInstructions'
  | 'EndToEndIdInvalid'
  | 'EndToEndIdRepeated'
  | 'AmountNotPositive'
  | 'AmountAboveEveryRail'
  | 'NameUnreadable'
  | 'AccountInvalid'
  | 'BicInvalid'
  | 'RemittanceHoldsNik'
  | 'TooLongForTemplate';

/** Not refused, but worth a look before release. */
export type PaymentWarningCode =
  | 'AccountLengthUnusual'
  | 'NameShortened'
  | 'NameHoldsUnknownLetters';

/** Without `endToEndId` the problem is the file's, not one instruction's. */
export type PaymentProblem = { readonly code: PaymentProblemCode; readonly endToEndId?: string };
export type PaymentWarning = { readonly code: PaymentWarningCode; readonly endToEndId: string };

export type RenderOutcome =
  | {
      readonly status: 'rendered';
      readonly file: PaymentFile;
      readonly warnings: readonly PaymentWarning[];
    }
  | { readonly status: 'refused'; readonly problems: readonly PaymentProblem[] };

export type AnswerKind = 'accepted' | 'rejected' | 'settled' | 'returned';

/** One line of the bank about one of our payments, already compared with what we instructed. */
export type BankAnswer = {
  readonly kind: AnswerKind;
  readonly endToEndId: string;
  readonly amountIdr: bigint;
  readonly bankReference: string;
  readonly reasonCode?: string;
  /** The bank's own booking date (ISO), for money that moved. */
  readonly bookedOn?: string;
};

/** As read from the file; a status report need not repeat the amount. */
export type ReadAnswer = Omit<BankAnswer, 'amountIdr'> & {
  readonly ordinal: number;
  readonly amountIdr?: bigint;
};

export type AnswerProblemCode =
  | 'NoEndToEndId'
  | 'UnknownStatus'
  | 'StatusNotFinal'
  | 'RejectedAsAWhole'
  | 'RejectedAsDuplicate'
  | 'AmountMissing'
  | 'AmountUnreadable'
  | 'SenNotZero'
  | 'CurrencyNotIdr'
  | 'NotBooked'
  | 'BookingDateMissing'
  | 'ColumnsShifted'
  | 'CreditWithoutReturn'
  | 'EntrySumDiffers'
  | 'RepeatedInFile'
  | 'ContradictsInFile';

/** A line that a person must look at; it carries all that the bank said, except people. */
export type AnswerProblem = {
  readonly code: AnswerProblemCode;
  /** Which transaction of the file, counted from 1. */
  readonly ordinal: number;
  readonly kind?: AnswerKind;
  readonly endToEndId?: string;
  readonly amountText?: string;
  readonly bankReference?: string;
  readonly reasonCode?: string;
  readonly bookedOn?: string;
};

/** What a status report says about the message, or a payment group in it, as a whole. */
export type AnswerSummary = {
  readonly about: 'message' | 'group';
  readonly id: string;
  readonly status: string;
  readonly reasonCode?: string;
};

/** Versions of ISO 20022 that banks of the region send, old and new. */
export type AnswerFormat =
  | `pain.002.001.${'03' | '10' | '12'}`
  | `camt.05${'3' | '4'}.001.${'02' | '04' | '06' | '08' | '10'}`
  | 'csv';

export type UnreadableCode =
  | 'TooLarge'
  | 'NotUtf8'
  | 'DoctypeRefused'
  | 'NotWellFormed'
  | 'UnknownFormat'
  | 'TooManyLines';

export type AnswerFile =
  | {
      readonly status: 'read';
      readonly format: AnswerFormat;
      readonly messageId: string;
      readonly sha256: string;
      readonly originalMessageId?: string;
      readonly summaries: readonly AnswerSummary[];
      /** Funding accounts that a statement is about. */
      readonly accounts: readonly string[];
      readonly answers: readonly ReadAnswer[];
      readonly problems: readonly AnswerProblem[];
    }
  | { readonly status: 'unreadable'; readonly code: UnreadableCode; readonly detail: string };

/**
 * `already-there`: handed over before, perhaps taken by the bank since. `sent-before`: these payments
 * stand in another file that was handed over, which a restored log may have forgotten.
 */
export type DropOutcome =
  | { readonly status: 'dropped' | 'already-there' | 'withdrawn' }
  | { readonly status: 'sent-before'; readonly endToEndIds: readonly string[] };
export type WithdrawOutcome = { readonly status: 'withdrawn' | 'may-have-left' };

export type InboxListing = {
  /** Oldest first. */
  readonly unread: readonly string[];
  /** Things in the inbox that are no answer file: links, folders, strange names. */
  readonly strangers: readonly string[];
};

export type ReadInboxFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

/** The folder shared with the bank's transfer program. */
export type FileDrop = {
  /**
   * At most once for a name, whatever became of the file since; the same name with other bytes is a
   * failure. No end-to-end id ever leaves in two files.
   */
  drop(file: PaymentFile, endToEndIds: readonly string[]): Promise<DropOutcome>;
  /** Sees to it that a file which was not dropped never will be. */
  withdraw(file: Pick<PaymentFile, 'name' | 'sha256'>): Promise<WithdrawOutcome>;
  listAnswers(): Promise<InboxListing>;
  readAnswer(name: string): Promise<ReadInboxFile>;
  /** Moves an answer out of the inbox once its lines are recorded. */
  markIngested(file: ReadInboxFile): Promise<void>;
  /** Moves what cannot be read out of the inbox, to be kept apart. */
  markRefused(file: ReadInboxFile): Promise<void>;
  /** Takes a payment file out of the outbox once its run is closed; that it was dropped stays known. */
  removePayment(name: string): Promise<void>;
};

export const endToEndIdCharsMax = 35;
export const messageIdCharsMax = 35;
export const nameCharsMax = 140;
export const remittanceCharsMax = 140;
export const transactionsPerFileMax = 10_000;
export const answerBytesMax = 32 * 1024 * 1024;
export const answerLinesMax = 20_000;
