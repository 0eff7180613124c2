// A running programme to be taken over: made-up people with KPJ, and the list that a branch would send.
import { syntheticRoster } from '../../apps/demo/synthetic-roster.ts';
import type { LocalDate } from '../../domain/calendar.ts';

export const AS_OF = '2026-10-05' as LocalDate;
export const REGISTERED_ON = '2026-02-20';

export type ListedPerson = {
  readonly row: number;
  readonly nik: string;
  readonly kpj: string;
  readonly handedOver: boolean;
};

export type TakeOverList = { readonly csv: string; readonly people: readonly ListedPerson[] };

type Wish = {
  readonly seed: string;
  readonly count: number;
  readonly kelurahan: string;
  readonly coverFrom: LocalDate;
  readonly registeredOn: string;
  readonly paidThrough?: string;
  readonly handedOverOn?: string;
};

/** A member number names one person, in every list. */
const kpjOf = (nik: string): string => [...nik].reverse().join('').slice(0, 11);

/** Every third card still lies at the office. */
export const takeOverList = (wish: Wish): TakeOverList => {
  const { csv } = syntheticRoster({
    ...{ seed: wish.seed, count: wish.count, kelurahan: wish.kelurahan },
    ...{ coverFrom: wish.coverFrom, ageFrom: 18, ageTo: 64, disabilities: 0, faults: {} },
  });
  const [header = '', ...rows] = csv.trim().split(/\r?\n/);
  const mark = header.includes(';') ? ';' : ',';
  const own = ['KPJ', 'TANGGAL_DAFTAR', 'LUNAS_SAMPAI', 'KARTU_DISERAHKAN', 'PENERIMA_KARTU'];
  const people = rows.map((line, index): ListedPerson & { readonly line: string } => {
    const row = index + 1;
    const handedOver = row % 3 !== 0;
    const card = handedOver ? (wish.handedOverOn ?? wish.registeredOn) : '';
    const nik = /\d{16}/.exec(line)?.[0] ?? '';
    const kpj = kpjOf(nik);
    const cells = [kpj, wish.registeredOn, wish.paidThrough ?? '', card, ''];
    return { row, nik, kpj, handedOver, line: [line, ...cells].join(mark) };
  });
  const lines = [[header, ...own].join(mark), ...people.map(({ line }) => line)];
  return { csv: `${lines.join('\r\n')}\r\n`, people };
};
