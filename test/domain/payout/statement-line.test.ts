// A bank without return files: two persons read the same line, and only then the bank's word counts.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { fold } from '../../../domain/decider.ts';
import type { PayableCommand, PayableEvent } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import { payableStage } from '../../../domain/payout/payable-state.ts';
import { readAnswerFile } from '../../../infra/bank/answers.ts';
import { lineStatement } from '../../../infra/bank/csv-statement.ts';
import { idr } from '../claim/claim-facts.ts';
import { at, person } from '../specification.ts';
import {
  answer,
  createPayable,
  intend,
  payable,
  payableAfter,
  resolve,
  select,
  sent,
  unknown,
} from './payout-facts.ts';

const bookedOn = localDate('2024-07-05');
const LINE: Extract<PayableCommand, { type: 'ReadStatementLine' }>['data'] = {
  ...{ endToEndId: 'LD-1', kind: 'settled', amountIdr: idr('42000000') },
  ...{ bankReference: 'FT1', bookedOn, evidenceSha256: 'paper' },
};
const read = (change: Partial<typeof LINE> = {}): PayableCommand => ({
  type: 'ReadStatementLine',
  data: { ...LINE, ...change },
});
type Confirmed = Extract<PayableCommand, { type: 'ConfirmStatementLine' }>['data'];
const confirm = (change: Partial<Confirmed> = {}): PayableCommand => ({
  type: 'ConfirmStatementLine',
  data: { kind: 'settled', amountIdr: idr('42000000'), bookedOn, ...change },
});

const citra = at(person('citra', 'ingest-bank-answer'));
const gita = at(person('gita', 'ingest-bank-answer'));
const way = [createPayable(), select(), intend(), sent()];
const lost = payableAfter(...way, unknown());

const history = (past: readonly PayableEvent[], command: PayableCommand, by = citra) => {
  const decision = payableDecider.decide(command, fold(payableDecider, past), by);
  if ('refused' in decision) throw new Error(decision.refused.code);
  return [...past, ...decision.accepted];
};

describe('a line read in a statement', () => {
  test('moves nothing until a second person has read the same sum, day and direction', () => {
    const once = history(lost, read());
    expect(payableStage(fold(payableDecider, once))).toBe('ANSWER_UNKNOWN');
    payable
      .given(...once)
      .when(confirm(), citra)
      .thenRefuses('ReaderCannotConfirm');
    const others = [{ amountIdr: idr('41999999') }, { bookedOn: localDate('2024-07-04') }];
    for (const other of [...others, { kind: 'returned' } as const])
      payable
        .given(...once)
        .when(confirm(other), gita)
        .thenRefuses('LineReadDifferently');
    payable
      .given(...history(lost, read({ kind: 'returned' })))
      .when(confirm(), gita)
      .thenRefuses('LineReadDifferently');
    payable
      .given(...once)
      .when(confirm(), gita)
      .thenRecords({ type: 'StatementLineConfirmed', data: { confirmedBy: ['gita'] } });
  });

  test('is confirmed out of a lost answer by nobody with a part in the payment', () => {
    const once = history(lost, read());
    for (const party of ['ani', 'budi'])
      payable
        .given(...once)
        .when(confirm(), at(person(party, 'ingest-bank-answer')))
        .thenRefuses('PartyCannotResolve');
    payable
      .given(...once)
      .when(confirm({ runPersons: ['gita'] }), gita)
      .thenRefuses('PartyCannotResolve');
  });

  test('is awaited only where money is under way, and its day has come', () => {
    payable
      .given(...payableAfter(createPayable()))
      .when(read(), citra)
      .thenRefuses('EndToEndIdUnknown');
    const paid = payableAfter(...way, answer('settled'));
    payable
      .given(...paid)
      .when(read(), citra)
      .thenRefuses('NoLineAwaited');
    expect(history(paid, read({ kind: 'returned' }))).toHaveLength(paid.length + 1);
    payable
      .given(...lost)
      .when(read({ bookedOn: localDate('2031-01-01') }), citra)
      .thenRefuses('BookingInFuture');
    payable
      .given(...lost)
      .when(confirm(), gita)
      .thenRefuses('LineNotRead');
  });

  test('that two persons confirmed is not read anew before it reached the payment', () => {
    const confirmed = history(history(lost, read()), confirm(), gita);
    for (const again of [read(), read({ kind: 'returned' })])
      payable
        .given(...confirmed)
        .when(again, citra)
        .thenRefuses('LineConfirmed');
    payable
      .given(...confirmed)
      .when(confirm(), gita)
      .thenNothing();
    const taken = history(confirmed, answer('settled'), at(person('system', 'follow-up')));
    expect(history(taken, read({ kind: 'returned' }))).toHaveLength(taken.length + 1);
  });

  test('that said only what was known stands in the way of no other one', () => {
    const twice = [answer('settled'), answer('settled', { bankReference: 'second' })];
    const surplus = answer('returned', { bankReference: 'FT2' });
    const known = history(payableAfter(...way, ...twice, surplus), resolve(), gita);
    const said = history(known, read({ kind: 'returned', bankReference: 'FT2' }));
    const confirmed = history(said, confirm({ kind: 'returned' }), gita);
    const other = read({ kind: 'returned', bankReference: 'FT3' });
    expect(history(confirmed, other)).toHaveLength(confirmed.length + 1);
  });

  test('is forgotten once the bank itself has spoken', () => {
    const told = history(
      history(lost, read()),
      answer('settled'),
      at(person('system', 'follow-up')),
    );
    expect(fold(payableDecider, told).line).toBeNull();
  });

  test('goes the way of every statement, with the paper that it was read from', () => {
    const endToEndId = 'LD5A0F3C7E91B24D68A7C05E1F92B3D486';
    for (const kind of ['settled', 'returned'] as const) {
      const line = { ...LINE, endToEndId, kind, amountIdr: '42000000', bookedOn: '2024-07-09' };
      expect(readAnswerFile(lineStatement(line))).toMatchObject({
        problems: [],
        answers: [
          {
            kind,
            endToEndId,
            amountIdr: 42_000_000n,
            bankReference: 'FT1',
            bookedOn: '2024-07-09',
          },
        ],
      });
    }
  });
});
