// One row per doubt: a row of a list of the dead that may speak of one member, until a person decides.
import type { LocalDate } from '../../domain/calendar.ts';
import type { Sealed } from '../../domain/sealed.ts';
import type { DeathSource } from '../../domain/worker/known-death-events.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type DoubtRow = {
  readonly doubtId: string;
  readonly workerId: string;
  readonly listId: string;
  readonly listRow: number;
  readonly source: DeathSource;
  readonly deathDate: LocalDate;
  readonly score: number;
  readonly name: Sealed;
  readonly birthDate: Sealed | null;
  readonly nik: Sealed | null;
  readonly raisedAt: string;
  readonly isSamePerson: boolean | null;
  readonly decidedAt: string | null;
  readonly position: string;
};

export const doubtTable: KeyedTable<DoubtRow> = {
  name: 'rm.known_deaths_v1_doubts',
  key: 'doubtId',
  columns: {
    doubtId: 'text not null',
    workerId: 'text not null',
    listId: 'text not null',
    listRow: 'integer not null',
    source: 'text not null',
    deathDate: 'date not null',
    score: 'integer not null',
    name: 'jsonb not null',
    birthDate: 'jsonb',
    nik: 'jsonb',
    raisedAt: 'timestamptz not null',
    isSamePerson: 'boolean',
    decidedAt: 'timestamptz',
    position: 'bigint not null',
  },
  indexes: ['(list_id, list_row)'],
};

export const doubtFold: RowFold<DoubtRow> = {
  table: doubtTable,
  keysOf: (event) =>
    event.type === 'DeathDoubtRaised' || event.type === 'DeathDoubtDecided'
      ? [event.data.doubtId]
      : [],
  fold(row, event) {
    if (event.type === 'DeathDoubtRaised') {
      const { doubtId, workerId, listId, row: listRow, source, deathDate, score } = event.data;
      const { name, birthDate, nik } = event.data;
      return {
        ...{ doubtId, workerId, listId, listRow, source, deathDate, score, name },
        ...{ birthDate, nik, raisedAt: event.effectiveAt },
        ...{ isSamePerson: null, decidedAt: null },
        position: event.position,
      };
    }
    if (event.type !== 'DeathDoubtDecided') return row;
    if (row === undefined) return orphaned(event);
    return { ...row, isSamePerson: event.data.isSamePerson, decidedAt: event.effectiveAt };
  },
};
