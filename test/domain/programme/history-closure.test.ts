// The past of a tranche is closed by two persons, never backwards, never over what is being entered.
import { describe, test } from 'vitest';
import { localDate, type Month } from '../../../domain/calendar.ts';
import type { Context } from '../../../domain/decider.ts';
import { parseRupiah, rupiahText } from '../../../domain/money.ts';
import type { TrancheCommand } from '../../../domain/programme/events.ts';
import { trancheDecider } from '../../../domain/programme/tranche-decider.ts';
import { at, person, specify } from '../specification.ts';

const tranche = specify(trancheDecider);
const lina = at(person('lina', 'record-history'));
const omar = at(person('omar', 'record-history'));
const month = (text: string): Month => text as Month;

const open: TrancheCommand = {
  type: 'OpenTranche',
  data: {
    ...{ trancheId: 'tranche-1', programmeId: 'programme-1', name: 'Gelombang I', quota: 50 },
    coverFrom: localDate('2023-10-01'),
    monthlyContributionIdr: rupiahText(parseRupiah('16800')),
  },
};
const propose = (through = '2024-06', unfinishedLists = 0): TrancheCommand => ({
  type: 'ProposeHistoryClosure',
  data: { throughMonth: month(through), unfinishedLists },
});
const confirm = (through = '2024-06', unfinishedLists = 0): TrancheCommand => ({
  type: 'ConfirmHistoryClosure',
  data: { throughMonth: month(through), unfinishedLists },
});

const opened = tranche.after([open, lina]);
const proposed = tranche.after([open, lina], [propose(), lina]);
const closed = tranche.after([open, lina], [propose(), lina], [confirm(), omar]);

describe('proposing to close', () => {
  test('is recorded with whoever says it', () =>
    tranche
      .given(...opened)
      .when(propose(), lina)
      .thenRecords({
        type: 'HistoryClosureProposed',
        data: { throughMonth: '2024-06', proposedBy: ['lina'] },
      }));
  test('is refused for a tranche that nobody opened', () =>
    tranche.given().when(propose(), lina).thenRefuses('TrancheUnknown'));
  test('is refused for a month that is not over', () =>
    tranche
      .given(...opened)
      .when(propose('2024-07'), lina)
      .thenRefuses('HistoryClosureNotFinished'));
  test('is refused while a list is still being entered', () =>
    tranche
      .given(...opened)
      .when(propose('2024-06', 1), lina)
      .thenRefuses('HistoryStillOpen', { lists: 1 }));
  test('said again by the same person changes nothing', () =>
    tranche
      .given(...proposed)
      .when(propose(), lina)
      .thenNothing());
});

describe('confirming', () => {
  test('closes the history by another person', () =>
    tranche
      .given(...proposed)
      .when(confirm(), omar)
      .thenRecords({
        type: 'HistoryClosed',
        data: { throughMonth: '2024-06', proposedBy: ['lina'], closedBy: ['omar'] },
      }));
  test('is refused to whoever proposed it, also on behalf of somebody else', () => {
    const forLina: Context = at(person('omar', 'record-history', 'lina'));
    for (const context of [lina, forLina])
      tranche
        .given(...proposed)
        .when(confirm(), context)
        .thenRefuses('SamePersonProposedClosure');
  });
  test('is refused without a proposal, or for another month', () => {
    tranche
      .given(...opened)
      .when(confirm(), omar)
      .thenRefuses('HistoryClosureNotProposed');
    tranche
      .given(...proposed)
      .when(confirm('2024-05'), omar)
      .thenRefuses('HistoryClosureNotProposed');
  });
  test('waits for a list that was begun after the proposal', () =>
    tranche
      .given(...proposed)
      .when(confirm('2024-06', 1), omar)
      .thenRefuses('HistoryStillOpen'));
  test('a second time changes nothing', () =>
    tranche
      .given(...closed)
      .when(confirm(), omar)
      .thenNothing());
});

test('a closed history is never opened again by an earlier month', () => {
  tranche
    .given(...closed)
    .when(propose('2024-05'), lina)
    .thenRefuses('HistoryIsClosed', { throughMonth: '2024-06' });
});

describe('a take-over list that was read while the history was closed', () => {
  const seats = (asOf: string, readWith: string | null): TrancheCommand => ({
    type: 'ReserveSeats',
    data: {
      ...{ rosterId: 'list-1', workers: 5 },
      takeOver: {
        asOf: localDate(asOf),
        closedThrough: readWith === null ? null : month(readWith),
      },
    },
  });

  test('gets no seats: its rows were judged by an open history', () =>
    tranche
      .given(...closed)
      .when(seats('2024-07-10', null), lina)
      .thenRefuses('HistoryIsClosed', { throughMonth: '2024-06' }));
  test('gets none either as of a day that is closed', () =>
    tranche
      .given(...closed)
      .when(seats('2024-06-30', '2024-06'), lina)
      .thenRefuses('HistoryIsClosed'));
  test('gets them when it was read as the history stands, or when nothing is closed', () => {
    const reserved = { type: 'SeatsReserved', data: { workers: 5 } } as const;
    tranche
      .given(...closed)
      .when(seats('2024-07-10', '2024-06'), lina)
      .thenRecords(reserved);
    tranche
      .given(...proposed)
      .when(seats('2024-05-10', null), lina)
      .thenRecords(reserved);
  });
});
