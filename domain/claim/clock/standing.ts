// Whom a claim waits for, from which fact on, and under which clock of the law.
import { type HolidayCalendar, officeDay } from '../../calendar.ts';
import {
  conclusionDueDate,
  dueAt,
  jkkPaymentDueDate,
  paymentDueDate,
} from '../../rules/due-dates.ts';
import { isDecisionInDoubt } from '../death/death-state.ts';
import type { ClaimEvent, ClaimStage } from '../events.ts';
import { evolveClaim } from '../evolve.ts';
import { isJkk } from '../kind.ts';
import { type OpenTask, openTaskOf, type WaitingFor } from '../open-task.ts';
import { claimStage } from '../stage.ts';
import { type ClaimState, initialClaim } from '../state.ts';

/** Whoever moves next, and those whom a claim passes on its way without a task of ours. */
export const TIME_PARTIES = [
  'FAMILY',
  'KELURAHAN',
  'SPONSOR',
  'VERIFIER',
  'APPROVER',
  'BPJS_BRANCH',
  'TREASURER',
  'SUPERIOR',
  'COURT',
  'FIELD_OFFICER',
  'HOSPITAL',
  'BANK',
  'SYSTEM',
  'NOBODY',
] as const satisfies readonly (WaitingFor | 'KELURAHAN' | 'BANK' | 'SYSTEM')[];
export type TimeParty = (typeof TIME_PARTIES)[number];

/** What is awaited of the party: a task of the claim, or a step of its money. */
export type TimeCause =
  | OpenTask
  | 'HAND_REPORT_ON'
  | 'RELEASE_RUN'
  | 'LIFT_HOLD'
  | 'DEAL_WITH_RETURN'
  | 'RESOLVE_DISPUTE'
  | 'RESOLVE_LOST_ANSWER'
  | 'SEND_FILE'
  | 'ANSWER_OF_BANK'
  | 'CONFIRM_RECEIPT'
  | 'FOLLOW_UP'
  | 'CLOSED';

/**
 * The clock of the law that runs meanwhile. The office's (T-07) stands still while papers are with
 * the family, whose own clock runs then (domain-rules §4.2); the law sets it no last day.
 */
export type TimeClock =
  | 'PAY_WITHIN_3_WORKING_DAYS'
  | 'PAY_WITHIN_7_WORKING_DAYS'
  | 'CONCLUDE_WITHIN_30_DAYS'
  | 'FAMILY_COMPLETES_PAPERS'
  /** The file lacks nothing but the word of a court. */
  | 'COURT_DETERMINES'
  /** Treated on our guarantee: the application follows the word of the doctor. */
  | 'HOSPITAL_TREATS';

export type Standing = {
  readonly party: TimeParty;
  readonly cause: TimeCause;
  readonly clock: TimeClock | null;
};

/** From this fact on the claim stands so; `position` orders facts of several streams. */
export type ClaimMark = {
  readonly at: string;
  readonly position: string;
  readonly stage: ClaimStage;
  readonly standing: Standing;
  /** The step awaited is one of its payments. */
  readonly isPaying: boolean;
  /** The instant from which the running clock of the law counts as missed. */
  readonly lateFrom: string | null;
};

export type Told<Event> = { readonly event: Event; readonly at: string; readonly position: string };

/** Whose clock runs while the file is not full: the family's, unless somebody else has it. */
const AWAY: Readonly<Partial<Record<TimeParty, TimeClock>>> = {
  COURT: 'COURT_DETERMINES',
  HOSPITAL: 'HOSPITAL_TREATS',
};

const clockOf = (state: ClaimState, party: TimeParty | undefined): TimeClock | null => {
  const { documentsComplete, closed, settledOnce } = state;
  // The law sets a first payment its day, a difference found later none.
  if (closed !== null || settledOnce) return null;
  if (claimStage(state) === 'SUSPECTED' || isDecisionInDoubt(state))
    return 'CONCLUDE_WITHIN_30_DAYS';
  if (!documentsComplete) return AWAY[party ?? 'FAMILY'] ?? 'FAMILY_COMPLETES_PAPERS';
  return isJkk(state) ? 'PAY_WITHIN_7_WORKING_DAYS' : 'PAY_WITHIN_3_WORKING_DAYS';
};

const standingOf = (state: ClaimState, at: string): Standing => {
  const open = openTaskOf(state, at);
  const clock = clockOf(state, open?.party);
  return open === null
    ? { party: 'NOBODY', cause: 'CLOSED', clock: null }
    : { party: open.party, cause: open.task, clock };
};

/** What the next mark of a claim needs to know of its past. */
export type ClaimTime = {
  readonly facts: ClaimState;
  readonly lateFrom: string | null;
  readonly marks: readonly ClaimMark[];
};

export const initialClaimTime: ClaimTime = { facts: initialClaim, lateFrom: null, marks: [] };

const lateAfter = (
  { facts, lateFrom }: ClaimTime,
  { event, at }: Told<ClaimEvent>,
  calendar: HolidayCalendar,
): string | null => {
  if (event.type === 'CareGuaranteed') return dueAt(conclusionDueDate(event.data.concludeBy));
  if (event.type === 'DocumentsCompleted') {
    if (event.data.due !== undefined) return dueAt(event.data.due);
    const dueDate = isJkk(facts) ? jkkPaymentDueDate : paymentDueDate;
    return dueAt(dueDate(officeDay(at), calendar));
  }
  return facts.documentsComplete || claimStage(facts) === 'SUSPECTED' ? lateFrom : null;
};

const isSameStanding = (a: ClaimMark | undefined, b: ClaimMark): boolean =>
  a !== undefined &&
  a.stage === b.stage &&
  a.isPaying === b.isPaying &&
  a.lateFrom === b.lateFrom &&
  a.standing.party === b.standing.party &&
  a.standing.cause === b.standing.cause &&
  a.standing.clock === b.standing.clock;

/** A file that was taken over lay elsewhere until the day on which the office received it. */
const untilReceived = (marks: readonly ClaimMark[]): readonly ClaimMark[] =>
  marks.map((mark) => ({
    ...mark,
    standing: { party: 'KELURAHAN', cause: 'HAND_REPORT_ON', clock: mark.standing.clock },
  }));

/** Only what moves the claim to another party, cause or clock leaves a mark. */
export const foldClaimTime = (
  time: ClaimTime,
  told: Told<ClaimEvent>,
  calendar: HolidayCalendar,
): ClaimTime => {
  const { event, at, position } = told;
  const facts = evolveClaim(time.facts, event);
  const lateFrom = lateAfter({ ...time, facts }, told, calendar);
  const stage = claimStage(facts);
  const mark: ClaimMark = {
    ...{ at, position, stage, lateFrom },
    standing: standingOf(facts, at),
    isPaying: stage === 'APPROVED' || stage === 'DETERMINED_BY_BRANCH',
  };
  const isEntry = event.type === 'ClaimTakenOver' && time.marks.length === 1;
  const before = isEntry ? untilReceived(time.marks) : time.marks;
  const marks = isSameStanding(before.at(-1), mark) ? before : [...before, mark];
  return { facts, lateFrom, marks };
};
