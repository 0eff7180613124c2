// What every event sample is made of: the demand on its form, fixed ids, and seals that hide nobody.
import { localDate, type Month, monthOf } from '../../domain/calendar.ts';
import type { DomainEvent } from '../../domain/catalogue.ts';
import { type RupiahText, rupiah, rupiahText } from '../../domain/money.ts';
import type { Sealed } from '../../domain/sealed.ts';

type Scalar = string | number | boolean | null | undefined;

/** Every optional field made needed, however deep: a new one does not compile until it is shown. */
type Complete<T> = T extends Scalar ? T : { readonly [K in keyof T]-?: Complete<T[K]> };

/** The first sample shows every field; the others show what may be absent or null. */
type Samples<Data> = readonly [Complete<Data>, ...Data[]];

export type SamplesOf<Event extends DomainEvent> = {
  readonly [T in Event['type']]: Samples<Extract<Event, { readonly type: T }>['data']>;
};

// Ids and hashes are constants made up for this purpose: they belong to no person and no file.
export const ids = {
  programme: '0b8f6a1e-2a39-4c0d-9f55-1d1f4f3a7c01',
  payer: '1c2d7b90-64c3-4b7e-8a11-52c0e7d09a02',
  mandate: '2f4a9c33-0d5e-47f1-b2c4-8e6f10b3d403',
  tranche: '3a5be0d7-71f8-4e26-9c9d-a4d21c5e6b04',
  bill: '4b6cf1e8-8209-4f37-8dae-b5e32d6f7c05',
  roster: '5c7d02f9-931a-4a48-9ebf-c6f43e708d06',
  worker: '6d8e130a-a42b-4b59-afc0-d7054f819e07',
  card: '7e9f241b-b53c-4c6a-80d1-e8165092af08',
  claim: '8fa0352c-c64d-4d7b-91e2-f92761a3b009',
  report: '90b1463d-d75e-4e8c-a2f3-0a3872b4c10a',
  document: 'a1c2574e-e86f-4f9d-b304-1b4983c5d20b',
  payable: 'b2d3685f-f970-40ae-8415-2c5a94d6e30c',
  run: 'c3e47960-0a81-41bf-9526-3d6ba5e7f40d',
  person: 'd4f58a71-1b92-42c0-a637-4e7cb6f8050e',
  ruleBook: 'e6097b82-2ca3-43d1-b748-5f8dc7091601',
  endToEnd: 'LD5A0F3C7E91B24D68A7C05E1F92B3D486',
  formerEndToEnd: 'LD6B1A4D8F02C35E79B8D16F2A03C4E597',
} as const;

export const fileSha256 = '9f2c6e1ab0d4835779e1c3f58a60b7d24e9135c8f07ab6d2e4831f5c790a6bde';
export const accountIndex = '37d1e9c40b5f8a26e3d07c91b4f6a85200e7d3c95b1fa8464e2d90c7b3f5a816';

/** The same bytes under every name: nothing was sealed, so nothing can be opened. */
export const sealed = (field: string, subject: string): Sealed => {
  const whole: Complete<Sealed> = {
    subject,
    field,
    ciphertext: 'c2FtcGxlLWNpcGhlcnRleHQtc2FtcGxlLWNpcGhlcnRleHQtc2FtcGxlLWNpcGhlcnRleHQ',
    commitment: '5a11e5c0a7e0f1b2d3c4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f607182930',
  };
  return whole;
};

export const day = localDate;
export const month = (text: string): Month => monthOf(localDate(`${text}-01`));
export const idr = (amount: bigint): RupiahText => rupiahText(rupiah(amount));

/** until when a family may object to a decision. */
export const objectBy = {
  code: 'OBJECT_TO_DECISION',
  dueOn: day('2026-07-03'),
  ...{ calendarVersion: 'id-national-2023-2026.1', ruleId: 'X-04' },
  article: 'UU 30/2014 Pasal 77',
} as const;
