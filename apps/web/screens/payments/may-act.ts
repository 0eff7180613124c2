// What a person could do with a run now, asked of the run's own decider before any button is shown.
import { authoriseAct } from '../../../../activities/authority.ts';
import { decideOn } from '../../../../activities/deciders.ts';
import type { Act } from '../../../../domain/actor.ts';
import type { RupiahText } from '../../../../domain/money.ts';
import type { PayoutRunCommand } from '../../../../domain/payout/run-events.ts';
import { streamIds } from '../../../../infra/ids/stream-ids.ts';
import type { RunRow } from '../../../../projections/payout-ledger/run-row.ts';
import { refusalText } from '../../../copy/catalogue.ts';
import { type Officer, officersWhoMay } from '../../cases/officers.ts';
import type { Desk } from '../../house.ts';

export type MayAct =
  | { readonly may: true }
  | {
      readonly may: false;
      readonly code: string;
      readonly why: string;
    };

const refusedFor = (
  desk: Desk,
  refused: {
    readonly code: string;
    readonly facts: Readonly<Record<string, string | number | boolean>>;
  },
): MayAct => ({
  may: false,
  code: refused.code,
  why: refusalText({ status: 'refused', ...refused }, desk.language),
});

const authorityFor = (desk: Desk, act: Act, area: string) =>
  authoriseAct({ store: desk.store, ids: streamIds, clock: desk.now }, desk.actorId, { act, area });

const mayWish = async (
  desk: Desk,
  run: RunRow,
  over: { readonly act: Act; readonly region: string; readonly command: PayoutRunCommand },
): Promise<MayAct> => {
  const { act, region, command } = over;
  const history = await desk.store.loadStream(run.runId);
  const authority = await authorityFor(desk, act, region);
  if (!('acting' in authority)) return refusedFor(desk, authority);
  const decided = decideOn({ category: 'payout_run', command }, history, authority.acting);
  return 'refused' in decided ? refusedFor(desk, decided.refused) : { may: true };
};

export const mayRelease = (desk: Desk, run: RunRow, region: string): Promise<MayAct> =>
  mayWish(desk, run, {
    ...{ act: 'release-run', region },
    command: { type: 'ReleaseRun', data: { sumIdr: run.sumIdr as RupiahText } },
  });

/** The reason is asked for on its own page. */
export const mayCancel = (desk: Desk, run: RunRow, region: string): Promise<MayAct> =>
  mayWish(desk, run, {
    ...{ act: 'assemble-run', region },
    command: { type: 'CancelRun', data: { reason: '-' } },
  });

export const mayAssembleIn = async (desk: Desk, region: string): Promise<MayAct> => {
  const authority = await authorityFor(desk, 'assemble-run', region);
  return 'acting' in authority ? { may: true } : refusedFor(desk, authority);
};

/** Four persons: nobody who decided or assembled lets the money go. */
export const whoMayRelease = (
  desk: Desk,
  { assembledBy, decidedBy }: Pick<RunRow, 'assembledBy' | 'decidedBy'>,
  area: string,
): Promise<readonly Officer[]> =>
  officersWhoMay(desk, { act: 'release-run', area, without: [...assembledBy, ...decidedBy] });
