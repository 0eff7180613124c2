// What can be acted on: where it lies in the pages and in the API, and its acts.
import type { Category } from '../../../domain/command.ts';
import type { Text } from '../../copy/text.ts';
import { readableCase } from '../cases/readable-case.ts';
import { readablePayable } from '../cases/readable-payable.ts';
import type { Desk } from '../house.ts';
import type { WebAct } from './act.ts';
import { claimActs } from './claim/acts.ts';
import { payableActs } from './payable/acts.ts';

export type Thing = {
  readonly category: Category;
  /** Plural, in the API: `/v1/claims/{id}`. */
  readonly api: string;
  /** Of its page: `/klaim/{id}`. */
  readonly path: string;
  readonly word: Text;
  readonly acts: readonly WebAct[];
  /** Whether this person may see it at all: nobody acts on what they may not look at. */
  isReadable(desk: Desk, id: string): Promise<boolean>;
};

export const things: readonly Thing[] = [
  {
    category: 'claim',
    api: 'claims',
    path: '/klaim',
    word: ['Klaim', 'Claim'],
    acts: claimActs,
    isReadable: async (desk, id) => (await readableCase(desk, id)) !== undefined,
  },
  {
    category: 'payable',
    api: 'payables',
    path: '/pembayaran/tagihan',
    word: ['Pembayaran', 'Payment'],
    acts: payableActs,
    isReadable: async (desk, id) => (await readablePayable(desk, id)) !== undefined,
  },
];
