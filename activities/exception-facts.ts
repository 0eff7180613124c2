// What an act on a bank exception needs to know: who may take it over, and where its payment stands.
import { bankExceptionDecider } from '../domain/bank-exception/decider.ts';
import type { BankExceptionCommand } from '../domain/bank-exception/events.ts';
import { payableDecider } from '../domain/payout/payable-decider.ts';
import { payableStage } from '../domain/payout/payable-state.ts';
import type { Wish } from './append-decision.ts';
import { areaOf } from './areas.ts';
import { authoriseAct } from './authority.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';

const CLEARING_ACTS = ['ingest-bank-answer', 'hold-payment'] as const;

/** Whether that person may clear an exception here today. */
const mayClear = async (ports: DecisionPorts, wish: Wish, actorId: string): Promise<boolean> => {
  const area = await areaOf(ports.store, wish);
  for (const act of CLEARING_ACTS)
    if ('acting' in (await authoriseAct(ports, actorId, { act, area }))) return true;
  return false;
};

/** Who may take it over, and where the payment behind it stands: read, never believed. */
export const forBankException = async (
  ports: DecisionPorts,
  wish: Extract<Wish, { category: 'bank_exception' }>,
): Promise<BankExceptionCommand> => {
  const { command, streamId } = wish;
  switch (command.type) {
    case 'OpenBankException':
      return command;
    case 'AssignBankException': {
      const can = await mayClear(ports, wish, command.data.assignee);
      return { type: command.type, data: { ...command.data, mayClear: can } };
    }
    case 'ResolveBankException': {
      const { opened } = stateOf(bankExceptionDecider, await ports.store.loadStream(streamId));
      const payableId = opened?.payableId ?? null;
      const paymentStage =
        payableId === null
          ? null
          : payableStage(stateOf(payableDecider, await ports.store.loadStream(payableId)));
      return { type: command.type, data: { ...command.data, paymentStage } };
    }
  }
};
