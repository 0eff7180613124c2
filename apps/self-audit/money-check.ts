// Books and payment files against the log: what was settled is booked, what was sent stands in the kept file.
import { createHash } from 'node:crypto';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import type { Divergence } from '../../domain/examination/events.ts';
import type { DocumentStore } from '../../infra/documents/document-store.ts';
import type { EventStore, StoredEvent } from '../../infra/event-store/event-store.ts';
import { START } from '../../projections/checkpoint.ts';
import { type KnownRows, knownRowsAt } from '../../projections/known-at/known-rows.ts';
import type { PayableRow } from '../../projections/payout-ledger/payable-row.ts';
import { readLog } from '../../projections/read-log.ts';
import { paymentsIn } from '../cli/kept-payment-files.ts';

const BATCH = 5_000;

/** What the books say went from the payer's account for this payment. */
const booked = (rows: KnownRows, payableId: string): bigint =>
  (rows.ledger.get(payableId)?.entries ?? [])
    .flatMap(({ lines }) => lines)
    .filter(({ account }) => account === 'BANK' || account === 'TRACKED_REPORTED')
    .reduce((sum, { amountIdr }) => sum - BigInt(amountIdr), 0n);

/** Null while the money is on its way, or was never sent. */
const paidOut = ({ stage, settledIdr }: PayableRow): string | null => {
  if (stage === 'SETTLED') return settledIdr;
  return stage === 'RETURNED' || stage === 'CANCELLED' ? '0' : null;
};

/** What the bank booked beyond the payment and a person looked at; what is cancelled has no books. */
const contested = ({ ledger }: KnownRows, { payableId, stage }: PayableRow): bigint => {
  const money = ledger.get(payableId)?.money;
  return money?.of === 'payable' && stage !== 'CANCELLED' ? BigInt(money.contestedIdr) : 0n;
};

/** A booking of the bank that is disputed stands in the books beside the payment, until somebody clears it. */
export const booksAgainstPayments = (rows: KnownRows): readonly Divergence[] =>
  [...rows.payables.values()].flatMap((row): readonly Divergence[] => {
    const { payableId, mode, position } = row;
    const settledIdr = paidOut(row);
    if (mode !== 'DISBURSES' || settledIdr === null) return [];
    if (row.attempts.some(({ state }) => state === 'DISPUTED')) return [];
    const inBooks = booked(rows, payableId);
    return inBooks === BigInt(settledIdr) + contested(rows, row)
      ? []
      : [
          {
            ...{ kind: 'LEDGER', name: 'general-ledger', key: payableId, firstPosition: position },
            part: `${settledIdr} ≠ ${inBooks}`,
          },
        ];
  });

export const checkLedger = async (
  store: Pick<EventStore, 'readAfter' | 'safePosition'>,
): Promise<readonly Divergence[]> =>
  booksAgainstPayments(await knownRowsAt(readLog(store, START, BATCH), await store.safePosition()));

type Files = {
  readonly store: Pick<EventStore, 'streamsOf' | 'loadStream' | 'loadStreams'>;
  readonly documents: Pick<DocumentStore, 'get'>;
};

const bytesOf = async ({ documents }: Files, sha256: string): Promise<Uint8Array | null> => {
  const bytes = await documents.get(sha256).catch(() => undefined);
  if (bytes === undefined) return null;
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
};

const position = (event: StoredEvent | undefined): string | null => event?.position ?? null;

/** Lines that nobody intended, and a second line of one intent. */
const tooMany = (lines: readonly string[], intended: readonly string[]): readonly string[] => {
  const awaited = new Set(intended);
  return lines.filter((id) => !awaited.delete(id));
};

/** Every payment that left in the file stands in it with its sum, and nothing else does. */
const fileAgainstRun = async (
  files: Files,
  runId: string,
  run: readonly StoredEvent[],
): Promise<readonly Divergence[]> => {
  const prepared = lastOf(run, 'PaymentFilePrepared');
  if (prepared === null) return [];
  const { sha256, name } = prepared.data;
  const own = { kind: 'PAYMENT_FILE', name, key: runId } as const;
  const bytes = await bytesOf(files, sha256);
  if (bytes === null) return [{ ...own, part: 'SHA-256', firstPosition: prepared.stored.position }];
  const lines = paymentsIn(bytes);
  if (lines === undefined)
    return [{ ...own, part: 'UNREADABLE', firstPosition: prepared.stored.position }];
  const written = new Map(lines.map(({ endToEndId, amountIdr }) => [endToEndId, amountIdr]));
  const members = allOf(run, 'RunMemberAdded').map(({ payableId }) => payableId);
  const payables = await files.store.loadStreams(members);
  const intended = [...payables.values()]
    .flatMap((payable) => allOf(payable, 'PaymentIntended'))
    .filter((intent) => intent.runId === runId)
    .map(({ endToEndId }) => endToEndId);
  const surplus = tooMany(
    lines.map(({ endToEndId }) => endToEndId),
    intended,
  ).map((part) => ({ ...own, part, firstPosition: prepared.stored.position }));
  const sends = [...payables.values()].flatMap((payable) =>
    payable
      .filter(
        ({ type, data }) =>
          type === 'PaymentSent' && (data as { fileSha256?: string }).fileSha256 === sha256,
      )
      .map((sent) => ({ sent, payable })),
  );
  const wrong = sends.flatMap(({ sent, payable }): readonly Divergence[] => {
    const { endToEndId = '' } = sent.data as { endToEndId?: string };
    const intent = allOf(payable, 'PaymentIntended').find((one) => one.endToEndId === endToEndId);
    const isSame = written.get(endToEndId) === BigInt(intent?.amountIdr ?? -1);
    return isSame ? [] : [{ ...own, part: endToEndId, firstPosition: position(sent) }];
  });
  return [...surplus, ...wrong];
};

export const checkPaymentFiles = async (files: Files): Promise<readonly Divergence[]> => {
  const found: Divergence[] = [];
  for (const runId of await files.store.streamsOf('payout_run'))
    found.push(...(await fileAgainstRun(files, runId, await files.store.loadStream(runId))));
  return found;
};
