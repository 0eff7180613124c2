// Decisions about the clocks of a claim: a due day passed, a superior answers for it.
import { assertNever, type Context } from '../../decider.ts';
import { passDeadline } from '../adjustment/settlement.ts';
import type { ClaimCommand } from '../events.ts';
import type { ClaimDecision } from '../refusals.ts';
import type { ClaimState } from '../state.ts';
import { proposeCompensation } from './compensation.ts';
import { answerEscalation } from './escalation.ts';

type ClockCommand = Extract<
  ClaimCommand,
  { type: 'PassDeadline' | 'AnswerEscalation' | 'ProposeCompensation' }
>;

export const decideClocks = (
  command: ClockCommand,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  switch (command.type) {
    case 'PassDeadline':
      return passDeadline(command.data, state, context);
    case 'AnswerEscalation':
      return answerEscalation(command.data, state, context);
    case 'ProposeCompensation':
      return proposeCompensation(command.data, state);
    default:
      return assertNever(command, 'command about clocks');
  }
};
