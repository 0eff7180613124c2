// Where every rupiah of one run is: settled, returned, refused, unknown, disputed, or still open.
import { parseRupiah, rupiahText, sumRupiah } from '../../domain/money.ts';
import type { AttemptState, PayableRow } from './payable-row.ts';
import type { RunMemberRow } from './run-row.ts';

export type RunShare = 'settled' | 'returned' | 'rejected' | 'unknown' | 'disputed' | 'open';

export type RunReconciliation = {
  readonly count: number;
  readonly sumIdr: string;
  /** The six shares add up to count and sum, by construction and by test. */
  readonly shares: Readonly<Record<RunShare, { readonly count: number; readonly sumIdr: string }>>;
};

const SHARE_OF: Readonly<Record<AttemptState, RunShare>> = {
  SELECTED: 'open',
  DESELECTED: 'open',
  INTENDED: 'open',
  SENT: 'open',
  ACCEPTED: 'open',
  UNKNOWN: 'unknown',
  REJECTED: 'rejected',
  SETTLED: 'settled',
  RETURNED: 'returned',
  DISPUTED: 'disputed',
  VOIDED: 'open',
};

type Member = { readonly member: RunMemberRow; readonly payable: PayableRow | null };

/** A payable that came back may be in a later run by now: only its attempt in this run counts. */
const shareOf = (runId: string, { payable }: Member): RunShare => {
  const attempt = payable?.attempts.findLast((candidate) => candidate.runId === runId);
  return attempt === undefined ? 'open' : SHARE_OF[attempt.state];
};

export const reconcile = (runId: string, members: readonly Member[]): RunReconciliation => {
  const sumOf = (of: readonly Member[]) => ({
    count: of.length,
    sumIdr: rupiahText(sumRupiah(of.map(({ member }) => parseRupiah(member.amountIdr)))),
  });
  const share = (wanted: RunShare) =>
    sumOf(members.filter((member) => shareOf(runId, member) === wanted));
  return {
    ...sumOf(members),
    shares: {
      settled: share('settled'),
      returned: share('returned'),
      rejected: share('rejected'),
      unknown: share('unknown'),
      disputed: share('disputed'),
      open: share('open'),
    },
  };
};
