// The clocks of the law that a claim's workflow wakes for, and what is recorded when one ran out.
import { systemActor } from '../domain/actor.ts';
import { isClockOpen } from '../domain/claim/clock/office-clock.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import type { ClaimState } from '../domain/claim/state.ts';
import { conclusionDueDate, type DueDate, deadlineKey, dueAt } from '../domain/rules/due-dates.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { Deadline } from './activities.ts';
import type { Acting } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import { followVisibly } from './follow-visibly.ts';
import { dueDateOf } from './payables-of-claim.ts';
import type { DecisionPorts } from './ports.ts';
import { lastOf } from './stored-events.ts';

/**
 * While a past claim is being entered its papers, verdict and payment come seconds apart: only when
 * this long nothing more came, a due day of the past is entered as passed.
 */
const HISTORY_ENTRY_REST_MS = 3_600_000;
/** A second, so that clocks that disagree a little never make a busy loop. */
const WAIT_MS_MIN = 1_000;

const ms = (instant: string): number => Date.parse(instant);

type Due = Pick<DueDate, 'code' | 'dueOn' | 'calendarVersion' | 'ruleId'>;
/** A clock of the law that runs, and the event that started it. */
type RunningClock = { readonly due: Due; readonly cause: StoredEvent };

const startedClocks = (history: readonly StoredEvent[]): readonly (RunningClock | null)[] => {
  const guaranteed = lastOf(history, 'CareGuaranteed');
  const reported = lastOf(history, 'IncidentReported');
  const right = reported?.data.clocks?.find(({ code }) => code === 'CLAIM_WITHIN_5_YEARS');
  const completed = lastOf(history, 'DocumentsCompleted');
  const payment = dueDateOf(history);
  const objected = lastOf(history, 'DecisionObjected');
  return [
    guaranteed && {
      due: conclusionDueDate(guaranteed.data.concludeBy, guaranteed.data.article),
      cause: guaranteed.stored,
    },
    reported && right !== undefined ? { due: right, cause: reported.stored } : null,
    completed && payment && { due: payment, cause: completed.stored },
    objected && {
      due: {
        ...{ code: 'ANSWER_OBJECTION', dueOn: objected.data.answerDueOn },
        ...{ calendarVersion: objected.data.calendarVersion, ruleId: objected.data.ruleId },
      },
      cause: objected.stored,
    },
  ];
};

/** Those that still wait for something and were not found passed yet. */
const runningClocks = (
  history: readonly StoredEvent[],
  state: ClaimState,
): readonly RunningClock[] =>
  startedClocks(history).filter(
    (clock): clock is RunningClock =>
      clock !== null &&
      isClockOpen(clock.due.code, state) &&
      !state.deadlinesPassed.includes(deadlineKey(clock.due)),
  );

/** A due day that ran out before anybody entered the papers is history; a later one is live. */
const isPastDue = ({ cause }: RunningClock, dueInstant: string): boolean =>
  cause.meta.origin === 'historic' && ms(dueInstant) <= ms(cause.recordedAt);

/** The instant at which the stream should be asked whether the due day ran out. */
const lookAtMs = (history: readonly StoredEvent[], clock: RunningClock): number => {
  const dueInstant = dueAt(clock.due);
  const last = history.at(-1);
  if (last === undefined || !isPastDue(clock, dueInstant)) return ms(dueInstant);
  return Math.max(ms(dueInstant), ms(last.recordedAt) + HISTORY_ENTRY_REST_MS);
};

/** The timer of the workflow: the first of the clocks that run. */
export const nextDeadline = (
  history: readonly StoredEvent[],
  state: ClaimState,
  now: string,
): Deadline | null => {
  const [next] = runningClocks(history, state)
    .map((clock) => ({ code: clock.due.code, at: lookAtMs(history, clock) }))
    .sort((one, other) => one.at - other.at);
  return next === undefined
    ? null
    : { code: next.code, waitMs: Math.max(WAIT_MS_MIN, next.at - ms(now)) };
};

/** Woken early (a test server, a changed clock) nothing has passed yet. */
export const passDeadlines = async (ports: DecisionPorts, claimId: string): Promise<void> => {
  const history = await ports.store.loadStream(claimId);
  for (const clock of runningClocks(history, stateOf(claimDecider, history))) {
    const { due, cause } = clock;
    if (ms(ports.clock()) < lookAtMs(history, clock)) continue;
    const dueInstant = dueAt(due);
    const acting: Acting = isPastDue(clock, dueInstant)
      ? { by: systemActor, now: dueInstant, origin: 'historic' }
      : { by: systemActor, now: ports.clock(), origin: 'live' };
    const { dueOn, calendarVersion, ruleId, code } = due;
    await followVisibly(
      ports,
      {
        category: 'claim',
        streamId: claimId,
        command: { type: 'PassDeadline', data: { code, dueOn, calendarVersion, ruleId } },
        commandId: ports.ids.command('pass-deadline', claimId, code, dueOn),
      },
      { claimId, step: 'PASS_DEADLINE', cause, acting },
    );
  }
};
