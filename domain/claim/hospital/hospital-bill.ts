// Decisions on a hospital: guaranteed first, its bill verified line by line, approved by another, paid.
import { personsBehind, sharesPerson } from '../../actor.ts';
import { type LocalDate, officeDay } from '../../calendar.ts';
import { accept, assertNever, type Context, refuse } from '../../decider.ts';
import { parseRupiah, rupiah, rupiahText, sumTexts } from '../../money.ts';
import { jkkPaymentDueDate } from '../../rules/due-dates.ts';
import { NATIONAL_HOLIDAYS } from '../../rules/holidays.ts';
import { type Treatment, type VerifiedLine, verifyLines } from '../../rules/hospital-bill.ts';
import { readLaw } from '../../rules/read-law.ts';
import { lawOf } from '../assessment/law-of-claim.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import { tierObstacle } from '../decision/objection.ts';
import type { IncidentState } from '../incident/incident-state.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from '../refusals.ts';
import { claimStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { HospitalBill, HospitalCommand, LineDispute } from './hospital-events.ts';
import {
  acceptedBefore,
  grantedToWorker,
  heldByWorker,
  hospitalCode,
  sameNumber,
} from './hospital-state.ts';

/** One event stays below the size that the log takes. */
const LINES_MAX = 150;

const isBlank = (text: string): boolean => text.trim() === '';

type Treated = { readonly incident: IncidentState } | { readonly refused: ClaimDecision };

/** A hospital may bill after everything else has ended: only what happened counts. */
const treated = (state: ClaimState): Treated => {
  if (claimStage(state) === 'UNKNOWN') return { refused: refuse('ClaimUnknown') };
  return state.incident === null
    ? { refused: refuse('NotAnIncident') }
    : { incident: state.incident };
};

const guaranteeCare = (
  { hospital: named, from, payee }: ClaimWish<'GuaranteeCare'>,
  state: ClaimState,
  { now }: Context,
): ClaimDecision => {
  const found = treated(state);
  if ('refused' in found) return found.refused;
  const { eventDate, guarantee: suspected, conclusion, routed } = found.incident;
  const { guarantees } = state.hospital;
  const hospital = { ...named, code: hospitalCode(named.code) };
  const known = guarantees.find((one) => hospitalCode(one.hospital.code) === hospital.code);
  if (known !== undefined)
    return sameFacts(known.payee.accountIndex, payee.accountIndex)
      ? accept()
      : refuse('HospitalAlreadyGuaranteed', { hospital: hospital.code });
  if (routed !== null || (suspected === null && conclusion === null))
    return refuse('CareNotGuaranteed');
  if (isBlank(hospital.code) || isBlank(hospital.name)) return refuse('HospitalMissing');
  if (from < eventDate) return refuse('GuaranteeBeforeEvent', { eventDate });
  if (from > officeDay(now)) return refuse('EventDateInFuture', { eventDate: from });
  const law = readLaw();
  const { ruleId, article } = law.must(law.book['K-10'], eventDate);
  const { claimId } = state;
  const guarantee = guarantees.length + 1;
  return accept({
    type: 'HospitalGuaranteed',
    data: { claimId, guarantee, hospital, from, payee, ruleId, article },
  });
};

const billFault = (
  { number, billedOn, lines, evidenceSha256 }: ClaimWish<'ReceiveHospitalBill'>,
  { now }: Context,
): ClaimRefusal | null => {
  const today = officeDay(now);
  if (isBlank(number)) return 'BillNumberMissing';
  if (billedOn > today || lines.some(({ servedOn }) => servedOn > billedOn)) return 'BillInFuture';
  if (lines.length === 0) return 'BillEmpty';
  if (lines.length > LINES_MAX) return 'BillTooLong';
  const sums = lines.flatMap(({ amountIdr, tariffIdr, referencePriceIdr }) =>
    [amountIdr, tariffIdr, referencePriceIdr].filter((sum) => sum !== null),
  );
  if (sums.some((sum) => parseRupiah(sum) <= 0n)) return 'AmountNotPositive';
  return isBlank(evidenceSha256) ? 'EvidenceMissing' : null;
};

const receiveBill = (
  wish: ClaimWish<'ReceiveHospitalBill'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const found = treated(state);
  if ('refused' in found) return found.refused;
  const { guarantees, bills } = state.hospital;
  const { guarantee, number, evidenceSha256 } = wish;
  if (guarantees.every((one) => one.guarantee !== guarantee)) return refuse('CareNotGuaranteed');
  const known = bills.find(
    (bill) => bill.guarantee === guarantee && sameNumber(bill.number, number),
  );
  if (known !== undefined)
    return known.evidenceSha256 === evidenceSha256 && sameFacts(known.lines, wish.lines)
      ? accept()
      : refuse('BillNumberTaken', { number });
  const fault = billFault(wish, context);
  if (fault !== null) return refuse(fault, { number });
  const totalIdr = sumTexts(wish.lines.map(({ amountIdr }) => amountIdr));
  const { claimId } = state;
  return accept({ type: 'HospitalBillReceived', data: { claimId, ...wish, totalIdr } });
};

/** Healed, nothing more is treated; led to JKN, that pays from the day after. */
const careEnds = ({ secondStage, routed, conclusion }: IncidentState): LocalDate | null => {
  if (routed !== null) return conclusion?.concludedOn ?? null;
  return secondStage?.outcome === 'HEALED' ? secondStage.declaredOn : null;
};

/** A person accepts less than the rules, never more. */
const withDispute = (
  line: VerifiedLine,
  disputes: readonly LineDispute[],
): VerifiedLine | ClaimRefusal => {
  const dispute = disputes.find((one) => one.line === line.line);
  if (dispute === undefined) return line;
  const { acceptedIdr, ground, reason } = dispute;
  if (isBlank(reason)) return 'ReasonMissing';
  const accepted = parseRupiah(acceptedIdr);
  if (accepted < 0n || accepted >= parseRupiah(line.acceptedIdr)) return 'DisputeTakesNothing';
  return { ...line, acceptedIdr, ground, reason };
};

const isLine = (found: VerifiedLine | ClaimRefusal): found is VerifiedLine =>
  typeof found !== 'string';

type Judged = {
  readonly bill: HospitalBill;
  readonly state: ClaimState;
  readonly incident: IncidentState;
  readonly rules: RulesInForce | undefined;
};

/** What the rules pay of a bill today, beside what the worker holds. */
const ruledLines = (
  { bill, state, incident, rules }: Judged,
  claimed: Treatment['claimed'],
): readonly VerifiedLine[] => {
  const before = acceptedBefore(state.hospital, bill.billId);
  const of = { eventDate: incident.eventDate, careEnds: careEnds(incident), before, claimed };
  return verifyLines(bill.lines, of, lawOf(rules));
};

/** Whether the rules still pay every line as it was verified: ceiling, days and law may have moved. */
const stillHolds = (judged: Judged, verified: readonly VerifiedLine[]): boolean => {
  const today = ruledLines(judged, grantedToWorker(judged.state));
  return verified.every(({ line, acceptedIdr }) => {
    const now = today.find((one) => one.line === line);
    return now !== undefined && parseRupiah(now.acceptedIdr) >= parseRupiah(acceptedIdr);
  });
};

const verifyBill = (
  wish: ClaimWish<'VerifyHospitalBill'>,
  state: ClaimState,
  { by }: Context,
): ClaimDecision => {
  const found = treated(state);
  if ('refused' in found) return found.refused;
  const { billId, disputes, mandate } = wish;
  const bill = state.hospital.bills.find((one) => one.billId === billId);
  if (bill === undefined) return refuse('HospitalBillUnknown');
  if (bill.status === 'APPROVED') return refuse('BillAlreadyApproved');
  const unknown = disputes.find(({ line }) => bill.lines.every((billed) => billed.line !== line));
  if (unknown !== undefined) return refuse('BillLineUnknown', { line: unknown.line });
  const judged = { bill, state, incident: found.incident, rules: wish.rules };
  const looked = ruledLines(judged, heldByWorker(state)).map((line) => withDispute(line, disputes));
  const lines = looked.filter(isLine);
  const fault = looked.find((one) => !isLine(one));
  if (fault !== undefined && !isLine(fault)) return refuse(fault);
  if (mandate === null) return refuse('MandateMissing');
  const acceptedIdr = sumTexts(lines.map((line) => line.acceptedIdr));
  const left = parseRupiah(bill.totalIdr) - parseRupiah(acceptedIdr);
  const disputedIdr = rupiahText(rupiah(left));
  const verifiedBy = personsBehind(by);
  const verified = { lines, acceptedIdr, disputedIdr, mandate, verifiedBy };
  if (sameFacts(bill.verified, verified)) return accept();
  const { claimId } = state;
  return accept({ type: 'HospitalBillVerified', data: { claimId, billId, ...verified } });
};

const approveBill = (
  { billId, acceptedIdr, rules }: ClaimWish<'ApproveHospitalBill'>,
  state: ClaimState,
  { by, now }: Context,
): ClaimDecision => {
  const bill = state.hospital.bills.find((one) => one.billId === billId);
  if (bill === undefined) return refuse('HospitalBillUnknown');
  const { verified, status } = bill;
  const found = treated(state);
  if ('refused' in found) return found.refused;
  if (verified === null) return refuse('BillNotVerified');
  if (acceptedIdr !== verified.acceptedIdr)
    return refuse('TotalChanged', { totalIdr: verified.acceptedIdr, seen: acceptedIdr });
  if (status === 'APPROVED') return accept();
  if (sharesPerson(by, verified.verifiedBy)) return refuse('RecommenderCannotApprove');
  const tier = tierObstacle(by, { amountIdr: acceptedIdr, benefit: 'JKK' });
  if (tier !== null) return refuse(tier.code, tier.facts);
  if (!stillHolds({ bill, state, incident: found.incident, rules }, verified.lines))
    return refuse('BillOutdated');
  const { claimId } = state;
  const { dueOn } = jkkPaymentDueDate(officeDay(now), NATIONAL_HOLIDAYS, lawOf(rules));
  const approvedBy = personsBehind(by);
  return accept({
    type: 'HospitalBillApproved',
    data: { claimId, billId, acceptedIdr, dueOn, approvedBy },
  });
};

const returnBill = (
  { billId, reason }: ClaimWish<'ReturnHospitalBill'>,
  state: ClaimState,
): ClaimDecision => {
  const bill = state.hospital.bills.find((one) => one.billId === billId);
  if (bill === undefined) return refuse('HospitalBillUnknown');
  if (bill.status === 'APPROVED') return refuse('BillAlreadyApproved');
  if (bill.status === 'RECEIVED') return accept();
  if (isBlank(reason)) return refuse('ReasonMissing');
  return accept({ type: 'HospitalBillReturned', data: { claimId: state.claimId, billId, reason } });
};

const COMMANDS: Readonly<Record<HospitalCommand['type'], true>> = {
  GuaranteeCare: true,
  ReceiveHospitalBill: true,
  VerifyHospitalBill: true,
  ReturnHospitalBill: true,
  ApproveHospitalBill: true,
};

export const isHospitalCommand = <C extends { readonly type: string }>(
  command: C,
): command is Extract<C, { readonly type: HospitalCommand['type'] }> =>
  Object.hasOwn(COMMANDS, command.type);

export const decideOnHospital = (
  command: HospitalCommand,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  switch (command.type) {
    case 'GuaranteeCare':
      return guaranteeCare(command.data, state, context);
    case 'ReceiveHospitalBill':
      return receiveBill(command.data, state, context);
    case 'VerifyHospitalBill':
      return verifyBill(command.data, state, context);
    case 'ReturnHospitalBill':
      return returnBill(command.data, state);
    case 'ApproveHospitalBill':
      return approveBill(command.data, state, context);
    default:
      return assertNever(command, 'command about a hospital');
  }
};
