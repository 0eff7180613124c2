// What does not fit with the bank: each with its owner and age, under what needs a person.
import { daysBetween, officeDay } from '../../../../domain/calendar.ts';
import type { BankExceptionRow } from '../../../../projections/bank-exceptions/exception-row.ts';
import { listBankExceptions } from '../../../../projections/bank-exceptions.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { exceptionKinds, exceptionPhrases as words } from '../../../copy/exception-phrases.ts';
import { formatRupiah, type Language } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { officersNamed } from '../../cases/officers.ts';
import type { Visit } from '../../house.ts';
import { Table } from '../../parts/data-parts.tsx';
import type { Html } from '../../screen.ts';
import { payablePath } from './payment-parts.tsx';
import { paymentsPhrases as phrases } from './payments-phrases.ts';
import type { Purses } from './purses.ts';

const SHOWN_MAX = 50;

export type ExceptionsShown = {
  readonly rows: readonly BankExceptionRow[];
  readonly nameOf: (actorId: string) => string;
  readonly now: string;
};

/** The oldest first: of the purses that this person may see, and of lines that name no purse. */
export const openExceptionsOf = async (
  { desk }: Visit,
  purses: Purses,
): Promise<ExceptionsShown> => {
  const { rows } = await listBankExceptions(desk.db, {
    ...{ stage: 'EXCEPTION_OPEN', payerIds: [...purses.keys()], limit: SHOWN_MAX },
  });
  const nameOf = await officersNamed(
    desk,
    rows.map(({ ownerId }) => ownerId),
  );
  return { rows, nameOf, now: desk.now() };
};

const amountCell = ({ amountIdr, expectedIdr }: BankExceptionRow, language: Language): string => {
  const amount = amountIdr === null ? '-' : formatRupiah(amountIdr, language);
  if (expectedIdr === null || expectedIdr === amountIdr) return amount;
  return say(language, words.differs, { amount, expected: formatRupiah(expectedIdr, language) });
};

export const ExceptionTable = ({
  shown,
  language,
}: {
  shown: ExceptionsShown;
  language: Language;
}): Html => {
  const { rows, nameOf, now } = shown;
  const heads = [
    ...[phrases.colMisfit, phrases.colOwner, phrases.colAge, phrases.colTrace],
    phrases.colPayable,
  ];
  return (
    <Table
      caption={say(language, phrases.exceptions)}
      columns={[
        ...heads.map((head) => ({ head: say(language, head) })),
        { head: say(language, phrases.colSum), isNumber: true },
      ]}
      rows={rows.map((row) => [
        wordOf(exceptionKinds, row.kind, language),
        nameOf(row.ownerId),
        say(language, words.days, { days: daysBetween(officeDay(row.openedAt), officeDay(now)) }),
        <code>{row.lineReference || row.bankReference || '-'}</code>,
        row.payableId === null ? (
          '-'
        ) : (
          <a href={payablePath(row.payableId)}>{say(language, phrases.openPayable)}</a>
        ),
        amountCell(row, language),
      ])}
      empty={say(language, phrases.exceptionsNone)}
    />
  );
};
