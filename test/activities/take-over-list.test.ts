// Registered people of a running programme enter the log on a real PostgreSQL, in chunks, once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unfinishedLists } from '../../activities/closed-history.ts';
import { coverFacts } from '../../activities/cover-facts.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import type { LocalDate, Month } from '../../domain/calendar.ts';
import type { Answer, CommandEnvelope, CommandsByCategory } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import { type EngineFixture, openEngineFixture } from './engine-fixture.ts';
import {
  COVER_FROM,
  envelope,
  foundOffice,
  KELURAHAN,
  must,
  type Office,
  type Send,
} from './office-story.ts';
import { AS_OF, REGISTERED_ON, takeOverList } from './take-over-town.ts';

const PEOPLE = 14;
const HISTORY = { effectiveAt: '2026-10-04T16:00:00.000Z', source: 'Data BPJS per 5-10-2026' };

let engine: EngineFixture;
let office: Office;
let send: Send;
let rosterId: string;

const list = takeOverList({
  ...{ seed: 'taken over', count: PEOPLE, kelurahan: KELURAHAN, coverFrom: COVER_FROM },
  ...{ registeredOn: REGISTERED_ON, paidThrough: '2026-08', handedOverOn: '2026-03-15' },
});

const appoint = async (actorId: string, act: 'record-history'): Promise<Answer> => {
  const terms = { actorId, act, area: '64.74', from: '2026-01-02' as LocalDate, to: null };
  const command = { type: 'AppointRole' as const, data: { ...terms, letter: 'SK 9' } };
  return must(
    send(envelope('actor', engine.ports.ids.actor(actorId), { command, as: 'admin-nur' })),
  );
};

const received = async (csv: string): Promise<CommandEnvelope> => {
  const { ports } = engine;
  const bytes = new TextEncoder().encode(csv);
  const { sha256: fileSha256 } = await ports.documents.put(bytes);
  const { trancheId, programmeId } = office;
  const terms = { region: '64.74', ageFrom: 18, ageTo: 64, coverFrom: COVER_FROM };
  const reading = await ports.lists.registered(bytes, {
    ...{ ...terms, asOf: AS_OF, closedThrough: null },
  });
  if (reading.status === 'refused') throw new Error(reading.code);
  const id = ports.ids.roster(trancheId, fileSha256);
  const counts = {
    rows: reading.rows,
    accepted: reading.accepted.length,
    refused: reading.refused.length,
  };
  const data = {
    ...{ rosterId: id, trancheId, programmeId, fileSha256, ...counts, asOf: AS_OF },
    ...{ decreeNumber: 'SK 1/2026', decreeDate: '2026-02-10' as LocalDate, verdicts: [] },
  };
  const wish = { command: { type: 'TakeOverRoster' as const, data }, as: 'dinas-rahma' };
  return envelope('roster', id, wish, { history: HISTORY, reason: 'ambil alih' });
};

/** What the workflow does, with chunks of five. */
const takeOver = async (id: string): Promise<{ done: number; skipped: number }> => {
  const counts = { done: 0, skipped: 0 };
  const { next: step, total } = await engine.activities.hydrateRoster(id);
  if (step === null) return counts;
  for (let from = 0; from < total; from += 5) {
    const chunk = { batchId: id, step, from, count: Math.min(5, total - from) };
    const ran = await engine.activities.runRosterChunk(chunk);
    counts.done += ran.done;
    counts.skipped += ran.skipped;
  }
  await engine.activities.completeStep({ rosterId: id, step, ...counts });
  return counts;
};

const workerOf = async (nik: string): Promise<string> =>
  (await engine.ports.store.findIdentity({
    kind: 'nik',
    keyedHash: engine.ports.keys.keyedHash('nik', nik),
  })) ?? 'nobody';

const person = (row: number) => {
  const found = list.people[row - 1];
  if (found === undefined) throw new Error(`no row ${row}`);
  return found;
};

beforeAll(async () => {
  engine = await openEngineFixture();
  send = createRecordDecision(engine.ports);
  office = await foundOffice(send, engine.ports);
});
afterAll(() => engine?.close());

test('only who holds record-history takes a list over, with a source and a reason', async () => {
  const wish = await received(list.csv);
  expect(await send(wish)).toMatchObject({ code: 'ActNotHeld', facts: { act: 'record-history' } });
  await appoint('dinas-rahma', 'record-history');
  const { history: _history, ...bare } = wish;
  expect(await send(bare as CommandEnvelope)).toMatchObject({ code: 'HistorySourceMissing' });
  const sourceless = { ...wish, history: { ...HISTORY, source: ' ' } };
  expect(await send(sourceless)).toMatchObject({ code: 'HistorySourceMissing' });
  expect(await send({ ...wish, reason: '' })).toMatchObject({ code: 'ReasonMissing' });
  rosterId = wish.streamId;
  expect(await must(send(wish))).toMatchObject({ stage: 'RECEIVED' });
});

