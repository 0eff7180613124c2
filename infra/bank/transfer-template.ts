// A bank that takes a table instead of pain.001: its columns as data, written and read back.
import { createHash } from 'node:crypto';
import { bankFailure } from './bank-failure.ts';
import type {
  BankProfile,
  PaymentFile,
  PaymentInstruction,
  PaymentOrder,
  RenderOutcome,
  TransferField,
  TransferTemplate,
} from './bank-port.ts';
import { nameCharsMax, remittanceCharsMax } from './bank-port.ts';
import { railNameFor } from './bank-profiles.ts';
import { toBankText } from './bank-text.ts';
import { readIdr, writeIdr } from './idr-amount.ts';
import { plainAccount, problemsOf, warningsOf } from './payment-checks.ts';
import { FILE_ENDS, readTable, writeTable } from './transfer-forms.ts';

/** Codes of the switching network (domain rules §6.2; confidence of each stands there). */
const ONLINE_CODES: ReadonlyMap<string, string> = new Map([
  ['PDKTIDJ1', '124'],
  ['PDKSIDJ1', '122'],
  ['BRINIDJA', '002'],
  ['BNINIDJA', '009'],
  ['BMRIIDJA', '008'],
  ['BSMDIDJA', '451'],
  ['BTANIDJA', '200'],
  ['CENAIDJA', '014'],
]);

type Row = { readonly number: number; readonly instruction: PaymentInstruction };
type Bound = { readonly profile: BankProfile; readonly template: TransferTemplate };

const cellOf = (field: TransferField, { number, instruction }: Row, { profile }: Bound): string => {
  const { amountIdr, creditorAccount, creditorBic, creditorName, endToEndId } = instruction;
  switch (field) {
    case 'NUMBER':
      return String(number);
    case 'ACCOUNT':
      return plainAccount(creditorAccount);
    case 'NAME':
      return toBankText(creditorName, nameCharsMax);
    case 'BIC':
      return creditorBic;
    // A bank without a code of its own is named by its BIC: never by a guess.
    case 'BANK_CODE':
      return ONLINE_CODES.get(creditorBic.slice(0, 8)) ?? creditorBic;
    case 'AMOUNT':
      return writeIdr(amountIdr, profile.amountStyle);
    case 'RAIL':
      return railNameFor(profile, amountIdr) ?? '';
    case 'REMITTANCE':
      return toBankText(instruction.remittance, remittanceCharsMax);
    case 'PAYMENT_ID':
      return endToEndId;
  }
};

type Table = readonly (readonly string[])[];

const tableOf = (order: PaymentOrder, bound: Bound): Table =>
  order.instructions.map((instruction, index) =>
    bound.template.columns.map(({ field }) =>
      cellOf(field, { number: index + 1, instruction }, bound),
    ),
  );

/** A cut account or sum is another one: the file is refused, not shortened. */
const tooLong = (order: PaymentOrder, { template }: Bound, rows: Table) =>
  template.form !== 'fixed-width'
    ? []
    : order.instructions.flatMap(({ endToEndId }, at) => {
        const fits = template.columns.every(
          ({ width, shorten }, place) =>
            shorten === true || (rows[at]?.[place] ?? '').length <= width,
        );
        return fits ? [] : [{ code: 'TooLongForTemplate' as const, endToEndId }];
      });

export type TransferLine = {
  readonly endToEndId: string;
  readonly amountIdr: bigint;
  readonly account: string;
};

/** Undefined where the file is not one of this template. */
export const readTransferFile = (
  bytes: Uint8Array,
  template: TransferTemplate,
): readonly TransferLine[] | undefined => {
  const place = (wanted: TransferField): number =>
    template.columns.findIndex(({ field }) => field === wanted);
  return readTable(bytes, template)?.map((cells) => {
    const amount = readIdr(cells[place('AMOUNT')] ?? '');
    return {
      endToEndId: cells[place('PAYMENT_ID')] ?? '',
      amountIdr: amount.status === 'read' ? amount.amountIdr : -1n,
      account: cells[place('ACCOUNT')] ?? '',
    };
  });
};

/** The pair of the checks before rendering: what the bank will read is what was released. */
const assertSameTransfers = (bytes: Uint8Array, order: PaymentOrder, { template }: Bound): void => {
  const lines = readTransferFile(bytes, template) ?? [];
  const isSame =
    lines.length === order.instructions.length &&
    order.instructions.every(({ endToEndId, amountIdr, creditorAccount }, at) => {
      const line = lines[at];
      return (
        line?.endToEndId === endToEndId &&
        line.amountIdr === amountIdr &&
        line.account === plainAccount(creditorAccount)
      );
    });
  if (isSame) return;
  throw bankFailure('bank.rendered-differs', {
    id: 'Berkas transfer tidak sama dengan perintahnya; berkas tidak diserahkan.',
    en: 'The transfer file differs from its order; it was not handed over.',
  });
};

/** Deterministic: the same order and profile give the same bytes, so a retry changes nothing. */
export const renderTransferFile = (order: PaymentOrder, bound: Bound): RenderOutcome => {
  const problems = problemsOf(order, bound.profile);
  if (problems.length > 0) return { status: 'refused', problems };
  const rows = tableOf(order, bound);
  const unfit = tooLong(order, bound, rows);
  if (unfit.length > 0) return { status: 'refused', problems: unfit };
  const bytes = writeTable(bound.template, rows);
  assertSameTransfers(bytes, order, bound);
  const file: PaymentFile = {
    ...{ messageId: order.messageId, createdAt: order.createdAt },
    name: `${order.messageId}.${FILE_ENDS[bound.template.form]}`,
    ...{ bytes, sha256: createHash('sha256').update(bytes).digest('hex') },
    count: order.instructions.length,
    sumIdr: order.instructions.reduce((sum, { amountIdr }) => sum + amountIdr, 0n),
  };
  return { status: 'rendered', file, warnings: order.instructions.flatMap(warningsOf) };
};
