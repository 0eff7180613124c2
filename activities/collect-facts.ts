// Puts facts of other streams into the commands that ask for them; what the caller sent is ignored.

import type { Act } from '../domain/actor.ts';
import { type LocalDate, officeDay } from '../domain/calendar.ts';
import type { CoverFacts } from '../domain/claim/assessment/assessment-events.ts';
import type { RulesInForce } from '../domain/claim/assessment/rule-version-events.ts';
import { SUPERIOR_ACTS } from '../domain/claim/clock/escalation.ts';
import { fromWork } from '../domain/claim/death/death-state.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import type { ClaimMandate } from '../domain/claim/decision/decision-events.ts';
import type { ClaimCommand } from '../domain/claim/events.ts';
import { eventDateOf } from '../domain/claim/kind.ts';
import type { Category, CommandsByCategory } from '../domain/command.ts';
import type { RupiahText } from '../domain/money.ts';
import { holdsThroughout } from '../domain/office/authority.ts';
import { actorDecider } from '../domain/office/decider.ts';
import type { ActorCommand } from '../domain/office/events.ts';
import type { PayableCommand } from '../domain/payout/events.ts';
import { payableStage } from '../domain/payout/payable-state.ts';
import type { PayoutRunCommand } from '../domain/payout/run-events.ts';
import type { PayoutScheduleCommand } from '../domain/payout/schedule-events.ts';
import type {
  BillPayer,
  ContributionBillCommand,
  TrancheCommand,
} from '../domain/programme/events.ts';
import { mandateInForce, programmeDecider } from '../domain/programme/programme-decider.ts';
import { trancheDecider } from '../domain/programme/tranche-decider.ts';
import type { Acting, Wish } from './append-decision.ts';
import { areaOf } from './areas.ts';
import { authoriseAct } from './authority.ts';
import { unfinishedLists } from './closed-history.ts';
import { coverFacts } from './cover-facts.ts';
import { forConclusion } from './death-facts.ts';
import { stateOf } from './deciders.ts';
import { forExamination } from './examination-facts.ts';
import { forBankException } from './exception-facts.ts';
import { forLetterhead, forLetters } from './letter-facts.ts';
import { heirOf, lifeBeside } from './life-facts.ts';
import { payableEnds } from './payable-ends.ts';
import { screenPayees } from './payee-screening.ts';
import type { DecisionPorts } from './ports.ts';
import { coverRulesBy, type RuleSet, rulesOfClaim } from './rules-of-claim.ts';
import { membersOfRun } from './run-members.ts';
import { allOf, lastOf, workerOfClaim } from './stored-events.ts';
import { takeOverFacts } from './take-over-facts.ts';
import { trancheFacts } from './tranche-facts.ts';

/** On the day of death or accident as it stands, or as somebody corrects it now. */
const coverOfClaim = async (
  ports: DecisionPorts,
  claimId: string,
  { rules, corrected }: { readonly rules: RuleSet; readonly corrected?: LocalDate },
): Promise<CoverFacts | null> => {
  const claim = stateOf(claimDecider, await ports.store.loadStream(claimId));
  // A death from work is covered on the day of the accident, whenever the death was.
  const on = (fromWork(claim) === null ? corrected : undefined) ?? eventDateOf(claim);
  return on === null
    ? null
    : coverFacts(ports, claim.workerId, on, { rules: coverRulesBy(rules, on) });
};

/** A claim that nobody reported has no cover to speak of; its decider refuses it anyway. */
const noCover = (ports: DecisionPorts): Promise<CoverFacts> =>
  coverFacts(ports, ports.ids.derived('nobody', 'nobody'), officeDay(ports.clock()));

/** The mandate of the benefit flow on the office's day of the act. */
export const mandateOfClaim = async (
  ports: Pick<DecisionPorts, 'store'>,
  claimId: string,
  now: string,
): Promise<ClaimMandate | null> => {
  const workerId = workerOfClaim(await ports.store.loadStream(claimId));
  if (workerId === null) return null;
  const worker = await ports.store.loadStream(workerId);
  const programmeId = lastOf(worker, 'WorkerNominated')?.data.programmeId;
  if (programmeId === undefined) return null;
  const programme = stateOf(programmeDecider, await ports.store.loadStream(programmeId));
  return mandateInForce(programme, 'BENEFIT', officeDay(now));
};

const BPJS = /\bBPJS\b|Badan Penyelenggara Jaminan Sosial/i;

