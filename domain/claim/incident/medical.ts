// KK3 and the costs: what the doctor states and what the worker paid, as figures of the application.
import { addDays, type LocalDate, officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { parseRupiah, sumTexts } from '../../money.ts';
import { isLossCode, measureOf } from '../../rules/partial-disability.ts';
import { readLaw } from '../../rules/read-law.ts';
import { adjusted } from '../adjustment/adjustment.ts';
import type { AdjustmentCause } from '../adjustment/adjustment-events.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import { completion, presentKinds } from '../documents/papers.ts';
import type { ClaimEvent } from '../events.ts';
import { evolveClaim } from '../evolve.ts';
import { deathAfter } from '../intake/link-cases.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from '../refusals.ts';
import type { ClaimState } from '../state.ts';
import { factsOfIncident } from './incident.ts';
import type { MedicalStatement, SecondStageReported, StatedLoss } from './incident-events.ts';
import type { IncidentState } from './incident-state.ts';

const FULL = 10_000;
const TIMES_MAX = 10;

const isShare = (share: number): boolean => Number.isInteger(share) && share > 0 && share <= FULL;

/** Each loss stands in the table, with the measure that the table asks for and no other. */
const isLossWhole = ({ code, count, functionLost, measure }: StatedLoss): boolean => {
  if (!isLossCode(code) || !Number.isInteger(count) || count < 1 || count > TIMES_MAX) return false;
  if (functionLost !== null && !isShare(functionLost)) return false;
  const asked = measureOf(code, readLaw());
  if (asked === null || measure === null) return asked === null && measure === null;
  const given = Number.isInteger(measure) ? BigInt(measure) : -1n;
  return given >= asked.min && (asked.max === null || given <= asked.max);
};

type Stated = {
  readonly incident: IncidentState;
  readonly secondStage: SecondStageReported['data'];
  /** Nobody is off work after their death. */
  readonly diedOn: LocalDate | null;
};

const statementFault = (
  wish: MedicalStatement,
  { incident: { eventDate }, secondStage: { outcome, declaredOn }, diedOn }: Stated,
): ClaimRefusal | null => {
  const { daysOff, losses, evidenceSha256 } = wish;
  if (evidenceSha256.trim() === '') return 'EvidenceMissing';
  if (!Number.isInteger(daysOff) || daysOff < 0) return 'DaysOffInvalid';
  // The day of the accident is the first of them; nobody is off work after the doctor's word.
  const last = diedOn !== null && diedOn < declaredOn ? diedOn : declaredOn;
  if (daysOff > 0 && addDays(eventDate, daysOff - 1) > last) return 'DaysOffInvalid';
  if (!losses.every(isLossWhole)) return 'LossUnknown';
  return losses.length > 0 === (outcome === 'PARTIAL_DISABILITY') ? null : 'LossesDoNotFit';
};

/** On a paid claim a difference is proposed, with the fact as its cause; nothing is paid by that. */
const differing = (
  after: ClaimState,
  rules: RulesInForce | undefined,
  cause: AdjustmentCause,
): readonly ClaimEvent[] =>
  after.settledOnce ? adjusted(after, { cover: after.cover, rules }, cause) : [];

/** KK3 follows KK2: without an application there is nothing to state it for. */
export const recordMedicalStatement = (
  { rules, ...wish }: ClaimWish<'RecordMedicalStatement'>,
  state: ClaimState,
  { now }: Context,
): ClaimDecision => {
  const open = factsOfIncident(state);
  if ('refused' in open) return open.refused;
  const { incident } = open;
  const { secondStage } = incident;
  if (secondStage === null) return refuse('StageOutOfOrder');
  const data = { ...wish, claimId: state.claimId };
  if (sameFacts(incident.medical, data)) return accept();
  const diedOn = deathAfter(state)?.day ?? null;
  const fault = statementFault(wish, { incident, secondStage, diedOn });
  if (fault !== null) return refuse(fault);
  const stated: ClaimEvent = { type: 'MedicalStatementRecorded', data };
  const after = evolveClaim(state, stated);
  const present = presentKinds(after.documents);
  return accept<ClaimEvent>(
    stated,
    ...completion(after, present, { today: officeDay(now), rules }),
    ...differing(after, rules, { kind: 'MEDICAL', reference: wish.evidenceSha256 }),
  );
};

/** The last list counts; what it asks back needs its receipts. */
export const claimCosts = (
  { bills, rules }: ClaimWish<'ClaimCosts'>,
  state: ClaimState,
): ClaimDecision => {
  const open = factsOfIncident(state);
  if ('refused' in open) return open.refused;
  if (sameFacts(open.incident.bills, bills)) return accept();
  const amounts = bills.flatMap(({ amountIdr, referencePriceIdr }) =>
    referencePriceIdr === null ? [amountIdr] : [amountIdr, referencePriceIdr],
  );
  if (amounts.some((amount) => parseRupiah(amount) <= 0n)) return refuse('AmountNotPositive');
  const claimed: ClaimEvent = { type: 'CostsClaimed', data: { claimId: state.claimId, bills } };
  const reference = sumTexts(bills.map(({ amountIdr }) => amountIdr));
  return accept<ClaimEvent>(
    claimed,
    ...differing(evolveClaim(state, claimed), rules, { kind: 'COSTS', reference }),
  );
};