test('every person is registered, paid through and carded as of the days of the list', async () => {
  expect(await takeOver(rosterId)).toEqual({ done: PEOPLE, skipped: 0 });
  const facts = await engine.activities.hydrateRoster(rosterId);
  expect(facts).toMatchObject({ stage: 'TAKEN_OVER', next: null, ended: true });
  const history = await engine.ports.store.loadStream(await workerOf(person(1).nik));
  const dated = history.map(({ type, effectiveAt }) => `${type} ${effectiveAt.slice(0, 10)}`);
  // The beginning of an office day in WITA is the evening before in UTC.
  expect(dated).toEqual([
    'WorkerNominated 2026-02-19',
    'WorkerNamedInDecree 2026-02-09',
    'WorkerEnrolled 2026-02-19',
    'PaidThroughReported 2026-10-04',
    'CardHandedOver 2026-03-14',
  ]);
  expect(new Set(history.map(({ meta }) => meta.origin))).toEqual(new Set(['historic']));
  const other = await engine.ports.store.loadStream(await workerOf(person(3).nik));
  expect(other.at(-1)?.type).toBe('CardIssued');
});

test('the paid-through month of the list counts in the cover of a claim', async () => {
  const workerId = await workerOf(person(2).nik);
  const on = (day: string) => coverFacts(engine.ports, workerId, day as LocalDate);
  expect(await on('2026-08-20')).toMatchObject({
    ...{ enrolled: true, state: 'ACTIVE', paidThrough: '2026-08', contributionMonths: 6 },
  });
  expect(await on('2026-09-20')).toMatchObject({ state: 'GRACE', unpaidMonths: 1 });
  expect(await on('2027-01-20')).toMatchObject({ state: 'LAPSED' });
});

test('the same list again, or any chunk again, changes nothing', async () => {
  const before = await engine.ports.store.readAfter('0' as never, 1_000);
  expect(await must(send(await received(list.csv)))).toMatchObject({ position: '0' });
  const chunk = { batchId: rosterId, step: 'TAKE_OVER', from: 0, count: PEOPLE } as const;
  expect(await engine.activities.runRosterChunk(chunk)).toEqual({ done: PEOPLE, skipped: 0 });
  expect(await engine.ports.store.readAfter('0' as never, 1_000)).toHaveLength(before.length);
});

test('a list that stopped in the middle and began anew holds everybody once', async () => {
  const twice = takeOverList({
    ...{ seed: 'cut off', count: 9, kelurahan: KELURAHAN, coverFrom: COVER_FROM },
    registeredOn: REGISTERED_ON,
  });
  const wish = await received(twice.csv);
  await must(send(wish));
  const first = { batchId: wish.streamId, step: 'TAKE_OVER', from: 0, count: 5 } as const;
  expect(await engine.activities.runRosterChunk(first)).toEqual({ done: 5, skipped: 0 });
  expect(await takeOver(wish.streamId)).toEqual({ done: 9, skipped: 0 });
  const events = await engine.ports.store.readAfter('0' as never, 1_000);
  const mine = allOf(events, 'WorkerNominated').filter((w) => w.rosterId === wish.streamId);
  expect(mine).toHaveLength(9);
  expect(new Set(mine.map(({ workerId }) => workerId)).size).toBe(9);
});

test('a member of another list stays there and is skipped, never sealed a second time', async () => {
  const rows = list.csv.split('\r\n');
  const again = `${[rows[0], rows[1]?.replace(person(1).kpj, '99000000001')].join('\r\n')}\r\n`;
  const wish = await received(again);
  await must(send(wish));
  expect(await takeOver(wish.streamId)).toEqual({ done: 0, skipped: 1 });
  const history = await engine.ports.store.loadStream(await workerOf(person(1).nik));
  expect(lastOf(history, 'WorkerNominated')?.data.rosterId).toBe(rosterId);
});

const closing = (type: 'ProposeHistoryClosure' | 'ConfirmHistoryClosure', through: string) => {
  const command = { type, data: { throughMonth: through as Month } };
  const as = type === 'ProposeHistoryClosure' ? 'dinas-rahma' : 'penetap-budi';
  return send(envelope('tranche', office.trancheId, { command, as }));
};

const oneMore = (seed: string, registeredOn = REGISTERED_ON): Promise<CommandEnvelope> => {
  const { csv } = takeOverList({
    ...{ seed, count: 2, kelurahan: KELURAHAN, coverFrom: COVER_FROM },
    registeredOn,
  });
  return received(csv);
};

test('a list that is being entered stops the closing, a cancelled one does not', async () => {
  await appoint('penetap-budi', 'record-history');
  const wish = await oneMore('cancelled');
  await must(send(wish));
  expect(await closing('ProposeHistoryClosure', '2026-08')).toMatchObject({
    ...{ code: 'HistoryStillOpen', facts: { lists: 1 } },
  });
  const command = { type: 'CancelBatch' as const, data: { reason: 'daftar keliru' } };
  await must(send(envelope('roster', wish.streamId, { command, as: 'dinas-rahma' })));
  await must(closing('ProposeHistoryClosure', '2026-08'));
  await must(closing('ConfirmHistoryClosure', '2026-08'));
  // Received again it would go on with rows that were judged while the history was open.
  expect(await send(await oneMore('cancelled'))).toMatchObject({
    ...{ code: 'HistoryIsClosed', facts: { throughMonth: '2026-08' } },
  });
});

