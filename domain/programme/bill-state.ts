// What the decisions of a bill need to know of its past, and what is still to pay of it.
import type { LocalDate } from '../calendar.ts';
import { assertNever } from '../decider.ts';
import { parseRupiah, type RupiahText, rupiah, rupiahText, sumTexts } from '../money.ts';
import type {
  BillMatched,
  ContributionPaymentProved,
  ContributionRefunded,
  DifferenceOutcome,
  ReconciliationSigned,
  TreasuryPaymentReturned,
  TreasuryVoucherRecorded,
} from './bill-events.ts';
import type { BillDifference } from './bill-match.ts';
import type {
  ContributionBillEvent,
  ContributionBilled,
  ContributionBillStage,
  ContributionConfirmed,
} from './events.ts';

export type DecidedDifference = BillDifference & {
  readonly outcome: DifferenceOutcome | null;
  readonly reason: string | null;
};

export type ContributionBillState = {
  readonly bill: ContributionBilled['data'] | null;
  readonly match: BillMatched['data'] | null;
  /** Of the newest match; while one is being written, of that one. */
  readonly differences: readonly DecidedDifference[];
  readonly vouchers: readonly TreasuryVoucherRecorded['data'][];
  /** What came back of disputed sums, one entry per booking. */
  readonly refunds: readonly ContributionRefunded['data'][];
  readonly proof: ContributionPaymentProved['data'] | null;
  /** Orders of the treasury that came back unpaid. */
  readonly returnedOrders: readonly TreasuryPaymentReturned['data'][];
  readonly minutes: ReconciliationSigned['data'] | null;
  readonly confirmation: ContributionConfirmed['data'] | null;
};

export const initialBill: ContributionBillState = {
  bill: null,
  match: null,
  differences: [],
  vouchers: [],
  refunds: [],
  proof: null,
  returnedOrders: [],
  minutes: null,
  confirmation: null,
};

const sumOf = (differences: readonly DecidedDifference[], outcome: DifferenceOutcome): RupiahText =>
  sumTexts(differences.filter((one) => one.outcome === outcome).map(({ amountIdr }) => amountIdr));

export const deductedIdr = ({ differences }: ContributionBillState): RupiahText =>
  sumOf(differences, 'DEDUCT');

export const disputedIdr = ({ differences }: ContributionBillState): RupiahText =>
  sumOf(differences, 'DISPUTE');

export const refundedIdr = ({ refunds }: ContributionBillState): RupiahText =>
  sumTexts(refunds.map(({ amountIdr }) => amountIdr));

/** What is billed, less what persons took off. */
export const payableOf = (bill: ContributionBilled['data'], deducted: RupiahText): RupiahText =>
  rupiahText(rupiah(parseRupiah(bill.amountIdr) - parseRupiah(deducted)));

export const openDifferences = ({ differences }: ContributionBillState): number =>
  differences.filter(({ outcome }) => outcome === null).length;

export const evolveBill = (
  state: ContributionBillState,
  event: ContributionBillEvent,
): ContributionBillState => {
  switch (event.type) {
    case 'ContributionBilled':
      return { ...state, bill: event.data };
    case 'BillDifferenceFound': {
      const { billId: _, match, ...found } = event.data;
      const known = match === (state.match?.match ?? 0) + 1 && found.difference > 1;
      const before = known ? state.differences : [];
      return { ...state, differences: [...before, { ...found, outcome: null, reason: null }] };
    }
    case 'BillMatched':
      return {
        ...state,
        match: event.data,
        differences: event.data.differences === 0 ? [] : state.differences,
      };
    case 'BillDifferencesDecided': {
      const { differences, outcome, reason } = event.data;
      const decided = new Set(differences);
      return {
        ...state,
        differences: state.differences.map((one) =>
          decided.has(one.difference) ? { ...one, outcome, reason } : one,
        ),
      };
    }
    case 'TreasuryVoucherRecorded':
      return { ...state, vouchers: [...state.vouchers, event.data] };
    case 'ContributionPaymentProved':
      return { ...state, proof: event.data };
    case 'TreasuryPaymentReturned': {
      const { number } = event.data;
      const isStill = (one: TreasuryVoucherRecorded['data']): boolean =>
        one.step !== 'SP2D' || one.number !== number;
      return {
        ...{ ...state, vouchers: state.vouchers.filter(isStill), proof: null },
        returnedOrders: [...state.returnedOrders, event.data],
      };
    }
    case 'ContributionRefunded':
      return { ...state, refunds: [...state.refunds, event.data] };
    case 'ReconciliationSigned':
      return { ...state, minutes: event.data };
    case 'ContributionConfirmed':
      return { ...state, confirmation: event.data };
    default:
      return assertNever(event, 'contribution bill event');
  }
};

export const contributionBillStage = (state: ContributionBillState): ContributionBillStage => {
  if (state.confirmation !== null) return 'CONFIRMED';
  if (state.proof !== null) return 'PAID';
  if (state.vouchers.length > 0) return 'ORDERED';
  if (state.match !== null) return openDifferences(state) > 0 ? 'DIFFERS' : 'MATCHED';
  return state.bill === null ? 'UNKNOWN' : 'BILLED';
};

/** The last day on which the bank takes the code has gone by. */
export const codeExpired = ({ bill }: ContributionBillState, on: LocalDate): boolean =>
  bill?.codeExpiresOn !== undefined && bill.codeExpiresOn < on;
