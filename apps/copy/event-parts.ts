// Which fields of an event matter to a reader, for every type there is; a type without a line does not compile.
import type { EventType } from '../../domain/catalogue.ts';
import type { AdjustmentDropped } from '../../domain/claim/adjustment/adjustment-events.ts';
import type { FollowUpStep } from '../../domain/claim/adjustment/follow-up-events.ts';
import type { RuleVersionApplied } from '../../domain/claim/assessment/rule-version-events.ts';
import type { ScheduledRunMissed } from '../../domain/payout/schedule-events.ts';
import type { LapseWarned } from '../../domain/programme/gate-events.ts';
import { adjustmentCauses, bindingAuthorities, recoveryOutcomes } from './adjustment-phrases.ts';
import {
  differenceKinds,
  differenceOutcomes,
  treasurySigners,
  treasurySteps,
} from './bill-phrases.ts';
import {
  benefits,
  claimStages,
  coverageStates,
  deadlines,
  documentForms,
  heirRanks,
  lateParties,
  noDeathGrounds,
  paperKinds,
  reportChannels,
  reporterRelations,
} from './claim-words.ts';
import {
  acts,
  batchSteps,
  cardMethods,
  claimOutcomes,
  flows,
  mandateModes,
  offices,
  receivers,
  type Words,
} from './code-words.ts';
import {
  conclusions,
  medicalOutcomes,
  missingAuthorities,
  reportKinds,
  routingGrounds,
} from './incident-phrases.ts';
import { letterKinds } from './letter-phrases.ts';
import { claimFields, foundBy, workerFields } from './look-phrases.ts';
import { paymentOutcomes } from './money-words.ts';
import { malwareChecks } from './paper-phrases.ts';
import { openClaimsWords } from './rule-words.ts';
import type { Text } from './text.ts';
import { gateBases, gateWholes } from './tranche-words.ts';

/** A field of the data; where it is a code, its words; its name, where it means another thing here. */
export type Part = readonly [path: string, words?: Words, name?: Text];

/** The name of the event says it all. */
const NOTHING_MORE: readonly Part[] = [];

/** Reasons that the engine itself gives, by code; a person's own words stay as they are. */
const REASONS: Words = {
  DEATH_CONCLUDED: ['asal kematian disimpulkan lain', 'the death was concluded otherwise'],
  DEATH_DATE_CORRECTED: ['tanggal meninggal dibetulkan', 'the day of death was put right'],
  NEW_MISSING_REPORT: ['dilaporkan hilang lagi', 'reported missing again'],
  PERSON_ALIVE: ['orangnya masih hidup', 'the person lives'],
  NEW_DEATH_REPORT: ['ada laporan kematian baru', 'another death was reported'],
};
const REASON: Part = ['reason', REASONS];
const KIND: Part = ['kind', paperKinds];
const AMOUNT: Part = ['amountIdr'];
const ATTEMPT: Part = ['endToEndId'];
const REPORT: readonly Part[] = [
  ['deathDate'],
  ['channel', reportChannels],
  ['relation', reporterRelations],
  ['workAccidentSuspected'],
];
const COVER: readonly Part[] = [
  ['before.state', coverageStates],
  ['now.state', coverageStates],
];

const FROM: Part = ['from'];
const TO: Part = ['to', {}, ['sampai', 'until']];
const LETTER: Part = ['letter'];
const RUN: Part = ['runId'];
const TOO_LATE: Part = ['late', {}, ['melewati tenggat', 'after its time']];
const LATE_AT: Part = ['late', lateParties, ['terlambat pada', 'late at']];
const SENT_UP_TO: Text = ['dinaikkan kepada', 'sent up to'];
const PAID_AS: Text = ['semula', 'before'];
const OWED_AS: Text = ['kini', 'now'];
const KIND_NAME: Text = ['perbedaan', 'difference'];
const ROUTED_TO: Text = ['dialihkan ke', 'led to'];
const WAS_WITH: Text = ['semula pada', 'was with'];
const FILE: Text = ['berkas', 'file'];
const BEFORE_WITH: Part = ['before', {}, WAS_WITH];
const FROM_RULES: Part = ['from', {}, ['aturan semula', 'rules before']];
const TO_RULES: Part = ['to', {}, ['aturan baru', 'new rules']];

