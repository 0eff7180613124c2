// What was granted to whom, and what is proposed beside it; granted + top-up − recovery = entitled.
import { parseRupiah, type RupiahText, rupiah, rupiahText, sumTexts } from '../../money.ts';
import type { ClaimMandate } from '../decision/decision-events.ts';
import type {
  AdjustmentDropped,
  BindingDeterminationRecorded,
  Difference,
  RecoveryDecided,
  RecoveryProposed,
  RecoveryRepaid,
  TopUpProposed,
} from './adjustment-events.ts';

export type Recommendation = {
  readonly decision: number;
  readonly totalIdr: RupiahText;
  readonly mandate: ClaimMandate;
  readonly by: readonly string[];
};

export type OpenTopUp = {
  readonly proposal: number;
  readonly amountIdr: RupiahText;
  readonly shares: readonly Difference[];
  readonly recommended: Recommendation | null;
  /** The approver sent it back, and nothing followed yet. */
  readonly returned: boolean;
};

export type OpenRecovery = {
  readonly proposal: number;
  readonly amountIdr: RupiahText;
  readonly shares: readonly Difference[];
  readonly decided: RecoveryDecided['data']['outcome'] | null;
};

export type AdjustmentState = {
  /** By payee: what approved decisions stand for, paid or on its way. */
  readonly granted: readonly Difference[];
  /** Demanded back: counted as taken from what was granted, so that nothing is demanded twice. */
  readonly demanded: readonly Difference[];
  /** Paid too much and left with the payee, until more is owed to them than they have. */
  readonly waived: readonly Difference[];
  /** What came back of it. */
  readonly repaid: readonly Pick<RecoveryRepaid['data'], 'amountIdr' | 'paidOn' | 'reference'>[];
  readonly proposals: number;
  readonly topUp: OpenTopUp | null;
  readonly recovery: OpenRecovery | null;
  readonly binding: BindingDeterminationRecorded['data'] | null;
  /** A decision of this claim came to its end before: no clock of the law runs a second time. */
  readonly settledOnce: boolean;
};

/** No decision stands. */
export const NOTHING_GRANTED = {
  ...{ granted: [], demanded: [], waived: [], repaid: [], topUp: null, recovery: null },
} satisfies Partial<AdjustmentState>;

export const initialAdjustment: AdjustmentState = {
  ...NOTHING_GRANTED,
  proposals: 0,
  binding: null,
  settledOnce: false,
};

export type AdjustmentEvent =
  | TopUpProposed
  | RecoveryProposed
  | AdjustmentDropped
  | RecoveryDecided
  | RecoveryRepaid
  | BindingDeterminationRecorded;

/** Sums by payee, in the order in which payees were met. */
export const byPayee = (shares: readonly Difference[]): readonly Difference[] => {
  const sums = new Map<string, RupiahText>();
  for (const { payee, amountIdr } of shares)
    sums.set(payee, sumTexts([sums.get(payee) ?? rupiahText(rupiah(0n)), amountIdr]));
  return [...sums].map(([payee, amountIdr]) => ({ payee, amountIdr }));
};

export const totalOf = (shares: readonly Difference[]): RupiahText =>
  sumTexts(shares.map(({ amountIdr }) => amountIdr));

/** What a decision grants; another house's sum replaces ours where one payee takes it all. */
export const grantedBy = (
  lines: readonly Difference[],
  determinedIdr?: RupiahText,
): readonly Difference[] => {
  const shares = byPayee(lines);
  const [only, ...others] = shares;
  return determinedIdr === undefined || only === undefined || others.length > 0
    ? shares
    : [{ payee: only.payee, amountIdr: determinedIdr }];
};

const minus = (shares: readonly Difference[]): readonly Difference[] =>
  shares.map(({ payee, amountIdr }) => ({
    payee,
    amountIdr: rupiahText(rupiah(-parseRupiah(amountIdr))),
  }));

const isPositive = ({ amountIdr }: Difference): boolean => parseRupiah(amountIdr) > 0n;

type Granted = Pick<AdjustmentState, 'granted' | 'demanded' | 'waived'>;

/** What no person decided yet: what was demanded is gone from the payee, what was waived stays. */
export const differences = (
  entitled: readonly Difference[],
  { granted, demanded, waived }: Granted,
): { readonly more: readonly Difference[]; readonly less: readonly Difference[] } => {
  const owed = byPayee([...entitled, ...minus(granted), ...demanded]);
  const over = minus(owed).filter(isPositive);
  const left = waived.filter(({ payee }) => over.some((share) => share.payee === payee));
  return {
    more: owed.filter(isPositive),
    less: byPayee([...over, ...minus(left)]).filter(isPositive),
  };
};

const without = (
  shares: readonly Difference[],
  others: readonly Difference[],
): readonly Difference[] =>
  shares.filter(({ payee }) => others.every((other) => other.payee !== payee));

const onRecoveryDecided = (
  { recovery, demanded, waived }: AdjustmentState,
  { outcome }: RecoveryDecided['data'],
): Partial<AdjustmentState> => {
  if (recovery === null) return {};
  const decided = { ...recovery, decided: outcome };
  return outcome === 'DEMAND'
    ? { recovery: decided, demanded: byPayee([...demanded, ...recovery.shares]) }
    : { recovery: decided, waived: byPayee([...waived, ...recovery.shares]) };
};

export const adjustmentAfter = (
  state: AdjustmentState,
  event: AdjustmentEvent,
): Partial<AdjustmentState> => {
  switch (event.type) {
    case 'TopUpProposed': {
      const { proposal, amountIdr, shares } = event.data;
      return {
        proposals: proposal,
        // More is owed to them than they have: no sum that was left with them is too much.
        waived: without(state.waived, shares),
        topUp: { proposal, amountIdr, shares, recommended: null, returned: false },
      };
    }
    case 'RecoveryProposed': {
      const { proposal, amountIdr, shares } = event.data;
      return { proposals: proposal, recovery: { proposal, amountIdr, shares, decided: null } };
    }
    case 'AdjustmentDropped':
      return event.data.dropped === 'TOP_UP' ? { topUp: null } : { recovery: null };
    case 'RecoveryDecided':
      return onRecoveryDecided(state, event.data);
    case 'RecoveryRepaid': {
      const { amountIdr, paidOn, reference } = event.data;
      return { repaid: [...state.repaid, { amountIdr, paidOn, reference }] };
    }
    case 'BindingDeterminationRecorded':
      return { binding: event.data };
  }
};
