// What is recorded of a hospital (PLKK) that treats on our guarantee: named, billed, verified, approved.
import type { LocalDate } from '../../calendar.ts';
import type { RupiahText } from '../../money.ts';
import type { BilledLine, PersonsGround, VerifiedLine } from '../../rules/hospital-bill.ts';
import type { Payee } from '../assessment/assessment-events.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import type { ClaimMandate } from '../decision/decision-events.ts';

export type Hospital = {
  /** As the office keeps its hospitals, e.g. `RSUD-BTG`. */
  readonly code: string;
  readonly name: string;
};

/** The letter of guarantee has its number in the series of the office (ADR 26). */
export type HospitalGuaranteed = {
  readonly type: 'HospitalGuaranteed';
  readonly data: {
    readonly claimId: string;
    /** Counts the hospitals of this case. */
    readonly guarantee: number;
    readonly hospital: Hospital;
    readonly from: LocalDate;
    readonly payee: Payee;
    readonly ruleId: string;
    readonly article: string;
  };
};

export type HospitalBillReceived = {
  readonly type: 'HospitalBillReceived';
  readonly data: {
    readonly claimId: string;
    readonly billId: string;
    readonly guarantee: number;
    /** The hospital's own number of the bill. */
    readonly number: string;
    readonly billedOn: LocalDate;
    readonly lines: readonly BilledLine[];
    readonly totalIdr: RupiahText;
    readonly evidenceSha256: string;
  };
};

/** Line by line: accepted, or disputed with a ground; another person approves the sum. */
export type HospitalBillVerified = {
  readonly type: 'HospitalBillVerified';
  readonly data: {
    readonly claimId: string;
    readonly billId: string;
    readonly lines: readonly VerifiedLine[];
    readonly acceptedIdr: RupiahText;
    readonly disputedIdr: RupiahText;
    readonly mandate: ClaimMandate;
    readonly verifiedBy: readonly string[];
  };
};

export type HospitalBillReturned = {
  readonly type: 'HospitalBillReturned';
  readonly data: { readonly claimId: string; readonly billId: string; readonly reason: string };
};

/** What was accepted is owed to the hospital; the rest it may bill again, with its proof. */
export type HospitalBillApproved = {
  readonly type: 'HospitalBillApproved';
  readonly data: {
    readonly claimId: string;
    readonly billId: string;
    readonly acceptedIdr: RupiahText;
    readonly dueOn: LocalDate;
    readonly approvedBy: readonly string[];
  };
};

export type HospitalEvent =
  | HospitalGuaranteed
  | HospitalBillReceived
  | HospitalBillVerified
  | HospitalBillReturned
  | HospitalBillApproved;

/** By line number: at most so much, and why. */
export type LineDispute = {
  readonly line: number;
  readonly acceptedIdr: RupiahText;
  readonly ground: PersonsGround;
  readonly reason: string;
};

export type HospitalCommand =
  | {
      readonly type: 'GuaranteeCare';
      readonly data: Pick<HospitalGuaranteed['data'], 'hospital' | 'from' | 'payee'>;
    }
  | {
      readonly type: 'ReceiveHospitalBill';
      readonly data: Omit<HospitalBillReceived['data'], 'claimId' | 'totalIdr'>;
    }
  | {
      readonly type: 'VerifyHospitalBill';
      readonly data: {
        readonly billId: string;
        readonly disputes: readonly LineDispute[];
        /** Collected: the mandate in force for the benefit flow on the day of the act. */
        readonly mandate: ClaimMandate | null;
        /** Collected. */
        readonly rules?: RulesInForce;
      };
    }
  | {
      readonly type: 'ReturnHospitalBill';
      readonly data: { readonly billId: string; readonly reason: string };
    }
  | {
      readonly type: 'ApproveHospitalBill';
      readonly data: {
        readonly billId: string;
        /** The sum the approver saw: another one in the file refuses the approval. */
        readonly acceptedIdr: RupiahText;
        /** Collected. */
        readonly rules?: RulesInForce;
      };
    };

export type HospitalBill = Omit<HospitalBillReceived['data'], 'claimId'> & {
  readonly status: 'RECEIVED' | 'VERIFIED' | 'APPROVED';
  readonly verified: Omit<HospitalBillVerified['data'], 'claimId' | 'billId'> | null;
};

export type HospitalState = {
  readonly guarantees: readonly Omit<HospitalGuaranteed['data'], 'claimId'>[];
  readonly bills: readonly HospitalBill[];
};

export const noHospital: HospitalState = { guarantees: [], bills: [] };
