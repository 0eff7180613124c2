// What each fact of a claim does to its clocks of the law.
import { type HolidayCalendar, type LocalDate, officeDay } from '../../calendar.ts';
import { conclusionDueDate, type DueDate } from '../../rules/due-dates.ts';
import { payBy } from '../documents/papers.ts';
import type { ClaimEvent } from '../events.ts';
import { eventDateOf } from '../kind.ts';
import { claimStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import {
  type Clocks,
  changed,
  closed,
  isCode,
  isOpen,
  isPayment,
  kept,
  type LedgerCode,
  started,
} from './legal-clock.ts';
import { isClockOpen } from './office-clock.ts';
import type { TimeParty, Told } from './standing.ts';

type Step = {
  readonly event: ClaimEvent;
  readonly on: LocalDate;
  readonly position: string;
  readonly facts: ClaimState;
  readonly calendar: HolidayCalendar;
};

/** Clocks of a report ended with the report itself: it is their whole story. */
const reported = (
  clocks: Clocks,
  { due, from, party }: { due: DueDate; from: LocalDate; party: TimeParty },
  { on, position }: Step,
): Clocks =>
  changed(
    started(clocks, { code: due.code, party, startedOn: from, due }, position),
    isCode(due.code),
    kept(on, position),
  );

/** Papers are full: the payment's clock begins, or begins anew after a paper was away. */
const paymentStarted = (clocks: Clocks, due: DueDate, { on, position }: Step): Clocks => {
  const { code, ruleId, article, calendarVersion, dueOn } = due;
  const again = { code, ruleId, article, calendarVersion, dueOn, startedOn: on, stoppedOn: null };
  return clocks.some((clock) => isPayment(clock) && isOpen(clock))
    ? changed(
        clocks,
        (clock) => isPayment(clock) && isOpen(clock),
        () => ({ ...again, position }),
      )
    : started(clocks, { code: due.code, party: 'VERIFIER', startedOn: on, due }, position);
};

/** A decision was taken: an objection is answered, and another one has its time. */
const decided = (
  clocks: Clocks,
  objectBy: DueDate | undefined,
  { on, position, facts }: Step,
): Clocks => {
  // A top-up leaves an objection to what was granted before it open.
  const isAnswered = facts.answerDueOn === null;
  const answered = isAnswered
    ? changed(clocks, isCode('ANSWER_OBJECTION'), kept(on, position))
    : clocks;
  const before = changed(answered, isCode('OBJECT_TO_DECISION'), closed(on, position));
  if (objectBy === undefined) return before;
  const { code } = objectBy;
  return started(before, { code, party: 'FAMILY', startedOn: on, due: objectBy }, position);
};

const CLOSES: readonly LedgerCode[] = [
  'CONCLUDE_WITHIN_30_DAYS',
  'CLAIM_WITHIN_5_YEARS',
  'PAY_WITHIN_3_WORKING_DAYS',
  'PAY_WITHIN_7_WORKING_DAYS',
  'ANSWER_OBJECTION',
  'FAMILY_COMPLETES_PAPERS',
];

const ended = (clocks: Clocks, { on, position }: Step): Clocks =>
  changed(clocks, (clock) => isOpen(clock) && CLOSES.includes(clock.code), closed(on, position));

/** Opened again: what was closed without being paid runs on. */
const reopened = (clocks: Clocks, { on, position }: Step): Clocks =>
  changed(
    changed(clocks, isCode('OBJECT_TO_DECISION'), closed(on, position)),
    (clock) =>
      clock.ended === 'CLOSED' && (isPayment(clock) || clock.code === 'CONCLUDE_WITHIN_30_DAYS'),
    () => ({ ended: null, endedOn: null, position }),
  );

const ofReports = (clocks: Clocks, step: Step): Clocks | null => {
  const { event, on, position, facts } = step;
  switch (event.type) {
    case 'IncidentReported': {
      const from = event.data.eventDate;
      return (event.data.clocks ?? []).reduce(
        (told, due) =>
          due.code === 'REPORT_WITHIN_48_HOURS'
            ? reported(told, { due, from, party: 'FAMILY' }, step)
            : started(told, { code: due.code, party: 'FAMILY', startedOn: from, due }, position),
        clocks,
      );
    }
    case 'CareGuaranteed': {
      const { concludeBy, article } = event.data;
      const due = conclusionDueDate(concludeBy, article);
      // Thirty days anew take the place of those that ran.
      const before = changed(clocks, isCode(due.code), closed(on, position));
      return started(before, { code: due.code, party: 'VERIFIER', startedOn: on, due }, position);
    }
    case 'IncidentConcluded':
    case 'DeathConcluded':
      return changed(clocks, isCode('CONCLUDE_WITHIN_30_DAYS'), kept(on, position));
    case 'SecondStageReported': {
      const applied = changed(clocks, isCode('CLAIM_WITHIN_5_YEARS'), kept(on, position));
      const from = event.data.declaredOn;
      return (event.data.clocks ?? []).reduce(
        (told, due) => reported(told, { due, from, party: 'FAMILY' }, step),
        applied,
      );
    }
    case 'DocumentsCompleted':
      return paymentStarted(
        clocks,
        event.data.due ?? payBy(facts, { today: on }, step.calendar),
        step,
      );
    default:
      return null;
  }
};

const ofDecisions = (clocks: Clocks, step: Step): Clocks => {
  const { event, on, position, facts } = step;
  switch (event.type) {
    case 'ClaimApproved':
    case 'DeterminationReported':
      return decided(clocks, event.data.objectBy, step);
    case 'ClaimRejected':
    case 'ClaimRouted':
      return ended(decided(clocks, event.data.objectBy, step), step);
    case 'DecisionObjected': {
      const { answerDueOn: dueOn, calendarVersion, ruleId } = event.data;
      const due = { dueOn, calendarVersion, ruleId, article: '' };
      const objected = changed(clocks, isCode('OBJECT_TO_DECISION'), kept(on, position));
      const start = { code: 'ANSWER_OBJECTION', party: 'VERIFIER', startedOn: on, due } as const;
      // What was granted stands: no clock that it ended begins again.
      const running = event.data.against === 'GRANTED' ? objected : reopened(objected, step);
      return started(running, start, position);
    }
    case 'ObjectionAnswered':
      return changed(clocks, isCode('ANSWER_OBJECTION'), kept(on, position));
    case 'ClaimReopened':
      return reopened(clocks, step);
    case 'LateFactFound':
      return event.data.effect === 'REOPENED' ? reopened(clocks, step) : clocks;
    case 'ClaimWithdrawn':
      return ended(clocks, step);
    case 'ClaimPaidBefore':
    case 'ClaimSettled':
      return changed(clocks, (clock) => isPayment(clock) && isOpen(clock), kept(on, position));
    case 'DeadlinePassed': {
      const { code, dueOn } = event.data;
      return changed(clocks, isCode(code), ({ passed }) => ({
        ...{ dueOn, position },
        passed: [...passed, dueOn],
      }));
    }
    default:
      return facts.closed === 'WITHDRAWN' ? ended(clocks, step) : clocks;
  }
};

const FAMILY_STAGES = [
  'REPORTED',
  'PAPERS_INCOMPLETE',
  'PAPERS_RETURNED',
  'IN_TREATMENT',
  'MISSING',
];

/** While papers are away the family's clock runs, and the payment's stands still. */
const ofPapers = (clocks: Clocks, { on, position, facts }: Step): Clocks => {
  const waits = FAMILY_STAGES.includes(claimStage(facts));
  const runs = clocks.some(isCode('FAMILY_COMPLETES_PAPERS'));
  const start = { code: 'FAMILY_COMPLETES_PAPERS', party: 'FAMILY', startedOn: on } as const;
  const family = waits
    ? runs
      ? clocks
      : started(clocks, { ...start, due: null }, position)
    : changed(clocks, isCode('FAMILY_COMPLETES_PAPERS'), kept(on, position));
  return changed(
    family,
    (clock) =>
      isPayment(clock) && isOpen(clock) && clock.stoppedOn === null && !facts.documentsComplete,
    () => ({ stoppedOn: on, position }),
  );
};

const WAITED_FOR = ['CONCLUDE_WITHIN_30_DAYS', 'CLAIM_WITHIN_5_YEARS', 'ANSWER_OBJECTION'] as const;

/** Whatever else ended the wait (another conclusion, a withdrawal), nobody waits any more. */
const overtaken = (clocks: Clocks, { on, position, facts }: Step): Clocks =>
  changed(
    clocks,
    (clock) => WAITED_FOR.some((code) => isCode(code)(clock) && !isClockOpen(code, facts)),
    closed(on, position),
  );

/** At a court, or in a hospital on our guarantee: what lacks is theirs to bring. */
const withHolder = (clocks: Clocks, party: TimeParty, { position }: Step): Clocks => {
  const holder = party === 'COURT' || party === 'HOSPITAL' ? party : 'FAMILY';
  return changed(
    clocks,
    (clock) => isCode('FAMILY_COMPLETES_PAPERS')(clock) && clock.party !== holder,
    () => ({ party: holder, position }),
  );
};

/** Whose move it is decides who must act on a clock of the office. */
const withParty = (clocks: Clocks, party: TimeParty, { position }: Step): Clocks =>
  changed(
    clocks,
    (clock) =>
      isOpen(clock) &&
      clock.stoppedOn === null &&
      clock.party !== party &&
      (isPayment(clock) || (clock.code === 'ANSWER_OBJECTION' && party !== 'FAMILY')),
    () => ({ party, position }),
  );

const isNoAct = ({ type }: ClaimEvent): boolean =>
  type === 'ClaimAssigned' || type === 'ClaimReleased';

/** Whatever happens, the family is asked a week after it; whose case it is says nothing of that. */
const asked = (clocks: Clocks, { event, on, position }: Step): Clocks =>
  isNoAct(event)
    ? clocks
    : changed(clocks, isCode('FAMILY_COMPLETES_PAPERS'), () => ({ actOn: on, position }));

/** `facts` and `party`: how the claim stands after the event. */
export const foldLegalClocks = (
  clocks: Clocks,
  { event, at, position }: Told<ClaimEvent>,
  {
    facts,
    party,
    calendar,
  }: {
    readonly facts: ClaimState;
    readonly party: TimeParty;
    readonly calendar: HolidayCalendar;
  },
): Clocks => {
  if (eventDateOf(facts) === null) return clocks;
  const step: Step = { event, on: officeDay(at), position, facts, calendar };
  const moved = overtaken(ofReports(clocks, step) ?? ofDecisions(clocks, step), step);
  return withParty(withHolder(asked(ofPapers(moved, step), step), party, step), party, step);
};
