// For every state of a claim there is an end, or a task that its named role can really do.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTS } from '../../../domain/actor.ts';
import {
  PERSONS_COMMANDS,
  possibleForAnybody,
  probeOf,
  tryCommand,
} from '../../../domain/claim/claim-acts.ts';
import { claimDecider } from '../../../domain/claim/decider.ts';
import type { ClaimEvent } from '../../../domain/claim/events.ts';
import {
  billTasksOf,
  escalationTasksOf,
  isEndStage,
  lateStatementTasksOf,
  OPEN_TASKS,
  objectionTasksOf,
  openTaskOf,
  recoveryTasksOf,
  type TaskOf,
} from '../../../domain/claim/open-task.ts';
import { CLAIM_REFUSALS } from '../../../domain/claim/refusals.ts';
import { claimStage } from '../../../domain/claim/stage.ts';
import type { ClaimState } from '../../../domain/claim/state.ts';
import { fold } from '../../../domain/decider.ts';
import { requiredActs } from '../../../domain/office/required-act.ts';
import { at, NOON, person } from '../specification.ts';
import { anyHistory, play, WISHES } from './any-claim-history.ts';

const stateOf = (past: readonly ClaimEvent[]): ClaimState => fold(claimDecider, past);

/** Beside the next step of the claim: passed days, and the bills of hospitals. */
const besideOf = (state: ClaimState): readonly TaskOf[] => [
  ...escalationTasksOf(state),
  ...billTasksOf(state),
  ...recoveryTasksOf(state),
  ...objectionTasksOf(state),
  ...lateStatementTasksOf(state),
];

/** What a state is like, for whoever reads a failure: stage, and what its decisions rest on. */
const orphanIn = (state: ClaimState): string | null => {
  const stage = claimStage(state);
  const open = openTaskOf(state, NOON);
  if (isEndStage(stage) && open !== null) return `${stage} is an end with a task`;
  if (open === null && !isEndStage(stage)) return `${stage} is open and nobody has a task`;
  const stuck = [...(open === null ? [] : [open]), ...besideOf(state)].map((task) =>
    stuckAt(task, state),
  );
  return stuck.find((reason) => reason !== null) ?? null;
};

const stuckAt = (open: TaskOf, state: ClaimState): string | null => {
  const stage = claimStage(state);
  if (!ACTS.includes(open.act) || open.act === 'follow-up') return `${open.task} has no role`;
  // The step is taken on another stream: a payment, a contribution.
  if (open.command === null) return null;
  if (!requiredActs('claim', open.command).includes(open.act))
    return `${open.task}: ${open.act} may not ${open.command}`;
  const { answer } = possibleForAnybody(open.command, state, NOON);
  return answer === 'POSSIBLE' ? null : `${stage}: ${open.task} is ${answer}`;
};

describe('no state of a claim is an orphan', () => {
  const tasks = new Set<string>();

  test('whatever happened, it has ended or a named role can do its task now', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        play(history, (_, soFar) => {
          const state = stateOf(soFar);
          tasks.add(openTaskOf(state, NOON)?.task ?? 'END');
          for (const { task } of besideOf(state)) tasks.add(task);
          expect(orphanIn(state)).toBeNull();
        });
      }),
      { numRuns: 700 },
    );
    // A task that no history meets would be a word without a state behind it.
    expect([...tasks].sort()).toEqual([...OPEN_TASKS, 'END'].sort());
  });

  test('the walk tries every command that a person has', () => {
    const tried = new Set(WISHES.map(({ type }) => type));
    const notTried = PERSONS_COMMANDS.filter((type) => !tried.has(type));
    // Entered from an old file; the deciders it walks through are those tried here.
    expect(notTried).toEqual(['TakeOverClaim']);
  });
});

describe('what can be done now, and why not the rest', () => {
  test('answers for every command of a person, in any state, with a code that has words', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom('ani', 'budi'), (history, who) => {
        const state = stateOf(play(history));
        const context = at(person(who, 'check-claim'));
        for (const type of PERSONS_COMMANDS) {
          const possibility = tryCommand(probeOf(type, state, context), state, context);
          if (possibility.answer === 'REFUSED') expect(CLAIM_REFUSALS).toContain(possibility.code);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('never calls refused what somebody with the right data could do', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: WISHES.length - 1 }), (history, number) => {
        const state = stateOf(play(history));
        const wish = WISHES[number];
        const type = PERSONS_COMMANDS.find((one) => one === wish?.type);
        if (wish === undefined || type === undefined) return;
        const context = at(person('citra', 'check-claim'));
        const answer = claimDecider.decide(wish, state, context);
        const isDone = 'accepted' in answer && answer.accepted.length > 0;
        if (isDone)
          expect(tryCommand(probeOf(type, state, context), state, context).answer).not.toBe(
            'REFUSED',
          );
      }),
      { numRuns: 300 },
    );
  });
});
