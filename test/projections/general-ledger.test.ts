// The books of payers: balanced on any day, as known at any position, and the same as the log says in SQL.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../domain/calendar.ts';
import type { ContributionBillEvent } from '../../domain/programme/events.ts';
import type { Position, StoredEvent } from '../../infra/event-store/event-store.ts';
import { LEDGER } from '../../projections/general-ledger/ledger-row.ts';
import { closing, journal, trialBalance } from '../../projections/general-ledger.ts';
import { doesHandle } from '../../projections/projection.ts';
import { projections } from '../../projections/registry.ts';
import { anyHistory, everyFate } from './any-history.ts';
import { BRANCH_PAYER, day, idr, logOf, morning } from './history.ts';
import { openReadModels, type ReadModelDatabase } from './read-model-database.ts';

let models: ReadModelDatabase;
beforeAll(async () => {
  models = await openReadModels();
});
beforeEach(() => empty());
afterAll(() => models.close());

/** Only this projection: the others have nothing to do with it. */
const ledger = projections.filter(({ name }) => name === LEDGER.name);

const empty = async (): Promise<void> => {
  const tables = ledger.flatMap((one) => one.tables);
  for (const table of tables) await models.query(`delete from ${table}`, []);
};

const apply = async (log: readonly StoredEvent[]): Promise<void> => {
  for (const projection of ledger) {
    const own = log.filter(({ type }) => doesHandle(projection, type));
    await models.db.transaction().execute((trx) => projection.apply(own, trx));
  }
};

const AT_LAST = localDate('2030-12-31');
const positionOf = (log: readonly StoredEvent[]): Position =>
  log.at(-1)?.position ?? ('0' as Position);

/** The auditor's query over these events, in place of the log that they never stood in. */
const ledgerInSql = async (log: readonly StoredEvent[], position: Position) => {
  const text = readFileSync('docs/reference/ledger.sql', 'utf8');
  const events = JSON.stringify(
    log.map(({ position: at, streamId, type, data }) => ({
      position: at,
      stream_id: streamId,
      type,
      data,
    })),
  );
  const [before, after] = text.split('from es.events');
  const query = `${before}from jsonb_to_recordset($2::jsonb) as e(position bigint, stream_id text,
    type text, data jsonb)${after}`;
  return models.query(query, [position, events]);
};

const sumOf = (amounts: readonly string[]): bigint =>
  amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);

/** Billed, matched twice, partly deducted and disputed, ordered, paid, and in part refunded. */
const billStory = (mode: 'DISBURSES' | 'TRACKS'): readonly StoredEvent[] => {
  const billId = 'bill-1';
  const matched = (match: number) => ({
    ...{ billId, match, fileSha256: 'list', rows: 3, matched: 1, active: 1, decreed: 1 },
    ...{ differences: 2, differencesSha256: 'differences', rollPosition: '1' },
  });
  const decided = (match: number, deducted: number, disputed: number) => ({
    ...{ billId, match, differences: [1], outcome: 'DEDUCT', reason: 'akta', decidedBy: ['rina'] },
    ...{ deductedIdr: idr(deducted), disputedIdr: idr(disputed) },
    payableIdr: idr(50_400 - deducted),
  });
  const events: readonly object[] = [
    {
      type: 'ContributionBilled',
      data: {
        ...{ billId, trancheId: 'tranche-1', month: '2024-06', workers: 3, paymentCode: '88' },
        ...{ amountIdr: idr(50_400), payer: { payerId: 'apbd', mandateId: 'mandate-2', mode } },
      },
    },
    { type: 'BillMatched', data: matched(1) },
    { type: 'BillDifferencesDecided', data: decided(1, 33_600, 0) },
    { type: 'BillMatched', data: matched(2) },
    { type: 'BillDifferencesDecided', data: decided(2, 16_800, 0) },
    { type: 'BillDifferencesDecided', data: decided(2, 16_800, 16_800) },
    {
      type: 'TreasuryVoucherRecorded',
      data: {
        ...{ billId, step: 'SP2D', number: '1', on: day('2024-06-10'), signer: 'BUD' },
        ...{ accountCode: '5', budgetDocument: 'DPA', fundSource: 'PAD', amountIdr: idr(33_600) },
      },
    },
    {
      type: 'ContributionPaymentProved',
      data: {
        ...{ billId, amountIdr: idr(33_600), paidOn: day('2024-06-11'), reference: 'NTPN' },
        evidenceSha256: 'proof',
      },
    },
    {
      type: 'ContributionRefunded',
      data: {
        ...{ billId, amountIdr: idr(6_800), receivedOn: day('2024-06-20'), reference: 'STS' },
        evidenceSha256: 'deposit',
      },
    },
  ];
  const on = { category: 'contribution_bill', streamId: billId, by: 'rina' } as const;
  return logOf(
    events.map((event) => ({
      ...{ ...on, office: 'DISNAKER', act: 'record-contribution', at: morning('2024-06-05') },
      event: event as ContributionBillEvent,
    })),
  );
};

