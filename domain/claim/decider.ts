// The claim's decider: the switch is the table of contents, one function per command.
import { assertNever, type Context, type Decider } from '../decider.ts';
import { decideAdjustments } from './adjustment/adjustment-desk.ts';
import { checkTopUp } from './adjustment/check-top-up.ts';
import { noteFollowUp, settleClaim } from './adjustment/settlement.ts';
import { checkClaim, determineHeirs } from './assessment/assessment.ts';
import { noteLateFact } from './assessment/late-fact.ts';
import { meetRules } from './assessment/rule-version.ts';
import { decideClocks } from './clock/clock-desk.ts';
import { concludeDeath } from './death/conclude-death.ts';
import type { ConcludeDeath } from './death/death-events.ts';
import { decideOnMissing } from './death/missing.ts';
import type { MissingCommand } from './death/missing-events.ts';
import { decideDispute, isDisputeCommand } from './decision/objection.ts';
import { approveClaim, recommendClaim, rejectClaim, returnClaim } from './decision/verdict.ts';
import { reopenClaim, withdrawClaim } from './decision/way-back.ts';
import { assignClaim, releaseClaim } from './desk/assignment.ts';
import type { AssignClaim, ReleaseClaim } from './desk/assignment-events.ts';
import { noteClaimRevealed, noteDocumentRead } from './desk/look.ts';
import type { NoteClaimRevealed, NoteDocumentRead } from './desk/look-events.ts';
import { decideOnCourt, isCourtCommand } from './documents/court.ts';
import { decidePapers } from './documents/papers-desk.ts';
import type { ClaimCommand, ClaimEvent } from './events.ts';
import { evolveClaim } from './evolve.ts';
import { decideOnField, isFieldCommand } from './field/field-visit.ts';
import { decideOnHospital, isHospitalCommand } from './hospital/hospital-bill.ts';
import { concludeIncident, reportIncident, reportSecondStage } from './incident/incident.ts';
import { checkIncident, determinePayee } from './incident/incident-assessment.ts';
import type { IncidentCommand } from './incident/incident-events.ts';
import { explainLateness } from './incident/lateness.ts';
import { claimCosts, recordMedicalStatement } from './incident/medical.ts';
import { correctDeathDate } from './intake/correct-death-date.ts';
import type { CorrectDeathDate } from './intake/correction-events.ts';
import { reportDeath } from './intake/intake.ts';
import { linkCases } from './intake/link-cases.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from './refusals.ts';
import { type ClaimState, initialClaim } from './state.ts';
import { takeOverClaim } from './take-over/take-over.ts';

const checkAny = (
  wish: ClaimWish<'CheckClaim'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  if (state.settledOnce && state.closed !== null) return checkTopUp(wish, state, context);
  return state.incident === null
    ? checkClaim(wish, state, context)
    : checkIncident(wish, state, context);
};

const decideOnIncident = (
  command: IncidentCommand,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  switch (command.type) {
    case 'ReportIncident':
      return reportIncident(command.data, state, context);
    case 'ConcludeIncident':
      return concludeIncident(command.data, state, context);
    case 'ReportSecondStage':
      return reportSecondStage(command.data, state, context);
    case 'RecordMedicalStatement':
      return recordMedicalStatement(command.data, state, context);
    case 'ClaimCosts':
      return claimCosts(command.data, state);
    case 'DeterminePayee':
      return determinePayee(command.data, state);
    case 'ExplainLateness':
      return explainLateness(command.data, state, context);
    default:
      return assertNever(command, 'incident command');
  }
};

type FirstWord = Extract<ClaimCommand, { type: 'ReportDeath' }>;

const decideOnDeath = (
  command: MissingCommand | ConcludeDeath | CorrectDeathDate | FirstWord,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  if (command.type === 'ReportDeath') return reportDeath(command.data, state, context);
  if (command.type === 'ConcludeDeath') return concludeDeath(command.data, state, context);
  if (command.type === 'CorrectDeathDate') return correctDeathDate(command.data, state, context);
  return decideOnMissing(command, state, context);
};

const decideAtDesk = (
  command: AssignClaim | ReleaseClaim | NoteClaimRevealed | NoteDocumentRead,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  switch (command.type) {
    case 'AssignClaim':
      return assignClaim(command.data, state);
    case 'ReleaseClaim':
      return releaseClaim(command.data, state, context);
    case 'NoteClaimRevealed':
      return noteClaimRevealed(command.data, state, context);
    case 'NoteDocumentRead':
      return noteDocumentRead(command.data, state, context);
    default:
      return assertNever(command, 'command at the desk');
  }
};

const decide = (command: ClaimCommand, state: ClaimState, context: Context): ClaimDecision => {
  if (isCourtCommand(command)) return decideOnCourt(command, state, context);
  if (isFieldCommand(command)) return decideOnField(command, state, context);
  if (isDisputeCommand(command)) return decideDispute(command, state, context);
  if (isHospitalCommand(command)) return decideOnHospital(command, state, context);
  switch (command.type) {
    case 'ReportIncident':
    case 'ConcludeIncident':
    case 'ReportSecondStage':
    case 'RecordMedicalStatement':
    case 'ClaimCosts':
    case 'ExplainLateness':
    case 'DeterminePayee':
      return decideOnIncident(command, state, context);
    case 'ReportDeath':
    case 'ReportMissing':
    case 'DetermineDeath':
    case 'RecordFoundAlive':
    case 'CorrectDeathDate':
    case 'ConcludeDeath':
      return decideOnDeath(command, state, context);
    case 'ReceiveDocument':
    case 'AcceptDocument':
    case 'ReturnDocument':
      return decidePapers(command, state, context);
    case 'CheckClaim':
      return checkAny(command.data, state, context);
    case 'DetermineHeirs':
      return determineHeirs(command.data, state, context);
    case 'RecommendClaim':
      return recommendClaim(command.data, state, context);
    case 'ApproveClaim':
      return approveClaim(command.data, state, context);
    case 'ReturnClaim':
      return returnClaim(command.data, state);
    case 'RejectClaim':
      return rejectClaim(command.data, state, context);
    case 'RecordBindingDetermination':
    case 'DecideRecovery':
    case 'RecordRepayment':
      return decideAdjustments(command, state, context);
    case 'WithdrawClaim':
      return withdrawClaim(command.data, state);
    case 'ReopenClaim':
      return reopenClaim(command.data, state, context);
    case 'NoteLateFact':
      return noteLateFact(command.data, state, context);
    case 'NoteRuleVersion':
    case 'ChooseRuleVersion':
      return meetRules(command, state);
    case 'AnswerEscalation':
    case 'ProposeCompensation':
    case 'PassDeadline':
      return decideClocks(command, state, context);
    case 'LinkCases':
      return linkCases(command.data, state, context);
    case 'NoteFollowUp':
      return noteFollowUp(command.data, state);
    case 'SettleClaim':
      return settleClaim(command.data, state);
    case 'TakeOverClaim':
      return takeOverClaim(command.data, state, context);
    case 'AssignClaim':
    case 'ReleaseClaim':
    case 'NoteClaimRevealed':
    case 'NoteDocumentRead':
      return decideAtDesk(command, state, context);
    default:
      return assertNever(command, 'claim command');
  }
};

export const claimDecider: Decider<ClaimState, ClaimCommand, ClaimEvent, ClaimRefusal> = {
  initial: initialClaim,
  decide,
  evolve: evolveClaim,
};