/** Whether the payer that the decision names is BPJS: only then a late payment is made good (T-08). */
const isPaidByBpjs = async (ports: DecisionPorts, claimId: string): Promise<boolean> => {
  const { recommendation } = stateOf(claimDecider, await ports.store.loadStream(claimId));
  if (recommendation === null) return false;
  const { programmeId, payerId } = recommendation.mandate;
  const programme = stateOf(programmeDecider, await ports.store.loadStream(programmeId));
  const payer = programme.payers.find((known) => known.payerId === payerId);
  return payer !== undefined && BPJS.test(`${payer.legalEntity} ${payer.fund}`);
};

/** Which of these acts whoever asks holds here today. */
const heldActs = async (
  ports: DecisionPorts,
  wish: Wish,
  { acts, actorId }: { readonly acts: readonly Act[]; readonly actorId: string },
): Promise<readonly Act[]> => {
  const area = await areaOf(ports.store, wish);
  const held: Act[] = [];
  for (const act of acts)
    if ('acting' in (await authoriseAct(ports, actorId, { act, area }))) held.push(act);
  return held;
};

/** Whether that person may check or recommend this claim today. */
const mayVerify = async (ports: DecisionPorts, wish: Wish, actorId: string): Promise<boolean> => {
  const acts = ['check-claim', 'recommend-claim'] as const;
  return (await heldActs(ports, wish, { acts, actorId })).length > 0;
};

/** Whether that person may go and see: whoever checks claims or takes in papers here. */
const mayGo = async (ports: DecisionPorts, wish: Wish, actorId: string): Promise<boolean> => {
  const acts = ['check-claim', 'handle-documents'] as const;
  return (await heldActs(ports, wish, { acts, actorId })).length > 0;
};

/** Commands that ask for nothing but the rules by which the claim is decided. */
const readingRules = (command: ClaimCommand, rules: RulesInForce): ClaimCommand => {
  switch (command.type) {
    case 'LinkCases':
      return { type: command.type, data: { ...command.data, rules } };
    case 'ReportDeath':
      return { type: command.type, data: { ...command.data, rules } };
    case 'ReportSecondStage':
      return { type: command.type, data: { ...command.data, rules } };
    case 'RecordMedicalStatement':
      return { type: command.type, data: { ...command.data, rules } };
    case 'ClaimCosts':
      return { type: command.type, data: { ...command.data, rules } };
    case 'ReceiveDocument':
      return { type: command.type, data: { ...command.data, rules } };
    case 'DetermineHeirs':
      return { type: command.type, data: { ...command.data, rules } };
    case 'ObjectToDecision':
      return { type: command.type, data: { ...command.data, rules } };
    case 'RejectClaim':
      return { type: command.type, data: { ...command.data, rules } };
    case 'ConcludeIncident':
      return { type: command.type, data: { ...command.data, rules } };
    case 'ReopenClaim':
      return { type: command.type, data: { ...command.data, rules } };
    case 'ApproveHospitalBill':
      return { type: command.type, data: { ...command.data, rules } };
    case 'EndCourtWait':
      return { type: command.type, data: { ...command.data, rules } };
    case 'ChooseRuleVersion':
      return { type: command.type, data: { ...command.data, rules } };
    default:
      return command;
  }
};