describe('the general ledger', () => {
  test('balances per payer and flow on any day, and says in SQL what the events say', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, fc.nat(300), fc.nat(500), async (log, offset, cut) => {
        await empty();
        await apply(log);
        const at = localDate(
          new Date(Date.UTC(2023, 9, 1) + offset * 86_400_000).toISOString().slice(0, 10),
        );
        const onDay = await trialBalance(models.db, { at, knownAt: positionOf(log) });
        const books = new Set(onDay.map(({ payerId, flow }) => `${payerId} ${flow}`));
        for (const book of books) {
          const own = onDay.filter(({ payerId, flow }) => `${payerId} ${flow}` === book);
          expect(sumOf(own.map(({ balanceIdr }) => balanceIdr))).toBe(0n);
          expect(sumOf(own.map(({ debitIdr }) => debitIdr))).toBe(
            sumOf(own.map(({ creditIdr }) => creditIdr)),
          );
        }
        const knownAt = log[cut % log.length]?.position ?? positionOf(log);
        const known = await trialBalance(models.db, { at: AT_LAST, knownAt });
        const standing = known
          .filter(({ balanceIdr }) => balanceIdr !== '0')
          .map(({ payerId, flow, account, balanceIdr }) => ({
            payerId,
            flow,
            account,
            balanceIdr,
          }));
        expect(standing).toEqual(await ledgerInSql(log, knownAt));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('as known at a position is the ledger of the log cut there', async () => {
    const log = everyFate();
    const cut = log.slice(0, Math.floor((log.length * 4) / 5));
    const wish = { at: AT_LAST, knownAt: positionOf(cut) };
    await apply(log);
    const then = await trialBalance(models.db, wish);
    await empty();
    await apply(cut);
    expect(then).toEqual(await trialBalance(models.db, wish));
    expect(then.length).toBeGreaterThan(3);
  });

  test('closes months that follow from each other and add up to the year', async () => {
    const log = everyFate();
    await apply(log);
    const knownAt = positionOf(log);
    const period = (from: string, to: string) =>
      closing(models.db, { from: localDate(from), to: localDate(to), knownAt });
    const [may, june, year] = [
      await period('2024-05-01', '2024-05-31'),
      await period('2024-06-01', '2024-06-30'),
      await period('2024-01-01', '2024-12-31'),
    ];
    const find = (books: typeof may, account: string) =>
      books
        .find(({ payerId }) => payerId === BRANCH_PAYER)
        ?.accounts.find((one) => one.account === account);
    expect(find(may, 'BANK')?.balanceIdr ?? '0').toBe(find(june, 'BANK')?.openingIdr);
    expect(find(june, 'BANK')?.balanceIdr).toBe(find(year, 'BANK')?.balanceIdr);
    expect(find(june, 'BANK')?.creditIdr).toBe('84000000');
    const [book] = june;
    expect(book?.entries).toBeGreaterThan(0);
    for (const { accounts } of [...may, ...june, ...year])
      expect(sumOf(accounts.map(({ balanceIdr }) => balanceIdr))).toBe(0n);
  });

  test('lists its entries day by day, page by page, each with both sides', async () => {
    const log = everyFate();
    await apply(log);
    const wish = { from: localDate('2023-01-01'), to: AT_LAST, knownAt: positionOf(log) };
    const all = await journal(models.db, { ...wish, limit: 500 });
    const paged: (typeof all.rows)[number][] = [];
    let cursor: string | undefined;
    do {
      const page = await journal(models.db, { ...wish, limit: 4, ...(cursor && { cursor }) });
      paged.push(...page.rows);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(all.rows);
    expect(paged.length).toBeGreaterThan(8);
    for (const { lines } of paged) expect(sumOf(lines.map(({ amountIdr }) => amountIdr))).toBe(0n);
  });

  test('of a bill is what the log says in SQL after each of its steps', async () => {
    for (const mode of ['DISBURSES', 'TRACKS'] as const) {
      const log = billStory(mode);
      await empty();
      await apply(log);
      for (const { position: knownAt } of log) {
        const known = await trialBalance(models.db, { at: AT_LAST, knownAt });
        const standing = known.filter(({ balanceIdr }) => balanceIdr !== '0');
        expect(standing.map(({ debitIdr: _, creditIdr: __, ...one }) => one)).toEqual(
          await ledgerInSql(log, knownAt),
        );
      }
    }
  });
});
