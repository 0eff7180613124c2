// Every event: wire name, schema version, owning stream, meaning, and whether a next step follows from it.
import type { BankExceptionEvent } from './bank-exception/events.ts';
import type { ClaimEvent } from './claim/events.ts';
import type { Category } from './command.ts';
import type { ExaminationEvent } from './examination/events.ts';
import type { HandOverEvent } from './hand-over/events.ts';
import type { LetterheadEvent, LetterSeriesEvent } from './letter/letter-events.ts';
import type { AidFundEvent } from './local-aid/fund-events.ts';
import type { AidRequestEvent } from './local-aid/request.ts';
import type { ActorEvent } from './office/events.ts';
import type { DeathListEvent } from './outreach/death-list.ts';
import type { PayableEvent } from './payout/events.ts';
import type { PayoutRunEvent } from './payout/run-events.ts';
import type { PayoutScheduleEvent } from './payout/schedule-events.ts';
import type { ContributionBillEvent, ProgrammeEvent, TrancheEvent } from './programme/events.ts';
import type { RosterEvent } from './roster/events.ts';
import type { RuleBookEvent } from './rule-book/events.ts';
import type { WorkerEvent } from './worker/events.ts';

export type DomainEvent =
  | ActorEvent
  | ProgrammeEvent
  | TrancheEvent
  | ContributionBillEvent
  | RosterEvent
  | WorkerEvent
  | HandOverEvent
  | ClaimEvent
  | PayableEvent
  | PayoutRunEvent
  | PayoutScheduleEvent
  | RuleBookEvent
  | LetterheadEvent
  | LetterSeriesEvent
  | AidFundEvent
  | AidRequestEvent
  | DeathListEvent
  | BankExceptionEvent
  | ExaminationEvent;

export type EventType = DomainEvent['type'];

/** The workflow that must hear of an event even if everything but the log was lost. */
export type ObligedWorkflow =
  | 'roster'
  | 'tranche'
  | 'worker'
  | 'cards'
  | 'claim'
  | 'payout-run'
  | 'rule-book'
  | 'payout-schedule';

export type CatalogueEntry = {
  /** Raised when the shape changes; older events are upcast on read, never rewritten. */
  readonly schemaVersion: number;
  readonly category: Category;
  /** One sentence for auditors: what happened. */
  readonly meaning: string;
  readonly obliges: ObligedWorkflow | null;
};

const entry = (
  category: Category,
  meaning: string,
  obliges: ObligedWorkflow | null = null,
): CatalogueEntry => ({ schemaVersion: 1, category, meaning, obliges });