const MILESTONES: Words<LapseWarned['data']['milestone']> = {
  WARNING_30: ['hari ke-30', 'day 30'],
  WARNING_60: ['hari ke-60', 'day 60'],
  ESCALATION_80: ['hari ke-80: ke pimpinan', 'day 80: to those above'],
};
const DROPPED: Words<AdjustmentDropped['data']['dropped']> = {
  TOP_UP: ['usul tambahan', 'proposed top-up'],
  RECOVERY: ['usul pengembalian', 'proposed recovery'],
};
const TREATMENTS: Words<RuleVersionApplied['data']['treatment']> = {
  PINNED: ['aturan lama tetap dipakai', 'the former rules stay'],
  MIGRATED: ['memakai aturan baru', 'the new rules hold'],
  REVIEW: ['menunggu pilihan orang', 'waits for a person’s choice'],
};
const FOLLOW_UPS: Words<FollowUpStep> = {
  NOTE_DEATH: ['mencatat kematian pada peserta', 'noting the death on the membership'],
  NOTE_OUTCOME: ['mencatat hasil pada peserta', 'noting the outcome on the membership'],
  LINK_CASES: ['menghubungkan perkara', 'linking the cases'],
  PASS_DEADLINE: ['mencatat tenggat', 'noting the deadline'],
};
const STARTS: Words<ScheduledRunMissed['data']['cause']> = {
  CALENDAR: ['kalender', 'calendar'],
  TRIGGER: ['permintaan', 'request'],
};
const MISSED: Words<ScheduledRunMissed['data']['why']> = {
  LATE: ['layanan berjalan terlambat', 'the services came up too late'],
  NOT_STARTED: ['layanan mati pada waktunya', 'the services were down at its time'],
  EARLIER_RUN_WAITS: ['run sebelumnya masih menunggu', 'an earlier run still waits'],
};
const SLOT: readonly Part[] = [['scheduledAt'], ['cause', STARTS, ['dimulai oleh', 'begun by']]];
const GATE_RULE: readonly Part[] = [
  ['sharePercent'],
  ['of', gateWholes, ['dari', 'of']],
  ['basis', gateBases, ['yang dihitung', 'what counts']],
];
/** The work on a list, stopped, going on or ended by a person. */
const STEERED: readonly Part[] = [['step', batchSteps], ['done'], ['skipped'], ['left'], REASON];
const INCIDENT: readonly Part[] = [
  ['kind', reportKinds, ['kejadian', 'event']],
  ['eventDate'],
  ['channel', reportChannels],
  ['relation', reporterRelations],
  TOO_LATE,
];

