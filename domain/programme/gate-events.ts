// What a tranche records about its premium gate, its lapse clock and the months that are paid late.
import type { LocalDate, Month } from '../calendar.ts';
import type { RupiahText } from '../money.ts';
import type { LapseMilestone, PaidMonth } from './paid-month.ts';

/** Cards that count: received by the sponsor from the branch, or handed over to workers. */
export const GATE_BASES = ['RECEIVED', 'HANDED_OVER'] as const;
export type GateBasis = (typeof GATE_BASES)[number];
/** What the share is a share of. */
export const GATE_WHOLES = ['QUOTA', 'REGISTERED'] as const;
export type GateWhole = (typeof GATE_WHOLES)[number];

export type GateRule = {
  readonly basis: GateBasis;
  readonly of: GateWhole;
  readonly sharePercent: number;
};

export type GateState = 'NONE' | 'CLOSED' | 'OPEN' | 'OVERRIDDEN';

export type PremiumGateSet = {
  readonly type: 'PremiumGateSet';
  readonly data: GateRule & { readonly trancheId: string };
};

export type SponsorCardsReceived = {
  readonly type: 'SponsorCardsReceived';
  readonly data: {
    readonly trancheId: string;
    /** Number of the delivery note: one note counts once. */
    readonly deliveryNote: string;
    readonly cards: number;
    readonly receivedOn: LocalDate;
  };
};

/** The figures an opening or an override rested on, and the position the read model stood at. */
type GateFigures = {
  readonly cards: number;
  readonly quorum: number;
  readonly registered: number;
  readonly position: string;
};

export type PremiumGateOpened = {
  readonly type: 'PremiumGateOpened';
  readonly data: GateRule & GateFigures & { readonly trancheId: string };
};

export type PremiumGateOverridden = {
  readonly type: 'PremiumGateOverridden';
  readonly data: GateFigures & {
    readonly trancheId: string;
    readonly reason: string;
    readonly firstUnpaid: Month;
    readonly lapsesOn: LocalDate;
    readonly overriddenBy: readonly string[];
  };
};

/** A day of the lapse clock came; the gate's state in it is the conflict, if there is one. */
export type LapseWarned = {
  readonly type: 'LapseWarned';
  readonly data: {
    readonly trancheId: string;
    readonly milestone: Exclude<LapseMilestone, 'LAPSE'>;
    readonly firstUnpaid: Month;
    readonly dueOn: LocalDate;
    readonly lapsesOn: LocalDate;
    /** Last working day on which a payment still comes in time. */
    readonly payBy: LocalDate;
    readonly calendarVersion: string;
    readonly workersAtRisk: number;
    readonly gate: GateState;
    /** Still missing to the quorum; 0 where no gate is closed. */
    readonly cardsMissing: number;
    /** False: fell due before this house carried the tranche, so that nobody is notified. */
    readonly remind: boolean;
    readonly ruleId: string;
  };
};

export type CoverLapsed = {
  readonly type: 'CoverLapsed';
  readonly data: {
    readonly trancheId: string;
    readonly firstUnpaid: Month;
    readonly lapsedOn: LocalDate;
    readonly workers: number;
    readonly gate: GateState;
    readonly remind: boolean;
    readonly ruleId: string;
  };
};

/** C-10: the branch lets months count that were paid after cover had ended. */
export type ArrearsAccepted = {
  readonly type: 'ArrearsAccepted';
  readonly data: {
    readonly trancheId: string;
    readonly from: Month;
    readonly through: Month;
    readonly letter: string;
    readonly decidedOn: LocalDate;
  };
};

/** C-24: which budget document pays these months. */
export type MonthsBudgeted = {
  readonly type: 'MonthsBudgeted';
  readonly data: {
    readonly trancheId: string;
    readonly from: Month;
    readonly through: Month;
    /** Number of the DPA or of the APBD-Perubahan. */
    readonly document: string;
  };
};

/** C-24: before January a gap of the next fiscal year goes up, to somebody higher each time. */
export type BudgetGapEscalated = {
  readonly type: 'BudgetGapEscalated';
  readonly data: {
    readonly trancheId: string;
    readonly milestone: 'BUDGET_OCTOBER' | 'BUDGET_NOVEMBER' | 'BUDGET_DECEMBER';
    readonly escalatedTo: 'TREASURER' | 'HEAD_OF_OFFICE' | 'REGIONAL_SECRETARY';
    readonly fiscalYear: number;
    readonly months: readonly Month[];
    readonly persons: number;
    readonly amountIdr: RupiahText;
    readonly deathsInTenths: number;
    readonly deathsBy: 'OWN' | 'REFERENCE';
    readonly ruleId: string;
  };
};

export type GateEvent =
  | PremiumGateSet
  | SponsorCardsReceived
  | PremiumGateOpened
  | PremiumGateOverridden
  | LapseWarned
  | CoverLapsed
  | ArrearsAccepted
  | MonthsBudgeted
  | BudgetGapEscalated;

/** Counted by the read model; `position` says how far it had come. */
export type TrancheMembers = {
  readonly registered: number;
  /** Registered and not known dead. */
  readonly alive: number;
  readonly handedOver: number;
  readonly position: string;
};

/** Facts of other streams that a tranche's decisions rest on; collected inside the command. */
export type TrancheFacts = {
  readonly members: TrancheMembers;
  readonly paid: readonly PaidMonth[];
  /** Since this office day the house carries the tranche: what fell due before reminds nobody. */
  readonly carriedSince: LocalDate;
  readonly payBy: LocalDate;
  readonly calendarVersion: string;
};

/** `facts`: collected; whatever the caller sent there is ignored. */
export type GateCommand =
  | { readonly type: 'SetGate'; readonly data: GateRule }
  | {
      readonly type: 'ReceiveCards';
      readonly data: Omit<SponsorCardsReceived['data'], 'trancheId'>;
    }
  | {
      readonly type: 'OverrideGate';
      readonly data: { readonly reason: string; readonly facts: TrancheFacts | null };
    }
  | { readonly type: 'AcceptArrears'; readonly data: Omit<ArrearsAccepted['data'], 'trancheId'> }
  | { readonly type: 'BudgetMonths'; readonly data: Omit<MonthsBudgeted['data'], 'trancheId'> }
  | { readonly type: 'AssessGate'; readonly data: { readonly facts: TrancheFacts | null } }
  | { readonly type: 'AssessLapse'; readonly data: { readonly facts: TrancheFacts | null } };
