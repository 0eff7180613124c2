// Whose money a person may look at: purses of programmes in the areas of their own roles.
import type { Flow } from '../../../../domain/programme/events.ts';
import { isWithin } from '../../../../domain/region.ts';
import type { Sealed } from '../../../../domain/sealed.ts';
import { listProgrammes } from '../../../../projections/programme-summary.ts';
import { areasOf } from '../../cases/own-area.ts';
import { PAYMENT_READERS } from '../../cases/readable-payable.ts';
import type { Visit } from '../../house.ts';

/** A payer of a programme: a legal entity, its fund and the account that money leaves. */
export type Purse = {
  readonly payerId: string;
  readonly programme: string;
  readonly region: string;
  readonly legalEntity: string;
  readonly fund: string;
  readonly bank: string;
  readonly fundingAccount: Sealed;
};

export type Purses = ReadonlyMap<string, Purse>;

export const readablePurses = async ({ desk, visitor }: Visit): Promise<Purses> => {
  const areas = areasOf(visitor, PAYMENT_READERS);
  const programmes = await listProgrammes(desk.db);
  const purses = programmes
    .filter(({ region }) => areas.some((area) => isWithin(region, area)))
    .flatMap(({ name: programme, region, payers }) =>
      payers.map(({ payerId, legalEntity, fund, bank, fundingAccount }): Purse => {
        return { payerId, programme, region, legalEntity, fund, bank, fundingAccount };
      }),
    );
  return new Map(purses.map((purse) => [purse.payerId, purse]));
};

/** Where a purse and a flow are chosen in the address of a page. */
export const purseQuery = (payerId: string, flow: Flow): string =>
  `pembayar=${encodeURIComponent(payerId)}&alur=${flow}`;
