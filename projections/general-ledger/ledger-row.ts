// One row per stream that has money: where it stands, and every entry it made in its payer's book.
import type { Entry } from '../../domain/ledger/accounts.ts';
import { type Money, type MoneyEvent, posted } from '../../domain/ledger/posting.ts';
import type { KeyedTable } from '../keyed-table.ts';
import type { RecordedEvent } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

/** An entry names the event that made it: type, position, and whether a past was entered. */
export type LedgerEntry = Entry & {
  readonly position: string;
  readonly type: string;
  readonly historic: boolean;
};

export type LedgerRow = {
  readonly streamId: string;
  readonly category: MoneyEvent['category'];
  readonly money: Money;
  readonly entries: readonly LedgerEntry[];
  readonly position: string;
};

export const LEDGER = { name: 'general-ledger', version: 5 } as const;

export const ledgerTable: KeyedTable<LedgerRow> = {
  name: 'rm.general_ledger_v5',
  key: 'streamId',
  columns: {
    streamId: 'text not null',
    category: 'text not null',
    money: 'jsonb not null',
    entries: 'jsonb not null',
    position: 'bigint not null',
  },
  indexes: [],
};

const moneyEvent = (event: RecordedEvent): MoneyEvent | undefined => {
  const { effectiveAt } = event;
  switch (event.category) {
    case 'payable':
      return { ...event, effectiveAt };
    case 'contribution_bill':
      return { ...event, effectiveAt };
    case 'claim':
      return { ...event, effectiveAt };
    default:
      return undefined;
  }
};

export const ledgerFold: RowFold<LedgerRow> = {
  table: ledgerTable,
  keysOf: (event) => (moneyEvent(event) === undefined ? [] : [event.streamId]),
  fold(row, event) {
    const said = moneyEvent(event);
    if (said === undefined) return row;
    const { money, entry } = posted(row?.money, said);
    if (money === undefined || (money === row?.money && entry === null)) return row;
    const { streamId, position, type, meta } = event;
    const made = entry && { ...entry, position, type, historic: meta.origin === 'historic' };
    const entries = [...(row?.entries ?? []), ...(made === null ? [] : [made])];
    return { streamId, category: said.category, money, entries, position };
  },
};