export const catalogue: Readonly<Record<EventType, CatalogueEntry>> = {
  ActorRegistered: entry('actor', 'A person of an office became known to this installation.'),
  RoleAppointed: {
    ...entry('actor', 'A letter gave this person an act in an area from a day on.'),
    schemaVersion: 2,
  },
  RoleDelegated: entry('actor', 'A principal lent this person an act for a time.'),
  RoleEnded: entry('actor', 'An act was taken from this person on a day.'),

  ProgrammeCreated: entry('programme', 'A sponsor began a programme on a legal basis.'),
  PayerRegistered: entry('programme', 'A purse (entity, fund, account) became known.'),
  MandateProposed: entry('programme', 'One person proposed who disburses or tracks a flow.'),
  MandateConfirmed: entry('programme', 'A second person put the mandate in force.'),
  TrancheOpened: entry(
    'tranche',
    'A tranche with quota and first day of cover was opened.',
    'tranche',
  ),
  SeatsReserved: entry('tranche', 'Seats of the tranche were set aside for one list.'),
  HistoryClosureProposed: entry(
    'tranche',
    'One person said that the past of the tranche is entered through a month.',
    'tranche',
  ),
  HistoryClosed: entry(
    'tranche',
    'A second person closed the past of the tranche through a month.',
    'tranche',
  ),
  PremiumGateSet: entry(
    'tranche',
    'Paying the contribution was made to wait for a share of the cards.',
    'tranche',
  ),
  SponsorCardsReceived: entry('tranche', 'The sponsor received cards of the tranche.', 'tranche'),
  PremiumGateOpened: entry('tranche', 'Enough cards are there: the contribution may be paid.'),
  PremiumGateOverridden: entry(
    'tranche',
    'A person opened the gate with a reason before enough cards were there.',
  ),
  LapseWarned: entry('tranche', 'A warning day of the lapse clock came.'),
  CoverLapsed: entry('tranche', 'More than three consecutive months are unpaid: cover ended.'),
  ArrearsAccepted: entry(
    'tranche',
    'The branch let months count that were paid after cover had ended.',
    'tranche',
  ),
  BudgetGapEscalated: entry(
    'tranche',
    'Months of the next fiscal year have no budget: a named role heard of it before January.',
  ),
  MonthsBudgeted: entry('tranche', 'A budget document was named that pays these months.'),
  ContributionBilled: {
    ...entry('contribution_bill', 'BPJS billed a month of a tranche.'),
    schemaVersion: 2,
  },
  BillDifferenceFound: entry(
    'contribution_bill',
    'A person is on one of the three lists and not on another, or is billed wrongly.',
  ),
  BillMatched: entry(
    'contribution_bill',
    'The list of the branch was compared by person with the decree and with who is covered.',
  ),
  BillDifferencesDecided: {
    ...entry(
      'contribution_bill',
      'A person said with a reason what becomes of differences: deducted, disputed or accepted.',
    ),
    schemaVersion: 2,
  },
  TreasuryVoucherRecorded: entry(
    'contribution_bill',
    'A paper of the treasury (SPP, SPM, SP2D) stands in its register.',
  ),
  ContributionPaymentProved: entry(
    'contribution_bill',
    'The bank showed that the money left the account of the sponsor.',
  ),
  TreasuryPaymentReturned: entry(
    'contribution_bill',
    'An order of the treasury came back unpaid; another one must be written.',
  ),
  ContributionRefunded: entry(
    'contribution_bill',
    'Money that was paid for a disputed difference came back.',
  ),
  ReconciliationSigned: entry(
    'contribution_bill',
    'The branch and the sponsor signed the minutes of the reconciliation.',
  ),
  ContributionConfirmed: entry(
    'contribution_bill',
    'The contribution of a month was seen at BPJS; the paid-through month moves.',
    'tranche',
  ),

  RosterReceived: entry('roster', 'A list of people was received with its verdicts.', 'roster'),
  RosterRowsRefused: entry('roster', 'Cells of the list were refused or warned of.'),
  RosterTakenOver: entry('roster', 'The list holds people whom BPJS has registered already.'),
  RosterApproved: entry('roster', 'A decree (SK) named the people of the list.', 'roster'),
  RosterSubmitted: entry('roster', 'The list was handed to the BPJS branch.'),
  RegistrationAnswered: entry('roster', 'The branch answered with KPJ or reasons.', 'roster'),
  RosterStepCompleted: entry('roster', 'A step reached every person of the list.'),

  RosterPaused: entry('roster', 'A person stopped the work on the list for a while.', 'roster'),
  RosterResumed: entry('roster', 'A person let the work on the list go on.', 'roster'),
  RosterCancelled: entry('roster', 'A person ended the work; what was done stays.', 'roster'),
  RosterReopened: entry(
    'roster',
    'A cancelled list was received again; the rest goes on.',
    'roster',
  ),

  HandOverListed: entry('hand_over', 'A piece of a list of cards that were handed over.'),
  HandOverReceived: entry('hand_over', 'A list of handed-over cards was received whole.', 'cards'),
  HandOverPaused: entry('hand_over', 'A person stopped the work on the list.', 'cards'),
  HandOverResumed: entry('hand_over', 'A person let the work on the list go on.', 'cards'),
  HandOverCancelled: entry('hand_over', 'A person ended the work; what was done stays.', 'cards'),
  HandOverReopened: entry('hand_over', 'The list was received again; the rest goes on.', 'cards'),
  HandOverCompleted: entry('hand_over', 'Every card of the list was noted or skipped.'),

  WorkerNominated: entry('worker', 'A person was nominated by a list.'),
  WorkerNamedInDecree: entry('worker', 'A decree named the person.'),
  WorkerEnrolled: entry('worker', 'BPJS accepted the person with a KPJ; cover has a first day.'),
  WorkerRegistrationRefused: entry('worker', 'BPJS refused the person with a reason.'),
  CardIssued: entry('worker', 'A card was issued for the person.'),
  CardHandedOver: entry('worker', 'The card was handed to the worker or the family.', 'worker'),
  PaidThroughReported: entry(
    'worker',
    'A take-over list said up to which month the contributions were paid.',
  ),
  WorkerReportedDead: entry('worker', 'A death report reached the membership.', 'worker'),
  WorkerIncidentReported: entry('worker', 'A claim of an accident or illness became known.'),
  WorkerDeathDateCorrected: entry('worker', 'The day of death was put right.', 'worker'),
  DeathReportWithdrawn: entry(
    'worker',
    'There was no death: the membership is what it was before the report.',
    'worker',
  ),
  WorkerClaimSettled: entry('worker', 'The claim of this person came to its end.', 'worker'),
  WorkerFound: entry('worker', 'Somebody found this person by a number or a card, and why.'),
  WorkerFieldsRevealed: entry('worker', 'Somebody opened sealed fields of this person, and why.'),

  WorkerNamedInDeathList: entry(
    'worker',
    'A list of the dead names this person: the death is known.',
  ),
  DeathDoubtRaised: entry('worker', 'A row of a list of the dead may speak of this person.'),
  DeathDoubtDecided: entry('worker', 'Somebody decided whether the row speaks of this person.'),
  BereavedFamilyVisited: entry('worker', 'An officer went to see the family of the dead.'),
  KnownDeathClosed: entry('worker', 'A known death without a claim was closed, with its ground.'),
  DeathListReceived: entry('death_list', 'A list of the dead was received and compared.'),

  DeathReported: entry('claim', 'A death was reported for the first time.', 'claim'),
  DeathReportLinked: entry('claim', 'A further report of the same death was linked.'),
  PersonMissing: entry('claim', 'Somebody was reported missing; nothing is paid yet.', 'claim'),
  MissingDetermined: entry('claim', 'An authority determined that they died, and when.', 'claim'),
  PersonFound: entry('claim', 'The person lives: the claim ends.', 'claim'),
  CourtAwaited: entry(
    'claim',
    'The word of a court is awaited; the clock of the office stands.',
    'claim',
  ),
  CourtWaitEnded: entry('claim', 'No court is awaited any more.', 'claim'),
  FieldVisitOpened: entry(
    'claim',
    'A field visit was asked for, by a rule or by a person.',
    'claim',
  ),
  FieldVisitAssigned: entry('claim', 'An officer was sent to see.'),
  FieldVisitDone: entry('claim', 'The signed minutes of a field visit were recorded.', 'claim'),
  FieldVisitWaived: entry('claim', 'A field visit was let be, with a reason.', 'claim'),
  HospitalGuaranteed: entry('claim', 'The care at a hospital was guaranteed.', 'claim'),
  HospitalBillReceived: entry('claim', 'An itemised bill of a hospital was received.'),
  HospitalBillVerified: entry('claim', 'The bill of a hospital was verified line by line.'),
  HospitalBillReturned: entry('claim', 'The bill of a hospital was sent back to the verifier.'),
  HospitalBillApproved: entry(
    'claim',
    'The accepted part of a bill was approved: it is owed to the hospital.',
    'claim',
  ),
  CasesLinked: entry('claim', 'Claims of one person were linked with each other.', 'claim'),
  DeathDateCorrected: entry('claim', 'The day of death was put right, with its paper.', 'claim'),
  DeathConcluded: entry(
    'claim',
    'Where the death comes from was concluded, with its proof: JKK pays it or JKM.',
    'claim',
  ),
  BenefitConverted: entry(
    'claim',
    'Paid by one benefit and owed by the other: every line was reversed, none overwritten.',
    'claim',
  ),
  DeathDisproved: entry('claim', 'There was no death: the claim was withdrawn for it.', 'claim'),
  IncidentReported: {
    ...entry(
      'claim',
      'An accident or an illness of a living member was reported for the first time.',
      'claim',
    ),
    schemaVersion: 3,
  },
  IncidentReportLinked: {
    ...entry('claim', 'A further report of the same incident was linked.'),
    schemaVersion: 2,
  },
  CareGuaranteed: {
    ...entry(
      'claim',
      'A suspected work accident is treated first; what it was is concluded by a day.',
      'claim',
    ),
    schemaVersion: 2,
  },
  IncidentConcluded: {
    ...entry('claim', 'What the event was in law was concluded, with its evidence.', 'claim'),
    schemaVersion: 2,
  },
  SecondStageReported: {
    ...entry('claim', 'Stage II (KK2): the benefit was applied for.', 'claim'),
    schemaVersion: 2,
  },
  MedicalStatementRecorded: entry(
    'claim',
    'The statement of the doctor (KK3) was recorded as figures.',
    'claim',
  ),
  CostsClaimed: entry('claim', 'Costs that the worker paid were claimed back.', 'claim'),
  LatenessExplained: entry('claim', 'Why a report of the law came late was said.'),
  PayeeDetermined: entry('claim', 'The account of the worker was determined.', 'claim'),
  ClaimRouted: {
    ...entry(
      'claim',
      'The event is no matter of JKK: the member was told that JKN pays for the care.',
      'claim',
    ),
    schemaVersion: 2,
  },
  DocumentReceived: {
    ...entry('claim', 'A paper was received.', 'claim'),
    schemaVersion: 2,
  },
  DocumentAccepted: entry('claim', 'A verifier looked at a paper and takes it as proof.'),
  DocumentReturned: entry('claim', 'A paper was returned with a reason; the clock stops.', 'claim'),
  DocumentsCompleted: {
    ...entry('claim', 'The checklist is full; the clock of the payment starts.', 'claim'),
    schemaVersion: 2,
  },
  ChecksRecorded: entry('claim', 'The checks were made on facts read at one position.', 'claim'),
  HeirsDetermined: {
    ...entry('claim', 'Heirs, rank and payee were determined.', 'claim'),
    schemaVersion: 2,
  },
  BenefitsDetermined: entry('claim', 'The benefit was computed, line by line.', 'claim'),
  ClaimRecommended: {
    ...entry('claim', 'A verifier recommended (branch) or prechecked (city).', 'claim'),
    schemaVersion: 2,
  },
  ClaimApproved: {
    ...entry('claim', 'A second person approved; payables follow.', 'claim'),
    schemaVersion: 3,
  },
  DeterminationReported: {
    ...entry('claim', 'The verdict of the branch was recorded.', 'claim'),
    schemaVersion: 2,
  },
  ClaimReturned: entry('claim', 'The claim went back to the verifier with a reason.', 'claim'),
  ClaimRejected: {
    ...entry('claim', 'The claim was rejected with reason, article and cure.', 'claim'),
    schemaVersion: 3,
  },
  ClaimWithdrawn: entry('claim', 'The claim was withdrawn by its family.', 'claim'),
  ClaimReopened: entry('claim', 'A closed claim was opened again with a reason.', 'claim'),
  DecisionObjected: {
    ...entry('claim', 'The family objected to a decision: others decide again.', 'claim'),
    schemaVersion: 2,
  },
  ObjectionAnswered: entry(
    'claim',
    'An objection to what was granted was upheld or dismissed, with its article.',
    'claim',
  ),
  ClaimEscalated: entry('claim', 'A doubtful case was sent up to be decided.', 'claim'),
  TopUpProposed: entry('claim', 'A later fact means that more is owed than was granted.', 'claim'),
  RecoveryProposed: entry(
    'claim',
    'A later fact means that less was owed than was granted.',
    'claim',
  ),
  AdjustmentDropped: entry('claim', 'A later fact made a proposed difference vanish.'),
  RecoveryDecided: {
    ...entry('claim', 'A person with authority demanded or waived a recovery.'),
    schemaVersion: 2,
  },
  RecoveryRepaid: entry('claim', 'Money that was demanded came back, whole or in part.'),
  BindingDeterminationRecorded: {
    ...entry(
      'claim',
      'An inspector, the Minister or a court determined the amount; it binds.',
      'claim',
    ),
    schemaVersion: 2,
  },
  LateFactFound: entry(
    'claim',
    'A late payment or decision changed the cover that the checks rested on.',
    'claim',
  ),
  RuleVersionApplied: entry(
    'claim',
    'A new version of the rules met this open claim: it keeps its rules, gets the new ones, or waits for a choice.',
    'claim',
  ),
  DeadlinePassed: entry('claim', 'A due day of the law ran out while the claim waited.'),
  DeadlineEscalated: entry('claim', 'A due day passed: a superior must say what is done.', 'claim'),
  EscalationAnswered: entry(
    'claim',
    'A superior said what is done about a passed due day.',
    'claim',
  ),
  LateCompensationFound: entry(
    'claim',
    'Paid after the day of the law: 1 % a day was counted (T-08).',
  ),
  FollowUpRefused: entry('claim', 'A step that follows was refused; a person must look.'),
  FollowUpTaken: entry('claim', 'A step that had been refused was taken after all.'),
  ClaimSettled: entry('claim', 'Every payable of the decision came to its end.', 'claim'),

  ClaimTakenOver: entry('claim', 'A running claim was taken over with the papers held.', 'claim'),
  ClaimPaidBefore: entry(
    'claim',
    'A benefit paid before the take-over was entered; nothing is owed.',
    'claim',
  ),

  ClaimFieldsRevealed: entry('claim', 'Somebody opened sealed fields of the claim, and why.'),
  ClaimAssigned: entry('claim', 'The claim was given to one verifier to work on.'),
  ClaimReleased: entry('claim', 'The claim was given back to the open queue.'),
  DocumentRead: entry('claim', 'Somebody took a paper of the claim out of the store.'),

  PayableCreated: {
    ...entry('payable', 'A sum is owed to one payee from one purse.', 'claim'),
    schemaVersion: 3,
  },
  PayableHeld: entry('payable', 'The payable was held with a reason.'),
  PayableCancelled: entry('payable', 'The decision that owed it fell before it was paid.'),
  PayableReleased: entry('payable', 'A person let it be paid (again), with a reason.'),
  PayableSelected: entry('payable', 'The payable was frozen into one run.'),
  PayableDeselected: entry('payable', 'The run was cancelled; the payable is due again.'),
  PayeeCorrectionProposed: entry(
    'payable',
    'A person proposed another account of the payee, with its paper; until confirmed it is held.',
  ),
  PayeeAccountCorrected: entry(
    'payable',
    'A second person confirmed the account; the next attempt goes there.',
  ),
  PaymentIntended: {
    ...entry('payable', 'The intent was recorded before anything left the house.'),
    schemaVersion: 2,
  },
  PaymentSent: entry('payable', 'The file that carries the payment was handed to the bank.'),
  PaymentAccepted: entry('payable', 'The bank took the payment into its books.'),
  PaymentUnknown: entry('payable', 'The answer was lost; only an enquiry or a person moves on.'),
  StatementLineRead: entry('payable', 'A person read a line of the bank in a statement.'),
  StatementLineConfirmed: entry('payable', 'A second person read the same line.'),
  PaymentRejected: entry('payable', 'The bank refused the payment.', 'claim'),
  PaymentSettled: entry('payable', 'The credit was seen on a statement.', 'claim'),
  PaymentReturned: {
    ...entry('payable', 'The money came back with a reason.', 'claim'),
    schemaVersion: 2,
  },
  PaymentDisputed: {
    ...entry('payable', 'An answer does not fit; a person must look.'),
    schemaVersion: 2,
  },
  PaymentVoided: entry('payable', 'The run was cancelled; this intent never left the house.'),
  PaymentResolved: entry(
    'payable',
    'A person said of a disputed or lost payment whether it was paid.',
    'claim',
  ),
  PaymentReported: entry('payable', 'Somebody reported that another house paid.', 'claim'),
  ReceiptConfirmed: entry('payable', 'The family confirmed the receipt.', 'claim'),

  RunMemberAdded: entry('payout_run', 'A payable belongs to the frozen run.'),
  RunAssembled: entry(
    'payout_run',
    'A person assembled the run; the selection is frozen.',
    'payout-run',
  ),
  RunReleased: entry('payout_run', 'Another person released the run.', 'payout-run'),
  RunCancelled: entry('payout_run', 'The run was cancelled before its hand-over.', 'payout-run'),
  PaymentFilePrepared: entry('payout_run', 'The payment file was rendered, once.', 'payout-run'),
  PaymentFileDropped: entry('payout_run', 'The payment file was handed to the bank.', 'payout-run'),
  BankAnswerIngested: entry('payout_run', 'An answer of the bank was read.', 'payout-run'),
  RunNamesOpened: entry('payout_run', 'Names and accounts of the run were opened, with a reason.'),
  RunReconciled: entry('payout_run', 'The run was closed with its reconciliation.', 'payout-run'),

  PayoutScheduleSet: entry(
    'payout_schedule',
    'A person set when the runs of a payer assemble themselves in their name.',
    'payout-schedule',
  ),
  PayoutSchedulePaused: entry(
    'payout_schedule',
    'The schedule rests, with a reason.',
    'payout-schedule',
  ),
  PayoutScheduleResumed: entry('payout_schedule', 'The schedule goes on.', 'payout-schedule'),
  PayoutScheduleRemoved: entry(
    'payout_schedule',
    'The schedule was ended, with a reason.',
    'payout-schedule',
  ),
  PayoutScheduleTriggered: entry(
    'payout_schedule',
    'Whoever set the schedule asked for a run now.',
    'payout-schedule',
  ),
  ScheduledRunAssembled: {
    ...entry('payout_schedule', 'A run time came and its run was assembled.'),
    schemaVersion: 2,
  },
  ScheduledRunEmpty: entry('payout_schedule', 'A run time came and nothing was due.'),
  ScheduledRunRefused: {
    ...entry(
      'payout_schedule',
      'A run time came and no run could be assembled; a person must look.',
    ),
    schemaVersion: 2,
  },
  ScheduledRunMissed: entry(
    'payout_schedule',
    'A run time passed without its run; a person must act.',
  ),

  RuleVersionProposed: entry('rule_book', 'One person proposed other rows of the rule book.'),
  RuleVersionWithdrawn: entry('rule_book', 'A proposed version was withdrawn, with a reason.'),
  RuleVersionActivated: entry(
    'rule_book',
    'Another person put the version in force and said what happens to open claims.',
    'rule-book',
  ),
  OpenClaimsMet: entry('rule_book', 'Every open claim that it concerns has its own fact.'),

  BankExceptionOpened: entry(
    'bank_exception',
    'Something of the bank does not fit the log, or is missing; it has an owner from the first.',
  ),
  BankExceptionAssigned: entry('bank_exception', 'The exception passed to another person.'),
  BankExceptionResolved: entry('bank_exception', 'A person ended the exception with a reason.'),
  ExaminationOpened: entry('examination', 'A letter of assignment opened an examination.'),
  SampleDrawn: entry('examination', 'A sample was drawn by a seed, as known at a position.'),
  ItemConcluded: entry('examination', 'The team concluded on one item of its sample.'),
  FindingRecorded: entry('examination', 'A finding was recorded, with its rupiah and its events.'),
  DivergenceFound: entry('examination', 'The house differed from its own log.'),
  FindingAnswered: entry('examination', 'The auditee answered a finding.'),
  FollowUpRecorded: entry('examination', 'What was done about a finding was recorded.'),
  FindingClosed: entry('examination', 'A finding was closed, with a reason.'),
  ExaminationClosed: entry('examination', 'The examination ended; its findings go on.'),
  AidTermsProposed: entry('aid_fund', 'One person proposed what a Perwali grants from a day on.'),
  AidTermsConfirmed: entry('aid_fund', 'A second person put the terms of local aid in force.'),
  AidBudgetSet: entry('aid_fund', 'A budget document gave the local aid of a year its sum.'),
  AidReserved: entry('aid_fund', 'Money of the year was set aside for one request.'),
  AidQueued: entry('aid_fund', 'The budget is exhausted: the request waits in order of receipt.'),
  AidFreed: entry('aid_fund', 'What was set aside for a withdrawn request became free.'),
  AidNamedInDecree: entry('aid_fund', 'A decree named one heir; from now on the aid is owed.'),
  AidDecreeSigned: entry('aid_fund', 'A decree of names was recorded, with count, sum and hash.'),
  AidRequested: entry('aid_request', 'An heir asked for the aid of the sponsor itself.'),
  AidPaperReceived: entry('aid_request', 'A paper of a request for local aid was received.'),
  AidVerified: entry('aid_request', 'The request fulfils the terms of the Perwali.'),
  AidRejected: entry(
    'aid_request',
    'The request does not fulfil the Perwali; its grounds say why.',
  ),
  AidWithdrawn: entry('aid_request', 'The request was taken back with a reason.'),
  LetterheadSet: entry('letterhead', 'What stands on the letters of an office, from a day on.'),
  SignerNamed: entry('letterhead', 'A person was named to sign the letters of their office.'),
  LetterIssued: {
    ...entry('letter_series', 'A letter got the next number of its series.'),
    schemaVersion: 2,
  },
  LetterSigned: entry('letter_series', 'A letter was signed; its text is kept as it was.'),
  LetterVoided: entry('letter_series', 'A letter became void; its number is not used again.'),
};

export const isEventType = (type: string): type is EventType => Object.hasOwn(catalogue, type);
