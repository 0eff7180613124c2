// Programmes with their purses and mandates, tranches, and the monthly bills of each tranche.
import { type LocalDate, type Month, officeDay } from '../../domain/calendar.ts';
import { assertNever } from '../../domain/decider.ts';
import type {
  MandateConfirmed,
  MandateProposed,
  PayerRegistered,
  ProgrammeCreated,
  TrancheOpened,
} from '../../domain/programme/events.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type Mandate = MandateProposed['data'] & {
  /** Empty until the second person's word: only then the mandate holds. */
  readonly confirmedBy: MandateConfirmed['data']['confirmedBy'];
  readonly confirmedAt: string | null;
};

export type ProgrammeRow = ProgrammeCreated['data'] & {
  readonly payers: readonly PayerRegistered['data'][];
  readonly mandates: readonly Mandate[];
  readonly version: number;
  readonly position: string;
};

export const programmeTable: KeyedTable<ProgrammeRow> = {
  name: 'rm.programme_summary_v1_programmes',
  key: 'programmeId',
  columns: {
    programmeId: 'text not null',
    name: 'text not null',
    sponsor: 'text not null',
    region: 'text not null',
    legalBasis: 'text not null',
    ageFrom: 'integer not null',
    ageTo: 'integer not null',
    payers: 'jsonb not null',
    mandates: 'jsonb not null',
    version: 'integer not null',
    position: 'bigint not null',
  },
  indexes: [],
};

type ProgrammeRecorded = RecordedIn<'programme'>;

const programmeAfter = (
  row: ProgrammeRow,
  event: Exclude<ProgrammeRecorded, { type: 'ProgrammeCreated' }>,
): Partial<ProgrammeRow> => {
  switch (event.type) {
    case 'PayerRegistered':
      return { payers: [...row.payers, event.data] };
    case 'MandateProposed': {
      const proposed = { ...event.data, confirmedBy: [], confirmedAt: null };
      return { mandates: [...row.mandates, proposed] };
    }
    case 'MandateConfirmed': {
      const { mandateId, confirmedBy } = event.data;
      const confirmed = { confirmedBy, confirmedAt: event.effectiveAt };
      return {
        mandates: row.mandates.map((mandate) =>
          mandate.mandateId === mandateId ? { ...mandate, ...confirmed } : mandate,
        ),
      };
    }
    default:
      return assertNever(event, 'programme event');
  }
};

/** A payer's event names no programme: its stream does, and the stream's id is the programme's. */
export const programmeFold: RowFold<ProgrammeRow> = {
  table: programmeTable,
  keysOf: (event) => (event.category === 'programme' ? [event.streamId] : []),
  fold(row, event, programmeId) {
    if (event.category !== 'programme') return row;
    const { version, position } = event;
    if (event.type === 'ProgrammeCreated')
      return { ...event.data, programmeId, payers: [], mandates: [], version, position };
    if (row === undefined) return orphaned(event);
    return { ...row, ...programmeAfter(row, event), version };
  },
};

export type TrancheRow = TrancheOpened['data'] & {
  /** Seats per list; the newest number of a list counts. */
  readonly seats: Readonly<Record<string, number>>;
  readonly openedOn: LocalDate;
  readonly position: string;
};

export const trancheTable: KeyedTable<TrancheRow> = {
  name: 'rm.programme_summary_v1_tranches',
  key: 'trancheId',
  columns: {
    trancheId: 'text not null',
    programmeId: 'text not null',
    name: 'text not null',
    coverFrom: 'date not null',
    quota: 'integer not null',
    monthlyContributionIdr: 'bigint not null',
    seats: 'jsonb not null',
    openedOn: 'date not null',
    position: 'bigint not null',
  },
  indexes: ['(programme_id)'],
};

export const trancheFold: RowFold<TrancheRow> = {
  table: trancheTable,
  keysOf: (event) => (event.category === 'tranche' ? [event.data.trancheId] : []),
  fold(row, event) {
    if (event.category !== 'tranche') return row;
    switch (event.type) {
      case 'TrancheOpened': {
        const openedOn = officeDay(event.effectiveAt);
        return { ...event.data, seats: {}, openedOn, position: event.position };
      }
      case 'SeatsReserved': {
        if (row === undefined) return orphaned(event);
        const { rosterId, workers } = event.data;
        return { ...row, seats: { ...row.seats, [rosterId]: workers } };
      }
      case 'HistoryClosureProposed':
      case 'HistoryClosed':
        return row;
      default:
        return row; // Gate, clock and late months stand on the tranche board.
    }
  },
};

export type BillRow = {
  readonly billId: string;
  readonly trancheId: string;
  readonly month: Month;
  readonly workers: number;
  readonly billedIdr: string;
  readonly paymentCode: string;
  readonly billedOn: LocalDate;
  /** The office's day on which the money was seen at BPJS. */
  readonly confirmedOn: LocalDate | null;
  readonly confirmedIdr: string | null;
  readonly paidOn: LocalDate | null;
  readonly reference: string | null;
  readonly position: string;
};

export const billTable: KeyedTable<BillRow> = {
  name: 'rm.programme_summary_v1_bills',
  key: 'billId',
  columns: {
    billId: 'text not null',
    trancheId: 'text not null',
    month: 'text not null',
    workers: 'integer not null',
    billedIdr: 'bigint not null',
    paymentCode: 'text not null',
    billedOn: 'date not null',
    confirmedOn: 'date',
    confirmedIdr: 'bigint',
    paidOn: 'date',
    reference: 'text',
    position: 'bigint not null',
  },
  indexes: ['(tranche_id, month)'],
};

export const billFold: RowFold<BillRow> = {
  table: billTable,
  keysOf: (event) => (event.category === 'contribution_bill' ? [event.data.billId] : []),
  fold(row, event) {
    if (event.category !== 'contribution_bill') return row;
    const on = officeDay(event.effectiveAt);
    switch (event.type) {
      case 'ContributionBilled': {
        const { amountIdr: billedIdr, ...bill } = event.data;
        const unpaid = { confirmedOn: null, confirmedIdr: null, paidOn: null, reference: null };
        return { ...bill, billedIdr, billedOn: on, ...unpaid, position: event.position };
      }
      case 'ContributionConfirmed': {
        if (row === undefined) return orphaned(event);
        const { amountIdr: confirmedIdr, paidOn, reference } = event.data;
        return { ...row, confirmedOn: on, confirmedIdr, paidOn, reference };
      }
      case 'BillDifferenceFound':
      case 'BillMatched':
      case 'BillDifferencesDecided':
      case 'TreasuryVoucherRecorded':
      case 'ContributionPaymentProved':
      case 'TreasuryPaymentReturned':
      case 'ContributionRefunded':
      case 'ReconciliationSigned':
        return row; // On the way to its payment: billed is what was billed.
      default:
        return assertNever(event, 'contribution bill event');
    }
  },
};