const forClaim = async (
  ports: DecisionPorts,
  wish: Extract<Wish, { category: 'claim' }>,
  { now, by: { id: actorId } }: Acting,
): Promise<ClaimCommand> => {
  const { command, streamId: claimId } = wish;
  const rules = await rulesOfClaim(ports, await ports.store.loadStream(claimId));
  switch (command.type) {
    case 'CheckClaim': {
      const cover = (await coverOfClaim(ports, claimId, { rules })) ?? (await noCover(ports));
      return { type: command.type, data: { ...command.data, cover, rules } };
    }
    case 'ApproveClaim': {
      const cover = await coverOfClaim(ports, claimId, { rules });
      const heir = await heirOf(ports, claimId);
      return { type: command.type, data: { ...command.data, cover, rules, heir } };
    }
    case 'NoteLateFact': {
      const cover = await coverOfClaim(ports, claimId, { rules });
      return { type: command.type, data: { ...command.data, cover, rules } };
    }
    case 'CorrectDeathDate': {
      const corrected = command.data.deathDate;
      const cover = await coverOfClaim(ports, claimId, { rules, corrected });
      return { type: command.type, data: { ...command.data, cover, rules } };
    }
    case 'ReportIncident': {
      const life = await lifeBeside(ports, command.data.workerId, claimId);
      return { type: command.type, data: { ...command.data, rules, life } };
    }
    case 'DeterminePayee': {
      const heir = await heirOf(ports, claimId);
      return { type: command.type, data: { ...command.data, rules, heir } };
    }
    case 'ConcludeDeath':
      return forConclusion(ports, claimId, { data: command.data, rules });
    case 'RecommendClaim': {
      const mandate = await mandateOfClaim(ports, claimId, now);
      const heir = await heirOf(ports, claimId);
      return { type: command.type, data: { ...command.data, mandate, rules, heir } };
    }
    case 'VerifyHospitalBill': {
      const mandate = await mandateOfClaim(ports, claimId, now);
      return { type: command.type, data: { ...command.data, mandate, rules } };
    }
    case 'AnswerEscalation': {
      const holds = await heldActs(ports, wish, { acts: SUPERIOR_ACTS, actorId });
      return { type: command.type, data: { ...command.data, holds } };
    }
    case 'AssignClaim': {
      const isVerifier = await mayVerify(ports, wish, command.data.assignee);
      return { type: command.type, data: { ...command.data, isVerifier } };
    }
    case 'AssignFieldVisit': {
      const mayVisit = await mayGo(ports, wish, command.data.officer);
      return { type: command.type, data: { ...command.data, mayVisit } };
    }
    case 'SettleClaim': {
      const payables = await payableEnds(ports, claimId);
      const payerIsBpjs = await isPaidByBpjs(ports, claimId);
      return { type: command.type, data: { ...command.data, payables, payerIsBpjs, rules } };
    }
    case 'TakeOverClaim': {
      const facts = await takeOverFacts(ports, command.data, rules);
      return { type: command.type, data: { ...command.data, facts } };
    }
    default:
      return readingRules(command, rules);
  }
};

/** Which members the run no longer holds, and whether it was assembled for an entered past. */
const forRun = async (
  ports: DecisionPorts,
  { command, streamId: runId }: Extract<Wish, { category: 'payout_run' }>,
): Promise<PayoutRunCommand> => {
  if (command.type !== 'ReleaseRun') return command;
  const history = await ports.store.loadStream(runId);
  const members = await membersOfRun(ports, history);
  const membersLost = members
    .filter(({ state }) => payableStage(state) !== 'SELECTED' || state.selectedBy !== runId)
    .map(({ payableId }) => payableId);
  const membersHeld = members
    .filter(({ state }) => state.selectedBy === runId && payableStage(state) === 'HELD')
    .map(({ payableId }) => payableId);
  const payeesUnfit = await screenPayees(ports, members);
  const assembledIn = lastOf(history, 'RunAssembled')?.stored.meta.origin ?? 'live';
  const data = { ...command.data, membersLost, membersHeld, payeesUnfit, assembledIn };
  return { type: command.type, data };
};

/** Everyone who assembled or released a run that held this payable. */
const forPayable = async (
  ports: DecisionPorts,
  { command, streamId }: Extract<Wish, { category: 'payable' }>,
): Promise<PayableCommand> => {
  const asks =
    command.type === 'ResolvePayment' ||
    command.type === 'ConfirmStatementLine' ||
    command.type === 'ProposePayeeCorrection' ||
    command.type === 'ConfirmPayeeCorrection';
  if (!asks) return command;
  const held = allOf(await ports.store.loadStream(streamId), 'PayableSelected');
  const runs = await ports.store.loadStreams([...new Set(held.map(({ runId }) => runId))]);
  const runPersons = [...runs.values()].flatMap((run) => [
    ...allOf(run, 'RunAssembled').flatMap(({ assembledBy }) => assembledBy),
    ...allOf(run, 'RunReleased').flatMap(({ releasedBy }) => releasedBy),
  ]);
  switch (command.type) {
    case 'ResolvePayment':
      return { type: command.type, data: { ...command.data, runPersons } };
    case 'ConfirmStatementLine':
      return { type: command.type, data: { ...command.data, runPersons } };
    case 'ProposePayeeCorrection':
      return { type: command.type, data: { ...command.data, runPersons } };
    case 'ConfirmPayeeCorrection':
      return { type: command.type, data: { ...command.data, runPersons } };
  }
};

const forActor = async (
  ports: DecisionPorts,
  { command }: Extract<Wish, { category: 'actor' }>,
): Promise<ActorCommand> => {
  if (command.type !== 'DelegateRole') return command;
  const principal = await ports.store.loadStream(ports.ids.actor(command.data.principalId));
  const principalHolds = holdsThroughout(stateOf(actorDecider, principal), command.data);
  return { type: command.type, data: { ...command.data, principalHolds } };
};

