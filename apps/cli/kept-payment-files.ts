// What the files say that were handed to the bank and that came from it, read again from the kept bytes.
import { createHash } from 'node:crypto';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { isLocalDate } from '../../domain/calendar.ts';
import { rupiah, rupiahText } from '../../domain/money.ts';
import type {
  CertificateFacts,
  CertifiedSend,
  KeptFile,
  KeptStatement,
} from '../../domain/payout/certificate.ts';
import { readAnswerFile } from '../../infra/bank/answers.ts';
import { bankProfiles } from '../../infra/bank/bank-profiles.ts';
import { readTransferFile, type TransferLine } from '../../infra/bank/transfer-template.ts';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import { readOrder } from '../bank-simulator/received-order.ts';
import type { Session } from './session.ts';

type Documents = Pick<Session, 'documents'>;

/** Bytes that are no longer what was kept are as good as gone: the caller says so. */
const keptBytes = async (
  { documents }: Documents,
  sha256: string,
): Promise<Uint8Array | undefined> => {
  const bytes = await documents.get(sha256).catch(() => undefined);
  const isSame = bytes && createHash('sha256').update(bytes).digest('hex') === sha256;
  return isSame === true ? bytes : undefined;
};

/** A pain.001, or a table of one of the banks. */
export const paymentsIn = (bytes: Uint8Array): readonly TransferLine[] | undefined => {
  const read = readOrder(bytes);
  if (read.status === 'read') return read.order.payments;
  return bankProfiles
    .flatMap(({ template }) => (template === undefined ? [] : [template]))
    .map((template) => readTransferFile(bytes, template))
    .find((lines) => lines !== undefined);
};

/** Read as a bank reads it, by code that never wrote one. */
const keptFile = async (
  session: Documents,
  runId: string,
  run: readonly StoredEvent[],
): Promise<readonly KeptFile[]> => {
  const prepared = lastOf(run, 'PaymentFilePrepared')?.data;
  if (prepared === undefined) return [];
  const { name, sha256 } = prepared;
  const bytes = await keptBytes(session, sha256);
  const payments = bytes === undefined ? undefined : paymentsIn(bytes);
  const lines =
    payments === undefined
      ? null
      : payments.map(({ endToEndId, amountIdr }, index) => ({
          ...{ line: index + 1, endToEndId, amountIdr: rupiahText(rupiah(amountIdr)) },
        }));
  return [{ runId, name, sha256, lines }];
};

const keptStatement = async (
  session: Documents,
  sha256: string,
  own: ReadonlySet<string>,
): Promise<KeptStatement> => {
  const bytes = await keptBytes(session, sha256);
  const read = bytes && readAnswerFile(bytes);
  if (read?.status !== 'read') return { sha256, format: null, lines: null };
  const lines = read.answers
    .filter(({ endToEndId }) => own.has(endToEndId))
    .map(({ ordinal, endToEndId, kind, amountIdr, bankReference, bookedOn = '' }) => ({
      ...{ line: ordinal, endToEndId, kind, bankReference },
      amountIdr: amountIdr === undefined ? null : rupiahText(rupiah(amountIdr)),
      bookedOn: isLocalDate(bookedOn) ? bookedOn : null,
    }));
  return { sha256, format: read.format, lines };
};

const sendsOf = (payable: readonly StoredEvent[]): readonly CertifiedSend[] => {
  const sent = payable.filter(({ type }) => type === 'PaymentSent');
  const files = new Map(
    allOf(payable, 'PaymentSent').map(({ endToEndId, fileSha256 }, index) => [
      endToEndId,
      { fileSha256, sentAt: sent[index]?.effectiveAt ?? null },
    ]),
  );
  return allOf(payable, 'PaymentIntended').map(({ attempt, runId, endToEndId }) => ({
    ...{ attempt, runId, endToEndId, fileSha256: null, sentAt: null },
    ...files.get(endToEndId),
  }));
};

const paidBy = (payable: readonly StoredEvent[]): CertificateFacts['paid'] => {
  const last = payable.findLast(({ type }) =>
    ['PaymentSettled', 'PaymentReturned', 'PaymentRejected', 'PaymentResolved'].includes(type),
  );
  if (last?.type === 'PaymentResolved')
    return lastOf(payable, 'PaymentResolved')?.data.outcome === 'PAID' ? 'BY_PERSON' : 'NOT';
  if (last?.type !== 'PaymentSettled') return 'NOT';
  return last.meta.origin === 'historic' ? 'IN_THE_PAST' : 'BY_BANK';
};

/** Undefined where no such payable was ever owed. */
export const certificateFacts = async (
  session: Pick<Session, 'documents' | 'store'>,
  payableId: string,
): Promise<CertificateFacts | undefined> => {
  const payable = await session.store.loadStream(payableId);
  const created = lastOf(payable, 'PayableCreated')?.data;
  if (created === undefined) return undefined;
  const sends = sendsOf(payable);
  const own = new Set(sends.map(({ endToEndId }) => endToEndId));
  const runIds = [...new Set(sends.map(({ runId }) => runId))];
  const runs = await session.store.loadStreams(runIds);
  const files: KeptFile[] = [];
  const statements = new Map<string, KeptStatement>();
  for (const runId of runIds) {
    const run = runs.get(runId) ?? [];
    files.push(...(await keptFile(session, runId, run)));
    for (const { fileSha256 } of allOf(run, 'BankAnswerIngested'))
      statements.set(fileSha256, await keptStatement(session, fileSha256, own));
  }
  return {
    ...{ amountIdr: created.amountIdr, sends, files },
    ...{ statements: [...statements.values()], paid: paidBy(payable) },
  };
};
