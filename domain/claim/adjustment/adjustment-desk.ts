// Decisions on what a decided claim turned out to owe: another's binding word, an overpayment.
import { assertNever, type Context } from '../../decider.ts';
import type { ClaimCommand } from '../events.ts';
import type { ClaimDecision } from '../refusals.ts';
import type { ClaimState } from '../state.ts';
import { decideRecovery, recordBindingDetermination } from './adjustment.ts';
import { recordRepayment } from './repayment.ts';

type AdjustmentCommand = Extract<
  ClaimCommand,
  { type: 'RecordBindingDetermination' | 'DecideRecovery' | 'RecordRepayment' }
>;

export const decideAdjustments = (
  command: AdjustmentCommand,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  switch (command.type) {
    case 'RecordBindingDetermination':
      return recordBindingDetermination(command.data, state, context);
    case 'DecideRecovery':
      return decideRecovery(command.data, state, context);
    case 'RecordRepayment':
      return recordRepayment(command.data, state, context);
    default:
      return assertNever(command, 'command about an adjustment');
  }
};