const forTranche = async (
  ports: DecisionPorts,
  { command, streamId }: Extract<Wish, { category: 'tranche' }>,
  now: string,
): Promise<TrancheCommand> => {
  switch (command.type) {
    case 'ProposeHistoryClosure':
    case 'ConfirmHistoryClosure': {
      const tranche = stateOf(trancheDecider, await ports.store.loadStream(streamId));
      const open = await unfinishedLists(ports.store, tranche);
      return { type: command.type, data: { ...command.data, unfinishedLists: open } };
    }
    case 'AssessGate':
    case 'AssessLapse': {
      const facts = await trancheFacts(ports, streamId, now);
      return { type: command.type, data: { facts } };
    }
    case 'OverrideGate': {
      const facts = await trancheFacts(ports, streamId, now);
      return { type: command.type, data: { ...command.data, facts } };
    }
    default:
      return command;
  }
};

/** Whose money pays the contributions of a programme on a day; null where nobody was named. */
const contributionPayer = async (
  { store }: DecisionPorts,
  programmeId: string,
  now: string,
): Promise<BillPayer | null> => {
  const programme = stateOf(programmeDecider, await store.loadStream(programmeId));
  const mandate = mandateInForce(programme, 'CONTRIBUTION', officeDay(now));
  if (mandate === null) return null;
  const { payerId, mandateId, mode } = mandate;
  return { payerId, mandateId, mode };
};

/** Whether the premium gate is shut, and which budget documents pay the month (C-24). */
const trancheOfBill = async ({ store }: DecisionPorts, billId: string) => {
  const bill = lastOf(await store.loadStream(billId), 'ContributionBilled')?.data;
  if (bill === undefined) return {};
  const { gate } = stateOf(trancheDecider, await store.loadStream(bill.trancheId));
  const { month } = bill;
  const budgets = gate.budgets.filter(({ from, through }) => from <= month && month <= through);
  return {
    gateClosed: gate.rule !== null && gate.opened === null,
    budgetDocuments: budgets.map(({ document }) => document),
  };
};

const forBill = async (
  ports: DecisionPorts,
  { command, streamId }: Extract<Wish, { category: 'contribution_bill' }>,
  now: string,
): Promise<ContributionBillCommand> => {
  if (command.type === 'RecordVoucher') {
    const tranche = await trancheOfBill(ports, streamId);
    return { type: command.type, data: { ...command.data, ...tranche } };
  }
  if (command.type !== 'ReceiveBill') return command;
  const opened = lastOf(
    await ports.store.loadStream(command.data.trancheId),
    'TrancheOpened',
  )?.data;
  // A bill of an unknown tranche cannot fit any rate: its decider says that the amount differs.
  const monthlyContributionIdr = opened?.monthlyContributionIdr ?? ('0' as RupiahText);
  const payer = opened && (await contributionPayer(ports, opened.programmeId, now));
  const { payer: _said, ...said } = command.data;
  const data = { ...said, monthlyContributionIdr, ...(payer && { payer }) };
  return { type: command.type, data };
};

/** Whether the programme knows the payer, and whether this house pays its flow today. */
const forSchedule = async (
  ports: DecisionPorts,
  { command }: Extract<Wish, { category: 'payout_schedule' }>,
  now: string,
): Promise<PayoutScheduleCommand> => {
  if (command.type !== 'SetPayoutSchedule') return command;
  const { programmeId, payerId, flow } = command.data;
  const programme = stateOf(programmeDecider, await ports.store.loadStream(programmeId));
  const known = programme.payers.some((payer) => payer.payerId === payerId);
  const mandate = mandateInForce(programme, flow, officeDay(now));
  const mode = mandate?.payerId === payerId ? mandate.mode : null;
  return { type: command.type, data: { ...command.data, payer: { known, mode } } };
};

export const collectFacts = async (
  ports: DecisionPorts,
  wish: Wish,
  acting: Acting,
): Promise<CommandsByCategory[Category]> => {
  switch (wish.category) {
    case 'claim':
      return forClaim(ports, wish, acting);
    case 'actor':
      return forActor(ports, wish);
    case 'contribution_bill':
      return forBill(ports, wish, acting.now);
    case 'tranche':
      return forTranche(ports, wish, acting.now);
    case 'payable':
      return forPayable(ports, wish);
    case 'payout_run':
      return forRun(ports, wish);
    case 'payout_schedule':
      return forSchedule(ports, wish, acting.now);
    case 'bank_exception':
      return forBankException(ports, wish);
    case 'examination':
      return forExamination(ports, wish);
    case 'letterhead':
      return forLetterhead(ports, wish);
    case 'letter_series':
      return forLetters(ports, wish, acting.now);
    default:
      return wish.command;
  }
};
