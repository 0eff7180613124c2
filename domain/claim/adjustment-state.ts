// What was granted to whom, and what is proposed beside it; granted + top-up − recovery = entitled.
import { parseRupiah, type RupiahText, rupiah, rupiahText, sumTexts } from '../money.ts';
import type {
  AdjustmentDropped,
  BindingDeterminationRecorded,
  Difference,
  RecoveryDecided,
  RecoveryProposed,
  TopUpProposed,
} from './adjustment-events.ts';
import type { BenefitLine } from './assessment-events.ts';
import type { ClaimMandate } from './decision-events.ts';

export type Recommended = {
  readonly decision: number;
  readonly totalIdr: RupiahText;
  readonly mandate: ClaimMandate;
  readonly by: readonly string[];
};

export type OpenTopUp = {
  readonly proposal: number;
  readonly amountIdr: RupiahText;
  readonly shares: readonly Difference[];
  readonly recommended: Recommended | null;
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
  readonly proposals: number;
  readonly topUp: OpenTopUp | null;
  readonly recovery: OpenRecovery | null;
  readonly binding: BindingDeterminationRecorded['data'] | null;
  /** A decision of this claim came to its end before: no clock of the law runs a second time. */
  readonly settledOnce: boolean;
};

export const initialAdjustment: AdjustmentState = {
  granted: [],
  proposals: 0,
  topUp: null,
  recovery: null,
  binding: null,
  settledOnce: false,
};

export type AdjustmentEvent =
  | TopUpProposed
  | RecoveryProposed
  | AdjustmentDropped
  | RecoveryDecided
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

/** What a first decision grants; another house's sum replaces ours where one payee takes it all. */
export const grantedBy = (
  lines: readonly BenefitLine[],
  determinedIdr?: RupiahText,
): readonly Difference[] => {
  const shares = byPayee(lines);
  const [only, ...others] = shares;
  return determinedIdr === undefined || only === undefined || others.length > 0
    ? shares
    : [{ payee: only.payee, amountIdr: determinedIdr }];
};

export const differences = (
  entitled: readonly Difference[],
  granted: readonly Difference[],
): { readonly more: readonly Difference[]; readonly less: readonly Difference[] } => {
  const minus = granted.map(({ payee, amountIdr }) => ({
    payee,
    amountIdr: rupiahText(rupiah(-parseRupiah(amountIdr))),
  }));
  const all = byPayee([...entitled, ...minus]);
  return {
    more: all.filter(({ amountIdr }) => parseRupiah(amountIdr) > 0n),
    less: all
      .filter(({ amountIdr }) => parseRupiah(amountIdr) < 0n)
      .map(({ payee, amountIdr }) => ({
        payee,
        amountIdr: rupiahText(rupiah(-parseRupiah(amountIdr))),
      })),
  };
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
        topUp: { proposal, amountIdr, shares, recommended: null, returned: false },
      };
    }
    case 'RecoveryProposed': {
      const { proposal, amountIdr, shares } = event.data;
      return { proposals: proposal, recovery: { proposal, amountIdr, shares, decided: null } };
    }
    case 'AdjustmentDropped':
      return event.data.dropped === 'TOP_UP' ? { topUp: null } : { recovery: null };
    case 'RecoveryDecided': {
      const { recovery } = state;
      return { recovery: recovery && { ...recovery, decided: event.data.outcome } };
    }
    case 'BindingDeterminationRecorded':
      return { binding: event.data };
  }
};
