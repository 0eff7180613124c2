// The sealed fields of a worker, apart from the membership: written twice in a life, read with a reason.
import type { Sealed } from '../../domain/sealed.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type PersonRow = {
  readonly workerId: string;
  readonly nik: Sealed;
  readonly name: Sealed;
  readonly birthDate: Sealed;
  readonly neighbourhood: Sealed;
  readonly disability: Sealed;
  /** Null until BPJS has accepted the person. */
  readonly kpj: Sealed | null;
  readonly position: string;
};

export const personTable: KeyedTable<PersonRow> = {
  name: 'rm.member_roster_v1_persons',
  key: 'workerId',
  columns: {
    workerId: 'text not null',
    nik: 'jsonb not null',
    name: 'jsonb not null',
    birthDate: 'jsonb not null',
    neighbourhood: 'jsonb not null',
    disability: 'jsonb not null',
    kpj: 'jsonb',
    position: 'bigint not null',
  },
  indexes: [],
};

export const personFold: RowFold<PersonRow> = {
  table: personTable,
  keysOf: (event) =>
    event.type === 'WorkerNominated' || event.type === 'WorkerEnrolled'
      ? [event.data.workerId]
      : [],
  fold(row, event) {
    if (event.type === 'WorkerNominated') {
      const { workerId, nik, name, birthDate, neighbourhood, disability } = event.data;
      const fields = { nik, name, birthDate, neighbourhood, disability, kpj: row?.kpj ?? null };
      return { workerId, ...fields, position: event.position };
    }
    if (event.type !== 'WorkerEnrolled') return row;
    return row === undefined ? orphaned(event) : { ...row, kpj: event.data.kpj };
  },
};