export const eventParts = {
  WorkerNominated: [['rosterRow'], ['kelurahan']],
  WorkerNamedInDecree: [['decreeNumber'], ['decreeDate']],
  WorkerEnrolled: [['coverStart']],
  WorkerRegistrationRefused: [REASON],
  CardIssued: [['validFrom']],
  CardHandedOver: [['method', cardMethods], ['receivedBy', receivers], ['place']],
  PaidThroughReported: [['paidThrough']],
  WorkerIncidentReported: [['eventDate']],
  WorkerReportedDead: [['deathDate']],
  WorkerDeathDateCorrected: [['deathDate']],
  DeathReportWithdrawn: [['ground', noDeathGrounds]],
  WorkerClaimSettled: [['outcome', claimOutcomes]],
  WorkerFound: [['by', foundBy], REASON],
  WorkerFieldsRevealed: [['fields', workerFields], REASON],
  DeathReported: REPORT,
  DeathReportLinked: [...REPORT, ['deathDateDiffers']],
  TopUpProposed: [['amountIdr']],
  RecoveryProposed: [['amountIdr']],
  DeathDateCorrected: [['before'], ['deathDate'], REASON, ['decisionFell']],
  PersonMissing: [['missingSince'], ['channel', reportChannels], ['workAccidentSuspected']],
  MissingDetermined: [['deathDate'], ['authority', missingAuthorities], ['reference']],
  PersonFound: [['foundOn'], REASON, ['decisionFell']],
  DeathConcluded: [['conclusion', conclusions], ['accidentDate'], REASON, ['decisionFell']],
  BenefitConverted: [['from', benefits, PAID_AS], ['to', benefits, OWED_AS], ['totalIdr']],
  DeathDisproved: [['ground', noDeathGrounds]],
  DocumentReceived: [
    ...[KIND, ['form', documentForms] as const],
    ...[['file.malware', malwareChecks] as const, ['seen.by'] as const],
  ],
  DocumentAccepted: [KIND],
  DocumentReturned: [KIND, REASON],
  DocumentRead: [KIND, REASON],
  HeirsDetermined: [['rank', heirRanks], ['payee.ref'], ['payee.bic']],
  BenefitsDetermined: [['benefit', benefits], ['totalIdr'], ['lawVersion'], ['paymentBlocked']],
  ClaimRecommended: [['decision'], ['totalIdr'], REASON],
  ClaimApproved: [['decision'], ['totalIdr']],
  DeterminationReported: [['determinedIdr'], ['reference'], ['determinedOn'], ['differs']],
  ClaimReturned: [REASON],
  ClaimRejected: [REASON, ['article'], ['cure']],
  ClaimWithdrawn: [REASON],
  ClaimReopened: [REASON],
  LateFactFound: [...COVER, ['cause.position']],
  DeadlinePassed: [['code', deadlines], ['dueOn']],
  LateCompensationFound: [['dueOn'], ['paidOn'], ['lateDays']],
  DeadlineEscalated: [['code', deadlines], ['dueOn'], LATE_AT, ['to', acts, SENT_UP_TO]],
  EscalationAnswered: [['code', deadlines], ['measure']],
  ClaimSettled: [['paidIdr'], ['retainedIdr']],
  ClaimTakenOver: [['stage', claimStages], ['papers.length'], ['agendaNumber'], ['completeOn']],
  ClaimPaidBefore: [['paidIdr'], ['paidOn'], ['paymentReference']],
  ClaimFieldsRevealed: [['fields', claimFields], REASON],
  LetterheadSet: [['head.name'], ['head.code']],
  SignerNamed: [['actorId'], ['title']],
  LetterIssued: [['reference'], ['kind', letterKinds]],
  LetterSigned: [['signer'], ['title']],
  LetterVoided: [REASON],
  PayableCreated: [AMOUNT, ['flow', flows], ['mode', mandateModes], ['dueOn']],
  PayableHeld: [REASON],
  PayableReleased: [REASON],
  PayableCancelled: [REASON],
  PayableSelected: [['attempt']],
  PayeeCorrectionProposed: [['bic'], REASON],
  PayeeAccountCorrected: [['bic'], REASON],
  PaymentIntended: [AMOUNT, ['attempt'], ATTEMPT],
  PaymentSent: [ATTEMPT],
  PaymentAccepted: [ATTEMPT, ['bankReference']],
  PaymentUnknown: [ATTEMPT],
  PaymentRejected: [ATTEMPT, ['reasonCode']],
  PaymentSettled: [AMOUNT, ['bankReference'], ['bookedOn']],
  PaymentReturned: [AMOUNT, ['bankReference'], ['reasonCode']],
  PaymentDisputed: [AMOUNT, ATTEMPT],
  PaymentVoided: [ATTEMPT],
  PaymentResolved: [['outcome', paymentOutcomes], REASON],
  PaymentReported: [AMOUNT, ['paidOn'], ['reference'], ['differs']],
  ReceiptConfirmed: [['confirmedOn']],
  DocumentsCompleted: NOTHING_MORE,
  ChecksRecorded: NOTHING_MORE,
  FollowUpRefused: [['step', FOLLOW_UPS]],

  // The people of the offices.
  ActorRegistered: [['office', offices]],
  RoleAppointed: [['act', acts], ['area'], ['limit.upToIdr'], LETTER, FROM, TO],
  RoleDelegated: [['principalId'], ['act', acts], ['area'], LETTER, FROM, TO],
  RoleEnded: [['act', acts], ['on'], REASON],

  // Sponsors, payers, tranches and their gate.
  ProgrammeCreated: [['name'], ['region'], ['legalBasis'], ['ageFrom'], ['ageTo']],
  PayerRegistered: [['legalEntity'], ['fund'], ['bank'], ['legalBasis'], FROM, TO],
  MandateProposed: [['flow', flows], ['mode', mandateModes], FROM, ['proposedBy']],
  MandateConfirmed: [['confirmedBy']],
  TrancheOpened: [['name'], ['quota'], ['coverFrom'], ['monthlyContributionIdr']],
  SeatsReserved: [['workers']],
  HistoryClosureProposed: [['throughMonth'], ['proposedBy']],
  HistoryClosed: [['throughMonth'], ['proposedBy'], ['closedBy']],
  PremiumGateSet: GATE_RULE,
  SponsorCardsReceived: [['cards'], ['receivedOn'], ['deliveryNote']],
  PremiumGateOpened: [['cards'], ['quorum'], ...GATE_RULE],
  PremiumGateOverridden: [
    ...[['cards'] as const, ['quorum'] as const, ['firstUnpaid'] as const],
    ...[['lapsesOn'] as const, ['overriddenBy'] as const, REASON],
  ],
  LapseWarned: [
    ...[['milestone', MILESTONES] as const, ['firstUnpaid'] as const, ['payBy'] as const],
    ...[['lapsesOn'] as const, ['workersAtRisk'] as const, ['cardsMissing'] as const],
  ],
  CoverLapsed: [['firstUnpaid'], ['lapsedOn'], ['workers']],
  ArrearsAccepted: [FROM, ['through'], ['decidedOn'], LETTER],
  MonthsBudgeted: [FROM, ['through'], ['document']],
  ContributionBilled: [['month'], AMOUNT, ['workers'], ['paymentCode'], ['codeExpiresOn']],
  BillMatched: [['match'], ['rows'], ['matched'], ['differences']],
  BillDifferenceFound: [['match'], ['difference'], ['kind', differenceKinds, KIND_NAME], AMOUNT],
  BillDifferencesDecided: [
    ...[['differences'] as const, ['outcome', differenceOutcomes] as const],
    ...[['deductedIdr'] as const, ['payableIdr'] as const, REASON],
  ],
  TreasuryVoucherRecorded: [
    ...[['step', treasurySteps] as const, ['number'] as const, ['on'] as const, AMOUNT],
    ...[['signer', treasurySigners] as const, ['budgetDocument'] as const],
  ],
  ContributionRefunded: [AMOUNT, ['receivedOn'], ['reference']],
  ContributionPaymentProved: [AMOUNT, ['paidOn'], ['reference']],
  ReconciliationSigned: [
    ...[['number'] as const, ['on'] as const, ['billedIdr'] as const, ['deductedIdr'] as const],
    ...[['disputedIdr'] as const, ['payableIdr'] as const, ['offices', offices] as const],
  ],
  ContributionConfirmed: [['month'], AMOUNT, ['paidOn'], ['reference']],

  // Lists of people and of cards.
  RosterReceived: [['rows'], ['accepted'], ['refused']],
  RosterRowsRefused: [['verdicts.length']],
  RosterTakenOver: [['asOf'], ['decreeNumber'], ['decreeDate']],
  RosterApproved: [['decreeNumber'], ['decreeDate'], ['workers']],
  RosterSubmitted: [['workers']],
  RegistrationAnswered: [['accepted'], ['refused']],
  RosterStepCompleted: [['step', batchSteps], ['done'], ['skipped']],
  RosterPaused: STEERED,
  RosterResumed: STEERED,
  RosterCancelled: STEERED,
  RosterReopened: NOTHING_MORE,
  HandOverListed: [['cardIds.length']],
  HandOverReceived: [['cards'], ['place']],
  HandOverPaused: STEERED,
  HandOverResumed: STEERED,
  HandOverCancelled: STEERED,
  HandOverReopened: NOTHING_MORE,
  HandOverCompleted: [['done'], ['skipped'], ['notInArea']],

  // Accidents and illnesses, and what a claim is besides its decision.
  CasesLinked: [['cases.length']],
  IncidentReported: INCIDENT,
  IncidentReportLinked: [...INCIDENT, ['kindDiffers']],
  CareGuaranteed: [['concludeBy'], ['article']],
  IncidentConcluded: [
    ...[['conclusion', conclusions] as const, ['concludedOn'] as const, REASON],
    ...[['article'] as const, ['traffic'] as const, TOO_LATE],
  ],
  SecondStageReported: [['outcome', medicalOutcomes], ['declaredOn'], TOO_LATE],
  MedicalStatementRecorded: [['daysOff'], ['losses.length']],
  CostsClaimed: [['bills.length']],
  PayeeDetermined: [['payee.ref'], ['payee.bic']],
  ClaimRouted: [['to', {}, ROUTED_TO], ['ground', routingGrounds], ['article']],
  DecisionObjected: [['objectedOn'], ['relation', reporterRelations], ['answerDueOn'], TOO_LATE],
  ClaimEscalated: [REASON],
  AdjustmentDropped: [['dropped', DROPPED], ['cause.kind', adjustmentCauses], ['cause.reference']],
  RecoveryDecided: [['outcome', recoveryOutcomes], AMOUNT, ['legalBasis'], REASON],
  BindingDeterminationRecorded: [
    ...[['authority', bindingAuthorities] as const, ['reference'] as const],
    ...[['determinedOn'] as const, ['entitledIdr'] as const, ['basis'] as const],
  ],
  RuleVersionApplied: [
    ...[['treatment', TREATMENTS] as const, FROM_RULES, TO_RULES],
    ...[['before.totalIdr'] as const, ['after.totalIdr'] as const, REASON],
  ],
  FollowUpTaken: [['step', FOLLOW_UPS]],
  ClaimAssigned: [['assignee'], BEFORE_WITH, REASON],
  ClaimReleased: [['assignee', {}, WAS_WITH], REASON],

  // Payout runs and their schedules.
  PayableDeselected: [RUN],
  RunMemberAdded: [AMOUNT, ['claimId'], ['payableId']],
  RunAssembled: [['flow', flows], ['count'], ['sumIdr'], ['assembledBy']],
  RunReleased: [['sumIdr'], ['releasedBy']],
  RunCancelled: [REASON],
  PaymentFilePrepared: [['name', {}, FILE], ['messageId']],
  PaymentFileDropped: NOTHING_MORE,
  BankAnswerIngested: [['lines'], ['problems']],
  RunReconciled: [
    ...[['settled'] as const, ['settledIdr'] as const, ['returned'] as const],
    ...[['returnedIdr'] as const, ['unknown'] as const, ['unknownIdr'] as const],
  ],
  PayoutScheduleSet: [['flow', flows], ['calendar.time'], ['cutOffHours'], ['setBy']],
  PayoutSchedulePaused: [REASON],
  PayoutScheduleResumed: [REASON],
  PayoutScheduleRemoved: [REASON],
  PayoutScheduleTriggered: [['at']],
  ScheduledRunAssembled: [...SLOT, RUN, ['count'], ['sumIdr'], ['left'], ['leftOut.count']],
  ScheduledRunEmpty: [...SLOT, ['left']],
  ScheduledRunRefused: [...SLOT, ['leftOut.count']],
  ScheduledRunMissed: [...SLOT, ['why', MISSED], RUN],

  // Versions of the rules.
  RuleVersionProposed: [['basis'], ['basedOn'], ['rows.length'], ['proposedBy']],
  RuleVersionWithdrawn: [REASON, ['withdrawnBy']],
  RuleVersionActivated: [['openClaims', openClaimsWords], ['replaces'], ['activatedBy']],
  OpenClaimsMet: [['open'], ['migrated'], ['pinned'], ['review']],
} satisfies Readonly<Record<EventType, readonly Part[]>>;
