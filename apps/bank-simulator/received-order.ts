// How the bank reads a pain.001: by its own code, so that our renderer is not its own witness.
import type { XmlElement } from '../../infra/bank/xml.ts';
import { childrenOf, onlyAt, readXml, textAt } from '../../infra/bank/xml.ts';

export type ReceivedPayment = {
  readonly endToEndId: string;
  readonly amountIdr: bigint;
  readonly account: string;
};

export type ReceivedOrder = {
  readonly messageId: string;
  readonly groupId: string;
  readonly executionDate: string;
  readonly debtorAccount: string;
  readonly payments: readonly ReceivedPayment[];
  readonly sumIdr: bigint;
};

export type ReadOrder =
  | { readonly status: 'read'; readonly order: ReceivedOrder }
  | { readonly status: 'refused'; readonly messageId: string; readonly reasonCode: string };

const bytesMax = 64 * 1024 * 1024;

/** Rupiah without sen, or -1 for what is none. */
const amountIn = (text: string | undefined): bigint =>
  text !== undefined && /^\d{1,16}(?:\.0{1,2})?$/.test(text)
    ? BigInt(text.replace(/\..*$/, ''))
    : -1n;

const paymentIn = (transaction: XmlElement): ReceivedPayment => {
  const amount = onlyAt(transaction, 'Amt', 'InstdAmt');
  const isRupiah = amount?.attributes.get('Ccy') === 'IDR';
  return {
    endToEndId: textAt(transaction, 'PmtId', 'EndToEndId') ?? '',
    amountIdr: isRupiah ? amountIn(amount.text) : -1n,
    account: textAt(transaction, 'CdtrAcct', 'Id', 'Othr', 'Id') ?? '',
  };
};

const orderIn = (message: XmlElement): ReceivedOrder => {
  const group = onlyAt(message, 'PmtInf');
  const payments = childrenOf(group, 'CdtTrfTxInf').map(paymentIn);
  return {
    messageId: textAt(message, 'GrpHdr', 'MsgId') ?? '',
    groupId: textAt(group, 'PmtInfId') ?? '',
    executionDate: textAt(group, 'ReqdExctnDt', 'Dt') ?? '',
    debtorAccount: textAt(group, 'DbtrAcct', 'Id', 'Othr', 'Id') ?? '',
    payments,
    sumIdr: payments.reduce((sum, { amountIdr }) => sum + amountIdr, 0n),
  };
};

/** ISO reason for refusing the whole file; `undefined` when it is in order. */
const faultIn = (message: XmlElement, order: ReceivedOrder): string | undefined => {
  const { executionDate, groupId, messageId, payments } = order;
  if (messageId === '' || groupId === '' || order.debtorAccount === '') return 'FF01';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(executionDate)) return 'DT01';
  if (payments.some(({ amountIdr }) => amountIdr <= 0n)) return 'AM12';
  if (payments.some(({ endToEndId }) => endToEndId === '' || endToEndId.length > 35)) return 'FF01';
  const header = onlyAt(message, 'GrpHdr');
  if (textAt(header, 'NbOfTxs') !== String(payments.length)) return 'AM18';
  return amountIn(textAt(header, 'CtrlSum')) === order.sumIdr ? undefined : 'AM10';
};

export const readOrder = (bytes: Uint8Array): ReadOrder => {
  const xml = readXml(bytes, bytesMax);
  const message = xml.status === 'read' ? onlyAt(xml.root, 'CstmrCdtTrfInitn') : undefined;
  if (message === undefined) return { status: 'refused', messageId: '', reasonCode: 'FF01' };
  const order = orderIn(message);
  const reasonCode = faultIn(message, order);
  return reasonCode === undefined
    ? { status: 'read', order }
    : { status: 'refused', messageId: order.messageId, reasonCode };
};
