// Rows of the read models in memory, by the projections' own folds: what the log said at a position.
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import { type LedgerRow, ledgerFold } from '../general-ledger/ledger-row.ts';
import { type AidRow, aidFold } from '../local-aid/aid-row.ts';
import { type PayableRow, payableFoldInto, payableTable } from '../payout-ledger/payable-row.ts';
import {
  absorb,
  absorbProgramme,
  type CountedRows,
  noProgrammeRows,
  type ProgrammeRows,
} from '../programme-summary/replayed-figures.ts';
import { type RecordedEvent, recordedEvent } from '../recorded-event.ts';

/** What belongs to one person; of local aid: to one request. */
type PersonKeys = { readonly claims: Set<string>; readonly money: Set<string> };

export type KnownRows = ProgrammeRows & {
  readonly payables: Map<string, PayableRow>;
  readonly aid: Map<string, AidRow>;
  readonly ledger: Map<string, LedgerRow>;
  readonly persons: Map<string, PersonKeys>;
};

export const noKnownRows = (): KnownRows => ({
  ...noProgrammeRows(),
  ...{ payables: new Map(), aid: new Map(), ledger: new Map(), persons: new Map() },
});

const payableFold = payableFoldInto(payableTable);

const keysOf = (rows: KnownRows, person: string): PersonKeys => {
  const known = rows.persons.get(person) ?? { claims: new Set(), money: new Set() };
  rows.persons.set(person, known);
  return known;
};

const notePerson = (rows: KnownRows, event: RecordedEvent): void => {
  switch (event.type) {
    case 'DeathReported':
    case 'IncidentReported':
    case 'PersonMissing':
      keysOf(rows, event.data.workerId).claims.add(event.data.claimId);
      return;
    case 'PayableCreated':
      keysOf(rows, event.data.workerId).money.add(event.data.payableId);
      return;
    case 'ClaimPaidBefore':
      keysOf(rows, event.data.workerId).money.add(event.data.paymentId);
      return;
    default:
  }
};

export const absorbKnown = (rows: KnownRows, batch: readonly RecordedEvent[]): void => {
  absorbProgramme(rows, batch);
  absorb(payableFold, rows.payables, batch);
  absorb(aidFold, rows.aid, batch);
  absorb(ledgerFold, rows.ledger, batch);
  for (const event of batch) notePerson(rows, event);
};

/** Decimal numbers without leading zeros. */
export const isAfter = (position: string, limit: string): boolean =>
  position.length === limit.length ? position > limit : position.length > limit.length;

export type KnownLog = AsyncIterable<readonly StoredEvent[]>;

/** Every event up to a position, in the order of the log; `hear` is told of each one first. */
export const readKnown = async (
  log: KnownLog,
  upTo: string,
  hear: (batch: readonly RecordedEvent[]) => void,
): Promise<void> => {
  for await (const events of log) {
    const known = events.filter(({ position }) => !isAfter(position, upTo));
    hear(known.map(recordedEvent));
    if (known.length < events.length) return;
  }
};

export const knownRowsAt = async (log: KnownLog, position: string): Promise<KnownRows> => {
  const rows = noKnownRows();
  await readKnown(log, position, (batch) => absorbKnown(rows, batch));
  return rows;
};

const found = <Row>(rows: ReadonlyMap<string, Row>, keys: Iterable<string>): readonly Row[] =>
  [...keys].flatMap((key) => rows.get(key) ?? []);

/** Only what belongs to these persons. */
export const rowsOfPersons = (rows: KnownRows, persons: Iterable<string>): CountedRows => {
  const all = [...new Set(persons)];
  const keys = all.flatMap((person) => rows.persons.get(person) ?? []);
  return {
    members: found(rows.members, all),
    claims: found(
      rows.claims,
      keys.flatMap(({ claims }) => [...claims]),
    ),
    money: found(
      rows.money,
      keys.flatMap(({ money }) => [...money]),
    ),
  };
};

/** Whose part of the figures an event may move. */
export const personsOf = (rows: KnownRows, event: RecordedEvent): readonly string[] => {
  switch (event.category) {
    case 'worker':
      return [event.data.workerId];
    case 'claim': {
      const own = 'workerId' in event.data ? [event.data.workerId] : [];
      return [...own, ...[rows.claims.get(event.data.claimId)?.workerId ?? []].flat()];
    }
    case 'payable': {
      const own = event.type === 'PayableCreated' ? [event.data.workerId] : [];
      return [...own, ...[rows.money.get(event.data.payableId)?.workerId ?? []].flat()];
    }
    case 'aid_request':
      return [event.data.requestId];
    default:
      return [];
  }
};
