// Which act a command needs, or one of which. A command without a line here does not compile.
import type { Act } from '../actor.ts';
import type { Category, CommandsByCategory } from '../command.ts';
import {
  type Acts,
  FIELD_READERS,
  LETTER_WRITERS,
  PAPER_READERS,
  WORKER_FINDERS,
} from './reading-acts.ts';

type RequiredActs = {
  readonly [C in Category]: { readonly [T in CommandsByCategory[C]['type']]: Act | Acts };
};

/**
 * `follow-up` is the engine's own act: steps that follow from a recorded decision and decide
 * nothing. No person can be appointed to it.
 */
export const REQUIRED_ACTS: RequiredActs = {
  actor: {
    RegisterActor: 'administer',
    AppointRole: 'administer',
    DelegateRole: 'administer',
    EndRole: 'administer',
  },
  programme: {
    CreateProgramme: 'manage-programme',
    RegisterPayer: 'manage-programme',
    ProposeMandate: 'grant-mandate',
    ConfirmMandate: 'grant-mandate',
  },
  tranche: {
    OpenTranche: 'manage-programme',
    ReserveSeats: 'follow-up',
    ProposeHistoryClosure: 'record-history',
    ConfirmHistoryClosure: 'record-history',
    SetGate: 'manage-programme',
    ReceiveCards: 'hand-over-card',
    OverrideGate: 'override-gate',
    AcceptArrears: 'accept-arrears',
    BudgetMonths: 'record-contribution',
    AssessGate: 'follow-up',
    AssessLapse: 'follow-up',
  },
  contribution_bill: {
    ReceiveBill: 'record-contribution',
    ConfirmContribution: 'record-contribution',
    MatchBill: 'record-contribution',
    DecideDifferences: 'record-contribution',
    RecordVoucher: 'record-contribution',
    ProvePayment: 'record-contribution',
    SignReconciliation: 'record-contribution',
    RecordRefund: 'record-contribution',
  },
  roster: {
    ReceiveRoster: 'import-roster',
    TakeOverRoster: 'record-history',
    ApproveRoster: 'approve-roster',
    SubmitRoster: 'register-workers',
    AnswerRegistration: 'register-workers',
    PauseBatch: 'import-roster',
    ResumeBatch: 'import-roster',
    CancelBatch: 'import-roster',
    CompleteStep: 'follow-up',
  },
  worker: {
    NominateWorker: 'follow-up',
    NameWorkerInDecree: 'follow-up',
    EnrolWorker: 'follow-up',
    RefuseRegistration: 'follow-up',
    IssueCard: 'follow-up',
    HandOverCard: 'hand-over-card',
    NoteDeathReport: 'follow-up',
    NoteIncidentReport: 'follow-up',
    WithdrawDeathReport: 'follow-up',
    NoteClaimOutcome: 'follow-up',
    TakeOverWorker: 'follow-up',
    NoteWorkerFound: WORKER_FINDERS,
    NoteWorkerRevealed: FIELD_READERS,
  },
  hand_over: {
    ReceiveHandOver: 'hand-over-card',
    PauseBatch: 'hand-over-card',
    ResumeBatch: 'hand-over-card',
    CancelBatch: 'hand-over-card',
    CompleteHandOver: 'follow-up',
  },
  claim: {
    ReportDeath: 'report-death',
    ReportIncident: 'report-death',
    ConcludeIncident: 'check-claim',
    ConcludeDeath: 'check-claim',
    ReportSecondStage: 'handle-documents',
    RecordMedicalStatement: 'check-claim',
    ClaimCosts: 'handle-documents',
    DeterminePayee: 'check-claim',
    ReceiveDocument: 'handle-documents',
    AcceptDocument: 'check-claim',
    ReturnDocument: 'handle-documents',
    CheckClaim: 'check-claim',
    DetermineHeirs: 'check-claim',
    RecommendClaim: 'recommend-claim',
    ApproveClaim: 'approve-claim',
    ReturnClaim: 'approve-claim',
    RejectClaim: 'approve-claim',
    ObjectToDecision: 'handle-documents',
    EscalateClaim: 'approve-claim',
    ProposeCompensation: 'check-claim',
    AnswerEscalation: ['approve-claim', 'release-run', 'manage-programme'],
    RecordBindingDetermination: 'check-claim',
    DecideRecovery: 'approve-claim',
    CorrectDeathDate: 'check-claim',
    WithdrawClaim: 'handle-documents',
    ReopenClaim: 'check-claim',
    LinkCases: 'follow-up',
    NoteLateFact: 'follow-up',
    NoteRuleVersion: 'follow-up',
    ChooseRuleVersion: 'check-claim',
    PassDeadline: 'follow-up',
    NoteFollowUp: 'follow-up',
    SettleClaim: 'follow-up',
    TakeOverClaim: 'record-history',
    AssignClaim: ['check-claim', 'approve-claim'],
    ReleaseClaim: ['check-claim', 'approve-claim'],
    NoteClaimRevealed: PAPER_READERS,
    NoteDocumentRead: PAPER_READERS,
  },
  payable: {
    CreatePayable: 'follow-up',
    CancelPayable: 'follow-up',
    HoldPayable: ['hold-payment', 'follow-up'],
    ReleasePayable: 'hold-payment',
    ResolvePayment: 'hold-payment',
    ProposePayeeCorrection: 'check-claim',
    ConfirmPayeeCorrection: 'hold-payment',
    SelectPayable: 'follow-up',
    DeselectPayable: 'follow-up',
    IntendPayment: 'follow-up',
    RecordSent: 'follow-up',
    RecordUnknown: 'follow-up',
    RecordBankAnswer: 'ingest-bank-answer',
    ReportPayment: 'report-payment',
    ConfirmReceipt: 'report-payment',
  },
  payout_run: {
    AssembleRun: 'assemble-run',
    ReleaseRun: 'release-run',
    CancelRun: 'assemble-run',
    PrepareFile: 'follow-up',
    DropFile: 'follow-up',
    IngestAnswer: 'ingest-bank-answer',
    ReconcileRun: 'follow-up',
  },
  payout_schedule: {
    SetPayoutSchedule: 'assemble-run',
    PausePayoutSchedule: 'assemble-run',
    ResumePayoutSchedule: 'assemble-run',
    RemovePayoutSchedule: 'assemble-run',
    TriggerPayoutSchedule: 'assemble-run',
    RecordScheduledRun: 'follow-up',
  },
  rule_book: {
    ProposeRuleVersion: 'manage-rules',
    WithdrawRuleVersion: 'manage-rules',
    ActivateRuleVersion: 'manage-rules',
    NoteOpenClaims: 'follow-up',
  },
  letterhead: {
    SetLetterhead: 'administer',
    NameSigner: 'administer',
  },
  letter_series: {
    IssueLetter: LETTER_WRITERS,
    SignLetter: 'sign-letter',
    VoidLetter: LETTER_WRITERS,
  },
};

/** One of these; the first that the person holds is the one by which they act. */
export const requiredActs = <C extends Category>(
  category: C,
  type: CommandsByCategory[C]['type'],
): Acts => {
  const acts: Act | Acts = REQUIRED_ACTS[category][type];
  return typeof acts === 'string' ? [acts] : acts;
};