test('a list whose seats are taken and that is still being received stops the closing', async () => {
  const state = { tranche: null, closureProposed: null, closedThrough: null, gate: null as never };
  const seats = { [engine.ports.ids.derived('nobody', 'a')]: 3 };
  expect(await unfinishedLists(engine.ports.store, { ...state, seats })).toBe(1);
  const released = { [engine.ports.ids.derived('nobody', 'a')]: 0 };
  expect(await unfinishedLists(engine.ports.store, { ...state, seats: released })).toBe(0);
});

test('closed while a list was being read: the list is refused and holds no seats', async () => {
  await must(closing('ProposeHistoryClosure', '2026-09'));
  const { ports } = engine;
  const slow = createRecordDecision({
    ...ports,
    lists: {
      ...ports.lists,
      async registered(bytes, terms) {
        const reading = await ports.lists.registered(bytes, terms);
        await must(closing('ConfirmHistoryClosure', '2026-09'));
        return reading;
      },
    },
  });
  const wish = await oneMore('too late', '2026-09-20');
  expect(await slow(wish)).toMatchObject({ code: 'HistoryIsClosed' });
  expect(await ports.store.loadStream(wish.streamId)).toEqual([]);
  const seats = allOf(await ports.store.loadStream(office.trancheId), 'SeatsReserved');
  expect(seats.filter(({ rosterId: id }) => id === wish.streamId)).toEqual([]);
});

test('a bill of a closed month is refused, whenever it is said to have come', async () => {
  const bill = (month: string) => {
    const billId = engine.ports.ids.contributionBill(office.trancheId, month as Month);
    const data = {
      ...{ billId, trancheId: office.trancheId, month: month as Month, workers: 3 },
      ...{ amountIdr: '50400' as RupiahText, paymentCode: `8-${month}` },
      monthlyContributionIdr: '16800' as RupiahText,
    };
    const command = { type: 'ReceiveBill' as const, data };
    const own = { history: HISTORY, reason: 'ambil alih' };
    return send(envelope('contribution_bill', billId, { command, as: 'dinas-rahma' }, own));
  };
  expect(await bill('2026-09')).toMatchObject({ code: 'HistoryIsClosed' });
  await must(bill('2026-10'));
});

test('a bill is compared by person with the kept list and the roll, whatever the caller says', async () => {
  const { ports } = engine;
  const { trancheId } = office;
  const month = '2026-09' as Month;
  const billId = ports.ids.contributionBill(trancheId, month);
  const bill = (command: CommandsByCategory['contribution_bill']) =>
    send(envelope('contribution_bill', billId, { command, as: 'dinas-rahma' }));
  const amountIdr = String(16_800 * PEOPLE) as RupiahText;
  await must(
    bill({
      type: 'ReceiveBill',
      data: {
        ...{ billId, trancheId, month, workers: PEOPLE, amountIdr, paymentCode: '88888' },
        monthlyContributionIdr: '0' as RupiahText,
      },
    }),
  );
  const matchOf = async (csv: string) => {
    const { sha256: fileSha256 } = await ports.documents.put(new TextEncoder().encode(csv));
    const reading = {
      ...{ rows: 1, sumIdr: amountIdr, matched: 1, active: 1, decreed: 1, differences: [] },
      ...{ differencesSha256: '', rollPosition: '0' },
    };
    return bill({ type: 'MatchBill', data: { fileSha256, reading } });
  };
  const lines = list.people.map(({ kpj }) => `${kpj};Rp16.800,00`);
  const strange = ['99999999999;16800', ...lines.slice(1)];
  expect(await matchOf('KPJ;IURAN\r\n1;16800\r\n')).toMatchObject({
    ...{ code: 'BillListUnreadable', facts: { problem: 'KPJ_INVALID', row: 1 } },
  });
  expect(await matchOf(['KPJ;IURAN', ...lines.slice(1)].join('\r\n'))).toMatchObject({
    ...{ code: 'ListDiffersFromBill', facts: { rows: PEOPLE - 1 } },
  });
  expect(await matchOf(['KPJ;IURAN', ...strange].join('\r\n'))).toMatchObject({ stage: 'DIFFERS' });
  const events = await ports.store.loadStream(billId);
  // The lists of other tests are members too, and missing on this bill.
  const found = allOf(events, 'BillDifferenceFound');
  expect(found[0]).toMatchObject({ kind: 'NOT_REGISTERED', row: 1, amountIdr: '16800' });
  const missing = found.filter(({ kind }) => kind === 'MISSING_ON_BILL');
  expect(missing.map(({ workerId }) => workerId)).toContain(await workerOf(person(1).nik));
  expect(found.length).toBe(1 + missing.length);
  expect(lastOf(events, 'BillMatched')?.data).toMatchObject({
    ...{ rows: PEOPLE, matched: PEOPLE - 1, active: PEOPLE - 1 + missing.length },
  });
  expect(JSON.stringify(events)).not.toContain(person(2).kpj);
});
