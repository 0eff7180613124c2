// Books and payment files against the log: silent while they agree, and loud about one payment too many.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { booksAgainstPayments, checkPaymentFiles } from '../../../apps/self-audit/money-check.ts';
import type { DomainEvent } from '../../../domain/catalogue.ts';
import type { StoredEvent } from '../../../infra/event-store/event-store.ts';
import { knownRowsAt } from '../../../projections/known-at/known-rows.ts';
import { fileOf, heirJose, heirSiti, orderOf } from '../../infra/bank/sample-order.ts';
import { anyHistory, everyFate, split } from '../../projections/any-history.ts';
import { type Fact, logOf } from '../../projections/history.ts';

const RUN = 'run-1';
const AT = {
  at: '2024-07-17T02:15:00Z',
  by: 'system',
  act: 'follow-up',
  office: 'SYSTEM',
} as const;

const fact = (
  category: 'payable' | 'payout_run',
  streamId: string,
  event: { readonly type: string; readonly data: object },
): Fact => ({ ...AT, category, streamId, event: event as unknown as DomainEvent });

/** A run of Siti alone; `isSent`: her payment is on record as sent. */
const runOf = ({ sha256, name }: ReturnType<typeof fileOf>, isSent: boolean) => {
  const { endToEndId, amountIdr } = heirSiti;
  const intent = { runId: RUN, endToEndId, amountIdr: String(amountIdr) };
  return logOf([
    fact('payout_run', RUN, { type: 'RunMemberAdded', data: { runId: RUN, payableId: 'siti' } }),
    fact('payable', 'siti', { type: 'PaymentIntended', data: intent }),
    fact('payout_run', RUN, { type: 'PaymentFilePrepared', data: { runId: RUN, sha256, name } }),
    ...(isSent
      ? [fact('payable', 'siti', { type: 'PaymentSent', data: { endToEndId, fileSha256: sha256 } })]
      : []),
  ]);
};

const audited = async (file: ReturnType<typeof fileOf>, isSent = true) => {
  const log = runOf(file, isSent);
  const of = (id: string): readonly StoredEvent[] => log.filter(({ streamId }) => streamId === id);
  const found = await checkPaymentFiles({
    store: {
      streamsOf: () => Promise.resolve([RUN]),
      loadStream: (id) => Promise.resolve(of(id)),
      loadStreams: (ids) => Promise.resolve(new Map(ids.map((id) => [id, of(id)]))),
    },
    documents: { get: () => Promise.resolve(file.bytes) },
  });
  return found.map(({ part }) => part);
};

describe('a kept payment file', () => {
  test('that says what its run sent is in order', async () => {
    expect(await audited(fileOf(orderOf([heirSiti])))).toEqual([]);
  });

  test('with a payment that nobody intended is found, also before anything is sent', async () => {
    const file = fileOf(orderOf([heirSiti, heirJose]));
    expect(await audited(file)).toEqual([heirJose.endToEndId]);
    expect(await audited(file, false)).toEqual([heirJose.endToEndId]);
  });

  test('without the payment, with another sum, or altered since is found', async () => {
    const { endToEndId } = heirSiti;
    expect(await audited(fileOf(orderOf([heirJose])))).toEqual([heirJose.endToEndId, endToEndId]);
    const other = fileOf(orderOf([{ ...heirSiti, amountIdr: 1_000_000n }]));
    expect(await audited(other)).toEqual([endToEndId]);
    const altered = { ...fileOf(orderOf([heirSiti])), sha256: '00' };
    expect(await audited(altered, false)).toEqual(['SHA-256']);
  });
});

const asLog = async function* (log: readonly StoredEvent[]) {
  yield* split(log, []);
};

describe('the books', () => {
  test('agree with the payments of every honest history', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (log) => {
        expect(booksAgainstPayments(await knownRowsAt(asLog(log), '999999'))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  test('that still hold what was paid after it came back are found', async () => {
    const rows = await knownRowsAt(asLog(everyFate()), '999999');
    const paid = [...rows.payables.values()].find(
      ({ stage, mode }) => stage === 'SETTLED' && mode === 'DISBURSES',
    );
    if (paid === undefined) throw new Error('nobody was paid');
    for (const stage of ['RETURNED', 'CANCELLED'] as const) {
      rows.payables.set(paid.payableId, { ...paid, stage, settledIdr: null });
      expect(booksAgainstPayments(rows)).toMatchObject([{ kind: 'LEDGER', key: paid.payableId }]);
    }
  });
});
