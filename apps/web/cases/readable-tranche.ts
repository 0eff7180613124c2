// One tranche or one of its bills, for whoever has a part in its contributions; else it is not there.
import { stateOf } from '../../../activities/deciders.ts';
import { officeDay } from '../../../domain/calendar.ts';
import { CONTRIBUTION_READERS } from '../../../domain/office/reading-acts.ts';
import type { ContributionBillState } from '../../../domain/programme/bill-state.ts';
import { contributionBillDecider } from '../../../domain/programme/contribution-bill-decider.ts';
import { programmeById } from '../../../projections/programme-summary.ts';
import { type TrancheOnBoard, trancheOnBoard } from '../../../projections/tranche-board.ts';
import { isIdKey } from '../../cli/option-values.ts';
import type { Desk } from '../house.ts';
import { mayRead } from './own-area.ts';

export const readableTranche = async (
  desk: Desk,
  trancheId: string,
): Promise<TrancheOnBoard | undefined> => {
  if (!isIdKey(trancheId)) return undefined;
  const tranche = await trancheOnBoard(desk.db, trancheId, officeDay(desk.now()));
  if (tranche === undefined) return undefined;
  const programme = await programmeById(desk.db, tranche.programmeId);
  const region = programme?.region ?? null;
  return (await mayRead(desk, CONTRIBUTION_READERS, region)) ? tranche : undefined;
};

export type ReadableBill = {
  readonly tranche: TrancheOnBoard;
  readonly state: ContributionBillState;
  readonly bill: NonNullable<ContributionBillState['bill']>;
};

export const readableBill = async (
  desk: Desk,
  billId: string,
): Promise<ReadableBill | undefined> => {
  if (!isIdKey(billId)) return undefined;
  const history = await desk.store.loadStream(billId);
  if (history[0]?.category !== 'contribution_bill') return undefined;
  const state = stateOf(contributionBillDecider, history);
  const { bill } = state;
  if (bill === null) return undefined;
  const tranche = await readableTranche(desk, bill.trancheId);
  return tranche === undefined ? undefined : { tranche, state, bill };
};
