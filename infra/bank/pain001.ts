// Renders a payment order as pain.001.001.09, and proves by reading it back that nothing changed.
import { createHash } from 'node:crypto';
import { bankFailure } from './bank-failure.ts';
import type {
  BankProfile,
  PaymentFile,
  PaymentInstruction,
  PaymentOrder,
  RailRule,
  RenderOutcome,
} from './bank-port.ts';
import { nameCharsMax, remittanceCharsMax } from './bank-port.ts';
import { railFor } from './bank-profiles.ts';
import { toBankText } from './bank-text.ts';
import { readIdr, writeIdr } from './idr-amount.ts';
import { plainAccount, problemsOf, warningsOf } from './payment-checks.ts';
import type { XmlElement, XmlNode } from './xml.ts';
import {
  branch,
  childrenOf,
  leaf,
  onlyAt,
  readXml,
  textAt,
  withAttributes,
  writeDocument,
} from './xml.ts';

const format = 'pain.001.001.09';
const renderedBytesMax = 64 * 1024 * 1024;

export const paymentFileName = (messageId: string): string => `${messageId}.pain.001.xml`;

const sumOf = (instructions: readonly PaymentInstruction[]): bigint =>
  instructions.reduce((sum, { amountIdr }) => sum + amountIdr, 0n);

// Indonesia has no IBAN: an account is always `Othr/Id`.
const account = (name: string, number: string): XmlNode =>
  branch(name, branch('Id', branch('Othr', leaf('Id', plainAccount(number)))));

const bankOf = (name: string, bic: string): XmlNode =>
  branch(name, branch('FinInstnId', leaf('BICFI', bic)));

const party = (name: string, partyName: string): XmlNode =>
  branch(name, leaf('Nm', toBankText(partyName, nameCharsMax)));

const ruleFor = (profile: BankProfile, amountIdr: bigint): RailRule => {
  const rule = railFor(profile, amountIdr);
  if (rule === undefined) throw new Error('an amount without a rail passed the checks');
  return rule;
};

const transaction = (instruction: PaymentInstruction, profile: BankProfile): XmlNode => {
  const { amountIdr, endToEndId } = instruction;
  const remittance = toBankText(instruction.remittance, remittanceCharsMax);
  return branch(
    'CdtTrfTxInf',
    branch('PmtId', leaf('EndToEndId', endToEndId)),
    branch('PmtTpInf', branch('LclInstrm', leaf('Prtry', ruleFor(profile, amountIdr).codeAtBank))),
    branch(
      'Amt',
      withAttributes(leaf('InstdAmt', writeIdr(amountIdr, profile.amountStyle)), { Ccy: 'IDR' }),
    ),
    bankOf('CdtrAgt', instruction.creditorBic),
    party('Cdtr', instruction.creditorName),
    account('CdtrAcct', instruction.creditorAccount),
    ...(remittance === '' ? [] : [branch('RmtInf', leaf('Ustrd', remittance))]),
  );
};

const renderBytes = (order: PaymentOrder, profile: BankProfile): Uint8Array => {
  const { debtor, instructions, messageId } = order;
  const count = leaf('NbOfTxs', String(instructions.length));
  const sum = leaf('CtrlSum', writeIdr(sumOf(instructions), profile.amountStyle));
  const header = branch(
    'GrpHdr',
    leaf('MsgId', messageId),
    leaf('CreDtTm', order.createdAt),
    count,
    sum,
    party('InitgPty', debtor.name),
  );
  const payment = branch(
    'PmtInf',
    leaf('PmtInfId', messageId),
    leaf('PmtMtd', 'TRF'),
    // One entry per payment on the statement, so that every heir's money can be matched.
    leaf('BtchBookg', 'false'),
    count,
    sum,
    branch('ReqdExctnDt', leaf('Dt', order.executionDate)),
    party('Dbtr', debtor.name),
    account('DbtrAcct', debtor.account),
    bankOf('DbtrAgt', debtor.bic),
    // The payer bears the fee: an heir receives the whole sum that was determined.
    leaf('ChrgBr', 'DEBT'),
    ...instructions.map((instruction) => transaction(instruction, profile)),
  );
  return writeDocument(format, branch('CstmrCdtTrfInitn', header, payment));
};

const amountAt = (element: XmlElement | undefined, ...path: readonly string[]): bigint => {
  const read = readIdr(textAt(element, ...path) ?? '');
  return read.status === 'read' ? read.amountIdr : -1n;
};

const keyOf = (endToEndId: string, amountIdr: bigint, accountNumber: string): string =>
  `${endToEndId}|${amountIdr}|${accountNumber}`;

const differenceIn = (bytes: Uint8Array, order: PaymentOrder): string | undefined => {
  const read = readXml(bytes, renderedBytesMax);
  if (read.status === 'refused') return read.code;
  const message = onlyAt(read.root, 'CstmrCdtTrfInitn');
  const payment = onlyAt(message, 'PmtInf');
  const transactions = childrenOf(payment, 'CdtTrfTxInf');
  const { instructions } = order;
  for (const place of [onlyAt(message, 'GrpHdr'), payment]) {
    if (textAt(place, 'NbOfTxs') !== String(instructions.length)) return 'count';
    if (amountAt(place, 'CtrlSum') !== sumOf(instructions)) return 'sum';
  }
  if (textAt(message, 'GrpHdr', 'MsgId') !== order.messageId) return 'message id';
  if (transactions.length !== instructions.length) return 'transactions';
  const changed = instructions.findIndex((wanted, index) => {
    const found = transactions[index];
    const written = keyOf(
      textAt(found, 'PmtId', 'EndToEndId') ?? '',
      amountAt(found, 'Amt', 'InstdAmt'),
      textAt(found, 'CdtrAcct', 'Id', 'Othr', 'Id') ?? '',
    );
    const account = plainAccount(wanted.creditorAccount);
    return written !== keyOf(wanted.endToEndId, wanted.amountIdr, account);
  });
  return changed === -1 ? undefined : `transaction ${changed + 1}`;
};

/** The pair of the checks before rendering: what the bank will read is what was released. */
export const assertSamePayments = (bytes: Uint8Array, order: PaymentOrder): void => {
  const difference = differenceIn(bytes, order);
  if (difference === undefined) return;
  throw bankFailure('bank.rendered-differs', {
    id: `Berkas pembayaran tidak sama dengan perintahnya (${difference}); berkas tidak diserahkan.`,
    en: `The payment file differs from its order (${difference}); it was not handed over.`,
  });
};

/** Deterministic: the same order and profile give the same bytes, so a retry changes nothing. */
export const renderPaymentFile = (order: PaymentOrder, profile: BankProfile): RenderOutcome => {
  const problems = problemsOf(order, profile);
  if (problems.length > 0) return { status: 'refused', problems };
  const bytes = renderBytes(order, profile);
  assertSamePayments(bytes, order);
  const file: PaymentFile = {
    name: paymentFileName(order.messageId),
    messageId: order.messageId,
    createdAt: order.createdAt,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    count: order.instructions.length,
    sumIdr: sumOf(order.instructions),
  };
  return { status: 'rendered', file, warnings: order.instructions.flatMap(warningsOf) };
};
