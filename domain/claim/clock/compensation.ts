// Late compensation: found when the money ended the claim, proposed by a verifier as a difference.
import type { LocalDate } from '../../calendar.ts';
import { accept, refuse } from '../../decider.ts';
import { parseRupiah, rupiah, rupiahText, sumTexts } from '../../money.ts';
import { NATIONAL_HOLIDAYS } from '../../rules/holidays.ts';
import { FUND_PAYEE } from '../../rules/jkm.ts';
import { compensationOf } from '../../rules/late-payment.ts';
import { RULESET_ID } from '../../rules/law-versions.ts';
import { byPayee, totalOf } from '../adjustment/adjustment-state.ts';
import { lawOf } from '../assessment/law-of-claim.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import type { ClaimEvent } from '../events.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';

type Paid = {
  readonly paidOn: LocalDate | null;
  /** T-08 binds BPJS: another payer owes nothing by it. */
  readonly payerIsBpjs: boolean;
  readonly rules: RulesInForce | undefined;
};

export const lateCompensation = (
  state: ClaimState,
  { paidOn, payerIsBpjs, rules }: Paid,
): readonly ClaimEvent[] => {
  const { paymentDue, claimId, granted } = state;
  if (paymentDue === null || paidOn === null || !payerIsBpjs || state.settledOnce) return [];
  const { dueOn } = paymentDue;
  if (paidOn <= dueOn) return [];
  const late = { dueOn, paidOn, calendar: NATIONAL_HOLIDAYS };
  const owed = granted
    .filter(({ payee }) => payee !== FUND_PAYEE)
    .map(({ payee, amountIdr }) => ({
      payee,
      ...compensationOf({ ...late, amountDueIdr: parseRupiah(amountIdr) }, lawOf(rules)),
    }));
  const lines = owed.flatMap(({ payee, line }) =>
    line === null
      ? []
      : [
          {
            ...{ code: line.code, amountIdr: rupiahText(rupiah(line.amountIdr)), payee },
            ...{ formula: line.formula, ruleId: line.ruleId, article: line.article },
          },
        ],
  );
  const [first] = owed;
  if (first === undefined || lines.length === 0) return [];
  const { lateDays, unit } = first;
  const rulesetId = rules?.rulesetId ?? RULESET_ID;
  const calendarVersion = NATIONAL_HOLIDAYS.version;
  const data = { claimId, dueOn, paidOn, lateDays, unit, calendarVersion, rulesetId, lines };
  return [{ type: 'LateCompensationFound', data }];
};

/** Payable like any difference: recommended by one, approved by another, a payable of its own. */
export const proposeCompensation = (
  { reason }: ClaimWish<'ProposeCompensation'>,
  state: ClaimState,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  const { compensation, compensationProposed, claimId, granted, proposals, topUp } = state;
  if (compensation === null) return refuse('NoCompensationOwed', { stage });
  if (compensationProposed) return accept();
  // Two differences are decided one after the other: each has its own four persons.
  if (topUp !== null || state.closed === null) return refuse('TopUpUnderWay', { stage });
  if (reason.trim() === '') return refuse('ReasonMissing');
  const shares = byPayee(compensation.lines);
  const amountIdr = totalOf(shares);
  const grantedIdr = totalOf(granted);
  return accept({
    type: 'TopUpProposed',
    data: {
      ...{ claimId, proposal: proposals + 1, amountIdr, shares, grantedIdr },
      entitledIdr: sumTexts([grantedIdr, amountIdr]),
      cause: { kind: 'LATE_PAYMENT', reference: compensation.dueOn },
    },
  });
};
