// One row per numbered letter: its place in the series, its claim, who signed it, or why it is void.
import type { Office } from '../../domain/actor.ts';
import type { LocalDate } from '../../domain/calendar.ts';
import type { Letterhead, LetterKind } from '../../domain/letter/letter-events.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type LetterState = 'ISSUED' | 'SIGNED' | 'VOID';

export type LetterRow = {
  /** Series and number: a reference alone could be that of another office. */
  readonly letterKey: string;
  readonly seriesId: string;
  readonly number: number;
  readonly reference: string;
  readonly office: Office;
  readonly area: string;
  readonly kind: LetterKind;
  readonly year: number;
  readonly claimId: string;
  readonly claimVersion: number;
  readonly issuedOn: LocalDate;
  readonly issuedBy: string;
  readonly head: Letterhead;
  readonly state: LetterState;
  readonly signer: string | null;
  readonly title: string | null;
  readonly signedOn: LocalDate | null;
  /** The signed text in the store of papers. */
  readonly sha256: string | null;
  readonly voidReason: string | null;
  readonly position: string;
};

export const letterTable: KeyedTable<LetterRow> = {
  name: 'rm.letter_book_v1',
  key: 'letterKey',
  columns: {
    letterKey: 'text not null',
    seriesId: 'text not null',
    number: 'integer not null',
    reference: 'text not null',
    office: 'text not null',
    area: 'text not null',
    kind: 'text not null',
    year: 'integer not null',
    claimId: 'text not null',
    claimVersion: 'integer not null',
    issuedOn: 'date not null',
    issuedBy: 'text not null',
    head: 'jsonb not null',
    state: 'text not null',
    signer: 'text',
    title: 'text',
    signedOn: 'date',
    sha256: 'text',
    voidReason: 'text',
    position: 'bigint not null',
  },
  indexes: ['(claim_id)', '(reference)', '(year, office, kind, number)'],
};

const keyOf = ({ seriesId, number }: { seriesId: string; number: number }): string =>
  `${seriesId}/${number}`;

const UNSIGNED = {
  ...{ signer: null, title: null, signedOn: null, sha256: null, voidReason: null },
} as const;

export const letterFold: RowFold<LetterRow> = {
  table: letterTable,
  keysOf: (event) => (event.category === 'letter_series' ? [keyOf(event.data)] : []),
  fold(row, event) {
    if (event.category !== 'letter_series') return row;
    if (event.type === 'LetterIssued') {
      const { data, meta, position } = event;
      const issuedBy = meta.actor.id;
      return {
        ...data,
        ...{ letterKey: keyOf(data), issuedBy, state: 'ISSUED', ...UNSIGNED, position },
      };
    }
    if (row === undefined) return orphaned(event);
    if (event.type === 'LetterVoided')
      return { ...row, state: 'VOID', voidReason: event.data.reason };
    const { signer, title, signedOn, sha256 } = event.data;
    return { ...row, state: 'SIGNED', signer, title, signedOn, sha256 };
  },
};
