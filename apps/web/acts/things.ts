// What can be acted on: where it lies in the pages and in the API, and its acts.
import type { Category } from '../../../domain/command.ts';
import type { Text } from '../../copy/text.ts';
import { type Head, headOfClaim, headOfPayable } from '../cases/case-head.tsx';
import { headOfActor, readableActor } from '../cases/readable-actor.tsx';
import { readableCase } from '../cases/readable-case.ts';
import { readablePayable } from '../cases/readable-payable.ts';
import { readableBill, readableTranche } from '../cases/readable-tranche.ts';
import { headOfBill, headOfTranche } from '../cases/tranche-head.tsx';
import type { Desk, Visit } from '../house.ts';
import type { WebAct } from './act.ts';
import { actorActs } from './actor/acts.ts';
import { billActs } from './bill/acts.ts';
import { claimActs } from './claim/acts.ts';
import { payableActs } from './payable/acts.ts';
import { trancheActs } from './tranche/acts.ts';

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
  /** What stands above a form of it, so that nobody acts on another case than the one meant. */
  head(visit: Visit, id: string, command: string): Promise<Head>;
};

export const things: readonly Thing[] = [
  {
    category: 'claim',
    api: 'claims',
    path: '/klaim',
    word: ['Klaim', 'Claim'],
    acts: claimActs,
    isReadable: async (desk, id) => (await readableCase(desk, id)) !== undefined,
    head: headOfClaim,
  },
  {
    category: 'payable',
    api: 'payables',
    path: '/pembayaran/tagihan',
    word: ['Pembayaran', 'Payment'],
    acts: payableActs,
    isReadable: async (desk, id) => (await readablePayable(desk, id)) !== undefined,
    head: headOfPayable,
  },
  {
    category: 'tranche',
    api: 'tranches',
    path: '/iuran',
    word: ['Gelombang', 'Tranche'],
    acts: trancheActs,
    isReadable: async (desk, id) => (await readableTranche(desk, id)) !== undefined,
    head: headOfTranche,
  },
  {
    category: 'contribution_bill',
    api: 'contribution-bills',
    path: '/iuran/tagihan',
    word: ['Tagihan iuran', 'Bill of contributions'],
    acts: billActs,
    isReadable: async (desk, id) => (await readableBill(desk, id)) !== undefined,
    head: headOfBill,
  },
  {
    category: 'actor',
    api: 'actors',
    path: '/petugas',
    word: ['Petugas', 'Officer'],
    acts: actorActs,
    isReadable: async (desk, id) => (await readableActor(desk, id)) !== undefined,
    head: headOfActor,
  },
];
