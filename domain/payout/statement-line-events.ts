// What is recorded when persons read a statement of a bank that sends no files.
import type { LocalDate } from '../calendar.ts';
import type { RupiahText } from '../money.ts';

export const LINE_KINDS = ['settled', 'returned'] as const;
/** What a line of a statement on paper can say. */
export type LineKind = (typeof LINE_KINDS)[number];

/** What one person read; it moves no money state until a second one has read the same. */
export type StatementLineRead = {
  readonly type: 'StatementLineRead';
  readonly data: {
    readonly payableId: string;
    readonly endToEndId: string;
    readonly kind: LineKind;
    readonly amountIdr: RupiahText;
    readonly bankReference: string;
    readonly bookedOn: LocalDate;
    /** The statement as it was kept. */
    readonly evidenceSha256: string;
    readonly readBy: readonly string[];
  };
};

export type StatementLineConfirmed = {
  readonly type: 'StatementLineConfirmed';
  readonly data: {
    readonly payableId: string;
    readonly endToEndId: string;
    readonly confirmedBy: readonly string[];
  };
};

export type StatementLineCommand =
  | {
      readonly type: 'ReadStatementLine';
      readonly data: Omit<StatementLineRead['data'], 'payableId' | 'readBy'>;
    }
  | {
      readonly type: 'ConfirmStatementLine';
      /** As the second person reads the line, without looking at what the first one read. */
      readonly data: {
        /** Whether money went out or came back: read wrong, what was paid would be owed again. */
        readonly kind: LineKind;
        readonly amountIdr: RupiahText;
        readonly bookedOn: LocalDate;
        /** Collected, never believed: who assembled or released a run with this payable. */
        readonly runPersons?: readonly string[];
      };
    };

export type LineRead = StatementLineRead['data'] & { readonly confirmed: boolean };
